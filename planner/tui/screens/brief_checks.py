"""The checks in the brief: eight groups that open, and for each check how much its findings weigh here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import OptionList, Static

from planner.tui.dialogs.ask_one import AskOne
from planner.tui.host import desk_of
from planner.tui.plain import plain
from planner.tui.screens.brief_check_rows import choice_rows, rows
from planner.tui.screens.brief_hearing import OFF, USUAL, CheckHeard, Heard, give
from planner.tui.screens.brief_list import BriefList
from planner.tui.widgets.tall_choices import TallChoices
from planner.words import findings, say, terms

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

USUAL_WIDTH = 75


class BriefChecks(BriefList):
    """Groups, folded at first. Each change is an action of its own, at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("o", "turn", ""), ("e", "explain", ""), ("right", "unfold", ""), ("left", "fold", ""),
    ]  # fmt: skip

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="checks")
        self.heard: Heard | None = None
        self.open: set[str] = set()

    def compose(self) -> ComposeResult:
        """What the checks are, the rows, the keys."""
        told = say(
            "What is looked for in your texts and in the calendar. ✗ an error is a fault, ! a warning deserves a look, "
            "· a suggestion is an idea. Nothing is ever refused; a check that is off says nothing any more."
        )
        yield Static(plain(told), classes="list-told")
        yield TallChoices([("", plain("…", "dim"))])
        yield Static(plain(say("↵ open or choose   o off or on   e why   u undo")), classes="list-keys")

    def tell(self, heard: Heard) -> None:
        """Show the checks as they now are; what is open stays open."""
        self.heard = heard
        self._show()

    def _show(self, chosen: str | None = None) -> None:
        if self.heard is not None:
            listed = self.query_one(TallChoices)
            listed.show(rows(self.heard, self.open, listed.content_size.width or USUAL_WIDTH), chosen)

    def on_resize(self) -> None:
        """Wrap what the checks look for to the new width."""
        self._show()

    @property
    def chosen(self) -> tuple[str, str]:
        """What the cursor is on: (`group`, `whole` or `check`, its name), empty before the checks are read."""
        kind, _, name = self.query_one(TallChoices).chosen.partition(":")
        return kind, name

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open or close a group; ask what a check is to weigh."""
        event.stop()
        kind, name = self.chosen
        if kind == "group":
            self.open ^= {name}
            self._show()
        elif kind:
            self._ask(name)

    def action_unfold(self) -> None:
        """Open the group under the cursor."""
        kind, name = self.chosen
        if kind == "group":
            self.open.add(name)
            self._show()

    def action_fold(self) -> None:
        """Close the group in which the cursor is."""
        kind, name = self.chosen
        if kind:
            found = self._check(name)
            group = found.group if found else name
            self.open.discard(group)
            self._show(f"group:{group}")

    def action_turn(self) -> None:
        """Switch a check or a group off, or let it speak again as it did before."""
        name = self.chosen[1]
        if self.heard is None or not name:
            return
        check = self._check(name)
        silent = self.heard.is_off(check) if check else self.heard.choice(name) == OFF
        self._give(name, str(self.heard.brief.weights.get(name, USUAL)) if silent else OFF)

    def action_explain(self) -> None:
        """Explain the check under the cursor."""
        from planner.tui.dialogs.explain import Explain

        kind, name = self.chosen
        if kind == "check":
            self.app.push_screen(Explain(name))

    def _check(self, name: str) -> CheckHeard | None:
        return next((check for check in self.heard.checks if check.name == name), None) if self.heard else None

    def _ask(self, name: str) -> None:
        if self.heard is None:
            return
        check = self._check(name)
        called = findings.name(name) if check else terms.group(name)
        silent = self.heard.is_off(check) if check else False
        now = OFF if silent else self.heard.choice(name)

        def answered(choice: str | None) -> None:
            if choice is not None and choice != now:
                self._give(name, choice)

        title = say("“{name}” in this calendar", name=called)
        self.app.push_screen(AskOne(title, choice_rows(check), now), answered)

    def _give(self, name: str, choice: str) -> None:
        desk = desk_of(self)
        self.write(lambda: give(desk, name, choice))

"""A searchable list of what can be done here: typing narrows it, enter does what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from planner.tui.plain import cells, plain
from planner.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from planner.tui.palette import Command

KEY_WIDTH = 6


class HelpDialog(ModalScreen[str | None]):
    """Gives the action that was chosen, or None."""

    BINDINGS: ClassVar = [("escape", "leave", ""), ("down", "step(1)", ""), ("up", "step(-1)", "")]
    DEFAULT_CSS = """
    HelpDialog { align: center middle; }
    HelpDialog #frame {
        width: 76; max-width: 96%; height: 90%;
        background: $surface; border: round $accent; padding: 0 1;
    }
    HelpDialog Input, HelpDialog Input:focus { border: none; height: 1; padding: 0; background: $surface; }
    HelpDialog OptionList, HelpDialog OptionList:focus {
        height: auto; max-height: 1fr; border: none; background: $surface; scrollbar-size-vertical: 1;
    }
    HelpDialog OptionList > .option-list--option-highlighted {
        text-style: bold reverse; background: transparent; color: $foreground;
    }
    HelpDialog Static { color: $text-muted; }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        """List these commands."""
        super().__init__()
        self.commands = list(commands)
        self.listed: list[Command] = []

    def compose(self) -> ComposeResult:
        """A line to search in, and the list."""
        from textual.containers import Vertical

        with Vertical(id="frame"):
            yield Input(placeholder=say("What do you want to do? Type a few letters"))
            yield OptionList(markup=False)
            yield Static(say("↵ do it   esc back"), markup=False)

    def on_mount(self) -> None:
        """List everything."""
        self._list("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._list(event.value)

    def _list(self, words: str) -> None:
        matcher = Matcher(words) if words.strip() else None
        scored = [(matcher.match(command.searched) if matcher else 1.0, command) for command in self.commands]
        found = [(score, command) for score, command in scored if score]
        if matcher:
            found.sort(key=lambda pair: -pair[0])
        self.listed = [command for _, command in found]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(self._options(grouped=matcher is None))
        options.highlighted = next(
            (n for n in range(options.option_count) if not options.get_option_at_index(n).disabled), None
        )

    def _options(self, grouped: bool) -> list[Option]:
        options, group = [], ""
        for place, command in enumerate(self.listed):
            if grouped and command.group != group:
                group = command.group
                options.append(Option(plain(group, "bold"), disabled=True))
            key = plain(cells(command.key, KEY_WIDTH), "$text-accent")
            options.append(Option(Content("  ") + key + plain(command.words), id=str(place)))
        return options or [Option(plain(say("Nothing by that name.")), disabled=True)]

    def action_step(self, step: int) -> None:
        """Go up or down the list while the cursor stays in the search line."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    def on_input_submitted(self) -> None:
        """Do what is chosen."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self._take(options.get_option_at_index(options.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was clicked."""
        self._take(event.option_id)

    def _take(self, place: str | None) -> None:
        if place is not None:
            self.dismiss(self.listed[int(place)].action)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

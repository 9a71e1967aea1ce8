"""The editor's fields that are chosen: status, network, day and hour, need, purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from planner.model.terms import Purpose
from planner.tui import work
from planner.tui.host import desk_of
from planner.tui.plain import plain
from planner.tui.widgets.choice_row import ChoiceRow
from planner.tui.widgets.post_fields import USUAL_HOUR, need_shown, repeat_shown, status_shown, when_shown
from planner.words import say, terms

if TYPE_CHECKING:
    from datetime import date, time

    from textual.screen import Screen

    from planner.desk.desk import Changed
    from planner.model.limits import Rules

    Base = Screen[Changed | None]
else:
    Base = object


class EditorChoices(Base):
    """What opens when a chosen field is asked to show its choices; the screen holds `values`."""

    values: dict[str, Any]
    rules: Rules | None = None

    def count(self) -> None:
        """Count the text as its network counts."""
        raise NotImplementedError

    def judge_soon(self) -> None:
        """Judge once the keys rest."""
        raise NotImplementedError

    def show_choices(self) -> None:
        """Show every chosen value, and count as the chosen network counts."""
        desk, values = desk_of(self), self.values
        names = dict(desk.networks())
        network = names.get(values["network_id"] or 0, "") or self._network_of_card()
        shown = {
            "status": status_shown(values["status"]),
            "network_id": network or say("no network"),
            "day": when_shown(values["day"], values["time"], desk.today(), values["zone"], desk.zone()),
            "need_id": need_shown(desk.need_words(values["need_id"])),
            "purpose": terms.purpose(values["purpose"]),
            "repeat": repeat_shown(values["repeat"]),
        }
        for name, value in shown.items():
            self.query_one(f"#{name}", ChoiceRow).show(value)
        self._find_rules(network)

    def _network_of_card(self) -> str:
        """The name of a network that is no longer open."""
        card = desk_of(self).card(getattr(self, "post", None) or 0)
        return card.network if card and self.values["network_id"] else ""

    def _find_rules(self, name: str) -> None:
        desk, identifier = desk_of(self), self.values["network_id"]

        def found() -> Rules | None:
            from planner.model import limits

            network = desk.calendar().network(identifier) if identifier else None
            return limits.networks().get(network.key) if network else None

        def take(rules: Rules | None) -> None:
            self.rules = rules
            self.count()

        self.count()
        if name:
            work.read(cast("Any", self), "rules", found, take)

    def choose(self, **values: Any) -> None:
        """Take chosen values into the form; they are saved with the rest."""
        self.values.update(values)
        self.show_choices()
        self.judge_soon()

    def on_choice_row_opened(self, event: ChoiceRow.Opened) -> None:
        """Show the choices of a field."""
        event.stop()
        openers = {
            "status": self._choose_status, "network_id": self._choose_network, "day": self._choose_day,
            "need_id": self._choose_need, "purpose": self._choose_purpose,
            "repeat": self._turn_repeat,
        }  # fmt: skip
        openers[event.row.id or ""]()

    def _turn_repeat(self) -> None:
        self.choose(repeat=not self.values["repeat"])

    def _choose_status(self) -> None:
        from planner.tui.dialogs.ask_status import AskStatus

        def chosen(status: str | None) -> None:
            if status:
                self.choose(status=status)

        self.app.push_screen(AskStatus(self.values["status"]), chosen)

    def _choose_purpose(self) -> None:
        from planner.tui.dialogs.ask_one import AskOne

        def chosen(purpose: str | None) -> None:
            if purpose:
                self.choose(purpose=purpose)

        rows = [(str(name), plain(terms.purpose(name))) for name in Purpose]
        self.app.push_screen(AskOne(say("What is it for"), rows, self.values["purpose"]), chosen)

    def _choose_network(self) -> None:
        from planner.tui.dialogs.ask_one import AskOne

        rows = [("0", plain(say("no network")))]
        rows += [(str(identifier), plain(name)) for identifier, name in desk_of(self).networks()]

        def chosen(key: str | None) -> None:
            if key is not None:
                self.choose(network_id=int(key) or None)

        self.app.push_screen(AskOne(say("Network"), rows, str(self.values["network_id"] or 0)), chosen)

    def _choose_need(self) -> None:
        desk = desk_of(self)

        def needs() -> list[tuple[int, str]]:
            ordered = sorted(desk.calendar().needs, key=lambda need: (need.position, need.id or 0))
            return [(need.id or 0, need.text) for need in ordered]

        work.read(cast("Any", self), "needs", needs, self._ask_need)

    def _ask_need(self, needs: list[tuple[int, str]]) -> None:
        from planner.tui.dialogs.ask_one import AskOne

        def chosen(key: str | None) -> None:
            if key is not None:
                self.choose(need_id=int(key) or None)

        rows = [
            *((str(identifier), plain(text)) for identifier, text in needs),
            ("0", plain(say("none of them"))),
        ]
        self.app.push_screen(AskOne(say("Which need does it serve"), rows, str(self.values["need_id"] or 0)), chosen)

    def _choose_day(self) -> None:
        from planner.tui.dialogs.ask_date import AskDate

        def answered(when: tuple[date, time | None] | None) -> None:
            if when is not None:
                self.choose(day=when[0], time=when[1] or USUAL_HOUR)

        at = (self.values["day"], self.values["time"])
        self.app.push_screen(AskDate(desk_of(self), say("When"), at=at, zone=self.values["zone"]), answered)

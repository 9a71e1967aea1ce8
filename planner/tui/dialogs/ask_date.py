"""Ask for a day, and for an hour where a post moves; the day that was understood is shown while one types."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from planner.errors import InputError
from planner.tui import work
from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.tui.typed import day_typed, hour_shown, hour_typed
from planner.tui.widgets.entry import BoxedLine
from planner.words import dates, errors, say

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from planner.desk.desk import Desk
    from planner.model.card import Card

When = tuple[date | None, time | None]


class AskDate(Dialog[tuple[date, "time | None"]]):
    """A day as one says it (`fri`, `+3`, `25/11`), and an hour, None when it is not said."""

    def __init__(
        self, desk: Desk, title: str, card: Card | None = None, at: When | None = None, zone: str = ""
    ) -> None:
        """Ask under `title`; with a card, or with a day and hour given as `at`, the hour is asked too, in its zone."""
        super().__init__(title)
        self.desk = desk
        self.at: When | None = at
        if card is not None:
            day = date.fromisoformat(card.day) if card.day else None
            self.at = (day, time.fromisoformat(card.time) if card.time else None)
        zone = card.zone if card is not None else zone
        self.zone = "" if zone == desk.zone() else zone

    def asked(self) -> ComposeResult:
        """The day, what was understood, the hour."""
        yield Static(plain(say("Day")), classes="label -first")
        yield BoxedLine(placeholder=say("fri, +3, tomorrow, 25/11"), id="day")
        yield Static(plain(self._standing()), classes="told", id="understood")
        if self.at is not None:
            hour = say("Hour ({place})", place=dates.place(self.zone)) if self.zone else say("Hour")
            yield Static(plain(hour), classes="label")
            yield BoxedLine(hour_shown(self.at[1]), placeholder="9:00", id="hour", select_on_focus=True)
            yield Static("", classes="told", id="hour-understood")

    def keys(self) -> str:
        """What the keys do here."""
        return say("↵ go on   esc close")

    def _standing(self) -> str:
        return say("Now: {day}", day=dates.day_long(self.at[0])) if self.at and self.at[0] else ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the day and the hour that are understood."""
        if event.input.id == "day":
            self._show_day(event.value)
        else:
            self._show_hour(event.value)

    def _show_day(self, text: str) -> None:
        def understood() -> tuple[str, date | None]:
            try:
                return text, day_typed(self.desk, text)
            except InputError:
                return text, None

        work.read(self, "understood", understood, lambda found: self._tell_day(*found))

    def _tell_day(self, text: str, day: date | None) -> None:
        if text != self.query_one("#day", Input).value:
            return
        place = self.query_one("#understood", Static)
        if day is not None:
            place.update(plain(dates.day_long(day), "$text-accent"))
        else:
            place.update(plain(say("Not a day yet.") if text.strip() else self._standing()))

    def _show_hour(self, text: str) -> None:
        place = self.query_one("#hour-understood", Static)
        try:
            hour_typed(text)
            place.update("")
        except InputError:
            place.update(plain(say("Not an hour yet.")))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, or say what could not be understood."""
        try:
            day = day_typed(self.desk, self.query_one("#day", Input).value) or (self.at[0] if self.at else None)
            hour = hour_typed(self.query_one("#hour", Input).value) if self.at is not None else None
        except InputError as error:
            self._refuse("day" if error.key == "date-unclear" else "hour", errors.sentence(error))
            return
        if day is None:
            self._refuse("day", say("Which day?"))
            return
        self.dismiss((day, hour))

    def _refuse(self, field: str, sentence: str) -> None:
        place = self.query_one("#understood" if field == "day" else "#hour-understood", Static)
        place.update(plain(sentence, "$text-error"))
        self.query_one(f"#{field}", Input).focus()

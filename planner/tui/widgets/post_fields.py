"""What a post is besides its text: whom it helps, what for, where, when, and what it costs."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from planner.model.card import Hour, told_here
from planner.tui.plain import line, plain
from planner.tui.typed import whole_typed
from planner.tui.widgets.choice_row import ChoiceRow
from planner.tui.widgets.entry import LineInput
from planner.tui.widgets.marked_line import MarkedLine
from planner.words import dates, say, terms

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from textual.app import ComposeResult
    from textual.widgets import Input

DEFAULTS: dict[str, Any] = {
    "title": "",
    "body": "",
    "network_id": None,
    "status": "idea",
    "purpose": "help",
    "need_id": None,
    "day": None,
    "time": None,
    "zone": "",
    "next_step": "",
    "link": "",
    "prepare_minutes": 45,
    "reply_minutes": 30,
    "repeat": False,
}
"""The fields of a new post that the editor holds, as the record begins them."""

USUAL_HOUR = time(9)
"""The hour the desk gives a dated post for which none was said."""
LONGEST_WHEN = 40
"""Characters of a day and an hour that stand beside status and network on a line of 80 columns."""
MINUTES = ("prepare_minutes", "reply_minutes")
TYPED = ("next_step", "link")


class PostHead(Horizontal):
    """The first line of the editor: the title, and at its right the status, the network and the day."""

    def compose(self) -> ComposeResult:
        """The title and the three choices."""
        yield MarkedLine(placeholder=say("Title"), id="title")
        with Horizontal(id="head-choices"):
            yield ChoiceRow(id="status")
            yield ChoiceRow(id="network_id")
            yield ChoiceRow(id="day")


class PostFields(Vertical):
    """The column of fields, one line each."""

    def compose(self) -> ComposeResult:
        """A label and a value a line."""
        yield from self._row(say("Need"), ChoiceRow(id="need_id"))
        yield from self._row(say("Why"), ChoiceRow(id="purpose"))
        yield from self._row(say("Next"), LineInput(id="next_step", placeholder=say("what the reader does then")))
        yield from self._row(say("Link"), LineInput(id="link", placeholder=say("address to open")))
        with Horizontal(classes="field"):
            yield Static(plain(say("Minutes")), classes="name")
            yield Static(plain(say("prepare")), classes="unit")
            yield LineInput(id="prepare_minutes", classes="minutes", max_length=4)
            yield Static(plain(say("reply")), classes="unit")
            yield LineInput(id="reply_minutes", classes="minutes", max_length=4)
        yield from self._row(say("Again"), ChoiceRow(id="repeat"))

    def _row(self, label: str, control: Static | Input) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(plain(label), classes="name")
            yield control


def minutes_typed(texts: Mapping[str, str]) -> dict[str, int]:
    """The minutes as figures; nothing counts as none.

    Raises:
        InputError: `value-not-allowed`, with the field.
    """
    return {name: whole_typed(name, texts[name]) or 0 for name in MINUTES}


def status_shown(status: str) -> str:
    """`◐ draft`."""
    return f"{terms.sign_of_status(status)} {terms.status(status)}"


def when_shown(day: date | None, at: time | None, today: date, zone: str = "", home: str = "") -> str:
    """`Thu 22 Jan 9:00`, with the year when it is another than today's; or that there is no day yet.

    An hour of another zone than `home` is told with its place, and with what it is here where that is short.
    """
    if day is None:
        return say("no day yet")
    hour = Hour(day.isoformat(), f"{at:%H:%M}" if at else "", zone)
    hour = hour._replace(here=told_here(hour.day, hour.time, zone, home))
    short, full = (
        f"{dates.day_short(day, today)} {told(hour)}".rstrip() for told in (dates.hour_of, dates.hour_in_full)
    )
    return full if len(full) <= LONGEST_WHEN else short


def hour_there(moment: datetime, zone: str, home: str) -> str:
    """`03:30`; `03:30 Toronto` of a moment in another zone than `home`."""
    at = f"{moment:%H:%M}"
    return at if zone in ("", home) else f"{at} {dates.place(zone)}"


def repeat_shown(repeat: bool) -> str:
    """Whether a post that resembles an earlier one does so on purpose."""
    return say("comes again on purpose") if repeat else say("– no")


def need_shown(words: str) -> str:
    """The need in its own words, or that none is chosen."""
    return line(words) or say("none chosen")

"""Busy time of other calendars, laid under the week: read-only, never counted, judged or exported.

What is laid under is no part of the plan: undo does not turn it back.
"""

from __future__ import annotations

import os
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.errors import InputError, PlannerError
from planner.model.gate import clean_line
from planner.store import busy as kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.desk.desk import Desk
    from planner.model.busy import BusyTime
    from planner.model.card import Card
    from planner.store.busy import BusyCalendar

WINDOW = timedelta(days=366)
"""How far before and after today the hours are read."""
REFUSED = "! "
"""How the mark of a file begins that could not be read: it is not tried again until it changes."""


class Laid(NamedTuple):
    """What was laid under the week: the calendar, how many stretches of time, how many events are not understood."""

    calendar: BusyCalendar
    stretches: int
    hidden: int


class Refreshed(NamedTuple):
    """Whether hours changed, and the files that could not be read: their old hours stay."""

    changed: bool
    refused: Sequence[PlannerError]


def busy_times(desk: Desk, first: date, last: date) -> list[BusyTime]:
    """What is taken from `first` to `last`, in order."""
    return kept.busy_times(desk.database, first, last)


def busy_calendars(desk: Desk) -> list[BusyCalendar]:
    """The calendars that are laid under the week, oldest first."""
    return kept.busy_calendars(desk.database)


def lay_under(desk: Desk, path: Path, name: str = "", *, titles: bool = False) -> Laid:
    """Lay the busy time of an .ics file under the week; one that lies there is read anew.

    Args:
        desk: the open calendar.
        path: the file, which is only ever read.
        name: what it is called here; when "", what it was called before, else the file's own name.
        titles: whether its titles are shown; else only its name is.

    Raises:
        InputError: `value-duplicate` when another calendar is called so; `busy-unreadable`, `busy-too-many`,
            `file-missing`, `file-unreadable`, `file-too-large`, `file-too-slow`, `file-too-heavy`.
        CalendarError: the calendar is locked or takes no changes.
    """
    place = path.expanduser().absolute()
    standing = busy_calendars(desk)
    before = next((known.name for known in standing if known.place == str(place)), "")
    called = clean_line(name, "name") or before or clean_line(place.stem, "name")
    for other in standing:
        if other.name.casefold() == called.casefold() and other.place != str(place):
            raise InputError("value-duplicate", field="name", value=called)
    mark = _mark(desk, str(place), titles)
    hours, hidden = _read(desk, place, path.name, titles)
    kept.keep_busy(desk.database, str(place), called, mark, hours)
    laid = next(calendar for calendar in busy_calendars(desk) if calendar.place == str(place))
    return Laid(laid, len(hours), hidden)


def take_away(desk: Desk, name: str) -> BusyCalendar:
    """Lay a calendar under the week no longer; its file stays as it is.

    Raises:
        InputError: `busy-unknown` when none is called so.
    """
    found = busy_calendars(desk)
    wanted = clean_line(name, "name").casefold()
    for calendar in found:
        if calendar.name.casefold() == wanted:
            kept.forget_busy(desk.database, calendar.id)
            return calendar
    raise InputError("busy-unknown", name=name, known=[calendar.name for calendar in found])


def refresh(desk: Desk, *, again: bool = False) -> Refreshed:
    """Read the files that changed since they were last read, and all once a month, since the days move on.

    A file that cannot be read keeps its old hours; it is tried again when it changes, or at once with `again`.
    Nothing is done in a calendar that takes no changes.

    Raises:
        CalendarError: the calendar is locked.
    """
    if desk.readonly:
        return Refreshed(False, [])
    changed, refused = False, []
    for calendar in busy_calendars(desk):
        mark = _mark(desk, calendar.place, calendar.titles)
        if calendar.mark == mark or (calendar.mark == REFUSED + mark and not again):
            continue
        try:
            hours, _ = _read(desk, Path(calendar.place), calendar.name, calendar.titles)
        except InputError as error:
            refused.append(error)
            kept.note_mark(desk.database, calendar.id, REFUSED + mark)
            continue
        kept.keep_hours(desk.database, calendar.id, mark, hours)
        changed = True
    return Refreshed(changed, refused)


def could_be_read(calendar: BusyCalendar) -> bool:
    """Whether the file could be read the last time it was tried."""
    return not calendar.mark.startswith(REFUSED)


def met_by(desk: Desk, card: Card) -> list[BusyTime]:
    """The busy hours that a post falls into, whole days left out."""
    if not card.day or not card.time:
        return []
    moment = datetime.combine(date.fromisoformat(card.day), time.fromisoformat(card.time))
    if card.zone and card.zone != _zone(desk):
        from planner.model.when import instant, zone_named

        moment = instant(moment, card.zone).astimezone(zone_named(_zone(desk))).replace(tzinfo=None)
    at = moment.strftime("%H:%M")
    return [hour for hour in busy_times(desk, moment.date(), moment.date()) if hour.time and hour.time <= at < hour.end]


def _read(desk: Desk, path: Path, name: str, titles: bool) -> tuple[list[BusyTime], int]:
    from planner.exchange.ics.busy import busy_times as read

    today = desk.today()
    return read(path, name, _zone(desk), today - WINDOW, today + WINDOW, titles=titles)


def _zone(desk: Desk) -> str:
    return str(desk.database.rows("SELECT zone FROM brief")[0][0])


def _mark(desk: Desk, place: str, titles: bool) -> str:
    """What hours come from: a file's size and time, their zone, this month's window, whether with titles."""
    try:
        found = os.stat(place)  # noqa: PTH116 (a path of a stranger's making is no reason to fail)
        standing = f"{found.st_size} {found.st_mtime_ns}"
    except (OSError, ValueError):
        standing = "missing"
    return f"{standing} {_zone(desk)} {desk.today():%Y-%m}{kept.WITH_TITLES if titles else ''}"

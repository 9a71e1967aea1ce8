"""Busy time of other calendars, laid under the week: read-only, never counted, judged or exported.

What is laid under is no part of the plan: undo does not turn it back.
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.desk.busy_zones import ZonesTold, zones_kept, zones_text
from planner.errors import InputError, PlannerError
from planner.model.card import moment_of
from planner.model.gate import clean_line
from planner.store import busy as kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.desk.busy_zones import BusyZones
    from planner.desk.desk import Desk
    from planner.exchange.ics.busy import Taken
    from planner.model.busy import BusyTime
    from planner.model.card import Card
    from planner.store.busy import BusyCalendar

WINDOW = timedelta(days=366)
"""How far before and after today the hours are read."""
SAY_THAT_HOURS_STAY = ("busy-unreadable", "busy-too-many")
REFUSED = "! "
"""How the mark of a file begins that could not be read: it is not tried again until it changes."""


class Laid(NamedTuple):
    """What was laid under the week: the calendar, how many stretches of time, how many events are not understood."""

    calendar: BusyCalendar
    stretches: int
    hidden: int


class Refreshed(NamedTuple):
    """Whether hours changed, the files that could not be read, whose old hours stay, and what is new of zones."""

    changed: bool
    refused: Sequence[PlannerError]
    told: Sequence[ZonesTold]


def busy_times(desk: Desk, first: date, last: date) -> list[BusyTime]:
    """What is taken from `first` to `last`, in order."""
    return kept.busy_times(desk.database, first, last)


def busy_calendars(desk: Desk) -> list[BusyCalendar]:
    """The calendars that are laid under the week, oldest first."""
    return kept.busy_calendars(desk.database)


def about_zones(desk: Desk, calendar: BusyCalendar) -> ZonesTold:
    """What is to be told of the zones of a calendar that lies under the week."""
    zones = zones_kept(calendar.zones)
    return _told(desk, calendar, zones)


def lay_under(
    desk: Desk, path: Path, name: str = "", *, titles: bool = False, zone: str | Sequence[str] | None = None
) -> Laid:
    """Lay the busy time of an .ics file under the week; one that lies there is read anew.

    Args:
        desk: the open calendar.
        path: the file, which is only ever read.
        name: what it is called here; when "", what it was called before, else the file's own name.
        titles: whether its titles are shown; else only its name is.
        zone: IANA name for times that have no zone, or one that nobody knows, and NAME=ZONE for the file's zone NAME
            alone; what was said of its zones before stays.

    Raises:
        InputError: `value-duplicate` when another calendar is called so; `zone-unknown`; `zone-not-asked` for a NAME
            that is none of the file's own; `busy-unreadable`, `busy-too-many`,
            `file-missing`, `file-unreadable`, `file-too-large`, `file-too-slow`, `file-too-heavy`.
        CalendarError: the calendar is locked or takes no changes.
    """
    from planner.desk.said_zones import MOST_TOLD, said_zones

    place = path.expanduser().absolute()
    standing, said = busy_calendars(desk), said_zones(zone)
    before = next((known for known in standing if known.place == str(place)), None)
    called = clean_line(name, "name") or (before.name if before else clean_line(place.stem, "name"))
    for other in standing:
        if other.name.casefold() == called.casefold() and other.place != str(place):
            raise InputError("value-duplicate", field="name", value=called)
    mark = _mark(desk, str(place), titles)
    zones = zones_kept(before.zones if before else "").with_said(said)
    taken = _read(desk, place, path.name, titles, zones)
    for asked in said.named:
        if asked not in taken.names:
            raise InputError("zone-not-asked", name=asked, known=list(taken.names)[:MOST_TOLD])
    kept.keep_busy(desk.database, str(place), called, mark, taken.hours, zones_text(_found(zones, taken)))
    laid = next(calendar for calendar in busy_calendars(desk) if calendar.place == str(place))
    return Laid(laid, len(taken.hours), taken.hidden)


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
        return Refreshed(False, [], [])
    changed, refused, told = False, [], []
    for calendar in busy_calendars(desk):
        mark = _mark(desk, calendar.place, calendar.titles)
        if calendar.mark == mark or (calendar.mark == REFUSED + mark and not again):
            continue
        before = zones_kept(calendar.zones)
        try:
            taken = _read(desk, Path(calendar.place), calendar.place, calendar.titles, before)
        except InputError as error:
            refused.append(_stays(error, calendar))
            kept.note_mark(desk.database, calendar.id, REFUSED + mark)
            continue
        zones = _found(before, taken)
        kept.keep_hours(desk.database, calendar.id, mark, taken.hours, zones_text(zones))
        changed = True
        if (zones.unknown, bool(zones.floating)) != (before.unknown, bool(before.floating)):
            told.append(_told(desk, calendar, zones))
    return Refreshed(changed, refused, [each for each in told if each.unknown or each.floating])


def _stays(error: InputError, calendar: BusyCalendar) -> InputError:
    """Why a file could not be read, with what that means for the hours that were read before."""
    if error.key == "file-missing":
        return InputError("busy-file-missing", file=calendar.place, name=calendar.name)
    return error if error.key in SAY_THAT_HOURS_STAY else InputError("busy-stays", why=error, name=calendar.name)


def could_be_read(calendar: BusyCalendar) -> bool:
    """Whether the file could be read the last time it was tried."""
    return not calendar.mark.startswith(REFUSED)


def met_by(desk: Desk, card: Card) -> list[BusyTime]:
    """The busy hours that a post falls into, whole days left out."""
    if not card.day or not card.time:
        return []
    day, _, at = moment_of(card).partition("T")
    taken = busy_times(desk, date.fromisoformat(day), date.fromisoformat(day))
    return [hour for hour in taken if hour.time and hour.time <= at < hour.end]


def _read(desk: Desk, path: Path, name: str, titles: bool, zones: BusyZones) -> Taken:
    from planner.exchange.ics.busy import busy_times as read
    from planner.exchange.ics.busy_zones import Said

    today, said = desk.today(), Said(zones.rest, dict(zones.named))
    return read(path, name, desk.zone(), today - WINDOW, today + WINDOW, titles=titles, said=said)


def _found(zones: BusyZones, taken: Taken) -> BusyZones:
    return zones._replace(unknown=dict(taken.unknown), floating=taken.floating)


def _told(desk: Desk, calendar: BusyCalendar, zones: BusyZones) -> ZonesTold:
    floating = (zones.rest or desk.zone()) if zones.floating else ""
    return ZonesTold(calendar.name, calendar.place, calendar.titles, zones.unknown, floating)


def _mark(desk: Desk, place: str, titles: bool) -> str:
    """What hours come from: a file's size and time, their zone, this month's window, whether with titles."""
    try:
        found = os.stat(place)  # noqa: PTH116 (a path of a stranger's making is no reason to fail)
        standing = f"{found.st_size} {found.st_mtime_ns}"
    except (OSError, ValueError):
        standing = "missing"
    return f"{standing} {desk.zone()} {desk.today():%Y-%m}{kept.WITH_TITLES if titles else ''}"

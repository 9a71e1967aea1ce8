"""The hours that an .ics file takes, read in a process of their own: what is free or cancelled takes none.

Series are expanded by recurring-ical-events, which knows exceptions, moved instances and added days (RFC 5545
3.8.4.4 and 3.8.5), a series at a time, so that a broken one spoils no other.
"""

from __future__ import annotations

import sys
from datetime import date, datetime, time, timedelta
from typing import IO, TYPE_CHECKING, Any

from planner.errors import InputError
from planner.exchange.apart import answer_apart, values_apart
from planner.exchange.ics.bare import bare
from planner.model.busy import WHOLE_DAY, BusyTime
from planner.model.gate import clean_line
from planner.model.when import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST_HOURS = 20_000
"""Stretches of time in the window, at most: a person's busiest two years hold a few thousand."""
TOO_FINE = ("SECONDLY", "MINUTELY", "HOURLY")
SERIES = ("RRULE", "RDATE", "RECURRENCE-ID")
TITLE_LIMIT = 200
DAY = timedelta(days=1)


def busy_times(
    path: Path, name: str, zone: str, first: date, last: date, *, titles: bool
) -> tuple[list[BusyTime], int]:
    """What a file takes of the days from `first` to `last`, in the zone's wall time, and how many events it hides.

    Args:
        path: the file.
        name: what the person calls it.
        zone: the IANA zone of the hours; a time without a zone is meant there.
        first: the first day.
        last: the last day.
        titles: whether the hours keep their titles, which are private.

    Returns:
        The hours in order, and the number of events that could not be understood.

    Raises:
        InputError: `busy-unreadable`, `busy-too-many`, or what `values_apart` raises.
    """
    asked = (zone, first.isoformat(), last.isoformat(), "titles" if titles else "")
    found, hidden = set(), 0
    for value in values_apart(__name__, path, name, arguments=asked):
        if "hidden" in value:
            hidden = int(value["hidden"])
        else:
            found.add(BusyTime(value["day"], value["time"], int(value["minutes"]), title=clean_line(value["title"])))
    return sorted(found), hidden


def understood(content: bytes, zone: str, first: date, last: date, *, titles: bool) -> Iterator[dict[str, Any]]:
    """The hours of a file's bytes as plain values, then how many events could not be understood.

    Raises:
        InputError: `busy-unreadable` or `busy-too-many`.
    """
    count = hidden = 0
    for group in _groups(content, bare(content, first, last, titles=titles)):
        try:
            pieces = [piece for event in _instances(group, first, last) for piece in _taken(event, zone, titles)]
        except Exception:  # A stranger's file holds whatever it may: one broken event is left out, and told.
            hidden += 1
            continue
        for piece in pieces:
            if first.isoformat() <= piece.day <= last.isoformat():
                count += 1
                if count > MOST_HOURS:
                    raise InputError("busy-too-many", limit=MOST_HOURS)
                yield {"day": piece.day, "time": piece.time, "minutes": piece.minutes, "title": piece.title}
    yield {"hidden": hidden}


def _groups(content: bytes, bared: bytes) -> Iterable[list[Any]]:
    """Single events one by one, and each series with its exceptions."""
    from icalendar import Calendar

    if b"BEGIN:VCALENDAR" not in content.upper():
        raise InputError("busy-unreadable")
    try:
        calendars = Calendar.from_ical(bared, multiple=True)
    except Exception as error:
        raise InputError("busy-unreadable", detail=str(error)) from error
    groups: dict[object, list[Any]] = {}
    for number, event in enumerate(event for calendar in calendars for event in calendar.walk("VEVENT")):
        uid = str(event.get("UID", ""))
        groups.setdefault(uid or number, []).append(event)
    for events in groups.values():
        if any(name in event for event in events for name in SERIES):
            yield events
        else:
            yield from ([event] for event in events)


def _instances(events: list[Any], first: date, last: date) -> Iterable[Any]:
    if not any(name in event for event in events for name in SERIES):
        return events
    from icalendar import Calendar
    from recurring_ical_events import of

    calendar = Calendar()
    for event in events:
        rule = event.get("RRULE", {})
        if any(str(value).upper() in TOO_FINE for value in rule.get("FREQ", ())):
            raise ValueError("finer than daily")
        calendar.add_component(event)
    found: list[Any] = of(calendar).between(first, last + DAY)
    return found


def _taken(event: Any, zone: str, titles: bool) -> Iterator[BusyTime]:
    """The stretches of time that one event takes, one a day."""
    if _is_free(event):
        return
    title = " ".join(str(event.get("SUMMARY", "")).split())[:TITLE_LIMIT] if titles else ""
    start, end = event.start, event.end
    if not isinstance(start, datetime):
        for number in range(max(1, min((end - start).days, 800))):
            yield BusyTime((start + DAY * number).isoformat(), "", WHOLE_DAY, title=title)
        return
    begin, stop = _wall(start, zone), _wall(end, zone)
    while begin < stop:
        midnight = datetime.combine(begin.date() + DAY, time())
        minutes = round((min(stop, midnight) - begin).total_seconds() / 60)
        at = "" if minutes == WHOLE_DAY else begin.strftime("%H:%M")
        if minutes:
            yield BusyTime(begin.date().isoformat(), at, minutes, title=title)
        begin = midnight


def _is_free(event: Any) -> bool:
    """Whether the event takes no time: transparent, cancelled, or free in Outlook's words."""
    said = {name: str(event.get(name, "")).upper() for name in ("TRANSP", "STATUS", "X-MICROSOFT-CDO-BUSYSTATUS")}
    return (
        said["TRANSP"] == "TRANSPARENT"
        or said["STATUS"] == "CANCELLED"
        or said["X-MICROSOFT-CDO-BUSYSTATUS"] in ("FREE", "WORKINGELSEWHERE")
    )


def _wall(moment: datetime, zone: str) -> datetime:
    """The wall time in the zone; a time without a zone is meant there."""
    return moment.astimezone(zone_named(zone)).replace(tzinfo=None) if moment.tzinfo else moment


def _answer(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    zone, first, last, titles = sys.argv[1:5]
    return understood(file.read(), zone, date.fromisoformat(first), date.fromisoformat(last), titles=bool(titles))


if __name__ == "__main__":
    answer_apart(_answer)

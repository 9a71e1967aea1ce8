"""The hours that an .ics file takes, read in a process of their own: what is free or cancelled takes none.

Series are expanded by recurring-ical-events, which knows exceptions, moved instances and added days (RFC 5545
3.8.4.4 and 3.8.5), a series at a time, so that a broken one spoils no other.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date, datetime, time, timedelta
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from planner.errors import InputError
from planner.exchange.apart import answer_apart, values_apart
from planner.exchange.ics.bare import bare
from planner.exchange.ics.busy_zones import UNKNOWN, UNSAID, Said, placed
from planner.model.busy import WHOLE_DAY, BusyTime
from planner.model.gate import clean_line
from planner.model.when import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

MOST_HOURS = 20_000
"""Stretches of time in the window, at most: a person's busiest two years hold a few thousand."""
TOO_FINE = ("SECONDLY", "MINUTELY", "HOURLY")
SERIES = ("RRULE", "RDATE", "RECURRENCE-ID")
TITLE_LIMIT = 200
MOST_NAMES = 20
"""Zones that are told by name; events of others are counted under OTHERS."""
OTHERS = "…"
DAY = timedelta(days=1)


class Taken(NamedTuple):
    """What a file takes.

    Attributes:
        hours: in order.
        hidden: the events that could not be understood.
        floating: the events whose times say no zone.
        unknown: how many events were left out because nobody knows their zone, by the zone's name.
        names: the zones that only the file knows, by which a person may say them.
    """

    hours: list[BusyTime]
    hidden: int = 0
    floating: int = 0
    unknown: Mapping[str, int] = {}
    names: Sequence[str] = ()


def busy_times(
    path: Path, name: str, zone: str, first: date, last: date, *, titles: bool, said: Said = UNSAID
) -> Taken:
    """What a file takes of the days from `first` to `last`, in the zone's wall time.

    Args:
        path: the file.
        name: what the person calls it.
        zone: the IANA zone of the hours; a time without a zone is meant there, unless another is said.
        first: the first day.
        last: the last day.
        titles: whether the hours keep their titles, which are private.
        said: what a person says of the file's zones.

    Raises:
        InputError: `busy-unreadable`, `busy-too-many`, or what `values_apart` raises.
    """
    asked = (zone, first.isoformat(), last.isoformat(), "titles" if titles else "", json.dumps(said))
    found: set[BusyTime] = set()
    told: dict[str, Any] = {}
    for value in values_apart(__name__, path, name, arguments=asked):
        if "hidden" in value:
            told = value
        else:
            found.add(BusyTime(value["day"], value["time"], int(value["minutes"]), title=clean_line(value["title"])))
    return Taken(sorted(found), **told)


def understood(
    content: bytes, zone: str, first: date, last: date, *, titles: bool, said: Said = UNSAID
) -> Iterator[dict[str, Any]]:
    """The hours of a file's bytes as plain values, then the rest of what `Taken` says.

    Raises:
        InputError: `busy-unreadable`, `busy-too-many` or `events-too-many`.
    """
    if b"BEGIN:VCALENDAR" not in content.upper():
        raise InputError("busy-unreadable")
    file = placed(bare(content, first, last, titles=titles), zone, said)
    reading = _Reading((zone, said.rest), first, last, titles)
    for group in _groups(file.text):
        yield from map(_plain, reading.hours(group, file.names))
    yield {
        "hidden": reading.hidden,
        "floating": reading.floating,
        "unknown": dict(reading.unknown),
        "names": file.names,
    }


def _plain(hour: BusyTime) -> dict[str, Any]:
    return {"day": hour.day, "time": hour.time, "minutes": hour.minutes, "title": hour.title}


class _Reading:
    """One file's events being read, and what is left out of them."""

    def __init__(self, zones: tuple[str, str], first: date, last: date, titles: bool) -> None:
        self.zones = zones
        self.first, self.last = first, last
        self.titles = titles
        self.count = self.hidden = self.floating = 0
        self.unknown: Counter[str] = Counter()

    def hours(self, group: list[Any], names: Sequence[str]) -> list[BusyTime]:
        """What an event, or a series with its exceptions, takes of the window."""
        try:
            hours, floats = self._inside(group), any(_is_floating(event) for event in group)
        except Exception:  # A stranger's file holds whatever it may: one broken event is left out, and told.
            self.hidden += 1
            return []
        homeless = next((event[UNKNOWN] for event in group if UNKNOWN in event), None)
        if hours and homeless is not None:
            name = names[int(homeless)]
            self.unknown[name if name in self.unknown or len(self.unknown) < MOST_NAMES else OTHERS] += 1
            return []
        self.floating += bool(hours) and floats
        self.count += len(hours)
        if self.count > MOST_HOURS:
            raise InputError("busy-too-many", limit=MOST_HOURS)
        return hours

    def _inside(self, group: list[Any]) -> list[BusyTime]:
        first, last = self.first.isoformat(), self.last.isoformat()
        instances = _instances(group, self.first, self.last)
        every = (piece for event in instances for piece in _taken(event, *self.zones, self.titles))
        return [piece for piece in every if first <= piece.day <= last]


def _is_floating(event: Any) -> bool:
    return isinstance(event.start, datetime) and event.start.tzinfo is None


def _groups(text: str) -> Iterable[list[Any]]:
    """Single events one by one, and each series with its exceptions."""
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(text, multiple=True)
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


def _taken(event: Any, zone: str, rest: str, titles: bool) -> Iterator[BusyTime]:
    """The stretches of time that one event takes, one a day; `rest` is the zone of times without."""
    if _is_free(event):
        return
    title = " ".join(str(event.get("SUMMARY", "")).split())[:TITLE_LIMIT] if titles else ""
    start, end = event.start, event.end
    if not isinstance(start, datetime):
        for number in range(max(1, min((end - start).days, 800))):
            yield BusyTime((start + DAY * number).isoformat(), "", WHOLE_DAY, title=title)
        return
    begin, stop = _wall(start, zone, rest), _wall(end, zone, rest)
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


def _wall(moment: datetime, zone: str, rest: str) -> datetime:
    """The wall time in the zone; a time without a zone is meant in `rest`, or there."""
    if moment.tzinfo is None and rest:
        moment = moment.replace(tzinfo=zone_named(rest))
    return moment.astimezone(zone_named(zone)).replace(tzinfo=None) if moment.tzinfo else moment


def _answer(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    zone, first, last, titles, said = sys.argv[1:6]
    days = date.fromisoformat(first), date.fromisoformat(last)
    return understood(file.read(), zone, *days, titles=bool(titles), said=Said(*json.loads(said)))


if __name__ == "__main__":
    answer_apart(_answer)

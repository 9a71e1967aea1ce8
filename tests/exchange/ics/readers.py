"""What other readers make of a file: for each event that takes place, its title, UTC start and UTC end."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import vobject
from dateutil.rrule import rrulestr
from dateutil.tz import tzical
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from planner.exchange.ics.entry import Entry

Seen = tuple[str, datetime, datetime]
FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)


def meant(entry: Entry) -> list[Seen]:
    """What an entry means by dateutil and zoneinfo alone: the first in a fold, moved out of a gap."""
    days = [entry.start]
    if entry.rule:
        whole_last_day = re.sub(r"(UNTIL=\d{8})", r"\1T235959", entry.rule)
        days = rrulestr(whole_last_day, dtstart=entry.start).between(_naive(FIRST), _naive(LAST), inc=True)
    kept = (day for day in days if day.date() not in entry.skipped)
    starts = [day.replace(tzinfo=ZoneInfo(entry.zone)).astimezone(UTC) for day in kept]
    return sorted((entry.summary, start, start + timedelta(minutes=entry.minutes)) for start in starts)


def by_icalendar(data: bytes) -> list[Seen]:
    """icalendar's strict reading, expanded by dateutil on the clock of the file's own VTIMEZONE."""
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    clocks = tzical(io.StringIO(data.decode().replace("\r\n", "\n"))) if b"TZID:" in data else None
    for component in calendar.walk():
        assert component.errors == []
    calendar.validate()  # type: ignore[no-untyped-call]
    return sorted(seen for event in calendar.events for seen in _expanded(event, clocks))


def _expanded(event: Any, clocks: Any) -> Iterator[Seen]:
    zone = event["DTSTART"].params.get("TZID")
    clock: tzinfo = clocks.get(zone) if zone else UTC
    start = event.start.replace(tzinfo=None)
    length = event.end.replace(tzinfo=None) - start
    starts = [start.replace(tzinfo=clock)]
    if "RRULE" in event:
        rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=starts[0])
        starts = rule.between(FIRST, LAST, inc=True)
    removed = {moment.replace(tzinfo=None) for moment in event.exdates}
    for each in starts:
        if each.replace(tzinfo=None) not in removed:
            yield str(event["SUMMARY"]), each.astimezone(UTC), each.astimezone(UTC) + length


def by_ical(data: bytes) -> list[Seen]:
    """allenporter's ical, which Home Assistant uses."""
    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    found = calendar.timeline_tz(UTC).overlapping(FIRST, LAST)
    return sorted((event.summary or "", _utc(event.start), _utc(event.end)) for event in found)


def by_vobject(data: bytes) -> list[Seen]:
    """vobject, which reads times by the file's VTIMEZONE."""
    calendar = vobject.readOne(data.decode())
    return sorted(seen for event in calendar.vevent_list for seen in _by_vobject(event))


def _by_vobject(event: Any) -> Iterator[Seen]:
    start, length = event.dtstart.value, event.dtend.value - event.dtstart.value
    starts = [start]
    if "rrule" in event.contents:
        starts = list(event.getrruleset(addRDate=False).between(FIRST, LAST, inc=True))
    for each in starts:
        yield event.summary.value, each.astimezone(UTC), each.astimezone(UTC) + length


def _utc(moment: date | datetime) -> datetime:
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC)


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


READERS: tuple[Callable[[bytes], list[Seen]], ...] = (by_icalendar, by_ical, by_vobject)

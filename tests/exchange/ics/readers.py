"""What other readers make of a file: for each event that takes place, its title, UTC start and UTC end."""

import atexit
import io
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from tempfile import TemporaryDirectory
from typing import Any
from wsgiref.util import setup_testing_defaults
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import ics
import vobject
from dateutil.rrule import rrulestr
from dateutil.tz import tzical
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from radicale import config
from radicale.app import Application

from planner.exchange.ics.entry import Entry

Seen = tuple[str, datetime, datetime]
Reader = Callable[[bytes], list[Seen]]
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


def all_meant(entries: Iterable[Entry]) -> list[Seen]:
    """What several entries mean."""
    return sorted(seen for one in entries for seen in meant(one))


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
    assert event.start.astimezone(UTC) == starts[0].astimezone(UTC), "icalendar knows the zone by its name, and agrees"
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


def by_radicale(data: bytes) -> list[Seen]:
    """Radicale, the server: a file is put into it and asked back with each series expanded (RFC 4791, 9.6.5)."""
    assert _asked("PUT", data)[0].startswith("201")
    span = f'start="{FIRST:%Y%m%dT%H%M%SZ}" end="{LAST:%Y%m%dT%H%M%SZ}"'
    status, answer = _asked("REPORT", QUERY.replace("SPAN", span).encode())
    assert status.startswith("207")
    texts = [
        found.text for found in ElementTree.fromstring(answer).iter("{urn:ietf:params:xml:ns:caldav}calendar-data")
    ]
    return sorted(seen for text in texts if text for seen in _in_utc(text))


QUERY = """<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<D:prop><C:calendar-data><C:expand SPAN/></C:calendar-data></D:prop><C:filter><C:comp-filter name="VCALENDAR">
<C:comp-filter name="VEVENT"><C:time-range SPAN/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"""


def _in_utc(text: str) -> Iterator[Seen]:
    for event in Calendar.from_ical(text).walk("VEVENT"):
        yield str(event["SUMMARY"]), _utc(event.start), _utc(event.end)  # type: ignore[attr-defined]


def _asked(method: str, body: bytes) -> tuple[str, bytes]:
    said: list[str] = []
    request: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": "/person/calendar/",
        "SCRIPT_NAME": "",
        "HTTP_AUTHORIZATION": "Basic cGVyc29uOg==",
        "HTTP_DEPTH": "1",
        "CONTENT_TYPE": "text/calendar; charset=utf-8" if method == "PUT" else "text/xml",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }
    setup_testing_defaults(request)
    answer = b"".join(_server()(request, lambda status, headers: said.append(status)))
    return said[0], answer


@lru_cache(maxsize=1)
def _server() -> Any:
    """Radicale without a socket: its WSGI application, with a folder that goes when the tests are over."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    settings = config.load()
    storage = {"filesystem_folder": folder.name, "_filesystem_fsync": False}
    made: dict[str, dict[str, Any]] = {"storage": storage, "auth": {"type": "none"}, "logging": {"level": "critical"}}
    settings.update(made, "the tests", privileged=True)
    return Application(settings)


def by_ics(data: bytes) -> list[Seen]:
    """ics.py, which leaves series alone: single events, and where each series starts."""
    events = ics.Calendar(data.decode()).events
    return sorted((event.name, _utc(event.begin.datetime), _utc(event.end.datetime)) for event in events)


def _utc(moment: date | datetime) -> datetime:
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC)


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


READERS: tuple[Reader, ...] = (by_icalendar, by_ical, by_vobject, by_radicale)

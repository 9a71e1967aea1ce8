"""Entries as objects of a CalDAV collection: one UID each, without METHOD (RFC 4791, 4.1)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from icalendar import Calendar

from planner.exchange.ics.entry import Entry, Feed, Remark
from planner.exchange.ics.write import PRODUCT, ics_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Component

HEAD = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODUCT}\r\nCALSCALE:GREGORIAN\r\n".encode()
END = b"END:VCALENDAR\r\n"
STAMPS = re.compile(rb"\r\n(?:DTSTAMP|LAST-MODIFIED):[^\r]*")
UID = re.compile(r"^UID:(.*)\r$", re.MULTILINE)
ZONE = re.compile(r"^DT(?:START|END);TZID=([^:;]*):", re.MULTILINE)
RECORD = "X-PLANNER-RECORD"
ESCAPE = re.compile(r"\\(.)")
NOT_COMPARED = frozenset({"DTSTAMP", "LAST-MODIFIED", "CREATED"})
"""What servers put anew when they store an object."""
UNREADABLE = (ValueError, KeyError, IndexError, TypeError, AttributeError)
"""What icalendar raises for objects that others have broken."""


class CalendarObject(NamedTuple):
    """One object: the UID of its event, what it is called, its bytes, and what must be said of it.

    `digest` is equal for equal objects, whenever their record was changed.
    """

    uid: str
    title: str
    content: bytes
    digest: str
    remarks: tuple[Remark, ...]


def objects(entry: Entry, zone: str, cut_note: str, year: int) -> list[CalendarObject]:
    """The objects of an entry, which depend on no other entry; a series that must be parted gives several.

    Args:
        entry: what the calendar is to show.
        zone: the person's zone.
        cut_note: what stands at the end of a text that had to be cut.
        year: this year: a series that must be written out day by day reaches two years beyond it.
    """
    remarks: list[Remark] = []
    # A series reaches as far as the file's latest change, so that a second entry, of this year, makes it go on.
    shown = [entry, _of_the_year(year)] if entry.rule else [entry]
    parts = list(ics_lines(Feed(name="", zone=zone, entries=shown, cut_note=cut_note), remarks))
    zones = {_zone_of(part): part for part in parts if part.startswith(b"BEGIN:VTIMEZONE")}
    events = [part for part in parts if part.startswith(b"BEGIN:VEVENT")]
    return [found for event in events if (found := _object(event, zones, entry.summary, tuple(remarks))).uid]


def content_digest(content: bytes) -> str:
    """A digest of an object of ours, without the stamps that say when it was changed."""
    return sha256(STAMPS.sub(b"", content)).hexdigest()[:32]


def meaning_digest(content: bytes) -> str:
    """A digest of what an object says, whoever wrote it down: "" when it cannot be read.

    Order, folding, escapes, stamps, zone blocks and properties of a program's own do not count.
    """
    try:
        events = Calendar.from_ical(content).walk("VEVENT")
        lines = [line for event in events for part in event.walk() for line in _said(part)]
    except UNREADABLE:
        return ""
    return sha256("\n".join(sorted(lines)).encode("utf-8", "replace")).hexdigest()[:32] if lines else ""


def title_of(content: bytes) -> str:
    """What an object calls its event, "" when it does not say or cannot be read."""
    try:
        return next((str(event.get("SUMMARY", "")) for event in Calendar.from_ical(content).walk("VEVENT")), "")
    except UNREADABLE:
        return ""


def uids_of(content: bytes) -> set[str]:
    """The UIDs of the events of an object, none when it cannot be read."""
    try:
        return {str(event.get("UID", "")) for event in Calendar.from_ical(content).walk("VEVENT")}
    except UNREADABLE:
        return set()


def carries_mark(content: bytes) -> bool:
    """Whether an object says that planner wrote it: as its PRODID or, kept by who changed it, its X-PLANNER-RECORD."""
    try:
        calendar = Calendar.from_ical(content)
        return str(calendar.get("PRODID", "")) == PRODUCT or any(RECORD in one for one in calendar.walk("VEVENT"))
    except UNREADABLE:
        return False


def _said(part: Component) -> Iterator[str]:
    for name, value in part.property_items(recursive=False):
        if name in NOT_COMPARED or name.startswith("X-"):
            continue
        written = value.to_ical() if hasattr(value, "to_ical") else value
        text = written.decode("utf-8", "replace") if isinstance(written, bytes) else str(written)
        zone = value.params.get("TZID", "") if hasattr(value, "params") else ""
        yield f"{part.name}/{name};{zone}:{text}"


def _of_the_year(year: int) -> Entry:
    first = datetime(year, 1, 1, tzinfo=UTC)
    start = datetime.combine(date(year, 1, 1), datetime.min.time())
    return Entry(
        uid="", sequence=0, changed_at=first, start=start, zone="UTC", minutes=1_440, summary="", all_day=True
    )  # fmt: skip


def _object(event: bytes, zones: dict[str, bytes], title: str, remarks: tuple[Remark, ...]) -> CalendarObject:
    lines = _unfolded(event)
    uid = ESCAPE.sub(r"\1", UID.findall(lines)[0])
    used = dict.fromkeys(ZONE.findall(lines))
    content = b"".join((HEAD, *(zones[zone] for zone in used if zone in zones), event, END))
    return CalendarObject(uid, title, content, content_digest(content), remarks)


def _zone_of(block: bytes) -> str:
    return next(line[5:] for line in _unfolded(block).split("\r\n") if line.startswith("TZID:"))


def _unfolded(part: bytes) -> str:
    return part.replace(b"\r\n ", b"").decode()

"""The .ics file, written one event at a time; the same data gives the same bytes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.errors import InputError
from planner.exchange.ics.entry import Entry, Feed, Remark
from planner.exchange.ics.event import event, shared_lines
from planner.exchange.ics.fold import FOLD, folded
from planner.exchange.ics.pieces import pieces, written_zone
from planner.exchange.ics.text import escaped, one_line
from planner.exchange.ics.zones import Block, block
from planner.model.when import rule_parts, zone_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["Entry", "Feed", "Remark", "ics_bytes", "ics_lines"]

PRODUCT = "-//planner//planner//EN"
"""Never with a version: an upgrade must not change the bytes of unchanged data."""
PART = "X-PLANNER-PART"
"""Says of a file that it is one of several, and how they were parted."""
CALENDAR = "X-PLANNER-CALENDAR"
"""Says of a file which calendar it shows: two calendars of one planner must not cancel each other's events."""
MARKED = re.compile(rb"^X-PLANNER-CALENDAR:(.*?)\r?$", re.MULTILINE)
REFRESH = "PT6H"
SIZE_LIMIT = 900_000
"""Bytes over which a person is told to split the file: Google takes less than 1 MB (reference F5)."""
AHEAD, FARTHEST = timedelta(days=731), timedelta(days=366)
NEVER = date(2026, 1, 1)
"""Stands for the latest day of a calendar without entries."""
YEARS = range(1900, 3000)
"""Years that are written; the others are slips of a key, and readers cannot reckon with them."""


def is_ours(head: bytes) -> bool:
    """Whether a file that begins so was written by planner, for other calendars."""
    return head.startswith(b"BEGIN:VCALENDAR") and f"PRODID:{PRODUCT}".encode() in head


def is_anothers(head: bytes, calendar: str) -> bool:
    """Whether a file that begins so shows another calendar than this; one without a mark is older and shows this."""
    mark = MARKED.search(head.replace(FOLD, b""))
    return mark is not None and mark[1] != escaped(one_line(calendar)).encode()


def ours(path: Path, calendar: str) -> Callable[[bytes], bool]:
    """What says of the file at `path` by its first bytes whether this calendar may replace it.

    It raises InputError: `other-calendar` when planner wrote the file for another calendar.
    """

    def judged(head: bytes) -> bool:
        if is_ours(head) and is_anothers(head, calendar):
            raise InputError("other-calendar", file=str(path))
        return is_ours(head)

    return judged


def ics_lines(feed: Feed, remarks: list[Remark] | None = None) -> Iterator[bytes]:
    """The file in pieces that end with a line, an event at a time; memory does not grow with the events.

    Args:
        feed: the entries and what is said for all of them.
        remarks: receives what the person must be told (see `Remark`).

    Raises:
        InputError: `rule-unreadable`, `rule-not-allowed` or `zone-unknown`, with the entry's value.
    """
    remarks = [] if remarks is None else remarks
    size = 0
    for written in _parts(feed, remarks):
        size += len(written)
        yield written
    if size > SIZE_LIMIT:
        remarks.append(Remark("file-large", {"bytes": size, "limit": SIZE_LIMIT}))


def ics_bytes(feed: Feed, remarks: list[Remark] | None = None) -> bytes:
    """The whole file; see `ics_lines`."""
    return b"".join(ics_lines(feed, remarks))


def _parts(feed: Feed, remarks: list[Remark]) -> Iterator[bytes]:
    yield b"".join(map(folded, _head(feed)))
    horizon = _horizon(feed)
    blocks = _blocks(feed, horizon)
    yield from (blocks[zone].text for zone in sorted(blocks))
    for entry in feed.entries:
        if entry.start.year not in YEARS:
            values = {"uid": entry.uid, "title": entry.summary, "day": entry.start.date()}
            remarks.append(Remark("day-out-of-range", values))
            continue
        shared = shared_lines(entry, feed.cut_note, remarks)
        for piece in pieces(entry, blocks.get(written_zone(entry)), horizon, remarks):
            yield event(piece, shared)
    yield b"END:VCALENDAR\r\n"


def _head(feed: Feed) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    if feed.calendar:
        yield f"{CALENDAR}:{escaped(one_line(feed.calendar))}"
    if feed.name:
        yield f"X-WR-CALNAME:{escaped(one_line(feed.name))}"
    if feed.part:
        yield f"{PART}:{escaped(one_line(feed.part))}"
    yield f"X-WR-TIMEZONE:{zone_named(feed.zone).key}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"
    yield f"X-PUBLISHED-TTL:{REFRESH}"


def _horizon(feed: Feed) -> date:
    """Two years after the latest day that is planned or, where that day is far off, three after the last change.

    Never a clock's today, so that bytes stay the same.
    """
    changed = max((entry.changed_at.date() for entry in feed.entries), default=NEVER)
    planned = max((entry.start.date() for entry in feed.entries), default=NEVER)
    return max(changed, min(planned, changed + FARTHEST)) + AHEAD


def _blocks(feed: Feed, horizon: date) -> dict[str, Block]:
    """A block for each zone that is used; for the person's own zone when there are no entries at all."""
    spans = {} if feed.entries else {feed.zone: (horizon.year, horizon.year)}
    for entry in feed.entries:
        zone = written_zone(entry)
        if zone and entry.start.year in YEARS:
            first, last = spans.get(zone, (entry.start.year, entry.start.year))
            spans[zone] = min(first, entry.start.year), max(last, _last_year(entry, horizon))
    found = {zone: block(zone, first - 1, last) for zone, (first, last) in spans.items()}
    return {zone: known for zone, known in found.items() if known}


def _last_year(entry: Entry, horizon: date) -> int:
    if not entry.rule:
        return min(horizon.year, entry.start.year + 1)
    until = rule_parts(entry.rule).get("UNTIL", "")[:4]
    last = min(horizon.year, int(until) + 1) if until.isdecimal() else horizon.year
    return max(last, entry.start.year + 1)

"""An .ics file with nothing left in its events but when they are: a tenth of the work for whoever reads it on.

What an event says beside its hours, such as texts, guests and reminders, is never read at all.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

FOLD = re.compile(rb"\r?\n[ \t]")
NAME = re.compile(rb"[A-Za-z-]+")
DIGITS = re.compile(rb":(\d{8})")
KEPT = {
    b"UID", b"DTSTART", b"DTEND", b"DURATION", b"RRULE", b"RDATE", b"EXDATE", b"EXRULE", b"RECURRENCE-ID", b"TRANSP",
    b"STATUS", b"X-MICROSOFT-CDO-BUSYSTATUS",
}  # fmt: skip
SERIES = {b"RRULE", b"RDATE", b"RECURRENCE-ID"}
AROUND = timedelta(days=2)
"""How far a zone may carry an hour from the day it is written on, and more."""
LONGEST = timedelta(days=60)
"""How long before the window an event may begin whose end is not written as a day."""


def bare(content: bytes, first: date, last: date, *, titles: bool) -> bytes:
    """The file with bare events, those left out that surely end before the first day or begin after the last.

    Args:
        content: the file's bytes.
        first: the first day that matters.
        last: the last day that matters.
        titles: whether events keep their titles.
    """
    kept = KEPT | {b"SUMMARY"} if titles else KEPT
    return b"\r\n".join(_lines(FOLD.sub(b"", content).splitlines(), kept, _bounds(first, last))) + b"\r\n"


def _bounds(first: date, last: date) -> tuple[bytes, bytes, bytes]:
    days = (first - AROUND, first - LONGEST, last + AROUND)
    earliest, begun, latest = (f"{day:%Y%m%d}".encode() for day in days)
    return earliest, begun, latest


def _lines(lines: list[bytes], kept: set[bytes], bounds: tuple[bytes, bytes, bytes]) -> Iterator[bytes]:
    event: dict[bytes, list[bytes]] | None = None
    nested = 0
    for line in lines:
        upper = line[:13].upper().rstrip()
        if event is None:
            if upper == b"BEGIN:VEVENT":
                event, nested = {}, 0
            elif line.strip():
                yield line
        elif upper == b"END:VEVENT":
            if _matters(event, bounds):
                yield b"BEGIN:VEVENT"
                yield from (found for every in event.values() for found in every)
                yield b"END:VEVENT"
            event = None
        elif upper.startswith(b"BEGIN:"):
            nested += 1
        elif upper.startswith(b"END:"):
            nested -= 1
        elif not nested and (match := NAME.match(line)) and (name := match[0].upper()) in kept:
            event.setdefault(name, []).append(line)


def _matters(event: dict[bytes, list[bytes]], bounds: tuple[bytes, bytes, bytes]) -> bool:
    """Whether an event may touch the window; a series and what cannot be told are left to the reader."""
    start, end = (_day(event.get(name)) for name in (b"DTSTART", b"DTEND"))
    if start is None or SERIES & event.keys():
        return True
    earliest, begun, latest = bounds
    return start <= latest and (end or start) >= (earliest if end else begun)


def _day(lines: list[bytes] | None) -> bytes | None:
    match = DIGITS.search(lines[0]) if lines else None
    return match[1] if match else None

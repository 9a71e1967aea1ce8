"""What an .ics file of ours held, and the next one written so that other calendars follow it.

Importing a file deletes nothing, so what has left the plan must be cancelled once, under a higher SEQUENCE (reference
E5); a moved event needs a higher one too (E3). Our own files are read by their bytes: each event stands in a block of
its own, UID first.
"""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from planner.exchange.ics.fold import FOLD, folded
from planner.exchange.ics.text import escaped, one_line
from planner.model.calendar import MOST_SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

BLOCK = re.compile(rb"^BEGIN:(VEVENT|VTIMEZONE)\r\n.*?^END:\1\r\n", re.DOTALL | re.MULTILINE)
UID = re.compile(rb"^UID:(.+)\r$", re.MULTILINE)
ZONE = re.compile(rb"^TZID:(.+)\r$", re.MULTILINE)
ZONES_USED = re.compile(rb"^(?:DTSTART|DTEND|EXDATE);TZID=([^:\r\n]+):", re.MULTILINE)
SEQUENCE = re.compile(rb"^SEQUENCE:(\d{1,10})\r$", re.MULTILINE)
WHEN = re.compile(rb"^(?:DTSTART|DTEND|RRULE|EXDATE|STATUS)[:;].*\r$", re.MULTILINE)
CANCELLED = re.compile(rb"^STATUS:CANCELLED\r$", re.MULTILINE)
ALARM = re.compile(rb"^BEGIN:VALARM\r\n.*?^END:VALARM\r\n", re.DOTALL | re.MULTILINE)
PIECE = re.compile(rb"^\d{8}-")
"""What stands before the UID of a series in that of its pieces."""
STAMPS = ("DTSTAMP", "LAST-MODIFIED")
KEPT = frozenset((
    *("UID", "DTSTART", "DTEND", "RRULE", "EXDATE", "SUMMARY", "DESCRIPTION", "URL", "CATEGORIES", "CREATED"),
    *("TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "X-PLANNER-STATUS", "X-PLANNER-RECORD"),
))  # fmt: skip
"""What a cancelled event keeps; nothing else of a file comes into the next one."""


ELSEWHERE = "elsewhere"
"""X-PLANNER-STATUS of an event that only left its file: in that file it is cancelled, for its subscribers."""
STATUS_HERE = re.compile(rb"(?<=\r\n)X-PLANNER-STATUS:[^\r]*\r\n")
END_OF_EVENT = re.compile(rb"(?<=\r\n)END:VEVENT\r\n")
MARKED = f"X-PLANNER-STATUS:{ELSEWHERE}\r\nEND:VEVENT\r\n".encode()


class Stood(NamedTuple):
    """An event as a file held it: when it was, its SEQUENCE, whether it was cancelled, its block unfolded."""

    when: tuple[bytes, ...]
    sequence: int
    cancelled: bool
    text: bytes


class Standing(NamedTuple):
    """A file's events by their UID as it was written, and its VTIMEZONE blocks by zone."""

    events: Mapping[bytes, Stood]
    zones: Mapping[bytes, bytes]

    def living(self) -> dict[bytes, int]:
        """The SEQUENCE of each event that was not cancelled."""
        return {uid: stood.sequence for uid, stood in self.events.items() if not stood.cancelled}


def standing(data: bytes) -> Standing:
    """What a file of ours holds; a block that somebody broke is passed over."""
    events: dict[bytes, Stood] = {}
    zones: dict[bytes, bytes] = {}
    for found in BLOCK.finditer(data):
        block = found[0]
        if found[1] == b"VEVENT":
            uid, event = _event(block)
            events[uid] = event
        elif zone := ZONE.search(block):
            zones[zone[1]] = block
    events.pop(b"", None)
    return Standing(events, zones)


def _event(block: bytes) -> tuple[bytes, Stood]:
    text = ALARM.sub(b"", block).replace(FOLD, b"")
    uid, sequence = UID.search(text), SEQUENCE.search(text)
    stood = Stood(tuple(WHEN.findall(text)), int(sequence[1]) if sequence else 0, bool(CANCELLED.search(text)), text)
    return uid[1] if uid else b"", stood


def following(
    chunks: Iterable[bytes],
    before: Standing | None,
    now: datetime,
    *,
    spared: frozenset[str] = frozenset(),
    elsewhere: Mapping[bytes, int] | None = None,
    living: frozenset[str] = frozenset(),
) -> Iterator[bytes]:
    """A new file's chunks, made to follow what stood at its place; two in a row without a change are the same bytes.

    An event that was moved has a higher SEQUENCE than the old file said. What is no longer planned is cancelled once,
    and not again; where no file stood (None), the new file's own cancelled events are left as they are.

    Args:
        chunks: a file as `write.ics_lines` gives it: a head, blocks, the end.
        before: what the file held that is replaced.
        now: the moment of a cancellation, aware.
        spared: UIDs of what the new file leaves out although it is planned; they are not cancelled.
        elsewhere: the SEQUENCE of events that stood in other parts of a parted calendar, and are cancelled there.
        living: UIDs of the records that stand in the calendar, whatever this file shows of it.
    """
    old = before or Standing({}, {})
    written: set[bytes] = set()
    out_of_sight, standing_still = _as_written(spared), _as_written(living)
    zones: set[bytes] = set()
    for chunk in chunks:
        if chunk.startswith(b"BEGIN:VEVENT"):
            uid, event = _event(chunk)
            written.add(uid)
            if not (before and event.cancelled and _over(old.events.get(uid))):
                yield _raised(chunk, event, old.events.get(uid), (elsewhere or {}).get(uid))
        elif chunk.startswith(b"END:VCALENDAR"):
            hidden = {uid for uid in old.events if out_of_sight & {uid, PIECE.sub(b"", uid)}}
            yield from _left(old, written | hidden, zones, now, standing_still)
            yield chunk
        else:
            zones.update(zone[1] for zone in ZONE.finditer(chunk))
            yield chunk


def _as_written(uids: Iterable[str]) -> frozenset[bytes]:
    return frozenset(escaped(one_line(uid)).encode() for uid in uids)


def _over(stood: Stood | None) -> bool:
    """Whether other calendars have nothing more to hear of an event that is cancelled."""
    return stood is None or stood.cancelled


def _raised(chunk: bytes, event: Stood, stood: Stood | None, elsewhere: int | None) -> bytes:
    least = 0
    if stood:
        least = stood.sequence if stood.when == event.when else stood.sequence + 1
    if elsewhere is not None and _over(stood):
        # Cancelled there one higher than it stood: what lives here must be higher still, also where it lived before.
        least = max(least, elsewhere + 2)
    least = min(least, MOST_SEQUENCE)
    if least <= event.sequence:
        return chunk
    return SEQUENCE.sub(b"SEQUENCE:%d\r" % least, chunk, count=1)


def _left(
    old: Standing, accounted: set[bytes], zones: set[bytes], now: datetime, living: frozenset[bytes]
) -> Iterator[bytes]:
    """What stood there and is planned no longer, cancelled; with the zones that nothing else needs."""
    gone = {uid: stood for uid, stood in old.events.items() if uid not in accounted and not stood.cancelled}
    needed = {zone for stood in gone.values() for zone in ZONES_USED.findall(stood.text)}
    yield from (old.zones[zone] for zone in sorted(needed - zones) if zone in old.zones)
    for uid, stood in gone.items():
        event = _cancelled(stood, now)
        yield left(event) if living & {uid, PIECE.sub(b"", uid)} else event


def left(events: bytes) -> bytes:
    """Cancelled events, marked: what they stood for is in the calendar still, though no more in this file."""
    return END_OF_EVENT.sub(MARKED, STATUS_HERE.sub(b"", events))


def _cancelled(stood: Stood, now: datetime) -> bytes:
    """The event as it stood, cancelled now."""
    lines = [line.decode("utf-8", "replace") for line in stood.text.split(b"\r\n")]
    kept = [line for line in lines if re.split("[:;]", line, maxsplit=1)[0] in KEPT]
    stamps = [f"{name}:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}" for name in STAMPS]
    states = [f"SEQUENCE:{min(stood.sequence + 1, MOST_SEQUENCE)}", "STATUS:CANCELLED"]
    return b"".join(map(folded, ["BEGIN:VEVENT", *kept, *stamps, *states, "END:VEVENT"]))

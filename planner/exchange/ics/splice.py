"""A file that is kept up to date: each record's events stand at a known place, and only what changed is written anew.

The events stand in the order of their records, whatever their days, so that a file in which some were exchanged has
the very bytes of a file written whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from planner.exchange.ics.entry import Feed, Remark
from planner.exchange.ics.event import event, shared_lines
from planner.exchange.ics.pieces import UTC_NAMES, pieces, written_zone
from planner.exchange.ics.standing import left
from planner.exchange.ics.standing import standing as standing_in
from planner.exchange.ics.write import AHEAD, FARTHEST, NEVER, YEARS, ics_lines
from planner.exchange.ics.zones import Block, block
from planner.model.calendar import MOST_SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planner.exchange.ics.entry import Entry

END = b"END:VCALENDAR\r\n"
BEGIN_EVENT, END_EVENT = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
STATUS = re.compile(rb"(?<=\r\nSTATUS:)[A-Z]+")
SEQUENCE = re.compile(rb"(?<=\r\nSEQUENCE:)\d+")
STAMP = re.compile(rb"(?<=\r\n)(DTSTAMP|LAST-MODIFIED):\w+")
ALARM = re.compile(rb"(?<=\r\n)BEGIN:VALARM\r\n.*?\r\nEND:VALARM\r\n", re.DOTALL)
EVENT = re.compile(rb"BEGIN:VEVENT\r\nUID:(.*?)\r\nDTSTART.*?\r\nEND:VEVENT\r\n", re.DOTALL)
ON_A_CLOCK = re.compile(rb"\r\nDTSTART;TZID=([^:\r\n]+):(\d{4})")

KIND = 2**48
"""What a place counts up by from one kind of record to the next."""


class Put(NamedTuple):
    """The events of one record in the new file, b"" for none, and whether one of them says that it is cancelled."""

    text: bytes
    cancelled: bool = False


class Standing(NamedTuple):
    """The records of a file: their places in rising order, the bytes of each one's events, which have cancelled ones.

    A place is a whole number, the kind of the record times `KIND` and its identifier, and two plain lists hold all of
    it: ten thousand records must be read, found and noted in a few milliseconds.
    """

    places: list[int]
    sizes: list[int]
    cancelled: frozenset[int]

    def ends(self, start: int) -> list[int]:
        """Where each record's events end, the first beginning at `start`."""
        return list(accumulate(self.sizes, initial=start))[1:]

    def cut(self, old: bytes, start: int) -> Callable[[int], bytes]:
        """What gives a record's events in the file by its place, b"" when there are none."""
        ends = self.ends(start)

        def found(place: int) -> bytes:
            at = bisect_left(self.places, place)
            if at == len(self.places) or self.places[at] != place:
                return b""
            return old[ends[at] - self.sizes[at] : ends[at]]

        return found

    def fills(self, old: bytes, start: int) -> bool:
        """Whether the file ends where its last record does, and its events begin and end where they should."""
        end = start + sum(self.sizes)
        if len(self.places) != len(self.sizes) or end + len(END) != len(old) or not old.endswith(END):
            return False
        return end == start or (old.startswith(BEGIN_EVENT, start) and old.endswith(END_EVENT, start, end))


NOTHING = Standing([], [], frozenset())


def place_of(kind: int, identifier: int) -> int:
    """Where a record stands, by the number of its kind and its identifier."""
    return kind * KIND + identifier


class Frame(NamedTuple):
    """What stands around the events, and what they are reckoned with."""

    head: bytes
    blocks: Mapping[str, Block]
    horizon: date
    calendar: str = ""

    @property
    def text(self) -> bytes:
        """The beginning of the file, until the first event."""
        return self.head + b"".join(self.blocks[zone].text for zone in sorted(self.blocks))

    @property
    def digest(self) -> str:
        """What two frames have in common under which the same entry gives the same bytes."""
        known = f"{self.horizon}{[(zone, str(self.blocks[zone].since)) for zone in sorted(self.blocks)]}"
        return sha256(self.text + known.encode()).hexdigest()

    def holds(self, written: bytes) -> bool:
        """Whether the blocks that these events need stand in it, from the years on in which they are needed."""
        clocks = on_clocks(written).items()
        return all(zone in self.blocks and self.blocks[zone].since.year <= year for zone, year in clocks)


def horizon_of(last: date | None, changed: date | None) -> date:
    """The end of the year until which series are reckoned: a year long the same, that the file need not be remade.

    The year is that of `write`: two after the last planned day, or three after the last change when that day is far.
    """
    changed = changed or NEVER
    near = max(changed, min(last or NEVER, changed + FARTHEST)) + AHEAD
    return date(near.year, 12, 31)


def frame(name: str, zone: str, zones: Iterable[str], first: int, horizon: date, calendar: str = "") -> Frame:
    """The frame of a file whose events stand in `zones` (as they are written) from the year `first` on.

    `calendar` is the UID that marks it as this calendar's file.

    Raises:
        InputError: `zone-unknown`.
    """
    head = next(ics_lines(Feed(name=name, zone=zone, entries=(), calendar=calendar)))
    first = min(max(first, YEARS[0]), horizon.year)
    blocks = {used: block(used, first - 1, horizon.year) for used in zones}
    return Frame(head, {used: known for used, known in blocks.items() if known}, horizon, calendar)


def zones_written(zones: Iterable[str], in_series: Iterable[str]) -> set[str]:
    """The zones whose blocks the file needs; UTC needs one for a series only (see `pieces.written_zone`)."""
    needed = {zone for zone in zones if zone not in UTC_NAMES}
    return needed | ({"Etc/GMT"} if UTC_NAMES & set(in_series) else set())


def events(entries: Iterable[Entry], around: Frame, cut_note: str, remarks: list[Remark]) -> bytes:
    """The events of a record's entries, as bytes.

    Raises:
        InputError: `rule-unreadable`, `rule-not-allowed` or `zone-unknown`, with the entry's value.
    """
    written: list[bytes] = []
    for entry in entries:
        if entry.start.year not in YEARS:
            values = {"uid": entry.uid, "title": entry.summary, "day": entry.start.date()}
            remarks.append(Remark("day-out-of-range", values))
            continue
        shared = shared_lines(entry, cut_note, remarks)
        known = around.blocks.get(written_zone(entry))
        written += (event(piece, shared) for piece in pieces(entry, known, around.horizon, remarks))
    return b"".join(written)


def cancelled(written: bytes, sequence: int, changed: datetime, *, elsewhere: bool = False) -> bytes:
    """Events of the file as they say once that they no longer take place (RFC 5545, 3.8.1.11), without their alarm.

    Args:
        written: the events as they stand.
        sequence: what SEQUENCE becomes, unless what stands is as high already: then one more (RFC 5545, 3.8.7.4).
        changed: naive moment in UTC of the change.
        elsewhere: whether its record still stands in the calendar, so that an import takes nothing away.
    """

    def raised(found: re.Match[bytes]) -> bytes:
        return b"%d" % min(max(sequence, int(found[0]) + 1), MOST_SEQUENCE)

    stamp = rf"\1:{changed.replace(tzinfo=UTC):%Y%m%dT%H%M%SZ}".encode()
    text = SEQUENCE.sub(raised, STATUS.sub(b"CANCELLED", ALARM.sub(b"", written)))
    return STAMP.sub(stamp, left(text) if elsewhere else text)


def living(written: bytes) -> bytes:
    """Those of the events that take place."""
    return b"".join(found[0] for found in EVENT.finditer(written) if not _over(found[0]))


def left_out(stood: bytes, new: bytes, around: Frame) -> bytes:
    """Those of a record's living events whose UID it has no more, as they stood, where the frame has their clock.

    A post that is out needs no preparation any more, and a series that was parted otherwise has other pieces.
    """
    uids = {found[1] for found in EVENT.finditer(new)}
    gone = (found[0] for found in EVENT.finditer(stood) if found[1] not in uids and not _over(found[0]))
    return b"".join(event for event in gone if around.holds(event))


def counted_on(stood: bytes, new: bytes) -> bytes:
    """The new events under a SEQUENCE no lower than that of what stood, and higher where their time or state differs.

    A brief that closes a day moves preparations, though their posts are as they were (see `standing.following`).
    """
    before = standing_in(stood).events

    def counted(found: re.Match[bytes]) -> bytes:
        ((uid, event),) = standing_in(found[0]).events.items()
        known = before.get(uid)
        least = min(known.sequence + (known.when != event.when), MOST_SEQUENCE) if known else 0
        return SEQUENCE.sub(b"%d" % least, found[0]) if least > event.sequence else found[0]

    return EVENT.sub(counted, new)


def _over(event: bytes) -> bool:
    return b"\r\nSTATUS:CANCELLED\r\n" in event


def on_clocks(written: bytes) -> dict[str, int]:
    """The zones whose blocks these events need, each with the first year it is needed in."""
    found: dict[str, int] = {}
    for match in ON_A_CLOCK.finditer(written):
        zone, year = match[1].decode(), int(match[2])
        found[zone] = min(year, found.get(zone, year))
    return found


def spliced(old: bytes, start: int, standing: Standing, put: Mapping[int, Put]) -> tuple[list[memoryview], Standing]:
    """The events of the new file, in pieces, and where they stand; what is untouched is taken over unread.

    Args:
        old: the file as it stands.
        start: where its events begin.
        standing: its records.
        put: what takes the place of a record's events.
    """
    view, ends = memoryview(old), standing.ends(start)
    chunks, done = [], start
    places, sizes, kept = list(standing.places), list(standing.sizes), set(standing.cancelled) - set(put)
    moved = 0
    for place in sorted(put):
        at = bisect_left(standing.places, place)
        stood = at < len(standing.places) and standing.places[at] == place
        begin = ends[at - 1] if at else start
        text = put[place].text
        chunks += [view[done:begin], memoryview(text)]
        done = ends[at] if stood else begin
        new = slice(at + moved, at + moved + stood)
        places[new], sizes[new] = ([place], [len(text)]) if text else ([], [])
        moved += bool(text) - stood
        if text and put[place].cancelled:
            kept.add(place)
    chunks.append(view[done : ends[-1] if ends else start])
    return chunks, Standing(places, sizes, frozenset(kept))

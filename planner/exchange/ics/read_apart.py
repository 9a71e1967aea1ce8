"""The process in which an .ics file is read: from its lines to its events, whatever is wrong with either.

Run as `python -m planner.exchange.ics.read_apart` with the file as standard input; see `exchange.apart`.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from planner.errors import InputError
from planner.exchange.apart import answer_apart
from planner.exchange.ics.foreign import as_json
from planner.exchange.ics.read_event import WANTED, property_name, understood
from planner.exchange.ics.read_lines import Line, whole_lines
from planner.exchange.ics.read_zone import zone_meant
from planner.exchange.ics.touched import Touched
from planner.exchange.ics.zone_blocks import ZoneBlocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.exchange.ics.foreign import ForeignEvent

KINDS = ("VEVENT", "VTODO", "VJOURNAL")
MOST_EVENTS = 100_000
DEEPEST = 100
"""Components within an event that are kept apart; deeper ones count as the last of them."""
MOST_LINES = 20_000
"""Lines of one event that are read; an event with more is refused."""


class _Reading:
    """What is known between one line and the next."""

    def __init__(self) -> None:
        self.number = 0
        self.kind = ""
        self.inside: list[str] = []
        self.lines: list[Line] = []
        self.file: dict[str, str] = {}
        self.zones = ZoneBlocks()
        self.touched = Touched()

    def take(self, line: Line) -> ForeignEvent | None:
        """Go on by a line, and give the event that it ends, if it ends one."""
        name = property_name(line.text)
        if name == "BEGIN":
            return self._begun(_value(line))
        if name == "END":
            return self._ended(_value(line))
        if self.kind:
            if not self.inside and (name in WANTED or line.long) and len(self.lines) <= MOST_LINES:
                self.lines.append(line)
        elif name in ("PRODID", "X-WR-TIMEZONE") and not line.long:
            self.file.setdefault(name, line.text.partition(":")[2].strip())
        else:
            self.zones.take(name, line)
        return None

    def _begun(self, kind: str) -> ForeignEvent | None:
        if kind not in KINDS:
            if not self.kind:
                self.zones.begin(kind)
            elif len(self.inside) < DEEPEST:
                self.inside.append(kind)
            self.file.setdefault("BEGIN", kind)
            return None
        self.zones.forsake()
        open_one = self.unclosed()
        self.number += 1
        if self.number > MOST_EVENTS:
            raise InputError("events-too-many", limit=MOST_EVENTS)
        self.kind, self.inside, self.lines = kind, [], []
        return open_one

    def _ended(self, kind: str) -> ForeignEvent | None:
        if kind == self.kind and kind:
            return self._given()
        if kind == "VCALENDAR":
            return self.unclosed()
        if kind in self.inside:
            del self.inside[self.inside.index(kind) :]
        elif not self.kind:
            self.zones.end(kind)
        return None

    def unclosed(self) -> ForeignEvent | None:
        """The event that has no end, refused: who knows what is missing."""
        return self._given(InputError("event-unclosed")) if self.kind else None

    def _given(self, *faults: InputError) -> ForeignEvent:
        if len(self.lines) > MOST_LINES:
            faults, self.lines = (*faults, InputError("event-too-large")), self.lines[:50]
        event = understood(self.number, self.kind, self.lines, faults)
        self.kind, self.lines = "", []
        self.touched.note(event)
        return event


def _value(line: Line) -> str:
    return line.text.partition(":")[2].strip().upper()[:60]


def answer(file: IO[bytes], home: str = "") -> Iterator[dict[str, Any]]:
    """Each event of the file as JSON, then what the file says for all of them.

    Args:
        file: the file.
        home: the calendar's zone, as an IANA name.

    Raises:
        InputError: `file-too-large` or `events-too-many`, with the limit; `not-ics`.
    """
    reading = _Reading()
    for line in whole_lines(file):
        if event := reading.take(line):
            yield as_json(event)
    if event := reading.unclosed():
        yield as_json(event)
    if not reading.number and "BEGIN" not in reading.file:
        raise InputError("not-ics")
    own = zone_meant(reading.file.get("X-WR-TIMEZONE", ""))
    yield {
        "product": reading.file.get("PRODID", "")[:200],
        "zone": own,
        "located": reading.zones.located,
        "worked_out": reading.zones.worked_out(reading.touched, (home, own)),
    }


if __name__ == "__main__":
    answer_apart(partial(answer, home=sys.argv[1]))

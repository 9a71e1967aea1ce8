"""The VTIMEZONE blocks of a file, taken in line by line: where each says it lies, and how it defines its clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.exchange.ics.effort import Effort
from planner.exchange.ics.observance import READ, observance
from planner.exchange.ics.read_zone import zone_meant, zone_name
from planner.exchange.ics.same_zone import same_zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.exchange.ics.observance import Observance
    from planner.exchange.ics.read_lines import Line
    from planner.exchange.ics.touched import Touched

MOST_DEFINED = 200
"""Zones of a file that are kept; MOST_OBSERVANCES of one of them, MOST_LETTERS of all."""
MOST_OBSERVANCES = 200
MOST_LETTERS = 2_000_000
MOST_WORKED_OUT = 20
KINDS = ("STANDARD", "DAYLIGHT")


class _Block:
    """One VTIMEZONE that has begun."""

    def __init__(self) -> None:
        self.name = self.location = ""
        self.parts: list[tuple[str, list[tuple[str, str]]]] = []
        self.inside = ""
        self.whole = True


class ZoneBlocks:
    """What the blocks say, each under the zone's name in the file.

    Attributes:
        located: the IANA zone that a block says it is (X-LIC-LOCATION).
        definitions: the observances of the others; None for what is none, and for two blocks that differ.
    """

    def __init__(self) -> None:
        """No block has begun."""
        self.located: dict[str, str] = {}
        self.definitions: dict[str, tuple[Observance, ...] | None] = {}
        self._open: _Block | None = None
        self._letters = 0

    def begin(self, kind: str) -> None:
        """A component begins outside every event."""
        if kind == "VTIMEZONE":
            self._open = _Block()
        elif self._open is not None:
            self._open.whole &= not self._open.inside and kind in KINDS
            self._open.inside = kind
            self._open.parts.append((kind, []))

    def take(self, name: str, line: Line) -> None:
        """A property outside every event."""
        block = self._open
        if block is None:
            return
        value = line.text.partition(":")[2]
        if block.inside:
            if name in READ:
                self._letters += len(value)
                block.whole &= not line.long and self._letters <= MOST_LETTERS and len(block.parts) <= MOST_OBSERVANCES
                if block.whole:
                    block.parts[-1][1].append((name, value))
        elif name == "TZID":
            block.name = block.name or zone_name(value[:1_000])
        elif name == "X-LIC-LOCATION":
            block.location = block.location or value[:1_000]

    def end(self, kind: str) -> None:
        """A component ends outside every event."""
        block = self._open
        if block is not None and kind == block.inside:
            block.inside = ""
        elif block is not None and kind == "VTIMEZONE":
            self._open = None
            if block.name and not zone_meant(block.name):
                self._keep(block)

    def forsake(self) -> None:
        """Something else begins: a block that has no end says nothing."""
        self._open = None

    def _keep(self, block: _Block) -> None:
        if meant := zone_meant(block.location):
            self.located[block.name] = meant
        elif block.name in self.definitions:
            if self.definitions[block.name] != _observances(block):
                self.definitions[block.name] = None
        elif len(self.definitions) < MOST_DEFINED:
            self.definitions[block.name] = _observances(block)

    def worked_out(self, touched: Touched, first: Sequence[str], effort: Effort | None = None) -> dict[str, str]:
        """The IANA zone of each zone that the events use, that a block defines, and that is one; the others left out.

        Args:
            touched: the years in which each is used.
            first: IANA zones that come before others.
            effort: what it may take, for all of them.
        """
        effort, found = effort or Effort(), {}
        used = [name for name in touched.spans if name not in self.located and self.definitions.get(name)]
        for name in used[:MOST_WORKED_OUT]:
            parts = self.definitions[name] or ()
            if zone := same_zone(name, parts, touched.years(name), first, effort):
                found[name] = zone
        return found


def _observances(block: _Block) -> tuple[Observance, ...] | None:
    """What the block defines, None when it is no definition."""
    if not block.whole or block.inside or not block.parts:
        return None
    try:
        return tuple(observance(kind, said) for kind, said in block.parts)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
        return None

"""The zones of a file whose hours are taken: each read as an import reads it, and what stays unknown is marked.

The file's own definitions are compared with IANA's and then left out, so that no library makes its own of them.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple

from planner.exchange.ics.read_zone import shown_name, zone_meant, zone_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

UNKNOWN = "X-PLANNER-UNKNOWN-ZONE"
"""A line of an event whose zone nobody knows: its value is the zone's place among the names."""
NO_NAMES: Mapping[str, str] = {}
DATED = re.compile(r"(?:DTSTART|DTEND|RECURRENCE-ID|RDATE|EXDATE)[;:]", re.IGNORECASE)
HEAD = re.compile(r'(?:[^":]|"[^"]*")*+:')
ZONE = re.compile(r';TZID=("[^"]*"|[^";:]*)', re.IGNORECASE)
WALL_TIME = re.compile(r"T\d{6}(?!\d*Z)", re.IGNORECASE)
"""A time that its zone alone makes an instant of: neither a day nor in UTC."""


class Said(NamedTuple):
    """The IANA zones that a person said: for times and zones without, and for the file's own zones by name."""

    rest: str = ""
    named: Mapping[str, str] = NO_NAMES


UNSAID = Said()


class Placed(NamedTuple):
    """A file whose known zones all have IANA names.

    Attributes:
        text: the file, without definitions of zones; an event of an unknown zone has a line `UNKNOWN`.
        names: the zones that only the file knows, as a person is shown them; such a line says which.
    """

    text: str
    names: tuple[str, ...]


def placed(content: bytes, home: str, said: Said) -> Placed:
    """The file with its zones placed.

    Args:
        content: the file's bytes, unfolded, bare or not.
        home: the calendar's zone.
        said: what a person says of them.

    Raises:
        InputError: `events-too-many`, with the limit.
    """
    lines = [_letters(line) for line in content.split(b"\r\n")]
    own = list(dict.fromkeys(_own_names(lines)))
    zones = _zones(lines, own, home, said) if own else {}
    text = "\r\n".join(_rewritten(lines, zones, own))
    return Placed(text, tuple(map(shown_name, own)))


def _letters(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _head_and_zone(line: str) -> tuple[str, re.Match[str]] | None:
    """What stands before the value of a wall time, and the zone in it; None for every other line."""
    if not DATED.match(line) or (head := HEAD.match(line)) is None:
        return None
    found = ZONE.search(head[0])
    return (head[0], found) if found and WALL_TIME.search(line, head.end()) else None


def _own_names(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if found := _head_and_zone(line):
            name = zone_name(found[1][1])
            if not zone_meant(name):
                yield name


def _zones(lines: list[str], own: Iterable[str], home: str, said: Said) -> dict[str, str]:
    """The IANA zone of each name that has one: as it is said, else as the file says it or defines it, else the rest."""
    from planner.exchange.ics.read_apart import answer

    told: dict[str, dict[str, str]] = {}
    for value in answer(io.BytesIO("\r\n".join(lines).encode()), home):
        told = value
    found = {**told.get("worked_out", {}), **told.get("located", {})}
    return {name: said.named.get(shown_name(name)) or found.get(name) or said.rest for name in own}


def _rewritten(lines: Iterable[str], zones: Mapping[str, str], own: Iterable[str]) -> Iterator[str]:
    """The lines with IANA names in them, without definitions, and with a line `UNKNOWN` in an event that needs one."""
    numbers = {name: number for number, name in enumerate(own)}
    unknown, in_definition = "", False
    for line in lines:
        mark = line[:15].rstrip().upper()
        if mark == "BEGIN:VTIMEZONE":
            in_definition = True
        elif mark == "BEGIN:VEVENT":
            unknown, in_definition = "", False
            yield line
        elif mark == "END:VTIMEZONE":
            in_definition = False
        elif mark == "END:VEVENT":
            yield from (f"{UNKNOWN}:{unknown}", line) if unknown else (line,)
        elif not in_definition and (found := _head_and_zone(line)):
            head, zone = found
            name = zone_name(zone[1])
            known = zone_meant(name) or zones[name]
            unknown = unknown if known else str(numbers[name])
            yield head[: zone.start()] + (f";TZID={known}" if known else "") + head[zone.end() :] + line[len(head) :]
        elif not in_definition:
            yield line

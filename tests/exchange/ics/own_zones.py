"""VTIMEZONE blocks under made-up names, and files whose events use them."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from planner.exchange.ics import read_apart
from planner.exchange.ics.zones import block

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "CustomTZ"
HOUR = timedelta(hours=1)
EU = (
    "DAYLIGHT:+0100:+0200:19700329T020000:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "STANDARD:+0200:+0100:19701025T030000:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
)
"""Central Europe's clock since 1996."""


def observed(short: str) -> list[str]:
    """The lines of an observance that is written KIND:FROM:TO:DTSTART:RRULE, without the rule if there is none."""
    kind, before, after, start, *rule = short.split(":")
    lines = [f"DTSTART:{start}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", *(f"RRULE:{each}" for each in rule)]
    return [f"BEGIN:{kind}", *lines, f"END:{kind}"]


def zone_block(*observances: str, name: str = NAME, extra: Sequence[str] = ()) -> list[str]:
    """A VTIMEZONE of these observances, each written as `observed` reads it."""
    parts = [line for short in observances for line in observed(short)]
    return ["BEGIN:VTIMEZONE", f"TZID:{name}", *extra, *parts, "END:VTIMEZONE"]


@lru_cache
def ours(zone: str, first: int, last: int, name: str = NAME) -> list[str]:
    """The block as our own writer makes it, under another name; with a list of days where no yearly rule is true."""
    known = block(zone, first, last)
    if known is None or known.since.year > first:
        return listed(zone, first, last, name)
    return known.text.decode().replace(f"TZID:{zone}", f"TZID:{name}").split("\r\n")[:-1]


@lru_cache
def listed(zone: str, first: int, last: int, name: str = NAME) -> list[str]:
    """A block that lists each change as zoneinfo tells it, on the clock that ends then (RDATE, RFC 5545 3.6.5)."""
    info, lines = ZoneInfo(zone), ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    moment = datetime(first - 1, 1, 1, tzinfo=UTC)
    lines += observed(f"STANDARD:{_offset(moment, info)}:{_offset(moment, info)}:19000101T000000")
    while moment.year <= last:
        before, after = _offset(moment, info), _offset(moment + HOUR / 2, info)
        moment += HOUR / 2
        if before != after:
            wall = moment.replace(tzinfo=None) + ((moment - HOUR).astimezone(info).utcoffset() or timedelta())
            lines += observed(f"{'DAYLIGHT' if after > before else 'STANDARD'}:{before}:{after}:{wall:%Y%m%dT%H%M%S}")
    return [*lines, "END:VTIMEZONE"]


def _offset(moment: datetime, info: ZoneInfo) -> str:
    return f"{moment.astimezone(info):%z}"


def event(wall: datetime, *lines: str, name: str = NAME) -> list[str]:
    """An event that begins at a wall time of the zone."""
    return ["BEGIN:VEVENT", f"UID:{wall:%Y%m%d%H%M}", f"DTSTART;TZID={name}:{wall:%Y%m%dT%H%M%S}", *lines, "END:VEVENT"]


def whole(*parts: Sequence[str]) -> bytes:
    """A file of these parts."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", *(line for part in parts for line in part)]
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode()


def answered(data: bytes, home: str = "") -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """What the reading process says of a file: its events, and what it says for all of them."""
    *events, said = read_apart.answer(io.BytesIO(data), home)
    return events, said


def read_as(data: bytes, home: str = "", name: str = NAME) -> str:
    """The IANA zone that the file's zone is read as, "" when it is not worked out."""
    return str(answered(data, home)[1]["worked_out"].get(name, ""))

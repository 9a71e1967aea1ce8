"""A zone's clock as the POSIX footer of its TZif file tells it (RFC 9636, 3.3), checked against zoneinfo."""

from __future__ import annotations

import re
import zoneinfo
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from importlib import resources
from pathlib import Path

NAME = r"(<[^>]+>|[A-Za-z]+)"
HOURS = r"([+-]?\d{1,3}(?::\d\d){0,2})"
ONSET = rf",M(\d+)\.(\d)\.(\d)(?:/{HOURS})?"
FOOTER = re.compile(rf"{NAME}{HOURS}(?:{NAME}{HOURS}?{ONSET}{ONSET})?")
SECOND, WEEK = timedelta(seconds=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Onset:
    """A yearly change: week 1-5 of the month (5 is the last), weekday (0 is Monday), old wall time.

    The wall time may lie outside the day: 26 hours in Jerusalem, -1 in Nuuk.
    """

    month: int
    week: int
    weekday: int
    after: timedelta

    def day(self, year: int) -> date:
        """The day that the week and the weekday name."""
        if self.week == 5:
            last = date(year + self.month // 12, self.month % 12 + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - self.weekday) % 7)
        first = date(year, self.month, 1)
        return first + timedelta(days=(self.weekday - first.weekday()) % 7 + 7 * (self.week - 1))

    def wall(self, year: int) -> datetime:
        """The moment of the change on the old clock."""
        return datetime.combine(self.day(year), datetime.min.time()) + self.after


@dataclass(frozen=True, slots=True)
class Summer:
    """Daylight time: the larger of two offsets, and both changes."""

    name: str
    offset: timedelta
    begins: Onset
    ends: Onset


@dataclass(frozen=True, slots=True)
class Clock:
    """What a zone does every year: its standard offset from UTC, and daylight time if there is any."""

    name: str
    offset: timedelta
    summer: Summer | None = None

    def changes(self, year: int) -> list[tuple[datetime, timedelta, timedelta]]:
        """The year's changes in order: UTC instant, offset before, offset after."""
        if not self.summer:
            return []
        into = (self.summer.begins.wall(year) - self.offset, self.offset, self.summer.offset)
        back = (self.summer.ends.wall(year) - self.summer.offset, self.summer.offset, self.offset)
        return sorted((moment.replace(tzinfo=UTC), before, after) for moment, before, after in (into, back))


def _hours(text: str) -> timedelta:
    hours, minutes, seconds = [*(int(part) for part in text.lstrip("+-").split(":")), 0, 0][:3]
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if text.startswith("-") else length


def read_footer(footer: str) -> Clock | None:
    """The clock of a POSIX TZ string, or None when it is not of the form with months and weeks.

    Dublin writes its winter as negative daylight time; here the larger offset is always summer.
    """
    found = FOOTER.fullmatch(footer)
    if not found:
        return None
    name, west, other, other_west, *onsets = found.groups()
    name, offset = name.strip("<>"), -_hours(west)
    if not other:
        return Clock(name, offset)
    other = other.strip("<>")
    other_offset = -_hours(other_west) if other_west else offset + timedelta(hours=1)
    there, back = _onset(onsets[:4]), _onset(onsets[4:])
    if other_offset > offset:
        return Clock(name, offset, Summer(other, other_offset, there, back))
    return Clock(other, other_offset, Summer(name, offset, back, there))


def _onset(parts: list[str | None]) -> Onset:
    month, week, weekday, after = parts
    return Onset(int(month or 0), int(week or 0), (int(weekday or 0) - 1) % 7, _hours(after or "2"))


@lru_cache(maxsize=64)
def clock(zone: str) -> Clock | None:
    """The clock of an IANA zone, from the file that `zoneinfo` reads, or None when it has no yearly form."""
    for folder in zoneinfo.TZPATH:
        path = Path(folder, zone)
        if path.is_file():
            return _from_file(path.read_bytes())
    packaged = resources.files("tzdata").joinpath("zoneinfo", *zone.split("/"))
    return _from_file(packaged.read_bytes())


def _from_file(data: bytes) -> Clock | None:
    footer = data.rpartition(b"\n")[0].rpartition(b"\n")[2] if data.endswith(b"\n") else b""
    return read_footer(footer.decode("ascii", "replace"))


def true_since(zone: str, known: Clock, first: int, last: int) -> int:
    """The year from which the clock says what zoneinfo says until `last`; `last` + 1 when it does not.

    Looked at, not before `first`: the second before each change, the change, and every week (no zone has
    changed its clock for less).
    """
    info = zoneinfo.ZoneInfo(zone)
    for year in range(last, first - 1, -1):
        if not _true_in(info, known, year):
            return year + 1
    return first


def _true_in(info: zoneinfo.ZoneInfo, known: Clock, year: int) -> bool:
    changes = known.changes(year)
    for moment, before, after in changes:
        shown = [(moment - SECOND).astimezone(info).utcoffset(), moment.astimezone(info).utcoffset()]
        if shown != [before, after]:
            return False
    moment = datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        past = [after for change, _, after in changes if change <= moment]
        expected = past[-1] if past else changes[0][1] if changes else known.offset
        if moment.astimezone(info).utcoffset() != expected:
            return False
        moment += WEEK
    return True

"""The IANA zone whose clock a file's own zone keeps, at every moment of the years that its events touch.

Which of several equal ones is only a matter of the name: the calendar's own, the file's X-WR-TIMEZONE, one whose city
the file's name for it holds, one that is widely known, one that Windows' table names (CLDR), then the first by name.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from planner.errors import InputError
from planner.exchange.ics.definition import defined
from planner.exchange.ics.effort import TooMuchError
from planner.model.when import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zoneinfo import ZoneInfo

    from planner.exchange.ics.definition import Definition
    from planner.exchange.ics.effort import Effort
    from planner.exchange.ics.observance import Observance

    Expected = list[tuple[datetime, timedelta | None]]

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
STEP = timedelta(days=3)
"""No zone has kept an offset for less since 1900 (Freetown, four days in 1939; measured over tzdata 2026f)."""
CANDIDATE_EFFORT = 10
WIDELY_KNOWN = (
    "Europe/Paris", "Europe/London", "Europe/Athens", "Europe/Moscow", "America/New_York", "America/Chicago",
    "America/Denver", "America/Los_Angeles", "America/Halifax", "America/Sao_Paulo", "America/Bogota",
    "America/Mexico_City", "Africa/Lagos", "Africa/Johannesburg", "Africa/Nairobi", "Asia/Dubai", "Asia/Karachi",
    "Asia/Kolkata", "Asia/Dhaka", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
"""Cities that most people can tell the time of, one for each clock that many zones share."""
FIXED = tuple(f"Etc/GMT{hours:+d}" for hours in range(-14, 13) if hours)


def same_zone(
    name: str, parts: Sequence[Observance], years: Sequence[tuple[int, int]], first: Sequence[str], effort: Effort
) -> str:
    """The zone's IANA name, "" when there is none, or the definition is none, or asks for too much.

    A definition that lists the beginnings of daylight time one by one says nothing of the years after its list.

    Args:
        name: what the file calls the zone.
        parts: its observances.
        years: the years to compare, as spans; the day before and the day after each are compared too.
        first: names that come before others, when they are equal.
        effort: what the file's zones may still take.
    """
    try:
        own = defined(parts, years[0][0] - 1, years[-1][1] + 1, effort)
        if any(part.listed for part in parts) and own.moments[-1].year < years[-1][1]:
            return ""
        expected = _expected(own, years, effort)
        likely = _likely(name, {offset for _, offset in expected}, first)
        return next((zone for zone in likely if _same(zone, expected, effort)), "")
    except (ValueError, OverflowError, IndexError, TooMuchError):
        return ""


def _expected(own: Definition, years: Sequence[tuple[int, int]], effort: Effort) -> Expected:
    """What must hold: around each change of the file's, and every three days, so that no change of IANA's is missed.

    Raises:
        ValueError: the file contradicts itself in these years.
        TooMuchError: it takes too much effort.
    """
    changes, between = [], []
    for first, last in years:
        start, end = datetime(first, 1, 1) - DAY, datetime(last + 1, 1, 1) + DAY
        inside = [moment for moment in own.moments if start < moment <= end]
        if not own.broken.isdisjoint(inside):
            raise ValueError("an offset comes from nowhere")
        changes += [start, *inside]
        between += [start + STEP * number for number in range((end - start) // STEP + 1)] + [end]
    around = [each for moment in changes for each in (moment, moment - SECOND)]
    effort.spend(len(around) + len(between))
    return [(moment.replace(tzinfo=UTC), own.offset(moment)) for moment in (*around, *between)]


def _same(name: str, expected: Expected, effort: Effort) -> bool:
    zone = _zone(name)
    if zone is None:
        return False
    seen = CANDIDATE_EFFORT
    for seen, (moment, offset) in enumerate(expected, CANDIDATE_EFFORT):
        if moment.astimezone(zone).utcoffset() != offset:
            effort.spend(seen)
            return False
    effort.spend(seen)
    return True


def _likely(name: str, offsets: set[timedelta | None], first: Sequence[str]) -> Iterator[str]:
    """Every IANA zone that may be named, the likeliest first; an Etc/ only where no place has an unchanging offset."""
    yield from filter(None, first)
    if offsets == {timedelta()}:
        yield "UTC"
    words = name.casefold().replace("_", " ")
    for _, zone in sorted((_rank(zone, words), zone) for zone in places()):
        yield zone
    if len(offsets) == 1:
        yield from FIXED


def _rank(zone: str, words: str) -> tuple[bool, int, bool]:
    city = zone.rpartition("/")[2].casefold().replace("_", " ")
    known = WIDELY_KNOWN.index(zone) if zone in WIDELY_KNOWN else len(WIDELY_KNOWN)
    return city not in words, known, zone not in of_windows()


@lru_cache(maxsize=1_000)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return zone_named(name)
    except InputError:
        return None


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """The names that stand for a place in a country (tzdata's zone.tab): neither old names nor Etc/."""
    lines = _packaged("zone.tab")
    return frozenset(line.split("\t")[2] for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def of_windows() -> frozenset[str]:
    """The zones of Windows' table, each by its name of today: CLDR keeps the old ones, such as Asia/Calcutta."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    links = [line.split() for line in _packaged("tzdata.zi") if line.startswith("L ")]
    today = {old: now for _, now, old in links}
    return frozenset(today.get(zone, zone) if zone not in places() else zone for zone in WINDOWS_TO_OLSON.values())


def _packaged(name: str) -> list[str]:
    return resources.files("tzdata").joinpath("zoneinfo", name).read_text("utf-8").splitlines()

"""An entry as the events that are written for it: usually one, more where readers would not agree on one.

A moment near a clock change has no wall time that all readers understand alike: those that stand in the
spring gap, in the autumn fold, or on both sides of a change are written in UTC. A series ends before such a
day and begins again after it: readers look for an EXDATE or a RECURRENCE-ID in a gap or a fold at different
instants, and node-ical goes on from where a gap has pushed it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from icalendar import vRecur

from planner.exchange.ics.clock import clock
from planner.exchange.ics.entry import Remark
from planner.model.when import (
    check_rule,
    in_gap,
    instant,
    moved_out_of_gap,
    occurrences,
    rule_parts,
    zone_named,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.exchange.ics.entry import Entry
    from planner.exchange.ics.zones import Block

DAY = timedelta(days=1)
UTC_NAMES = frozenset({"UTC", "Etc/UTC"})
DAY_MINUTES = 1_440
NIGHTS_AHEAD = timedelta(days=8 * 366)
"""How long after the horizon a series is still parted at the nights of a clock change."""
SEARCHED = (0, 35, 400, 1_500, 4_500, 15_000)


@dataclass(frozen=True, slots=True)
class Piece:
    """One event: UTC moments, wall times in `zone`, or the days of an all-day event (the last excluded)."""

    entry: Entry
    uid: str
    start: datetime | date
    end: datetime | date
    zone: str = ""
    rule: str = ""
    removed: tuple[datetime | date, ...] = ()


def written_zone(entry: Entry) -> str:
    """The zone whose clock the entry is written on; "" for an all-day entry and for a single one in UTC.

    A series in UTC is written as in Etc/GMT: readers that obey X-WR-TIMEZONE would put it on another clock.
    """
    if entry.all_day:
        return ""
    if entry.zone in UTC_NAMES:
        return "Etc/GMT" if entry.rule else ""
    return entry.zone


def pieces(entry: Entry, block: Block | None, horizon: date, remarks: list[Remark]) -> Iterator[Piece]:
    """The events of an entry; what the person must know of them is added to `remarks`.

    Args:
        entry: the post or slot.
        block: its zone's VTIMEZONE, None when there is none.
        horizon: until when the block is known to be true; a series that must be written day by day ends there.
        remarks: receives `gap-moved`, `series-written-out` and `series-empty`.

    Raises:
        InputError: `rule-unreadable`, `rule-not-allowed`, `zone-unknown`.
    """
    if entry.rule:
        check_rule(entry.rule)
        yield from _series(entry, block, horizon, remarks)
    else:
        known = block if entry.start.date() <= horizon else None
        yield _single(entry, entry.start.date(), known, remarks, entry.uid)


def _single(entry: Entry, day: date, block: Block | None, remarks: list[Remark], uid: str) -> Piece:
    if entry.all_day:
        return Piece(entry, uid, day, day + _days(entry) * DAY)
    wall = datetime.combine(day, entry.start.time())
    length = timedelta(minutes=max(1, entry.minutes))
    if block and day >= block.since and not unclear(wall, length, entry.zone):
        return Piece(entry, uid, wall, wall + length, entry.zone)
    if in_gap(wall, entry.zone):
        moved = moved_out_of_gap(wall, entry.zone)
        remarks.append(_gap(entry, wall, moved))
    start = instant(wall, entry.zone)
    return Piece(entry, uid, start, start + length)


def _days(entry: Entry) -> int:
    return max(1, -(-entry.minutes // DAY_MINUTES))


def _gap(entry: Entry, wall: datetime, moved: datetime) -> Remark:
    values = {"day": wall.date(), "time": wall.time(), "moved": moved.time(), "zone": entry.zone}
    return Remark("gap-moved", {"uid": entry.uid, "title": entry.summary, **values})


def unclear(wall: datetime, length: timedelta, zone: str) -> bool:
    """Whether the offset differs within the event or at one of its ends: a gap, a fold, a change."""
    info = zone_named(zone)
    ends = (wall.replace(tzinfo=info), (wall + length).replace(tzinfo=info))
    return len({end.replace(fold=fold).utcoffset() for end in ends for fold in (0, 1)}) > 1


def _series(entry: Entry, block: Block | None, horizon: date, remarks: list[Remark]) -> Iterator[Piece]:
    if not entry.all_day and (block is None or entry.start.date() < block.since):
        yield from _written_out(entry, horizon, remarks)
        return
    first, end = _shown(entry)
    limit = min(horizon + NIGHTS_AHEAD, end or date.max)
    nights = sorted(_of_the_rule(entry, _unclear_nights_of(entry, limit), limit))
    skipped = _of_the_rule(entry, set(entry.skipped), limit)
    found = bool(nights)
    for night in nights:
        if stretch := _stretch(entry, first, night - DAY, skipped):
            yield stretch
        if night not in skipped:
            yield _single(entry, night, block, remarks, f"{night:%Y%m%d}-{entry.uid}")
        first = night + DAY
    if stretch := _stretch(entry, first, end, skipped):
        yield stretch
    elif not found:
        remarks.append(Remark("series-empty", {"uid": entry.uid, "title": entry.summary}))


def _shown(entry: Entry) -> tuple[date, date | None]:
    """The first day of a series that may be in this file, and the last; None when the rule alone says when it ends."""
    first = max(entry.start.date(), entry.since or date.min)
    if entry.until is None or entry.until >= (_last(entry) or date.max):
        return first, None
    return first, entry.until


def _last(entry: Entry) -> date | None:
    """The day on which the rule itself ends, None when it never does."""
    parts, start = rule_parts(entry.rule), entry.start.date()
    if "COUNT" in parts:
        return max(occurrences(start, entry.rule, start, date.max), default=start)
    return date.fromisoformat(parts["UNTIL"][:8]) if "UNTIL" in parts else None


def _unclear_nights_of(entry: Entry, limit: date) -> frozenset[date]:
    if entry.all_day:
        return frozenset()
    return unclear_nights(entry.zone, entry.start.time(), entry.minutes, entry.start.year, limit.year)


def _stretch(entry: Entry, first: date, last: date | None, skipped: set[date]) -> Piece | None:
    """The part of a series from one day to another; DTSTART is a day of the rule that takes place.

    Readers differ on a DTSTART that is no instance of its own rule (RFC 5545, 3.8.5.3).
    """
    start = _first(entry, first, last, skipped)
    if start is None:
        return None
    removed = tuple(sorted(day for day in skipped if day > start and (last is None or day <= last)))
    counted = first == entry.start.date() and not any(day < start for day in skipped)
    rule = written_rule(entry, last, counted=counted)
    # Whoever takes in a file with some of its days only must not read them as the whole series.
    whole = first == entry.start.date() and _shown(entry)[1] is None
    uid = entry.uid if whole else f"{start:%Y%m%d}-{entry.uid}"
    if entry.all_day:
        return Piece(entry, uid, start, start + _days(entry) * DAY, rule=rule, removed=removed)
    begin = datetime.combine(start, entry.start.time())
    end = begin + timedelta(minutes=max(1, entry.minutes))
    moments = tuple(datetime.combine(day, entry.start.time()) for day in removed)
    return Piece(entry, uid, begin, end, written_zone(entry), rule, moments)


def _written_out(entry: Entry, horizon: date, remarks: list[Remark]) -> Iterator[Piece]:
    start, (first, end) = entry.start.date(), _shown(entry)
    last = min(horizon, end or horizon)
    days = [day for day in occurrences(start, entry.rule, first, last) if day not in entry.skipped]
    if end is None or horizon < end:
        values = {"zone": entry.zone, "until": horizon, "count": len(days)}
        remarks.append(Remark("series-written-out", {"uid": entry.uid, "title": entry.summary, **values}))
    for day in days:
        yield _single(entry, day, None, remarks, f"{day:%Y%m%d}-{entry.uid}")


def _of_the_rule(entry: Entry, days: set[date] | frozenset[date], limit: date) -> set[date]:
    """Those of the days that the rule hits."""
    first = max(entry.start.date(), entry.since or date.min)
    within = [day for day in days if first <= day <= limit]
    if not within:
        return set()
    return set(within) & set(occurrences(entry.start.date(), entry.rule, min(within), max(within)))


def _first(entry: Entry, first: date, last: date | None, skipped: set[date]) -> date | None:
    """The first day of the rule that takes place; None when there is none until `last` or in 40 years."""
    for days in SEARCHED:
        until = min(last or date.max, first + min(days, (date.max - first).days) * DAY)
        for day in occurrences(entry.start.date(), entry.rule, first, until):
            if day not in skipped:
                return day
    return None


def written_rule(entry: Entry, last: date | None = None, *, counted: bool = True) -> str:
    """The rule as it is written: UNTIL in UTC (a date for an all-day entry), the parts in RFC 5545's order.

    Args:
        entry: the series.
        last: an earlier end than the rule's own.
        counted: the stretch begins where the rule does, so that a COUNT may stand; else it becomes an UNTIL.
    """
    parts = {name: value.replace("+", "") for name, value in rule_parts(entry.rule).items()}
    start = entry.start.date()
    if "COUNT" in parts and (last or not counted):
        del parts["COUNT"]
        last = last or occurrences(start, entry.rule, start, date.max)[-1]
    if last:
        parts["UNTIL"] = f"{last:%Y%m%d}"
    if "UNTIL" in parts:
        parts["UNTIL"] = _until(entry, date.fromisoformat(parts["UNTIL"][:8]))
    if parts["FREQ"] == "YEARLY" and "BYMONTHDAY" in parts:
        parts.setdefault("BYMONTH", str(start.month))
    if parts.get("WKST") == "MO":
        del parts["WKST"]
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    return bytes(vRecur.from_ical(text).to_ical()).decode()


def _until(entry: Entry, last: date) -> str:
    if entry.all_day:
        return f"{last:%Y%m%d}"
    return f"{instant(datetime.combine(last, entry.start.time()), entry.zone):%Y%m%dT%H%M%SZ}"


@lru_cache(maxsize=256)
def unclear_nights(zone: str, at: time, minutes: int, first: int, last: int) -> frozenset[date]:
    """Days of the years `first` to `last` on which an event at this wall time meets a change of the clock."""
    known, length = clock(zone), timedelta(minutes=max(1, minutes))
    if not known or not known.summer:
        return frozenset()
    onsets = (known.summer.begins, known.summer.ends)
    changes = [onset.wall(year).date() for year in range(first, last + 1) for onset in onsets]
    near = {day + DAY * step for day in changes for step in range(-1 - minutes // DAY_MINUTES, 2)}
    return frozenset(day for day in near if unclear(datetime.combine(day, at), length, zone))

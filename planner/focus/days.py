"""Posts and slots as moments of one time line: what the checks of the rhythm and of the networks look at.

Wall times of different zones are compared as UTC instants; a post without a zone of its own is in the calendar's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from planner.model.terms import OPEN_STATUSES, Status
from planner.model.when import DAY, instant, occurrences, wall_time, zone_named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.model.post import Post
    from planner.model.slot import Slot
    from planner.model.terms import SlotKind

AHEAD = timedelta(days=28)
"""How far ahead slots and networks are looked at: a person arranges her next weeks, not her next year."""
FIRST_POSTS = 4
"""With fewer posts on a day a calendar is young: what it does not hold yet was not forgotten."""
_LAST_MINUTE = time(23, 59)
_REMEMBERED = 16_384
"""Moments known at a time: those of the posts of many years."""


class Block(NamedTuple):
    """One occurrence of a slot on its own calendar day, from `start` to `end` (UTC, half open)."""

    start: datetime
    end: datetime
    day: date
    slot: Slot


class Blocks:
    """Occurrences of slots in order of time.

    Attributes:
        all: each of them.
    """

    def __init__(self, blocks: list[Block]) -> None:
        """Put them in order."""
        self.all = sorted(blocks, key=lambda block: block.start)
        self._starts = [block.start for block in self.all]
        self._longest = max((block.end - block.start for block in self.all), default=timedelta())

    def meeting(self, first: datetime, last: datetime) -> Iterator[Block]:
        """Those that are not over at `first` and begin before `last` (UTC)."""
        since = bisect_left(self._starts, first - self._longest)
        return (block for block in self.all[since : bisect_left(self._starts, last)] if block.end > first)

    def at(self, moment: datetime) -> Block | None:
        """The one that is going on at a moment (UTC): the last to begin, where there are several."""
        for place in range(bisect_right(self._starts, moment) - 1, -1, -1):
            block = self.all[place]
            if block.end > moment:
                return block
            if moment - block.start > self._longest:
                return None
        return None


def blocks(judged: JudgedCalendar, kinds: Collection[str], first: date, last: date) -> Blocks:
    """The occurrences of the slots of these kinds from `first` to `last`, those that are skipped left out."""
    return Blocks(
        [
            Block(start, start + timedelta(minutes=slot.minutes), day, slot)
            for slot in judged.calendar.slots
            if slot.kind in kinds
            for day in occurrences(slot.day, slot.rule, first, last)
            if day.isoformat() not in slot.skipped
            for start in (instant(wall_time(day, slot.time), slot.zone or judged.calendar.brief.zone),)
        ]
    )


def serves(block: Block, post: Post) -> bool:
    """Whether a slot can be for this post: it is for its network, or for any."""
    return block.slot.network_id in (None, post.network_id)


def moments(judged: JudgedCalendar, post: Post) -> tuple[datetime, datetime]:
    """The first and the last instant (UTC) at which a dated post may go out: a whole day when it has no time."""
    day, at, zone = post.day or judged.today, post.time, post.zone or judged.calendar.brief.zone
    if at is not None:
        set_for = _instant(day, at, zone)
        return set_for, set_for
    return _instant(day, time.min, zone), _instant(day, _LAST_MINUTE, zone)


@lru_cache(maxsize=_REMEMBERED)
def _instant(day: date, at: time, zone: str) -> datetime:
    return instant(wall_time(day, at), zone)


def wall(judged: JudgedCalendar, post: Post, moment: datetime) -> datetime:
    """A UTC instant as the naive wall time of the post's zone."""
    return moment.astimezone(zone_named(post.zone or judged.calendar.brief.zone)).replace(tzinfo=None)


def clock(moment: datetime) -> str:
    """A wall time as both languages write it here: `2:30`, `16:05`."""
    return f"{moment.hour}:{moment.minute:02}"


def coming(judged: JudgedCalendar, until: date = date.max) -> list[Post]:
    """The open posts that stand on a day from today to `until`, in their own order."""
    return [
        post
        for post in judged.calendar.posts
        if (day := post.day) and judged.today <= day <= until and post.status in OPEN_STATUSES
    ]


def standing(judged: JudgedCalendar, first: date, last: date = date.max) -> list[Post]:
    """The posts that stand on a day from `first` to `last` and were not dropped, in their own order."""
    return [
        post
        for post in judged.calendar.posts
        if (day := post.day) and first <= day <= last and post.status != Status.DROPPED
    ]


def is_young(judged: JudgedCalendar) -> bool:
    """Whether fewer than four posts stand on a day: such a calendar is still being begun."""
    return len(standing(judged, date.min)) < FIRST_POSTS


def keeps_no_time_yet(judged: JudgedCalendar, kind: SlotKind) -> bool:
    """Whether a young calendar has no slot of this kind: nobody is asked for it before the first posts stand."""
    return is_young(judged) and not any(slot.kind == kind for slot in judged.calendar.slots)


def last_ahead(judged: JudgedCalendar) -> date:
    """The last of the days that are looked at ahead, today being the first."""
    return judged.today + AHEAD - DAY

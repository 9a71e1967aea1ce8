"""`clash`: two posts within an hour on one network, or a post in the middle of a slot for other work (row 1.1).

It is said on the later of two posts. Only a post with a time can clash; publishing and answering slots are where a
post belongs.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import blocks, clock, coming, moments, standing, wall
from planner.model.terms import SlotKind
from planner.model.when import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from planner.focus.days import Block
    from planner.focus.judged import JudgedCalendar
    from planner.model.post import Post

BLOCKED = (SlotKind.LISTEN, SlotKind.WATCH, SlotKind.PREPARE, SlotKind.REVIEW)
_APART = timedelta(hours=1)
_SLOTS_LOOKED_AHEAD = timedelta(weeks=260)
"""A post planned for the next century does not ask for every slot until then."""

Timed = tuple["datetime", int, "Post"]
"""When a post goes out (UTC), its identifier, and the post."""


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest on each open post from today on, once: another post comes before a slot."""
    timed = [
        (moments(judged, post)[0], post.id or 0, post)
        for post in standing(judged, judged.today - DAY)
        if post.time is not None
    ]
    told = {post.id for post in coming(judged)}
    near = _near(judged, timed, told)
    yield from near.values()
    yield from _inside(judged, [one for one in timed if one[1] in told and one[1] not in near])


def _near(judged: JudgedCalendar, timed: Sequence[Timed], told: set[int | None]) -> dict[int, Evidence]:
    """The posts too near to another one on their network, by identifier; `told` are those that can be changed."""
    networks: defaultdict[int | None, list[Timed]] = defaultdict(list)
    for one in timed:
        networks[one[2].network_id].append(one)
    networks.pop(None, None)
    found: dict[int, Evidence] = {}
    for there in networks.values():
        ordered = sorted(there, key=itemgetter(0, 1))
        for first, second in pairwise(ordered):
            if second[1] in told and second[0] - first[0] < _APART:
                found[second[1]] = _beside(judged, second[2], first[2], first[0])
        fixed: Timed | None = None
        for one in reversed(ordered):
            if one[1] not in told:
                fixed = one
            elif fixed and one[1] not in found and fixed[0] - one[0] < _APART:
                found[one[1]] = _beside(judged, one[2], fixed[2], fixed[0])
    return found


def _beside(judged: JudgedCalendar, post: Post, other: Post, moment: datetime) -> Evidence:
    network = judged.calendar.network(post.network_id)
    values = {
        "network": network.name if network else "",
        "other": other.title,
        "other_id": other.id or 0,
        "at": clock(wall(judged, post, moment)),
    }
    return Evidence(values, message="message" if other.title.strip() else "untitled", post=post.id)


def _inside(judged: JudgedCalendar, timed: Sequence[Timed]) -> Iterator[Evidence]:
    """The posts that stand in the middle of a blocked slot."""
    last = max((post.day for _, _, post in timed if post.day), default=judged.today)
    until = min(last, judged.today + _SLOTS_LOOKED_AHEAD) + DAY
    kept = blocks(judged, BLOCKED, judged.today - 2 * DAY, until)
    for moment, _, post in timed:
        if block := kept.at(moment):
            yield _within(judged, post, block)


def _within(judged: JudgedCalendar, post: Post, block: Block) -> Evidence:
    slot = block.slot
    since, until = (clock(wall(judged, post, moment)) for moment in (block.start, block.end))
    values = {"kind": str(slot.kind), "slot": slot.title, "since": since, "until": until}
    return Evidence(values, message="slot" if slot.title.strip() else "untitled_slot", post=post.id)


check = Check(name="clash", group="rhythm", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

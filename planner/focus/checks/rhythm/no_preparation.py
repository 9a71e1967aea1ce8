"""`no-preparation`: a coming post has to be prepared, and no slot for it stands in the week before (row 0.7).

A post that is ready is prepared, and a slot for another network does not serve. Where no such slot stands ahead at
all, it is said once, beside the posts; in a young calendar that never had one, it is not said yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import blocks, coming, keeps_no_time_yet, last_ahead, moments, serves
from planner.model.terms import SlotKind, Status
from planner.model.when import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.days import Blocks
    from planner.focus.judged import JudgedCalendar
    from planner.model.post import Post

_BEFORE = 7 * DAY
"""A slot longer before than this prepared something else."""


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest on each idea or draft of the next 28 days that costs preparation."""
    if keeps_no_time_yet(judged, SlotKind.PREPARE):
        return
    last = last_ahead(judged)
    posts = [post for post in coming(judged, last) if post.prepare_minutes and post.status != Status.READY]
    kept = blocks(judged, (SlotKind.PREPARE,), judged.today - _BEFORE - DAY, last + DAY)
    bare = [post for post in posts if not _prepared(judged, post, kept)]
    if bare and all(block.day < judged.today for block in kept.all):
        minutes = sum(post.prepare_minutes for post in bare)
        yield Evidence({"posts": len(bare), "prepare_minutes": minutes}, message="none")
        return
    for post in bare:
        yield Evidence({"prepare_minutes": post.prepare_minutes, "post_day": str(post.day)}, post=post.id)


def _prepared(judged: JudgedCalendar, post: Post, kept: Blocks) -> bool:
    first, last = moments(judged, post)
    return any(serves(block, post) for block in kept.meeting(first - _BEFORE, last))


check = Check(name="no-preparation", group="rhythm", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

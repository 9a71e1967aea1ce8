"""`clock-gap`: the post's time does not exist on its day, where the clock springs forward (article row 2.13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import clock
from planner.model.when import in_gap, moved_out_of_gap, wall_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Refuse the time, and say the one at which the post would go out."""
    post = judged.post
    zone = post.zone or judged.calendar.calendar.brief.zone
    if post.day is None or post.time is None:
        return
    moment = wall_time(post.day, post.time)
    if in_gap(moment, zone):
        moved = moved_out_of_gap(moment, zone)
        yield Evidence({"gap_day": post.day.isoformat(), "at": clock(moment), "moved": clock(moved), "zone": zone})


check = Check(name="clock-gap", group="rhythm", scope="post", severity=Severity.ERROR, judge=judge)

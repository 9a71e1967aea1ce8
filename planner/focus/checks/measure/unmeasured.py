"""`unmeasured`: posts published more than a week ago, and no result noted for them (article row 0.4).

Posts of the last 60 days only: what was not counted then will not be counted any more.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened
from planner.model.terms import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.model.post import Post

TIME_TO_ACT = timedelta(days=7)
RECENT = timedelta(days=60)
MOST_ROWS = 5


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest once for all of them, the latest first."""
    calendar, today = judged.calendar, judged.today
    measured = {result.post_id for result in calendar.results}
    without = [
        post
        for post in calendar.planned(today - RECENT + timedelta(days=1), today - TIME_TO_ACT - timedelta(days=1))
        if post.status == Status.PUBLISHED and post.id not in measured
    ]
    if not without:
        return
    rows = [_row(post) for post in reversed(without)]
    yield Evidence(
        values={"posts": len(without), **rows[0], "rows": rows[:MOST_ROWS]},
        message="message" if rows[0]["title"] else "untitled",
    )


def _row(post: Post) -> dict[str, object]:
    return {"title": shortened(post.title), "published_day": str(post.day)}


check = Check(name="unmeasured", group="measure", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

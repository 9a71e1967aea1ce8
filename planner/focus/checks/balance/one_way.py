"""`one-way`: two weeks of posts, and none that opens a conversation or listens (article row 4.6)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened
from planner.model.terms import OPEN_STATUSES, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar

WINDOW = timedelta(days=14)
LEAST_POSTS = 3
BOTH_WAYS = (Purpose.DISCUSS, Purpose.LISTEN)


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest with the dates, and name the next post that could ask; fewer than three posts say nothing yet."""
    last = judged.today + WINDOW - timedelta(days=1)
    posts = judged.calendar.planned(judged.today, last)
    if len(posts) < LEAST_POSTS or any(post.purpose in BOTH_WAYS for post in posts):
        return
    title = next((post.title for post in posts if post.status in OPEN_STATUSES and post.title.strip()), "")
    yield Evidence(
        values={
            "first_day": judged.today.isoformat(),
            "last_day": last.isoformat(),
            "posts": len(posts),
            "title": shortened(title),
        },
        message="message" if title else "untitled",
    )


check = Check(name="one-way", group="balance", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

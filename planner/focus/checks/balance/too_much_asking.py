"""`too-much-asking`: more than one post in five of the next 28 days offers something for sale (article row 1.8)."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened
from planner.model.terms import OPEN_STATUSES, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar

WINDOW = timedelta(days=28)
LEAST_POSTS = 5
ONE_IN = 5


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn with what the posts are meant to do, and name the next offer that could help first."""
    last = judged.today + WINDOW - timedelta(days=1)
    posts = judged.calendar.planned(judged.today, last)
    offers = [post for post in posts if post.purpose == Purpose.OFFER]
    if len(posts) < LEAST_POSTS or len(offers) * ONE_IN <= len(posts):
        return
    purposes = Counter(post.purpose for post in posts)
    title = next((post.title for post in offers if post.status in OPEN_STATUSES and post.title.strip()), "")
    yield Evidence(
        values={
            "offers": len(offers),
            "posts": len(posts),
            "last_day": last.isoformat(),
            "rows": [{"purpose": purpose, "posts": count} for purpose, count in purposes.most_common()],
            "title": shortened(title),
        },
        message="message" if title else "untitled",
    )


check = Check(name="too-much-asking", group="balance", scope="calendar", severity=Severity.WARNING, judge=judge)

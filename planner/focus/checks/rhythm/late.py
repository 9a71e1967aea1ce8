"""`late`: a draft, or a post that is ready, whose day has passed (article row 2.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.model.terms import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn on each, with the days that have passed since; an idea promised nothing yet."""
    today = judged.today
    for post in judged.calendar.posts:
        if post.day and post.day < today and post.status in (Status.DRAFT, Status.READY):
            values = {"days": (today - post.day).days, "planned_day": post.day.isoformat()}
            yield Evidence(values, message="ready" if post.status == Status.READY else "message", post=post.id)


check = Check(name="late", group="rhythm", scope="calendar", severity=Severity.WARNING, judge=judge)

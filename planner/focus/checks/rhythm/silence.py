"""`silence`: a gap longer than twice the promised interval between two posts (article row 2.13)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.model.terms import Status
from planner.model.when import DAY, monday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar

LOOKED_BACK = timedelta(days=28)
_WEEK = 7
_KEPT = 2
"""A gap may last as long as so many promised intervals."""


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn for each gap from 28 days ago to the last planned post; say when nothing is planned ahead."""
    rhythm = judged.calendar.brief.posts_per_week
    days = sorted({post.day for post in judged.calendar.posts if post.day and post.status != Status.DROPPED})
    if not days or rhythm <= 0:
        return
    most = timedelta(days=_KEPT * _WEEK / rhythm)
    promised = {"every_days": max(1, round(_WEEK / rhythm)), "per_week": rhythm}
    today, since = judged.today, judged.today - LOOKED_BACK
    gaps = [(before, after) for before, after in pairwise(days) if after - max(before, since) > most]
    for before, after in gaps:
        first, last = before + DAY, after - DAY
        values = {**promised, "first_day": first.isoformat(), "last_day": last.isoformat(), **_anchored(first)}
        day = "" if first <= today <= last else monday(first).isoformat()
        yield Evidence(values, message="message" if rhythm >= 1 else "slow", day=day)
    yield from _ahead(days, today, most, promised)


def _ahead(days: list[date], today: date, most: timedelta, promised: dict[str, float]) -> Iterator[Evidence]:
    """Nothing is planned soon enough, and no gap between two posts says so already.

    As long as the promise is kept, an empty plan is a suggestion.
    """
    if days[-1] < today:
        values = {**promised, "since_day": days[-1].isoformat(), **_anchored(days[-1])}
        yield Evidence(values, message="ahead", severity=None if today - days[-1] > most else Severity.SUGGESTION)
    elif days[0] > today + most:
        yield Evidence({**promised, "next_day": days[0].isoformat(), **_anchored(days[0])}, message="later")


def _anchored(day: date) -> dict[str, str]:
    """A gap is muted where it begins or ends, wherever today stands in it."""
    return {"anchor_day": day.isoformat()}


check = Check(name="silence", group="rhythm", scope="calendar", severity=Severity.WARNING, judge=judge)

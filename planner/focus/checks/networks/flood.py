"""`flood`: more posts in a day or a week than the brief allows, or than twice its rhythm (article row 0.27).

A week that is over speaks for its days. What is wholly published is past.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import standing
from planner.model.terms import OPEN_STATUSES
from planner.model.when import monday

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planner.focus.judged import JudgedCalendar

_TWICE = 2
_LEAST = 2
"""Two posts in a week are no flood, however slow the rhythm."""


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn for each week from this one on, or each day from today on, that holds too many posts."""
    brief = judged.calendar.brief
    weeks, open_days = _weeks(judged)
    capped = brief.most_per_week is not None
    most = brief.most_per_week if brief.most_per_week is not None else _most_by_rhythm(brief.posts_per_week)
    for first, days in sorted(weeks.items()):
        changeable = [day for day in days if day in open_days]
        posts = sum(days.values())
        if changeable and most is not None and posts > most:
            rows = [{"row_day": day.isoformat(), "posts": days[day]} for day in sorted(days)]
            values = {"posts": posts, "allowed": most, "per_week": brief.posts_per_week, "rows": rows}
            yield Evidence(values, message="week" if capped else "message", day=first.isoformat())
        else:
            yield from _days(days, changeable, brief.most_per_day)


def _most_by_rhythm(per_week: float) -> float | None:
    """The most posts that a week may hold without a cap, or None where no rhythm is promised."""
    return max(_LEAST, _TWICE * per_week) if per_week > 0 else None


def _days(days: Counter[date], changeable: list[date], most: int | None) -> Iterator[Evidence]:
    for day in sorted(changeable):
        if most is not None and days[day] > most:
            values = {"posts": days[day], "allowed": most, "full_day": day.isoformat()}
            yield Evidence(values, message="day", day=day.isoformat())


def _weeks(judged: JudgedCalendar) -> tuple[dict[date, Counter[date]], set[date]]:
    """How many posts stand on each day, by the week's Monday; and the days whose posts can still be moved."""
    weeks: defaultdict[date, Counter[date]] = defaultdict(Counter)
    open_days: set[date] = set()
    for post in standing(judged, monday(judged.today)):
        if post.day:
            weeks[monday(post.day)][post.day] += 1
            if post.day >= judged.today and post.status in OPEN_STATUSES:
                open_days.add(post.day)
    return weeks, open_days


check = Check(name="flood", group="networks", scope="week", severity=Severity.WARNING, judge=judge)

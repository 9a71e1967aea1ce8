"""`not-a-working-day`: the post stands on a public holiday of the brief's country, or on a closed day (row 0.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.working_days import holidays_of
from planner.model.when import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest another day; a holiday is named in the calendar's language where its name is known in it."""
    day, brief = judged.post.day, judged.calendar.calendar.brief
    if day is None:
        return
    named = {"closed_day": day.isoformat(), "weekday": WEEKDAYS[day.weekday()]}
    holiday = holidays_of(brief.country, day.year, judged.calendar.language).get(day)
    if holiday:
        yield Evidence({**named, "holiday": holiday})
    elif named["weekday"] in brief.closed_days:
        yield Evidence(named, message="closed")


check = Check(name="not-a-working-day", group="rhythm", scope="post", severity=Severity.SUGGESTION, judge=judge)

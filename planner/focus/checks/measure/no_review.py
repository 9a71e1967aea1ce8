"""`no-review`: no review is planned within the objective's next quarter, or one was not held (article row 4.21).

A review that somebody planned and did not hold weighs more than none: it is forgotten once a later one was held.
A slot of the week for reviews is a plan too. A young calendar that never had either is left to begin.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import keeps_no_time_yet
from planner.focus.working_days import working_day_near
from planner.model.terms import SlotKind
from planner.model.when import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.model.calendar import Calendar

QUARTER = timedelta(days=92)
FOUR_WEEKS = timedelta(days=28)
AFTER_DUE = timedelta(days=14)
"""A review of what the objective brought may wait so long after its date."""


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn for a review that is overdue, suggest one where none is planned; without an objective, be silent."""
    calendar, today = judged.calendar, judged.today
    if not calendar.brief.objective.strip():
        return
    open_days = _open_days(calendar)
    overdue = [day for day in open_days if day < today]
    last = _last(calendar, today)
    if overdue:
        values: dict[str, object] = {"overdue_day": overdue[-1].isoformat(), "days": (today - overdue[-1]).days}
        yield Evidence(values, message="overdue", severity=Severity.WARNING)
    elif not _not_begun(judged) and last >= today and not _planned(calendar, open_days, today, last):
        yield Evidence({"last_day": last.isoformat(), "proposed_day": _proposed(calendar, today, last).isoformat()})


def _not_begun(judged: JudgedCalendar) -> bool:
    return keeps_no_time_yet(judged, SlotKind.REVIEW) and not judged.calendar.reviews


def _open_days(calendar: Calendar) -> list[date]:
    """The days of reviews not held, after the last that was, in order."""
    closed = [review.held or review.day for review in calendar.reviews if review.held or review.decision]
    since = max(closed, default=date.min)
    return sorted(
        review.day for review in calendar.reviews if not (review.held or review.decision) and review.day > since
    )


def _last(calendar: Calendar, today: date) -> date:
    """The end of the next quarter, or two weeks after the objective's date when that comes sooner."""
    due = calendar.brief.due
    quarter = today + QUARTER
    return due + AFTER_DUE if due and due < quarter - AFTER_DUE else quarter


def _planned(calendar: Calendar, open_days: list[date], first: date, last: date) -> bool:
    """Whether a review, or a slot for reviews, falls in these days."""
    return any(first <= day <= last for day in open_days) or any(
        day.isoformat() not in slot.skipped
        for slot in calendar.slots
        if slot.kind == SlotKind.REVIEW
        for day in occurrences(slot.day, slot.rule, first, last)
    )


def _proposed(calendar: Calendar, today: date, last: date) -> date:
    """The objective's date when it is near enough, else a day in four weeks; the working day before it, if need be."""
    due = calendar.brief.due
    day = due if due and today <= due <= last else min(last, today + FOUR_WEEKS)
    return working_day_near(day, today, calendar.brief)


check = Check(name="no-review", group="measure", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

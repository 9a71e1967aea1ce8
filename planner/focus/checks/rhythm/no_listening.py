"""`no-listening`: a week that holds posts has no time to listen (article row 0.16).

A young calendar that never had a slot for it is left to begin.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import blocks, keeps_no_time_yet, standing
from planner.model.terms import SlotKind
from planner.model.when import DAY, monday

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planner.focus.judged import JudgedCalendar

_WEEK = timedelta(days=7)
_WEEKS = 4
"""This week and the three after it."""


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest for each of four weeks that publishes without listening, or once when no week listens."""
    if keeps_no_time_yet(judged, SlotKind.LISTEN):
        return
    this_week = monday(judged.today)
    last = this_week + _WEEK * _WEEKS - DAY
    weeks = {monday(post.day) for post in standing(judged, this_week, last) if post.day}
    listening = _weeks_that_listen(judged, this_week, last)
    if weeks and not listening:
        yield Evidence({"weeks": len(weeks)}, message="never")
        return
    for first in sorted(weeks - listening):
        values = {"first_day": first.isoformat(), "last_day": (first + _WEEK - DAY).isoformat()}
        yield Evidence(values, day=first.isoformat())


def _weeks_that_listen(judged: JudgedCalendar, first: date, last: date) -> set[date]:
    """The Mondays of the weeks that hold a slot for listening, by the slot's own calendar day."""
    kept = blocks(judged, (SlotKind.LISTEN,), first, last)
    return {monday(block.day) for block in kept.all}


check = Check(name="no-listening", group="rhythm", scope="week", severity=Severity.SUGGESTION, judge=judge)

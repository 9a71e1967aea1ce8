"""The day proposed for a review: one on which this person works, near the day wished for and never before today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.focus.checks.measure.no_review import check
from planner.focus.judged import JudgedCalendar
from planner.focus.working_days import holidays_of, working_day_near
from planner.model.when import WEEKDAYS
from tests.focus import build

WEEKEND = ("SA", "SU")
COUNTRIES = ("", "FR", "CA-QC", "GB-ENG", "IR", "ZZ")


def proposed(today: date, **brief: Any) -> date:
    posts = [build.post(day=today - timedelta(days=days)) for days in range(4)]
    calendar = build.calendar(posts=posts, brief_fields={"due": None, "country": "", **brief})
    (finding,) = check.findings(JudgedCalendar(calendar, today))
    return date.fromisoformat(str(finding.values["proposed_day"]))


@pytest.mark.parametrize(
    ("today", "brief", "day"),
    [
        (date(2026, 11, 27), {}, date(2026, 12, 24)),
        (date(2026, 12, 4), {}, date(2026, 12, 31)),
        (date(2026, 12, 4), {"closed_days": ["TH", "SA", "SU"]}, date(2026, 12, 30)),
        (date(2026, 11, 28), {"country": "GB"}, date(2026, 12, 24)),
        (date(2026, 4, 16), {"country": "FR"}, date(2026, 5, 13)),
        (date(2026, 4, 16), {}, date(2026, 5, 14)),
        (date(2026, 5, 27), {"country": "CA-QC"}, date(2026, 6, 23)),
        (date(2026, 1, 19), {"due": date(2026, 1, 25)}, date(2026, 1, 23)),
        (date(2026, 12, 25), {"due": date(2026, 12, 25)}, date(2026, 12, 28)),
        (date(2026, 12, 25), {"due": date(2026, 12, 25), "country": "GB-ENG"}, date(2026, 12, 29)),
    ],
)
def test_a_review_is_proposed_for_a_working_day(today: date, brief: dict[str, Any], day: date) -> None:
    assert proposed(today, **brief) == day


@given(
    first=st.dates(date(2020, 1, 1), date(2032, 1, 1)),
    days=st.integers(0, 60),
    country=st.sampled_from(COUNTRIES),
    closed=st.lists(st.sampled_from(WEEKDAYS), unique=True),
)
def test_whatever_is_closed_a_day_is_found(first: date, days: int, country: str, closed: list[str]) -> None:
    day = working_day_near(first + timedelta(days=days), first, build.brief(country=country, closed_days=closed))
    assert day >= first
    assert (day.month, day.day) not in ((12, 25), (1, 1))
    assert day not in holidays_of(country, day.year, "en")
    if len({*closed, *WEEKEND}) < len(WEEKDAYS):
        assert WEEKDAYS[day.weekday()] not in {*closed, *WEEKEND}
    elif len(closed) < len(WEEKDAYS):
        assert WEEKDAYS[day.weekday()] not in closed

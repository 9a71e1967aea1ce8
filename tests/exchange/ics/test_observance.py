"""When an offset begins to hold, as one STANDARD or DAYLIGHT says it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from planner.exchange.ics.definition import defined
from planner.exchange.ics.effort import Effort, TooMuchError
from planner.exchange.ics.observance import Observance, observance, onsets

WINTER = (("DTSTART", "19961027T030000"), ("TZOFFSETFROM", "+0200"), ("TZOFFSETTO", "+0100"))
LAST_SUNDAY = "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"


def winter(rule: str) -> Observance:
    return observance("STANDARD", [*WINTER, ("RRULE", rule)])


@pytest.mark.parametrize(
    ("until", "last"),
    [("20251026T010000Z", 2025), ("20251026T005959Z", 2024), ("20251026", 2025), ("20251026T030000", 2025)],
)
def test_until_is_in_utc_or_a_day_or_local_in_older_files_and_names_the_last_one(until: str, last: int) -> None:
    found = list(onsets(winter(f"{LAST_SUNDAY};UNTIL={until}"), 2020, 2030, Effort()))
    assert found[-1].year == last


def test_what_held_before_the_years_that_are_asked_for_is_found_however_long_ago_it_began() -> None:
    seldom = Observance(
        datetime(1960, 2, 29, 2), timedelta(hours=2), timedelta(hours=1),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",),
    )  # fmt: skip
    assert max(onsets(seldom, 2010, 2012, Effort())) == datetime(1988, 2, 29)


def test_what_takes_more_effort_than_is_left_is_not_worked_out() -> None:
    with pytest.raises(TooMuchError):
        list(onsets(winter(LAST_SUNDAY), 2020, 2030, Effort(39)))


def test_two_offsets_from_one_moment_are_none() -> None:
    one, other = winter(LAST_SUNDAY), winter(LAST_SUNDAY)._replace(after=timedelta(hours=3))
    definition = defined([one, other], 2020, 2021, Effort())
    assert definition.offset(datetime(2021, 11, 1)) is None
    assert defined([one, one], 2020, 2021, Effort()).offset(datetime(2021, 11, 1)) == timedelta(hours=1)

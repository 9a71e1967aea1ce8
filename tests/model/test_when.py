"""Weeks, wall times across the clock changes, and which rules a person plans."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.errors import InputError
from planner.model.when import (
    FREQUENCIES,
    WEEKDAYS,
    check_rule,
    in_gap,
    instant,
    monday,
    month_grid,
    moved_out_of_gap,
    occurrences,
    shift_month,
    wall_time,
    week_days,
    zone_named,
)

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@given(DAYS)
def test_a_week_is_seven_days_from_monday(day: date) -> None:
    days = week_days(day)
    assert day in days
    assert [found.isoweekday() for found in days] == [1, 2, 3, 4, 5, 6, 7]
    assert days[0] == monday(day)


@given(DAYS)
def test_a_month_s_page_holds_the_whole_month(day: date) -> None:
    grid = month_grid(day)
    assert len(grid) == 42
    assert grid[0].weekday() == 0
    first = day.replace(day=1)
    assert {found.day for found in grid if (found.year, found.month) == (day.year, day.month)} == {
        (first + timedelta(days=number)).day
        for number in range(31)
        if (first + timedelta(days=number)).month == day.month
    }


def test_a_month_away_is_held_back_to_the_last_day() -> None:
    assert shift_month(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert shift_month(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert shift_month(date(2026, 3, 31), -1) == date(2026, 2, 28)


def test_a_post_without_an_hour_is_at_nine() -> None:
    assert wall_time(MONDAY, None) == datetime(2026, 11, 23, 9)


@pytest.mark.parametrize(
    ("zone", "wall", "moved"),
    [
        ("Europe/Paris", datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 3, 30)),
        ("America/Toronto", datetime(2026, 3, 8, 2), datetime(2026, 3, 8, 3)),
        ("Australia/Lord_Howe", datetime(2026, 10, 4, 2, 15), datetime(2026, 10, 4, 2, 45)),
    ],
)
def test_an_hour_in_a_spring_gap_moves_forward(zone: str, wall: datetime, moved: datetime) -> None:
    assert in_gap(wall, zone)
    assert moved_out_of_gap(wall, zone) == moved
    assert not in_gap(moved, zone)


def test_in_an_autumn_fold_the_first_hour_is_meant() -> None:
    fold = datetime(2026, 10, 25, 2, 30)
    assert not in_gap(fold, "Europe/Paris")
    assert instant(fold, "Europe/Paris") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert instant(fold.replace(fold=1), "Europe/Paris") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_nine_stays_nine_across_the_clock_change() -> None:
    moments = [instant(datetime.combine(day, time(9)), "Europe/Paris") for day in week_days(date(2026, 3, 29))]
    assert [moment.hour for moment in moments] == [8, 8, 8, 8, 8, 8, 7]
    assert {moment.astimezone(zone_named("Europe/Paris")).hour for moment in moments} == {9}


NO_ZONES = ["", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "Europe/Paris\0", "x" * 5_000]
ODD_ZONES = ["posix/Europe/Paris", "right/Europe/Paris", "posixrules", "localtime", "Factory"]


@pytest.mark.parametrize("zone", [*NO_ZONES, *ODD_ZONES])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(InputError) as refused:
        zone_named(zone)
    assert refused.value.key == "zone-unknown"


ACCEPTED = {
    "FREQ=WEEKLY;BYDAY=TU": ["2026-11-24", "2026-12-01", "2026-12-08"],
    "RRULE:freq=weekly;byday=tu": ["2026-11-24", "2026-12-01", "2026-12-08"],
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR": ["2026-11-23", "2026-11-27", "2026-12-07"],
    "FREQ=DAILY;COUNT=2": ["2026-11-23", "2026-11-24"],
    "FREQ=DAILY;UNTIL=20261124": ["2026-11-23", "2026-11-24"],
    "FREQ=DAILY;UNTIL=20261124T080000Z": ["2026-11-23", "2026-11-24"],
    "FREQ=MONTHLY;BYDAY=1MO": ["2026-12-07", "2027-01-04", "2027-02-01"],
    "FREQ=MONTHLY;BYDAY=-1FR": ["2026-11-27", "2026-12-25", "2027-01-29"],
    "FREQ=MONTHLY;BYMONTHDAY=-1": ["2026-11-30", "2026-12-31", "2027-01-31"],
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": ["2026-11-30", "2026-12-31", "2027-01-29"],
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29": ["2028-02-29", "2032-02-29", "2036-02-29"],
    "FREQ=YEARLY": ["2026-11-23", "2027-11-23", "2028-11-23"],
    "FREQ=MONTHLY;BYMONTHDAY=31": ["2026-12-31", "2027-01-31", "2027-03-31"],
    "": ["2026-11-23"],
}


@pytest.mark.parametrize("rule", ACCEPTED)
def test_a_rule_falls_on_its_days(rule: str) -> None:
    found = occurrences(MONDAY, rule, MONDAY, date(2037, 1, 1))[:3]
    assert [day.isoformat() for day in found] == ACCEPTED[rule]


REFUSED = {
    "FREQ=SECONDLY": "FREQ=SECONDLY",
    "FREQ=MINUTELY": "FREQ=MINUTELY",
    "FREQ=HOURLY": "FREQ=HOURLY",
    "FREQ=DAILY;INTERVAL=0": "INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1": "INTERVAL=-1",
    "FREQ=DAILY;INTERVAL=100000": "INTERVAL=100000",
    "FREQ=DAILY;COUNT=0": "COUNT=0",
    "FREQ=DAILY;COUNT=1000000000": "COUNT=1000000000",
    "FREQ=DAILY;COUNT=²": "COUNT=²",
    "FREQ=DAILY;COUNT=2;UNTIL=20270101": "COUNT+UNTIL",
    "FREQ=DAILY;BYHOUR=9": "BYHOUR=9",
    "FREQ=WEEKLY;BYDAY=9MO": "BYDAY=9MO",
    "FREQ=WEEKLY;BYDAY=1MO": "BYDAY+BYMONTHDAY",
    "FREQ=WEEKLY;BYDAY=XX": "BYDAY=XX",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30": "BYMONTH+BYMONTHDAY",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31": "BYMONTH+BYMONTHDAY",
    "FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31": "BYMONTH+BYMONTHDAY",
    "FREQ=YEARLY;BYMONTH=13": "BYMONTH=13",
    "FREQ=MONTHLY;BYMONTHDAY=0": "BYMONTHDAY=0",
    "FREQ=MONTHLY;BYMONTHDAY=32": "BYMONTHDAY=32",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=5": "BYSETPOS",
    "FREQ=MONTHLY;BYSETPOS=1": "BYSETPOS",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3": "MONTHLY+INTERVAL+BYMONTH",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU": "DAILY+INTERVAL",
    "FREQ=DAILY;UNTIL=tomorrow": "UNTIL=TOMORROW",
    "FREQ=DAILY;UNTIL=20269999": "UNTIL=20269999",
    "FREQ=DAILY;UNTIL=20270229": "UNTIL=20270229",
    "FREQ=DAILY;UNTIL=00000101": "UNTIL=00000101",
    "FREQ=DAILY;UNTIL=18991231": "UNTIL=18991231",
    "FREQ=DAILY;UNTIL=22010101": "UNTIL=22010101",
    "FREQ=DAILY;UNTIL=20270101T246060Z": "UNTIL=20270101T246060Z",
    "FREQ=DAILY;UNTIL=２０２７０１０１": "UNTIL=２０２７０１０１",
    "INTERVAL=2": "FREQ",
    "FREQ=YEARLY;BYMONTHDAY=" + ",".join(["1"] * 400): "BYMONTHDAY=" + ",".join(["1"] * 400),
}


@pytest.mark.parametrize("rule", REFUSED)
def test_a_rule_nobody_plans_is_refused_with_its_part(rule: str) -> None:
    with pytest.raises(InputError) as refused:
        check_rule(rule)
    assert (refused.value.key, refused.value.values["part"]) == ("rule-not-allowed", REFUSED[rule])


@pytest.mark.parametrize("rule", ["weekly", "FREQ=", "FREQ=DAILY;FREQ=WEEKLY", "FREQ=DAILY;;", ";", "FREQ"])
def test_a_rule_that_is_none_is_refused(rule: str) -> None:
    with pytest.raises(InputError) as refused:
        check_rule(rule)
    assert refused.value.key == "rule-unreadable"


def rules() -> st.SearchStrategy[str]:
    """Rules of every part the program knows, sensible or not."""
    numbers = st.lists(st.integers(-31, 31), min_size=1, max_size=3).map(lambda found: ",".join(map(str, found)))
    parts = st.fixed_dictionaries(
        {"FREQ": st.sampled_from(FREQUENCIES)},
        optional={
            "INTERVAL": st.integers(0, 60).map(str),
            "COUNT": st.integers(0, 50).map(str),
            "UNTIL": st.dates(date(2020, 1, 1), date(2040, 1, 1)).map(lambda day: f"{day:%Y%m%d}"),
            "BYDAY": st.lists(st.sampled_from([*WEEKDAYS, "1MO", "-1FR", "5SU"]), min_size=1, max_size=3).map(",".join),
            "BYMONTHDAY": numbers,
            "BYMONTH": numbers,
            "BYSETPOS": numbers,
        },
    )
    return parts.map(lambda found: ";".join(f"{name}={value}" for name, value in found.items()))


@settings(max_examples=150)
@given(rules(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_an_accepted_rule_is_answered_within_the_window_whatever_it_says(rule: str, start: date) -> None:
    try:
        check_rule(rule)
    except InputError:
        return
    first, last = start + timedelta(days=300), start + timedelta(days=341)
    found = occurrences(start, rule, first, last)
    assert all(first <= day <= last for day in found)
    assert list(found) == sorted(set(found))
    whole = occurrences(start, rule, start, last)
    assert [day for day in whole if day >= first] == list(found)

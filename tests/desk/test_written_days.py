"""Days of tables and notes: what they may mean, and never a guess."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.desk.written_days import ORDERS, moment, orders_left, written_hour

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
WRITTEN = {"dmy": "%d/%m/%Y", "mdy": "%m/%d/%Y", "ymd": "%Y/%m/%d"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-12", date(2026, 3, 12)),
        ("2026/3/12", date(2026, 3, 12)),
        ("31/12/2026", date(2026, 12, 31)),
        ("12/31/2026", date(2026, 12, 31)),
        ("3/3/2026", date(2026, 3, 3)),
        ("25 novembre 2026", date(2026, 11, 25)),
        ("1er mars 2026", date(2026, 3, 1)),
        ("Mar 3, 2026", date(2026, 3, 3)),
        ("vendredi 27 novembre 2026", date(2026, 11, 27)),
        ("Fri., 27th of November 2026", date(2026, 11, 27)),
        ("27-nov.-2026", date(2026, 11, 27)),
        ("3 févr. 2026", date(2026, 2, 3)),
        ("12 AOÛT 2026", date(2026, 8, 12)),
    ],
)
def test_a_day_that_can_be_one_day_only_needs_no_order(text: str, day: date) -> None:
    assert moment(text, "UTC").day("") == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10",
        "46093",
        "2026",
        "demain",
        "fri",
        "mardi 3",
        "31/02/2026",
        "9" * 100_000,
        "x" * 70,
        "1-2/2026",
        "3 jui 2026",
        "31 juin 2026",
        "3 brumaire 2026",
    ],
)
def test_what_says_no_whole_day_says_none(text: str) -> None:
    assert moment(text, "UTC").days == {}


def test_a_doubtful_day_is_one_day_for_each_order() -> None:
    found = moment("01/02/03", "UTC")
    assert [found.day(order) for order in ORDERS] == [date(2003, 2, 1), date(2003, 1, 2), date(2001, 2, 3)]
    assert found.day("") is None


@given(st.lists(DAYS, min_size=1), st.sampled_from(ORDERS))
def test_the_order_is_never_the_wrong_one(days: list[date], order: str) -> None:
    moments = [moment(day.strftime(WRITTEN[order]), "UTC") for day in days]
    left = orders_left(moments)
    if len(left) == 1:
        assert [found.day(left[0]) for found in moments] == days
    else:
        assert order in left
        assert all(day.day <= 12 for day in days)


def test_days_that_fit_no_common_order_leave_all_of_them_open() -> None:
    assert orders_left([moment("31/12/2026", "UTC"), moment("12/31/2026", "UTC"), moment("1/2/2026", "UTC")]) == ORDERS


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9h", time(9)),
        ("9 h 30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("09:00:59", time(9)),
        ("9.30", time(9, 30)),
        ("9 pm", time(21)),
        ("12:15 a.m.", time(0, 15)),
        ("9", None),
        ("24:00", None),
        ("13 pm", None),
        ("noon", None),
    ],
)
def test_hours_are_read_and_a_bare_number_is_none(text: str, at: time | None) -> None:
    assert written_hour(text) == at


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("2026-03-12 09:00", date(2026, 3, 12), time(9)),
        ("13/03/2026 à 9h30", date(2026, 3, 13), time(9, 30)),
        ("2026-03-12T09:00:00Z", date(2026, 3, 12), time(10)),
        ("2026-03-12T23:30:00-05:00", date(2026, 3, 13), time(5, 30)),
        ("2026-03-29T02:30:00+01:00", date(2026, 3, 29), time(2, 30)),
        ("2026-03-12 23:30:00 -0500", date(2026, 3, 13), time(5, 30)),
    ],
)
def test_an_hour_beside_the_day_is_told_in_the_zone(text: str, day: date, at: time) -> None:
    found = moment(text, "Europe/Paris")
    assert (found.day(""), found.hour) == (day, at)


@given(st.text(max_size=80))
def test_no_text_makes_it_stumble(text: str) -> None:
    moment(text, "Europe/Paris")
    written_hour(text)

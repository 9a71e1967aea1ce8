"""Days as a person types them, in both languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.desk.dates import WEEKDAYS, understood_day
from planner.errors import InputError

TODAY = date(2026, 11, 25)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("aujourd’hui", TODAY),
        ("Demain", date(2026, 11, 26)),
        ("après-demain", date(2026, 11, 27)),
        ("+0", TODAY),
        ("+ 3", date(2026, 11, 28)),
        ("25/11", TODAY),
        ("24/11", date(2027, 11, 24)),
        ("24.11.2026", date(2026, 11, 24)),
        ("1/2/27", date(2027, 2, 1)),
        ("29/2", date(2028, 2, 29)),
        ("2026-1-5", date(2026, 1, 5)),
        ("ven.", date(2026, 11, 27)),
        ("le mercredi", date(2026, 12, 2)),
        ("lundi prochain", date(2026, 11, 30)),
        ("next tuesday", date(2026, 12, 1)),
        ("25 novembre", TODAY),
        ("Nov 24", date(2027, 11, 24)),
        ("1er janvier", date(2027, 1, 1)),
        ("3 décembre 2028", date(2028, 12, 3)),
        ("dans 3 jours", date(2026, 11, 28)),
        ("in two weeks", date(2026, 12, 9)),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_day_is_understood_in_either_language(text: str, day: date, language: str) -> None:
    assert understood_day(text, TODAY, language) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10",
        "2026",
        "31/02",
        "11/25",
        "25/13/2026",
        "someday",
        "12h30",
        "+99999",
        "9999-01-01",
        "1er",
        "ven 27",
        "x" * 61,
        "\0",
    ],
)
def test_what_says_no_day_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        understood_day(text, TODAY, "fr")
    assert refused.value.key == "date-unclear"
    assert refused.value.values["text"] == text[:60]


@given(DAYS, st.sampled_from([name for names in WEEKDAYS for name in names]))
def test_a_weekday_is_the_next_one(today: date, name: str) -> None:
    day = understood_day(name, today, "en")
    assert today < day <= today + timedelta(days=7)
    assert name in WEEKDAYS[day.weekday()]


@given(DAYS, DAYS)
def test_a_written_date_is_itself(today: date, day: date) -> None:
    assert understood_day(day.isoformat(), today, "fr") == day
    assert understood_day(f"{day.day}/{day.month}/{day.year}", today, "en") == day


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_nearest_to_come(today: date, day: date) -> None:
    found = understood_day(f"{day.day}/{day.month}", today, "fr")
    assert found >= today
    assert (found.day, found.month) == (day.day, day.month)


@given(st.text(max_size=80), st.sampled_from(["fr", "en"]))
def test_any_text_is_a_day_or_refused(text: str, language: str) -> None:
    try:
        found = understood_day(text, TODAY, language)
    except InputError:
        return
    assert 1900 <= found.year <= 2200

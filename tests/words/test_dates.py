"""Days, hours, durations and figures, compared with Babel where Babel says them too."""

import ast
from datetime import date, time

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from planner.model.card import Hour
from planner.words import dates, speak
from planner.words.compile import date_names
from planner.words.date_names import NAMES

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
LANGUAGES = st.sampled_from(["fr", "en"])


def babel(day: date, pattern: str, language: str) -> str:
    """Babel's words; in French the first of a month is `1er`, which CLDR leaves to the writer."""
    if language == "fr" and day.day == 1:
        pattern = pattern.replace("d ", "d'er' ")
    return str(format_date(day, pattern, locale=language))


@given(DAYS, LANGUAGES)
def test_days_are_babels(day: date, language: str) -> None:
    speak(language)
    assert dates.day_long(day) == babel(day, "EEEE d MMMM y", language)
    assert dates.day_short(day) == babel(day, "EEE d MMM", language)
    assert dates.day_short(day, day.replace(day=1, month=1)) == dates.day_short(day)
    assert dates.day_short(day, date(2201, 1, 1)) == babel(day, "EEE d MMM y", language)
    assert dates.day_and_month(day) == babel(day, "d MMMM", language)
    assert dates.weekday(day) == babel(day, "EEEE", language)
    assert dates.weekday_short(day) == babel(day, "EEE", language)
    assert dates.month_title(day) == babel(day, "MMMM y", language)


@given(st.floats(min_value=-1e12, max_value=1e12) | st.integers(-(10**15), 10**15), LANGUAGES)
def test_figures_are_babels(figure: float, language: str) -> None:
    speak(language)
    expected = format_decimal(figure, locale=language)
    assert dates.number(figure) == ("0" if expected == "-0" else expected)


def test_the_table_is_what_babel_gives_today() -> None:
    assert ast.literal_eval(date_names().partition("]]] = ")[2]) == NAMES


@pytest.mark.parametrize(
    ("language", "monday", "title"),
    [
        ("fr", date(2026, 1, 19), "Semaine 4   19 – 25 janvier"),
        ("fr", date(2026, 1, 26), "Semaine 5   26 janvier – 1er février"),
        ("fr", date(2025, 12, 29), "Semaine 1   29 décembre 2025 – 4 janvier 2026"),
        ("en", date(2026, 1, 19), "Week 4   19 – 25 January"),
        ("en", date(2026, 6, 1), "Week 23   1 – 7 June"),
        ("fr", date(2026, 6, 1), "Semaine 23   1er – 7 juin"),
    ],
)
def test_a_week_is_named_by_its_number_and_days(language: str, monday: date, title: str) -> None:
    speak(language)
    assert dates.week_title(monday) == title


@pytest.mark.parametrize(
    ("monday", "today", "title"),
    [
        (date(2027, 1, 18), date(2026, 11, 25), "Semaine 3   18 – 24 janvier 2027"),
        (date(2027, 1, 18), date(2027, 11, 25), "Semaine 3   18 – 24 janvier"),
        (date(2025, 12, 29), date(2024, 1, 1), "Semaine 1   29 décembre 2025 – 4 janvier 2026"),
    ],
)
def test_a_week_of_another_year_says_it(monday: date, today: date, title: str) -> None:
    speak("fr")
    assert dates.week_title(monday, today) == title


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (65, "1 h 05"), (160, "2 h 40"), (-30, "−30 min")],
)
def test_durations_do_not_break_before_their_unit(minutes: int, told: str) -> None:
    assert dates.duration(minutes) == told.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("at", "told"), [("09:00", "9:00"), ("16:30", "16:30"), ("00:05", "0:05"), ("", ""), (time(9, 5), "9:05")]
)
def test_hours_lose_their_leading_nought(at: time | str, told: str) -> None:
    assert dates.hour(at) == told


def test_one_day_is_no_span() -> None:
    speak("fr")
    assert dates.span_of_days(date(2026, 2, 1), date(2026, 2, 1)) == "1er février"


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("America/Toronto", "Toronto"), ("America/Argentina/Buenos_Aires", "Buenos Aires"), ("UTC", "UTC"),
        ("Asia/Ho_Chi_Minh", "Ho Chi Minh"), ("America/Port-au-Prince", "Port-au-Prince"), ("Etc/UTC", "UTC"),
        ("Etc/GMT+3", "UTC−3"), ("Etc/GMT-14", "UTC+14"), ("Etc/GMT", "UTC"),
    ],
)  # fmt: skip
def test_a_zone_is_called_by_its_city(zone: str, place: str) -> None:
    assert dates.place(zone) == place


def test_an_hour_of_its_own_zone_is_an_hour_and_no_more() -> None:
    for told in (dates.hour_of, dates.hour_in_full):
        assert told(Hour("2026-11-24", "09:00")) == "9:00"
        assert told(Hour("2026-11-24", "09:00", "Europe/Paris")) == "9:00"
        assert told(Hour("2026-11-24", "")) == ""


def test_an_hour_elsewhere_says_its_place_and_what_it_is_here() -> None:
    day = Hour("2026-11-24", "10:00", "America/Toronto", "2026-11-24T16:00")
    night = Hour("2026-11-24", "22:00", "America/Toronto", "2026-11-25T04:00")
    same = Hour("2026-11-24", "10:00", "Europe/Berlin", "2026-11-24T10:00")
    assert [dates.hour_of(each) for each in (day, night, same)] == ["10:00 Toronto", "22:00 Toronto", "10:00 Berlin"]
    assert dates.hour_in_full(day) == "10:00 Toronto (16:00)"
    assert dates.hour_in_full(same) == "10:00 Berlin"
    assert dates.hour_in_full(night) == "22:00 Toronto (Wed 4:00)"
    speak("fr")
    assert dates.hour_in_full(night) == "22:00 Toronto (mer. 4:00)"

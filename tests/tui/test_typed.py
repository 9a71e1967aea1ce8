"""What a person types as an hour, a figure, a list: read generously, and shown as it would be typed."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import words
from planner.errors import InputError
from planner.model.terms import LANGUAGES
from planner.tui.typed import (
    figure_shown,
    figure_typed,
    hour_shown,
    hour_typed,
    hours_typed,
    lines_typed,
    names_typed,
    whole_typed,
)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("9", time(9)), ("9h", time(9)), ("9 h 30", time(9, 30)), ("09:30", time(9, 30)), ("9.30", time(9, 30)),
     ("2pm", time(14)), ("12 AM", time(0)), ("", None), ("  ", None)],
)  # fmt: skip
def test_an_hour_is_read(text: str, hour: time | None) -> None:
    assert hour_typed(text) == hour


@pytest.mark.parametrize("text", ["25", "9:75", "noon", "9:5", "[/promo]", "-1"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        hour_typed(text)


@given(hour=st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None)))
def test_an_hour_that_is_shown_reads_back(hour: time) -> None:
    assert hour_typed(hour_shown(hour)) == hour


@given(
    figure=st.floats(0, 1e9, allow_nan=False).map(lambda value: round(value, 3)), language=st.sampled_from(LANGUAGES)
)
def test_a_figure_that_is_shown_reads_back(figure: float, language: str) -> None:
    words.speak(language)
    assert figure_typed("target_figure", figure_shown(figure)) == figure


@pytest.mark.parametrize(("language", "shown"), [("fr", "2,5"), ("en", "2.5")])
def test_a_figure_is_shown_with_the_sign_of_its_language(language: str, shown: str) -> None:
    words.speak(language)
    assert figure_shown(2.5) == shown
    assert figure_shown(8.0) == "8"


@pytest.mark.parametrize(("text", "figure"), [("1 500,5", 1500.5), ("1 500", 1500), ("8", 8), ("", None)])
def test_a_figure_is_read_as_the_french_write_it(text: str, figure: float | None) -> None:
    assert figure_typed("target_figure", text) == figure


@pytest.mark.parametrize(
    ("text", "hours"),
    [("4", 4), ("4h", 4), ("4 h", 4), ("4 h 30", 4.5), ("4,5", 4.5), ("4h15", 4.25), ("4:30", 4.5), ("2 heures", 2),
     ("80", 80), ("0", 0), ("", None)],
)  # fmt: skip
def test_hours_are_read_as_one_says_them(text: str, hours: float | None) -> None:
    assert hours_typed("hours_per_week", text) == hours


@pytest.mark.parametrize("text", ["81", "80 h 30", "90h", "lots", "-1", "4 h 75", "[/promo]", "9" * 400])
def test_hours_that_no_week_has_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        hours_typed("hours_per_week", text)


@pytest.mark.parametrize(
    ("text", "names"),
    [("LinkedIn", ["LinkedIn"]), ("LinkedIn, Instagram", ["LinkedIn", "Instagram"]),
     ("LinkedIn\nBluesky,linkedin,", ["LinkedIn", "Bluesky"]), (" , ", [])],
)  # fmt: skip
def test_names_stand_between_commas_each_once(text: str, names: list[str]) -> None:
    assert names_typed(text) == names


@pytest.mark.parametrize("text", ["1,5", "many"])
def test_a_figure_with_decimals_is_no_whole_one(text: str) -> None:
    with pytest.raises(InputError):
        whole_typed("reply_hours", text)


def test_a_list_is_one_item_a_line() -> None:
    assert lines_typed(" one \n\n two\r\n") == ["one", "two"]

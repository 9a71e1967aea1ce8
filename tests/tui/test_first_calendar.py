"""From five answers to a calendar that fits the hours."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.desk import posts
from planner.desk.check import recheck
from planner.desk.desk import open_desk
from planner.model.when import check_rule
from planner.tui.first_calendar import (
    POST_MINUTES,
    Answers,
    figure_and_unit,
    indicator_named,
    make_calendar,
    rhythm_for,
)
from planner.words import speak

if TYPE_CHECKING:
    from pathlib import Path


@given(hours=st.floats(0, 60, allow_nan=False))
def test_the_rhythm_fits_the_hours(hours: float) -> None:
    rhythm = rhythm_for(hours)
    check_rule(rhythm.rule)
    assert 10 <= rhythm.listening <= 60
    if hours >= 1:
        assert rhythm.posts_per_week * POST_MINUTES + rhythm.listening <= hours * 60


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("8 quote requests", 8, "quote requests"),
        ("1 500,5 €", 1500.5, "€"),
        ("requests", None, "requests"),
        ("", None, ""),
    ],
)
def test_a_figure_and_its_unit(text: str, figure: float | None, unit: str) -> None:
    assert figure_and_unit(text) == (figure, unit)


@pytest.mark.parametrize(
    ("language", "text", "indicator"),
    [
        ("fr", "demandes de devis", "requests"),
        ("en", "quote requests", "requests"),
        ("fr", "abonnés", "followers"),
        ("fr", "tartes", ""),
    ],
)
def test_the_rung_of_the_ladder_is_named(language: str, text: str, indicator: str) -> None:
    speak(language)
    try:
        assert indicator_named(text) == indicator
    finally:
        speak("en")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))


def test_every_answer_lands_in_the_calendar() -> None:
    answers = Answers(
        "Care homes in Leeds",
        ["Who pays?"],
        "that they ask me",
        "8 quote requests",
        date(2027, 3, 31),
        "LinkedIn",
        2,
    )
    with open_desk(make_calendar(answers)) as desk:
        calendar = desk.calendar()
        brief, today = calendar.brief, desk.today()
        assert (brief.audience, brief.target_figure, brief.unit) == (
            "Care homes in Leeds",
            8,
            "quote requests",
        )
        assert (brief.indicator, brief.due, brief.hours_per_week) == ("requests", date(2027, 3, 31), 2)
        assert [need.text for need in calendar.needs] == ["Who pays?"]
        assert [(network.name, network.key) for network in calendar.networks] == [("LinkedIn", "linkedin")]
        kinds = [(slot.kind, slot.network_id) for slot in calendar.slots]
        assert kinds == [("publish", 1), ("listen", None)]
        free = [block for block in desk.blocks(today, today + timedelta(days=14)) if block.kind == "publish"]
        assert free
        assert not free[0].filled


@pytest.mark.parametrize(
    ("counted", "indicator"),
    [("lots", "requests"), ("8 pies", "requests"), ("lots of sales", "sales"), ("", "requests")],
)
def test_a_count_without_a_figure_is_no_indicator(counted: str, indicator: str) -> None:
    answers = Answers("Care homes", objective="quote requests", counted=counted, network="LinkedIn", places=["Bluesky"])
    with open_desk(make_calendar(answers)) as desk:
        brief = desk.calendar().brief
        assert brief.indicator == indicator
        assert brief.places == ["LinkedIn", "Bluesky"]
        assert len(desk.networks()) == 1


def test_the_first_posts_of_a_calendar_are_not_nagged_about_what_it_does_not_hold_yet() -> None:
    """Until the fourth post, only the brief is asked for more: nothing else was promised and not kept."""
    due = date.today() + timedelta(days=120)
    answers = Answers("Care homes in Leeds", ["Who pays?"], "that they ask me", "8 quote requests", due, "LinkedIn", 4)
    with open_desk(make_calendar(answers)) as desk:
        today = desk.today()
        free = [block.day for block in desk.blocks(today, today + timedelta(days=40)) if block.kind == "publish"]
        said = []
        for day in free[:4]:
            posts.plan(desk, title="Who pays?", network_id=1, need_id=1, day=day)
            said.append({finding.check for finding in recheck(desk) if finding.post is None})
        assert said[:3] == [{"thin-brief"}] * 3
        assert said[3] >= {"thin-brief", "no-reply-time", "no-preparation", "no-review"}


def test_no_answer_at_all_is_a_calendar_too() -> None:
    first, second = make_calendar(Answers()), make_calendar(Answers())
    assert first != second
    with open_desk(first) as desk:
        assert desk.calendar().networks == []
        assert len(desk.calendar().slots) == 2

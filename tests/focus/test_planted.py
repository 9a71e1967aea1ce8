"""Every fault of the week and of the calendar, planted in a sound calendar: found, gone with its fix, muted."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.desk import mutes
from planner.desk.bring import bring_toml_into_new
from planner.desk.check import recheck
from planner.exchange import toml
from planner.focus import run
from planner.focus.register import CALENDAR_CHECKS
from planner.model.terms import LANGUAGES
from tests.focus import build, planted
from tests.focus.examples import (
    buzz,
    for_everyone,
    generic,
    impersonal,
    no_example,
    off_target,
    pushy,
    vanity,
    worn_phrase,
    wrong_reader,
)

if TYPE_CHECKING:
    from pathlib import Path

    from planner.model.calendar import Calendar
    from planner.model.post import Post

CHECKS = [check.name for check in CALENDAR_CHECKS]
COMPANIONS = {
    "broad-audience": {"thin-brief"},
}
"""What comes with a fault: an audience of everybody has no words of its own, and this brief had few to spare."""

REASON = "voulu ainsi, on en parle vendredi"
FAULTY = (buzz, for_everyone, generic, impersonal, no_example, off_target, pushy, vanity, worn_phrase, wrong_reader)
"""Examples of faults in a post's own words."""


def found_in(calendar: Calendar) -> set[str]:
    return {finding.check for finding in run.findings(calendar, build.TODAY)}


def on_posts(calendar: Calendar) -> set[tuple[int, str]]:
    return {(found.post, found.check) for found in run.findings(calendar, build.TODAY) if found.post is not None}


def noon() -> datetime:
    return datetime.combine(build.TODAY, time(12))


def test_every_check_of_the_calendar_has_its_plant() -> None:
    assert sorted(planted.PLANTS) == sorted(CHECKS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_sound_calendar_nothing_is_found(language: str) -> None:
    calendar = planted.sound(language)
    assert not run.findings(calendar, build.TODAY)
    assert len(calendar.posts) >= 12
    for number in planted.pool(language):
        alone = planted.adding(planted.sound(language), planted.good(language, number, 29))
        assert not run.findings(alone, build.TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", CHECKS)
def test_a_planted_fault_is_found_with_nothing_else_and_gone_with_its_fix(check: str, language: str) -> None:
    found = found_in(planted.PLANTS[check](planted.sound(language)))
    assert check in found
    assert found <= {check} | COMPANIONS.get(check, set())
    assert not found_in(planted.sound(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", CHECKS)
def test_a_planted_fault_is_muted_with_its_reason(check: str, language: str, tmp_path: Path) -> None:
    calendar = planted.PLANTS[check](planted.sound(language))
    desk, _ = bring_toml_into_new(tmp_path / "a.planner", toml.write(calendar), "a", noon)
    with closing(desk):
        said = recheck(desk)
        assert {finding.check for finding in said} == found_in(calendar)
        for finding in said:
            if finding.check == check and finding.post is not None:
                mutes.mute(desk, finding.post, check, REASON)
            elif finding.check == check:
                mutes.mute_beside(desk, check, REASON, mutes.anchor(finding))
        after = recheck(desk)
    assert [finding.muted for finding in after if finding.check == check] == [
        REASON for finding in said if finding.check == check
    ]
    assert check not in {finding.check for finding in after if not finding.muted}
    assert len(after) == len(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_faults_stand_together_and_each_is_found(language: str) -> None:
    calendar = planted.sound(language)
    for plant in planted.PLANTS.values():
        calendar = plant(calendar)
    assert set(CHECKS) <= found_in(calendar)


@settings(max_examples=80)
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_a_good_post_never_removes_what_was_said_of_another(data: st.DataObject, language: str) -> None:
    """Whatever is planted, in the calendar and in its posts, and wherever the good post stands."""
    calendar = planted.sound(language)
    for check in data.draw(st.lists(st.sampled_from(CHECKS), max_size=6, unique=True)):
        calendar = planted.PLANTS[check](calendar)
    for text in data.draw(st.lists(st.sampled_from(faulty(language)), max_size=3)):
        calendar = planted.adding(calendar, standing(build.post(text), data))
    assert not lost(calendar, a_good_post(language, data))


@settings(max_examples=60)
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_a_good_post_among_poor_ones_removes_nothing_either(data: st.DataObject, language: str) -> None:
    """It may make the calendar's own limit known: where `generic` begins to speak, nothing else falls silent."""
    texts = data.draw(st.lists(st.sampled_from(faulty(language)), min_size=1, max_size=9))
    calendar = build.calendar(language, [standing(build.post(text), data) for text in texts])
    assert not lost(calendar, a_good_post(language, data))


@settings(max_examples=60)
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_nor_where_the_texts_set_a_limit_of_their_own(data: st.DataObject, language: str) -> None:
    """From eight texts on the author is judged by how she usually writes: a later post must not make that milder."""
    good = [planted.good(language, number, 0).body for number in planted.pool(language)]
    texts = data.draw(st.lists(st.sampled_from([*good, *faulty(language)]), min_size=8, max_size=14))
    calendar = build.calendar(language, [standing(build.post(text), data) for text in texts])
    assert not lost(calendar, a_good_post(language, data))


def faulty(language: str) -> list[str]:
    return [text for module in FAULTY for text in module.FIRES[language] if isinstance(text, str)]


def standing(post: Post, data: st.DataObject) -> Post:
    """The post on a drawn day; a published one stands in the past."""
    days = data.draw(st.integers(-20, 45))
    post.day, post.time = build.TODAY + timedelta(days=days), data.draw(st.none() | st.times(time(6), time(20)))
    post.status = data.draw(st.sampled_from(("draft", "ready", "published")))
    return post


def a_good_post(language: str, data: st.DataObject) -> Post:
    number = data.draw(st.sampled_from(planted.pool(language)))
    network = data.draw(st.sampled_from(("linkedin", "newsletter", "x")))
    return standing(planted.good(language, number, 0, network), data)


def lost(calendar: Calendar, good: Post) -> set[tuple[int, str]]:
    """What was said of posts and is not once the good post is there."""
    return on_posts(calendar) - on_posts(planted.adding(calendar, good))

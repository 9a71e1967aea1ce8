"""The samples in a throw-away copy: their main week is this week."""

from __future__ import annotations

import re
import tomllib
from contextlib import closing
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from planner import places
from planner.desk.check import recheck
from planner.desk.demo import SAMPLE_WEEK, SAMPLES, demo, moved_by
from planner.desk.undo import undo
from planner.model.when import monday
from tests.made import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk


PLANTED = re.compile(r"(?:faute voulue|fault on purpose) ?: ?([a-z-]+)")
BESIDE = {"fr": {"too-many-networks", "over-hours"}, "en": {"silence", "over-hours"}}
COMES_AND_GOES = {"not-a-working-day"}
"""The weeks move, public holidays do not: a post of a demo may really stand on one."""

DAYS = [date(2026, 1, 3) + timedelta(days=12 * step) for step in range(30)]
"""Every twelfth day of a year: each weekday, both clock changes and the holidays of the year's end among them."""


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("part", range(3))
def test_on_any_day_a_demo_says_what_is_planted_in_it(tmp_path: Path, language: str, part: int) -> None:
    """And of the posts of this very week that their day went by: a demo's author publishes nothing."""
    for today in DAYS[part::3]:
        clock = Clock()
        clock.moment = datetime.combine(today, time(12))
        with closing(demo(language, tmp_path, today, clock)) as desk:
            found = {(item.post, item.check) for item in recheck(desk) if item.check not in COMES_AND_GOES}
            assert {check for post, check in found if post is None} == BESIDE[language], today
            assert {item for item in found if item[0] is not None} == expected(desk, today), today


def expected(desk: Desk, today: date) -> set[tuple[int | None, str]]:
    """What the notes of the posts name, and `late` on what should have gone out since Monday."""
    told = {(post.id, check) for post in desk.calendar().posts for check in PLANTED.findall(post.note)}
    week = [post for post in desk.calendar().posts if post.day and monday(today) <= post.day < today]
    late = {(post.id, "late") for post in week if post.status in ("draft", "ready")}
    return {item for item in told | late if item[1] not in COMES_AND_GOES}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("today", [date(2026, 11, 26), date(2027, 3, 28), date(2025, 1, 1), date(2028, 2, 29)])
def test_the_sample_s_week_is_this_week_on_the_same_weekdays(tmp_path: Path, language: str, today: date) -> None:
    desk = demo(language, tmp_path, today, Clock())
    sample = tomllib.loads((places.samples() / SAMPLES[language]).read_text("utf-8"))
    told = [post["day"] for post in sample["post"] if "day" in post and "deleted" not in post]
    weekdays = sorted(day.weekday() for day in told if monday(day) == SAMPLE_WEEK)
    cards = desk.cards(monday(today), monday(today) + timedelta(days=6))
    assert weekdays
    assert sorted(date.fromisoformat(card.day).weekday() for card in cards) == weekdays
    assert desk.language() == language
    assert desk.blocks(monday(today), monday(today) + timedelta(days=6))
    assert undo(desk) is None
    desk.close()


def test_a_sample_s_today_is_that_of_its_own_zone(tmp_path: Path) -> None:
    """At 23:30 UTC on a Sunday it is Monday in Lyon, and still Sunday in Leeds."""
    clock = Clock()
    clock.moment = datetime(2026, 11, 22, 23, 30)
    for language, week in (("fr", SAMPLE_WEEK), ("en", SAMPLE_WEEK - timedelta(weeks=1))):
        desk = demo(language, tmp_path, now=clock)
        reference = demo(language, tmp_path, week, clock)
        assert dated(desk) == dated(reference)
        assert desk.today() in (week, week + timedelta(days=6))
        desk.close()
        reference.close()


def dated(desk: Desk) -> list[tuple[str, str]]:
    return [(card.day, card.title) for card in desk.cards(date(2020, 1, 1), date(2030, 1, 1))]


def test_two_demos_are_two_files(tmp_path: Path) -> None:
    today = date(2026, 11, 26)
    one, other = demo("fr", tmp_path, today, Clock()), demo("fr", tmp_path, today, Clock())
    assert one.path != other.path
    one.close()
    other.close()


def test_every_date_moves_and_nothing_else() -> None:
    week = timedelta(weeks=1)
    whole = {
        "brief": {"title": "2026-11-23", "due": date(2026, 11, 23)},
        "slot": [{"rule": "FREQ=WEEKLY;UNTIL=20261227T225959Z;BYDAY=TU", "skipped": [date(2026, 12, 22)]}],
        "post": [{"created": datetime(2026, 11, 1, 9), "prepare_minutes": 45, "mute": [{"day": date(2026, 12, 28)}]}],
    }
    assert moved_by(whole, week) == {
        "brief": {"title": "2026-11-23", "due": date(2026, 11, 30)},
        "slot": [{"rule": "FREQ=WEEKLY;UNTIL=20270103T225959Z;BYDAY=TU", "skipped": [date(2026, 12, 29)]}],
        "post": [{"created": datetime(2026, 11, 8, 9), "prepare_minutes": 45, "mute": [{"day": date(2027, 1, 4)}]}],
    }


def test_the_dates_of_a_sample_are_dates_and_not_words() -> None:
    """A date hidden in a word would stay behind when the others move."""
    for path in places.samples().glob("*.toml"):
        for line in path.read_text("utf-8").splitlines():
            assert not re.match(r'\s*\w+ = "\d{4}-\d\d-\d\d"', line), (path.name, line)

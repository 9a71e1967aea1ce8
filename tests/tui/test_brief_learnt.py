"""What was learnt from the author, in the brief: told, forgotten, taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planner import words
from planner.desk import learning, mutes, posts
from planner.focus.text.genericness import POSTS_FOR_OWN_LIMIT
from planner.tui.dialogs.ask_one import AskOne
from planner.tui.screens.brief import BriefScreen
from planner.tui.screens.brief_learnt import lessons
from planner.tui.widgets.choices import Choices
from planner.words import findings
from tests.tui.at_brief import at_row, field_of, opened, rows_of, told_of, typed_into
from tests.tui.stage import HOSTILE, NOW, calendar_at, on_stage, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk

TEXT = (
    "In March Karim sent me a final account with no signature. The client owed him 4,180 euros. We wrote nine lines "
    "on Tuesday 12, and on Friday the money was in his account at the bank in Lyon."
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return calendar_at(tmp_path / "a.planner")


def written(desk: Desk, times: int) -> None:
    for number in range(times):
        posts.plan(desk, title=f"Post {number}", body=TEXT, day=date(2026, 1, 1 + number))


def muted_on(desk: Desk, check: str, times: int) -> None:
    for number in range(times):
        mutes.mute(desk, posts.plan(desk, title=f"Post {number}").id, check, "as it is")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_nothing_learnt_yet_tells_how_it_comes(desk: Desk, language: str) -> None:
    words.speak(language)
    async with on_stage(desk, BriefScreen("learnt"), (80, 24)) as pilot:
        await opened(pilot)
        assert rows_of(pilot, "learnt") == {}
        told = told_of(pilot, "learnt")
        for said in {
            "en": ("Readers: none yet", f"{POSTS_FOR_OWN_LIMIT} posts", "Often muted: none yet"),
            "fr": ("Lecteurs\u00a0: aucun", f"{POSTS_FOR_OWN_LIMIT} publications", "Souvent en sourdine\u00a0: aucun"),
        }[language]:
            assert said in told
        await pilot.press("d", "enter")
        assert stage_of(pilot).told == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_reader_is_forgotten_and_taken_back(desk: Desk, size: tuple[int, int]) -> None:
    learning.welcome_reader(desk, "craftspeople")
    learning.welcome_reader(desk, "roofers")
    async with on_stage(desk, BriefScreen("learnt"), size) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "“craftspeople”  are your readers too" in shown(pilot), "the reader")
        await pilot.press("d")
        await until(pilot, lambda: "craftspeople" not in told_of(pilot, "learnt"), "the row gone")
        assert desk.calendar().brief.readers == ["roofers"]
        assert field_of(pilot, "readers").typed == "roofers"
        await pilot.press("u")
        await until(pilot, lambda: "craftspeople" in told_of(pilot, "learnt"), "the undo")
        assert desk.calendar().brief.readers == ["craftspeople", "roofers"]
        assert [changed.verb for changed in stage_of(pilot).told] == ["forget-reader"]


async def test_a_reader_forgotten_while_the_field_is_typed_in_is_not_saved_back(desk: Desk) -> None:
    learning.welcome_reader(desk, "craftspeople")
    async with on_stage(desk, BriefScreen("learnt")) as pilot:
        screen = await opened(pilot)
        await typed_into(pilot, "readers", "craftspeople\nroofers")
        await at_row(pilot, "learnt", "0")
        await pilot.press("d")
        await until(pilot, lambda: field_of(pilot, "readers").typed == "roofers", "the line gone")
        assert [field.spec.record for field in screen.changed()] == ["readers"]
        await pilot.press("ctrl+s")
        await until(pilot, lambda: desk.calendar().brief.readers == ["roofers"], "the save")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_usual_writing_is_told_forgotten_and_counted_anew(desk: Desk, language: str) -> None:
    words.speak(language)
    written(desk, POSTS_FOR_OWN_LIMIT)
    async with on_stage(desk, BriefScreen("learnt")) as pilot:
        await opened(pilot)
        count = learning.learnt(desk).usual_posts
        assert count == POSTS_FOR_OWN_LIMIT + 1
        said = {"en": f"Your last {count} texts", "fr": f"Vos {count} derniers textes"}[language]
        assert said in told_of(pilot, "learnt")
        assert {"en": "more precise", "fr": "plus précis"}[language] in told_of(pilot, "learnt")
        await pilot.press("d")
        await until(pilot, lambda: said not in told_of(pilot, "learnt"), "the row gone")
        assert desk.calendar().brief.limit_from == NOW.date()
        assert {"en": "20 January 2026 on", "fr": "20 janvier 2026"}[language] in told_of(pilot, "learnt")
        await until(pilot, lambda: field_of(pilot, "limit_from").typed == "2026-01-20", "the field")
        await typed_into(pilot, "limit_from", "01/01/2026")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: said in told_of(pilot, "learnt"), "the row again")
        assert desk.calendar().brief.limit_from == date(2026, 1, 1)
        counted = {"en": "Counted from Thursday 1 January 2026", "fr": "Comptés depuis le jeudi 1er janvier 2026"}
        assert counted[language] in told_of(pilot, "learnt")


async def test_emptying_the_day_lets_every_post_count_again(desk: Desk) -> None:
    written(desk, POSTS_FOR_OWN_LIMIT)
    desk.now = lambda: NOW.replace(month=3)
    learning.forget_limit(desk)
    async with on_stage(desk, BriefScreen("learnt")) as pilot:
        await opened(pilot)
        assert "forgotten" in told_of(pilot, "learnt")
        await typed_into(pilot, "limit_from", "")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: desk.calendar().brief.limit_from is None, "the day gone")
        await until(pilot, lambda: "texts tell how" in told_of(pilot, "learnt"), "the row")


async def test_a_check_that_is_often_muted_is_asked_about(desk: Desk) -> None:
    muted_on(desk, "generic", mutes.OFFERED_AT)
    muted_on(desk, "pushy", mutes.OFFERED_AT - 1)
    async with on_stage(desk, BriefScreen("learnt")) as pilot:
        await opened(pilot)
        (row,) = rows_of(pilot, "learnt").values()
        assert row == f"“{findings.name('generic')}”  muted on {mutes.OFFERED_AT} posts: switch it off?"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskOne), "the question")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefScreen), "the brief")
        assert desk.calendar().brief.checks_off == []
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskOne), "the question again")
        await pilot.press("down", "enter")
        await until(pilot, lambda: desk.calendar().brief.checks_off == ["generic"], "the switch")
        await until(pilot, lambda: rows_of(pilot, "learnt") == {}, "the row gone")


def test_a_check_that_is_off_with_its_group_is_not_asked_about(desk: Desk) -> None:
    muted_on(desk, "generic", mutes.OFFERED_AT)
    assert [lesson.words for lesson in lessons(learning.learnt(desk), set()) if lesson.kind == "muted"] == ["generic"]
    assert lessons(learning.learnt(desk), {"generic"}) == []


@pytest.mark.parametrize("nasty", HOSTILE)
async def test_readers_are_shown_as_they_were_typed(desk: Desk, nasty: str) -> None:
    learning.welcome_reader(desk, nasty)
    kept = desk.calendar().brief.readers
    async with on_stage(desk, BriefScreen("learnt")) as pilot:
        screen = await opened(pilot)
        assert len(rows_of(pilot, "learnt")) == len(kept)
        assert not {"\x1b", "\x00", "\u202e"} & set(shown(pilot))
        assert all(reader in told_of(pilot, "learnt") for reader in kept if reader.isprintable())
        screen.query_one("#learnt").query_one(Choices).focus()
        await pilot.press("enter")
        await pilot.pause()
        assert not {"\x1b", "\x00", "\u202e"} & set(shown(pilot))
        await pilot.press("down", "enter")
        await until(pilot, lambda: desk.calendar().brief.readers == [], "the reader forgotten")

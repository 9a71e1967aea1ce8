"""What a person answers to a finding, from the list of findings and from the week: once done, it is so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, mutes, posts
from planner.desk.check import recheck
from planner.model.card import KeptFinding
from planner.store import kept
from planner.tui.app import PlannerApp
from planner.tui.dialogs.ask_reason import AskReason
from planner.tui.dialogs.readers import words_to_remember
from planner.tui.dialogs.yes_or_no import YesOrNo
from planner.tui.screens.calendar import CalendarScreen
from planner.tui.screens.checks import ChecksScreen
from planner.tui.widgets.choices import Choices
from planner.words import findings, speak
from tests.tui.stage import calendar_at, on_stage, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.desk import Desk

WEEK = "2026-01-19"
BESIDE = [
    KeptFinding("too-many-networks", "warning", "message", {}, [], None, "", ""),
    KeptFinding("over-hours", "warning", "message", {}, [], None, WEEK, ""),
]
NURSES = "Community nurses: your round tomorrow starts tonight. Put the files in the order of the streets."
EMPTY = "Every project is unique and deserves our full attention. " * 8


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return calendar_at(tmp_path / "a.planner")


def screen_of(pilot: Pilot[None]) -> ChecksScreen:
    screen = stage_of(pilot).shown
    assert isinstance(screen, ChecksScreen)
    return screen


async def chosen(pilot: Pilot[None], check: str, post: int | None = None) -> None:
    """Put the cursor of the list on a finding, once it is there."""

    def places() -> list[str]:
        found = screen_of(pilot).found
        return [str(at) for at, one in enumerate(found) if one.check == check and post in (None, one.post)]

    await until(pilot, lambda: pilot.app.screen is screen_of(pilot) and places(), check)
    listed = screen_of(pilot).query_one(Choices)
    await until(pilot, lambda: places()[0] in listed.keys, check)
    listed.highlighted = listed.keys.index(places()[0])
    await pilot.pause()


async def muted(pilot: Pilot[None], check: str, post: int | None = None) -> None:
    """Mute a finding from the list, with a reason."""
    before = len(stage_of(pilot).told)
    await chosen(pilot, check, post)
    await pilot.press("z")
    await until(pilot, lambda: isinstance(pilot.app.screen, AskReason), "the question")
    await pilot.press(*"known", "enter")
    await until(pilot, lambda: len(stage_of(pilot).told) > before, "the mute")


@pytest.mark.parametrize(("check", "day"), [("over-hours", WEEK), ("too-many-networks", "")])
async def test_a_finding_beside_the_posts_is_muted_and_heard_again(desk: Desk, check: str, day: str) -> None:
    kept.keep(desk.database, BESIDE)
    async with on_stage(desk, ChecksScreen()) as pilot:
        await muted(pilot, check)
        (mute,) = desk.calendar().mutes
        assert (mute.post_id, mute.check, str(mute.finding_day or ""), mute.reason) == (None, check, day, "known")
        kept.keep(desk.database, [one._replace(muted="known") if one.check == check else one for one in BESIDE])
        screen_of(pilot).reload()
        await until(pilot, lambda: "1 muted" in shown(pilot), "the count")
        await chosen(pilot, check)
        await pilot.press("z")
        await until(pilot, lambda: not desk.calendar().mutes, "the voice")


async def test_a_week_is_muted_and_heard_again_from_the_panel(desk: Desk) -> None:
    brief.write_brief(desk, hours_per_week=0.1)
    app = PlannerApp(desk=desk)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(
            pilot, lambda: any(one.check == "over-hours" for one in desk.findings_beside(date(2026, 1, 20))), ""
        )
        await until(pilot, lambda: findings.name("over-hours") in shown(pilot), "the finding")
        assert isinstance(app.screen, CalendarScreen)
        await pilot.press("z")
        await until(pilot, lambda: isinstance(app.screen, AskReason), "the question")
        asked = app.screen
        assert isinstance(asked, AskReason)
        place = next(at for at, one in enumerate(asked.heard) if one.check == "over-hours")
        if not asked.alone:
            await pilot.press(*["down"] * place, "enter")
        await pilot.press(*"holidays", "enter")
        await until(pilot, lambda: [mute.reason for mute in desk.calendar().mutes] == ["holidays"], "the mute")
        await until(pilot, lambda: "1 muted" in shown(pilot), "the count")
        await pilot.press("z")
        await until(pilot, lambda: isinstance(app.screen, AskReason), "the question")
        await pilot.press("end")
        await until(pilot, lambda: "lets it speak again" in shown(pilot), "what it does")
        await pilot.press("enter")
        await until(pilot, lambda: not desk.calendar().mutes, "the voice")


async def test_readers_are_welcomed_from_the_list_and_their_finding_goes(desk: Desk) -> None:
    posts.write(desk, 1, body=NURSES)
    recheck(desk)
    async with on_stage(desk, ChecksScreen()) as pilot:
        await chosen(pilot, "wrong-reader")
        assert "y  these are my readers too" in shown(pilot)
        await pilot.press("y")
        await until(pilot, lambda: desk.calendar().brief.readers == ["nurses"], "the readers")
        assert "wrong-reader" not in {found.check for found in recheck(desk)}


async def test_readers_are_welcomed_from_the_panel(desk: Desk) -> None:
    posts.write(desk, 1, body=NURSES)
    recheck(desk)
    app = PlannerApp(desk=desk)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("right", "right")
        await until(pilot, lambda: "y  these are my readers too" in shown(pilot), "the key")
        await pilot.press("y")
        await until(pilot, lambda: desk.calendar().brief.readers == ["nurses"], "the readers")
        await until(pilot, lambda: "these are my readers too" not in shown(pilot), "the finding's end")


async def test_without_other_readers_the_key_says_so(desk: Desk) -> None:
    app = PlannerApp(desk=desk)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("y")
        await until(pilot, lambda: app._notifications, "the sentence")
        assert desk.calendar().brief.readers == []


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("Community nurses: your round tomorrow starts tonight.", "nurses"),
        ("Managers of care homes, your rota is due on Friday.", "managers of care homes"),
        ("For the florists of Lyon: three orders that came back.", "florists"),
        ("HR managers in Lyon: your rota is due.", "HR managers in Lyon"),
    ],
)
def test_the_fewest_words_that_help_are_remembered(desk: Desk, opening: str, words: str) -> None:
    posts.write(desk, 1, body=f"{opening} Put the files in the order of the streets and keep ten minutes.")
    called = next(found for found in recheck(desk) if found.check == "wrong-reader")
    assert words_to_remember(desk, called).casefold() == words.casefold()


async def test_the_fifth_mute_offers_to_switch_the_check_off_and_is_asked_once(desk: Desk) -> None:
    listed = [posts.plan(desk, title=f"Post {number}", body=EMPTY).id for number in range(7)]
    for post in listed[:3]:
        mutes.mute(desk, post, "generic", "known")
    recheck(desk)
    async with on_stage(desk, ChecksScreen()) as pilot:
        await muted(pilot, "generic", listed[3])
        await pilot.app.workers.wait_for_complete()
        assert pilot.app.screen is screen_of(pilot)
        await muted(pilot, "generic", listed[4])
        await until(pilot, lambda: isinstance(pilot.app.screen, YesOrNo), "the offer")
        assert f"“{findings.name('generic')}” is muted on 5 posts" in shown(pilot)
        await pilot.press("n")
        mutes.unmute(desk, listed[4], "generic")
        await muted(pilot, "generic", listed[4])
        await muted(pilot, "generic", listed[5])
        await pilot.app.workers.wait_for_complete()
        assert pilot.app.screen is screen_of(pilot)
        assert desk.calendar().brief.checks_off == []


@pytest.mark.parametrize(("language", "letter"), [("en", "y"), ("fr", "o")])
async def test_yes_switches_the_check_off(desk: Desk, language: str, letter: str) -> None:
    listed = [posts.plan(desk, title=f"Post {number}", body=EMPTY).id for number in range(5)]
    for post in listed[:4]:
        mutes.mute(desk, post, "generic", "known")
    recheck(desk)
    speak(language)
    async with on_stage(desk, ChecksScreen()) as pilot:
        await muted(pilot, "generic", listed[4])
        await until(pilot, lambda: isinstance(pilot.app.screen, YesOrNo), "the offer")
        await pilot.press(letter)
        await until(pilot, lambda: desk.calendar().brief.checks_off == ["generic"], "the silence")
        assert "generic" not in {found.check for found in recheck(desk)}

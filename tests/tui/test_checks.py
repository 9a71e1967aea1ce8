"""The findings on the screen: grouped, worst first, muted last; opened, explained, muted from there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planner import words
from planner.desk import posts
from planner.desk.check import recheck
from planner.model.card import KeptFinding
from planner.store import kept
from planner.tui.actions import actions_of
from planner.tui.dialogs.ask_reason import AskReason
from planner.tui.dialogs.explain import Explain
from planner.tui.screens.brief import BriefScreen
from planner.tui.screens.checks import MOST_SHOWN, ChecksScreen, Place, rows
from planner.tui.screens.editor import EditorScreen
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.fields import Field
from planner.words import findings
from tests.tui.stage import HOSTILE, NOW, calendar_at, on_stage, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.desk import Desk


def finding(check: str, severity: str, post: int | None = None, day: str = "", muted: str = "") -> KeptFinding:
    return KeptFinding(check, severity, "message", {}, [], post, day, muted)


FOUND = [
    finding("too-many-networks", "warning"),
    finding("over-hours", "warning", day="2026-01-19"),
    finding("no-next-step", "suggestion", 1),
    finding("too-long", "error", 1),
    finding("generic", "warning", 2, muted="a quotation"),
]
FOUND_AS_READ = [FOUND[3], FOUND[0], FOUND[1], FOUND[2], FOUND[4]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = calendar_at(tmp_path / "a.planner")
    kept.keep(made.database, FOUND)
    return made


def list_of(pilot: Pilot[None]) -> Choices:
    return stage_of(pilot).shown.query_one(Choices)


async def opened(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: list_of(pilot).chosen, "the list")


async def chosen(pilot: Pilot[None], check: str) -> None:
    await opened(pilot)
    screen = stage_of(pilot).shown
    assert isinstance(screen, ChecksScreen)
    place = next(place for place, found in enumerate(screen.found) if found.check == check)
    list_of(pilot).highlighted = list_of(pilot).keys.index(str(place))
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_findings_stand_by_calendar_week_post_worst_first_muted_last(desk: Desk, size: tuple[int, int]) -> None:
    async with on_stage(desk, ChecksScreen(), size) as pilot:
        await opened(pilot)
        await pilot.pause()
        screen = shown(pilot)
        expected = (
            "4 to look at", "1 muted", "The calendar", findings.name("too-many-networks"), "Week 4",
            findings.name("over-hours"), "Three retentions in 2025", findings.name("too-long"),
            findings.name("no-next-step"), "Muted (1)", "a quotation",
        )  # fmt: skip
        places = [screen.find(words) for words in expected]
        assert -1 not in places
        assert places == sorted(places)


async def test_enter_opens_the_post_the_week_the_brief(desk: Desk) -> None:
    for check, opens in (("too-long", EditorScreen), ("too-many-networks", BriefScreen)):
        async with on_stage(desk, ChecksScreen()) as pilot:
            await chosen(pilot, check)
            await pilot.press("enter")
            await until(pilot, lambda opens=opens: isinstance(pilot.app.screen, opens), check)  # type: ignore[misc]
    async with on_stage(desk, ChecksScreen()) as pilot:
        await chosen(pilot, "over-hours")
        await pilot.press("enter")
        await until(pilot, lambda: stage_of(pilot).answers, "the week")
        assert stage_of(pilot).answers == [date(2026, 1, 19)]


async def test_a_finding_about_the_objective_opens_the_brief_there(desk: Desk) -> None:
    kept.keep(desk.database, [finding("vague-goal", "warning")])
    async with on_stage(desk, ChecksScreen()) as pilot:
        await chosen(pilot, "vague-goal")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefScreen), "the brief")
        at = pilot.app.screen.query_one("#field-objective", Field)
        await until(pilot, lambda: pilot.app.focused is at.control, "the objective")


async def test_a_finding_is_explained_and_muted_and_speaks_again(desk: Desk) -> None:
    posts.write(desk, 1, body="Every project is unique. " * 8)
    recheck(desk)
    async with on_stage(desk, ChecksScreen()) as pilot:
        await opened(pilot)
        check = next(found.check for found in desk.all_findings() if found.post == 1)
        await chosen(pilot, check)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Explain), "the explanation")
        assert findings.name(check) in shown(pilot)
        await pilot.press("escape", "z")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskReason), "the question")
        await pilot.press(*"meant", "enter")
        await until(pilot, lambda: [mute.reason for mute in desk.calendar().mutes] == ["meant"], "the mute")
        recheck(desk)
        await until(pilot, lambda: pilot.app.screen is stage_of(pilot).shown, "the list")
        stage_of(pilot).shown.reload()  # type: ignore[attr-defined]
        await until(pilot, lambda: "meant" in shown(pilot), "the muted finding")
        await chosen(pilot, check)
        await pilot.press("z")
        await until(pilot, lambda: not desk.calendar().mutes, "the voice")


async def test_what_was_done_to_a_finding_is_undone_and_done_again_where_one_stands(desk: Desk) -> None:
    async with on_stage(desk, ChecksScreen()) as pilot:
        await chosen(pilot, "too-long")
        await pilot.press("z")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskReason), "the question")
        await pilot.press(*"meant", "enter")
        await until(pilot, lambda: stage_of(pilot).told, "the mute")
        await until(pilot, lambda: pilot.app.screen is stage_of(pilot).shown, "the list")
        await pilot.press("u")
        await until(pilot, lambda: [changed and changed.verb for changed in stage_of(pilot).undone] == ["mute"], "undo")
        assert desk.calendar().mutes == []
        await pilot.press("U")
        await until(pilot, lambda: [changed and changed.verb for changed in stage_of(pilot).redone] == ["mute"], "redo")
        assert [mute.reason for mute in desk.calendar().mutes] == ["meant"]


def test_undo_and_redo_stand_in_the_help_of_the_findings() -> None:
    assert {"u": "undo", "U": "redo"}.items() <= {action.shown: action.name for action in actions_of("checks")}.items()


@pytest.mark.parametrize(
    ("language", "mute", "hear"), [("en", "z mute", "z let it speak"), ("fr", "z sourdine", "z rendre la parole")]
)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_last_line_says_what_z_does_with_the_finding_under_the_cursor(
    desk: Desk, size: tuple[int, int], language: str, mute: str, hear: str
) -> None:
    words.speak(language)
    async with on_stage(desk, ChecksScreen(), size) as pilot:
        for check, said in (("too-long", mute), ("generic", hear), ("over-hours", mute)):
            await chosen(pilot, check)
            last = shown(pilot).rstrip().rpartition("\n")[2]
            assert [words for words in (mute, hear) if words in last] == [said]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_list_is_narrowed_to_a_group_and_to_what_weighs(desk: Desk, size: tuple[int, int]) -> None:
    async with on_stage(desk, ChecksScreen(), size) as pilot:
        await opened(pilot)
        screen = stage_of(pilot).shown
        assert isinstance(screen, ChecksScreen)
        assert "g every group" in shown(pilot)
        groups: list[tuple[str, list[str]]] = []
        while not groups or screen.wanted.group:
            await pilot.press("g")
            groups.append((screen.wanted.group, [found.check for found in screen.found]))
        assert groups == [
            ("precise", ["generic"]), ("honest", ["no-next-step"]), ("networks", ["too-many-networks"]),
            ("rhythm", ["over-hours"]), ("ready", ["too-long"]), ("", [found.check for found in FOUND_AS_READ]),
        ]  # fmt: skip
        await pilot.press("s")
        assert "from warning on" in shown(pilot)
        assert "no-next-step" not in {found.check for found in screen.found}
        await pilot.press("s")
        assert [found.check for found in screen.found] == ["too-long"]
        assert "1 to look at" in shown(pilot)
        await pilot.press("g")
        assert "Nothing of this kind." in shown(pilot)
        await pilot.press("s")
        assert "generic" in {found.check for found in screen.found}


async def test_a_clean_calendar_says_so_in_three_words(desk: Desk) -> None:
    kept.keep(desk.database, [])
    async with on_stage(desk, ChecksScreen()) as pilot:
        await until(pilot, lambda: "Nothing to add." in shown(pilot), "the words")
        await pilot.press("enter", "e", "z", "escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")


def test_the_post_with_the_worst_finding_comes_first() -> None:
    found = [finding("generic", "warning", 1), finding("too-long", "error", 2), finding("generic", "warning", 2)]
    places = {1: Place(2, "2026-01-01", 1, "Early"), 2: Place(2, "2026-02-01", 2, "Late")}
    assert [key for key, _ in rows(found, places) if key] == ["1", "2", "0"]


def test_a_list_without_end_is_cut_and_says_so() -> None:
    many = [finding("generic", "warning", post) for post in range(MOST_SHOWN + 7)]
    listed = rows(many, {})
    assert sum(1 for key, _ in listed if key) == MOST_SHOWN
    assert "7 more are not listed" in listed[-1][1].plain


@pytest.mark.parametrize("nasty", HOSTILE)
async def test_titles_and_reasons_are_shown_as_typed(desk: Desk, nasty: str) -> None:
    posts.write(desk, 1, title=nasty)
    kept.keep(desk.database, [*FOUND[:-1], finding("generic", "warning", 2, muted=nasty)])
    async with on_stage(desk, ChecksScreen()) as pilot:
        await opened(pilot)
        if "\x1b" not in nasty and "\x00" not in nasty and "\u202e" not in nasty:
            assert shown(pilot).count(nasty) >= 1
        assert not {"\x1b", "\x00", "\u202e"} & set(shown(pilot))


async def test_a_post_of_another_year_is_told_with_its_year(desk: Desk) -> None:
    desk.now = lambda: NOW.replace(year=2025)
    async with on_stage(desk, ChecksScreen()) as pilot:
        await opened(pilot)
        assert "Thu 22 Jan 2026" in shown(pilot)

"""An hour of another zone on the screen: its place stands beside it wherever it is shown."""

from __future__ import annotations

from contextlib import asynccontextmanager, closing
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from planner.desk import brief, posts
from planner.model.card import Block, Card
from planner.tui.app import PlannerApp
from planner.tui.days import day_plans
from planner.tui.dialogs.ask_date import AskDate
from planner.tui.screens.calendar import CalendarScreen
from planner.tui.screens.editor import EditorScreen
from planner.tui.widgets.cards import block_lines, card_lines, listed
from planner.tui.widgets.post_fields import LONGEST_WHEN, when_shown
from planner.tui.widgets.side import SidePanel
from tests.tui.stage import HOSTILE, calendar_at, on_stage, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.desk import Desk

DAY = date(2026, 1, 22)
TORONTO = "America/Toronto"


def a_card(zone: str = TORONTO, at: str = "10:00", here: str = "2026-01-22T16:00") -> Card:
    return Card(1, "2026-01-22", at, zone, "draft", "LinkedIn", "A rather long title " * 5, "help", None, 1, 0, 0, here)


def beside(screen: CalendarScreen) -> str:
    """What the panel says, before it is wrapped."""
    return screen.query_one(SidePanel)._said.plain


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(calendar_at(tmp_path / "a.planner")) as opened:
        posts.plan(opened, title="Over there", day=DAY, time=time(10), zone=TORONTO, network_id=1)
        posts.plan(opened, title="In between", day=DAY, time=time(14))
        yield opened


@asynccontextmanager
async def in_the_app(desk: Desk, size: tuple[int, int]) -> AsyncIterator[tuple[Pilot[None], CalendarScreen]]:
    """The calendar in the real app, on the day."""
    async with PlannerApp(desk=desk).run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, CalendarScreen)
        screen.choose(DAY)
        await pilot.pause()
        yield pilot, screen


@pytest.mark.parametrize("size", [(160, 40), (120, 40), (80, 24), (40, 20)])
async def test_the_week_says_the_place(desk: Desk, size: tuple[int, int]) -> None:
    async with in_the_app(desk, size) as (pilot, screen):
        assert "Toronto" in shown(pilot)
        assert "Over" in shown(pilot)
        (plan,) = [plan for plan in screen.plans if plan.day == DAY]
        assert [row.time for row in plan.rows()] == ["09:00", "14:00", "10:00"]
        assert list(plan.items) == plan.rows()


async def test_a_line_of_the_list_says_both_hours_and_cuts_the_title(desk: Desk) -> None:
    async with in_the_app(desk, (80, 24)) as (pilot, _):
        assert "10:00 Toronto (16:00) " in shown(pilot)
        assert "9:00 ◐ " in shown(pilot)


async def test_the_panel_says_both_hours(desk: Desk) -> None:
    async with in_the_app(desk, (120, 40)) as (pilot, screen):
        screen.choose(DAY, 3)
        await until(pilot, lambda: "22 January 2026, 10:00 Toronto (16:00)" in beside(screen), "both hours")


async def test_the_month_says_the_place_where_it_says_the_hour(desk: Desk) -> None:
    async with in_the_app(desk, (240, 50)) as (pilot, screen):
        for hour in (7, 8):
            posts.plan(desk, title=f"At {hour}", day=DAY, time=time(hour))
        screen.choose(DAY)
        await pilot.press("v")
        await until(pilot, lambda: "14:00 ◐ " in shown(pilot), "the month")
        assert "10:00 Toronto ◐ " in shown(pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_editor_and_its_question_say_the_place(desk: Desk, size: tuple[int, int]) -> None:
    async with on_stage(desk, EditorScreen(3), size) as pilot:
        await until(pilot, lambda: "Thu 22 Jan 10:00 Toronto (16:00)" in shown(pilot), "the day")
        screen = stage_of(pilot).shown
        assert isinstance(screen, EditorScreen)
        screen._choose_day()
        await until(pilot, lambda: "Hour (Toronto)" in shown(pilot), "the question")


async def test_a_post_of_the_calendars_own_zone_is_asked_for_its_hour_as_ever(desk: Desk) -> None:
    posts.write(desk, 1, zone="Europe/Paris")
    card = desk.card(1)
    assert card is not None
    async with on_stage(desk, AskDate(desk, "Reschedule", card)) as pilot:
        assert "Hour" in shown(pilot)
        assert "Hour (" not in shown(pilot)


async def test_a_post_moved_by_its_question_keeps_its_zone(desk: Desk) -> None:
    async with in_the_app(desk, (120, 40)) as (pilot, screen):
        screen.choose(DAY, 3)
        await pilot.press("r")
        await until(pilot, lambda: "Hour (Toronto)" in shown(pilot), "the question")
        await pilot.press(*"fri", "enter")
        await until(pilot, lambda: desk.cards(date(2026, 1, 23), date(2026, 1, 23)), "the post on Friday")
        (card,) = desk.cards(date(2026, 1, 23), date(2026, 1, 23))
        assert (card.time, card.here) == ("10:00", "2026-01-23T16:00")


async def test_a_post_for_a_free_slot_of_another_zone_is_written_in_it(desk: Desk) -> None:
    friday = date(2026, 1, 23)
    brief.add_slot(desk, kind="publish", day=friday, time=time(10), zone=TORONTO, minutes=30)
    async with in_the_app(desk, (120, 40)) as (pilot, screen):
        screen.choose(friday)
        await until(pilot, lambda: "10:00 Toronto (16:00)" in beside(screen), "the slot in the panel")
        await pilot.press("n")
        await until(pilot, lambda: "Fri 23 Jan 10:00 Toronto (16:00)" in shown(pilot), "the editor")
        await pilot.press(*"Said", "ctrl+s")
        await until(pilot, lambda: desk.cards(friday, friday), "the post")
        assert desk.cards(friday, friday)[0].here == "2026-01-23T16:00"


async def test_an_hour_that_the_clocks_skip_there_is_told_with_its_place(desk: Desk) -> None:
    posts.move(desk, 3, date(2026, 3, 8), time(2, 30))
    async with on_stage(desk, EditorScreen(3)) as pilot:
        await until(pilot, lambda: "2:30 Toronto" in shown(pilot), "the day")
        await pilot.press(*"More", "ctrl+s")
        await until(
            pilot, lambda: any("it will be 03:30 Toronto." in text for text in stage_of(pilot).said()), "the remark"
        )


@pytest.mark.parametrize("width", [21, 28, 40, 50, 51, 68])
def test_the_title_is_cut_and_not_the_hour(width: int) -> None:
    told = listed(a_card(), width).text
    assert told.startswith("10:00 Toronto ")
    assert cell_len(told) == width
    assert ("(16:00)" in told) == (width > 50)


def test_a_narrow_column_sets_the_place_under_the_hour() -> None:
    assert [told.text for told in card_lines(a_card(), 10, 1)][:3] == ["10:00 ◐", "Toronto", "LinkedIn"]
    assert [told.text for told in card_lines(a_card(), 20, 1)][:2] == ["10:00 Toronto ◐", "LinkedIn"]
    assert [told.text for told in card_lines(a_card(here=""), 10, 1)][:2] == ["10:00 ◐", "LinkedIn"]
    far = a_card("Asia/Ho_Chi_Minh", here="2026-01-22T04:00")
    assert [told.text for told in card_lines(far, 10, 1)][:3] == ["10:00 ◐", "Ho Chi", "Minh"]
    slot = Block(1, "2026-01-22", "10:00", "publish", "", "LinkedIn", 30, False, TORONTO, "2026-01-22T16:00")
    assert [told.text for told in block_lines(slot, 10)][-2:] == ["10:00", "Toronto"]


def test_a_day_is_in_order_of_moments_whatever_the_zones() -> None:
    slot = Block(1, "2026-01-22", "11:00", "watch", "", "", 30, False)
    (plan,) = day_plans([DAY], [a_card(), a_card("", "14:00", ""), a_card("", "", "")], [slot])
    assert [row.time for row in plan.rows()] == ["11:00", "14:00", "10:00", ""]


def test_the_editors_day_leaves_out_what_does_not_fit() -> None:
    today = date(2026, 1, 20)
    assert when_shown(DAY, time(10), today, "", "Europe/Paris") == "Thu 22 Jan 10:00"
    assert when_shown(DAY, time(10), today, "Europe/Paris", "Europe/Paris") == "Thu 22 Jan 10:00"
    assert when_shown(DAY, time(10), today, TORONTO, "Europe/Paris") == "Thu 22 Jan 10:00 Toronto (16:00)"
    far = when_shown(DAY.replace(year=2027), time(22), today, "America/Argentina/Buenos_Aires", "Europe/Paris")
    assert far == "Fri 22 Jan 2027 22:00 Buenos Aires"
    assert len(far) <= LONGEST_WHEN
    assert when_shown(None, None, today, TORONTO, "Europe/Paris") == "no day yet"


@pytest.mark.parametrize("text", HOSTILE)
def test_the_name_of_a_zone_is_data(text: str) -> None:
    card = a_card(zone=text)
    for told in [listed(card, 60), *card_lines(card, 10, 1)]:
        assert not any(sign in told.text for sign in "\x1b\x00\x07\u202e")

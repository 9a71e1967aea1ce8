"""Busy hours on the screen: seen in order of time, never chosen, told when a post is moved into them."""

from __future__ import annotations

from contextlib import asynccontextmanager, closing
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from planner.desk import posts
from planner.desk.busy import lay_under
from planner.model.busy import BusyTime
from planner.tui import laid_under
from planner.tui.app import PlannerApp
from planner.tui.days import day_plans
from planner.tui.screens.calendar import CalendarScreen
from planner.tui.widgets.cards import listed, taken_lines
from planner.words import speak
from tests.exchange.ics.strangers import calendar, event
from tests.tui.stage import HOSTILE, calendar_at, shown
from tests.tui.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.desk import Desk

DAY = date(2026, 1, 22)
MEETING = event(
    "DTSTART;TZID=Europe/Paris:20260122T100000", "DTEND;TZID=Europe/Paris:20260122T113000", "SUMMARY:Dupont"
)
FAIR = event("DTSTART;VALUE=DATE:20260122", uid="2")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.ics"
    path.write_bytes(calendar(MEETING, FAIR))
    return path


@pytest.fixture
def desk(tmp_path: Path, file: Path) -> Iterator[Desk]:
    with closing(calendar_at(tmp_path / "a.planner")) as opened:
        lay_under(opened, file, "Clients")
        yield opened


@asynccontextmanager
async def in_the_app(
    desk: Desk, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], CalendarScreen]]:
    """The calendar in the real app."""
    async with PlannerApp(desk=desk).run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, CalendarScreen)
        yield pilot, pilot.app.screen


def said(pilot: Pilot[None]) -> list[str]:
    return [str(notice.message) for notice in pilot.app._notifications]


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_busy_hours_stand_in_the_week_and_cannot_be_chosen(desk: Desk, size: tuple[int, int]) -> None:
    async with in_the_app(desk, size) as (pilot, screen):
        screen.choose(DAY)
        await pilot.pause()
        text = shown(pilot)
        assert "Clients" in text
        assert "10:00" in text
        assert "11:30" in text
        assert "Dupont" not in text
        (plan,) = [plan for plan in screen.plans if plan.day == DAY]
        assert [row.time for row in plan.rows()] == ["", "09:00", "10:00"]
        assert not any(isinstance(row, BusyTime) for row in plan.items)
        for _ in range(4):
            await pilot.press("down")
            assert not isinstance(screen.chosen, BusyTime)


async def test_the_month_and_a_filtered_week_are_without_them(desk: Desk) -> None:
    async with in_the_app(desk) as (pilot, screen):
        screen.choose(DAY)
        screen.wanted = "retentions"
        screen.reload()
        await pilot.pause()
        assert "retentions" in shown(pilot)
        assert "Clients" not in shown(pilot)
        screen.wanted = ""
        await pilot.press("v")
        await until(pilot, lambda: "January 2026" in shown(pilot), "the month")
        assert "Clients" not in shown(pilot)


async def test_a_post_moved_onto_a_busy_hour_is_moved_and_the_hour_is_named(desk: Desk) -> None:
    posts.move(desk, 1, date(2026, 1, 21), time(10, 30))
    async with in_the_app(desk) as (pilot, screen):
        screen.choose(date(2026, 1, 21), 1)
        await pilot.press("L")
        await until(pilot, lambda: desk.cards(DAY, DAY), "the post on Thursday")
        await until(pilot, lambda: "At that hour: Clients, 10:00–11:30 · u to undo" in said(pilot), "the remark")
        await pilot.press("L")
        await until(pilot, lambda: desk.cards(date(2026, 1, 23), date(2026, 1, 23)), "the post on Friday")


async def test_a_changed_file_is_read_behind_the_screen(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laid_under, "READ_AFTER", 0.01)
    file.write_bytes(calendar(MEETING.replace("113000", "134500"), FAIR, "X-LONGER:x"))
    async with in_the_app(desk) as (pilot, screen):
        screen.choose(DAY)
        await until(pilot, lambda: "13:45" in shown(pilot), "the new hours")
        file.write_text("broken")
        assert isinstance(pilot.app, PlannerApp)
        pilot.app.read_other_calendars()
        await until(pilot, lambda: any("cannot be read as a calendar" in text for text in said(pilot)), "the sentence")
        assert "13:45" in shown(pilot)


@pytest.mark.parametrize("text", HOSTILE)
def test_names_and_titles_of_others_are_shown_as_typed(text: str) -> None:
    hour = BusyTime("2026-01-22", "10:00", 90, text, text)
    for told in [listed(hour, 60), *taken_lines(hour, 10)]:
        assert not any(sign in told.text for sign in "\x1b\x00\x07\u202e")


def test_hours_that_do_not_fit_a_column_stand_on_two_lines() -> None:
    hour = BusyTime("2026-01-22", "10:00", 90, "Clients")
    assert [told.text for told in taken_lines(hour, 10)][:2] == ["10:00", "–11:30"]
    assert [told.text for told in taken_lines(hour, 11)][:1] == ["10:00–11:30"]
    assert {told.style for told in taken_lines(hour, 10)} == {"dim"}
    speak("fr")
    assert listed(hour, 40).text.split("  ")[:2] == ["10:00–11:30 pris\u00a0: Clients", ""]


def test_a_day_holds_its_own_hours() -> None:
    hours = [BusyTime("2026-01-22", "10:00", 90, "a"), BusyTime("2026-01-23", "", 1440, "a")]
    first, second = day_plans([DAY, date(2026, 1, 23)], [], [], hours)
    assert (first.taken, second.taken) == ((hours[0],), (hours[1],))


async def test_what_a_changed_file_leaves_out_is_said_on_the_screen(desk: Desk, file: Path) -> None:
    own = event("DTSTART;TZID=My Zone:20260122T140000", "DURATION:PT1H", uid="3")
    async with in_the_app(desk) as (pilot, _):
        file.write_bytes(calendar(MEETING, FAIR, own))
        assert isinstance(pilot.app, PlannerApp)
        pilot.app.read_other_calendars()
        await until(pilot, lambda: any("nobody knows its zone “My Zone”" in text for text in said(pilot)), "the remark")


async def test_a_file_that_is_gone_is_named_on_the_screen(desk: Desk, file: Path) -> None:
    async with in_the_app(desk) as (pilot, screen):
        screen.choose(DAY)
        file.unlink()
        assert isinstance(pilot.app, PlannerApp)
        pilot.app.read_other_calendars()
        await until(pilot, lambda: any(f"is gone: {file}" in text for text in said(pilot)), "the sentence")
        assert "11:30" in shown(pilot)

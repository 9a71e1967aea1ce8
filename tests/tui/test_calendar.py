"""The calendar screen: what stands where, what each key does, and that text is shown as typed."""

from __future__ import annotations

import threading
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, posts, undo
from planner.tui.app import PlannerApp
from planner.tui.screens.calendar import CalendarScreen
from planner.tui.widgets.month import MonthGrid
from tests.tui.stage import HOSTILE, calendar_at
from tests.tui.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.desk import Desk

WIDE, NARROW = (120, 40), (80, 24)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    opened = calendar_at(tmp_path / "a.planner")
    brief.add_slot(
        opened, kind="publish", day=date(2026, 1, 2), time=time(16), rule="FREQ=WEEKLY;BYDAY=FR", network_id=2
    )
    brief.add_slot(opened, kind="listen", day=date(2026, 1, 5), time=time(8), minutes=20, rule="FREQ=WEEKLY;BYDAY=MO")
    return opened


@pytest.fixture
async def pilot(desk: Desk, request: pytest.FixtureRequest) -> AsyncIterator[Pilot[None]]:
    app = PlannerApp(desk=desk)
    async with app.run_test(size=getattr(request, "param", WIDE), notifications=True) as pilot:
        await pilot.pause()
        yield pilot


def screen_of(pilot: Pilot[None]) -> CalendarScreen:
    assert isinstance(pilot.app.screen, CalendarScreen)
    return pilot.app.screen


def shown(pilot: Pilot[None]) -> str:
    """The whole screen as text."""
    return "\n".join("".join(segment.text for segment in line) for line in pilot.app.screen._compositor.render_strips())


def revision(desk: Desk) -> int:
    return int(str(desk.database.rows("SELECT number FROM revision")[0][0]))


@pytest.mark.parametrize("pilot", [WIDE, NARROW], indirect=True)
async def test_the_week_is_home(pilot: Pilot[None]) -> None:
    text = shown(pilot)
    assert "Week 4" in text
    assert "Owners of building firms" in text
    assert "0 of 8" in text
    assert "[listening 20 min]" in text or "[listen" in text
    assert "free" in text


async def test_every_day_can_be_reached_and_today_is_one_key_away(pilot: Pilot[None]) -> None:
    screen = screen_of(pilot)
    for keys, day in (
        (("right", "l"), date(2026, 1, 22)), (("left",), date(2026, 1, 21)), (("home",), date(2026, 1, 19)),
        (("end",), date(2026, 1, 25)), (("w",), date(2026, 2, 1)), (("W", "W"), date(2026, 1, 18)),
        (("m",), date(2026, 2, 18)), (("M", "M"), date(2025, 12, 18)), (("t",), date(2026, 1, 20)),
    ):  # fmt: skip
        await pilot.press(*keys)
        assert screen.day == day, keys


async def test_a_post_is_nudged_and_the_change_undone(pilot: Pilot[None], desk: Desk) -> None:
    screen = screen_of(pilot)
    await pilot.press("right", "right")
    assert screen.chosen_post is not None
    await pilot.press("L")
    await until(pilot, lambda: desk.cards(date(2026, 1, 23), date(2026, 1, 23)), "the post on Friday")
    await pilot.press("u")
    await until(pilot, lambda: desk.cards(date(2026, 1, 22), date(2026, 1, 22)), "the post back on Thursday")
    await pilot.press("U")
    await until(pilot, lambda: desk.cards(date(2026, 1, 23), date(2026, 1, 23)), "the post on Friday again")


@pytest.mark.parametrize(
    ("key", "verb"), [("p", "duplicate"), ("d", "delete"), ("J", "move"), ("H", "move"), ("K", "move")]
)
async def test_a_key_is_one_undo_step(pilot: Pilot[None], desk: Desk, key: str, verb: str) -> None:
    await pilot.press("right", "right")
    before = revision(desk)
    await pilot.press(key)
    await until(pilot, lambda: revision(desk) > before, verb)
    changed = undo.undo(desk)
    assert changed is not None
    assert changed.verb == verb


async def test_a_key_without_a_post_says_what_to_do(pilot: Pilot[None], desk: Desk) -> None:
    before = revision(desk)
    await pilot.press("d")
    assert any("Press n" in str(notice.message) for notice in pilot.app._notifications)
    assert revision(desk) == before


@pytest.mark.parametrize("pilot", [WIDE, NARROW], indirect=True)
async def test_month_and_ideas_follow_the_view_key(pilot: Pilot[None]) -> None:
    screen = screen_of(pilot)
    await pilot.press("v")
    await until(pilot, lambda: screen.query(MonthGrid) and "January 2026" in shown(pilot), "the month")
    await pilot.press("down")
    assert screen.day == date(2026, 1, 27)
    await pilot.press("v")
    await until(pilot, lambda: "1 idea without a day" in shown(pilot), "the ideas")
    assert screen.chosen_post is not None
    assert "final account" in screen.chosen_post.title
    await pilot.press("v")
    await until(pilot, lambda: "Week 5" in shown(pilot), "the week")


async def test_a_move_within_the_month_reads_nothing(
    pilot: Pilot[None], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await pilot.press("v")
    screen = screen_of(pilot)
    await until(pilot, lambda: screen.query(MonthGrid), "the month")
    asked: list[str] = []
    reads = desk.database.rows

    def counted(query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        # The checks may read the calendar meanwhile, in their thread.
        if threading.current_thread() is threading.main_thread():
            asked.append(query)
        return reads(query, values)

    monkeypatch.setattr(desk.database, "rows", counted)
    screen.query_one(MonthGrid).show(screen.plans, screen.day + timedelta(days=1), 0, screen.today)
    assert asked == []


async def test_filter_shows_only_titles_that_hold_the_words(pilot: Pilot[None]) -> None:
    screen = screen_of(pilot)
    screen.wanted = "nothing of the kind"
    screen.reload()
    assert all(not plan.items for plan in screen.plans)
    screen.wanted = "RETENTIONS"
    screen.reload()
    assert sum(len(plan.items) for plan in screen.plans) == 1


async def test_help_lists_what_can_be_done_and_does_it(pilot: Pilot[None]) -> None:
    await pilot.press("question_mark")
    await until(pilot, lambda: "Move the post a day later" in shown(pilot), "the list")
    await pilot.press(*"next month")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, CalendarScreen), "the calendar")
    await until(pilot, lambda: screen_of(pilot).day == date(2026, 2, 20), "the next month")


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_titles_are_shown_as_data(tmp_path: Path, text: str) -> None:
    desk = calendar_at(tmp_path / "b.planner")
    brief.write_brief(desk, title=text, audience=text, objective=text, needs=[text, "other"])
    brief.write_network(desk, 1, name=text)
    posts.write(desk, 1, title=text, body=text, next_step=text)
    posts.write(desk, 2, title=text)
    brief.add_slot(desk, kind="listen", title=text, day=date(2026, 1, 20), time=time(8), minutes=20)
    app = PlannerApp(desk=desk)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press("right", "right")
        pictures = [shown(pilot)]
        for _ in range(2):
            await pilot.press("v")
            await pilot.pause()
            pictures.append(shown(pilot))
        for picture in pictures:
            assert not set(picture) & {"\x1b", "\x00", "\u202e"}
        if text.isascii() and text.isprintable():
            assert text[:8] in pictures[0]
    desk.close()


@pytest.mark.parametrize("size", [(20, 5), (39, 30), (200, 60), (40, 12)])
async def test_any_size_is_survived(desk: Desk, size: tuple[int, int]) -> None:
    app = PlannerApp(desk=desk)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        small = size[0] < 40 or size[1] < 12
        assert ("planner needs" in " ".join(shown(pilot).split())) == small


@pytest.mark.parametrize("theme", ["textual-light", "textual-dark", "ansi-dark"])
async def test_the_chosen_post_is_told_without_colour(desk: Desk, theme: str) -> None:
    app = PlannerApp(desk=desk)
    async with app.run_test(size=WIDE) as pilot:
        app.theme = theme
        await pilot.press("right", "right")
        await until(pilot, lambda: "▸9:00" in shown(pilot), "the sign of what is chosen")


async def test_a_key_can_be_changed_in_the_settings(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.toml").write_text('[keys]\n"calendar.today" = "y"\n', "utf-8")
    app = PlannerApp(desk=desk)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right", "t")
        assert screen_of(pilot).day == date(2026, 1, 21)
        await pilot.press("y")
        assert screen_of(pilot).day == date(2026, 1, 20)

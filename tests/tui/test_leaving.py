"""Leaving in the middle of a text: by ctrl+q, by a signal, by another language; no word is lost."""

from __future__ import annotations

import signal
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from planner.desk import posts
from planner.desk.desk import Desk
from planner.tui.app import PlannerApp
from planner.tui.screens.editor import EditorScreen
from tests.tui.stage import calendar_at
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

FRIDAY = date(2026, 1, 23)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("way", ["ctrl+q", "signal"])
async def test_what_was_typed_is_saved_on_the_way_out(tmp_path: Path, way: str) -> None:
    calendar_at(tmp_path / "a.planner").close()
    app = PlannerApp(tmp_path / "a.planner")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.desk is not None and app.screen.is_mounted, "the week")
        app.push_screen(EditorScreen(None, day=FRIDAY))
        await until(pilot, lambda: app.screen.focused is not None and app.screen.focused.id == "title", "the title")
        await pilot.press(*"Half a", "tab", *"thought")
        if way == "ctrl+q":
            await pilot.press("ctrl+q")
        else:
            app._end_on_signal(signal.SIGHUP)
        await until(pilot, lambda: not app.is_running or app._exit, "the way out")
    with closing(Desk(tmp_path / "a.planner")) as desk:
        (card,) = desk.cards(FRIDAY, FRIDAY)
        assert (card.title, desk.post(card.id).body) == ("Half a", "thought")
    assert app.return_code == (0 if way == "ctrl+q" else 128 + signal.SIGHUP)


async def test_a_fault_nobody_foresaw_is_not_swallowed_and_the_program_still_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    calendar_at(tmp_path / "a.planner").close()
    app = PlannerApp(tmp_path / "a.planner")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.desk is not None and app.screen.is_mounted, "the week")
        app.push_screen(EditorScreen(1))
        await until(pilot, lambda: isinstance(app.screen, EditorScreen) and app.screen.ready, "the text")
        monkeypatch.setattr(posts, "write", broken)
        await pilot.press("A")
        with pytest.raises(RuntimeError, match="broken"):
            app._end_on_signal(signal.SIGTERM)
        await until(pilot, lambda: not app.is_running or app._exit, "the way out")
    assert app.return_code == 128 + signal.SIGTERM

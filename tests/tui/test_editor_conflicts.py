"""A text that was changed elsewhere meanwhile: both versions are shown, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import posts
from planner.tui.dialogs.conflict import Conflict
from planner.tui.screens.editor import EditorScreen
from tests.tui.stage import on_stage, shown, stage_of
from tests.tui.test_editor import desk as desk
from tests.tui.test_editor import editor_of, opened, text_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from planner.desk.desk import Desk


async def _made_to_differ(pilot: Pilot[None], desk: Desk) -> None:
    await opened(pilot)
    posts.write(desk, 1, body="Theirs [/promo].")
    await pilot.press("M", "i", "n", "e", "ctrl+s")
    await until(pilot, lambda: isinstance(pilot.app.screen, Conflict), "the conflict")
    assert "Theirs [/promo]." in shown(pilot)
    assert "MineIt is essential" in shown(pilot)


@pytest.mark.parametrize(("keys", "kept"), [(("down", "enter"), "MineIt"), (("down", "down", "enter"), "Theirs")])
async def test_a_text_changed_elsewhere_is_shown_beside_ones_own(desk: Desk, keys: Any, kept: str) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await _made_to_differ(pilot, desk)
        await pilot.press(*keys)
        await until(pilot, lambda: text_of(pilot).text.startswith(kept) and not editor_of(pilot).saving, kept)
        await until(pilot, lambda: desk.post(1).body.startswith(kept), kept)
        await until(pilot, lambda: not editor_of(pilot).changes(), "rest")


async def test_a_conflict_that_is_not_decided_keeps_both(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await _made_to_differ(pilot, desk)
        await pilot.press("escape")
        assert desk.post(1).body == "Theirs [/promo]."
        assert text_of(pilot).text.startswith("MineIt")
        assert pilot.app.screen is stage_of(pilot).shown


async def test_theirs_is_kept_and_ctrl_z_brings_mine_back(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await _made_to_differ(pilot, desk)
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: text_of(pilot).text.startswith("Theirs"), "theirs")
        text_of(pilot).focus()
        await pilot.press("ctrl+z")
        assert text_of(pilot).text.startswith("MineIt")

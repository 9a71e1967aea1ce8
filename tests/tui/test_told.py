"""What the notices say was done: of a whole group its name, of anything else the deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.desk import learning, undo
from planner.desk.desk import Changed
from planner.tui.app import PlannerApp
from planner.tui.told import OF_A_GROUP, deed_of
from planner.words import deeds, speak, terms
from tests.tui.stage import calendar_at
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("verb", OF_A_GROUP)
@pytest.mark.parametrize("group", terms.GROUP)
def test_a_group_is_named_as_it_is_called(language: str, verb: str, group: str) -> None:
    speak(language)
    told = deed_of(Changed(verb, "brief", 1, 7, group))
    assert terms.group(group) in told
    assert told != deeds.deed(verb, group)


@pytest.mark.parametrize("verb", [*OF_A_GROUP, "welcome-reader", "move"])
def test_a_check_and_any_other_deed_are_told_as_ever(verb: str) -> None:
    assert deed_of(Changed(verb, "brief", 1, 7, "generic")) == deeds.deed(verb, "generic")


def test_a_reader_who_is_called_as_a_group_is_no_group() -> None:
    assert deed_of(Changed("welcome-reader", "brief", 1, 7, "rhythm")) == deeds.deed("welcome-reader", "rhythm")


async def test_the_notices_name_the_group_done_undone_and_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    desk = calendar_at(tmp_path / "a.planner")
    app = PlannerApp(desk=desk)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        app.show_changed(learning.switch_off(desk, "rhythm"))
        await until(pilot, lambda: _notices(app) == ["the group “rhythm” switched off · u to undo"], "the notice")
        app.show_undone(undo.undo(desk))
        await until(pilot, lambda: _notices(app) == ["Undone: the group “rhythm” switched off"], "the notice")
        app.show_redone(undo.redo(desk))
        await until(pilot, lambda: _notices(app) == ["Done again: the group “rhythm” switched off"], "the notice")


def _notices(app: PlannerApp) -> list[str]:
    return [str(notice.message) for notice in app._notifications]

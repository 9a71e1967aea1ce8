"""The zones of a file's own: told when they were worked out, and said one by one in the dialog's one field."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from planner.tui.dialogs.bring import BringDialog
from planner.tui.widgets.entry import LineInput
from tests.exchange.ics.own_zones import EU, event, whole, zone_block
from tests.tui.stage import calendar_at, on_stage, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

AT = datetime(2027, 2, 3, 9)
NAMES = ("Mine", "Here, now", "There")


def shown(pilot: Pilot[None]) -> str:
    both = (str(pilot.app.screen.query_one(f"#{name}").render()) for name in ("wrong", "rows"))
    return " ".join(" ".join(both).split())


async def test_a_zone_is_said_for_one_and_another_for_the_rest(tmp_path: Path) -> None:
    desk, file = calendar_at(tmp_path / "a.planner"), tmp_path / "t.ics"
    events = [event(AT.replace(minute=number), name=f'"{name}"') for number, name in enumerate(NAMES)]
    file.write_bytes(whole(zone_block(*EU, name="Mine"), *events))
    async with on_stage(desk, BringDialog(desk), (80, 24)) as pilot:
        pilot.app.screen.query_one("#path", LineInput).value = str(file)
        await pilot.press("enter")
        await until(pilot, lambda: "2 refused" in shown(pilot), "the refusals")
        assert "“Mine” was read as Europe/Paris" in shown(pilot)
        pilot.app.screen.query_one("#zone", LineInput).value = "Here, now=Asia/Tokyo, America/Toronto"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "3 to add" in shown(pilot), "the second look")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(stage_of(pilot).answers), "the import")
    found = {(post.zone, post.time) for post in desk.calendar().posts if post.title in NAMES or not post.title}
    assert {zone for zone, _ in found} == {""}
    assert len({at.hour for _, at in found if at}) == 3

"""A file is looked at before it is taken in, and taken in as one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.desk.send import export_ics, toml_text
from planner.desk.undo import undo
from planner.tui.app import PlannerApp
from planner.tui.dialogs.bring import BringDialog
from planner.tui.widgets.choice_row import YesNo
from planner.tui.widgets.entry import LineInput
from tests.made import fresh
from tests.tui.stage import calendar_at, on_stage, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return calendar_at(tmp_path / "a.planner")


def shown(pilot: Pilot[None]) -> str:
    return "\n".join(str(pilot.app.screen.query_one(f"#{name}").render()) for name in ("wrong", "rows"))


async def looked_at(pilot: Pilot[None], path: Path) -> None:
    pilot.app.screen.query_one("#path", LineInput).value = str(path)
    await pilot.press("enter")


async def test_a_whole_calendar_is_shown_row_by_row_then_taken_in_and_undone(desk: Desk, tmp_path: Path) -> None:
    before = toml_text(desk)
    file = tmp_path / "b.toml"
    file.write_text(before.replace('title = "', 'title = "Neu ', 1), "utf-8")
    async with on_stage(desk, BringDialog(desk), (80, 24)) as pilot:
        await looked_at(pilot, file)
        await until(pilot, lambda: "changed" in shown(pilot), "the preview")
        assert "takes the place of the whole calendar" in " ".join(shown(pilot).split())
        assert toml_text(desk) == before
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(stage_of(pilot).answers), "the import")
    assert toml_text(desk) != before
    undo(desk)
    assert toml_text(desk) == before


@pytest.mark.parametrize(
    ("name", "told"),
    [("nothing.toml", "There is no file"), ("none.zip", "There is no file"), ("a.docx", "does not know")],
)
async def test_what_cannot_be_taken_in_is_told(desk: Desk, tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "a.docx").touch()
    async with on_stage(desk, BringDialog(desk), (80, 24)) as pilot:
        await looked_at(pilot, tmp_path / name)
        await until(pilot, lambda: told in shown(pilot), "the refusal")
        await pilot.press("escape")
        await until(pilot, lambda: stage_of(pilot).answers == [None], "the answer")


async def test_a_file_that_was_changed_after_the_look_is_looked_at_again(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "b.toml"
    file.write_text(toml_text(desk), "utf-8")
    async with on_stage(desk, BringDialog(desk), (80, 24)) as pilot:
        await looked_at(pilot, file)
        await until(pilot, lambda: "unchanged" in shown(pilot), "the preview")
        pilot.app.screen.query_one("#path", LineInput).value = str(tmp_path / "other.toml")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "There is no file" in shown(pilot), "the second look")
        assert not stage_of(pilot).answers


async def test_a_table_is_taken_in_with_what_is_not_here_yet(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("title,day,network\nThree retentions,2027-02-03,Mastodon\n", "utf-8")
    async with on_stage(desk, BringDialog(desk), (80, 24)) as pilot:
        await looked_at(pilot, file)
        await until(pilot, lambda: "no network “Mastodon”" in shown(pilot), "the refusal")
        await pilot.press("ctrl+s")
        assert not stage_of(pilot).answers
        pilot.app.screen.query_one("#networks", YesNo).action_choose()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "1 to add" in shown(pilot), "the second look")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(stage_of(pilot).answers), "the import")
    assert "Mastodon" in [name for _, name in desk.networks()]
    assert "Three retentions" in toml_text(desk)
    undo(desk)
    assert "Mastodon" not in [name for _, name in desk.networks()]


async def test_rows_stand_under_their_state_and_fit_the_panel_in_which_they_scroll(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    lines = [f"{'Long title ' * 9}{number},2027-02-03,9:00" for number in range(20)]
    file.write_text("\n".join(["title,day,time", *lines, "Bad,soon,", ""]), "utf-8")
    async with on_stage(desk, BringDialog(desk), (80, 24)) as pilot:
        await looked_at(pilot, file)
        await until(pilot, lambda: "1 refused" in shown(pilot), "the preview")
        rows = str(pilot.app.screen.query_one("#rows").render()).splitlines()
        assert rows[0] == "1 refused"
        assert rows[3] == "20 to add"
        assert all(row.endswith("… · draft · Wed 3 Feb 2027 9:00") for row in rows[4:])
        assert max(map(len, rows)) <= pilot.app.screen.query_one("#rows").size.width
        keys = pilot.app.screen.query_one("#keys")
        await until(pilot, lambda: "↑↓ scroll" in str(keys.render()), "the keys that scroll")
        await pilot.press("down")
        await until(pilot, lambda: pilot.app.screen.query_one("#asked").scroll_y > 0, "the scrolling")


async def test_the_dialog_speaks_of_its_fields_and_of_no_options_but_for_columns(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    async with on_stage(desk, BringDialog(desk), (80, 24)) as pilot:
        file.write_text("title,day\nA,01/02/2027\n", "utf-8")
        await looked_at(pilot, file)
        await until(pilot, lambda: "choose it above" in shown(pilot), "the question for the order")
        assert "--" not in shown(pilot)
        file.write_text("Accroche,Quand\nA,01/02/2027\n", "utf-8")
        await looked_at(pilot, file)
        await until(pilot, lambda: "--map" in shown(pilot), "the way to say columns")


async def test_events_of_another_calendar_are_taken_in_with_the_zone_that_is_said(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "t.ics"
    event = "BEGIN:VEVENT\r\nUID:a@x\r\nDTSTART:20270203T090000\r\nDTEND:20270203T100000\r\nSUMMARY:Fair\r\nEND:VEVENT"
    file.write_text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{event}\r\nEND:VCALENDAR\r\n", "utf-8")
    async with on_stage(desk, BringDialog(desk), (80, 24)) as pilot:
        await looked_at(pilot, file)
        await until(pilot, lambda: "1 refused" in shown(pilot), "the refusal")
        assert "name it above" in " ".join(shown(pilot).split())
        assert "--zone" not in shown(pilot)
        pilot.app.screen.query_one("#zone", LineInput).value = "America/Toronto"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "1 to add" in shown(pilot), "the second look")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(stage_of(pilot).answers), "the import")
    (fair,) = [post for post in desk.calendar().posts if post.title == "Fair"]
    assert (str(fair.day), str(fair.time), fair.zone) == ("2027-02-03", "15:00:00", "")


async def test_events_of_planners_bring_the_networks_that_are_not_here(desk: Desk, tmp_path: Path) -> None:
    file, empty = tmp_path / "ours.ics", fresh(tmp_path, "empty")
    export_ics(desk, file)
    async with on_stage(empty, BringDialog(empty), (80, 24)) as pilot:
        await looked_at(pilot, file)
        await until(pilot, lambda: "is not here, so it is taken in without one" in shown(pilot), "the remark")
        pilot.app.screen.query_one("#networks", YesNo).action_choose()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Networks that would be added: “" in shown(pilot), "the second look")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(stage_of(pilot).answers), "the import")
    named = {network.name for post in desk.calendar().posts if (network := desk.calendar().network(post.network_id))}
    assert named & {name for _, name in empty.networks()}
    empty.close()


async def test_how_much_of_a_file_was_taken_in_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    uid = desk.post(1).uid
    rows = (
        "uid,title,day",
        f"{uid},Four retentions,2026-02-03",
        ",La suite,2026-02-04",
        ",Fin,2026-02-05",
        ",Non,soon",
    )
    file = tmp_path / "t.csv"
    file.write_text("\n".join(rows) + "\n", "utf-8")
    app = PlannerApp(desk=desk)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, BringDialog), "the dialog")
        await looked_at(pilot, file)
        await until(pilot, lambda: "1 refused" in shown(pilot), "the preview")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, BringDialog), "the import")
        told = [str(notice.message) for notice in app._notifications]
        assert "new: 2 · changed: 1 · left out: 1" in told
        assert desk.post(1).title == "Four retentions"

"""The brief on the screen: every field, saved as one action; the networks, each change at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, undo
from planner.desk.values import FIELDS
from planner.model.gate import clean_line
from planner.tui.dialogs.ask_place import AskPlace
from planner.tui.screens.brief import BriefScreen
from planner.tui.screens.brief_networks import BriefNetworks
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.entry import LineInput
from planner.tui.widgets.fields import Field
from tests.tui.at_brief import field_of, opened, typed_into
from tests.tui.stage import HOSTILE, calendar_at, on_stage, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk


IN_THE_CHECKS = {"checks_off", "severities"}
"""Asked row by row in the section of the checks."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return calendar_at(tmp_path / "a.planner")


async def test_every_field_of_the_brief_is_asked(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        await opened(pilot)
        asked = {field.spec.record for field in stage_of(pilot).shown.query(Field)}
        assert asked == set(FIELDS["brief"]) - IN_THE_CHECKS | {"needs"}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_changes_are_saved_as_one_action(desk: Desk, size: tuple[int, int]) -> None:
    async with on_stage(desk, BriefScreen(), size) as pilot:
        await opened(pilot)
        await typed_into(pilot, "audience", "Care homes in Leeds")
        await typed_into(pilot, "needs", "Who pays?\nWho signs the acceptance?")
        await typed_into(pilot, "target_figure", "12,5")
        await typed_into(pilot, "due", "31/12/2026")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        calendar = desk.calendar()
        assert (calendar.brief.audience, calendar.brief.target_figure) == ("Care homes in Leeds", 12.5)
        assert calendar.brief.due == date(2026, 12, 31)
        assert {need.text for need in calendar.needs} == {"Who pays?", "Who signs the acceptance?"}
        undo.undo(desk)
        assert desk.calendar().brief.target_figure == 8


async def test_what_cannot_be_taken_in_is_said_on_its_row(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        await opened(pilot)
        await typed_into(pilot, "target_figure", "many")
        await typed_into(pilot, "zone", "Europe/Nowhere")
        await until(pilot, lambda: field_of(pilot, "target_figure").has_class("-wrong"), "the blur")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: field_of(pilot, "zone").has_class("-wrong"), "the refusal")
        assert "Europe/Nowhere" in str(field_of(pilot, "zone").query_one(".field-under").render())
        assert stage_of(pilot).told == []
        assert desk.calendar().brief.zone == "Europe/Paris"


async def test_escape_warns_once_of_what_is_not_saved(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        await opened(pilot)
        await typed_into(pilot, "message", "Ask in writing.")
        await pilot.press("escape")
        assert "not saved" in shown(pilot)
        assert stage_of(pilot).answers == []
        await pilot.press("escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert desk.calendar().brief.message == ""


async def test_leaving_the_program_saves_the_brief_first(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        screen = await opened(pilot)
        await typed_into(pilot, "message", "Ask in writing.")
        await typed_into(pilot, "needs", "Who pays?")
        await pilot.app.run_action("quit", screen)
        assert desk.calendar().brief.message == "Ask in writing."
        assert [need.text for need in desk.calendar().needs] == ["Who pays?"]
        assert not pilot.app.is_running or pilot.app._exit


async def test_what_the_brief_refuses_keeps_one_in_the_program_and_the_rest_is_saved_on_a_signal(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        screen = await opened(pilot)
        await typed_into(pilot, "message", "Ask in writing.")
        await typed_into(pilot, "zone", "Europe/Nowhere")
        await pilot.app.run_action("quit", screen)
        assert not pilot.app._exit
        assert field_of(pilot, "zone").has_class("-wrong")
        assert not screen.save_before_leaving()
        assert desk.calendar().brief.message == "Ask in writing."


async def test_a_network_that_stands_already_is_refused_whatever_its_case(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        screen = await opened(pilot)
        screen.query_one(BriefNetworks).query_one(Choices).focus()
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskPlace), "the question")
        await pilot.press(*"linkedin", "enter")
        await until(pilot, lambda: any("stands there twice" in said for said in stage_of(pilot).said()), "the sentence")
        assert len(desk.networks()) == 2
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskPlace), "the network")
        pilot.app.screen.query_one("#name", LineInput).value = "LINKEDIN"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "LINKEDIN" in dict(desk.networks()).values(), "its own name in capitals")


async def test_hours_are_read_as_one_says_them(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        await opened(pilot)
        await typed_into(pilot, "hours_per_week", "90")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: field_of(pilot, "hours_per_week").has_class("-wrong"), "the refusal")
        await typed_into(pilot, "hours_per_week", "4 h 30")
        await typed_into(pilot, "country", "FR")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        saved = desk.calendar().brief
        assert (saved.hours_per_week, saved.country) == (4.5, "FR")


async def test_caps_can_be_set_and_taken_away_again(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        await opened(pilot)
        await typed_into(pilot, "most_per_day", "0")
        await typed_into(pilot, "need_days", "30")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: field_of(pilot, "most_per_day").has_class("-wrong"), "the refusal")
        await typed_into(pilot, "most_per_day", "1")
        await typed_into(pilot, "most_per_week", "3")
        await typed_into(pilot, "own_names", "Martin Consulting\nMartin")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        saved = desk.calendar().brief
        assert (saved.most_per_day, saved.most_per_week, saved.need_days) == (1, 3, 30)
        assert saved.own_names == ["Martin Consulting", "Martin"]
        await typed_into(pilot, "most_per_day", "")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(stage_of(pilot).told) == 2, "the second save")
        assert desk.calendar().brief.most_per_day is None


async def test_what_is_changed_elsewhere_is_shown_and_what_is_being_typed_stays(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        screen = await opened(pilot)
        await typed_into(pilot, "audience", "Care homes in Leeds")
        await typed_into(pilot, "words", "retention\nfinal account")
        brief.write_brief(desk, audience="Roofers", message="Ask in writing.", words=["acceptance"])
        screen.reload()
        await until(pilot, lambda: field_of(pilot, "message").typed == "Ask in writing.", "the message")
        assert field_of(pilot, "audience").typed == "Care homes in Leeds"
        assert field_of(pilot, "words").typed == "retention\nfinal account\nacceptance"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        saved = desk.calendar().brief
        assert (saved.audience, saved.message) == ("Care homes in Leeds", "Ask in writing.")
        assert saved.words == ["retention", "final account", "acceptance"]
        assert screen.changed() == []


async def test_the_day_that_is_understood_is_shown_under_its_field(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        await opened(pilot)
        await typed_into(pilot, "due", "31/12/2026")
        under = field_of(pilot, "due").query_one(".field-under")
        await until(pilot, lambda: "Thursday 31 December 2026" in str(under.render()), "the day")


@pytest.mark.parametrize("section", ["networks", "checks", "learnt"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_brief_opens_at_a_list(desk: Desk, section: str, size: tuple[int, int]) -> None:
    async with on_stage(desk, BriefScreen(section), size) as pilot:
        screen = await opened(pilot)
        listed = screen.query_one(f"#{section}")
        assert pilot.app.focused is listed.query_one(Choices)
        await until(pilot, lambda: listed.query_one(Choices).region.y in range(2, size[1] - 2), "the list in sight")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_key_leads_from_section_to_section(desk: Desk, size: tuple[int, int]) -> None:
    async with on_stage(desk, BriefScreen(), size) as pilot:
        await opened(pilot)
        assert "F6 next section" in shown(pilot)
        for heading in ("What for", "What it says", "Rhythm", "Networks", "This calendar", "Checks", "What was learnt"):
            await pilot.press("f6")
            await until(pilot, lambda heading=heading: f"  {heading}" in shown(pilot), heading)  # type: ignore[misc]
        await pilot.press("shift+f6")
        assert stage_of(pilot).shown.query_one("#checks").has_focus_within
        await pilot.press("f6", "f6")
        assert pilot.app.focused is field_of(pilot, "audience").control


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_brief_opens_at_a_field(desk: Desk, size: tuple[int, int]) -> None:
    async with on_stage(desk, BriefScreen("objective"), size) as pilot:
        await opened(pilot)
        assert pilot.app.focused is field_of(pilot, "objective").control
        await until(pilot, lambda: "quote requests from building firms" in shown(pilot), "the field")


async def test_escape_without_a_change_leaves(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        await opened(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert stage_of(pilot).told == []


async def test_a_network_is_added_changed_and_removed(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        screen = await opened(pilot)
        screen.query_one(BriefNetworks).query_one(Choices).focus()
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskPlace), "the question")
        await pilot.press(*"Bluesky", "enter")
        await until(pilot, lambda: len(desk.networks()) == 3, "the network")
        added = next(network for network in desk.calendar().networks if network.name == "Bluesky")
        assert (added.key, added.kind) == ("bluesky", "rented")
        await until(pilot, lambda: "Bluesky" in shown(pilot), "its row")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskPlace), "the question")
        await pilot.press("end", *" again", "enter")
        await until(pilot, lambda: ("Bluesky again") in dict(desk.networks()).values(), "the change")
        await until(pilot, lambda: "Bluesky again" in shown(pilot), "its row")
        await pilot.press("d")
        await until(pilot, lambda: len(desk.networks()) == 2, "the removal")
        await pilot.press("u")
        await until(pilot, lambda: len(desk.networks()) == 3, "the undo")
        await until(pilot, lambda: stage_of(pilot).undone, "its word")
        assert [changed.verb for changed in stage_of(pilot).told] == [
            "add-network",
            "write-network",
            "remove-network",
        ]


@pytest.mark.parametrize("nasty", HOSTILE)
async def test_every_field_takes_any_text_as_data(desk: Desk, nasty: str) -> None:
    async with on_stage(desk, BriefScreen()) as pilot:
        await opened(pilot)
        for name in ("audience", "portrait", "words", "needs", "message"):
            await typed_into(pilot, name, nasty)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        calendar = desk.calendar()
        assert calendar.brief.audience == calendar.brief.message == clean_line(nasty)
        assert calendar.brief.words == [need.text for need in calendar.needs] == [clean_line(nasty)]
        assert not {"\x1b", "\x00", "\u202e"} & set(shown(pilot))

"""The checks in the brief: groups that open, what each check weighs here, all of it undone by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planner import words
from planner.desk import learning, mutes, posts, undo
from planner.focus.register import CALENDAR_CHECKS, POST_CHECKS
from planner.tui.dialogs.ask_one import AskOne
from planner.tui.dialogs.explain import Explain
from planner.tui.screens.brief import BriefScreen
from planner.tui.screens.brief_hearing import CHOICES, USUAL, give, heard
from planner.tui.widgets.choices import Choices
from planner.words import findings, terms
from tests.tui.at_brief import at_row, opened, rows_of, typed_into
from tests.tui.stage import calendar_at, on_stage, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.desk import Desk
    from planner.focus.check import Check

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
ALL: tuple[Check[Any], ...] = (*POST_CHECKS, *CALENDAR_CHECKS)
CHECKS = {check.name: check for check in ALL}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return calendar_at(tmp_path / "a.planner")


async def told(pilot: Pilot[None], times: int) -> None:
    """Wait until so many changes were said, and shown."""
    await until(pilot, lambda: len(stage_of(pilot).told) == times, f"change {times}")
    for _ in range(5):
        await pilot.pause(0.02)


def muted_on(desk: Desk, check: str, times: int) -> None:
    for number in range(times):
        mutes.mute(desk, posts.plan(desk, title=f"Post {number}").id, check, "as it is")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_groups_are_folded_and_every_check_stands_in_one(desk: Desk, language: str) -> None:
    words.speak(language)
    async with on_stage(desk, BriefScreen("checks")) as pilot:
        await opened(pilot)
        groups = rows_of(pilot, "checks")
        assert set(groups) == {f"group:{check.group}" for check in CHECKS.values()}
        assert all(terms.group(key.partition(":")[2]) in text for key, text in groups.items())
        for key in groups:
            await at_row(pilot, "checks", key)
            await pilot.press("right")
        rows = rows_of(pilot, "checks")
        assert {key.partition(":")[2] for key in rows if key.startswith("check:")} == set(CHECKS)
        for name, check in CHECKS.items():
            row = " ".join(rows[f"check:{name}"].split("\n")).replace("     ", " ")
            assert findings.name(name) in row
            assert findings.what(name) in row
            assert terms.severity(check.severity) in row
            assert terms.sign_of_severity(check.severity) in row.partition(findings.name(name))[0]
        await pilot.press("left")
        assert len(rows_of(pilot, "checks")) < len(rows)


@SIZES
async def test_a_check_is_given_another_severity_and_its_own_again(desk: Desk, size: tuple[int, int]) -> None:
    async with on_stage(desk, BriefScreen("checks"), size) as pilot:
        await opened(pilot)
        await at_row(pilot, "checks", "group:precise")
        await pilot.press("enter")
        await at_row(pilot, "checks", "check:generic")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskOne), "the choices")
        assert all(word in shown(pilot) for word in ("as usual: warning", "error", "suggestion", "off"))
        await pilot.press("down", "enter")
        await told(pilot, 1)
        assert desk.calendar().brief.severities == ["generic=error"]
        await until(pilot, lambda: "error here" in rows_of(pilot, "checks")["check:generic"], "the row")
        assert "✗ Generic" in shown(pilot)
        assert "1 changed" in rows_of(pilot, "checks")["group:precise"]
        await pilot.press("u")
        await until(pilot, lambda: "as usual" in rows_of(pilot, "checks")["check:generic"], "the undo")
        assert desk.calendar().brief.severities == []
        assert len(stage_of(pilot).undone) == 1


async def test_one_key_switches_a_check_off_and_on_again_with_the_weight_it_had(desk: Desk) -> None:
    learning.weigh(desk, "pushy", "suggestion")
    async with on_stage(desk, BriefScreen("checks")) as pilot:
        await opened(pilot)
        await at_row(pilot, "checks", "group:honest")
        await pilot.press("enter")
        await at_row(pilot, "checks", "check:pushy")
        await pilot.press("o")
        await until(pilot, lambda: "off" in rows_of(pilot, "checks")["check:pushy"], "the row")
        assert "1 off" in rows_of(pilot, "checks")["group:honest"]
        assert desk.calendar().brief.checks_off == ["pushy"]
        await pilot.press("o")
        await until(pilot, lambda: "suggestion here" in rows_of(pilot, "checks")["check:pushy"], "the row again")
        assert desk.calendar().brief.checks_off == []
        assert [changed.verb for changed in stage_of(pilot).told] == ["switch-off", "switch-on"]


async def test_a_whole_group_is_weighed_and_switched_off(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen("checks")) as pilot:
        await opened(pilot)
        await at_row(pilot, "checks", "group:honest")
        await pilot.press("enter")
        await at_row(pilot, "checks", "whole:honest")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskOne), "the choices")
        await pilot.press("down", "enter")
        await until(pilot, lambda: "as its group" in rows_of(pilot, "checks")["check:buzz"], "the check's row")
        assert desk.calendar().brief.severities == ["honest=error"]
        await at_row(pilot, "checks", "group:honest")
        await pilot.press("o")
        await until(pilot, lambda: "all off" in rows_of(pilot, "checks")["group:honest"], "the group's row")
        assert "off, with its group" in rows_of(pilot, "checks")["check:buzz"]
        assert desk.calendar().brief.checks_off == ["honest"]


async def test_a_row_is_opened_and_chosen_with_the_mouse(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen("checks")) as pilot:
        screen = await opened(pilot)
        listed = screen.query_one("#checks").query_one(Choices)
        await until(pilot, lambda: listed.region.y < 30, "the list in sight")
        await pilot.click(listed, offset=(3, listed.keys.index("group:precise")))
        await until(pilot, lambda: "check:generic" in listed.keys, "the open group")
        row = next(row for row in range(listed.size.height) if "Generic" in listed.render_line(row).text)
        await pilot.click(listed, offset=(6, row))
        await until(pilot, lambda: isinstance(pilot.app.screen, AskOne), "the choices")
        choices = pilot.app.screen.query_one(Choices)
        await pilot.click(choices, offset=(3, len(CHOICES) - 1))
        await until(pilot, lambda: desk.calendar().brief.checks_off == ["generic"], "the choice")


async def test_a_check_that_is_often_muted_offers_to_be_switched_off(desk: Desk) -> None:
    muted_on(desk, "generic", 6)
    muted_on(desk, "pushy", 1)
    async with on_stage(desk, BriefScreen("checks")) as pilot:
        await opened(pilot)
        assert "1 often muted" in rows_of(pilot, "checks")["group:precise"]
        for key in ("group:honest", "group:precise"):
            await at_row(pilot, "checks", key)
            await pilot.press("enter")
        assert "muted on 1 post" in rows_of(pilot, "checks")["check:pushy"]
        assert "switches it off" not in rows_of(pilot, "checks")["check:pushy"]
        assert "muted on 6 posts: o switches it off here" in rows_of(pilot, "checks")["check:generic"]
        await at_row(pilot, "checks", "check:generic")
        await pilot.press("o")
        await until(pilot, lambda: desk.calendar().brief.checks_off == ["generic"], "the switch")
        await until(pilot, lambda: "often" not in rows_of(pilot, "checks")["group:precise"], "the row")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_check_is_explained(desk: Desk, language: str) -> None:
    words.speak(language)
    async with on_stage(desk, BriefScreen("checks")) as pilot:
        await opened(pilot)
        await at_row(pilot, "checks", "group:precise")
        await pilot.press("e", "enter")
        await at_row(pilot, "checks", "check:generic")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Explain), "the explanation")
        assert findings.why("generic")[:30] in shown(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefScreen), "the brief")


@SIZES
async def test_the_row_under_the_cursor_is_always_in_sight(desk: Desk, size: tuple[int, int]) -> None:
    async with on_stage(desk, BriefScreen("checks"), size) as pilot:
        screen = await opened(pilot)
        listed = screen.query_one("#checks").query_one(Choices)
        for key in list(rows_of(pilot, "checks")):
            await at_row(pilot, "checks", key)
            await pilot.press("right")
        await pilot.press("home")
        for key in listed.keys[1:]:
            await pilot.press("down")
            assert listed.chosen == key
            name = key.partition(":")[2]
            called = {"check": findings.name, "group": terms.group}.get(key.partition(":")[0], lambda _: "whole group")
            await until(pilot, lambda called=called, name=name: called(name)[:24] in shown(pilot), key)  # type: ignore[misc]


async def test_choosing_for_a_check_keeps_what_is_typed_in_the_form(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen("checks")) as pilot:
        screen = await opened(pilot)
        await typed_into(pilot, "message", "Ask in writing.")
        await at_row(pilot, "checks", "group:honest")
        await pilot.press("o")
        await told(pilot, 1)
        assert [field.spec.record for field in screen.changed()] == ["message"]
        await pilot.press("escape")
        assert "not saved" in shown(pilot)
        await pilot.press("ctrl+s")
        await told(pilot, 2)
        brief = desk.calendar().brief
        assert (brief.message, brief.checks_off) == ("Ask in writing.", ["honest"])


async def test_leaving_the_choices_changes_nothing(desk: Desk) -> None:
    before = desk.calendar().brief
    async with on_stage(desk, BriefScreen("checks")) as pilot:
        await opened(pilot)
        await at_row(pilot, "checks", "group:honest")
        await pilot.press("enter", "down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskOne), "the choices")
        await pilot.press("escape")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskOne), "the choices again")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefScreen), "the brief")
        assert stage_of(pilot).told == []
    assert desk.calendar().brief == before


@pytest.mark.parametrize("first", CHOICES)
@pytest.mark.parametrize("then", CHOICES)
def test_each_choice_is_one_step_whatever_stood_before(desk: Desk, first: str, then: str) -> None:
    for name in ("generic", "precise"):
        give(desk, name, first)
        before = desk.calendar().brief.model_dump()
        give(desk, name, then)
        known = heard(desk.calendar())
        assert known.choice(name) == then
        if first != then:
            undo.undo(desk)
            assert desk.calendar().brief.model_dump() == before
        give(desk, name, USUAL)


def test_a_check_that_speaks_alone_in_a_silent_group_takes_the_groups_place(desk: Desk) -> None:
    learning.switch_off(desk, "honest")
    give(desk, "pushy", "error")
    known = heard(desk.calendar())
    assert {check.name for check in known.of("honest") if not known.is_off(check)} == {"pushy"}
    assert {check.name for check in known.checks if known.is_off(check)} <= {c.name for c in known.of("honest")}
    assert known.severity(next(check for check in known.checks if check.name == "pushy")) == "error"
    undo.undo(desk)
    assert desk.calendar().brief.checks_off == ["honest"]


def turned_over(pilot: Pilot[None], text: str) -> bool:
    """Whether the line of the screen that holds a text is shown light for dark."""
    lines = pilot.app.screen._compositor.render_strips()
    (line,) = [line for line in lines if text in "".join(segment.text for segment in line)]
    return any(segment.style is not None and bool(segment.style.reverse) for segment in line)


async def test_the_row_under_the_cursor_is_seen_without_colour(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_stage(desk, BriefScreen("checks")) as pilot:
        await opened(pilot)
        await at_row(pilot, "checks", "group:target")
        precise, target = terms.group_what("precise"), terms.group_what("target")
        await until(pilot, lambda: turned_over(pilot, target), "the row")
        assert not turned_over(pilot, precise)
        await pilot.press("up")
        await until(pilot, lambda: turned_over(pilot, precise), "the row above")
        assert not turned_over(pilot, target)

"""Findings while one writes: marked as the text stands, told with those of the calendar, answered on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import posts
from planner.desk.check import draft_judge
from planner.model.card import KeptFinding
from planner.store import kept
from planner.tui.screens import editor_findings
from planner.tui.screens.editor import EditorScreen
from planner.tui.widgets.choice_row import ChoiceRow
from planner.tui.widgets.findings import FindingsList
from planner.tui.widgets.marked_line import MarkedLine
from planner.tui.widgets.marked_text import MarkedText
from planner.words import findings
from tests.tui.border import TITLE, at_the_border
from tests.tui.stage import calendar_at, on_stage, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.check import DraftJudge
    from planner.desk.desk import Desk

NURSES = "Community nurses: your round tomorrow starts tonight. Put the files in the order of the streets."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return calendar_at(tmp_path / "a.planner")


def editor_of(pilot: Pilot[None]) -> EditorScreen:
    screen = stage_of(pilot).shown
    assert isinstance(screen, EditorScreen)
    return screen


def text_of(pilot: Pilot[None]) -> MarkedText:
    return editor_of(pilot).query_one(MarkedText)


def checks_of(pilot: Pilot[None]) -> list[str]:
    return [found.check for found in editor_of(pilot).query_one(FindingsList).found]


async def opened(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: editor_of(pilot).ready and editor_of(pilot).judge, "the post")
    await pilot.app.workers.wait_for_complete()


async def pointed_at(pilot: Pilot[None], check: str) -> None:
    """Put the cursor on a finding of the list, once it is there."""
    await until(pilot, lambda: check in checks_of(pilot), check)
    listed = editor_of(pilot).query_one(FindingsList)
    listed.focus()
    listed.point_at(str(checks_of(pilot).index(check)))
    await pilot.pause()


def underlined(widget: MarkedText | MarkedLine) -> str:
    """The words of a widget that are drawn underlined."""
    rows = [widget.render_line(row) for row in range(widget.size.height)]
    return "".join(part.text for row in rows for part in row if part.style and part.style.underline)


async def test_a_generic_sentence_is_marked_in_600_words_and_unmarked_once_precise(desk: Desk) -> None:
    border = at_the_border(draft_judge(desk, 1))
    posts.write(desk, 1, title=TITLE, body=border.text, network_id=2)
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        text, start = text_of(pilot), len(border.text)
        assert text.marks == []
        text.move_cursor(text.document.end)
        await pilot.press(*border.generic)
        await until(pilot, lambda: any(mark.start == start for mark in text.marks), "the mark")
        assert border.generic.split()[0] in underlined(text)
        text.replace(border.precise, text._location(start), text.document.end)
        await until(pilot, lambda: not text.marks and "generic" not in checks_of(pilot), "the mark's end")
        assert underlined(text) == ""


async def test_an_answer_for_an_older_text_is_not_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        judge = editor_findings.judged

        def typed_meanwhile(context: DraftJudge, fields: dict[str, Any], others: Sequence[KeptFinding]) -> Any:
            found = judge(context, fields, others)
            if fields["body"] == "old":
                late.append(found)
                pilot.app.call_from_thread(text_of(pilot).replace_all, "new")
            return found._replace(found=[KeptFinding(fields["body"], "warning", "message", {}, [], 1, "", "")])

        late: list[Any] = []
        monkeypatch.setattr(editor_findings, "judged", typed_meanwhile)
        told: list[list[str]] = []
        listed = editor_of(pilot).query_one(FindingsList)
        tell = listed.tell

        def noted(found: Sequence[KeptFinding], *others: Any, **more: Any) -> None:
            told.append([one.check for one in found])
            tell(found, *others, **more)

        monkeypatch.setattr(listed, "tell", noted)
        text_of(pilot).replace_all("old")
        await until(pilot, lambda: told, "an answer")
        assert late
        assert told == [["new"]]


async def test_what_the_calendar_finds_in_the_post_is_told_with_when_it_was_seen(desk: Desk) -> None:
    kept.keep(desk.database, [KeptFinding("clash", "warning", "message", {}, [("body", 0, 5)], 1, "2026-01-22", "")])
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "clash" in checks_of(pilot), "the clash")
        assert "as last saved" in shown(pilot)
        assert any((mark.start, mark.end) == (0, 5) for mark in text_of(pilot).marks)
        await pilot.press("A")
        await until(pilot, lambda: not any(mark.start == 0 for mark in text_of(pilot).marks), "the mark's end")
        assert "clash" in checks_of(pilot)
        kept.keep(desk.database, [])
        editor_of(pilot).reload()
        await until(pilot, lambda: "clash" not in checks_of(pilot), "the clash's end")


async def test_words_found_in_the_title_are_underlined_there(desk: Desk) -> None:
    posts.write(desk, 1, title="Community nurses, your 5 %", body=NURSES)
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        title = editor_of(pilot).query_one("#title", MarkedLine)
        await until(pilot, lambda: "ommunity nurses" in underlined(title), "the mark")
        await pointed_at(pilot, "wrong-reader")
        await pilot.press("enter")
        await until(pilot, lambda: title.has_focus and title.selected_text == "Community nurses", "the words")
        title.value = f"For them: {title.value}"

        def marked() -> list[str]:
            return [title.value[mark.start : mark.end] for mark in title.marks]

        await until(pilot, lambda: marked() == ["Community nurses"], "the mark on its words")


async def test_readers_are_welcomed_and_the_finding_is_gone(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        text_of(pilot).replace_all(NURSES)
        await pointed_at(pilot, "wrong-reader")
        assert "y  these are my readers too" in shown(pilot)
        await pilot.press("y")
        await until(pilot, lambda: desk.calendar().brief.readers == ["nurses"], "the readers")
        await until(pilot, lambda: "wrong-reader" not in checks_of(pilot), "the finding's end")
        assert [changed.verb for changed in stage_of(pilot).told] == ["welcome-reader"]
        await until(
            pilot, lambda: any("nurses" in said and "forget" in said for said in stage_of(pilot).said()), "the sentence"
        )


async def test_a_post_that_comes_again_on_purpose_says_so(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1), (80, 24)) as pilot:
        await opened(pilot)
        row = editor_of(pilot).query_one("#repeat", ChoiceRow)
        row.focus()
        await pilot.press("enter", "ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        assert desk.post(1).repeat
        assert "comes again on purpose" in shown(pilot)


async def test_what_was_read_of_the_calendar_is_kept_while_the_editor_is_open(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        before = editor_of(pilot).judge
        assert before is not None
        await pilot.press("A", "ctrl+s")
        await until(pilot, lambda: editor_of(pilot).judge is not before, "the save")
        after = editor_of(pilot).judge
        assert after is not None
        assert after.calendar is before.calendar
        assert after.post.body.startswith("A")


async def test_a_mute_is_told_with_its_reason_beside_the_text(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        text_of(pilot).replace_all(NURSES)
        await pointed_at(pilot, "wrong-reader")
        assert "z mute" in shown(pilot)
        await pilot.press("z", *"guests", "enter")
        await until(pilot, lambda: "muted: guests" in shown(pilot), "the reason")
        assert findings.name("wrong-reader") in shown(pilot)
        await pointed_at(pilot, "wrong-reader")
        await until(pilot, lambda: "z let it speak" in shown(pilot), "what z now does")
        await pilot.press("z")
        await until(pilot, lambda: not desk.calendar().mutes, "the voice")


async def test_a_text_in_another_language_shows_that_it_is_not_judged(desk: Desk) -> None:
    spanish = "Es fundamental rodearse de las personas adecuadas para tener éxito y cada proyecto es único. "
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        editor_of(pilot).query_one("#title", MarkedLine).value = "Rodearse bien"
        text_of(pilot).replace_all(spanish * 3)
        await until(pilot, lambda: "unknown-language" in checks_of(pilot), "the suggestion")
        assert findings.name("unknown-language") in shown(pilot)
        assert not {"generic", "off-target", "worn-phrase"} & set(checks_of(pilot))
        assert text_of(pilot).marks == []

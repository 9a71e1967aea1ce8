"""The editor: what is typed is kept, what is found is marked, and nothing is lost on the way out."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import posts, undo
from planner.errors import CalendarError
from planner.model.gate import clean_line, clean_text
from planner.model.post import Post
from planner.tui.dialogs.ask_reason import AskReason
from planner.tui.dialogs.conflict import Conflict
from planner.tui.screens.editor import EditorScreen
from planner.tui.widgets.choice_row import ChoiceRow
from planner.tui.widgets.entry import LineInput
from planner.tui.widgets.findings import FindingsList
from planner.tui.widgets.marked_text import MarkedText
from planner.tui.widgets.post_fields import DEFAULTS
from planner.words import findings
from tests.tui.stage import HOSTILE, NOW, calendar_at, on_stage, paste, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.desk import Desk

EMPTY_WORDS = (
    "It is essential to surround yourself with the right people in order to succeed. Every project is "
    "unique and deserves our full attention. With trust and a real willingness to listen, anything becomes "
    "possible, and together we will go further."
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return calendar_at(tmp_path / "a.planner")


def editor_of(pilot: Pilot[None]) -> EditorScreen:
    screen = stage_of(pilot).shown
    assert isinstance(screen, EditorScreen)
    return screen


def text_of(pilot: Pilot[None]) -> MarkedText:
    return editor_of(pilot).query_one(MarkedText)


async def opened(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: editor_of(pilot).ready and editor_of(pilot).judge, "the post")


def test_a_new_post_begins_as_the_record_does() -> None:
    record = Post()
    assert {name: getattr(record, name) for name in DEFAULTS} == DEFAULTS


async def test_the_post_is_shown_with_its_fields_and_count(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "of 3,000 on LinkedIn" in shown(pilot), "the count")
        for words in (
            "Three retentions",
            "◐ draft",
            "Thu 22 Jan 9:00",
            "How do I get my 5 % back?",
            "ask for the",
        ):
            assert words in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_day_of_another_year_is_shown_with_its_year(desk: Desk, size: tuple[int, int]) -> None:
    desk.now = lambda: NOW.replace(year=2025)
    async with on_stage(desk, EditorScreen(1), size) as pilot:
        await opened(pilot)
        assert "Thu 22 Jan 2026 9:00" in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_ctrl_s_saves_what_changed_as_one_step(desk: Desk, size: tuple[int, int]) -> None:
    async with on_stage(desk, EditorScreen(1), size) as pilot:
        await opened(pilot)
        await pilot.press("A", "h", "space", "ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        assert desk.post(1).body.startswith("Ah It is essential")
        assert pilot.app.screen is stage_of(pilot).shown
        undo.undo(desk)
        assert desk.post(1).body.startswith("It is essential")


async def test_escape_saves_what_changed_and_leaves(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        await pilot.press("A", "escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert [changed.verb for changed in stage_of(pilot).told] == ["write"]
        assert desk.post(1).body.startswith("AIt")


async def test_leaving_the_program_saves_the_text_first(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        await pilot.press("A")
        await pilot.app.run_action("quit", editor_of(pilot))
        assert desk.post(1).body.startswith("AIt")
        assert pilot.app._exit


async def test_leaving_the_program_makes_the_new_post_once(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(None, day=date(2026, 1, 23))) as pilot:
        await opened(pilot)
        await pilot.press(*"Ah", "ctrl+s")
        assert editor_of(pilot).save_before_leaving()
        await pilot.app.workers.wait_for_complete()
        assert [card.title for card in desk.titled("Ah")] == ["Ah"]


async def test_a_conflict_keeps_one_in_the_program(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        posts.write(desk, 1, body="Theirs.")
        await pilot.press(*"Mine")
        await pilot.app.run_action("quit", editor_of(pilot))
        await until(pilot, lambda: isinstance(pilot.app.screen, Conflict), "the conflict")
        await until(pilot, lambda: "Theirs." in shown(pilot), "both texts")
        assert not pilot.app._exit
        assert desk.post(1).body == "Theirs."


async def test_what_cannot_be_saved_keeps_one_in_the_program(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise CalendarError("calendar-readonly", file="a.planner")

    monkeypatch.setattr(posts, "write", refused)
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        await pilot.press("A")
        await pilot.app.run_action("quit", editor_of(pilot))
        await until(pilot, lambda: any("esc again" in said for said in stage_of(pilot).said()), "the warning")
        assert not pilot.app._exit


async def test_escape_without_a_change_writes_nothing(desk: Desk) -> None:
    before = desk.revision_of("post", 1)
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert stage_of(pilot).answers == [None]
        assert desk.revision_of("post", 1) == before


async def test_saving_twice_and_leaving_at_once_is_no_conflict(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        await pilot.press("A", "ctrl+s", "B", "ctrl+s", "C", "escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert desk.post(1).body.startswith("ABCIt")


async def test_an_untouched_new_post_is_not_made(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(None, day=date(2026, 1, 23), time=time(16))) as pilot:
        await opened(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert len(desk.cards(date.min, date.max)) == 1


async def test_a_new_post_on_a_day_shows_the_hour_it_will_get(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(None, day=date(2026, 1, 23))) as pilot:
        await opened(pilot)
        assert "Fri 23 Jan 9:00" in shown(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert len(desk.cards(date.min, date.max)) == 1


async def test_a_new_post_is_planned_with_what_it_began_with(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(None, day=date(2026, 1, 23), time=time(16), network_id=2)) as pilot:
        await opened(pilot)
        await pilot.press(*"Who signs", "enter", *"The client.", "escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        made = desk.post(stage_of(pilot).answers[0].id)
        assert (made.title, made.body, made.network_id) == ("Who signs", "The client.", 2)
        assert (made.day, made.time, made.status) == (date(2026, 1, 23), time(16), "draft")


async def test_what_is_found_is_told_and_marked_without_moving_a_letter(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        text = text_of(pilot)
        text.replace_all(EMPTY_WORDS)
        await until(pilot, lambda: text.marks, "marks")
        assert text.text == EMPTY_WORDS
        assert editor_of(pilot).query_one(FindingsList).found
        rows = [text.render_line(row) for row in range(text.size.height)]
        underlined = [segment.text for strip in rows for segment in strip if segment.style and segment.style.underline]
        marked = {EMPTY_WORDS[mark.start : mark.end] for mark in text.marks}
        assert "".join(underlined).replace(" ", "")
        assert all(any(piece.strip() in words for words in marked) for piece in underlined)


async def test_f3_goes_from_mark_to_mark(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        text = text_of(pilot)
        text.replace_all(EMPTY_WORDS)
        await until(pilot, lambda: text.marks, "marks")
        await pilot.press("f3")
        first = text.marks[0]
        assert text.selected_text == EMPTY_WORDS[first.start : first.end]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_f3_stops_once_at_each_finding_and_the_list_follows(desk: Desk, size: tuple[int, int]) -> None:
    words = EMPTY_WORDS + " Limited offer! Buy now, only today!"
    async with on_stage(desk, EditorScreen(1), size) as pilot:
        await opened(pilot)
        text, listed = text_of(pilot), editor_of(pilot).query_one(FindingsList)
        text.replace_all(words)
        await until(pilot, lambda: text.marks and text.marks[-1].end > len(EMPTY_WORDS), "marks")
        stops = [mark.stop for mark in text.marks if mark.stop]
        pointing = [key for key, found in enumerate(listed.found) if any(span[0] == "body" for span in found.spans)]
        assert len(pointing) < len(text.marks)
        assert sorted(stops) == [str(key) for key in pointing]
        for stop in [*stops, stops[0]]:
            await pilot.press("f3")
            await until(pilot, lambda stop=stop: listed.chosen == stop, "the finding")  # type: ignore[misc]
            last = findings.sentence(listed.found[int(stop)]).split()[-1]
            await until(pilot, lambda last=last: last in shown(pilot), last)  # type: ignore[misc]


async def test_enter_on_a_missing_need_goes_to_the_need(desk: Desk) -> None:
    posts.write(desk, 1, need_id=None)
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        listed = editor_of(pilot).query_one(FindingsList)
        await until(pilot, lambda: any(found.check == "no-need" for found in listed.found), "the finding")
        listed.focus()
        listed.point_at(str(next(key for key, found in enumerate(listed.found) if found.check == "no-need")))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.focused and pilot.app.focused.id == "need_id", "the need")


async def test_a_finding_is_muted_with_a_reason(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        listed = editor_of(pilot).query_one(FindingsList)
        text_of(pilot).replace_all(EMPTY_WORDS)
        await until(pilot, lambda: listed.found, "findings")
        listed.focus()
        await pilot.press("z")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskReason), "the question")
        await pilot.press("enter")
        assert "A reason is needed" in shown(pilot)
        await pilot.press(*"a quotation", "enter")
        await until(pilot, lambda: any(finding.muted for finding in listed.found), "the mute")
        assert [mute.reason for mute in desk.calendar().mutes] == ["a quotation"]


async def test_the_preview_reads_markdown_as_data(desk: Desk) -> None:
    posts.write(desk, 1, body="# Title\n\n[/promo] [@click=app.quit] [#hash] **bold**\n\n" + "[" * 600)
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: "[/promo] [@click=app.quit] [#hash]" in shown(pilot), "the preview")
        text_of(pilot).replace_all("# Title\n\n[/promo] **bold**")
        await pilot.press("f2", "f2")
        await until(pilot, lambda: "[/promo] bold" in shown(pilot), "the preview")


async def test_a_text_of_two_million_characters_is_opened_and_saved(desk: Desk) -> None:
    posts.write(desk, 1, body=("Karim called on Tuesday. " * 40 + "\n") * 1_990)
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await until(pilot, lambda: editor_of(pilot).ready, "the post")
        await until(pilot, lambda: "judged when it is saved" in shown(pilot), "the notice")
        await pilot.press("A", "b", "ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        assert desk.post(1).body.startswith("AbKarim")


@pytest.mark.parametrize("nasty", HOSTILE)
async def test_what_is_pasted_is_stored_and_shown_as_data(desk: Desk, nasty: str) -> None:
    async with on_stage(desk, EditorScreen(None)) as pilot:
        await opened(pilot)
        for field in ("title", "next_step", "link"):
            editor_of(pilot).query_one(f"#{field}", LineInput).focus()
            await paste(pilot, nasty)
        text_of(pilot).focus()
        await paste(pilot, nasty)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        made = desk.post(stage_of(pilot).told[0].id)
        assert made.body == clean_text(nasty)
        assert [made.title, made.next_step, made.link] == [clean_line(nasty)] * 3
        assert not {"\x1b", "\x00", "\u202e"} & set(shown(pilot))


async def test_fields_that_are_chosen_are_saved_with_the_rest(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        for field, keys in {
            "status": ("down", "enter"),
            "purpose": ("down", "enter"),
            "network_id": ("down", "enter"),
            "need_id": ("down", "enter"),
            "day": (*"2026-01-30", "tab", *"14h30", "enter"),
        }.items():
            editor_of(pilot).query_one(f"#{field}", ChoiceRow).focus()
            await pilot.pause()
            await pilot.press("enter")
            await until(pilot, lambda: pilot.app.screen is not stage_of(pilot).shown, field)
            await pilot.press(*keys)
            await until(pilot, lambda: pilot.app.screen is stage_of(pilot).shown, field)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        post = desk.post(1)
        assert (post.status, post.purpose, post.network_id, post.need_id) == ("ready", "discuss", 2, 2)
        assert (post.day, post.time) == (date(2026, 1, 30), time(14, 30))
        assert len(stage_of(pilot).told) == 1


async def test_minutes_that_cannot_be_read_are_told_and_nothing_is_lost(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        editor_of(pilot).query_one("#prepare_minutes", LineInput).value = "much"
        await pilot.press("escape")
        await until(pilot, lambda: any("much" in said for said in stage_of(pilot).said()), "the sentence")
        assert pilot.app.screen is stage_of(pilot).shown
        editor_of(pilot).query_one("#prepare_minutes", LineInput).value = "60"
        await pilot.press("escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert desk.post(1).prepare_minutes == 60


async def test_a_post_that_is_gone_is_told(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(99)) as pilot:
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert stage_of(pilot).said()


async def test_what_cannot_be_saved_stays_until_one_leaves_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise CalendarError("calendar-readonly", file="a.planner")

    monkeypatch.setattr(posts, "write", refused)
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        await pilot.press("A", "escape")
        await until(pilot, lambda: any("esc again" in said for said in stage_of(pilot).said()), "the warning")
        assert text_of(pilot).text.startswith("AIt")
        assert stage_of(pilot).answers == []
        await pilot.press("escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")


async def test_a_post_that_went_away_meanwhile_is_saved_as_a_new_one(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(2)) as pilot:
        await opened(pilot)
        posts.empty_bin(desk, [2])
        await pilot.press("A", "ctrl+s")
        await until(pilot, lambda: stage_of(pilot).said(), "the sentence")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        made = desk.post(stage_of(pilot).told[0].id)
        assert (made.title, made.body) == ("The final account that does not come", "A")


async def test_too_long_a_paste_is_refused_whole_and_said(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(1)) as pilot:
        await opened(pilot)
        before = text_of(pilot).text
        await paste(pilot, "x" * 2_000_001)
        assert text_of(pilot).text == before
        editor_of(pilot).query_one("#title", LineInput).focus()
        await paste(pilot, "x" * 2_001)
        await until(pilot, lambda: any("2,001" in said for said in stage_of(pilot).said()), "the sentence")
        assert editor_of(pilot).query_one("#title", LineInput).value == "Three retentions in 2025"


async def test_an_empty_new_post_is_not_judged_yet(desk: Desk) -> None:
    async with on_stage(desk, EditorScreen(None, day=date(2026, 1, 23))) as pilot:
        await opened(pilot)
        listed = editor_of(pilot).query_one(FindingsList)
        await pilot.app.workers.wait_for_complete()
        assert listed.found == []
        await pilot.press(*"Hello")
        await until(pilot, lambda: listed.found, "findings")
        await pilot.press(*["backspace"] * 5)
        await until(pilot, lambda: not listed.found, "silence")

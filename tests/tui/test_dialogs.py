"""The dialogs: each gives one answer, escape gives none, and any text is data."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import brief, posts, publish
from planner.desk.send import dump_text
from planner.desk.send_notes import export_markdown
from planner.model.card import KeptFinding
from planner.model.gate import clean_line
from planner.store.outlets import outlets
from planner.tui.dialogs.ask_date import AskDate
from planner.tui.dialogs.ask_network import AskNetwork
from planner.tui.dialogs.ask_place import AskPlace
from planner.tui.dialogs.ask_reason import AskReason
from planner.tui.dialogs.ask_status import AskStatus
from planner.tui.dialogs.ask_text import AskText
from planner.tui.dialogs.confirm import Confirm
from planner.tui.dialogs.conflict import Conflict, excerpt
from planner.tui.dialogs.explain import Explain
from planner.tui.dialogs.export import ExportDialog
from planner.tui.dialogs.export_done import ExportDone
from planner.tui.dialogs.yes_or_no import YesOrNo
from planner.tui.exporting import FORMS, KEPT, remark_said
from planner.tui.widgets.choice_row import ChoiceRow
from planner.tui.widgets.entry import LineInput
from planner.tui.widgets.ticks import Tick
from planner.words import speak
from planner.words.remarks import SENTENCES
from tests.desk.publishing import ASKING, heavy
from tests.made import given_to_others
from tests.tui.stage import HOSTILE, NOW, calendar_at, on_stage, paste, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

    from planner.desk.desk import Desk

FOUND = [KeptFinding(check, "warning", "message", {}, [], 1, "", "") for check in ("generic", "no-next-step")]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    made = calendar_at(tmp_path / "a.planner")
    made.now = lambda: NOW
    return made


async def answered(pilot: Pilot[None]) -> Any:
    await until(pilot, lambda: stage_of(pilot).answers, "the answer")
    return stage_of(pilot).answers[0]


def every_dialog(desk: Desk) -> list[Screen[Any]]:
    return [
        AskDate(desk, "When", desk.card(1)),
        AskNetwork(desk),
        AskPlace(None),
        AskReason(FOUND),
        AskStatus("draft"),
        AskText("Which"),
        Confirm("Sure", "It goes.", "Do it"),
        Conflict("Post", "mine", "theirs"),
        Explain("generic"),
        ExportDialog(desk),
        YesOrNo("Sure", "It goes."),
    ]


@pytest.mark.parametrize("number", range(11))
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_escape_answers_nothing_and_the_keys_are_in_sight(desk: Desk, number: int, size: tuple[int, int]) -> None:
    async with on_stage(desk, every_dialog(desk)[number], size) as pilot:
        assert "esc" in shown(pilot)
        await pilot.press("escape")
        assert await answered(pilot) is None


async def test_a_day_is_understood_while_it_is_typed(desk: Desk) -> None:
    async with on_stage(desk, AskDate(desk, "Go to")) as pilot:
        await pilot.press(*"fri")
        await until(pilot, lambda: "Friday 23 January 2026" in shown(pilot), "the day")
        await pilot.press("enter")
        assert await answered(pilot) == (date(2026, 1, 23), None)


async def test_a_day_that_is_not_one_is_refused_in_its_place(desk: Desk) -> None:
    async with on_stage(desk, AskDate(desk, "Go to"), (80, 24)) as pilot:
        await pilot.press(*"gibberish", "enter")
        await until(pilot, lambda: "does not say a day" in shown(pilot), "the sentence")
        assert stage_of(pilot).answers == []


async def test_the_day_stays_where_only_the_hour_changes(desk: Desk) -> None:
    async with on_stage(desk, AskDate(desk, "Reschedule", desk.card(1))) as pilot:
        assert "Now: Thursday 22 January 2026" in shown(pilot)
        await pilot.press("tab", *"14h30", "enter")
        assert await answered(pilot) == (date(2026, 1, 22), time(14, 30))


async def test_a_status_a_network_a_text(desk: Desk) -> None:
    for screen, keys, answer in (
        (AskStatus("draft"), ("down", "enter"), "ready"),
        (AskNetwork(desk), ("down", "enter"), 2),
        (AskText("Which", "a"), ("end", "b", "enter"), "ab"),
        (Confirm("Sure", "It goes.", "Do it"), ("enter",), False),
        (Confirm("Sure", "It goes.", "Do it"), ("down", "enter"), True),
        (Conflict("Post", "mine", "theirs"), ("enter",), None),
        (Conflict("Post", "mine", "theirs"), ("down", "down", "enter"), "theirs"),
        (AskReason(FOUND), ("down", "enter", *"meant", "enter"), (FOUND[1], "meant")),
        (AskReason([FOUND[0]._replace(muted="meant")]), ("enter",), (FOUND[0]._replace(muted="meant"), "")),
        (YesOrNo("Sure", "It goes."), ("x", "n"), False),
        (YesOrNo("Sure", "It goes."), ("y",), True),
    ):
        async with on_stage(desk, screen) as pilot:
            await pilot.press(*keys)
            assert await answered(pilot) == answer


async def test_the_reason_given_as_an_example_fits_where_the_finding_stands(desk: Desk) -> None:
    of_week, of_calendar = FOUND[0]._replace(post=None, day="2026-01-19"), FOUND[1]._replace(post=None)
    examples = {
        screen.placeholder
        for found in (FOUND[0], of_week, of_calendar)
        async for screen in _lines(desk, AskReason([found]))
    }
    assert len(examples) == 3
    async with on_stage(desk, AskReason([of_week, of_calendar])) as pilot:
        line = pilot.app.screen.query_one(LineInput)
        before = line.placeholder
        await pilot.press("down")
        assert {before, line.placeholder} < examples
        assert before != line.placeholder


async def _lines(desk: Desk, screen: Screen[Any]) -> AsyncIterator[LineInput]:
    async with on_stage(desk, screen) as pilot:
        yield pilot.app.screen.query_one(LineInput)


def test_a_conflict_shows_where_the_two_texts_part() -> None:
    same = "word " * 500
    assert "HERE" in excerpt(same + "HERE and more", same + "there")
    assert len(excerpt("x" * 5_000, "y" * 5_000)) < 1_300


async def test_a_known_network_says_its_kind(desk: Desk) -> None:
    async with on_stage(desk, AskPlace(None)) as pilot:
        await pilot.press(*"Blog", "enter")
        fields = await answered(pilot)
        assert (fields["name"], fields["key"], fields["kind"]) == ("Blog", "blog", "owned")


async def test_the_calendar_is_exported_and_the_next_steps_are_told(desk: Desk, tmp_path: Path) -> None:
    async with on_stage(desk, ExportDialog(desk), (80, 24)) as pilot:
        assert "~/a.ics" in shown(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
        for words in ("3 events", "Google Calendar", "Outlook", "a.ics"):
            assert words in shown(pilot)
        await pilot.press("enter")
        assert await answered(pilot) == tmp_path / "a.ics"
        assert b"Three retentions" in (tmp_path / "a.ics").read_bytes()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_enter_exports_at_once_and_the_end_of_a_long_name_is_in_sight(
    desk: Desk, tmp_path: Path, size: tuple[int, int]
) -> None:
    desk.path = desk.path.with_name("owners-of-building-firms-5-to-20-people-in-the-rhone-and-around-it.planner")
    async with on_stage(desk, ExportDialog(desk), size) as pilot:
        await until(pilot, lambda: "and-around-it.ics" in shown(pilot), "the end of the name")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
        assert (tmp_path / f"{desk.path.stem}.ics").exists()


async def test_a_file_that_is_not_planners_is_replaced_only_when_told_so(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_text("mine")
    async with on_stage(desk, ExportDialog(desk)) as pilot:
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm), "the question")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is stage_of(pilot).shown, "the dialog")
        assert (tmp_path / "a.ics").read_text() == "mine"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm), "the question")
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
        assert (tmp_path / "a.ics").read_text().startswith("BEGIN:VCALENDAR")


async def test_the_export_keeps_to_its_days_its_network_and_its_form(desk: Desk, tmp_path: Path) -> None:
    brief.add_network(desk, name=HOSTILE[0], kind="rented")
    async with on_stage(desk, ExportDialog(desk)) as pilot:
        dialog = stage_of(pilot).shown
        assert isinstance(dialog, ExportDialog)
        dialog.query_one("#first", LineInput).value = "2026-02-01"
        dialog.query_one("#alarm", LineInput).value = "30"
        dialog.query_one("#network", ChoiceRow).focus()
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: HOSTILE[0] in shown(pilot), "the networks")
        await pilot.press("down", "enter")
        await until(pilot, lambda: pilot.app.screen is dialog, "the dialog")
        dialog.query_one("#tick-reply").focus()
        await pilot.pause()
        await pilot.press("enter", "right", "space")
        wish = dialog.wish()
        assert (wish.first, wish.alarm, wish.network) == (date(2026, 2, 1), 30, "LinkedIn")
        assert wish.kinds == {"publish", "prepare", "watch", "review"}
        dialog.query_one("#form", ChoiceRow).focus()
        await pilot.pause()
        await pilot.press("enter", "down", "enter")
        await until(pilot, lambda: dialog.form == "toml", "the form")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
        assert "Three retentions" in (tmp_path / "a.toml").read_text("utf-8")


@pytest.mark.parametrize(("field", "text"), [("first", "gibberish"), ("alarm", "-5"), ("alarm", "soon"), ("path", " ")])
async def test_what_cannot_be_exported_is_said(desk: Desk, tmp_path: Path, field: str, text: str) -> None:
    async with on_stage(desk, ExportDialog(desk)) as pilot:
        stage_of(pilot).shown.query_one(f"#{field}", LineInput).value = text
        await pilot.press("ctrl+s")
        wrong = stage_of(pilot).shown.query_one("#wrong")
        await until(pilot, lambda: str(wrong.render()), "the sentence")
        assert not (tmp_path / "a.ics").exists()


async def choose_form(pilot: Pilot[None], dialog: ExportDialog, form: str) -> None:
    dialog.query_one("#form", ChoiceRow).focus()
    await pilot.pause()
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is not dialog, "the forms")
    await pilot.press("home", *["down"] * list(FORMS).index(form), "enter")
    await until(pilot, lambda: dialog.form == form and pilot.app.screen is dialog, "the form")


async def test_the_files_ending_goes_with_its_form_until_a_name_is_typed(desk: Desk, tmp_path: Path) -> None:
    async with on_stage(desk, ExportDialog(desk)) as pilot:
        dialog = stage_of(pilot).shown
        assert isinstance(dialog, ExportDialog)
        path = dialog.query_one("#path", LineInput)
        for form, name in (("csv", "~/a.csv"), ("md", "~/a"), ("html", "~/a.html"), ("ics", "~/a.ics")):
            await choose_form(pilot, dialog, form)
            assert path.value == name
        path.value = str(tmp_path / "mine.ics")
        await choose_form(pilot, dialog, "csv")
        assert path.value == str(tmp_path / "mine.ics")
        await pilot.press("ctrl+s")
        wrong = dialog.query_one("#wrong")
        await until(pilot, lambda: "mine.csv, or choose another form" in str(wrong.render()), "the refusal")
        assert [file.suffix for file in tmp_path.iterdir() if file.stem == "mine"] == []
        path.value = str(tmp_path / "mine.csv")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
        assert (tmp_path / "mine.csv").exists()


async def test_the_first_and_last_day_are_shown_with_their_year_while_they_are_typed(desk: Desk) -> None:
    async with on_stage(desk, ExportDialog(desk), (80, 24)) as pilot:
        dialog = stage_of(pilot).shown
        for name in ("first", "last"):
            dialog.query_one(f"#{name}", LineInput).focus()
            await pilot.press(*"19/1")
            await until(pilot, lambda: "Tuesday 19 January 2027" in shown(pilot), "the day")
            await pilot.press(*["backspace"] * 4)
            await until(pilot, lambda: "2027" not in shown(pilot), "nothing")


async def test_posts_in_the_bin_are_told_where_they_are_left_out(desk: Desk) -> None:
    posts.delete(desk, 1)
    async with on_stage(desk, ExportDialog(desk)) as pilot:
        dialog = stage_of(pilot).shown
        assert isinstance(dialog, ExportDialog)
        await choose_form(pilot, dialog, "csv")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
        assert "1 post in the bin is left out" in shown(pilot)


async def test_an_export_can_be_split_and_its_rows_fit_the_smallest_screen(desk: Desk, tmp_path: Path) -> None:
    async with on_stage(desk, ExportDialog(desk), (80, 24)) as pilot:
        dialog = stage_of(pilot).shown
        assert all(f"✓ {word}" in shown(pilot) for word in ("publ.", "prep.", "repl.", "listening", "watch", "review"))
        dialog.query_one("#split", ChoiceRow).focus()
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: "a file for each kind" in shown(pilot), "the ways to split")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: pilot.app.screen is dialog, "the dialog")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the files")
        found = sorted(file.name for file in tmp_path.glob("a-*.ics"))
        assert found == ["a-preparation.ics", "a-publication.ics", "a-replies.ics"]
        assert "Number of files: 3" in shown(pilot)
        assert not (tmp_path / "a.ics").exists()


async def test_the_whole_calendar_goes_out_for_a_program(desk: Desk, tmp_path: Path) -> None:
    async with on_stage(desk, ExportDialog(desk), (80, 24)) as pilot:
        dialog = stage_of(pilot).shown
        dialog.query_one("#form", ChoiceRow).focus()
        await pilot.pause()
        await pilot.press("enter", "end", "enter")
        await until(pilot, lambda: pilot.app.screen is dialog, "the dialog")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
        assert (tmp_path / "a.json").read_text("utf-8") == dump_text(desk)


async def test_how_many_events_are_cancelled_is_told(desk: Desk, tmp_path: Path) -> None:
    for post in desk.calendar().posts:
        posts.delete(desk, post.id or 0)
    given_to_others(desk)
    async with on_stage(desk, ExportDialog(desk)) as pilot:
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
        assert "All of them are cancelled: they left the plan." in shown(pilot)


async def exported(pilot: Pilot[None], desk: Desk, path: str, split: str) -> str:
    dialog = ExportDialog(desk)
    pilot.app.push_screen(dialog)
    await until(pilot, lambda: dialog.is_mounted and bool(dialog.query("#split")), "the dialog")
    dialog.query_one("#path", LineInput).value = path
    dialog._take_split(split)
    dialog.action_save()
    await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
    await pilot.pause()
    return shown(pilot)


async def test_a_kept_file_tells_how_many_events_are_in_it_however_few_were_written(desk: Desk, tmp_path: Path) -> None:
    path = str(tmp_path / "kept.ics")
    async with on_stage(desk, YesOrNo("Sure", "It goes.")) as pilot:
        assert "3 events in" in await exported(pilot, desk, path, KEPT)
        posts.plan(desk, title="One more", day=date(2026, 2, 3))
        events = (tmp_path / "kept.ics").read_bytes().count(b"BEGIN:VEVENT")
        assert events == 3
        told = await exported(pilot, desk, path, KEPT)
        events = (tmp_path / "kept.ics").read_bytes().count(b"BEGIN:VEVENT")
        assert events > 3
        assert f"{events} events in" in told


async def test_what_the_dialog_does_not_ask_stays_with_a_kept_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "kept.ics"
    publish.publish_in(desk, path, {"readable": True, "year": 2026, "alarm": 5}, ASKING)
    async with on_stage(desk, YesOrNo("Sure", "It goes.")) as pilot:
        await exported(pilot, desk, str(path), KEPT)
    (outlet,) = outlets(desk.database)
    assert (outlet.options["readable"], outlet.options["year"], "alarm" in outlet.options) == (True, 2026, False)


async def test_a_folder_gets_the_calendars_file_and_a_bare_name_its_ending(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    async with on_stage(desk, YesOrNo("Sure", "It goes.")) as pilot:
        await exported(pilot, desk, str(tmp_path / "folder"), "one")
        await exported(pilot, desk, str(tmp_path / "folder"), "year")
        await exported(pilot, desk, str(tmp_path / "bare"), "one")
    assert {file.name for file in (tmp_path / "folder").iterdir()} == {"a.ics", "a-2026.ics"}
    assert (tmp_path / "bare.ics").is_file()


async def test_a_note_that_was_edited_is_replaced_only_when_told_so(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    export_markdown(desk, folder)
    note = min(folder.glob("*.md"))
    note.write_text(note.read_text("utf-8") + "By hand.\n", "utf-8")
    async with on_stage(desk, ExportDialog(desk)) as pilot:
        dialog = stage_of(pilot).shown
        assert isinstance(dialog, ExportDialog)
        await choose_form(pilot, dialog, "md")
        dialog.query_one("#path", LineInput).value = str(folder)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm), "the question")
        await pilot.pause()
        assert "--force" not in shown(pilot)
        assert "By hand." in note.read_text("utf-8")
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the notes")
    assert "By hand." not in note.read_text("utf-8")


async def test_no_kind_at_all_and_a_reminder_too_far_are_refused_in_words(desk: Desk) -> None:
    async with on_stage(desk, ExportDialog(desk)) as pilot:
        dialog = stage_of(pilot).shown
        speak("fr")
        dialog.query_one("#alarm", LineInput).value = "-5"
        await pilot.press("ctrl+s")
        wrong = dialog.query_one("#wrong")
        await until(pilot, lambda: "rappel" in str(wrong.render()), "the sentence")
        assert "0 – 40\u202f320 minutes" in str(wrong.render())
        dialog.query_one("#alarm", LineInput).value = ""
        for tick in dialog.query(Tick):
            tick.action_choose()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Il ne reste rien à écrire" in str(wrong.render()), "the sentence")


async def test_a_file_is_kept_up_to_date_from_the_dialog(desk: Desk, tmp_path: Path) -> None:
    async with on_stage(desk, ExportDialog(desk), (80, 24)) as pilot:
        dialog = pilot.app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.query_one("#path", LineInput).value = str(tmp_path / "kept.ics")
        dialog._take_split(KEPT)
        dialog.query_one("#first", LineInput).value = "2026-01-01"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "holds every day" in str(dialog.query_one("#wrong").render()), "the refusal")
        dialog.query_one("#first", LineInput).value = ""
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
    assert [outlet.place for outlet in outlets(desk.database)] == [str(tmp_path / "kept.ics")]
    assert (tmp_path / "kept.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("folder", [True, False])
async def test_a_file_that_is_too_large_says_in_the_dialog_what_to_do(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, folder: bool
) -> None:
    monkeypatch.setattr("planner.desk.publish_file.SIZE_LIMIT", 100_000)
    monkeypatch.setattr("planner.exchange.ics.write.SIZE_LIMIT", 100_000)
    heavy(desk, 2025, 2026)
    async with on_stage(desk, ExportDialog(desk), (80, 24)) as pilot:
        speak(language)
        dialog = pilot.app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.query_one("#path", LineInput).value = str(tmp_path if folder else tmp_path / "k.ics")
        dialog._take_split(KEPT)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDone), "the file")
        await pilot.pause()
        words = " ".join(shown(pilot).replace("│", "").split())
    places = sorted(outlet.place for outlet in outlets(desk.database))
    if folder:
        assert places == [str(tmp_path / f"a-{year}.ics") for year in (2025, 2026)]
        assert "a-2025.ics, a-2026.ics." in words
    else:
        assert places == [str(tmp_path / "k.ics")]
        assert "k.ics --year 20" in words
        assert "planner publish --forget" in words
    assert ("subscribe" if language == "en" else "abonnez") in words.lower()


def test_every_remark_of_an_export_has_its_sentence() -> None:
    from planner.exchange.ics.entry import Remark

    names = ("day", "time", "moved", "until", "limit", "link", "count", "bytes", "first", "last", "status", "file")
    of_places = ("year", "files", "one_year", "forget", "by_year")
    values = dict.fromkeys((*names, *of_places), 3)
    for key in SENTENCES:
        said = remark_said(Remark(key, {"title": "[/promo]", **values}))
        of_files = ("file-large", "split-by-year", "split-asked", "parts-emptied", "notes-left")
        of_a_file = key.startswith("outlet-") or key in of_files
        assert "{" not in said
        assert of_a_file or "[/promo]" in said
    assert remark_said(Remark("unknown", {})) == "unknown"


@pytest.mark.parametrize("nasty", HOSTILE)
async def test_any_text_in_a_dialog_is_data(desk: Desk, nasty: str) -> None:
    brief.write_network(desk, 1, name=nasty)
    calendar = desk.calendar()
    dialogs: list[Screen[Any]] = [
        AskText(nasty, nasty, nasty), Confirm(nasty, nasty, nasty), YesOrNo(nasty, nasty),
        Conflict(nasty, nasty, nasty + "x"),
        AskNetwork(desk, nasty), AskDate(desk, nasty), AskPlace(calendar.networks[0]), ExportDialog(desk),
        AskReason([FOUND[0]._replace(check=nasty), FOUND[1]]), Explain(nasty),
    ]  # fmt: skip
    for screen in dialogs:
        async with on_stage(desk, screen) as pilot:
            await paste(pilot, nasty)
            assert not {"\x1b", "\x00", "\u202e"} & set(shown(pilot))
            await pilot.press("escape")
            assert await answered(pilot) is None
    async with on_stage(desk, AskText("Which")) as pilot:
        await paste(pilot, nasty)
        await pilot.press("enter")
        assert clean_line(await answered(pilot)) == clean_line(nasty)

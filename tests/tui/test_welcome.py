"""The welcome: three choices, two languages, five questions that can wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner import settings
from planner.desk.desk import open_desk
from planner.model.gate import clean_line
from planner.tui.dialogs.ask_text import AskText
from planner.tui.screens.questions import QuestionsScreen
from planner.tui.screens.welcome import WelcomeScreen
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.entry import ItemsBox, LineInput
from planner.words import speak, spoken
from tests.tui.stage import HOSTILE, calendar_at, on_stage, paste, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    speak("en")
    yield
    speak("en")


async def asked(pilot: Pilot[None], number: int) -> None:
    def there() -> bool:
        screen = pilot.app.screen
        return isinstance(screen, QuestionsScreen) and f"Question {number} of 5" in shown(pilot)

    await until(pilot, there, f"question {number}")
    await until(pilot, lambda: pilot.app.focused and pilot.app.focused.has_class("answer"), "the field")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_three_choices_and_the_other_language(size: tuple[int, int]) -> None:
    async with on_stage(None, WelcomeScreen(), size) as pilot:
        for words in ("Start from my brief", "Look at a sample", "Open a file", "en français"):
            assert words in shown(pilot)


async def test_the_other_language_is_spoken_at_once_and_the_next_time() -> None:
    async with on_stage(None, WelcomeScreen()) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: "in English" in shown(pilot), "the other language")
        assert spoken() == stage_of(pilot).settings.language == settings.load().language == "fr"
        assert "Start from my brief" not in shown(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: stage_of(pilot).answers, "the answer")
        assert stage_of(pilot).answers == [("demo", "fr")]


async def test_q_leaves_and_is_named() -> None:
    async with on_stage(None, WelcomeScreen(), (80, 24)) as pilot:
        assert "esc or q leaves" in shown(pilot)
        await pilot.press("q")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert stage_of(pilot).answers == [None]


async def test_a_file_that_cannot_be_opened_is_said_by_its_whole_path(tmp_path: Path) -> None:
    async with on_stage(None, WelcomeScreen()) as pilot:
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskText), "the question")
        await paste(pilot, str(tmp_path / "gone.planner"))
        await pilot.press("enter")
        await until(pilot, lambda: stage_of(pilot).said(), "the sentence")
        assert str(tmp_path / "gone.planner") in stage_of(pilot).said()[0]
        assert stage_of(pilot).shown.query_one(Choices).chosen == "open"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskText), "the question")
        assert pilot.app.screen.query_one(LineInput).value == str(tmp_path / "gone.planner")


async def test_a_file_is_named(tmp_path: Path) -> None:
    calendar_at(tmp_path / "a.planner").close()
    async with on_stage(None, WelcomeScreen()) as pilot:
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskText), "the question")
        await paste(pilot, str(tmp_path / "a.planner"))
        await pilot.press("enter")
        await until(pilot, lambda: stage_of(pilot).answers, "the answer")
        assert stage_of(pilot).answers == [("open", tmp_path / "a.planner")]


async def test_five_answers_make_a_calendar() -> None:
    async with on_stage(None, WelcomeScreen(), (80, 24)) as pilot:
        await pilot.press("enter")
        await asked(pilot, 1)
        await paste(pilot, "Care homes in Leeds")
        await pilot.press("enter")
        await asked(pilot, 2)
        await paste(pilot, "Who pays?\nWho signs?")
        await pilot.press("enter", "enter")
        await asked(pilot, 3)
        await paste(pilot, "that they ask me")
        await pilot.press("enter", *"8 requests", "enter", *"2027-03-31", "enter")
        await asked(pilot, 4)
        await pilot.press(*"LinkedIn", "enter")
        await asked(pilot, 5)
        await pilot.press(*"2,5", "enter")
        await until(pilot, lambda: stage_of(pilot).answers, "the calendar")
        with open_desk(stage_of(pilot).answers[0]) as desk:
            calendar = desk.calendar()
            assert calendar.brief.audience == "Care homes in Leeds"
            assert [need.text for need in calendar.needs] == ["Who pays?", "Who signs?"]
            assert calendar.brief.hours_per_week == 2.5


async def test_every_question_can_wait() -> None:
    async with on_stage(None, WelcomeScreen()) as pilot:
        await pilot.press("enter")
        for number in range(1, 6):
            await asked(pilot, number)
            await pilot.press(*(["tab"] * (3 if number == 3 else 1)), "enter")
        await until(pilot, lambda: stage_of(pilot).answers, "the calendar")
        with open_desk(stage_of(pilot).answers[0]) as desk:
            assert desk.calendar().brief.audience == ""
            assert desk.calendar().needs == []


async def test_later_keeps_what_was_typed_and_can_be_read() -> None:
    async with on_stage(None, WelcomeScreen()) as pilot:
        await pilot.press("enter")
        for number in range(1, 6):
            await asked(pilot, number)
            await pilot.press("x", *(["tab"] * (3 if number == 3 else 1)), "enter")
        await until(pilot, lambda: stage_of(pilot).answers, "the calendar")
        with open_desk(stage_of(pilot).answers[0]) as desk:
            calendar = desk.calendar()
            assert (calendar.brief.audience, calendar.brief.objective, calendar.brief.hours_per_week) == ("x", "x", 4)
            assert [need.text for need in calendar.needs] == ["x"]


async def test_the_list_of_questions_goes_on_from_any_empty_line_and_is_taken_up_at_its_end() -> None:
    async with on_stage(None, WelcomeScreen()) as pilot:
        await pilot.press("enter")
        await asked(pilot, 1)
        await pilot.press("enter")
        await asked(pilot, 2)
        await paste(pilot, "Who pays?\n\nWho signs?")
        await pilot.press("up", "home", "enter")
        await asked(pilot, 3)
        await pilot.press("escape")
        await asked(pilot, 2)
        await pilot.press("!")
        box = pilot.app.screen.query_one(ItemsBox)
        assert box.text == "Who pays?\n\nWho signs?!"
        await pilot.press("escape")
        await asked(pilot, 1)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is stage_of(pilot).shown, "the welcome")
        await pilot.press("enter")
        await asked(pilot, 1)
        await pilot.press("enter")
        await asked(pilot, 2)
        assert pilot.app.screen.query_one(ItemsBox).text == "Who pays?\n\nWho signs?!"


async def test_the_day_that_is_understood_is_shown_under_it_and_several_places_are_taken() -> None:
    async with on_stage(None, WelcomeScreen(), (80, 24)) as pilot:
        await pilot.press("enter")
        for number in (1, 2):
            await asked(pilot, number)
            await pilot.press("ctrl+s")
        await asked(pilot, 3)
        await pilot.press("tab", "tab", *"2027-03-31")
        await until(pilot, lambda: "Wednesday 31 March 2027" in shown(pilot), "the day")
        await pilot.press("enter")
        await asked(pilot, 4)
        await paste(pilot, "LinkedIn\nBluesky, Instagram")
        await pilot.press("enter")
        await asked(pilot, 5)
        await pilot.press(*"4 h 30", "enter")
        await until(pilot, lambda: stage_of(pilot).answers, "the calendar")
        with open_desk(stage_of(pilot).answers[0]) as desk:
            assert desk.networks() == [(1, "LinkedIn")]
            brief = desk.calendar().brief
            assert (brief.places, brief.hours_per_week) == (["LinkedIn", "Bluesky", "Instagram"], 4.5)


async def test_escape_goes_back_and_keeps_what_was_typed() -> None:
    async with on_stage(None, WelcomeScreen()) as pilot:
        await pilot.press("enter")
        await asked(pilot, 1)
        await pilot.press(*"Care homes", "enter")
        await asked(pilot, 2)
        await pilot.press("escape")
        await asked(pilot, 1)
        assert "Care homes" in shown(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is stage_of(pilot).shown, "the welcome")


async def test_an_answer_that_cannot_be_read_is_said() -> None:
    async with on_stage(None, WelcomeScreen()) as pilot:
        await pilot.press("enter")
        for number in range(1, 5):
            await asked(pilot, number)
            await pilot.press("ctrl+s")
        await asked(pilot, 5)
        await pilot.press(*"many", "enter")
        await until(pilot, lambda: "“many”" in shown(pilot), "the sentence")
        assert stage_of(pilot).answers == []


@pytest.mark.parametrize("nasty", HOSTILE)
async def test_any_answer_is_data(nasty: str) -> None:
    async with on_stage(None, WelcomeScreen()) as pilot:
        await pilot.press("enter")
        await asked(pilot, 1)
        await paste(pilot, nasty)
        await pilot.press("ctrl+s")
        for number in range(2, 6):
            await asked(pilot, number)
            if number == 4:
                await paste(pilot, nasty)
            await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).answers, "the calendar")
        with open_desk(stage_of(pilot).answers[0]) as desk:
            assert desk.calendar().brief.audience == clean_line(nasty)
            assert desk.networks() == [(1, clean_line(nasty))]

"""Topics never treated: words are proposed for each, taken or left, and stand in its line until it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner import words
from planner.desk import brief
from planner.desk.topics import parted, proposed
from planner.tui.screens.brief import BriefScreen
from planner.tui.screens.brief_words import AskWords
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.entry import LineInput
from tests.tui.at_brief import field_of, opened, rows_of, typed_into
from tests.tui.stage import HOSTILE, calendar_at, on_stage, paste, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from planner.desk.desk import Desk

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
FORBIDDEN = {"\x1b", "\x00", "\u202e"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = calendar_at(tmp_path / "a.planner")
    brief.write_brief(made, dont=["Politics and elections", "Watercolours"])
    return made


async def asked(pilot: Pilot[None], downs: int = 0) -> AskWords:
    """The question about a topic, reached by keys from the field."""
    field_of(pilot, "dont").control.focus()
    await pilot.press("tab", "home", *["down"] * downs, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, AskWords), "the question")
    await pilot.pause()
    assert isinstance(pilot.app.screen, AskWords)
    return pilot.app.screen


async def back(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, BriefScreen), "the brief")
    await pilot.pause()


@SIZES
@pytest.mark.parametrize(
    ("language", "topic"), [("en", "Politics and elections"), ("fr", "Commenter la politique et les élections")]
)
async def test_all_the_words_are_taken_by_one_key(desk: Desk, size: tuple[int, int], language: str, topic: str) -> None:
    words.speak(language)
    brief.write_brief(desk, dont=[topic], language=language)
    expected = proposed(desk, topic)
    assert len(expected) >= 3
    async with on_stage(desk, BriefScreen("dont"), size) as pilot:
        await opened(pilot)
        await asked(pilot)
        assert all(f"✓ {word}" in shown(pilot) for word in expected)
        assert topic in shown(pilot)
        await pilot.press("ctrl+s")
        await back(pilot)
        colon = " : " if language == "fr" else ": "
        line = f"{topic}{colon}{', '.join(expected)}"
        assert field_of(pilot, "dont").typed == line
        assert ", ".join(expected) in rows_of(pilot, "topics")["0"]
        assert desk.calendar().brief.dont == [topic]
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        assert desk.calendar().brief.dont == [line]


async def test_some_are_left_and_ones_own_are_added(desk: Desk) -> None:
    first, second, *others = proposed(desk, "Politics and elections")
    async with on_stage(desk, BriefScreen("dont"), (80, 24)) as pilot:
        await opened(pilot)
        await asked(pilot)
        await pilot.press("enter", "down", "space", "down", "space", "space")
        assert f"– {first}" in shown(pilot)
        assert f"– {second}" in shown(pilot)
        assert f"✓ {others[0]}" in shown(pilot)
        await pilot.press("tab")
        await paste(pilot, f"camp\nreferendum, {others[0]}")
        await pilot.press("tab", "enter")
        await back(pilot)
        name, taken = parted(field_of(pilot, "dont").typed.splitlines()[0])
        assert name == "Politics and elections"
        assert taken == ["camp", "referendum", others[0], *others[1:]]
        assert field_of(pilot, "dont").typed.splitlines()[1] == "Watercolours"


async def test_words_are_taken_with_the_mouse(desk: Desk) -> None:
    others = proposed(desk, "Politics and elections")[1:]
    async with on_stage(desk, BriefScreen("dont")) as pilot:
        screen = await opened(pilot)
        listed = screen.query_one("#topics").query_one(Choices)
        await until(pilot, lambda: 0 < listed.region.y < 38, "the topics in sight")
        await pilot.click(listed, offset=(4, 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, AskWords), "the question")
        await pilot.pause()
        await pilot.click(pilot.app.screen.query_one("#proposed"), offset=(2, 0))
        await pilot.click(pilot.app.screen.query_one("#done"), offset=(2, 0))
        await back(pilot)
        assert parted(field_of(pilot, "dont").typed.splitlines()[0])[1] == others


@pytest.mark.parametrize(("language", "invitation"), [("en", "No words are known"), ("fr", "Aucun mot n’est connu")])
async def test_a_topic_nobody_knows_asks_for_three_words(desk: Desk, language: str, invitation: str) -> None:
    words.speak(language)
    async with on_stage(desk, BriefScreen("dont"), (80, 24)) as pilot:
        await opened(pilot)
        question = await asked(pilot, 1)
        assert invitation in shown(pilot)
        assert pilot.app.focused is question.query_one(LineInput)
        await paste(pilot, "brush, easel, pigment")
        await pilot.press("enter")
        await back(pilot)
        assert field_of(pilot, "dont").typed.splitlines()[1] == "Watercolours: brush, easel, pigment"
        question = await asked(pilot, 1)
        assert question.query_one(LineInput).value == "brush, easel, pigment"
        question.query_one(LineInput).value = ""
        await pilot.press("ctrl+s")
        await back(pilot)
        assert field_of(pilot, "dont").typed.splitlines()[1] == "Watercolours"


async def test_escape_changes_nothing_and_what_was_chosen_stands_again(desk: Desk) -> None:
    first, *_ = proposed(desk, "Politics and elections")
    async with on_stage(desk, BriefScreen("dont")) as pilot:
        screen = await opened(pilot)
        await asked(pilot)
        await pilot.press("enter", "tab")
        await paste(pilot, "camp")
        await pilot.press("escape")
        await back(pilot)
        assert screen.changed() == []
        question = await asked(pilot)
        assert question.query_one(LineInput).value == "camp"
        assert f"– {first}" in shown(pilot)


async def test_a_topic_typed_just_now_has_its_row_and_leaving_warns(desk: Desk) -> None:
    async with on_stage(desk, BriefScreen("dont")) as pilot:
        await opened(pilot)
        await typed_into(pilot, "dont", "Religion\n\n  Politics ")
        assert [parted(row.partition("  ")[0])[0] for row in rows_of(pilot, "topics").values()] == [
            "Religion",
            "Politics",
        ]
        await asked(pilot, 1)
        await pilot.press("ctrl+s")
        await back(pilot)
        assert field_of(pilot, "dont").typed.splitlines()[2].startswith("Politics: ")
        await pilot.press("escape")
        assert "not saved" in shown(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: stage_of(pilot).answers, "the way out")
        assert desk.calendar().brief.dont == ["Politics and elections", "Watercolours"]


@pytest.mark.parametrize(
    ("language", "topics", "themed", "bare"),
    [("en", ["Politics and elections", "Watercolours"], "words of its theme are known", "no words yet"),
     ("fr", ["Commenter les élections", "L’aquarelle"], "mots du thème déjà connus", "pas encore de mots")],
)  # fmt: skip
async def test_a_topic_whose_theme_is_known_is_told_so(
    desk: Desk, language: str, topics: list[str], themed: str, bare: str
) -> None:
    words.speak(language)
    brief.write_brief(desk, dont=topics, language=language)
    async with on_stage(desk, BriefScreen("dont")) as pilot:
        await opened(pilot)
        await until(pilot, lambda: themed in rows_of(pilot, "topics")["0"], "the theme")
        assert bare in rows_of(pilot, "topics")["1"]
        await typed_into(pilot, "dont", "Religion")
        await until(pilot, lambda: "Religion" in rows_of(pilot, "topics")["0"], "the other topic")
        await until(pilot, lambda: themed in rows_of(pilot, "topics")["0"], "its theme")


@pytest.mark.parametrize(("language", "said"), [("en", "Write a topic above"), ("fr", "Écrivez un sujet au-dessus")])
async def test_without_a_topic_it_says_where_to_begin(desk: Desk, language: str, said: str) -> None:
    words.speak(language)
    brief.write_brief(desk, dont=[])
    async with on_stage(desk, BriefScreen("dont")) as pilot:
        await opened(pilot)
        await until(pilot, lambda: said in shown(pilot), "the words")
        field_of(pilot, "dont").control.focus()
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, BriefScreen)


@pytest.mark.parametrize("nasty", HOSTILE)
async def test_topics_and_words_are_shown_as_they_were_typed(desk: Desk, nasty: str) -> None:
    async with on_stage(desk, BriefScreen("dont")) as pilot:
        await opened(pilot)
        await typed_into(pilot, "dont", f"Topic {nasty}")
        question = await asked(pilot)
        assert not FORBIDDEN & set(shown(pilot))
        question.query_one(LineInput).focus()
        await paste(pilot, f"one, {nasty}")
        await pilot.press("ctrl+s")
        await back(pilot)
        assert not FORBIDDEN & set(shown(pilot))
        assert field_of(pilot, "dont").typed.startswith("Topic ")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        assert "one" in parted(desk.calendar().brief.dont[0])[1]

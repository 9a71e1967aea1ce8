"""Published files behind the screen: each change reaches them, a refusal is told once, and no key waits."""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import posts, publish_file
from planner.desk.desk import open_desk
from planner.desk.undo import undo
from planner.errors import InputError
from planner.exchange.files import write_whole
from planner.model.terms import LANGUAGES
from planner.tui import publishing
from planner.tui.app import PlannerApp
from planner.tui.plain import toast
from planner.tui.screens.editor import EditorScreen
from planner.words import speak
from planner.words.errors import sentence
from planner.words.published import refusal_on_screen, remark_on_screen
from tests.desk.publishing import kept, statuses
from tests.tui.stage import calendar_at
from tests.tui.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

FRIDAY = date(2026, 1, 23)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(publishing, "PUBLISH_AFTER", 0.05)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "cloud").mkdir()
    with closing(calendar_at(tmp_path / "a.planner")) as desk:
        return kept(desk, tmp_path / "cloud" / "a.ics")


@pytest.fixture
async def pilot(file: Path, tmp_path: Path) -> AsyncIterator[Pilot[None]]:
    app = PlannerApp(tmp_path / "a.planner")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: app.desk is not None and app.screen.is_mounted, "the week")
        yield pilot


def app_of(pilot: Pilot[None]) -> PlannerApp:
    assert isinstance(pilot.app, PlannerApp)
    return pilot.app


async def planned(pilot: Pilot[None], title: str) -> None:
    """Plan a post as a person does, in the editor."""
    app = app_of(pilot)
    app.push_screen(EditorScreen(None, day=FRIDAY))
    await until(pilot, lambda: app.screen.focused is not None and app.screen.focused.id == "title", "the title")
    await pilot.press(*title, "ctrl+s", "escape")
    await until(pilot, lambda: not isinstance(app.screen, EditorScreen), "the week")


async def test_a_change_on_the_screen_reaches_the_file(pilot: Pilot[None], file: Path) -> None:
    await planned(pilot, "Neuve")
    await until(pilot, lambda: "Neuve" in statuses(file), "the file")
    app = app_of(pilot)
    assert app.desk is not None
    undo(app.desk)
    app.show_undone(None)
    await until(pilot, lambda: statuses(file)["Neuve"] == "CANCELLED", "the file")


async def test_what_was_changed_elsewhere_reaches_the_file_when_the_calendar_is_opened(
    file: Path, tmp_path: Path
) -> None:
    with open_desk(tmp_path / "a.planner") as desk:
        posts.plan(desk, title="Avant", day=FRIDAY)
    app = PlannerApp(tmp_path / "a.planner")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Avant" in statuses(file), "the file")


async def test_a_last_change_reaches_the_file_on_the_way_out(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "PUBLISH_AFTER", 3_600)
    app = PlannerApp(tmp_path / "a.planner")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.desk is not None and app.screen.is_mounted, "the week")
        await planned(pilot, "Enfin")
        assert "Enfin" not in statuses(file)
    assert statuses(file)["Enfin"] == "TENTATIVE"


def tried_again(rounds: list[Any], tried: int) -> bool:
    return len(rounds) > tried and rounds[-1][0].error is not None


async def test_a_refusal_is_told_once_and_the_next_change_catches_up(
    pilot: Pilot[None], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, told, rounds = app_of(pilot), list[str](), list[Any]()
    heard = app._published

    def toasted(node: Any, text: str, level: Any) -> None:
        told.append(text)
        toast(node, text, level)

    def counted(done: Any) -> None:
        heard(done)
        rounds.append(done)

    monkeypatch.setattr(publishing, "toast", toasted)
    monkeypatch.setattr(app, "_published", counted)
    away = file.parent.rename(file.parent.with_name("away"))
    for title in ("Une", "Deux"):
        tried = len(rounds)
        await planned(pilot, title)
        await until(pilot, partial(tried_again, rounds, tried), "a try")
    assert [text.startswith(f"There is no folder {file.parent}") for text in told] == [True]
    away.rename(file.parent)
    await planned(pilot, "Trois")
    await until(pilot, lambda: {"Une", "Deux", "Trois"} <= set(statuses(file)), "the file")
    assert len(told) == 1


async def test_no_key_and_no_save_waits_for_a_file(
    pilot: Pilot[None], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the disk takes its time, the next post is typed and saved; it reaches the file afterwards."""
    slow, begun = threading.Event(), threading.Event()

    def waiting(*given: Any, **named: Any) -> Any:
        begun.set()
        slow.wait(30)
        return write_whole(*given, **named)

    monkeypatch.setattr(publish_file, "write_whole", waiting)
    try:
        await planned(pilot, "Une")
        await until(pilot, begun.is_set, "the writing")
        await planned(pilot, "Deux")
        app = app_of(pilot)
        assert app.desk is not None
        assert {card.title for card in app.desk.cards(FRIDAY, FRIDAY)} == {"Une", "Deux"}
        assert "Une" not in statuses(file)
    finally:
        slow.set()
    await until(pilot, lambda: {"Une", "Deux"} <= set(statuses(file)), "the file")


async def test_a_new_year_s_file_is_told_on_the_screen_and_only_once(
    pilot: Pilot[None], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, told = app_of(pilot), list[str]()
    monkeypatch.setattr(publishing, "toast", lambda node, text, level: told.append(text))
    assert app.desk is not None
    kept(app.desk, file.with_name("b-2025.ics"), year=2025, by_year=True)
    await planned(pilot, "Une")
    added = file.with_name("b-2026.ics")
    await until(pilot, lambda: added.exists() and "Une" in statuses(added) and bool(told), "the year's file")
    await planned(pilot, "Deux")
    await until(pilot, lambda: "Deux" in statuses(added), "the file")
    assert [(text.startswith("2026 "), str(added) in text) for text in told] == [(True, True)]


@pytest.mark.parametrize("key", ["not-ours", "other-calendar", "outlet-network-gone"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_names_a_key_of_the_screen_and_no_option(language: str, key: str) -> None:
    speak(language)
    told = refusal_on_screen(InputError(key, file="[/x].ics"))
    assert ("--" in told, "[/x].ics" in told, "key x" in told or "touche x" in told) == (False, True, True)
    large = remark_on_screen("outlet-large", {"file": "[/x].ics", "bytes": 1_000_000})
    assert ("--" in large, "[/x].ics" in large, "key x" in large or "touche x" in large) == (False, True, True)
    assert refusal_on_screen(InputError("is-folder", file="x")) == sentence(InputError("is-folder", file="x"))


async def test_a_file_that_another_program_took_is_told_without_options(
    pilot: Pilot[None], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[str]()
    monkeypatch.setattr(publishing, "toast", lambda _node, text, _level: told.append(text))
    file.write_text("theirs")
    await planned(pilot, "Une")
    await until(pilot, lambda: bool(told), "the refusal")
    assert "asks before it replaces it" in told[0]
    assert file.read_text() == "theirs"

"""Work off the screen's thread: what it gives reaches who asked, and nobody who is gone."""

from __future__ import annotations

from threading import Event

import pytest
from textual.app import App
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from planner.tui import work
from tests.tui.waiting import until


class Asking(Screen[None]):
    """A screen with one line, which work tells."""

    def compose(self) -> list[Static]:
        return [Static("", id="told")]

    def tell(self, words: str) -> None:
        self.query_one("#told", Static).update(words)


async def test_what_work_gives_reaches_the_screen() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        screen = Asking()
        await app.push_screen(screen)
        work.read(screen, "told", lambda: "said", screen.tell)
        await until(pilot, lambda: "said" in str(screen.query_one("#told", Static).content), "the words")


async def test_what_comes_when_the_widgets_go_is_dropped() -> None:
    app: App[None] = App()
    go = Event()
    async with app.run_test() as pilot:
        screen = Asking()
        await app.push_screen(screen)
        asked = work.read(screen, "told", lambda: go.wait(5), lambda _: missing(screen))
        screen.display = False
        go.set()
        await until(pilot, lambda: asked.is_finished, "the work")
        assert asked.error is None


async def test_a_widget_that_a_standing_screen_lacks_is_a_fault() -> None:
    with pytest.raises(Exception, match="nowhere"):
        await ask_for_what_is_missing()


async def ask_for_what_is_missing() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        screen = Asking()
        await app.push_screen(screen)
        asked = work.read(screen, "told", lambda: "said", lambda _: missing(screen))
        await until(pilot, lambda: asked.is_finished, "the work")


def missing(screen: Asking) -> None:
    raise NoMatches(f"nowhere on {screen}")

"""A small app that gives a screen what the real one gives: a desk, settings, an ear for what was done."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Paste

from planner.desk import brief, posts
from planner.desk.desk import Desk, new_calendar
from planner.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

    from planner.desk.desk import Changed

NOW = datetime(2026, 1, 20, 8, 0)
HOSTILE = (
    "Offre [/promo] -20 %",
    "[@click=app.quit]",
    "[#hash] tag",
    "\x1b]52;c;aGVsbG8=\x07",
    "a\u202eb",
    "n\x00l",
    "👩‍👩‍👧‍👦",
    "[/",
    "{count}",
    "%s",
)


class Stage(App[None]):
    """Shows one screen; `answers` holds what it was dismissed with, `told` what it said was done."""

    def __init__(self, desk: Desk | None, screen: Screen[Any]) -> None:
        """Stand `screen` before `desk`."""
        super().__init__()
        self.desk = desk
        self.settings = replace(Settings(), language="en")
        self.shown = screen
        self.answers: list[Any] = []
        self.told: list[Changed] = []
        self.undone: list[Changed | None] = []
        self.redone: list[Changed | None] = []
        self.helped: list[str] = []

    def on_mount(self) -> None:
        """Show the screen."""
        self.push_screen(self.shown, self.answers.append)

    def show_changed(self, changed: Changed | None) -> None:
        """Note what was done."""
        if changed is not None and changed.revision:
            self.told.append(changed)

    def show_undone(self, changed: Changed | None) -> None:
        """Note what was turned back."""
        self.undone.append(changed)

    def show_redone(self, changed: Changed | None) -> None:
        """Note what was done again."""
        self.redone.append(changed)

    def show_help(self, screen: str) -> None:
        """Note which help was asked."""
        self.helped.append(screen)

    def said(self) -> list[str]:
        """The toasts shown."""
        return [str(notification.message) for notification in self._notifications]


@asynccontextmanager
async def on_stage(
    desk: Desk | None, screen: Screen[Any], size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """The screen on a stage of this size; toasts are shown."""
    async with Stage(desk, screen).run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


def stage_of(pilot: Pilot[None]) -> Stage:
    """The stage that a pilot flies."""
    assert isinstance(pilot.app, Stage)
    return pilot.app


def shown(pilot: Pilot[None]) -> str:
    """The whole screen as text."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste a text into what has the focus."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()


def calendar_at(path: Path) -> Desk:
    """A small calendar: a brief, two needs, two networks, a post with a text and an idea."""
    desk = new_calendar(path, "en", "Europe/Paris", "Building trade", now=lambda: NOW)
    brief.write_brief(
        desk,
        needs=["How do I get my 5 % back?", "Who signs the acceptance?"],
        audience="Owners of building firms, 5 to 20 people, Rhône",
        objective="Quote requests",
        target_figure=8,
        start_figure=0,
        due=date(2026, 3, 31),
        indicator="requests",
        unit="quote requests",
    )
    brief.add_network(desk, name="LinkedIn", key="linkedin", kind="rented")
    brief.add_network(desk, name="Letter", key="newsletter", kind="owned")
    posts.plan(
        desk,
        title="Three retentions in 2025",
        body=BODY,
        network_id=1,
        need_id=1,
        day=date(2026, 1, 22),
        time=time(9),
        next_step="ask for the letter",
        link="https://example.org/letter",
    )
    posts.plan(desk, title="The final account that does not come")
    return desk


BODY = """It is essential to surround yourself with the right people.

In March Karim sent me a final account with no signature. The client owed him 4,180 euros, and the
retention was due since September.
"""

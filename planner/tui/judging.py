"""Judging the calendar behind the screen: after a change, in a thread, and never while keys are pressed."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events

from planner.tui import work

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

    from planner.desk.desk import Desk
    from planner.model.card import KeptFinding

    Base = App[None]
else:
    Base = object

JUDGE_AFTER = 0.3
"""Seconds of quiet after a change before the whole calendar is judged again."""
QUIET = 0.25
"""Seconds without a key before judging goes on, so that no key ever waits for it."""


class Left(Exception):  # noqa: N818 (nothing went wrong)
    """The person left while the calendar was being judged."""


class Judging(Base):
    """Keeps the findings in step with the calendar of the app it is mixed into."""

    desk: Desk | None
    _judging: Timer | None = None
    _typed_at = 0.0
    left = False

    def refresh_calendar(self) -> None:
        """Show the calendar as it now is, and judge it once it is quiet."""
        self._reload_screens()
        if self._judging is not None:
            self._judging.stop()
        self._judging = self.set_timer(JUDGE_AFTER, self.judge)

    def judge(self) -> None:
        """Judge the whole calendar in a thread and show what was found."""
        self._judging = None
        desk = self.desk
        if desk is None or not self.is_running:
            return

        def judged() -> list[KeptFinding]:
            from planner.desk.check import recheck

            with suppress(Left):
                return recheck(desk, self._let_typing_ahead)
            return []

        work.read(self, "judge", judged, lambda _: self._reload_screens())

    def _let_typing_ahead(self) -> None:
        if self.left:
            raise Left
        while not self.left and time.monotonic() - self._typed_at < QUIET:
            time.sleep(QUIET / 10)

    async def on_event(self, event: events.Event) -> None:
        """Note when a key was pressed: the checks wait until it is quiet."""
        if isinstance(event, events.Key):
            self._typed_at = time.monotonic()
        await super().on_event(event)

    def _reload_screens(self) -> None:
        for screen in self.screen_stack:
            if hasattr(screen, "reload"):
                screen.reload()

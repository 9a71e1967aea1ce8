"""Leaving the program, by a key, by a signal or by an error: what was typed is saved first."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from planner.tui.plain import toast
from planner.words import say

if TYPE_CHECKING:
    from textual.app import App

    Base = App[None]
else:
    Base = object


class Leaving(Base):
    """The ways out of the app it is mixed into."""

    def heed_signals(self) -> None:
        """End as `q` does when the terminal is closed or the program is told to stop."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._end_on_signal, number)

    def _end_on_signal(self, number: int) -> None:
        try:
            self.save_what_is_typed()
        finally:
            self.exit(return_code=128 + number)

    def save_what_is_typed(self) -> None:
        """Save what stands unsaved in an editor or a brief, as far as it can be taken in."""
        for screen in self.screen_stack:
            save = getattr(screen, "save_before_leaving", None)
            if save is not None:
                save()

    async def action_quit(self) -> None:
        """Leave; a screen with unsaved words saves them first, or says why it stays."""
        for screen in reversed(self.screen_stack):
            if hasattr(screen, "save_before_leaving"):
                screen.action_quit()
                return
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave when ctrl+c is pressed."""
        toast(self, say("Press q on the calendar, or ctrl+q, to leave."))

    def _fatal_error(self) -> None:
        # Textual would print a traceback with every local, and so the user's words: `run` raises the error instead.
        self._close_messages_no_wait()

"""A question answered by one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.words import say, spoken

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

YES = {"fr": "o", "en": "y"}
NO = "n"


class YesOrNo(Dialog[bool]):
    """A question and what it means; y or o answers yes, n no, and escape leaves it open."""

    def __init__(self, question: str, meaning: str) -> None:
        """Ask `question`; `meaning` says what the answer changes."""
        super().__init__(question)
        self.meaning = meaning

    def asked(self) -> ComposeResult:
        """What the answer means."""
        yield Static(plain(self.meaning), classes="told")

    def keys(self) -> str:
        """The letters."""
        return say("y yes   n no   esc close")

    def on_key(self, event: events.Key) -> None:
        """Answer by the letter of the spoken language."""
        if event.key in (YES[spoken()], NO):
            event.stop()
            self.dismiss(event.key != NO)

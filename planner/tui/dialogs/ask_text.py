"""Ask for a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.tui.widgets.entry import BoxedLine
from planner.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Input


class AskText(Dialog[str]):
    """One line; an empty one is an answer too."""

    def __init__(self, title: str, value: str = "", told: str = "") -> None:
        """Ask under `title`, beginning with `value`; `told` is one dim line of help."""
        super().__init__(title)
        self.value = value
        self.told = told

    def asked(self) -> ComposeResult:
        """The line, and what helps."""
        yield BoxedLine(self.value)
        if self.told:
            yield Static(plain(self.told), classes="told")

    def keys(self) -> str:
        """What the keys do here."""
        return say("↵ go on   esc close")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what stands in the line."""
        self.dismiss(event.value)

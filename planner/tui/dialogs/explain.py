"""A check explained: what it looks for, why, an example, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.words import findings, say

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Explain(Dialog[None]):
    """The four texts of a check; any of enter, e and escape closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter,e", "leave", "")]

    def __init__(self, check: str) -> None:
        """Explain the check of this name."""
        super().__init__(findings.name(check))
        self.check = check

    def asked(self) -> ComposeResult:
        """The texts, those that stand."""
        parts = (
            ("", findings.what(self.check)),
            (say("Why"), findings.why(self.check)),
            (say("For instance"), findings.example(self.check)),
            (say("Instead"), findings.instead(self.check)),
        )
        for label, text in parts:
            if text and label:
                yield Static(plain(label), classes="label")
            if text:
                yield Static(plain(text))

    def keys(self) -> str:
        """What the keys do here."""
        return say("esc back")

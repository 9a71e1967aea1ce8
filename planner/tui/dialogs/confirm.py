"""Ask for a yes where undo could not help; the key that opened the question never answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.tui.widgets.choices import Choices
from planner.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import OptionList


class Confirm(Dialog[bool]):
    """A sentence and two answers, beginning at the one that changes nothing."""

    def __init__(self, title: str, sentence: str, yes: str) -> None:
        """Ask whether to do what `yes` names."""
        super().__init__(title)
        self.sentence = sentence
        self.yes = yes

    def asked(self) -> ComposeResult:
        """The sentence, cancel, and the deed."""
        yield Static(plain(self.sentence), classes="told")
        yield Static("")
        yield Choices([("cancel", plain(say("Cancel"))), ("yes", plain(self.yes))])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer yes only on the second row."""
        self.dismiss(event.option_index == 1)

"""A text that changed elsewhere while it was being written: both versions, side by side, and a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.tui.widgets.choices import Choices
from planner.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult

AROUND, SHOWN = 200, 1_200
"""Characters of each version before the place where the two begin to differ, and all that are shown."""


def excerpt(text: str, other: str) -> str:
    """A version from a little before the first difference."""
    pairs = enumerate(zip(text, other, strict=False))
    differs = next((place for place, (one, two) in pairs if one != two), min(len(text), len(other)))
    start = text.rfind("\n", max(0, differs - AROUND), differs) + 1 or max(0, differs - AROUND)
    shown = text[start : start + SHOWN]
    return ("… " if start else "") + shown + (" …" if len(text) > start + SHOWN else "")


class Conflict(Dialog[str]):
    """The answer is `mine`, `theirs`, or None to go on writing with nothing decided."""

    def __init__(self, title: str, mine: str, theirs: str) -> None:
        """Show the two versions of a post's text."""
        super().__init__(say("“{title}” was changed elsewhere", title=title))
        self.mine = mine
        self.theirs = theirs

    def asked(self) -> ComposeResult:
        """The two versions and the three answers."""
        with Horizontal(classes="sides"):
            for label, text, other in (
                (say("Yours, here"), self.mine, self.theirs),
                (say("The other, as it was saved"), self.theirs, self.mine),
            ):
                with Vertical(classes="side"):
                    yield Static(plain(label, "bold"))
                    yield Static(plain(excerpt(text, other) or say("(no text)")))
        yield Static("")
        yield Choices(
            [
                ("later", plain(say("Decide later, and go on writing"))),
                ("mine", plain(say("Keep yours; the other stays in the history, u brings it back"))),
                ("theirs", plain(say("Keep the other; ctrl+z in the text brings yours back"))),
            ]
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the choice."""
        self.dismiss((None, "mine", "theirs")[event.option_index])

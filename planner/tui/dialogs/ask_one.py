"""Ask for one of a few things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.dialogs.dialog import Dialog
from planner.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content
    from textual.widgets import OptionList


class AskOne(Dialog[str]):
    """Rows to choose from; the answer is the key of one."""

    def __init__(self, title: str, rows: Sequence[tuple[str, Content]], chosen: str = "") -> None:
        """Ask for one of the rows, (key, content) each, beginning at `chosen`."""
        super().__init__(title)
        self.rows = rows
        self.at_first = chosen

    def asked(self) -> ComposeResult:
        """The rows."""
        yield Choices(self.rows, self.at_first)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the row that was chosen."""
        self.dismiss(self.query_one(Choices).keys[event.option_index])

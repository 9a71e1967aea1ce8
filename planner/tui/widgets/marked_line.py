"""A line whose marked words are underlined as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from planner.tui.widgets.entry import LineInput
from planner.tui.widgets.marks import Mark, followed

if TYPE_CHECKING:
    from typing import Any

    from rich.text import Text


class MarkedLine(LineInput):
    """The title of the editor. Marks follow their words until they are given anew."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"marked--error", "marked--warning", "marked--suggestion"}
    DEFAULT_CSS = """
    MarkedLine > .marked--error { color: $text-error; text-style: underline; }
    MarkedLine > .marked--warning { color: $text-warning; text-style: underline; }
    MarkedLine > .marked--suggestion { text-style: underline; }
    """

    def __init__(self, value: str = "", **options: Any) -> None:
        """Begin with `value`, unmarked."""
        self.marks: list[Mark] = []
        self._marked_value = value
        super().__init__(value, highlighter=self._underlined, **options)

    def mark(self, marks: list[Mark]) -> None:
        """Underline these words instead of the earlier ones."""
        if marks == self.marks and self._marked_value == self.value:
            return
        self.marks, self._marked_value = sorted(marks), self.value
        self.refresh()

    def choose(self, start: int, end: int) -> None:
        """Select characters of the line."""
        from textual.widgets.input import Selection

        self.selection = Selection(start, end)

    def _underlined(self, line: Text) -> Text:
        if self.value != self._marked_value:
            self.marks = followed(self.marks, self._marked_value, self.value)
            self._marked_value = self.value
        for mark in self.marks:
            line.stylize(self.get_component_rich_style(f"marked--{mark.severity}", partial=True), mark.start, mark.end)
        return line

"""A text whose marked words are underlined as it is written, without a letter of it moving."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from planner.tui.widgets.entry import TextBox
from planner.tui.widgets.marks import Mark, by_line, followed

if TYPE_CHECKING:
    from rich.text import Text
    from textual.widgets import TextArea
    from textual.widgets.text_area import Edit, EditResult

    Location = tuple[int, int]


LONGEST_WRAPPED = 20_000
"""Characters of a paragraph up to which it is wrapped: Textual wraps and draws it whole at every key."""


class MarkedText(TextBox):
    """The page of the editor. Marks follow their words until they are given anew."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"marked--error", "marked--warning", "marked--suggestion"}
    DEFAULT_CSS = """
    MarkedText, MarkedText:focus { background: transparent; }
    MarkedText > .marked--error { color: $text-error; text-style: underline; }
    MarkedText > .marked--warning { color: $text-warning; text-style: underline; }
    MarkedText > .marked--suggestion { text-style: underline; }
    """

    def __init__(self, text: str = "", **options: object) -> None:
        """Begin with `text`, unmarked."""
        self.marks: list[Mark] = []
        self._placed: dict[int, list[Mark]] = {}
        self._marked_text = text
        self._stop = ""
        super().__init__(text, **options)

    def mark(self, marks: list[Mark]) -> None:
        """Underline these words instead of the earlier ones."""
        self._marked_text = self.text
        self._place(sorted(marks))

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn, its marked words underlined."""
        line = super().get_line(line_index)
        for mark in reversed(self._placed.get(line_index, [])):
            line.stylize(self.get_component_rich_style(f"marked--{mark.severity}", partial=True), mark.start, mark.end)
        return line

    def next_mark(self) -> Mark | None:
        """Choose the first words of the finding after the cursor, else of the first one; None when there are none."""
        stops = [mark for mark in self.marks if mark.stop]
        if not stops:
            return None
        chosen = [self._index(place) for place in sorted(self.selection)]
        # Two findings may point at the same words: from the one just shown, the next in the list is next.
        standing = next(
            (n for n, mark in enumerate(stops) if mark.stop == self._stop and [mark.start, mark.end] == chosen), None
        )
        if standing is None:
            there = next((mark for mark in stops if mark.start >= chosen[1]), stops[0])
        else:
            there = stops[(standing + 1) % len(stops)]
        self._stop = there.stop
        self.choose(there.start, there.end)
        return there

    def choose(self, start: int, end: int) -> None:
        """Select characters of the text and bring them into view."""
        self.move_cursor(self._location(start))
        self.move_cursor(self._location(end), select=True, center=True)

    def _index(self, location: Location) -> int:
        row, column = location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def _location(self, index: int) -> Location:
        for row, line in enumerate(self.document.lines):
            if index <= len(line):
                return row, index
            index -= len(line) + 1
        return self.document.end

    def replace_all(self, text: str) -> None:
        """Put another text in, as an edit that ctrl+z takes back."""
        start: Location = (0, 0)
        self.replace(text, start, self.document.end, maintain_selection_offset=False)
        self.move_cursor(start)

    def load_text(self, text: str) -> None:
        """Put another text in, without a way back; wrapped unless a paragraph of it is endless."""
        self._wrap_unless_endless(text.splitlines())
        super().load_text(text)

    def edit(self, edit: Edit) -> EditResult:
        """Do an edit; one that brings an endless paragraph stops the wrapping first."""
        if len(edit.text) > LONGEST_WRAPPED and self.soft_wrap:
            self._wrap_unless_endless(edit.text.splitlines())
        return super().edit(edit)

    def _wrap_unless_endless(self, lines: list[str]) -> None:
        wrapped = all(len(line) <= LONGEST_WRAPPED for line in lines)
        if wrapped != self.soft_wrap:
            self.soft_wrap = wrapped

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Let the marks follow their words."""
        self._wrap_unless_endless(self.document.lines)
        if event.text_area is self and self.marks:
            text = self.text
            self._place(followed(self.marks, self._marked_text, text))
            self._marked_text = text

    def _place(self, marks: list[Mark]) -> None:
        if marks == self.marks and not marks:
            return
        self.marks = marks
        self._placed = by_line(marks, self.document.lines)
        self.notify_style_update()
        self.refresh()

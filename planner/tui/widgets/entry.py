"""Where a person types, a line or a text: what is pasted passes the gate, and what is shown is data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, TextArea

from planner.errors import InputError
from planner.model.gate import BIDI, CONTROLS, clean_text
from planner.model.terms import LINE_LIMIT
from planner.tui.plain import toast
from planner.words import errors

if TYPE_CHECKING:
    from textual import events

SIGN = "\ufffd"
"""Stands for a character that would command the terminal or turn the line's direction; the text keeps it."""


def guarded(strip: Strip) -> Strip:
    """A line of a widget without anything that a terminal obeys."""
    if not (BIDI.search(strip.text) or CONTROLS.search(strip.text)):
        return strip
    kept = [
        segment if segment.control else Segment(CONTROLS.sub(SIGN, BIDI.sub(SIGN, segment.text)), segment.style)
        for segment in strip
    ]
    return Strip(kept).adjust_cell_length(strip.cell_length)


class LineInput(Input):
    """One line, without a frame; a text of several lines that is pasted becomes one line, whole.

    `joint` stands where a line ended: a comma where the line takes several names.
    """

    joint = " "

    DEFAULT_CSS = """
    LineInput, LineInput:focus { border: none; height: 1; padding: 0; background: transparent; }
    LineInput:focus { background: $boost; }
    LineInput.boxed, LineInput.boxed:focus { padding: 0 1; background: $boost; border-left: blank $boost; }
    LineInput.boxed:focus { border-left: outer $accent; }
    """

    def __init__(self, value: str = "", **options: Any) -> None:
        """Begin with `value`; the options are Textual's."""
        options.setdefault("select_on_focus", False)
        super().__init__(value, **options)
        self.cursor_blink = False

    def render_line(self, y: int) -> Strip:
        """One line of the widget, guarded."""
        return guarded(super().render_line(y))

    def show_end(self) -> None:
        """Bring the end of a long line into view, the cursor with it."""
        self.cursor_position = 0
        self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        try:
            text = self.joint.join(part for part in clean_text(event.text).splitlines() if part).replace("\t", " ")
            if len(text) > LINE_LIMIT:
                raise InputError("text-too-long", field=self.id or "text", count=len(text), limit=LINE_LIMIT)
        except InputError as error:
            toast(self, errors.sentence(error), "warning")
        else:
            self.replace(text, *self.selection)


class BoxedLine(LineInput):
    """A line of a form, in a box of its own."""

    def __init__(self, value: str = "", **options: Any) -> None:
        """Begin with `value`; the options are Textual's."""
        super().__init__(value, **options)
        self.add_class("boxed")


class TextBox(TextArea):
    """A text over several lines, wrapped, without line numbers."""

    DEFAULT_CSS = """
    TextBox, TextBox:focus { border: none; padding: 0; background: transparent; scrollbar-size-vertical: 1; }
    TextBox:focus { background: $boost; }
    TextBox.boxed, TextBox.boxed:focus { padding: 0 1; background: $boost; border-left: blank $boost; }
    TextBox.boxed:focus { border-left: outer $accent; }
    """

    def __init__(self, text: str = "", **options: Any) -> None:
        """Begin with `text`; the options are Textual's."""
        options.setdefault("tab_behavior", "focus")
        super().__init__(text, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False, **options)
        self.cursor_blink = False
        self.match_cursor_bracket = False

    def render_line(self, y: int) -> Strip:
        """One line of the widget, guarded."""
        return guarded(super().render_line(y))

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if self.read_only:
            return
        try:
            text = clean_text(event.text)
        except InputError as error:
            toast(self, errors.sentence(error), "warning")
        else:
            result = self.replace(text, *self.selection, maintain_selection_offset=False)
            self.move_cursor(result.end_location)


class ItemsBox(TextBox):
    """A list, one item a line; enter on an empty line says that the list is done."""

    class Done(Message):
        """The list is done."""

    def __init__(self, text: str = "", **options: Any) -> None:
        """Begin with `text`; the options are Textual's."""
        super().__init__(text, **options)
        self.add_class("boxed")

    async def _on_key(self, event: events.Key) -> None:
        row, _ = self.cursor_location
        if event.key == "enter" and not self.document.get_line(row).strip():
            event.prevent_default()
            event.stop()
            self.post_message(self.Done())

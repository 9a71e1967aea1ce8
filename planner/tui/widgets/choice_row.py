"""A field that is chosen rather than typed: its value on one line, a list when it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from planner.tui.plain import line, plain
from planner.words import say

if TYPE_CHECKING:
    from textual.binding import BindingType


class ChoiceRow(Static, can_focus=True):
    """A label and a value; enter, space or a click asks to choose another."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter,space", "choose", "")]
    DEFAULT_CSS = """
    ChoiceRow { height: auto; }
    ChoiceRow:focus { text-style: bold reverse; }
    """

    @dataclass
    class Opened(Message):
        """The row was asked to show its choices."""

        row: ChoiceRow

        @property
        def control(self) -> ChoiceRow:
            """The row."""
            return self.row

    def __init__(self, value: str = "", *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Show `value`."""
        super().__init__(id=id)
        self.show(value)

    def show(self, value: str) -> None:
        """Show another value."""
        self.update(Content.assemble(plain(line(value)), plain(" ▾", "dim")))

    def action_choose(self) -> None:
        """Ask to choose."""
        self.post_message(self.Opened(self))

    def on_click(self) -> None:
        """Ask to choose."""
        self.action_choose()


class YesNo(ChoiceRow):
    """A field that is yes or no; choosing turns it."""

    def __init__(self, value: bool, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin with `value`."""
        super().__init__(id=id)
        self.value = value

    def on_mount(self) -> None:
        """Show the value."""
        self._say()

    def action_choose(self) -> None:
        """Turn it."""
        self.value = not self.value
        self._say()

    def _say(self) -> None:
        self.update(plain(say("✓ yes") if self.value else say("– no")))

"""What every dialog is: a question in a small panel, one line of keys, an answer to whoever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from planner.tui.plain import plain
from planner.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

Answer = TypeVar("Answer")


def row(label: str, control: Widget) -> Horizontal:
    """A label and what is typed or chosen, on one line."""
    return Horizontal(Static(plain(label), classes="row-name"), control, classes="row")


class Dialog(ModalScreen[Answer | None]):
    """A panel with a title; `asked` gives what stands in it. Escape answers nothing."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "")]

    def __init__(self, title: str) -> None:
        """Name the panel by `title`, which is shown as data."""
        super().__init__()
        self.named = title

    def compose(self) -> ComposeResult:
        """The title, the question, the keys."""
        with Vertical(id="panel"):
            yield Static(plain(self.named, "bold"), id="named")
            with VerticalScroll(id="asked", can_focus=False):
                yield from self.asked()
            yield Static(plain(self.keys()), id="keys")

    def on_mount(self) -> None:
        """Where nothing can be chosen or typed, the arrows scroll."""
        if self.focused is None:
            scrolled = self.query_one("#asked")
            scrolled.can_focus = True
            scrolled.focus()

    def asked(self) -> ComposeResult:
        """The widgets of the question."""
        yield from ()

    def keys(self) -> str:
        """What the keys do here."""
        return say("↵ choose   esc close")

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)

"""A short list to choose from, without a frame.

The row under the cursor is turned over, light for dark: it is seen without colour, whatever it holds. Textual 8.2
takes bold from `text-style: bold reverse` of a row and leaves the reverse out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style as SegmentStyle
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from planner.tui.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content


CURSOR = "option-list--option-highlighted"
REVERSED = SegmentStyle(reverse=True)


class Choices(OptionList):
    """Rows of content, each standing for a key; a row whose key is "" is a heading and cannot be chosen."""

    DEFAULT_CSS = """
    Choices, Choices:focus {
        border: none; padding: 0; background: transparent; background-tint: transparent;
    }
    Choices > .option-list--option, Choices > .option-list--option-disabled { padding: 0; }
    Choices > .option-list--option-disabled { color: $foreground; }
    Choices > .option-list--option-highlighted {
        color: $foreground; background: transparent; text-style: none;
    }
    Choices:focus > .option-list--option-highlighted {
        color: $foreground; background: transparent; text-style: bold reverse;
    }
    """

    def __init__(
        self,
        rows: Iterable[tuple[str, Content]] = (),
        chosen: str = "",
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name)
    ) -> None:
        """Show the rows, (key, content) each, with the cursor on `chosen`."""
        self.keys: list[str] = []
        self._chosen = chosen
        self._first = list(rows)
        super().__init__(id=id, markup=False)

    def on_mount(self) -> None:
        """Show the rows given at the start."""
        self.show(self._first, self._chosen)

    def show(self, rows: Iterable[tuple[str, Content]], chosen: str | None = None) -> None:
        """Show other rows, with the cursor on `chosen`, or where it was."""
        kept = self.chosen if chosen is None else chosen
        listed = list(rows)
        self.keys = [key for key, _ in listed]
        self.clear_options()
        self.add_options([Option(unbroken(content), disabled=not key) for key, content in listed])
        first = next((place for place, key in enumerate(self.keys) if key), None)
        self.highlighted = self.keys.index(kept) if kept and kept in self.keys else first

    @property
    def chosen(self) -> str:
        """The key under the cursor, or "" of an empty list."""
        place = self.highlighted
        return self.keys[place] if place is not None and place < len(self.keys) else ""

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """The style of a row, turned over under the cursor."""
        style = super().get_visual_style(*component_classes, partial=partial)
        return style + Style(reverse=True) if CURSOR in component_classes and self.has_focus else style

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        strips = super()._get_option_render(option, style)
        return [_reversed(strip) for strip in strips] if style.reverse else strips


def _reversed(strip: Strip) -> Strip:
    turned = [Segment(part.text, (part.style or SegmentStyle.null()) + REVERSED, part.control) for part in strip]
    return Strip(turned, strip.cell_length)

"""One line of keys: at most six, clickable, with the rest behind `?`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from planner.tui.actions import footer_of

if TYPE_CHECKING:
    from collections.abc import Mapping


class KeyLine(Static):
    """The footer of a screen."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom; height: 1; padding: 0 1; color: $text-muted;
        link-style: none; link-color: $text; link-style-hover: reverse;
    }
    """

    def __init__(self, screen: str, keys: dict[str, str] | None = None) -> None:
        """Show the keys of `screen`, as they were remapped in `keys`."""
        self.listed = footer_of(screen, keys)
        self.otherwise: Mapping[str, str] = {}
        super().__init__(self._told())

    def relabel(self, labels: Mapping[str, str]) -> None:
        """Name these actions otherwise, and every other one as usual."""
        if labels != self.otherwise:
            self.otherwise = labels
            self.update(self._told(), layout=False)

    def _told(self) -> Content:
        return Content("   ").join(
            Content.from_markup(
                f"[@click=screen.{action}][b]$key[/b] $label[/]", key=key, label=self.otherwise.get(action, label)
            )
            for key, label, action in self.listed
        )

"""One line of keys: at most six, clickable, with the rest behind `?`."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from planner.tui.actions import footer_of


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
        parts = [
            Content.from_markup(f"[@click=screen.{action}][b]$key[/b] $label[/]", key=key, label=label)
            for key, label, action in footer_of(screen, keys)
        ]
        super().__init__(Content("   ").join(parts))

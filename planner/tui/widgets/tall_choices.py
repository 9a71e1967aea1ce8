"""A list as tall as its rows: what it stands in scrolls, and follows the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.geometry import Region

from planner.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from textual import events


class TallChoices(Choices):
    """Rows inside a form; the row under the cursor is kept in sight while the list has the focus."""

    DEFAULT_CSS = """
    TallChoices, TallChoices:focus { height: auto; max-height: 100000; overflow: hidden hidden; }
    """

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scroll the form, not the list."""
        if self.has_focus:
            self.call_after_refresh(self._follow, top)

    def on_focus(self, event: events.Focus) -> None:
        """Show the row under the cursor, wherever the form stood."""
        self.scroll_to_highlight()

    def _follow(self, top: bool) -> None:
        place = self.highlighted
        form = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if place is None or form is None:
            return
        self._update_lines()
        above = self.content_region.y - form.scrollable_content_region.y + form.scroll_offset.y
        row = Region(0, above + self._index_to_line.get(place, 0), 1, self._heights.get(place, 1))
        form.scroll_to_region(row, animate=False, top=top, x_axis=False, immediate=True)

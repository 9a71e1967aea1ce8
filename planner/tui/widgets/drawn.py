"""A widget drawn line by line: only the lines that changed are painted again (Textual's Line API)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from planner.tui.plain import cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual.geometry import Size

    from planner.tui.widgets.cards import Line

STYLES = ("dim", "head", "today", "chosen", "warning", "error")


class Drawn(Widget):
    """A canvas of lines; subclasses give them in `drawing`."""

    COMPONENT_CLASSES = {f"drawn--{name}" for name in STYLES}  # noqa: RUF012 (Textual's own attribute)
    DEFAULT_CSS = """
    Drawn .drawn--dim { text-style: dim; }
    Drawn .drawn--head { text-style: bold; }
    Drawn .drawn--today { color: $text-accent; text-style: bold; }
    Drawn .drawn--chosen { text-style: reverse; }
    Drawn .drawn--warning { color: $text-warning; }
    Drawn .drawn--error { color: $text-error; }
    """

    def __init__(self, name: str = "") -> None:
        """Begin with nothing drawn."""
        super().__init__(id=name or None)
        self._strips: list[Strip] = []
        self._drawn_for: Size | None = None
        self._worked_out: dict[tuple[str, ...], Style] = {}

    def drawing(self, width: int, height: int) -> list[Strip]:
        """The lines to show in so many cells."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again and paint the lines that differ; before the first layout there is nothing to paint yet."""
        before, size = self._strips, self.size
        if not self._drawn_for or self._drawn_for != size:
            self._drawn_for = None
            self.refresh()
            return
        self._strips = self._lines_for(size)
        rows = range(max(len(before), len(self._strips)))
        changed = [
            Region(0, row, size.width, 1) for row in rows if before[row : row + 1] != self._strips[row : row + 1]
        ]
        if changed:
            self.refresh(*changed)

    def notify_style_update(self) -> None:
        """Draw again in the new theme."""
        super().notify_style_update()
        self._drawn_for = None

    def render_line(self, y: int) -> Strip:
        """One line of the drawing."""
        if self._drawn_for != self.size:
            self._drawn_for = self.size
            self._strips = self._lines_for(self.size)
        if y < len(self._strips):
            return self._strips[y].extend_cell_length(self.size.width, self.rich_style)
        return Strip.blank(self.size.width, self.rich_style)

    def _lines_for(self, size: Size) -> list[Strip]:
        # A style is worked out anew at each asking: once for each drawing is enough.
        self._worked_out.clear()
        return self.drawing(*size)

    def style(self, *names: str) -> Style:
        """The widget's style with the named ones over it; within one drawing it is worked out once."""
        if names not in self._worked_out:
            self._worked_out[names] = self._style(names)
        return self._worked_out[names]

    def _style(self, names: tuple[str, ...]) -> Style:
        style = self.rich_style
        for name in names:
            if name:
                style += self.get_component_rich_style(f"drawn--{name}", partial=True)
        return style

    def segment(self, shown: Line, width: int, *more: str) -> Segment:
        """A line as a segment of exactly `width` cells."""
        return Segment(cells(shown.text, width), self.style(shown.style, *more))


def strip(segments: Iterable[Segment]) -> Strip:
    """Segments as one line of the screen."""
    return Strip(list(segments)).simplify()

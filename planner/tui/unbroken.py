"""Content whose lines never end at a no-break space, as French typography asks: `« devis »`, `combien ?`.

Textual breaks a line at every blank, the no-break ones too. While a text is laid out, each of these is stood for by
a sign of the same width that is no blank; what is painted holds the blank again.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.style import Style
    from textual.visual import RenderOptions

NO_BREAK = "\u00a0\u2007\u202f"
"""The no-break space, as wide as a figure, and the narrow one."""
STAND_INS = "\ufdd0\ufdd1\ufdd2"
"""Three of the characters that Unicode promises never to give a meaning."""
HELD = str.maketrans(NO_BREAK, STAND_INS)
FREED = str.maketrans(STAND_INS, NO_BREAK)
BLANKS, SIGNS = re.compile(f"[{NO_BREAK}]"), re.compile(f"[{STAND_INS}]")


class Unbroken(Content):
    """Content that Textual lays out by its public ways, with other places to break."""

    @cached_property
    def held(self) -> Content:
        """The same content, each no-break space stood for."""
        return Content(self.plain.translate(HELD), list(self.spans), strip_control_codes=False)

    def get_minimal_width(self, rules: RulesMap) -> int:
        """The widest piece that is not broken."""
        return self.held.get_minimal_width(rules)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The number of lines in so many cells."""
        return self.held.get_height(rules, width)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines, with their no-break spaces."""
        return [_freed(strip) for strip in self.held.render_strips(width, height, style, options)]


def unbroken(content: Content) -> Content:
    """The content with its no-break spaces kept; as it is when it has none, or holds a stand-in already."""
    if not BLANKS.search(content.plain) or SIGNS.search(content.plain):
        return content
    return Unbroken(content.plain, list(content.spans), strip_control_codes=False)


def _freed(strip: Strip) -> Strip:
    if not SIGNS.search(strip.text):
        return strip
    return Strip([Segment(part.text.translate(FREED), part.style, part.control) for part in strip], strip.cell_length)

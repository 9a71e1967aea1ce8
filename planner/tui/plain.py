"""User text on its way to the screen: always data, never markup, never an escape sequence.

Nothing else may hand a record's text to a widget (Textual reads `[...]` in strings as markup, and passes control
characters on to the terminal).
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from planner.model.gate import visible
from planner.tui.unbroken import NO_BREAK, unbroken

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode

Level = Literal["information", "warning", "error"]
ELLIPSIS = "…"
BREAKING = re.compile(rf"[^\S{NO_BREAK}]+")


def plain(text: str, style: str = "") -> Content:
    """The text as content to be shown as typed, whatever brackets or controls it holds."""
    return unbroken(Content.styled(visible(text), style) if style else Content(visible(text)))


def line(text: str) -> str:
    """The text as one visible line, for widgets that take a plain `str` without reading markup."""
    return BREAKING.sub(" ", visible(text)).strip()


def cells(text: str, width: int) -> str:
    """The text as one line of exactly `width` terminal cells, cut with … when it is longer."""
    shown = line(text)
    if width <= 0:
        return ""
    if cell_len(shown) > width:
        shown = set_cell_size(shown, width - 1).rstrip() + ELLIPSIS
    return set_cell_size(shown, width)


def wrapped(text: str, width: int, most: int) -> list[str]:
    """The text on at most `most` lines of `width` cells, the last one cut with … when there is more."""
    lines = textwrap.wrap(line(text), max(1, width)) or [""]
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = kept[-1][: max(0, width - 1)].rstrip() + ELLIPSIS
    return kept


def toast(node: DOMNode | App[object], text: str, level: Level = "information") -> None:
    """A short notice, shown as typed and gone after a few seconds; it takes the place of an earlier one."""
    node.app.clear_notifications()
    node.app.notify(visible(text), severity=level, markup=False)

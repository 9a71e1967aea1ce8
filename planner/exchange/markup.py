"""HTML that is escaped by construction: text becomes part of a page through `element` alone."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from planner.exchange.page import ADDRESS, safe_html
from planner.model.gate import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADING = re.compile(r"(</?h)([1-6])>")
LOWEST = 6


class Html(str):
    """Markup that is safe to put into a page as it stands."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """A person's words as markup: nothing in them is obeyed, controls and bidirectional controls are signs."""
    return Html(html.escape(visible(text)))


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Parts one after the other; those that are no markup are escaped."""
    separator = between if isinstance(between, Html) else escaped(between)
    return Html(separator.join(part if isinstance(part, Html) else escaped(part) for part in parts if part))


def element(name: str, *parts: str, **attributes: str) -> Html:
    """An element around its parts; an attribute without a value is left out.

    `class_` stands for `class`, which is Python's own word, and `aria_label` for `aria-label`.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value)}"' for key, value in attributes.items() if value
    )
    return Html(f"<{name}{told}>{joined(parts)}</{name}>")


def rendered(markdown_text: str, under: int) -> Html:
    """A Markdown text whose headings stand below a heading of this level, so that a page has one order of them."""

    def lowered(match: re.Match[str]) -> str:
        return f"{match[1]}{min(int(match[2]) + under, LOWEST)}>"

    return Html(HEADING.sub(lowered, safe_html(markdown_text)))


def link(address: str) -> Html:
    """An address as a link, if it is one of the web's or of mail's; else as text."""
    shown = address.strip()
    if not ADDRESS.match(shown):
        return escaped(shown)
    return element("a", shown, href=shown, rel="noopener noreferrer")

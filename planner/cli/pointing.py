"""A line of a text with a caret under the words that a finding points at."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from planner.model.gate import visible

BEFORE, WIDTH = 24, 72
"""Columns shown before the words when the line is long, and in all."""
NEAR = 400
"""Characters looked at on each side, for a line may hold a whole book."""


class Pointed(NamedTuple):
    """The line of the words, and the carets to print below it."""

    line: str
    carets: str


def pointed(text: str, start: int, end: int) -> Pointed:
    """Point at the words from `start` to `end`, on the line on which they begin."""
    opening = text.rfind("\n", 0, start) + 1
    closing = text.find("\n", start)
    line = text[opening : closing if closing >= 0 else len(text)]
    first, last = start - opening, min(end - opening, len(line))
    parts = (
        line[max(first - NEAR, 0) : first],
        line[first : min(last, first + NEAR)],
        line[last : last + NEAR],
    )
    before, words, after = (_shown(part) for part in parts)
    before = before if width(before + words + after) <= WIDTH else _tail(before)
    shown = _head(words, WIDTH - width(before))
    after = _head(after, WIDTH - width(before + shown)) if shown == words else ""
    return Pointed(before + shown + after, " " * width(before) + "^" * max(width(shown), 1))


def width(text: str) -> int:
    """Columns a text takes: two for wide characters, none for those that combine (UAX 11)."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _shown(part: str) -> str:
    return visible(part).replace("\t", " ").replace("\n", " ")


def _tail(text: str) -> str:
    if width(text) <= BEFORE:
        return text
    while width(text) >= BEFORE:
        text = text[1:]
    return "…" + text


def _head(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    kept, taken = "", 0
    for character in text:
        taken += _columns(character)
        if taken >= columns:
            break
        kept += character
    return kept + "…" if columns > 0 else ""

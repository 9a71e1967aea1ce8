"""Fixed phrases that fish for reactions, press, speak to a crowd, or ask for something.

The lists are regular expressions for text in lower case without accents. A group of them is one
signal, however many of its expressions hit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.text.lists import read_list
from planner.focus.text.phrase_search import PhraseSearch

if TYPE_CHECKING:
    from planner.focus.check import Span
    from planner.focus.text.draft import Draft
    from planner.focus.text.stems import Language

_SHOUTED_LETTERS = 4
_SHOUTED_WORDS = 2
_EXCLAMATIONS = 3


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """The first words of a draft that a group of phrases recognises."""

    group: str
    span: Span
    text: str


def phrase_hits(draft: Draft, code: str) -> tuple[PhraseHit, ...]:
    """The first hit of each group that fires, in text order.

    Args:
        draft: what is read: all of it, or for `next_step` the body (the title when there is none).
        code: `buzz`, `pushy`, `impersonal` or `next_step`.
    """
    text, offset = draft.folded, 0
    if code == "next_step" and draft.whole.field == "body":
        text, offset = draft.folded[draft.body_start :], draft.body_start
    hits: list[tuple[int, int, str]] = []
    for group, search in _groups(draft.language, code):
        if found := search.first(text):
            hits.append((found[0] + offset, found[1] + offset, group))
    return tuple(_hit(draft, *hit) for hit in sorted(hits))


def style_signs(draft: Draft) -> tuple[PhraseHit, ...]:
    """`exclamations` (three ! or more) and `capitals` (two words of four capitals or more)."""
    signs: list[PhraseHit] = []
    if draft.text.count("!") >= _EXCLAMATIONS:
        at = draft.text.index("!")
        signs.append(_hit(draft, at, at + 1, "exclamations"))
    shouted = [word for word in draft.words if len(word[2]) >= _SHOUTED_LETTERS and word[2].isupper()]
    if len(shouted) >= _SHOUTED_WORDS:
        signs.append(_hit(draft, shouted[0][0], shouted[0][1], "capitals"))
    return tuple(signs)


def _hit(draft: Draft, start: int, end: int, group: str) -> PhraseHit:
    span = draft.span(start, end)
    return PhraseHit(group, span, draft.quote(span))


@cache
def _groups(language: Language, code: str) -> tuple[tuple[str, PhraseSearch], ...]:
    lists = read_list(language, "phrases")[code]
    return tuple((group, PhraseSearch(expressions)) for group, expressions in lists.items())

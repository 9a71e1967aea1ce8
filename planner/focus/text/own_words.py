"""The author's own words, without what she quotes, and the phrases of a list that stand in them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.text.lists import read_list
from planner.focus.text.phrase_book import Group, PhraseBook

if TYPE_CHECKING:
    from planner.focus.text.draft import Draft
    from planner.focus.text.piece import Piece, Range
    from planner.focus.text.stems import Language

_LISTS = ("worn_phrases", "vanity")
_QUOTED = re.compile(r'«[^«»\n]{1,400}»|“[^“”\n]{1,400}”|"[^"\n]{1,400}"')
_GAP = re.compile(r"[^\S\n ]")


def own_words(piece: Piece) -> str:
    """A piece in lower case without accents; what is quoted in it is blotted out, and every gap is a plain space.

    It is as long as the piece, so that offsets stay true.
    """
    return piece.once(_own_words)


def _own_words(piece: Piece) -> str:
    own = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), piece.folded_readable)
    return _GAP.sub(" ", own)


def listed_phrases(draft: Draft, name: str) -> list[Range]:
    """Where the expressions of a list first hit the author's own words, in text order; none inside another.

    Args:
        draft: what is read.
        name: `worn_phrases` or `vanity`.
    """
    first: dict[Group, Range] = {}
    for at, piece in draft.pieces:
        for group, (start, end) in piece.once(_firsts).items():
            if group[0] == name:
                first.setdefault(group, (at + start, at + end))
    apart: list[Range] = []
    for start, end in sorted(first.values()):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _firsts(piece: Piece) -> dict[Group, Range]:
    return _book(piece.language).firsts(own_words(piece))


@cache
def _book(language: Language) -> PhraseBook:
    """Each expression is a group by itself, so that all that hit are found."""
    return PhraseBook(
        {
            (name, expression): [expression]
            for name in _LISTS
            for expressions in read_list(language, name).values()
            for expression in expressions
        }
    )

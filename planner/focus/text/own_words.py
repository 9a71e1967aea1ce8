"""The author's own words, without what she quotes, and the phrases of a list that stand in them.

Short quotations ("write « YES » below") are part of what she asks; from four words on, somebody else speaks.
Words that she will not hear ("no “I need to think about it”") are her own too.
"""

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
_OPEN_QUOTATION = '«“"'
_SPEECH = re.compile(r'«[^«»]{1,1000}+»|“[^“”]{1,1000}+”|"[^"\n]{1,400}+"')
_REFUSED = re.compile(r"\b(?:pas de|plus de|no)\s$", re.IGNORECASE)
_LONGEST_REFUSAL = 10
_NOT_LINE_END = re.compile(r"[^\n]")
_SPOKEN_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SHORTEST_SPEECH = 4
_GAP = re.compile(r"[^\S\n ]")


def own_words(piece: Piece) -> str:
    """A piece in lower case without accents; what is quoted in it is blotted out, and every gap is a plain space.

    It is as long as the piece, so that offsets stay true.
    """
    return piece.once(_own_words)


def _own_words(piece: Piece) -> str:
    own = piece.folded_readable
    if any(mark in own for mark in _OPEN_QUOTATION):
        own = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), own)
    return _GAP.sub(" ", own)


def own_text(draft: Draft) -> str:
    """The draft's text with what somebody else says blotted out; its quotation marks, and its offsets, stay.

    A text that is one quotation is the author's own.
    """
    return draft.once(_own_text)


def _own_text(draft: Draft) -> str:
    if not any(mark in draft.text for mark in _OPEN_QUOTATION):
        return draft.text
    own = _SPEECH.sub(_silenced, draft.text)
    judged = own[draft.body_start if draft.whole.field == "body" else 0 :]
    return own if _SPOKEN_WORD.search(judged) else draft.text


def _silenced(said: re.Match[str]) -> str:
    words = said.group()
    before = said.string[max(0, said.start() - _LONGEST_REFUSAL) : said.start()]
    if len(_SPOKEN_WORD.findall(words)) < _SHORTEST_SPEECH or _REFUSED.search(before):
        return words
    return f"{words[0]}{_NOT_LINE_END.sub(' ', words[1:-1])}{words[-1]}"


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
    return _book(piece.language).firsts(own_words(piece), piece.words)


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

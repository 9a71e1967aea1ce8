"""A draft in the language it is written in: the calendar's, unless the text is clearly in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.text.draft import Draft, Memory
from planner.focus.text.language import READ, Hits, hits, leading
from planner.focus.text.tongues import SmallWords, neither_french_nor_english, small_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.text.piece import Piece
    from planner.focus.text.stems import Language


def written(title: str, body: str, usual: Language, memory: Memory | None = None) -> Draft:
    """The two fields as a draft, in `usual` unless its own prose is clearly in the other language.

    Code, links and what others say do not count. A text in both languages is read in the one of most words,
    or in `usual` when neither leads.
    """
    draft = Draft(title, body, usual, memory)
    found = [piece.once(_hits) for piece in _beginning(draft)]
    language = leading(Hits(*map(sum, zip(*found, strict=True)))) if found else None
    return draft if language in (None, usual) else Draft(title, body, language or usual, memory)


def is_foreign(draft: Draft) -> bool:
    """Whether the draft's own prose, of twelve words or more, is neither French nor English."""
    return draft.once(_is_foreign)


def _is_foreign(draft: Draft) -> bool:
    return neither_french_nor_english([piece.once(_small_words) for piece in _beginning(draft)])


def _beginning(draft: Draft) -> Iterator[Piece]:
    """The pieces that begin within the first 2,000 characters."""
    return (piece for at, piece in draft.pieces if at < READ)


def _hits(piece: Piece) -> Hits:
    return hits(piece.readable[:READ])


def _small_words(piece: Piece) -> SmallWords:
    return small_words(piece.readable[:READ], piece.folded_readable[:READ])

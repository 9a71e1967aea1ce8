"""Fixed phrases that fish for reactions, press, speak to a crowd, or ask for something.

The lists are regular expressions for text in lower case without accents. A group of them is one
signal, however many of its expressions hit. What the author quotes of others is not read, but for the next step.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.text.families import stem_weights
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list
from planner.focus.text.own_words import own_text
from planner.focus.text.phrase_book import Group, PhraseBook
from planner.focus.text.stems import subject_stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.focus.check import Span
    from planner.focus.text.draft import Draft
    from planner.focus.text.piece import Piece, Range, Token
    from planner.focus.text.stems import Language

_SHOUTED_LETTERS = 4
_SHOUTED_WORDS = 2
_EXCLAMATIONS = 3
_NEXT_STEP = "next_step"


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
    body_only = code == _NEXT_STEP and draft.whole.field == "body"
    hits: dict[str, Range] = {}
    for at, title, found in draft.once(_hit_pieces):
        for (listed, group), (start, end) in found.items():
            if listed == code and not (title and body_only):
                hits.setdefault(group, (at + start, at + end))
    book, offset = _book(draft.language), draft.body_start if body_only else 0
    if book.speaks_of_the_end(code):
        text = draft.folded if code == _NEXT_STEP else fold(own_text(draft))
        for (_, group), (start, end) in book.final(code, text[offset:]).items():
            place = (start + offset, end + offset)
            hits[group] = min(hits.get(group, place), place)
    return tuple(_hit(draft, start, end, group) for group, (start, end) in sorted(hits.items(), key=_by_place))


def apart(hits: Iterable[PhraseHit]) -> tuple[PhraseHit, ...]:
    """The hits to show, in their order: of some that share words, the longest."""
    shown: list[PhraseHit] = []
    for hit in sorted(hits, key=lambda hit: hit.span.start - hit.span.end):
        if not any(hit.span.meets(other.span) for other in shown):
            shown.append(hit)
    return tuple(hit for hit in hits if hit in shown)


def style_signs(draft: Draft) -> tuple[PhraseHit, ...]:
    """`exclamations` (three ! or more) and `capitals` (two words of four capitals or more, acronyms left out)."""
    signs: list[PhraseHit] = []
    own = own_text(draft)
    if own.count("!") >= _EXCLAMATIONS:
        at = own.index("!")
        signs.append(_hit(draft, at, at + 1, "exclamations"))
    shouted = [
        (at + start, at + end)
        for at, piece in draft.pieces
        for start, end, word in piece.once(_shouted)
        if own.startswith(word, at + start)
    ]
    if len(shouted) >= _SHOUTED_WORDS:
        signs.append(_hit(draft, *shouted[0], "capitals"))
    return tuple(signs)


def _hit(draft: Draft, start: int, end: int, group: str) -> PhraseHit:
    span = draft.span(start, end)
    return PhraseHit(group, span, draft.quote(span))


def _shouted(piece: Piece) -> list[Token]:
    capitals = [word for word in piece.words if len(word[2]) >= _SHOUTED_LETTERS and word[2].isupper()]
    return [word for word in capitals if _is_word(word[2], piece.language)]


def _is_word(capitals: str, language: Language) -> bool:
    """Whether capitals are a word that one shouts: of no frequent word and no list, they are an acronym."""
    return subject_stem(capitals, language) in stem_weights(language) or fold(capitals) in _shouted_words(language)


@cache
def _shouted_words(language: Language) -> frozenset[str]:
    return frozenset(fold(read_list(language, "shouted")["words"]).split())


def _by_place(hit: tuple[str, Range]) -> tuple[Range, str]:
    return hit[1], hit[0]


def _hit_pieces(draft: Draft) -> list[tuple[int, bool, dict[Group, Range]]]:
    """The pieces in which a group hits: where they begin, whether they are a title, and the hits."""
    return [(at, piece.title, found) for at, piece in draft.pieces if (found := _own_firsts(draft, at, piece))]


def _own_firsts(draft: Draft, at: int, piece: Piece) -> dict[Group, Range]:
    """The first hits in a piece; where it quotes others, only the next step is looked for in their words."""
    found = piece.once(_firsts)
    own = own_text(draft)[at : at + len(piece.text)] if found else piece.text
    if own == piece.text:
        return found
    language = piece.language
    spoken = draft.kept(("own phrases", language, own), len(own), lambda: _book(language).firsts(fold(own)))
    asked = {group: place for group, place in found.items() if group[0] == _NEXT_STEP}
    return {group: place for group, place in spoken.items() if group[0] != _NEXT_STEP} | asked


def _firsts(piece: Piece) -> dict[Group, Range]:
    """The first hits of all codes in a piece; they are looked for together."""
    # The words of a piece leave links and names out; the phrases are looked for in these as well.
    return _book(piece.language).firsts(piece.folded, piece.words if piece.readable == piece.text else None)


@cache
def _book(language: Language) -> PhraseBook:
    lists = read_list(language, "phrases")
    return PhraseBook({(code, group): found for code, groups in lists.items() for group, found in groups.items()})

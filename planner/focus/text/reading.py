"""What each sentence of a draft weighs and the particulars that anchor it.

Each piece is read once, in one pass over its tokens; the draft puts its pieces together and adds what may
reach over a line end: quotations, and the words of others that were taken out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.entries import Entry, words_of
from planner.focus.text.lexicon import lexicon
from planner.focus.text.lists import read_coefficients

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.text.draft import Draft, Range
    from planner.focus.text.piece import Piece

_CLAUSE_MARKS = frozenset(".!?:;,…\n→•✅-–—(")
_STOP_MARKS = frozenset('.!?:;…\n«"“')
_OPEN_QUOTATION = ("«", '"', "“", "‘", " '", "\n'", "\t'", "\u00a0'", "\u202f'")
_QUOTED = re.compile(
    r'«[^«»]{4,300}»|“[^“”]{4,300}”|"[^"\n]{4,300}"'
    r"|'(?<!\S.)[^'‘’\n]{12,120}'(?=[\s.,;:!?]|$)|‘[^'‘’\n]{12,120}'(?=[\s.,;:!?]|$)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST_QUOTATION = 8
_DEEPEST_ITEM = 40


@dataclass(slots=True)
class Sentence:
    """A sentence: where it stands, its words, its part of the score and how many particulars it holds."""

    start: int
    end: int
    words: int = 0
    value: float = 0.0
    anchors: int = 0


class Anchor(NamedTuple):
    """A particular one can quote: number, date, name, acronym, quotation, code or rare word."""

    kind: str
    start: int
    end: int


class ReadWord(NamedTuple):
    """A word the explanation may show or point at, what is known of it, and the sentence it stands in."""

    start: int
    end: int
    entry: Entry
    sentence: int


_Word = tuple[int, int, Entry, int]
_Particular = tuple[str, int, int]
_Opening = tuple[int, tuple[str, ...]]
"""Where a worn phrase may begin, and the beginnings of those that may."""

Hit = tuple[int, int, int, float]
"""A worn phrase: start, end, its sentence, its part of the score."""


class PieceReading(NamedTuple):
    """What one pass over a piece found, with offsets and sentences of the piece; it must not be changed."""

    sentences: list[Sentence]
    words: list[_Word]
    anchors: list[_Particular]
    hits: list[Hit]


class Reading:
    """What was found in a draft.

    Attributes:
        sentences: in order; one at least.
        word_count: how many words they have.
    """

    def __init__(self, parts: list[tuple[int, PieceReading]]) -> None:
        """Put the pieces together."""
        self._parts = parts
        self._more: list[Anchor] = []
        self.sentences = [
            Sentence(at + found.start, at + found.end, found.words, found.value, found.anchors)
            for at, part in parts
            for found in part.sentences
        ] or [Sentence(0, 0)]
        self.word_count = sum(sentence.words for sentence in self.sentences)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset, or the one after it."""
        found = bisect_right(self.sentences, offset, key=lambda sentence: sentence.end)
        return self.sentences[min(found, len(self.sentences) - 1)]

    def said_before(self, offset: int) -> Sentence:
        """The last sentence with a word that begins before an offset, else the first with a word."""
        before = bisect_left(self.sentences, offset, key=lambda sentence: sentence.start)
        nearest = (*reversed(self.sentences[:before]), *self.sentences[before:])
        return next((sentence for sentence in nearest if sentence.words), self.sentences[0])

    def anchor(self, kind: str, start: int, end: int, sentence: Sentence) -> None:
        """Add a particular of the draft as a whole."""
        self._more.append(Anchor(kind, start, end))
        sentence.anchors += 1

    @property
    def anchors(self) -> Iterator[Anchor]:
        """All particulars."""
        for at, part in self._parts:
            for kind, start, end in part.anchors:
                yield Anchor(kind, at + start, at + end)
        yield from self._more

    @property
    def words(self) -> Iterator[ReadWord]:
        """The words the explanation may show or point at."""
        first = 0
        for at, part in self._parts:
            for start, end, known, sentence in part.words:
                yield ReadWord(at + start, at + end, known, first + sentence)
            first += len(part.sentences)

    @property
    def hits(self) -> Iterator[tuple[Range, int, float]]:
        """The worn phrases, the sentence each stands in and its part of the score."""
        first = 0
        for at, part in self._parts:
            for start, end, sentence, value in part.hits:
                yield (at + start, at + end), first + sentence, value
            first += len(part.sentences)


def read(draft: Draft) -> Reading:
    """Read a draft, once; everything the generic check says comes from it."""
    return draft.once(_read)


def _read(draft: Draft) -> Reading:
    reading = Reading([(at, piece.once(read_piece)) for at, piece in draft.pieces])
    _add_quotations(draft, reading)
    for _, sentence, value in reading.hits:
        reading.sentences[sentence].value += value
    for start, end in draft.quotations:
        line = draft.text.find("\n", start, end)
        reading.anchor("quote", start, end if line < 0 else line, reading.said_before(start))
    for start, end in draft.codes:
        reading.anchor("code", start, end, reading.sentence_at(start))
    return reading


def _add_quotations(draft: Draft, reading: Reading) -> None:
    """What is quoted in the text; it may go on over several lines."""
    text = draft.readable
    if not (any(mark in text for mark in _OPEN_QUOTATION) or text.startswith("'")):
        return
    weights = read_coefficients()["weights"]
    for found in _QUOTED.finditer(text):
        sentence, quoted = reading.sentence_at(found.start()), found.group()
        if quoted[0] not in "'‘":
            words = len(_LETTERS.findall(quoted))
            sentence.value += weights["said_words"] * words + weights["said"] * (words > 2)
        if len(quoted) >= _SHORTEST_QUOTATION:
            reading.anchor("quote", found.start(), found.end(), sentence)


def read_piece(piece: Piece) -> PieceReading:
    """One pass over the words, numbers and marks of a piece, and a search for worn phrases."""
    sentences = [Sentence(start, end) for start, end in piece.sentences]
    words, anchors, openings = _read_tokens(piece, sentences)
    return PieceReading(sentences, words, anchors, _worn_phrases(piece, openings))


def _read_tokens(piece: Piece, sentences: list[Sentence]) -> tuple[list[_Word], list[_Particular], list[_Opening]]:
    """The notable words, the particulars, and where worn phrases may begin; sentences learn what they weigh."""
    known_words = words_of(piece.language)
    words: list[_Word] = []
    anchors: list[_Particular] = []
    openings: list[_Opening] = []
    shouted, index, last = _shouted(piece), 0, len(sentences) - 1
    clause = opens = True
    count, value, sentence = 0, 0.0, sentences[0]
    for start, end, token in piece.tokens:
        if start >= sentence.end and index < last:
            sentence.words, sentence.value = count, value
            index = _sentence_at(sentences, start, index)
            count, value, sentence, clause = 0, 0.0, sentences[index], True
        known = known_words[token]
        if known is None:
            if not token[0].isdigit():
                clause, opens = clause or token in _CLAUSE_MARKS, opens or token in _STOP_MARKS
                continue
            kind = "" if _merely_counts(piece, start, end) else "number"
        else:
            count += 1
            value += known.value
            kind = ""
            if known.special:
                value += known.command if clause else 0.0
                kind = known.anchor and _kind(known.anchor, unsure=opens or start < shouted)
                if known.notable:
                    words.append((start, end, known, index))
                if known.opens_phrase:
                    openings.append((start, known.opens_phrase))
            clause = known.conjunction
        opens = False
        if kind:
            sentence.anchors += 1
            anchors.append((kind, start, end))
    sentence.words, sentence.value = count, value
    return words, anchors, openings


def _sentence_at(sentences: list[Sentence], offset: int, index: int) -> int:
    """The first sentence from `index` on that ends after an offset, else the last."""
    while offset >= sentences[index].end and index < len(sentences) - 1:
        index += 1
    return index


def _kind(anchor: str, *, unsure: bool) -> str:
    """A name counts as one unless it opens a sentence or stands in a Title In Capitals."""
    if not anchor.endswith("name"):
        return anchor
    return anchor.removesuffix("name").strip() if unsure else "name"


def _merely_counts(piece: Piece, start: int, end: int) -> bool:
    """Whether a number is that of a list ("1.") or of its length ("5 tips")."""
    text = piece.readable
    if text[end : end + 1] in {".", ")"} and not text[max(0, start - 1) : start].strip():
        opens_line = not text[:start].strip() if start <= _DEEPEST_ITEM else False
        if opens_line or text[max(0, start - 2) : start - 1] in ".!?:;":
            return True
    return lexicon(piece.language).tips.match(piece.folded_readable, end) is not None


def _worn_phrases(piece: Piece, openings: list[_Opening]) -> list[Hit]:
    """The worn phrases that begin at one of the places, none over another."""
    match, text = lexicon(piece.language).phrases.match, piece.folded_readable
    weights = read_coefficients()["weights"]
    ends = [end for _, end in piece.sentences]
    hits: list[Hit] = []
    free = 0
    for opening, begun in openings:
        if opening >= free and text.startswith(begun, opening) and (found := match(text, opening)):
            start, free = found.span()
            index = min(bisect_right(ends, start), len(ends) - 1)
            value = weights.get(f"P_{found.lastgroup}", 0.0)
            hits.append((start, _word_end(piece.readable, free), index, value))
    return hits


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return end


def _shouted(piece: Piece) -> int:
    """Where a title whose words nearly all have capitals ends; such a title names nobody. 0 for others."""
    if not piece.title:
        return 0
    words = [word for _, _, word in piece.words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return len(piece.text) if len(words) > 1 and capitals >= 0.7 * len(words) else 0

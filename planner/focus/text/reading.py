"""One pass over a draft: what each sentence weighs and the particulars that anchor it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.entries import Entry, entry
from planner.focus.text.lexicon import Lexicon, lexicon
from planner.focus.text.lists import read_coefficients

if TYPE_CHECKING:
    from planner.focus.text.draft import Draft, Range

_CLAUSE_MARKS = frozenset(".!?:;,…\n→•✅-–—(")
_STOP_MARKS = frozenset('.!?:;…\n«"“')
_QUOTED = re.compile(
    r'«[^«»]{4,300}»|“[^“”]{4,300}”|"[^"\n]{4,300}"'
    r"|'(?<!\S.)[^'‘’\n]{12,120}'(?=[\s.,;:!?]|$)|‘[^'‘’\n]{12,120}'(?=[\s.,;:!?]|$)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST_QUOTATION = 8


@dataclass(slots=True)
class Sentence:
    """A sentence: where it stands, its words, its part of the score and how many particulars it holds."""

    start: int
    end: int
    words: int = 0
    value: float = 0.0
    anchors: int = 0


class Anchor(NamedTuple):
    """A particular one can quote: number, date, name, acronym, quotation or rare word."""

    kind: str
    start: int
    end: int


class ReadWord(NamedTuple):
    """A word, what is known of it, and the sentence it stands in."""

    start: int
    end: int
    entry: Entry
    sentence: int


@dataclass(slots=True)
class Reading:
    """What the pass found; a hit is a worn phrase and the sentence it stands in."""

    sentences: list[Sentence]
    words: list[ReadWord] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    hits: list[tuple[Range, int]] = field(default_factory=list)


class _Pass:
    """The state of one pass."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.readable
        self.lexicon: Lexicon = lexicon(draft.language)
        self.weights: dict[str, float] = read_coefficients()["weights"]
        self.reading = Reading([Sentence(start, end) for start, end in draft.sentences])
        self.ends = [end for _, end in draft.sentences]
        self.first_letter = len(self.text) - len(self.text.lstrip())
        self.shouted = _shouted(draft)

    def anchor(self, kind: str, start: int, end: int, sentence: Sentence) -> None:
        self.reading.anchors.append(Anchor(kind, start, end))
        sentence.anchors += 1

    def sentence_at(self, offset: int) -> int:
        return min(bisect_right(self.ends, offset), len(self.ends) - 1)

    def read_tokens(self) -> None:
        sentences, index, last = self.reading.sentences, 0, len(self.ends) - 1
        clause = opens = True
        sentence, language, words = sentences[0], self.draft.language, self.reading.words
        for start, end, token in self.draft.tokens:
            while start >= sentence.end and index < last:
                index += 1
                sentence = sentences[index]
                clause = True
            first = token[0]
            if first in _CLAUSE_MARKS or first in _STOP_MARKS:
                clause = clause or first in _CLAUSE_MARKS
                opens = opens or first in _STOP_MARKS
                continue
            if first.isdigit():
                if not self.merely_counts(start, end):
                    self.anchor("number", start, end, sentence)
            else:
                known = entry(token, language)
                sentence.words += 1
                sentence.value += known.value
                words.append(ReadWord(start, end, known, index))
                if clause and known.imperative:
                    sentence.value += self.weights[known.imperative]
                clause = known.conjunction
                if known.anchor:
                    self.anchor_word(known.anchor, start, end, sentence, opens)
            opens = False

    def anchor_word(self, kind: str, start: int, end: int, sentence: Sentence, opens: bool) -> None:
        """A name counts as one unless it opens a sentence or stands in a Title In Capitals."""
        if kind.endswith("name"):
            kind = kind.removesuffix("name").strip() if opens or start < self.shouted else "name"
        if kind:
            self.anchor(kind, start, end, sentence)

    def merely_counts(self, start: int, end: int) -> bool:
        """Whether a number is that of a list ("1.") or of its length ("5 tips")."""
        text = self.text
        if text[end : end + 1] in {".", ")"} and not text[max(0, start - 1) : start].strip():
            before = text[max(0, start - 3) : start]
            if start <= self.first_letter or "\n" in before or text[max(0, start - 2) : start - 1] in ".!?:;":
                return True
        return self.lexicon.tips.match(self.draft.folded_readable, end) is not None

    def read_quotations(self) -> None:
        for found in _QUOTED.finditer(self.text):
            sentence = self.reading.sentences[self.sentence_at(found.start())]
            if found.group()[0] not in "'‘":
                words = len(_LETTERS.findall(found.group()))
                sentence.value += self.weights["said_words"] * words + self.weights["said"] * (words > 2)
            if len(found.group()) >= _SHORTEST_QUOTATION:
                self.anchor("quote", found.start(), found.end(), sentence)

    def read_phrases(self) -> None:
        for found in self.lexicon.phrases.finditer(self.draft.folded_readable):
            start, end = found.span()
            index = self.sentence_at(start)
            self.reading.hits.append(((start, _word_end(self.text, end)), index))
            self.reading.sentences[index].value += self.weights.get(f"P_{found.lastgroup}", 0.0)


@lru_cache(maxsize=1)
def read(draft: Draft) -> Reading:
    """Read a draft once; everything the generic check says comes from it.

    The last reading is remembered: a draft is judged first and explained when there is need.
    """
    going = _Pass(draft)
    going.read_tokens()
    going.read_quotations()
    going.read_phrases()
    return going.reading


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return end


def _shouted(draft: Draft) -> int:
    """Where a title whose words nearly all have capitals ends; such a title names nobody. 0 for others."""
    words = [word for start, _, word in draft.words if start < draft.body_start and len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return draft.body_start if len(words) > 1 and capitals >= 0.7 * len(words) else 0

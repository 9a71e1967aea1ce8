"""The emptiest sentences of a draft, and in them the words to point at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.focus.text.windows import WINDOW

if TYPE_CHECKING:
    from planner.focus.check import Span
    from planner.focus.text.draft import Draft, Range
    from planner.focus.text.reading import Reading, ReadWord, Sentence

MOST_SENTENCES = 3
_MOST_WORDS = 4
_SHORTEST_SENTENCE = 4
_COUNTED_AS = 15
_LEAST_EMPTINESS = 0.15
_KEPT_BEFORE = frozenset('«"“(')


@dataclass(frozen=True, slots=True)
class EmptySentence:
    """A sentence anybody could have written, and the words and phrases to point at."""

    span: Span
    text: str
    words: tuple[Span, ...]


def empty_sentences(draft: Draft, reading: Reading) -> tuple[EmptySentence, ...]:
    """Up to three in text order; those without a particular and with words to point at come before others."""
    by_sentence: dict[int, list[ReadWord]] = {}
    for word in reading.words:
        by_sentence.setdefault(word.sentence, []).append(word)
    phrases: dict[int, list[Range]] = {}
    for place, index, _ in reading.hits:
        phrases.setdefault(index, []).append(place)
    candidates = []
    for index, sentence in enumerate(reading.sentences):
        density = sentence.value * WINDOW / max(sentence.words, _COUNTED_AS)
        if sentence.words >= _SHORTEST_SENTENCE and density > 0:
            pointed = _pointed_at(by_sentence.get(index, []), phrases.get(index, []))
            candidates.append(((sentence.anchors > 0, not pointed, -density, index), sentence, pointed))
    candidates.sort(key=lambda candidate: candidate[0])
    chosen = sorted(candidates[:MOST_SENTENCES], key=lambda candidate: candidate[1].start)
    return tuple(_shown(draft, sentence, pointed) for _, sentence, pointed in chosen)


def _pointed_at(words: list[ReadWord], phrases: list[Range]) -> list[Range]:
    """The phrases and the emptiest words outside them, four at most, in text order."""
    weighed = [(start, end, 1.0) for start, end in phrases]
    weighed += [
        (word.start, word.end, word.entry.emptiness)
        for word in words
        if word.entry.emptiness > _LEAST_EMPTINESS and not _inside(word.start, phrases)
    ]
    weighed.sort(key=lambda place: -place[2])
    return sorted((start, end) for start, end, _ in weighed[:_MOST_WORDS])


def _inside(offset: int, places: list[Range]) -> bool:
    """Whether one of the places, which are in text order, holds the offset."""
    before = bisect_right(places, offset, key=lambda place: place[0])
    return before > 0 and offset < places[before - 1][1]


def _shown(draft: Draft, sentence: Sentence, pointed: list[Range]) -> EmptySentence:
    start, end = sentence.start, sentence.end
    if start < draft.body_start:
        end = min(end, draft.title_end)
    while start < end and not draft.readable[start].isalnum() and draft.readable[start] not in _KEPT_BEFORE:
        start += 1
    while end > start and draft.text[end - 1].isspace():
        end -= 1
    span = draft.span(start, end)
    return EmptySentence(span, draft.quote(span), tuple(draft.span(*place) for place in pointed))

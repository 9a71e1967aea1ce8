"""In a long draft that is precise as a whole, the passage that anybody could have written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.draft import Draft
from planner.focus.text.genericness import SHORTEST, judge_genericness
from planner.focus.text.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.check import Span
    from planner.focus.text.genericness import Genericness
    from planner.focus.text.reading import Sentence

LONG = 200
"""Words from which a passage is judged by itself: in a shorter draft the whole says enough."""

LONGEST = 2_000
"""Words of a passage, at most: a longer one is no passage but the text, and would be read twice."""

PASSAGE_LIMIT = 3.0
"""The score that 1 % of the passages without a particular pass in good French drafts, and none in English ones."""

SENTENCE_LIMIT = 3.4
"""The same for one sentence of twelve words or more: 0.5 % in good French drafts, 0.1 % in English ones."""


class Passage(NamedTuple):
    """Sentences in a row without a particular: the emptiest one, its words, and what to ask for."""

    sentence: Span
    words: tuple[Span, ...]
    missing: tuple[str, ...]


def empty_passage(draft: Draft) -> Passage | None:
    """The emptiest passage or sentence of a long draft, or None when each says something."""
    if draft.word_count < LONG:
        return None
    judged = [(found.score, at, found) for at, found in _judged(draft) if found.empty]
    return _shown(draft, *max(judged, key=lambda passage: passage[:2])[1:]) if judged else None


def _judged(draft: Draft) -> Iterator[tuple[int, Genericness]]:
    """Each passage, and each sentence of one that has several, with where it begins; those past their limit."""
    for run in _bare(draft):
        places = [(run[0].start, run[-1].end, sum(sentence.words for sentence in run), PASSAGE_LIMIT)]
        if len(run) > 1:
            places += [(sentence.start, sentence.end, sentence.words, SENTENCE_LIMIT) for sentence in run]
        for start, end, words, limit in places:
            if SHORTEST <= words <= LONGEST:
                found = _kept(draft, draft.text[start:end])
                if found.words >= SHORTEST and found.score >= limit:
                    yield start, found


def _kept(draft: Draft, text: str) -> Genericness:
    return draft.kept(("passage", draft.language, text), len(text), lambda: _judge(text, draft))


def _judge(text: str, draft: Draft) -> Genericness:
    passage = Draft("", text, draft.language, draft.memory)
    found = judge_genericness(passage, explain=False)
    return judge_genericness(passage) if found.score >= PASSAGE_LIMIT else found


def _bare(draft: Draft) -> Iterator[list[Sentence]]:
    """The runs of sentences of the body that hold no particular."""
    run: list[Sentence] = []
    for sentence in read(draft).sentences:
        if not sentence.words or sentence.start < draft.body_start:
            continue
        if not sentence.anchors:
            run.append(sentence)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _shown(draft: Draft, at: int, found: Genericness) -> Passage:
    emptiest = max(found.empty, key=lambda sentence: len(sentence.words))
    moved = [draft.span(at + span.start, at + span.end) for span in (emptiest.span, *emptiest.words)]
    return Passage(moved[0], tuple(moved[1:]), found.missing)

"""`no-example`: a long stretch without one case, figure, name or quotation (article row 0.9).

A sentence shows something when it holds a particular one can quote (a figure, a date, a name, a quotation, a word of
the trade), or a scene: particulars of two kinds, such as who and where, or who and what with the hands. Where
`generic` already asks for particulars, or another check on the writing speaks, this one keeps silent.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened
from planner.focus.text.genericness import SUGGEST_LIMIT
from planner.focus.text.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost
    from planner.focus.text.draft import Draft
    from planner.focus.text.reading import Reading

LONGEST = 120
"""Words a reader may be asked to follow without seeing anything."""

_KINDS_OF_A_SCENE = 2


class _Stretch(NamedTuple):
    """Words without an example, and where they stand."""

    words: int
    start: int
    end: int


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest with the longest stretch."""
    draft = judged.draft
    if draft.word_count <= LONGEST or _is_thin(judged) or judged.says_nothing:
        return
    stretch = _longest_stretch(draft)
    if stretch.words > LONGEST:
        words, span = judged.phrase(draft.span(stretch.start, stretch.end))
        yield Evidence({"count": stretch.words, "beginning": shortened(words)}, (span,))


def _is_thin(judged: JudgedPost) -> bool:
    """Whether `generic` speaks of the whole text in any calendar, at least as a suggestion."""
    return judged.score is not None and judged.score >= SUGGEST_LIMIT


def _longest_stretch(draft: Draft) -> _Stretch:
    """The longest run of sentences that show nothing; a title stands outside it."""
    reading = read(draft)
    showing = _showing(reading)
    longest = current = _Stretch(0, draft.body_start, draft.body_start)
    for number, sentence in enumerate(reading.sentences):
        if sentence.start < draft.body_start or number in showing:
            current = _Stretch(0, sentence.end, sentence.end)
            continue
        start = current.start if current.words else sentence.start
        current = _Stretch(current.words + sentence.words, start, sentence.end)
        longest = max(longest, current, key=lambda stretch: stretch.words)
    return longest


def _showing(reading: Reading) -> set[int]:
    """The sentences, by number, that hold a particular or a scene."""
    scenes: dict[int, set[str]] = {}
    for word in reading.words:
        if word.entry.kind:
            scenes.setdefault(word.sentence, set()).add(word.entry.kind)
    showing = {number for number, kinds in scenes.items() if len(kinds) >= _KINDS_OF_A_SCENE}
    places = deque(sorted((anchor.start, anchor.end) for anchor in reading.anchors))
    for number, sentence in enumerate(reading.sentences):
        while places and places[0][1] <= sentence.start:
            places.popleft()
        if places and places[0][0] < sentence.end:
            showing.add(number)
    return showing


check = Check(name="no-example", group="precise", scope="post", severity=Severity.SUGGESTION, judge=judge)

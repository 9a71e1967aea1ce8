"""`for-everyone`: the title or the opening speaks to everybody (article row 0.9)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity, Span
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list
from planner.focus.text.own_words import own_text
from planner.focus.text.stems import Language, subject_stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from planner.focus.judged import JudgedPost
    from planner.focus.text.draft import Draft

_TOLD = "told"


def crowd(draft: Draft, readers: Collection[str]) -> Span | None:
    """Where the title or the opening calls everybody; naming all of the brief's own `readers` (stems) is not that."""
    for span in _calls(draft):
        words = re.findall(r"[^\W\d_]+", draft.quote(span))
        if not any(subject_stem(word, draft.language) in readers for word in words):
            return span
    return None


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn with the words that call everybody."""
    span = crowd(judged.draft, judged.calendar.brief.readers)
    if span:
        words, place = judged.phrase(span)
        yield Evidence({"words": words}, (place,))


def _calls(draft: Draft) -> Iterator[Span]:
    calls, told = _patterns(draft.language)
    own = own_text(draft)
    for start, end in draft.opening:
        sentence = fold(own[start:end])
        asked = [found.span() for pattern in told for found in pattern.finditer(sentence)]
        for pattern in calls:
            for found in pattern.finditer(sentence):
                if not any(first < found.start() < last for first, last in asked):
                    yield draft.span(start + found.start(), start + found.end())


@cache
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """What calls everybody, and what only tells whom the author asked."""
    groups = read_list(language, "everyone")
    calls = [expression for group, expressions in groups.items() if group != _TOLD for expression in expressions]
    return tuple(map(re.compile, calls)), tuple(map(re.compile, groups[_TOLD]))


check = Check(name="for-everyone", group="target", scope="post", severity=Severity.WARNING, judge=judge)

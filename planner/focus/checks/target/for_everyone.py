"""`for-everyone`: the title or the opening speaks to everybody (article row 0.9)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity, Span
from planner.focus.text.lists import read_list
from planner.focus.text.stems import Language, subject_stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from planner.focus.judged import JudgedPost
    from planner.focus.text.draft import Draft


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
    for start, end in draft.opening:
        sentence = draft.folded[start:end]
        for pattern in _patterns(draft.language):
            for found in pattern.finditer(sentence):
                yield draft.span(start + found.start(), start + found.end())


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(expression) for expressions in read_list(language, "everyone").values() for expression in expressions
    )


check = Check(name="for-everyone", group="target", scope="post", severity=Severity.WARNING, judge=judge)

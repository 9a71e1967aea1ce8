"""`generic`: with the audience's name taken out, the text could be anybody's (article row 0.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import JudgedPost, shortened
from planner.focus.text.genericness import DEFAULT_LIMIT, EmptySentence, Genericness
from planner.focus.text.passages import Passage, empty_passage

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ASKED = 3
"""Particulars asked for in the one question: more would be a form to fill in."""


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn past the calendar's own limit, suggest when the text is only thin, or when a passage of a long one is."""
    found = judged.genericness
    if found is not None and found.level in ("generic", "thin"):
        yield _whole(judged, found)
    elif judged.score is not None and (passage := empty_passage(judged.draft)):
        yield _within(judged, passage)


def _whole(judged: JudgedPost, found: Genericness) -> Evidence:
    thin = found.level == "thin"
    message = "thin" if thin else "own" if found.score < DEFAULT_LIMIT else "message"
    empty = sorted(found.empty, key=_least_telling)
    sentences = [shortened(sentence.text) for sentence in empty]
    spans = [sentence.span for sentence in empty] or [judged.draft.whole]
    words = [span for sentence in empty for span in sentence.words]
    return Evidence(
        values={
            "sentence": sentences[0] if sentences else shortened(judged.post.title or judged.post.body),
            "sentences": sentences,
            "words": [judged.draft.quote(span) for span in words],
            "ask": list(found.missing[:MOST_ASKED]),
            "found": _found(found),
        },
        spans=(*spans, *words),
        message=message,
        severity=Severity.SUGGESTION if thin else None,
    )


def _within(judged: JudgedPost, passage: Passage) -> Evidence:
    sentence = shortened(judged.draft.quote(passage.sentence))
    words = [judged.draft.quote(span) for span in passage.words]
    return Evidence(
        values={"sentence": sentence, "words": words, "ask": list(passage.missing[:MOST_ASKED])},
        spans=(passage.sentence, *passage.words),
        message="passage",
        severity=Severity.SUGGESTION,
    )


def _least_telling(sentence: EmptySentence) -> tuple[bool, bool]:
    """A sentence of the text is quoted before a title, which is short by nature, and before one without empty words."""
    return sentence.span.field == "title", not sentence.words


def _found(genericness: Genericness) -> list[str]:
    return [particular.text for particular in genericness.found]


check = Check(name="generic", group="precise", scope="post", severity=Severity.WARNING, judge=judge)

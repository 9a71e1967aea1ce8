"""`generic`: with the audience's name taken out, the text could be anybody's (article row 0.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import JudgedPost, shortened
from planner.focus.text.genericness import DEFAULT_LIMIT, EmptySentence, Genericness

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ASKED = 3
"""Questions put at a time: more would be a form to fill in."""


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn past the calendar's own limit, suggest when the text is only thin."""
    found = judged.genericness
    if found is None or found.level not in ("generic", "thin"):
        return
    thin = found.level == "thin"
    message = "thin" if thin else "own" if found.score < DEFAULT_LIMIT else "message"
    empty = sorted(found.empty, key=_least_telling)
    sentences = [shortened(sentence.text) for sentence in empty]
    spans = [sentence.span for sentence in empty] or [judged.draft.whole]
    words = [span for sentence in empty for span in sentence.words]
    yield Evidence(
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


def _least_telling(sentence: EmptySentence) -> tuple[bool, bool]:
    """A sentence of the text is quoted before a title, which is short by nature, and before one without empty words."""
    return sentence.span.field == "title", not sentence.words


def _found(genericness: Genericness) -> list[str]:
    return [particular.text for particular in genericness.found]


check = Check(name="generic", group="precise", scope="post", severity=Severity.WARNING, judge=judge)

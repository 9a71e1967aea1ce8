"""`off-target`: the text says too little of what the brief's readers ask (article row 0.20).

It stays silent where a check on the writing already speaks, since such a text says nothing of any brief;
unless it calls readers who are not the brief's. Where `wrong-reader` speaks, only the share of known words
counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.checks.target.wrong_reader import calls_others
from planner.focus.text.relevance import WARNING_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn under the lower limit, suggest under the upper one."""
    relevance = judged.relevance
    if relevance is None or not relevance.level:
        return
    others = calls_others(relevance)
    if judged.says_nothing and not (others or relevance.reader < 0):
        return
    if others and relevance.share >= WARNING_LIMIT:
        return
    words = list(dict.fromkeys(word.text for word in relevance.found))
    yield Evidence(
        values={
            "known": relevance.known,
            "stems": relevance.stems,
            "words": words,
            "needs": len(judged.calendar.calendar.needs),
        },
        spans=tuple(word.span for word in relevance.found) or (judged.draft.whole,),
        message="none" if not words else "some" if relevance.known > len(words) else "message",
        severity=Severity.SUGGESTION if relevance.level == "suggestion" else None,
    )


check = Check(name="off-target", group="target", scope="post", severity=Severity.WARNING, judge=judge)

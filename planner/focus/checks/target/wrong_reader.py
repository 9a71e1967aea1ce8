"""`wrong-reader`: the opening calls readers whom the brief does not speak to (article row 0.20).

A greeting to a crowd ("Dear colleagues") is left to `impersonal`, which quotes the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import JudgedPost, shortened
from planner.focus.text.reader import NOT_ITS_READERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.text.relevance import Relevance


def calls_others(relevance: Relevance) -> bool:
    """Whether the draft calls readers that are not the brief's, or a big organisation to small ones."""
    return relevance.reader <= NOT_ITS_READERS or bool(relevance.big)


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn with the phrase beside the audience."""
    relevance = judged.relevance
    if relevance is None or not calls_others(relevance):
        return
    audience = shortened(judged.calendar.calendar.brief.audience)
    if relevance.reader <= NOT_ITS_READERS and (span := relevance.reader_span):
        if not any(hit.span.meets(span) for hit in judged.impersonal):
            message = "served" if relevance.served else "message"
            yield Evidence({"reader": relevance.reader_phrase, "audience": audience}, (span,), message=message)
    elif relevance.big_span:
        yield Evidence({"reader": relevance.big, "audience": audience}, (relevance.big_span,), message="big")


check = Check(name="wrong-reader", group="target", scope="post", severity=Severity.WARNING, judge=judge)

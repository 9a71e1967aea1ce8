"""`impersonal`: a greeting to a crowd, or an announcement with nobody in it (article rows 2.20 and 2.21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.checks.target.for_everyone import crowd
from planner.focus.text.phrases import apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost

_TO_ALL = "to_all"


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest with the phrase; a call to everybody alone is left to `for-everyone`."""
    hits = judged.impersonal
    if not hits or (all(hit.group == _TO_ALL for hit in hits) and crowd(judged.draft, judged.calendar.brief.readers)):
        return
    shown = [judged.phrase(hit.span) for hit in apart(hits)]
    yield Evidence({"phrases": [words for words, _ in shown]}, tuple(span for _, span in shown))


check = Check(name="impersonal", group="honest", scope="post", severity=Severity.SUGGESTION, judge=judge)

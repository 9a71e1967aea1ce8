"""`pushy`: the text presses instead of offering, by two signals or more (article row 1.15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.text.phrases import apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn with each signal."""
    hits = [judged.phrase(hit.span) for hit in apart(judged.pushy)]
    if hits:
        signals = list(dict.fromkeys(words for words, _ in hits))
        yield Evidence({"signals": signals, "count": len(judged.pushy)}, tuple(span for _, span in hits))


check = Check(name="pushy", group="honest", scope="post", severity=Severity.WARNING, judge=judge)

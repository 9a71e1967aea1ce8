"""`buzz`: the text fishes for reactions, or its title withholds to be clicked (article rows 4.4 and 1.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.text.phrases import apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn with the phrases."""
    hits = [judged.phrase(hit.span) for hit in apart(judged.buzz)]
    if hits:
        yield Evidence({"phrases": [words for words, _ in hits]}, tuple(span for _, span in hits))


check = Check(name="buzz", group="honest", scope="post", severity=Severity.WARNING, judge=judge)

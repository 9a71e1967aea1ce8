"""`unknown-language`: a text that is neither French nor English; its prose is not judged (article row 3.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Say once that the text was not judged."""
    if judged.foreign:
        yield Evidence(spans=(judged.draft.whole,))


check = Check(
    name="unknown-language",
    group="precise",
    scope="post",
    severity=Severity.SUGGESTION,
    judge=judge,
    any_language=True,
)

"""`no-date`: the post is called ready and stands on no day (article row 0.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.model.terms import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """An error for a ready post without a day; an hour alone is not a date."""
    if judged.post.status == Status.READY and judged.post.day is None:
        yield Evidence()


check = Check(name="no-date", group="ready", scope="post", severity=Severity.ERROR, judge=judge)

"""`no-text`: the post is called ready and has no text (article row 0.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.model.terms import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """An error for a ready post with an empty body, which quotes the title as far as there is one."""
    post = judged.post
    if post.status != Status.READY or judged.written:
        return
    title = post.title.strip()
    yield Evidence({"title": title}, message="message" if title else "untitled")


check = Check(name="no-text", group="ready", scope="post", severity=Severity.ERROR, judge=judge)

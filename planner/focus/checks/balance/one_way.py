"""`one-way`: two weeks of posts, and none that opens a conversation or listens (article row 4.6).

A post opens one when it is meant to, or when it ends with a question: in its text, or in its next step. Hashtags,
links, mentions and signs after the question do not close it; a question quoted of others is not the author's.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened
from planner.model.terms import OPEN_STATUSES, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.model.post import Post

WINDOW = timedelta(days=14)
LEAST_POSTS = 3
BOTH_WAYS = (Purpose.DISCUSS, Purpose.LISTEN)
_KEPT = '?»”"’'
"""Signs that decide, beside letters, whether a word ends a question."""
_ADDRESSES = ("#", "@", "http://", "https://", "www.")


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest with the dates, and name the next post that could ask; fewer than three posts say nothing yet."""
    last = judged.today + WINDOW - timedelta(days=1)
    posts = judged.calendar.planned(judged.today, last)
    if len(posts) < LEAST_POSTS or any(_opens(post) for post in posts):
        return
    title = next((post.title for post in posts if post.status in OPEN_STATUSES and post.title.strip()), "")
    yield Evidence(
        values={
            "first_day": judged.today.isoformat(),
            "last_day": last.isoformat(),
            "posts": len(posts),
            "title": shortened(title),
        },
        message="message" if title else "untitled",
    )


def _opens(post: Post) -> bool:
    return post.purpose in BOTH_WAYS or _ends_asking(post.body.strip() or post.title) or _ends_asking(post.next_step)


def _ends_asking(text: str) -> bool:
    """Whether the last words of a text are a question of its author."""
    own = (line for line in reversed(text.splitlines()) if not line.lstrip().startswith(">"))
    for word in (word for line in own for word in reversed(line.split())):
        bare = _without_signs(word)
        if bare and not word.startswith(_ADDRESSES):
            return bare.endswith("?")
    return False


def _without_signs(word: str) -> str:
    """The word up to its last letter, question or quotation mark: full stops, emphasis, brackets, emoji fall off."""
    end = len(word)
    while end and not (word[end - 1].isalnum() or word[end - 1] in _KEPT):
        end -= 1
    return word[:end]


check = Check(name="one-way", group="balance", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

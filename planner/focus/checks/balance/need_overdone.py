"""`need-overdone`: over half of the posts of the next 28 days answer one need of three or more (article row 3.12)."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar

WINDOW = timedelta(days=28)
LEAST_POSTS = 4
LEAST_NEEDS = 3


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest with how often each need comes, and propose the one that comes least."""
    needs = {need.id: need for need in judged.calendar.needs}
    last = judged.today + WINDOW - timedelta(days=1)
    posts = [post for post in judged.calendar.planned(judged.today, last) if post.need_id in needs]
    if len(needs) < LEAST_NEEDS or len(posts) < LEAST_POSTS:
        return
    answers = Counter(post.need_id for post in posts)
    overdone, most = answers.most_common(1)[0]
    if most * 2 <= len(posts):
        return
    least = min(needs, key=lambda need: answers[need])
    yield Evidence(
        values={
            "most": most,
            "posts": len(posts),
            "need": shortened(needs[overdone].text),
            "other": shortened(needs[least].text),
            "last_day": last.isoformat(),
            "rows": [{"need": need.text, "posts": answers[key]} for key, need in needs.items()],
        },
    )


check = Check(name="need-overdone", group="balance", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

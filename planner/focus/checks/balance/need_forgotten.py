"""`need-forgotten`: a need that no post answers for the brief's horizon, while another has two (article row 0.13).

The horizon is looked at on both sides of today: what was published, and what is planned. A calendar whose posts do
not span one horizon yet, or with fewer than six posts on a need, is too young to have forgotten anything.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened
from planner.model.terms import OPEN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.model.brief import Need

LEAST_POSTS = 6
OFTEN = 2
LONGEST_HORIZON = 3_660


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest once, with how often each need is answered; an idea that waits for a day is proposed first."""
    calendar = judged.calendar
    horizon = timedelta(days=min(calendar.brief.need_days, LONGEST_HORIZON))
    needs = {need.id: need for need in calendar.needs}
    posts = [post for post in calendar.planned(judged.today - horizon, judged.today + horizon) if post.need_id in needs]
    days = [post.day for post in posts if post.day]
    if len(posts) < LEAST_POSTS or max(days) - min(days) < horizon - timedelta(days=1):
        return
    answers = Counter(post.need_id for post in posts)
    forgotten = [need for need in calendar.needs if not answers[need.id]]
    often, most = answers.most_common(1)[0]
    if not forgotten or most < OFTEN:
        return
    idea = _waiting(judged, {need.id for need in forgotten})
    yield Evidence(
        values={
            "forgotten": len(forgotten),
            "need": shortened(forgotten[0].text),
            "first_day": min(days).isoformat(),
            "last_day": max(days).isoformat(),
            "often": shortened(needs[often].text),
            "most": most,
            "rows": [_row(need, answers) for need in calendar.needs],
            "idea": idea,
        },
        message="idea" if idea else "message",
    )


def _waiting(judged: JudgedCalendar, forgotten: Collection[int | None]) -> str:
    """The title of a post on a forgotten need that has no day yet, or ""."""
    posts = judged.calendar.posts
    waiting = (post for post in posts if post.day is None and post.status in OPEN_STATUSES and post.title.strip())
    return next((shortened(post.title) for post in waiting if post.need_id in forgotten), "")


def _row(need: Need, answers: Counter[int | None]) -> dict[str, object]:
    return {"need": need.text, "posts": answers[need.id]}


check = Check(name="need-forgotten", group="balance", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

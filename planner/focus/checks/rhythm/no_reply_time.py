"""`no-reply-time`: a coming post has no slot for replies within the hours that the brief promises (row 2.18).

Hours of a closed day do not count; a post without a time may go out at any hour of its day; a slot for another
network does not serve. Where no such slot stands ahead at all, it is said once, beside the posts; in a young calendar
that never had one, it is not said yet.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import blocks, coming, keeps_no_time_yet, last_ahead, moments, serves, wall
from planner.model.terms import SlotKind
from planner.model.when import DAY, WEEKDAYS, instant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.days import Blocks
    from planner.focus.judged import JudgedCalendar
    from planner.model.post import Post

_LONG = 24 * 14
"""Hours: in a promise this long, closed days make no difference."""
_LAST = timedelta(minutes=1)
"""A slot that begins as the promise ends still keeps it."""


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest on each open post of the next 28 days that asks for replies."""
    hours = judged.calendar.brief.reply_hours
    posts = [post for post in coming(judged, last_ahead(judged)) if post.reply_minutes]
    if not hours or not posts or keeps_no_time_yet(judged, SlotKind.REPLY):
        return
    until = last_ahead(judged) + timedelta(hours=hours) + 7 * DAY
    kept = blocks(judged, (SlotKind.REPLY,), judged.today - DAY, until)
    alone = [post for post in posts if not _answered(judged, post, kept, hours)]
    if alone and all(block.day < judged.today for block in kept.all):
        yield Evidence({"posts": len(alone), "hours": hours}, message="none")
        return
    for post in alone:
        yield Evidence({"hours": hours, "post_day": str(post.day)}, post=post.id)


def _answered(judged: JudgedCalendar, post: Post, kept: Blocks, hours: int) -> bool:
    """Whether a slot for replies is still open after the post, or begins within the promise."""
    first, last = moments(judged, post)
    return _served(post, kept, first, last + timedelta(hours=hours)) or _served(
        post, kept, first, _promised(judged, post, last, hours)
    )


def _served(post: Post, kept: Blocks, first: datetime, last: datetime) -> bool:
    return any(serves(block, post) for block in kept.meeting(first, last + _LAST))


def _promised(judged: JudgedCalendar, post: Post, since: datetime, hours: int) -> datetime:
    """The end of the promise (UTC), closed days left out."""
    brief = judged.calendar.brief
    deadline = _deadline(wall(judged, post, since), hours, frozenset(brief.closed_days))
    return instant(deadline, post.zone or brief.zone)


def _deadline(since: datetime, hours: int, closed: frozenset[str]) -> datetime:
    """The end of the promise in wall time: the hours of closed days do not count."""
    if hours >= _LONG or len(closed) >= len(WEEKDAYS):
        return since + timedelta(hours=hours)
    while _weekday(since) in closed:
        since = datetime.combine(since + DAY, time.min)
    end, day = since + timedelta(hours=hours), since + DAY
    while day.date() <= end.date():
        if _weekday(day) in closed:
            end += DAY
        day += DAY
    return end


def _weekday(moment: datetime) -> str:
    return WEEKDAYS[moment.weekday()]


check = Check(name="no-reply-time", group="rhythm", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

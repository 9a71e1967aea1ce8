"""The only loop: a calendar and a day in, findings out.

Published and dropped posts are past: they are not judged, but they still say how precisely this person
usually writes. Mutes are not its matter; checks that the brief switched off are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from planner.focus.judged import JudgedCalendar, JudgedPost
from planner.focus.register import CALENDAR_CHECKS, POST_CHECKS
from planner.focus.text.genericness import (
    DEFAULT_LIMIT,
    SHORTEST,
    SUGGEST_LIMIT,
    judge_genericness,
    own_limit,
)
from planner.model.terms import OPEN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from datetime import date

    from planner.focus.check import Finding
    from planner.focus.text.draft import Draft
    from planner.model.calendar import Calendar
    from planner.model.post import Post

USUAL_POSTS = 200
"""The latest posts with a text, from which the calendar's own limit is drawn."""


@dataclass
class Memory:
    """What earlier runs worked out, by post, beside all it was worked out from: it is never out of date."""

    scores: dict[int, tuple[Hashable, float | None]] = field(default_factory=dict)
    findings: dict[int, tuple[Hashable, tuple[Finding, ...]]] = field(default_factory=dict)


def findings(
    calendar: Calendar, today: date, memory: Memory | None = None, breathe: Callable[[], None] | None = None
) -> list[Finding]:
    """What the checks find, post by post and then for the weeks and the calendar.

    Args:
        calendar: what is judged.
        today: the day it is judged on.
        memory: what an earlier run left; posts that did not change since are not read again.
        breathe: called before each post, so that a screen can be let ahead.
    """
    memory = memory or Memory()
    judged = judged_calendar(calendar, today, memory)
    off = set(calendar.brief.checks_off)
    setting = _setting(judged)
    found: list[Finding] = []
    for post in calendar.posts:
        if post.status in OPEN_STATUSES:
            if breathe is not None:
                breathe()
            found += _remembered(judged, post, setting, memory)
    for check in CALENDAR_CHECKS:
        if check.name not in off:
            found += check.findings(judged)
    return found


def post_findings(judged: JudgedPost) -> list[Finding]:
    """What the checks find in one post; a post that is published or dropped is past."""
    off = judged.calendar.calendar.brief.checks_off
    if judged.post.status not in OPEN_STATUSES:
        return []
    return [
        finding
        for check in POST_CHECKS
        if check.name not in off
        for finding in check.findings(judged, judged.post.id)
    ]


def judged_calendar(calendar: Calendar, today: date, memory: Memory | None = None) -> JudgedCalendar:
    """The calendar ready to be judged, with the limit that its own latest posts set."""
    judged = JudgedCalendar(calendar, today)
    written = [post for post in calendar.posts if post.body.strip()]
    latest = sorted(written, key=lambda post: (post.day is None, str(post.day or ""), post.id or 0))
    scores = [score_of(judged, post, memory or Memory()) for post in latest[-USUAL_POSTS:]]
    judged.limit = own_limit([score for score in scores if score is not None])
    return judged


def score_of(judged: JudgedCalendar, post: Post, memory: Memory) -> float | None:
    """How generic a post's text is, or None when it is too short to say."""
    read = (post.title, post.body, judged.language)
    key = post.id or 0
    kept = memory.scores.get(key)
    if kept is None or kept[0] != read:
        kept = (read, draft_score(judged.draft(post)))
        memory.scores[key] = kept
    return kept[1]


def draft_score(draft: Draft) -> float | None:
    """How generic a text is, or None when it is too short to say."""
    return judge_genericness(draft, explain=False).score if len(draft.words) >= SHORTEST else None


def _remembered(judged: JudgedCalendar, post: Post, setting: Hashable, memory: Memory) -> tuple[Finding, ...]:
    score = score_of(judged, post, memory)
    read = (setting, _level(score, judged.limit), attrgetter(*type(post).model_fields)(post))
    kept = memory.findings.get(post.id or 0)
    if kept is None or kept[0] != read:
        kept = (read, tuple(post_findings(JudgedPost(judged, post, judged.draft(post), score))))
        memory.findings[post.id or 0] = kept
    return kept[1]


def _level(score: float | None, limit: float) -> Hashable:
    """What the limit decides for this score; a limit that moves a little decides nothing anew."""
    if score is None:
        return None
    return score >= limit, score >= min(SUGGEST_LIMIT, limit), score >= DEFAULT_LIMIT


def _setting(judged: JudgedCalendar) -> Hashable:
    """What a post's findings depend on beside the post: the brief, its needs and networks, the day."""
    calendar = judged.calendar
    records: Iterable[object] = (calendar.brief, *calendar.needs, *calendar.networks)
    return (judged.today, *(repr(record) for record in records))

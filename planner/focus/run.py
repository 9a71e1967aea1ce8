"""The only loop: a calendar and a day in, findings out.

Published and dropped posts are past: they are not judged, but they still say how precisely this person
usually writes. Mutes are not its matter; checks that the brief switched off are.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.hearing import hearing
from planner.focus.judged import JudgedCalendar, JudgedPost
from planner.focus.memory import Memory, as_json, digest, from_json, rules
from planner.focus.register import CALENDAR_CHECKS, POST_CHECKS
from planner.focus.text.genericness import (
    DEFAULT_LIMIT,
    SHORTEST,
    SUGGEST_LIMIT,
    judge_genericness,
)
from planner.focus.text.written import is_foreign
from planner.focus.usual import Usual, in_turn, own_limits
from planner.model.terms import OPEN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from datetime import date

    from planner.focus.check import Check, Finding
    from planner.focus.text.draft import Draft
    from planner.model.calendar import Calendar
    from planner.model.post import Post
    from planner.model.terms import Severity


_DRAFTS_KEPT = 32
"""Texts that wait for their limit, or have just been scored."""


class UsualLimit(NamedTuple):
    """How many posts set the calendar's own limit (0: too few), and whether it is stricter than the default."""

    posts: int
    stricter: bool


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
    judged = JudgedCalendar(calendar, today)
    memory.forget_others(post.id for post in calendar.posts)
    of_posts = _found_in_posts(judged, memory, breathe)
    found = [finding for post in calendar.posts for finding in of_posts.get(post.id, ())]
    heard = hearing(calendar.brief)
    for check in CALENDAR_CHECKS:
        if heard.hears(check):
            found += check.findings(judged, weight=heard.weight(check))
    return found


def _found_in_posts(
    judged: JudgedCalendar, memory: Memory, breathe: Callable[[], None] | None
) -> dict[int | None, list[Finding]]:
    """What the checks find in each open post, by its identifier.

    Each is read once: its text gives its score, and then, with the limit known, its findings.
    """
    calendar, setting = judged.calendar, _setting(judged)
    by_number = {post.id: post for post in calendar.posts}
    draft = lru_cache(maxsize=_DRAFTS_KEPT)(lambda number: judged.draft(by_number[number]))
    found: dict[int | None, list[Finding]] = {}

    def score(post: Post) -> float | None:
        return _score_of(judged, post, memory, partial(draft, post.id))

    for post, limit in in_turn(calendar, score, Usual()):
        if post.status in OPEN_STATUSES:
            if breathe is not None:
                breathe()
            scored = _Scored(post, score(post), limit, partial(draft, post.id))
            found[post.id] = _remembered(judged, scored, setting, memory)
    return found


def post_findings(judged: JudgedPost) -> list[Finding]:
    """What the checks find in one post; a post that is published or dropped is past."""
    if judged.post.status not in OPEN_STATUSES:
        return []
    post = judged.post.id
    return [
        finding
        for check, weight in judged.calendar.once(_heard)
        if check.can_read(judged)
        for finding in check.findings(judged, post, weight)
    ]


def _heard(judged: JudgedCalendar) -> list[tuple[Check[JudgedPost], Severity | None]]:
    """The checks of a post that the brief lets speak, and what each weighs there."""
    heard = hearing(judged.calendar.brief)
    return [(check, heard.weight(check)) for check in POST_CHECKS if heard.hears(check)]


def judged_calendar(calendar: Calendar, today: date, memory: Memory | None = None) -> JudgedCalendar:
    """The calendar ready to be judged, with the limits that its own texts set."""
    judged = JudgedCalendar(calendar, today)
    known = memory or Memory()
    judged.limits = own_limits(calendar, lambda post: score_of(judged, post, known))
    return judged


def usual_limit(calendar: Calendar, today: date) -> UsualLimit:
    """How precisely the author of this calendar usually writes, as far as it changes what she is told."""
    limits = judged_calendar(calendar, today).limits
    return UsualLimit(limits.texts, limits.latest < DEFAULT_LIMIT)


def score_of(judged: JudgedCalendar, post: Post, memory: Memory) -> float | None:
    """How generic a post's text is, or None when it is too short to say."""
    return _score_of(judged, post, memory, partial(judged.draft, post))


def _score_of(judged: JudgedCalendar, post: Post, memory: Memory, draft: Callable[[], Draft]) -> float | None:
    scored = digest(rules(), judged.language, post.title, post.body)
    known = memory.of(post.id)
    if known.scored == scored:
        return known.score
    score = draft_score(draft())
    memory.learn(post.id, known._replace(scored=scored, score=score))
    return score


def draft_score(draft: Draft) -> float | None:
    """How generic a text is, or None when it is too short to say, or neither French nor English."""
    if draft.word_count < SHORTEST or is_foreign(draft):
        return None
    return judge_genericness(draft, explain=False).score


class _Scored(NamedTuple):
    """A post with its score and its limit, and its text, which is read when it is asked for."""

    post: Post
    score: float | None
    limit: float
    draft: Callable[[], Draft]


def _remembered(judged: JudgedCalendar, scored: _Scored, setting: str, memory: Memory) -> list[Finding]:
    post = scored.post
    read = digest(setting, repr(_level(scored.score, scored.limit)), repr(_fields(type(post))(post)))
    known = memory.of(post.id)
    if known.read == read:
        return from_json(known.findings, post.id)
    found = post_findings(JudgedPost(judged, post, scored.draft(), scored.score, scored.limit))
    memory.learn(post.id, memory.of(post.id)._replace(read=read, findings=as_json(found)))
    return found


@cache
def _fields(kind: type[Post]) -> Callable[[Post], tuple[object, ...]]:
    return attrgetter(*kind.model_fields)


def _level(score: float | None, limit: float) -> Hashable:
    """What the limit decides for this score; a limit that moves a little decides nothing anew."""
    if score is None:
        return None
    return score >= limit, score >= min(SUGGEST_LIMIT, limit), score >= DEFAULT_LIMIT


def _setting(judged: JudgedCalendar) -> str:
    """What a post's findings depend on beside the post: the rules, the brief, needs and networks; not the day."""
    calendar = judged.calendar
    records: Iterable[object] = (calendar.brief, *calendar.needs, *calendar.networks)
    return digest(rules(), *(repr(record) for record in records))

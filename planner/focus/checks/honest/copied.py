"""`copied`: a text that is nearly that of a post on another network within 60 days (article row 4.2).

Only the first characters of long texts are compared, and their links are left out: an address that names the network
it is shared on adapts nothing. A text that differs by less than one word in ten or so is not adapted.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Check, Evidence, Severity, Span
from planner.focus.judged import shortened
from planner.focus.likeness import Recent
from planner.focus.text.genericness import SHORTEST
from planner.model.terms import OPEN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.focus.likeness import Met
    from planner.model.post import Post

WINDOW = timedelta(days=60)
COMPARED = 2_000
"""Characters of a text that are compared: two thousand alike are a copy, whatever follows."""

_LONG, _LONGEST, _SHARED = 7, 6, 3
_REMEMBERED = 16_384
_EDGES = ".,;:!?…«»“”\"'’()[]*"


class _Text(NamedTuple):
    """A text as it is compared, and its longest words, in order: by three of them it is found."""

    text: str
    longest: list[str]


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn on the later post, with the network and the day of the earlier one."""
    recent, posts = Recent(_SHARED), _dated(judged)
    networks = {post.network_id for post in posts} - {None}
    if len(networks) == 1:
        return
    for post in posts:
        day, network, text = post.day, post.network_id, _text(post.body[: 2 * COMPARED])
        if text is None or day is None or network is None:
            continue
        if post.status in OPEN_STATUSES:
            found = _earlier(recent, text, _before(day), networks - {network})
            if found:
                yield _evidence(judged, post, *found)
        recent.add(text.text, text.longest, post, day, network)


def _dated(judged: JudgedCalendar) -> list[Post]:
    """The posts from 60 days before the first one that is open, in order: none is compared with those before."""
    first = min((post.day for post in judged.calendar.posts if post.day and post.status in OPEN_STATUSES), default=None)
    return judged.calendar.planned(_before(first), date.max) if first else []


def _earlier(recent: Recent, text: _Text, since: date, others: set[int | None]) -> tuple[Post, date] | None:
    """The latest earlier post with this text on another network, if it is recent enough."""

    def latest(met: Met) -> tuple[Post, date] | None:
        found = [hit for network in others if (hit := met.latest(network)) and hit[1] >= since]
        return max(found, key=itemgetter(1), default=None)

    return next(filter(None, map(latest, recent.near(text.text, text.longest, since, latest))), None)


def _before(day: date) -> date:
    """The first day of the window that ends on a day."""
    return day - min(WINDOW, day - date.min)


def _evidence(judged: JudgedCalendar, post: Post, earlier: Post, day: date) -> Evidence:
    there, here = judged.calendar.network(earlier.network_id), judged.calendar.network(post.network_id)
    return Evidence(
        values={
            "network": there.name if there else "",
            "own": here.name if here else "",
            "other": shortened(earlier.title),
            "other_day": day.isoformat(),
            "other_id": earlier.id or 0,
        },
        spans=(Span("body", 0, len(post.body)),),
        post=post.id,
    )


@lru_cache(maxsize=_REMEMBERED)
def _text(body: str) -> _Text | None:
    """A text as it is compared, or None when it is too short to judge."""
    words = body.lower().split()
    if "://" in body or "www." in body:
        words = [word for word in words if "://" not in word and not word.startswith("www.")]
    if len(words) < SHORTEST:
        return None
    return _Text(" ".join(words)[:COMPARED], sorted(_longest(words)))


def _longest(words: list[str]) -> list[str]:
    """The longest words, without the marks around them; names and hashtags, which change with the place, left out."""
    long = {word for word in words if len(word) >= _LONG and word[0] not in "#@"}
    if len(long) < 2 * _LONGEST:
        long = {word for word in words if word[0] not in "#@"}
    stripped = {word.strip(_EDGES) for word in long}
    return sorted(sorted(stripped), key=len, reverse=True)[:_LONGEST]


check = Check(name="copied", group="honest", scope="calendar", severity=Severity.WARNING, judge=judge)

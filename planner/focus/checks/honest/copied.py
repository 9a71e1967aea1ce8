"""`copied`: a text that is nearly that of a post on another network within 60 days (article row 4.2).

Only the first characters of long texts are compared, and their links are left out: an address that names the network
it is shared on adapts nothing. A text that differs by less than one word in ten or so is not adapted.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Check, Evidence, Severity, Span
from planner.focus.judged import shortened
from planner.focus.likeness import Recent
from planner.focus.text.genericness import SHORTEST
from planner.model.terms import OPEN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.model.post import Post

WINDOW = timedelta(days=60)
COMPARED = 2_000
"""Characters of a text that are compared: two thousand alike are a copy, whatever follows."""

_LONG, _LONGEST, _SHARED = 7, 6, 3
_REMEMBERED = 4_096
_EDGES = ".,;:!?…«»“”\"'’()[]*"


class _Text(NamedTuple):
    """A text as it is compared, and each three of its longest words: by these it is found."""

    text: str
    keys: tuple[tuple[str, ...], ...]


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn on the later post, with the network and the day of the earlier one."""
    recent, posts = Recent(), _dated(judged)
    networks = {post.network_id for post in posts}
    for post in posts:
        text = _text(post.body[: 2 * COMPARED])
        if text is None or post.day is None or post.network_id is None:
            continue
        if post.status in OPEN_STATUSES:
            found = _earlier(recent, post, text, networks)
            if found:
                yield _evidence(judged, post, *found)
        recent.add(text.text, text.keys, post, post.day, post.network_id)


def _dated(judged: JudgedCalendar) -> list[Post]:
    """The posts from 60 days before the first one that is open, in order: none is compared with those before."""
    first = min((post.day for post in judged.calendar.posts if post.day and post.status in OPEN_STATUSES), default=None)
    return judged.calendar.planned(_before(first), date.max) if first else []


def _earlier(recent: Recent, post: Post, text: _Text, networks: set[int | None]) -> tuple[Post, date] | None:
    """The latest earlier post with this text on another network, if it is recent enough."""
    since = _before(post.day or date.max)
    others = [network for network in networks if network != post.network_id]
    for met in recent.near(text.text, text.keys, since):
        found = [hit for network in others if (hit := met.latest(network))]
        latest = max(found, key=lambda hit: hit[1], default=None)
        if latest and latest[1] >= since:
            return latest
    return None


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
    return _Text(" ".join(words)[:COMPARED], tuple(combinations(sorted(_longest(words)), _SHARED)))


def _longest(words: list[str]) -> list[str]:
    """The longest words, without the marks around them; names and hashtags, which change with the place, left out."""
    plain = {word for word in words if word[0] not in "#@"}
    long = [word for word in plain if len(word) >= _LONG]
    stripped = {word.strip(_EDGES) for word in (long if len(long) >= 2 * _LONGEST else plain)}
    return sorted(stripped, key=lambda word: (-len(word), word))[:_LONGEST]


check = Check(name="copied", group="honest", scope="calendar", severity=Severity.WARNING, judge=judge)

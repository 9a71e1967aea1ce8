"""How precisely the author of a calendar usually writes, and the limit that sets for each of her posts.

A post is judged by those that were made before it, and the first ones together: whatever is added later
changes nothing in what was said of it, but for the eighth text, which makes the limit known.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.genericness import DEFAULT_LIMIT, POSTS_FOR_OWN_LIMIT, own_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planner.model.calendar import Calendar
    from planner.model.post import Post

USUAL_POSTS = 200
"""The latest texts of those made before a post, from which its limit is drawn."""


class OwnLimits(NamedTuple):
    """The limits of a calendar's posts.

    Attributes:
        of_posts: by the identifier of a post, the score past which it is generic.
        latest: the same for a text that is being written.
        texts: how many of the latest texts set it; 0 while they are too few.
    """

    of_posts: dict[int | None, float]
    latest: float = DEFAULT_LIMIT
    texts: int = 0

    def of(self, post: Post) -> float:
        """The score past which a post is generic."""
        return self.of_posts.get(post.id, self.latest)


NO_LIMITS = OwnLimits({})
"""Those of a calendar of which nothing is known: the default limit."""


class Usual:
    """How precisely an author writes, as far as her texts were read.

    Attributes:
        texts: how many were.
        limit: the score past which a text is generic beside them.
    """

    def __init__(self) -> None:
        """Know nothing: the default limit."""
        self.texts = 0
        self.limit = DEFAULT_LIMIT
        self._latest: deque[float] = deque(maxlen=USUAL_POSTS)
        self._sorted: list[float] = []

    def add(self, score: float) -> None:
        """Count one more text."""
        self.texts += 1
        if len(self._latest) == USUAL_POSTS:
            del self._sorted[bisect_left(self._sorted, self._latest[0])]
        self._latest.append(score)
        insort(self._sorted, score)
        self.limit = own_limit(self._sorted)


def own_limits(calendar: Calendar, score_of: Callable[[Post], float | None]) -> OwnLimits:
    """The limit of each post; `score_of` says how generic a text is, or None when it is too short to say."""
    usual = Usual()
    of_posts = {post.id: limit for post, limit in in_turn(calendar, score_of, usual)}
    enough = usual.texts >= POSTS_FOR_OWN_LIMIT
    return OwnLimits(of_posts, usual.limit, min(USUAL_POSTS, usual.texts) if enough else 0)


def in_turn(calendar: Calendar, score_of: Callable[[Post], float | None], usual: Usual) -> Iterator[tuple[Post, float]]:
    """The posts in the order of their making, each with its limit; `usual` learns from them on the way.

    A text is scored just before its post is given, but for the first eight: they are scored first.
    """
    first: list[Post] = []
    for post in sorted(calendar.posts, key=lambda post: _making(calendar, post)):
        score = score_of(post) if _tells(calendar, post) else None
        if score is not None:
            usual.add(score)
        first.append(post)
        if usual.texts >= POSTS_FOR_OWN_LIMIT:
            yield from ((made, usual.limit) for made in first)
            first = []
    yield from ((made, usual.limit) for made in first)


def _tells(calendar: Calendar, post: Post) -> bool:
    """Whether a post counts: one with a text, unless it was made before the author's usual ways were forgotten."""
    since, made = calendar.brief.limit_from, _made(calendar, post)
    return bool(post.body.strip()) and (since is None or (made is not None and made.date() > since))


def _making(calendar: Calendar, post: Post) -> tuple[datetime, int]:
    """When a post was made, to put posts in order: what nobody stamped comes first, in the order of the records."""
    stamp = calendar.stamps.get(("post", post.id or 0))
    return (stamp.created_at if stamp else datetime.min), post.id or 0


def _made(calendar: Calendar, post: Post) -> datetime | None:
    stamp = calendar.stamps.get(("post", post.id or 0))
    if stamp:
        return stamp.created_at
    return datetime(post.day.year, post.day.month, post.day.day) if post.day else None

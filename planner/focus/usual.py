"""How precisely the author of a calendar usually writes, and the limit that sets for each of her posts.

A post is judged by those that were made before it, and the first ones together: whatever is added later
changes nothing in what was said of it, but for the eighth text, which makes the limit known.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.genericness import DEFAULT_LIMIT, POSTS_FOR_OWN_LIMIT, own_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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


def own_limits(calendar: Calendar, score_of: Callable[[Post], float | None]) -> OwnLimits:
    """The limit of each post; `score_of` says how generic a text is, or None when it is too short to say."""
    since = calendar.brief.limit_from
    scores: list[float] = []
    before: dict[int | None, int] = {}
    for post in sorted(calendar.posts, key=lambda post: _making(calendar, post)):
        made = _made(calendar, post)
        tells = bool(post.body.strip()) and (since is None or (made is not None and made.date() > since))
        score = score_of(post) if tells else None
        if score is not None:
            scores.append(score)
        before[post.id] = len(scores)
    limits = limits_in_turn(scores)
    return OwnLimits(
        {post: limits[count] for post, count in before.items()},
        limits[-1],
        min(USUAL_POSTS, len(scores)) if len(scores) >= POSTS_FOR_OWN_LIMIT else 0,
    )


def limits_in_turn(scores: Sequence[float]) -> list[float]:
    """The limit once the first 0, 1, 2... of the texts are written: the first eight set one for all of them."""
    latest: list[float] = []
    limits = [DEFAULT_LIMIT]
    for count, score in enumerate(scores, 1):
        insort(latest, score)
        if len(latest) > USUAL_POSTS:
            del latest[bisect_left(latest, scores[count - 1 - USUAL_POSTS])]
        limits.append(own_limit(latest))
    early = min(POSTS_FOR_OWN_LIMIT, len(scores))
    return [limits[early]] * early + limits[early:]


def _making(calendar: Calendar, post: Post) -> tuple[datetime, int]:
    """When a post was made, to put posts in order: what nobody stamped comes first, in the order of the records."""
    stamp = calendar.stamps.get(("post", post.id or 0))
    return (stamp.created_at if stamp else datetime.min), post.id or 0


def _made(calendar: Calendar, post: Post) -> datetime | None:
    stamp = calendar.stamps.get(("post", post.id or 0))
    if stamp:
        return stamp.created_at
    return datetime(post.day.year, post.day.month, post.day.day) if post.day else None

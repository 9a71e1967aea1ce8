"""Which earlier posts have nearly the text of a later one, without comparing each with each.

Posts are added in order of day. A text is compared only with texts of the window that share one of its keys: two or
three of its rarest words, which texts that are nearly the same have in common.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from datetime import date

    from planner.model.post import Post

NEARLY = 90
"""Texts are nearly the same from this likeness on, of 100: rapidfuzz's ratio, by insertions and deletions."""


class Met:
    """The posts of one text, in order of day, by what sort of post they are."""

    def __init__(self) -> None:
        """Start without a post."""
        self._days: dict[Hashable, list[date]] = {}
        self._posts: dict[Hashable, list[Post]] = {}

    def add(self, post: Post, day: date, sort: Hashable) -> None:
        """Note a post; it comes after those of its sort."""
        self._days.setdefault(sort, []).append(day)
        self._posts.setdefault(sort, []).append(post)

    def latest(self, sort: Hashable, before: date | None = None) -> tuple[Post, date] | None:
        """The last post of a sort, or the last before a day; None when there is none."""
        days = self._days.get(sort, [])
        at = bisect_left(days, before) if before else len(days)
        return (self._posts[sort][at - 1], days[at - 1]) if at else None


class Recent:
    """Texts met so far, found again by a text that is nearly the same."""

    def __init__(self) -> None:
        """Start without a text."""
        self._texts: dict[str, Met] = {}
        self._blocks: dict[Hashable, dict[str, date]] = {}

    def add(self, text: str, keys: Iterable[Hashable], post: Post, day: date, *sorts: Hashable) -> None:
        """Note a post of this text, as each of these sorts; days never go back."""
        met = self._texts.setdefault(text, Met())
        for sort in sorts:
            met.add(post, day, sort)
        for key in keys:
            block = self._blocks.setdefault(key, {})
            block.pop(text, None)
            block[text] = day

    def near(self, text: str, keys: Iterable[Hashable], since: date) -> Iterator[Met]:
        """The posts of the same text, then of texts nearly the same that were met since a day."""
        if text in self._texts:
            yield self._texts[text]
        likeness, seen = _likeness(), {text}
        for key in keys:
            for other, day in reversed(self._blocks.get(key, {}).items()):
                if day < since:
                    break
                if other not in seen:
                    seen.add(other)
                    if likeness(text, other, score_cutoff=NEARLY):
                        yield self._texts[other]


def _likeness() -> Callable[..., float]:
    # Most calendars are judged without two texts to compare: the library is loaded for those that have some.
    from rapidfuzz import fuzz

    return fuzz.ratio

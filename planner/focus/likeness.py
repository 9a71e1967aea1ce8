"""Which earlier posts have nearly the text of a later one, without comparing each with each.

Posts are added in order of day. A text is compared only with texts of the window that share two or three of its keys:
its rarest words, some of which texts that are nearly the same have in common.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import combinations
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
    """Texts met so far, found again by a text that is nearly the same and shares some of their keys."""

    def __init__(self, shared: int = 1) -> None:
        """Start without a text; only texts that have so many keys in common are compared."""
        self._shared = shared
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

    def near(
        self, text: str, keys: Iterable[Hashable], since: date, wanted: Callable[[Met], object] | None = None
    ) -> Iterator[Met]:
        """The posts of the same text, then of texts nearly the same that were met since a day.

        `wanted` says of posts whether they are asked for at all: only then are their texts compared.
        """
        if text in self._texts:
            yield self._texts[text]
        seen = {text}
        for other in self._sharing(keys, since):
            if other not in seen:
                seen.add(other)
                met = self._texts[other]
                if (wanted is None or wanted(met)) and _nearly(text, other):
                    yield met

    def _sharing(self, keys: Iterable[Hashable], since: date) -> Iterator[str]:
        """The texts met since a day that share enough keys: by each set of keys in turn, the latest first."""
        blocks = (block for key in keys if (block := self._blocks.get(key)) and next(reversed(block.values())) >= since)
        for together in combinations(blocks, self._shared):
            fewest = min(together, key=len)
            others = [block for block in together if block is not fewest]
            for text, day in reversed(fewest.items()):
                if day < since:
                    break
                if all(text in block for block in others):
                    yield text


def _nearly(one: str, other: str) -> bool:
    # Most calendars are judged without two texts to compare: the library is loaded for those that have some.
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other, score_cutoff=NEARLY) > 0

"""The whole calendar as one value: what the checks, the exports and the dump read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planner.model.brief import Brief, Need
    from planner.model.listening import Person, Question
    from planner.model.network import Network
    from planner.model.post import Mute, Post, Stamp
    from planner.model.result import Result
    from planner.model.review import Review
    from planner.model.slot import Slot

MOST_SEQUENCE = 2**31 - 1
"""How far SEQUENCE counts: an integer of iCalendar has 32 bits (RFC 5545, 3.3.8)."""


@dataclass(frozen=True)
class Calendar:
    """One brief and everything planned under it; lists are sorted by identifier.

    `posts` leaves out the bin, which stands in `binned`. `stamps` are keyed by (record, identifier),
    such as ("post", 3).
    """

    brief: Brief
    needs: Sequence[Need] = ()
    networks: Sequence[Network] = ()
    slots: Sequence[Slot] = ()
    posts: Sequence[Post] = ()
    binned: Sequence[Post] = ()
    mutes: Sequence[Mute] = ()
    questions: Sequence[Question] = ()
    people: Sequence[Person] = ()
    results: Sequence[Result] = ()
    reviews: Sequence[Review] = ()
    stamps: dict[tuple[str, int], Stamp] = field(default_factory=dict)

    def network(self, identifier: int | None) -> Network | None:
        """The network with this identifier, or None."""
        return next((network for network in self.networks if network.id == identifier), None)

    def need(self, identifier: int | None) -> Need | None:
        """The need with this identifier, or None."""
        return next((need for need in self.needs if need.id == identifier), None)

    def planned(self, first: date, last: date) -> list[Post]:
        """Posts that stand on a day from `first` to `last` and were not dropped, in order of day and time."""
        chosen = [post for post in self.posts if post.day and first <= post.day <= last and post.status != "dropped"]
        return sorted(chosen, key=lambda post: (post.day, str(post.time or ""), post.id or 0))

    def figure(self) -> float | None:
        """The objective's latest figure: the last result of its indicator, else the figure it started from."""
        own = [result for result in self.results if result.indicator == self.brief.indicator]
        latest = max(own, key=lambda result: (result.day, result.id or 0), default=None)
        return latest.figure if latest else self.brief.start_figure

"""A zone as a file's own VTIMEZONE defines it: the offset from UTC that holds at any moment (RFC 5545, 3.6.5)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from planner.exchange.ics.observance import onsets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from planner.exchange.ics.effort import Effort
    from planner.exchange.ics.observance import Observance


class Definition(NamedTuple):
    """The offsets, and when each begins to hold.

    Attributes:
        first: what holds before the first change.
        moments: the changes in order, in UTC without a zone.
        offsets: what holds from each on; None when the file says two things at once.
        broken: the changes whose TZOFFSETFROM is not the offset that held until then: something is missing before.
    """

    first: timedelta
    moments: list[datetime]
    offsets: list[timedelta | None]
    broken: frozenset[datetime]

    def offset(self, moment: datetime) -> timedelta | None:
        """The offset at a moment in UTC."""
        number = bisect_right(self.moments, moment)
        return self.offsets[number - 1] if number else self.first


def defined(parts: Sequence[Observance], first: int, last: int, effort: Effort) -> Definition:
    """The zone that the observances make, true from the beginning of the year `first` to the end of `last`.

    Before the first of them its own TZOFFSETFROM holds: the file says no more.

    Raises:
        ValueError, OverflowError: they make none.
        TooMuchError: it takes too much effort.
    """
    changes: dict[datetime, timedelta | None] = {}
    before: dict[datetime, timedelta] = {}
    for part in parts:
        for moment in onsets(part, first, last, effort):
            changes[moment] = part.after if changes.get(moment, part.after) == part.after else None
            before[moment] = part.before
    if not changes:
        raise ValueError("no change and no offset")
    moments = sorted(changes)
    earliest, offsets = before[moments[0]], [changes[moment] for moment in moments]
    held = zip(moments, [earliest, *offsets], strict=False)
    broken = frozenset(moment for moment, offset in held if before[moment] != offset)
    return Definition(earliest, moments, offsets, broken)

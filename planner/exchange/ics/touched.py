"""The years in which a file's events use each zone that has no known name: the years its definition must be true in."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from planner.errors import InputError
from planner.model.when import rule_parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planner.exchange.ics.foreign import ForeignEvent, Moment

YEARS_AHEAD = 10
LAST_YEAR = 2200
LONGEST_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
USUAL_PARTS = {"FREQ", "COUNT", "INTERVAL", "WKST", "BYDAY"}


class Touched:
    """The years by the zone's name in the file.

    A series touches each year from its beginning to its UNTIL or the end that its COUNT gives it at the latest. An
    endless one, and one whose COUNT says no end that is plain, touches those until ten years after the later of
    today and its beginning: no definition in a file knows the laws after that.
    """

    def __init__(self, today: int | None = None) -> None:
        """Nothing is touched yet; `today` is the year."""
        self.today = today or datetime.now(UTC).year
        self.spans: dict[str, set[tuple[int, int]]] = defaultdict(set)

    def note(self, event: ForeignEvent) -> None:
        """Take an event's years in."""
        for moment in moments(event):
            if moment.homeless and moment.said:
                self.spans[moment.said].add((moment.day.year, moment.day.year))
        if event.rules and event.start and event.start.homeless and event.start.said:
            first = event.start.day
            last = max(self._last_year(first, rule) for rule in event.rules)
            self.spans[event.start.said].add((first.year, last))

    def _last_year(self, first: date, rule: str) -> int:
        endless = min(max(self.today, first.year) + YEARS_AHEAD, LAST_YEAR)
        try:
            parts = rule_parts(rule)
            until, count = parts.get("UNTIL", "")[:4], parts.get("COUNT", "")
            if until:
                return max(int(until), first.year) if int(until) <= LAST_YEAR else endless
            if not count or not _plain(first, parts):
                return endless
            days = int(count[:9]) * int(parts.get("INTERVAL", "1")[:9]) * LONGEST_DAYS[parts["FREQ"]] + 7
        except (InputError, ValueError, KeyError):
            # The series is refused for its rule; its first day may still be told.
            return first.year
        return min(first.year + (first.timetuple().tm_yday + days) // 365, LAST_YEAR)

    def years(self, name: str) -> list[tuple[int, int]]:
        """The years of a zone as spans, first and last, in order and apart from each other."""
        found: list[tuple[int, int]] = []
        for first, last in sorted(self.spans[name]):
            if found and first <= found[-1][1] + 1:
                found[-1] = (found[-1][0], max(found[-1][1], last))
            else:
                found.append((first, last))
        return found


def _plain(first: date, parts: dict[str, str]) -> bool:
    """Whether every day, week, month or year of the rule surely has an instance, so that COUNT bounds it."""
    byday = parts.get("BYDAY", "")
    named = parts["FREQ"] in ("WEEKLY", "MONTHLY") and "5" not in byday if byday else True
    return parts.keys() <= USUAL_PARTS and first.day <= 28 and named


def moments(event: ForeignEvent) -> Iterator[Moment]:
    """Every moment of an event."""
    yield from (moment for moment in (event.start, event.instead_of) if moment is not None)
    yield from event.skipped
    yield from event.added

"""What the calendar shows day by day: the posts and open slots one can choose, and the blocks around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from planner.model.busy import BusyTime
from planner.model.card import Block, Card, moment_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

Row: TypeAlias = Card | Block | BusyTime
"""What stands on a day: a post, a slot, or time that another calendar takes."""


class DayPlan(NamedTuple):
    """A day: what can be chosen (posts and open publishing slots) and what merely takes time, both by moment."""

    day: date
    items: tuple[Card | Block, ...] = ()
    blocks: tuple[Block, ...] = ()
    taken: tuple[BusyTime, ...] = ()

    def rows(self) -> list[Row]:
        """Everything of the day, by moment; what takes the whole day comes first."""
        return sorted([*self.taken, *self.items, *self.blocks], key=_place)


def _place(row: Row) -> str:
    if isinstance(row, BusyTime):
        return f"{row.day}T{row.time}" if row.time else ""
    return moment_of(row) if row.time else "~"


def is_taken(row: Row) -> bool:
    """Whether the row is time that another calendar takes: nobody can choose it."""
    return isinstance(row, BusyTime)


def is_card(row: Row) -> bool:
    """Whether the row is a post rather than a slot."""
    return hasattr(row, "status")


def day_plans(
    days: Sequence[date], cards: Iterable[Card], blocks: Iterable[Block], taken: Iterable[BusyTime] = ()
) -> list[DayPlan]:
    """Each day with what stands on it; a publishing slot that a post fills is left out."""
    elsewhere: dict[str, list[BusyTime]] = {}
    for hour in taken:
        elsewhere.setdefault(hour.day, []).append(hour)
    items: dict[str, list[Card | Block]] = {}
    around: dict[str, list[Block]] = {}
    for card in cards:
        items.setdefault(card.day, []).append(card)
    for block in blocks:
        if block.kind != "publish":
            around.setdefault(block.day, []).append(block)
        elif not block.filled:
            items.setdefault(block.day, []).append(block)
    return [
        DayPlan(
            day,
            tuple(sorted(items.get(name, []), key=_place)),
            tuple(around.get(name, [])),
            tuple(elsewhere.get(name, [])),
        )
        for day, name in ((day, day.isoformat()) for day in days)
    ]

"""What the calendar shows day by day: the posts and open slots one can choose, and the blocks around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from planner.model.card import Block, Card


class DayPlan(NamedTuple):
    """A day: what can be chosen (posts and open publishing slots) and what merely takes time, both by hour."""

    day: date
    items: tuple[Card | Block, ...] = ()
    blocks: tuple[Block, ...] = ()

    def rows(self) -> list[Card | Block]:
        """Everything of the day, by hour."""
        return sorted([*self.items, *self.blocks], key=lambda row: row.time or "99")


def is_card(row: Card | Block) -> bool:
    """Whether the row is a post rather than a slot."""
    return hasattr(row, "status")


def day_plans(days: Sequence[date], cards: Iterable[Card], blocks: Iterable[Block]) -> list[DayPlan]:
    """Each day with what stands on it; a publishing slot that a post fills is left out."""
    items: dict[str, list[Card | Block]] = {}
    around: dict[str, list[Block]] = {}
    for card in cards:
        items.setdefault(card.day, []).append(card)
    for block in blocks:
        if block.kind != "publish":
            around.setdefault(block.day, []).append(block)
        elif not block.filled:
            items.setdefault(block.day, []).append(block)
    return [_day_plan(day, items.get(day.isoformat(), []), around.get(day.isoformat(), [])) for day in days]


def _day_plan(day: date, items: list[Card | Block], around: list[Block]) -> DayPlan:
    return DayPlan(day, tuple(sorted(items, key=lambda row: row.time or "99")), tuple(around))

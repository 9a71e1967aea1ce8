"""The brief's fields beside the form: as they stand in the record, and what becomes of text typed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planner.model.calendar import Calendar


def values_of(calendar: Calendar, names: Iterable[str]) -> dict[str, Any]:
    """The fields of the brief with these names, the needs' words in their order among them."""
    needs = [need.text for need in sorted(calendar.needs, key=lambda need: (need.position, need.id or 0))]
    return {name: needs if name == "needs" else getattr(calendar.brief, name) for name in names}


def merged(typed: str, before: Sequence[str], now: Sequence[str]) -> str:
    """A list being typed, one item a line: what the record lost meanwhile is out, what it gained is in."""
    gone = set(before) - set(now)
    kept = [line for line in typed.splitlines() if line.strip() not in gone]
    standing = {*before, *(line.strip() for line in kept)}
    return "\n".join([*kept, *(item for item in now if item not in standing)])

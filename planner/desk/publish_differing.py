"""Events on a server that differ from the plan and were left so: which remarks say it, and how it is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.exchange.ics.entry import Remark
    from planner.store.outlets import Outlet

REPLACED_IF_FORCED = ("caldav-changed-there", "caldav-deleted-there", "caldav-kept-there")
"""What a person did to an event of planner's; with `--force` planner's version replaces it."""
FOREIGN = "caldav-foreign-there"
"""An event that planner never wrote; it is left alone, whatever is said."""
MARK = "differing "


def replaced_if_forced(remarks: Iterable[Remark]) -> int:
    """How many events differ there that planner's version may replace."""
    return sum(found.key in REPLACED_IF_FORCED for found in remarks)


def differing_in(remarks: Iterable[Remark]) -> int:
    """How many events differ there."""
    return sum(found.key in (*REPLACED_IF_FORCED, FOREIGN) for found in remarks)


def mark_of(remarks: Iterable[Remark]) -> str:
    """What the outlet remembers of them, "" when all stands there as it is planned."""
    count = differing_in(remarks)
    return f"{MARK}{count}" if count else ""


def differing_at(outlet: Outlet) -> int:
    """How many events differed there when the server was asked last."""
    count = outlet.mark.removeprefix(MARK)
    return int(count) if count != outlet.mark and count.isdecimal() else 0

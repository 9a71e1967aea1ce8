"""The checks there are, by group, and what a calendar's brief makes of them: for lists, filters and explanations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from planner.focus.check import Group
from planner.focus.register import CALENDAR_CHECKS, POST_CHECKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.desk.desk import Desk
    from planner.focus.check import Check


class Known(NamedTuple):
    """A check: its name, its group, what it reads (`post`, `week`, `calendar`) and what it weighs by itself."""

    check: str
    group: str
    scope: str
    severity: str


class Said(NamedTuple):
    """What a brief says of the checks: the names that are off, and the severities given to checks and groups."""

    off: frozenset[str] = frozenset()
    weights: Mapping[str, str] = {}

    def silences(self, known: Known) -> bool:
        """Whether the check or its group is switched off."""
        return known.check in self.off or known.group in self.off

    def weight(self, known: Known) -> str:
        """What the check weighs in this calendar."""
        return self.weights.get(known.check) or self.weights.get(known.group) or known.severity


def catalogue() -> tuple[Known, ...]:
    """Every check, by group; within a group in the order in which their findings are made."""
    checks: tuple[Check[Any], ...] = (*POST_CHECKS, *CALENDAR_CHECKS)
    known = [Known(check.name, check.group, check.scope, str(check.severity)) for check in checks]
    order = get_args(Group)
    return tuple(sorted(known, key=lambda check: order.index(check.group)))


def groups() -> tuple[str, ...]:
    """The groups that hold a check, in the order of the catalogue."""
    return tuple(dict.fromkeys(known.group for known in catalogue()))


def said_of_checks(desk: Desk) -> Said:
    """What this calendar's brief says of the checks, read without loading its records."""
    off, weights = desk.database.rows("SELECT checks_off, severities FROM brief")[0]
    told = (line.partition("=") for line in json.loads(str(weights)))
    return Said(frozenset(json.loads(str(off))), {name: weight for name, _, weight in told})

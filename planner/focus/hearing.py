"""What the brief lets the checks say: which are switched off, and what the others weigh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planner.model.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.focus.check import Check
    from planner.model.brief import Brief


@dataclass(frozen=True, slots=True)
class Hearing:
    """The names of checks and groups that are off, and the severities that the brief gives to others."""

    off: frozenset[str]
    weights: Mapping[str, Severity]

    def hears(self, check: Check[Any]) -> bool:
        """Whether neither the check nor its group is switched off."""
        return check.name not in self.off and check.group not in self.off

    def weight(self, check: Check[Any]) -> Severity | None:
        """What the check weighs here, by its own name before its group's; None for its own severity."""
        return self.weights.get(check.name) or self.weights.get(check.group)


def hearing(brief: Brief) -> Hearing:
    """What this brief lets the checks say."""
    told = (line.partition("=") for line in brief.severities)
    return Hearing(frozenset(brief.checks_off), {name: Severity(weight) for name, _, weight in told})

"""What the brief lets each check say: as usual, an error, a warning, a suggestion, or nothing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from planner.focus.hearing import Hearing, hearing
from planner.model.terms import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from planner.desk.desk import Changed, Desk
    from planner.focus.check import Check
    from planner.model.calendar import Calendar

USUAL, OFF = "usual", "off"
CHOICES = (USUAL, *map(str, SEVERITIES), OFF)


class CheckHeard(NamedTuple):
    """A check: its name, its group, its own severity, and on how many posts it is muted."""

    name: str
    group: str
    own: str
    muted: int = 0


class Heard(NamedTuple):
    """Every check, and what the brief says of them and of their groups."""

    checks: tuple[CheckHeard, ...]
    brief: Hearing

    def groups(self) -> tuple[str, ...]:
        """The groups that have checks, in the order of the catalogue."""
        from planner.focus.check import Group

        standing = {check.group for check in self.checks}
        return tuple(group for group in get_args(Group) if group in standing)

    def of(self, group: str) -> list[CheckHeard]:
        """The checks of a group."""
        return [check for check in self.checks if check.group == group]

    def choice(self, name: str) -> str:
        """What was chosen for a check or a group by its own name: one of `CHOICES`."""
        return OFF if name in self.brief.off else str(self.brief.weights.get(name, USUAL))

    def is_off(self, check: CheckHeard) -> bool:
        """Whether the check, or its group, is switched off."""
        return bool({check.name, check.group} & self.brief.off)

    def severity(self, check: CheckHeard) -> str:
        """What the check weighs here when it speaks."""
        return str(self.brief.weights.get(check.name) or self.brief.weights.get(check.group) or check.own)


def heard(calendar: Calendar) -> Heard:
    """Every check as this calendar's brief has it."""
    posts = {(mute.post_id, mute.check) for mute in calendar.mutes if mute.post_id is not None}
    muted = Counter(check for _, check in posts)
    checks = (CheckHeard(check.name, check.group, str(check.severity), muted[check.name]) for check in _registered())
    return Heard(tuple(checks), hearing(calendar.brief))


def silent(off: Collection[str]) -> set[str]:
    """The checks that say nothing when these checks and groups are off."""
    return {check.name for check in _registered() if check.name in off or check.group in off}


def _registered() -> tuple[Check[Any], ...]:
    from planner.focus.register import CALENDAR_CHECKS, POST_CHECKS

    return *POST_CHECKS, *CALENDAR_CHECKS


def give(desk: Desk, name: str, choice: str) -> Changed:
    """Give a check, or a group of them, one of `CHOICES` in this calendar; one undo step.

    What is switched off keeps its weight. A check that is given a severity while its group is off takes the group's
    place: the group's others stay off.
    """
    from planner.desk import learning
    from planner.desk.brief import write_brief

    if choice == OFF:
        return learning.switch_off(desk, name)
    calendar = desk.calendar()
    brief, known = calendar.brief, heard(calendar)
    off, weights = _switched_on(brief.checks_off, known, name), _weighed(brief.severities, name, choice)
    if off == brief.checks_off:
        return learning.weigh(desk, name, "" if choice == USUAL else choice)
    if weights == brief.severities and {*off, name} == {*brief.checks_off}:
        return learning.switch_on(desk, name)
    return write_brief(desk, checks_off=off, severities=weights)


def _weighed(weights: Sequence[str], name: str, choice: str) -> list[str]:
    others = [line for line in weights if line.partition("=")[0] != name]
    given = f"{name}={choice}"
    if choice == USUAL:
        return others
    return list(weights) if given in weights else [*others, given]


def _switched_on(off: Sequence[str], known: Heard, name: str) -> list[str]:
    group = next((check.group for check in known.checks if check.name == name), "")
    others = [check.name for check in known.of(group)] if group in off else []
    return [item for item in dict.fromkeys([*off, *others]) if item not in (name, group)]

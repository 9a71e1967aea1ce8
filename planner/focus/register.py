"""Every check there is, in the order in which their findings are made: an explicit list, no import magic."""

from planner.focus.check import Check
from planner.focus.checks.honest import buzz, impersonal, no_next_step, pushy
from planner.focus.checks.measure import vague_goal, vanity_goal
from planner.focus.checks.networks import too_many_networks
from planner.focus.checks.precise import generic
from planner.focus.checks.ready import too_long
from planner.focus.checks.rhythm import over_hours, silence
from planner.focus.checks.target import for_everyone, no_need, off_limits, off_target, wrong_reader
from planner.focus.judged import JudgedCalendar, JudgedPost

POST_CHECKS: tuple[Check[JudgedPost], ...] = (
    too_long.check,
    generic.check,
    wrong_reader.check,
    off_target.check,
    off_limits.check,
    for_everyone.check,
    buzz.check,
    pushy.check,
    no_need.check,
    impersonal.check,
    no_next_step.check,
)
"""What each post is asked."""

CALENDAR_CHECKS: tuple[Check[JudgedCalendar], ...] = (
    vague_goal.check,
    vanity_goal.check,
    too_many_networks.check,
    silence.check,
    over_hours.check,
)
"""What the calendar and its weeks are asked."""


def names() -> tuple[str, ...]:
    """The names of all checks."""
    return (*(check.name for check in POST_CHECKS), *(check.name for check in CALENDAR_CHECKS))

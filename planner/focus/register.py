"""Every check there is, in the order in which their findings are made: an explicit list, no import magic."""

from planner.focus.check import Check
from planner.focus.checks.balance import need_forgotten, need_overdone, one_way, same_subject, too_much_asking
from planner.focus.checks.honest import buzz, copied, impersonal, no_next_step, no_way_home, pushy, vanity
from planner.focus.checks.measure import (
    broad_audience,
    means_as_goal,
    no_review,
    thin_brief,
    unmeasured,
    vague_goal,
    vanity_goal,
)
from planner.focus.checks.networks import early_network, flood, rented_only, thin_network, too_many_networks
from planner.focus.checks.precise import (
    generic,
    no_example,
    several_subjects,
    unknown_language,
    vague_subject,
    worn_phrase,
)
from planner.focus.checks.ready import no_date, no_text, too_long, too_many_tags
from planner.focus.checks.rhythm import (
    clash,
    clock_gap,
    late,
    no_listening,
    no_preparation,
    no_reply_time,
    not_a_working_day,
    over_hours,
    silence,
)
from planner.focus.checks.target import (
    for_everyone,
    no_need,
    off_limits,
    off_target,
    self_centred,
    wrong_place,
    wrong_reader,
)
from planner.focus.judged import JudgedCalendar, JudgedPost

POST_CHECKS: tuple[Check[JudgedPost], ...] = (
    no_text.check,
    no_date.check,
    too_long.check,
    too_many_tags.check,
    clock_gap.check,
    unknown_language.check,
    generic.check,
    wrong_reader.check,
    off_target.check,
    off_limits.check,
    for_everyone.check,
    buzz.check,
    vanity.check,
    pushy.check,
    no_need.check,
    impersonal.check,
    self_centred.check,
    vague_subject.check,
    worn_phrase.check,
    several_subjects.check,
    no_example.check,
    no_next_step.check,
    no_way_home.check,
    wrong_place.check,
    not_a_working_day.check,
)
"""What each post is asked, of itself, its network and the brief: never of today, slots or other posts."""

CALENDAR_CHECKS: tuple[Check[JudgedCalendar], ...] = (
    vague_goal.check,
    vanity_goal.check,
    means_as_goal.check,
    broad_audience.check,
    thin_brief.check,
    too_many_networks.check,
    early_network.check,
    thin_network.check,
    rented_only.check,
    late.check,
    silence.check,
    flood.check,
    over_hours.check,
    no_listening.check,
    no_reply_time.check,
    no_preparation.check,
    clash.check,
    copied.check,
    same_subject.check,
    too_much_asking.check,
    one_way.check,
    need_forgotten.check,
    need_overdone.check,
    unmeasured.check,
    no_review.check,
)
"""What the calendar is asked on a day, for itself, its weeks and those of its posts that stand with others."""


def names() -> tuple[str, ...]:
    """The names of all checks."""
    return (*(check.name for check in POST_CHECKS), *(check.name for check in CALENDAR_CHECKS))


def groups() -> tuple[str, ...]:
    """The names of the groups, in the order in which a person meets them."""
    return GROUPS


GROUPS = ("precise", "target", "honest", "networks", "rhythm", "balance", "measure", "ready")

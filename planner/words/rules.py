"""How often something repeats, in a few words."""

from planner.model.when import rule_parts
from planner.words import say, to_say

EVERY = {
    "DAILY": (to_say("every day"), to_say("every {count} days")),
    "WEEKLY": (to_say("every week"), to_say("every {count} weeks")),
    "MONTHLY": (to_say("every month"), to_say("every {count} months")),
    "YEARLY": (to_say("every year"), to_say("every {count} years")),
}


def repeated(rule: str) -> str:
    """`every week`, `every 2 weeks` of an RRULE value, whatever else it says; `repeats` of one that is none."""
    from planner.errors import InputError

    try:
        parts = rule_parts(rule)
    except InputError:
        return say("repeats")
    interval = parts.get("INTERVAL", "1")
    if parts.get("FREQ") not in EVERY or not interval.isdecimal() or len(interval) > 4:
        return say("repeats")
    one, many = EVERY[parts["FREQ"]]
    return say(one) if int(interval) < 2 else say(many, count=int(interval))

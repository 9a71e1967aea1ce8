"""What was done, as the notices tell it: a group of checks is named where a single check is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.words import deeds, say, terms, to_say

if TYPE_CHECKING:
    from planner.desk.desk import Changed

OF_A_GROUP = {
    "switch-off": to_say("the group “{name}” switched off"),
    "switch-on": to_say("the group “{name}” switched on again"),
    "weigh": to_say("the severity of the group “{name}” changed"),
}


def deed_of(changed: Changed) -> str:
    """What was done, such as `“The deposit” moved` or `the group “rhythm” switched off`."""
    if changed.verb in OF_A_GROUP and changed.title in terms.GROUP:
        return say(OF_A_GROUP[changed.verb], name=terms.group(changed.title))
    return deeds.deed(changed.verb, changed.title)

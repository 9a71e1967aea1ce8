"""What was done, in words: each verb of the desk, with the title of what it was done to."""

from planner.model.gate import visible
from planner.words import say, to_say

DEEDS = {
    "plan": to_say("“{title}” added"),
    "write": to_say("“{title}” saved"),
    "move": to_say("“{title}” moved"),
    "status": to_say("status of “{title}” changed"),
    "duplicate": to_say("“{title}” copied"),
    "adapt": to_say("“{title}” copied for another network"),
    "delete": to_say("“{title}” put into the bin"),
    "bring-back": to_say("“{title}” taken out of the bin"),
    "empty-bin": to_say("the bin emptied"),
    "mute": to_say("a finding on “{title}” muted"),
    "unmute": to_say("a finding on “{title}” heard again"),
    "mute-beside": to_say("a finding muted"),
    "unmute-beside": to_say("a finding heard again"),
    "welcome-reader": to_say("“{title}” are your readers too"),
    "forget-reader": to_say("“{title}” forgotten"),
    "forget-limit": to_say("how you usually write forgotten"),
    "switch-off": to_say("a check switched off"),
    "switch-on": to_say("a check switched on again"),
    "weigh": to_say("the severity of a check changed"),
    "write-brief": to_say("the brief saved"),
    "add-network": to_say("the network “{title}” added"),
    "write-network": to_say("the network “{title}” changed"),
    "remove-network": to_say("the network “{title}” removed"),
    "add-slot": to_say("a slot added"),
    "write-slot": to_say("a slot changed"),
    "remove-slot": to_say("a slot removed"),
    "note-question": to_say("a question noted"),
    "note-person": to_say("a person noted"),
    "note-result": to_say("a result noted"),
    "note-review": to_say("a review noted"),
    "import": to_say("a calendar imported"),
    "bring": to_say("“{title}” taken in"),
    "import-events": to_say("events imported from “{title}”"),
}


def deed(verb: str, title: str = "") -> str:
    """What a verb did, such as `“The deposit” moved`; long titles are cut."""
    shown = " ".join(visible(title).split()) or say("untitled")
    return say(DEEDS.get(verb, to_say("changed")), title=shown if len(shown) <= 48 else shown[:47].rstrip() + "…")

"""The words of the trade as they are shown: statuses, purposes, kinds, stages, fields."""

from __future__ import annotations

from planner.words import say, to_say

STATUS = {
    "idea": to_say("idea"),
    "draft": to_say("draft"),
    "ready": to_say("ready"),
    "published": to_say("published"),
    "dropped": to_say("dropped"),
}
STATUS_SIGN = {"idea": "○", "draft": "◐", "ready": "●", "published": "✓", "dropped": "–"}
PURPOSE = {
    "help": to_say("to help"),
    "discuss": to_say("to discuss"),
    "listen": to_say("to listen"),
    "relay": to_say("to relay"),
    "story": to_say("to tell a story"),
    "offer": to_say("to offer"),
}
SLOT_KIND = {
    "publish": to_say("publication"),
    "prepare": to_say("preparation"),
    "reply": to_say("replies"),
    "listen": to_say("listening"),
    "watch": to_say("watch"),
    "review": to_say("review"),
}
SLOT_KIND_SHORT = {
    "publish": to_say("publ."),
    "prepare": to_say("prep."),
    "reply": to_say("repl."),
    "listen": to_say("listening"),
    "watch": to_say("watch"),
    "review": to_say("review"),
}
NETWORK_KIND = {"owned": to_say("owned"), "rented": to_say("rented")}
STAGE = {
    "stranger": to_say("stranger"),
    "reader": to_say("reader"),
    "talks": to_say("in conversation"),
    "lead": to_say("lead"),
    "client": to_say("client"),
    "ambassador": to_say("ambassador"),
}
DECISION = {"keep": to_say("keep"), "adjust": to_say("adjust"), "stop": to_say("stop")}
SEVERITY = {"error": to_say("error"), "warning": to_say("warning"), "suggestion": to_say("suggestion")}
SEVERITY_SIGN = {"error": "✗", "warning": "!", "suggestion": "·"}
RECORD = {
    "calendar": to_say("calendar"),
    "brief": to_say("brief"),
    "need": to_say("need"),
    "network": to_say("network"),
    "slot": to_say("slot"),
    "post": to_say("post"),
    "mute": to_say("mute"),
    "person": to_say("person"),
    "question": to_say("question"),
    "result": to_say("result"),
    "review": to_say("review"),
}

GROUP = {
    "precise": (to_say("precise"), to_say("the post says something")),
    "target": (to_say("on target"), to_say("it says it to this audience, for this objective")),
    "honest": (to_say("honest"), to_say("interaction rather than noise")),
    "networks": (to_say("networks"), to_say("few, and earned")),
    "rhythm": (to_say("rhythm"), to_say("constant, and possible")),
    "balance": (to_say("balance"), to_say("give before you ask")),
    "measure": (to_say("measure"), to_say("what counts, on a date")),
    "ready": (to_say("ready to go out"), to_say("publishable as it stands")),
}


def status(name: str) -> str:
    """A post's status: `brouillon`, `draft`."""
    return _said(STATUS, name)


def sign_of_status(name: str) -> str:
    """`○` idea, `◐` draft, `●` ready, `✓` published, `–` dropped."""
    return STATUS_SIGN.get(name, " ")


def purpose(name: str) -> str:
    """A post's purpose: `aider`, `to help`."""
    return _said(PURPOSE, name)


def slot_kind(name: str) -> str:
    """What a slot is for: `préparation`, `preparation`."""
    return _said(SLOT_KIND, name)


def slot_kind_short(name: str) -> str:
    """What a slot is for, in a narrow column: `prép.`, `prep.`."""
    return _said(SLOT_KIND_SHORT, name)


def network_kind(name: str) -> str:
    """Whether a place is one's own: `à vous`, `owned`."""
    return _said(NETWORK_KIND, name)


def stage(name: str) -> str:
    """How near a person is: `inconnu`, `stranger`."""
    return _said(STAGE, name)


def decision(name: str) -> str:
    """How a review ends: `garder`, `keep`."""
    return _said(DECISION, name)


def severity(name: str) -> str:
    """How much a finding weighs: `avertissement`, `warning`."""
    return _said(SEVERITY, name)


def sign_of_severity(name: str) -> str:
    """`✗` error, `!` warning, `·` suggestion."""
    return SEVERITY_SIGN.get(name, " ")


def record(name: str) -> str:
    """The kind of a record: `publication`, `post`."""
    return _said(RECORD, name)


def field(name: str) -> str:
    """A field of any record: `titre`, `title`; a name nobody gave words is shown as it is."""
    from planner.words.fields import FIELD

    return _said(FIELD, name)


def _said(words: dict[str, str], name: str) -> str:
    return say(words[name]) if name in words else name


def group(name: str) -> str:
    """What a group of checks is called: `précise`, `precise`."""
    return _said({key: words[0] for key, words in GROUP.items()}, name)


def group_what(name: str) -> str:
    """What the checks of a group look after, in a few words."""
    return _said({key: words[1] for key, words in GROUP.items()}, name)

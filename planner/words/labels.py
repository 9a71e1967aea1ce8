"""The words that planner itself puts into a file, in the reader's language."""

from __future__ import annotations

from typing import Any

from planner.model.terms import Purpose, SlotKind
from planner.words import say, terms, to_say

ABOUTS = {
    "prepare": to_say("Time to write what comes next, before the day it is due."),
    "reply": to_say("Time to answer those who wrote."),
    "listen": to_say("Time to read what the audience says; note its questions in its own words."),
    "watch": to_say("Time to look at what is new in the trade; note what helps the audience."),
    "review": to_say("Time to look at the figures, and to decide: keep, adjust or stop."),
}
"""What a recurring block is for."""


def event_labels() -> dict[str, Any]:
    """What `planner.desk.bundle.Labels` takes: the words of an exported event."""
    return {
        "untitled": _capital(say("untitled")),
        "next_step": say("Next step: "),
        "link": say("Link: "),
        "need": say("Question: "),
        "purposes": {str(name): _capital(terms.purpose(name)) for name in Purpose},
        "slot_kinds": {str(name): _capital(terms.slot_kind(name)) for name in SlotKind},
        "cut_note": say("… The rest is in planner."),
        "preparing": say("Prepare: "),
        "answering": say("Answer: "),
        "reviewing": say("Review: "),
        "places": say("Where: "),
        "abouts": {kind: say(about) for kind, about in ABOUTS.items()},
        "elsewhere": say("No network"),
        "network": terms.record("network"),
    }


def toml_header() -> list[str]:
    """The comments at the head of a TOML file."""
    return [
        say("A planner calendar, whole: `planner import FILE.toml` takes it in again."),
        say("What is left out keeps its usual value; posts without a day are ideas."),
    ]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]

"""What an import would do, in words: the counts, and a line for each event, row or note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.gate import visible
from planner.words import dates, errors, say, terms, to_say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.desk.preview import PreviewRow, State

STATES: dict[State, str] = {
    "new": to_say("{count} to add"),
    "changed": to_say("{count} to change"),
    "same": to_say("{count} unchanged"),
    "refused": to_say("{count} refused"),
}
SIGNS: dict[State, str] = {"new": "+", "changed": "~", "same": "=", "refused": "×"}
LONGEST_TITLE = 60


def counted(counts: Mapping[State, int]) -> str:
    """How many rows are in each state; the states of which there are none are left out."""
    told = [say(words, count=dates.number(counts[state])) for state, words in STATES.items() if counts[state]]
    return " · ".join(told) or say("nothing to take in")


def row_told(row: PreviewRow) -> str:
    """One row: its sign, its number, its words, and under it what must be said of it."""
    title = " ".join(visible(row.title).split()) or say("untitled")
    shown = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
    head = f"{SIGNS[row.state]} {dates.number(row.number)}  {shown}" if row.number else f"{SIGNS[row.state]} {shown}"
    told = [say("changes: {fields}", fields=", ".join(map(terms.field, row.fields)))] if row.fields else []
    return "\n   ".join([head, *told, *(" ".join(errors.sentence(reason).split()) for reason in row.reasons)])

"""What an import would do, in words: the counts, and a line for each event, row or note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.gate import visible
from planner.words import dates, errors, say, terms, to_say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planner.desk.preview import PreviewRow, State

STATES: dict[State, str] = {
    "new": to_say("{count} to add"),
    "changed": to_say("{count} to change"),
    "same": to_say("{count} unchanged"),
    "refused": to_say("{count} refused"),
}
TAKEN_IN: dict[State, str] = {
    "new": to_say("new: {count}"),
    "changed": to_say("changed: {count}"),
    "refused": to_say("left out: {count}"),
}
SIGNS: dict[State, str] = {"new": "+", "changed": "~", "same": "=", "refused": "×"}
LONGEST_TITLE = 60


def counted(counts: Mapping[State, int]) -> str:
    """How many rows are in each state; the states of which there are none are left out."""
    told = [say(words, count=dates.number(counts[state])) for state, words in STATES.items() if counts[state]]
    return " · ".join(told) or say("nothing to take in")


def taken_in(counts: Mapping[State, int]) -> str:
    """What an import did, as how many rows are new here, were changed, or were left out."""
    told = [say(words, count=dates.number(counts[state])) for state, words in TAKEN_IN.items() if counts[state]]
    return " · ".join(told)


def rows_told(rows: Sequence[PreviewRow]) -> list[str]:
    """A text for each row: its sign, its number, its words, and under it what must be said of it.

    Where the same must be said of several that follow each other, it stands once, under the last of them.
    """
    remarks = [_remarks(row) for row in rows]
    following = [*remarks, []][1:]
    return [
        "\n   ".join([_head(row), *(told if told != then else ())])
        for row, told, then in zip(rows, remarks, following, strict=True)
    ]


def _head(row: PreviewRow) -> str:
    title = " ".join(visible(row.title).split()) or say("untitled")
    shown = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
    number = f"{dates.number(row.number)}  " if row.number else ""
    return f"{SIGNS[row.state]} {number}{shown}"


def _remarks(row: PreviewRow) -> list[str]:
    told = [say("changes: {fields}", fields=", ".join(map(terms.field, row.fields)))] if row.fields else []
    return [*told, *(" ".join(errors.sentence(reason).split()) for reason in row.reasons)]

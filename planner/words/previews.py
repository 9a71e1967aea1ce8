"""What an import would do, in words: the counts, and a line for each event, row or note."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from planner.model.gate import visible
from planner.words import dates, errors, rules, say, say_many, terms, to_say

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from datetime import date

    from planner.desk.preview import Becomes, PreviewRow, State

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
GAPS = re.compile(r"[ \t\r\n]+")
SIGNS: dict[State, str] = {"new": "+", "changed": "~", "same": "=", "refused": "×"}
WIDTH = 80
"""Columns that a row takes, where nobody says otherwise."""
MOST_NAMED = 10
LONGEST_TITLE = 60
SHORTEST_TITLE = 24
"""A title is not cut further: what the row becomes then stands under it."""
ORDERS = {
    "dmy": to_say("day, month, year: 03/02 is 3 February"),
    "mdy": to_say("month, day, year: 03/02 is 2 March"),
    "ymd": to_say("year, month, day: 2026/02/03"),
}


def counted(counts: Mapping[State, int]) -> str:
    """How many rows are in each state; the states of which there are none are left out."""
    told = [of_state(state, counts[state]) for state in STATES if counts[state]]
    return " · ".join(told) or say("nothing to take in")


def of_state(state: State, count: int) -> str:
    """How many rows are in one state: `3 to add`."""
    return say(STATES[state], count=dates.number(count))


def taken_in(counts: Mapping[State, int]) -> str:
    """What an import did, as how many rows are new here, were changed, or were left out."""
    told = [say(words, count=dates.number(counts[state])) for state, words in TAKEN_IN.items() if counts[state]]
    return " · ".join(told)


def held_told(counts: Mapping[str, int]) -> str:
    """What a calendar holds: `a brief, 2 needs, 3 posts`."""
    return ", ".join(_held(record, count) for record, count in counts.items())


def _held(record: str, count: int) -> str:
    told = {
        "need": lambda: say_many("{count} need", "{count} needs", count),
        "network": lambda: say_many("{count} network", "{count} networks", count),
        "slot": lambda: say_many("{count} slot", "{count} slots", count),
        "post": lambda: say_many("{count} post", "{count} posts", count),
        "question": lambda: say_many("{count} question", "{count} questions", count),
        "person": lambda: say_many("{count} person", "{count} people", count),
        "result": lambda: say_many("{count} result", "{count} results", count),
        "review": lambda: say_many("{count} review", "{count} reviews", count),
        "mute": lambda: say_many("{count} mute", "{count} mutes", count),
    }
    return told[record]() if record in told else say("a brief")


def order_of_days(order: str) -> str:
    """What an order of day, month and year means, by an example; "" for none."""
    return say(ORDERS[order]) if order in ORDERS else ""


def asked_on_screen(asks: Mapping[str, tuple[str, ...]], noted: Container[str] = ()) -> list[str]:
    """What an import must be told, where there are fields to say it in.

    Args:
        asks: what must be decided, with the choices.
        noted: the keys of what is said of the file.
    """
    told: list[str] = []
    if zones := asks.get("zone-unknown"):
        told.append(say("Some times say no zone that is known: name it above, such as {zone}.", zone=zones[0]))
    if names := asks.get("zone-names"):
        shown = ", ".join(say("“{text}”", text=name) for name in names[:MOST_NAMED])
        told.append(say("Or each zone of the file by itself, as NAME=ZONE, parted by commas: {names}.", names=shown))
    if "date-order" in asks:
        told.append(say("Its days can be read in more than one order: choose it above."))
    if "columns" in asks:
        told.append(say("No column was understood as a title or a text."))
    if "columns" in asks or "only-ideas" in noted:
        told.append(
            say('Which column is what is said on the command line: `planner import FILE --map "COLUMN=title"`.')
        )
    return told


def rows_told(rows: Sequence[PreviewRow], today: date | None = None, width: int = WIDTH) -> list[str]:
    """A text for each row: its sign, its number, its words, what it becomes; under it what must be said of it.

    Where the same must be said of several that follow each other, it stands once, under the last of them, with their
    number.

    Args:
        rows: one after the other.
        today: the day whose year need not be said.
        width: columns that a row may take: titles are cut, what they become is not.
    """
    remarks = [_remarks(row) for row in rows]
    heads = [_head(row, today, width) for row in rows]
    for told, group in groupby(range(len(rows)), remarks.__getitem__):
        alike = list(group)
        heads[alike[-1]] += _of_several(told, len(alike)) if told else []
    return ["\n   ".join(lines) for lines in heads]


def _of_several(told: list[str], count: int) -> list[str]:
    """What is said of each of so many rows."""
    if count == 1:
        return told
    return [say("these {count}: {remark}", count=dates.number(count), remark=told[0]), *told[1:]]


def _head(row: PreviewRow, today: date | None, width: int) -> list[str]:
    """The row's line, and a second one where title and what it becomes do not fit on one."""
    number = f"{dates.number(row.number)}  " if row.number else ""
    begins = f"{SIGNS[row.state]} {number}"
    title = " ".join(visible(row.title).split()) or _kind(row) or say("untitled")
    becomes = _becomes(row, today)
    room = width - len(begins)
    if not becomes:
        return [begins + _cut(title, min(room, LONGEST_TITLE))]
    beside = room - len(becomes) - 3
    if beside < min(SHORTEST_TITLE, _width(title)):
        return [begins + _cut(title, min(room, LONGEST_TITLE)), becomes]
    return [f"{begins}{_cut(title, min(beside, LONGEST_TITLE))} · {becomes}"]


def _kind(row: PreviewRow) -> str:
    """What an untitled slot is for."""
    return terms.slot_kind(row.becomes.code) if row.record == "slot" and row.becomes else ""


def _becomes(row: PreviewRow, today: date | None) -> str:
    """What a row that is taken in is here: `slot: preparation · Tue 24 Nov 10:00, every week`, `draft · …`."""
    from planner.desk.preview import GONE

    if row.becomes is None or row.state not in ("new", "changed"):
        return ""
    if row.becomes.code == GONE:
        return say("it is taken away")
    if row.record == "post":
        what = terms.status(row.becomes.code)
    elif row.record == "slot":
        what = say("slot: {kind}", kind=terms.slot_kind(row.becomes.code))
    else:
        what = terms.record(row.record)
    when = _when(row.becomes, today)
    return f"{what} · {when}" if when else what


def _when(becomes: Becomes, today: date | None) -> str:
    if becomes.day is None:
        return ""
    hour = [dates.hour(becomes.at)] if becomes.at is not None else []
    placed = " ".join([dates.day_short(becomes.day, today), *hour, *([becomes.zone] if becomes.zone else [])])
    return f"{placed}, {rules.repeated(becomes.rule)}" if becomes.rule else placed


def _cut(title: str, width: int) -> str:
    """The title in so many columns of a terminal, its end an ellipsis where it was cut."""
    if _width(title) <= width:
        return title
    kept, used = "", 1
    for sign in title:
        used += _width(sign)
        if used > width:
            break
        kept += sign
    return kept.rstrip() + "…"


def _width(text: str) -> int:
    """Columns that a text takes: two for wide signs (UAX 11), none for those that stand over another."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) > 0 for sign in text)


def _remarks(row: PreviewRow) -> list[str]:
    told = [say("changes: {fields}", fields=", ".join(map(terms.field, row.fields)))] if row.fields else []
    return [*told, *(GAPS.sub(" ", errors.of_row(reason)).strip() for reason in row.reasons)]

"""`planner add`, `planner undo` and `planner redo`: one action each, told with the revision it made."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar
from planner.cli.networks import network_named
from planner.cli.printing import on_one_line, put
from planner.cli.reading import text_of, typed
from planner.desk.desk import open_desk
from planner.errors import InputError, UsageError
from planner.model.gate import clean_text
from planner.words import dates, say, spoken, to_say

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.desk import Changed


def _takes_text(parser: Parser) -> None:
    parser.word("text", nargs="*", metavar=say("TEXT"), help=say("its first line is the title; - reads what comes in"))
    parser.option("--day", metavar=say("DAY"), help=say("fri, +3, 25/11, 2026-11-25; an idea when absent"))
    parser.option("--on", metavar=say("NETWORK"), help=say("one of the calendar's networks, by its name"))


def _takes_nothing(parser: Parser) -> None:
    """Undo and redo take the options of every command, and nothing else."""


def _add(understood: Namespace, asked: Asked) -> int:
    if not understood.text:
        raise UsageError("argument-missing", argument=say("TEXT"), command="add")
    written = typed(" ".join(understood.text))
    if written == "-":
        written = clean_text(text_of(sys.stdin.buffer.read(), "-"))
    title, _, body = written.strip().partition("\n")
    with open_desk(chosen_calendar(asked)) as desk:
        fields: dict[str, Any] = {"title": title, "body": body.strip()}
        if not on_one_line(title):
            raise InputError("text-missing", field="text")
        if understood.day is not None:
            from planner.desk.dates import understood_day

            fields["day"] = understood_day(understood.day, desk.today(), spoken())
        if understood.on is not None:
            fields["network_id"], _ = network_named(desk, understood.on, "--on")
        from planner.desk.posts import plan

        put(_planned(plan(desk, **fields), fields.get("day")))
    return 0


def _planned(changed: Changed, day: date | None) -> str:
    told: dict[str, Any] = {
        "number": changed.id,
        "title": on_one_line(changed.title),
        "revision": changed.revision,
    }
    if day is None:
        return say("Idea {number} noted: “{title}” · revision {revision}", **told)
    return say("Post {number} planned for {day}: “{title}” · revision {revision}", day=dates.day_long(day), **told)


def _undo(understood: Namespace, asked: Asked) -> int:
    from planner.desk.undo import undo

    with open_desk(chosen_calendar(asked)) as desk:
        changed = undo(desk)
        put(
            _told(to_say("Undone: {deed} · revision {revision}"), changed)
            if changed
            else say("There is nothing to undo.")
        )
    return 0


def _redo(understood: Namespace, asked: Asked) -> int:
    from planner.desk.undo import redo

    with open_desk(chosen_calendar(asked)) as desk:
        changed = redo(desk)
        put(
            _told(to_say("Done again: {deed} · revision {revision}"), changed)
            if changed
            else say("There is nothing to redo.")
        )
    return 0


def _told(sentence: str, changed: Changed) -> str:
    from planner.words.deeds import deed

    return say(sentence, deed=deed(changed.verb, changed.title), revision=changed.revision)


COMMANDS = {
    "add": Command(_takes_text, _add),
    "undo": Command(_takes_nothing, _undo),
    "redo": Command(_takes_nothing, _redo),
}

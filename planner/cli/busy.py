"""`planner busy`: other calendars laid under the week, so that posts are planned around them.

`planner busy` lists them, `planner busy add FILE.ics` lays one under, `planner busy remove NAME` takes one away.
Their files are only ever read. A title is shown only where `--titles` was said. An event whose zone nobody knows is
left out and told; `--zone` says the zone, and is remembered.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar
from planner.cli.parsing import one_of
from planner.cli.printing import complain, on_one_line, put
from planner.desk.desk import open_desk
from planner.errors import UsageError
from planner.words import busy, say, say_many
from planner.words.errors import sentence

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk
    from planner.store.busy import BusyCalendar


def _takes(parser: Parser) -> None:
    parser.word(
        "verb", metavar="add|remove", type=one_of("add", "remove"), help=say("what to do; without it, list them")
    )
    parser.word("which", metavar=say("FILE.ics|NAME"), help=say("add: the file; remove: what it is called here"))
    parser.option("--name", metavar=say("NAME"), help=say("add: what to call it, instead of its file’s name"))
    parser.option(
        "--zone",
        action="append",
        metavar=say("[NAME=]ZONE"),
        help=say(
            "add: the zone of times that say none, such as Europe/Paris, or of the file’s zone NAME; again for more"
        ),
    )
    parser.option("--titles", action="store_true", help=say("add: show the titles of its events too"))


def _busy(understood: Namespace, asked: Asked) -> int:
    with open_desk(chosen_calendar(asked)) as desk:
        if understood.verb is None:
            _list(desk)
        elif understood.which is None:
            missing = say("FILE.ics") if understood.verb == "add" else say("NAME")
            raise UsageError("argument-missing", argument=missing, command="busy")
        elif understood.verb == "add":
            _add(desk, understood)
        else:
            _remove(desk, understood.which)
    return 0


def _add(desk: Desk, understood: Namespace) -> None:
    from planner.desk.busy import about_zones, lay_under

    file, name = Path(understood.which), understood.name or ""
    laid = lay_under(desk, file, name, titles=understood.titles, zone=understood.zone)
    put(say_many(
        "“{name}” lies under the week: {count} stretch of time. It is read again when its file changes.",
        "“{name}” lies under the week: {count} stretches of time. It is read again when its file changes.",
        laid.stretches, name=laid.calendar.name,
    ))  # fmt: skip
    if laid.hidden:
        complain(say_many(
            "{count} event could not be understood and is left out.",
            "{count} events could not be understood and are left out.",
            laid.hidden,
        ))  # fmt: skip
    for line in busy.zones(*about_zones(desk, laid.calendar)):
        complain(line)


def _remove(desk: Desk, name: str) -> None:
    from planner.desk.busy import take_away

    taken = take_away(desk, name)
    put(say("“{name}” lies under the week no more. Its file stays: {file}", name=taken.name, file=taken.place))


def _list(desk: Desk) -> None:
    from planner.desk.busy import about_zones, busy_calendars, refresh

    for error in refresh(desk, again=True).refused:
        complain(sentence(error))
    calendars = busy_calendars(desk)
    if not calendars:
        put(say("No other calendar lies under the week. `planner busy add FILE.ics` lays one there."))
    for calendar in calendars:
        put(_told(calendar), *busy.zones(*about_zones(desk, calendar)))


def _told(calendar: BusyCalendar) -> str:
    from planner.desk.busy import could_be_read

    line = say("{name}: {file}", name=on_one_line(calendar.name), file=on_one_line(calendar.place))
    if calendar.titles:
        line = say("{line}, with its titles", line=line)
    return line if could_be_read(calendar) else say("{line}, as it was last read", line=line)


COMMANDS = {"busy": Command(_takes, _busy)}

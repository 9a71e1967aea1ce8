"""`planner dump --json`: the whole calendar, total and sorted, for another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar
from planner.cli.printing import put_text
from planner.desk.desk import open_desk
from planner.errors import UsageError
from planner.words import say

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser


def _takes(parser: Parser) -> None:
    parser.option("--json", action="store_true", help=say("the form of the dump; there is no other"))


def _dump(understood: Namespace, asked: Asked) -> int:
    if not understood.json:
        raise UsageError("argument-missing", argument="--json", command="dump")
    from planner.desk.send import dump_text

    with open_desk(chosen_calendar(asked)) as desk:
        put_text(dump_text(desk))
    return 0


COMMANDS = {"dump": Command(_takes, _dump)}

"""`planner export md`: the posts as a folder of notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.choosing import chosen_calendar
from planner.cli.printing import complain, put
from planner.desk.desk import open_desk
from planner.errors import UsageError
from planner.words import say
from planner.words.exported import posts_written
from planner.words.remarks import remark

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser

OPTIONS = ()


def takes(parser: Parser) -> None:
    """Take nothing more than every form does."""


def export(understood: Namespace, asked: Asked) -> int:
    """Write the notes into the folder that is named, and give the exit code."""
    if understood.output in (None, "-"):
        raise UsageError("argument-missing", argument="-o " + say("FOLDER"), command="export md")
    from planner.desk.send_notes import export_markdown

    with open_desk(chosen_calendar(asked)) as desk:
        sent = export_markdown(desk, Path(understood.output), force=understood.force)
    put(posts_written(sent.count, sent.binned, str(sent.path), whole=False))
    for found in sent.remarks:
        complain(remark(found.key, found.values))
    return 0

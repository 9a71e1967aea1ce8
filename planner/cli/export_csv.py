"""`planner export csv`: the posts as a table for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.choosing import chosen_calendar
from planner.cli.parsing import one_of
from planner.cli.printing import put, put_bytes
from planner.desk.desk import open_desk
from planner.words import say, spoken
from planner.words.columns import table_words
from planner.words.exported import posts_written

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser

SEPARATORS = {",": ",", ";": ";", "tab": "\t"}
OPTIONS = ("--columns", "--separator", "--no-bom", "--exact")


def takes(parser: Parser) -> None:
    """Take what a table is written with."""
    parser.option("--columns", metavar="fr|en", type=one_of("fr", "en"), help=say("csv: the language of its words"))
    parser.option("--separator", metavar=",|;|tab", type=one_of(*SEPARATORS), default=",",
                  help=say("csv: between cells; a spreadsheet in French takes ;"))  # fmt: skip
    parser.option("--no-bom", action="store_true", help=say("csv: without the mark by which Excel knows UTF-8"))
    parser.option("--exact", action="store_true", help=say("csv: formulas as they are, without ' before them"))


def export(understood: Namespace, asked: Asked) -> int:
    """Write the table, or print it, and give the exit code."""
    from planner.desk.post_texts import COLUMNS
    from planner.desk.send_rows import TableForm, export_csv, rows_bytes

    form = TableForm(
        **table_words(COLUMNS, understood.columns or spoken()),
        separator=SEPARATORS[understood.separator],
        bom=not understood.no_bom,
        exact=understood.exact,
    )
    with open_desk(chosen_calendar(asked)) as desk:
        if understood.output in (None, "-"):
            put_bytes(rows_bytes(desk.calendar(), form)[0])
            return 0
        sent = export_csv(desk, Path(understood.output), form, force=understood.force)
    put(posts_written(sent.count, sent.binned, str(sent.path), whole=False))
    return 0

"""`planner export html`: a week, a month or the brief as a page to print or to send."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.choosing import chosen_calendar
from planner.cli.printing import put, put_bytes
from planner.cli.serving import refuse_together
from planner.desk.desk import open_desk
from planner.errors import InputError
from planner.model.when import monday
from planner.words import dates, say, spoken

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk
    from planner.desk.send_page import Kind

MONTH = re.compile(r"\d{4}-\d{2}")
LONGEST = 60
"""Characters of a month that are shown again, at most."""
OPTIONS = ("--week", "--month", "--brief", "--findings", "--with-slots", "--without-slots")


def takes(parser: Parser) -> None:
    """The options of this form alone."""
    parser.option("--week", metavar=say("DAY"), help=say("html: the week of this day; this week when absent"))
    parser.option("--month", metavar=say("MONTH"), help=say("html: the month of this day, or a month as in 2026-11"))
    parser.option("--brief", action="store_true", help=say("html: the brief"))
    parser.option("--findings", action="store_true", help=say("html: with what the checks found in each post"))


def export(understood: Namespace, asked: Asked) -> int:
    """Write the page, or print it for another program; for a terminal, a file of the calendar's name."""
    from planner.desk.send_page import export_page
    from planner.exchange.printed import Labels
    from planner.words.page_labels import page_labels

    path = chosen_calendar(asked)
    with open_desk(path) as desk:
        (kind, day), today = _wanted(desk, understood), desk.today()
        labels = Labels(**page_labels())
        options = {"findings": understood.findings, "slots": getattr(understood, "slots", True)}
        output = understood.output or (f"{path.stem}-{kind}.html" if sys.stdout.isatty() else "-")
        if output == "-":
            with tempfile.TemporaryDirectory() as folder:
                sent = export_page(desk, Path(folder) / "page.html", kind, day, labels, **options)
                put_bytes(sent.path.read_bytes())
            return 0
        sent = export_page(desk, Path(output).expanduser(), kind, day, labels, force=understood.force, **options)
    put(say("Page written to {file}. A browser shows it and prints it.", file=str(sent.path)))
    if kind != "brief" and day.year != today.year:
        put(dates.month_title(day) if kind == "month" else dates.week_title(monday(day), today))
    return 0


def _wanted(desk: Desk, understood: Namespace) -> tuple[Kind, date]:
    """Which page, and a day of it.

    Raises:
        UsageError: `options-apart` when two pages are asked for at once, or findings of what shows none.
    """
    refuse_together(understood.given, "--week", "--month", "--brief")
    refuse_together(understood.given, "--with-slots", "--without-slots")
    refuse_together(understood.given, "--month", "--brief", "--findings")
    refuse_together(understood.given, "--brief", "--findings")
    if understood.month:
        return "month", _month(desk, understood.month)
    if understood.week:
        return "week", _day(desk, understood.week)
    return "brief" if understood.brief else "week", desk.today()


def _month(desk: Desk, text: str) -> date:
    """A day of the month that is meant.

    Raises:
        InputError: `month-unclear`.
    """
    try:
        return _day(desk, f"{text}-01" if MONTH.fullmatch(text) else text)
    except InputError as error:
        raise InputError("month-unclear", text=text[:LONGEST]) from error


def _day(desk: Desk, text: str) -> date:
    from planner.desk.dates import understood_day

    return understood_day(text, desk.today(), spoken())

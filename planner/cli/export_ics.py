"""`planner export ics`: a file, or several, for Google Calendar, Outlook and their like."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.cli.choosing import chosen_calendar
from planner.cli.kinds import KINDS, kind_names, kinds, minutes, refuse_none_left
from planner.cli.networks import network_named
from planner.cli.parsing import one_of_words
from planner.cli.printing import complain, put, put_bytes
from planner.cli.serving import refuse_together
from planner.desk.desk import open_desk
from planner.desk.endings import file_for_calendars
from planner.errors import UsageError
from planner.words import in_each_language, labels, say, spoken, to_say
from planner.words.exported import days_taken, events_written
from planner.words.remarks import remark

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk
    from planner.desk.send import ExportedFile

ALONE = frozenset({"publish"})
"""What is left of the kinds without the blocks of work."""
SPLITS = {"network": to_say("network"), "kind": to_say("kind"), "year": to_say("year")}
"""What a calendar can be split by, and how a person names it."""
OPTIONS = (
    "--from", "--to", "--network", "--kinds", "--without", "--with-slots", "--without-slots", "--split", "--alarm",
    "--html",
)  # fmt: skip


def takes(parser: Parser) -> None:
    """The options of this form."""
    day, network = say("DAY"), say("NETWORK")
    parser.option("--from", dest="first", metavar=day, help=say("ics: leave out what is before"))
    parser.option("--to", dest="last", metavar=day, help=say("ics: leave out what is after"))
    parser.option("--network", metavar=network, help=say("ics: only what stands on this network"))
    among = say("ics: only these of {kinds}", kinds=", ".join(kind_names()))
    for name, told in (("--kinds", among), ("--without", say("ics: all but these"))):
        parser.option(name, metavar=say("KINDS"), type=kinds(name), help=told)
    slots = {"dest": "slots", "default": True}
    parser.option(
        "--with-slots", action="store_true", help=say("ics, html: with the blocks of work, as usual"), **slots
    )
    parser.option("--without-slots", action="store_false", help=say("ics, html: without them"), **slots)
    words = {split: (split, *in_each_language(word)) for split, word in SPLITS.items()}
    metavar = "|".join(say(word) for word in SPLITS.values())
    told = say("ics: a file for each network, kind or year")
    parser.option("--split", metavar=metavar, type=one_of_words(words, metavar.split("|")), help=told)
    parser.option("--alarm", type=minutes, metavar=say("MINUTES"), help=say("ics: remind so many minutes before"))
    parser.option("--html", action="store_true", help=say("ics: texts in HTML too"))


def export(understood: Namespace, asked: Asked) -> int:
    """Write the file, or print it for another program; for a terminal or in parts, under the calendar's name."""
    path = chosen_calendar(asked)
    named = understood.split or sys.stdout.isatty()
    output = understood.output or (f"{path.stem}.ics" if named else "-")
    refuse_together(understood.given, "--with-slots", "--without-slots")
    refuse_none_left(_chosen(understood), understood.given)
    if output == "-" and understood.split:
        raise UsageError("options-apart", first="--split", second="-o -")
    with open_desk(path) as desk:
        options = _options(desk, understood)
        if output == "-":
            _print(desk, options)
            if days := days_taken(options["first"], options["last"]):
                complain(days)
            return 0
        file = file_for_calendars(output, path.stem)
        sent = _sent(desk, file, {**options, "split": understood.split or "", "force": understood.force})
    put(events_written(sent.count, sent.cancelled, str(sent.path)))
    if days := days_taken(options["first"], options["last"]):
        put(days)
    _tell(sent)
    return 0


def _print(desk: Desk, options: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sent = _sent(desk, Path(folder) / "calendar.ics", {**options, "large": True})
        put_bytes(sent.path.read_bytes())
    _tell(sent)


def _sent(desk: Desk, path: Path, options: dict[str, Any]) -> ExportedFile:
    from planner.desk.bundle import Labels
    from planner.desk.send import export_ics

    return export_ics(desk, path, labels=Labels(**labels.event_labels()), **options)


def _options(desk: Desk, understood: Namespace) -> dict[str, Any]:
    return {
        "first": _day(desk, understood.first),
        "last": _day(desk, understood.last),
        "network": network_named(desk, understood.network)[1] if understood.network is not None else None,
        "kinds": _chosen(understood),
        "alarm": understood.alarm,
        "html": understood.html,
    }


def _chosen(understood: Namespace) -> frozenset[str]:
    asked: frozenset[str] = KINDS if understood.kinds is None else understood.kinds
    left = asked - (understood.without or frozenset())
    return left if understood.slots else left & ALONE


def _day(desk: Desk, text: str | None) -> date | None:
    from planner.desk.dates import understood_day

    return None if text is None else understood_day(text, desk.today(), spoken())


def _tell(sent: ExportedFile) -> None:
    """Say on standard error what must be known of the file."""
    for found in sent.remarks:
        complain(remark(found.key, found.values))

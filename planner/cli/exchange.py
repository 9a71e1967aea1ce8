"""`planner export`: the calendar as a file for other calendars, and whole as TOML."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar
from planner.cli.networks import network_named
from planner.cli.parsing import one_of
from planner.cli.printing import complain, put, put_bytes, put_text
from planner.desk.desk import open_desk
from planner.errors import InputError, UsageError
from planner.words import labels, say, say_many, spoken
from planner.words.remarks import remark

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk
    from planner.desk.send import Sent

LONGEST_ALARM = 28 * 24 * 60
"""Minutes a reminder may come before its event: four weeks."""


def _takes_form(parser: Parser) -> None:
    parser.word(
        "form",
        metavar="ics|toml",
        type=one_of("ics", "toml"),
        help=say("ics for other calendars, toml for all of it"),
    )
    parser.option("-o", "--output", metavar=say("FILE"), help=say("where to write; - prints"))
    parser.option("--force", action="store_true", help=say("replace a file that planner did not write"))
    day, network = say("DAY"), say("NETWORK")
    parser.option("--from", dest="first", metavar=day, help=say("ics: leave out what is before"))
    parser.option("--to", dest="last", metavar=day, help=say("ics: leave out what is after"))
    parser.option("--network", metavar=network, help=say("ics: only what stands on this network"))
    slots = {"dest": "slots", "default": True}
    parser.option("--with-slots", action="store_true", help=say("ics: with the recurring blocks, as usual"), **slots)
    parser.option("--without-slots", action="store_false", help=say("ics: without them"), **slots)
    parser.option("--alarm", type=_minutes, metavar=say("MINUTES"), help=say("ics: remind so many minutes before"))
    parser.option("--html", action="store_true", help=say("ics: texts in HTML too"))


def _minutes(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise UsageError("argument-wrong", argument=text, command="export") from error


def _export(understood: Namespace, asked: Asked) -> int:
    if understood.form is None:
        raise UsageError("argument-missing", argument="ics|toml", command="export")
    if understood.alarm is not None and not 0 <= understood.alarm <= LONGEST_ALARM:
        raise InputError(
            "value-not-allowed", field="alarm", value=str(understood.alarm), allowed=f"0 – {LONGEST_ALARM}"
        )
    path = chosen_calendar(asked)
    with open_desk(path) as desk:
        if understood.form == "toml":
            _export_toml(desk, understood)
        else:
            _export_ics(desk, understood, path)
    return 0


def _export_toml(desk: Desk, understood: Namespace) -> None:
    from planner.desk.send import export_toml, toml_text

    if understood.output in (None, "-"):
        put_text(toml_text(desk, labels.toml_header()))
        return
    sent = export_toml(desk, Path(understood.output), labels.toml_header(), force=understood.force)
    _tell(
        sent,
        say_many(
            "{count} post written to {file}.",
            "{count} posts written to {file}.",
            sent.count,
            file=str(sent.path),
        ),
    )


def _export_ics(desk: Desk, understood: Namespace, path: Path) -> None:
    """Write the file, or print it for another program; for a terminal, a file of the calendar's name."""
    options = _options(desk, understood)
    output = understood.output or (f"{path.stem}.ics" if sys.stdout.isatty() else "-")
    if output == "-":
        with tempfile.TemporaryDirectory() as folder:
            sent = _sent(desk, Path(folder) / "calendar.ics", {**options, "split": False})
            put_bytes(sent.path.read_bytes())
        _tell(sent, "")
        return
    sent = _sent(desk, Path(output), {**options, "force": understood.force})
    _tell(
        sent,
        say_many("{count} event written to {file}.", "{count} events written to {file}.", sent.count, file=output),
    )


def _sent(desk: Desk, path: Path, options: dict[str, Any]) -> Sent:
    from planner.desk.send import Labels, export_ics

    return export_ics(desk, path, labels=Labels(**labels.event_labels()), **options)


def _options(desk: Desk, understood: Namespace) -> dict[str, Any]:
    return {
        "first": _day(desk, understood.first),
        "last": _day(desk, understood.last),
        "network": network_named(desk, understood.network)[1] if understood.network is not None else None,
        "with_slots": understood.slots,
        "alarm": understood.alarm,
        "html": understood.html,
    }


def _day(desk: Desk, text: str | None) -> date | None:
    from planner.desk.dates import understood_day

    return None if text is None else understood_day(text, desk.today(), spoken())


def _tell(sent: Sent, sentence: str) -> None:
    """Say what was written, and on standard error what must be known of it."""
    if sentence:
        put(sentence)
    for found in sent.remarks:
        complain(remark(found.key, found.values))


COMMANDS = {"export": Command(_takes_form, _export)}

"""`planner import`: a whole calendar from its TOML file, into a new calendar or in the place of one."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from planner import places
from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar, openable, remember
from planner.cli.parsing import one_of
from planner.cli.printing import on_one_line, put
from planner.cli.serving import refuse_options_of_others
from planner.desk.desk import open_desk
from planner.errors import InputError, UsageError
from planner.words import say, say_many
from planner.words.previews import held_told

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.bring import ImportedCalendar
    from planner.desk.desk import Desk
    from planner.desk.intake import Intake


OTHER_FORMS: dict[str, str] = {
    "": "planner.cli.bringing_markdown",
    ".md": "planner.cli.bringing_markdown",
    ".markdown": "planner.cli.bringing_markdown",
    ".csv": "planner.cli.bringing_csv",
    ".tsv": "planner.cli.bringing_csv",
    ".ics": "planner.cli.bringing_ics",
}
"""The command-line module that takes in a form, by the ending of a file's name; "" is a folder of texts."""
TAKES = {
    ".ics": ("--zone", "--as", "--new-networks", "--new-needs"),
    ".csv": ("--map", "--dates", "--exact", "--new-networks", "--new-needs"),
    ".md": ("--dates", "--new-networks", "--new-needs"),
    ".toml": (),
}
"""The options that serve each form; what stands in no list serves them all."""
ALIKE = {"": ".md", ".markdown": ".md", ".tsv": ".csv"}
"""Endings that are read as another is."""


def _takes_file(parser: Parser) -> None:
    parser.word(
        "file",
        metavar=say("FILE|FOLDER"),
        help=say("events (.ics), posts (.csv, .md, a folder of .md), or a whole calendar (.toml)"),
    )
    parser.option("--yes", action="store_true", help=say("take it in without asking"))
    _takes_posts(parser)
    _takes_events(parser)


def _takes_posts(parser: Parser) -> None:
    """Take what decides how posts of a table or of notes are read."""
    parser.option(
        "--map", action="append", metavar=say('"COLUMN=FIELD"'), help=say("csv: which column is what; again for more")
    )
    parser.option(
        "--dates",
        metavar="dmy|mdy|ymd",
        type=one_of("dmy", "mdy", "ymd"),
        help=say("csv: the order in which its days are written"),
    )
    parser.option("--exact", action="store_true", help=say("csv: a ' before a formula belongs to the text"))
    parser.option("--new-networks", action="store_true", help=say("ics, csv, md: add the networks that are not here"))
    parser.option("--new-needs", action="store_true", help=say("ics, csv, md: add the needs that are not here"))


def _takes_events(parser: Parser) -> None:
    """Take what decides how events of other calendars are read."""
    parser.option(
        "--zone",
        action="append",
        metavar=say("[NAME=]ZONE"),
        help=say(
            "ics: the zone of times that say none, such as Europe/Paris, or of the file’s zone NAME; again for more"
        ),
    )
    parser.option(
        "--as",
        dest="kind",
        metavar="post|slot",
        type=one_of("post", "slot"),
        help=say("ics: what single events become"),
    )


def _import(understood: Namespace, asked: Asked) -> int:
    if understood.file is None:
        raise UsageError("argument-missing", argument=say("FILE|FOLDER"), command="import")
    file = Path(understood.file).expanduser()
    ending = "" if file.is_dir() else file.suffix.lower()
    refuse_options_of_others(understood.given, TAKES, ALIKE.get(ending, ending), "import")
    if module := OTHER_FORMS[""] if file.is_dir() else OTHER_FORMS.get(ending) if ending else None:
        return int(import_module(module).bring(understood, asked, file))
    if ending != ".toml" and not file.exists():
        raise InputError("file-missing", file=understood.file)
    if ending != ".toml":
        raise InputError("import-unknown", file=understood.file)
    return _whole(file, understood, asked)


def _whole(file: Path, understood: Namespace, asked: Asked) -> int:
    """Take in a whole calendar; nothing is opened, nor made, before all of the file is understood."""
    from planner.desk.bring import bring_intake_into_new, understood_toml

    intake, target = understood_toml(file, understood.file), _target(asked, file)
    if target.exists():
        return _replace(target, intake, understood)
    desk, brought = bring_intake_into_new(target, intake)
    desk.close()
    remember(target)
    put(_brought(brought, target))
    return 0


def _target(asked: Asked, file: Path) -> Path:
    """The calendar that is named or meant; without any yet, a new one called as the file."""
    try:
        return chosen_calendar(asked)
    except UsageError as error:
        if error.key != "calendar-none":
            raise
    return openable(places.calendar_path(file.stem))


def _replace(target: Path, intake: Intake, understood: Namespace) -> int:
    from planner.desk.bring import bring_intake

    with open_desk(target) as desk:
        if not understood.yes and not _agreed(desk, understood.file):
            put(say("Nothing was changed."))
            return 0
        before = desk.calendar().brief.title
        brought = bring_intake(desk, intake)
        if brought.revision and before and brought.title != before:
            put(say("The calendar’s title was “{title}”.", title=on_one_line(before)))
        put(_brought(brought, target))
    return 0


def _agreed(desk: Desk, file: str) -> bool:
    """Whether a person agrees that what she wrote is replaced; a calendar with a title only needs no question."""
    from planner.cli.screen import terminal
    from planner.desk.bring_whole import held

    counts = held(desk)
    if not counts:
        return True
    if not terminal():
        raise UsageError("import-replaces", file=file, held=held_told(counts))
    put(say(
        "{file} replaces the whole calendar, which holds {held} already. `planner undo` takes it back. Go on? (y/n)",
        file=file, held=held_told(counts),
    ))  # fmt: skip
    return sys.stdin.readline().strip().lower() in ("y", "yes", "o", "oui")


def _brought(brought: ImportedCalendar, target: Path) -> str:
    if not brought.revision:
        return say("The calendar already holds what the file says.")
    posts = say_many("{count} post", "{count} posts", brought.counts["post"] - brought.counts["binned"])
    title = on_one_line(brought.title) or target.stem
    return say(
        "“{title}” imported, {posts}: {file} · revision {revision}",
        title=title, posts=posts, file=str(target), revision=brought.revision,
    )  # fmt: skip


COMMANDS = {"import": Command(_takes_file, _import)}

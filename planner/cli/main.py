"""The command line's door: which command, in which language; how it ends when something is refused."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from planner import __version__, words
from planner.cli.asked import Asked, sorted_out
from planner.cli.printing import complain, put
from planner.cli.screen import no_screen, terminal
from planner.errors import OutsideError, PlannerError, UsageError
from planner.words import say, to_say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.cli.asked import Command
    from planner.cli.screen import Screen

COMMANDS = {
    "new": ("calendars", to_say("TITLE"), to_say("make a calendar")),
    "open": ("calendars", to_say("FILE"), to_say("show a calendar, and remember it as the last one")),
    "list": ("calendars", "[--json]", to_say("the calendars there are")),
    "demo": ("calendars", "[fr|en]", to_say("look at a sample; nothing is kept")),
    "week": ("agenda", "[DATE] [--json]", to_say("a week as plain text")),
    "month": ("agenda", "[DATE] [--json]", to_say("a month as plain text")),
    "add": (
        "posts",
        to_say('[--day DAY] [--on NETWORK] [--] "TEXT"'),
        to_say("note an idea, or plan a post"),
    ),
    "undo": ("posts", "", to_say("turn the last action back, and say which")),
    "redo": ("posts", "", to_say("do it again, and say which")),
    "check": ("check", to_say("[PATH ...]"), to_say("what the checks find, in the calendar or in files and folders")),
    "explain": (
        "explain",
        to_say("[CHECK|GROUP] [--json]"),
        to_say("what a check looks for, why, and what to write instead"),
    ),
    "doctor": ("doctor", to_say("[--forget WHAT]"), to_say("what the checks learnt from you, and how to forget it")),
    "export": ("exchange", to_say("FORM [-o FILE]"), to_say("write the calendar for another program")),
    "publish": (
        "publish",
        to_say("[FOLDER|FILE.ics|caldav URL]"),
        to_say("keep files for other calendars up to date, after each change"),
    ),
    "import": ("bringing", to_say("FILE|FOLDER"), to_say("take in events, a table, notes, or a whole calendar")),
    "busy": ("busy", to_say("[add FILE.ics|remove NAME]"), to_say("other calendars, laid under the week")),
    "dump": ("dump", "--json", to_say("the whole calendar, for another program")),
}
"""Each command: its module, what follows its name, and what it does."""
CHANGING = ("add", "undo", "redo", "doctor", "import")
"""The commands after which what is published is brought up to date."""
VERSION = (["--version"], ["-V"])


def main(arguments: Sequence[str], screen: Screen = no_screen) -> int:
    """Run a command and give its exit code: 0 done, 1 findings, 2 usage, 3 input, 4 calendar, 5 outside."""
    _never_stumble()
    try:
        code = _answer(list(arguments), screen if terminal() else no_screen)
        sys.stdout.flush()
    except PlannerError as error:
        return _refused(error)
    except BrokenPipeError:
        _print_no_more()
        return 0
    except OSError as error:
        _print_no_more()
        return _refused(OutsideError("system-refused", refusal=error.strerror or type(error).__name__))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _unexpected(error)
    return code


def _answer(arguments: list[str], screen: Screen) -> int:
    if arguments[:1] in VERSION:
        return _version()
    from planner import settings

    words.speak(settings.environment_language())
    asked, left = sorted_out(arguments, screen)
    language = asked.language or settings.load().spoken()
    words.speak(language)
    if not left:
        return _screen(asked, language)
    if left[:1] in VERSION:
        return _version()
    name, *rest = left
    if name in ("-h", "--help"):
        _help()
        return 0
    if name not in COMMANDS:
        raise UsageError("command-unknown", command=name)
    return _run(name, rest, asked)


def _version() -> int:
    put(f"planner {__version__}")
    return 0


def _run(name: str, arguments: list[str], asked: Asked) -> int:
    from planner.cli.parsing import Parser

    module, usage, about = COMMANDS[name]
    command: Command = import_module(f"planner.cli.{module}").COMMANDS[name]
    parser = Parser(name, say(usage) if usage else "", say(about))
    command.takes(parser)
    understood = parser.taken(arguments)
    if understood.help:
        put(parser.format_help().rstrip("\n"))
        return 0
    code = command.does(understood, asked)
    if name in CHANGING:
        from planner.cli.publish import follow

        follow(asked)
    return code


def _screen(asked: Asked, language: str) -> int:
    """The last calendar, or the welcome when none is meant."""
    from planner.cli.choosing import chosen_calendar

    try:
        path = chosen_calendar(asked)
    except UsageError:
        path = None
    return asked.screen(path, language)


def _help() -> None:
    put(say("planner: a calendar for one audience and one objective."), "")
    put("planner" + " " * 9 + say("the screen, on the last calendar"))
    for name, (_, _, about) in COMMANDS.items():
        put(f"planner {name:<8}{say(about)}")
    put(
        "",
        say("Everywhere: --calendar FILE, --lang fr|en, --help. PLANNER_HOME moves all files into one folder."),
    )


def _never_stumble() -> None:
    """Let a terminal that knows fewer characters show a sign for those it lacks."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def _refused(error: PlannerError) -> int:
    from planner.words.errors import sentence

    complain(sentence(error))
    return error.exit_code


def _print_no_more() -> None:
    """Keep the interpreter from flushing what is left to a reader that has gone or a disk that is full."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: Exception) -> int:
    """Note where what nobody foresaw happened in a log, without the words it happened to, and say so."""
    import traceback

    from planner import places
    from planner.words.errors import UNKNOWN

    log = places.home() / "errors.log"
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        log.touch(mode=0o600)
        with log.open("a", encoding="utf-8", errors="replace") as file:
            file.write("".join(traceback.format_tb(error.__traceback__)) + f"{type(error).__name__}\n")
    complain(say(UNKNOWN, key=type(error).__name__))
    complain(say("The details are in {file}.", file=str(log)))
    return 5

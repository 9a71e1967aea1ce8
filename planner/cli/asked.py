"""What was asked for on every command: which calendar, which language; and what a command is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.errors import UsageError
from planner.model.terms import LANGUAGES

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from planner.cli.parsing import Parser
    from planner.cli.screen import Screen
    from planner.model.terms import Language

EVERYWHERE = ("--calendar", "--lang")


class Asked(NamedTuple):
    """The options that stand before or after any command, None where nothing was said; and the screen."""

    calendar: Path | None
    language: Language | None
    screen: Screen


class Command(NamedTuple):
    """A command: what it takes, and what it does; what it gives is the exit code."""

    takes: Callable[[Parser], None]
    does: Callable[[Namespace, Asked], int]


def sorted_out(arguments: list[str], screen: Screen) -> tuple[Asked, list[str]]:
    """The options of every command, and the arguments that are left for the command itself.

    Raises:
        UsageError: `argument-missing` when an option stands without its value, `argument-not-among` when
            planner does not speak the language.
    """
    found: dict[str, str] = {}
    left: list[str] = []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            left += [argument, *waiting]
            break
        name, equals, value = argument.partition("=")
        if name not in EVERYWHERE:
            left.append(argument)
        elif equals or waiting:
            found[name] = value if equals else waiting.pop(0)
        else:
            raise UsageError("argument-missing", argument=f"{name} …", command="")
    calendar = found.get("--calendar")
    path = Path(calendar).expanduser() if calendar else None
    return Asked(path, _language(found.get("--lang")), screen), left


def _language(named: str | None) -> Language | None:
    for language in LANGUAGES:
        if named == language:
            return language
    if named is not None:
        raise UsageError("argument-not-among", value=named, first=LANGUAGES[0], second=LANGUAGES[1])
    return None

"""`planner explain`: what a check looks for, why, an example, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.asked import Command
from planner.cli.printing import put
from planner.errors import InputError
from planner.words import findings, say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser


def _takes(parser: Parser) -> None:
    parser.word(
        "check", metavar=say("CHECK"), help=say("a check's name, such as off-target; all of them when absent")
    )


def _explain(understood: Namespace, asked: Asked) -> int:
    put(*(_explained(_named(understood.check)) if understood.check else _listed()))
    return 0


def _listed() -> Iterator[str]:
    for check in findings.known():
        name, what = findings.name(check), findings.what(check)
        yield say("{check}: {name}. {what}", check=check, name=name, what=what)


def _named(asked: str) -> str:
    """The check of this name, in code or in the spoken language."""
    wanted = asked.casefold().strip()
    for check in findings.known():
        if wanted in (check, findings.name(check).casefold()):
            return check
    raise InputError("check-unknown", name=asked)


def _explained(check: str) -> Iterator[str]:
    yield say("{name} ({check})", name=findings.name(check), check=check)
    for told in (
        findings.what(check),
        say("Why: {why}", why=findings.why(check)),
        say("For example: {example}", example=findings.example(check)),
        say("Instead: {instead}", instead=findings.instead(check)),
        say("Where it comes from: {article}", article=findings.article(check)),
    ):
        yield ""
        yield told


COMMANDS = {"explain": Command(_takes, _explain)}

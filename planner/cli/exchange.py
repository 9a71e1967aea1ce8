"""`planner export`: the calendar for other calendars and programs; each form has a module of its own."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.asked import Command
from planner.cli.parsing import one_of
from planner.cli.serving import refuse_options_of_others
from planner.errors import UsageError
from planner.words import say

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser

FORMS = {
    "ics": "planner.cli.export_ics",
    "toml": "planner.cli.export_whole",
    "csv": "planner.cli.export_csv",
    "md": "planner.cli.export_markdown",
    "html": "planner.cli.export_page",
    "json": "planner.cli.export_whole",
}
"""Each form's module: `takes(parser)` adds options, `OPTIONS` names those that serve this form, and
`export(understood, asked)` gives the exit code.

The options of this module (`output`, `force`) serve every form.
"""


def forms() -> list[str]:
    """The forms there are."""
    return [form for form, module in FORMS.items() if find_spec(module)]


def _takes_form(parser: Parser) -> None:
    names = forms()
    told = say("ics for other calendars, toml for all of it, csv, md (a folder), html to print, json")
    parser.word("form", metavar="|".join(names), type=one_of(*names), help=told)
    parser.option("-o", "--output", metavar=say("FILE"), help=say("where to write; - prints"))
    parser.option("--force", action="store_true", help=say("replace a file that planner did not write"))
    for module in dict.fromkeys(FORMS[name] for name in names):
        import_module(module).takes(parser)


def _export(understood: Namespace, asked: Asked) -> int:
    if understood.form is None:
        raise UsageError("argument-missing", argument="|".join(forms()), command="export")
    takes = {form: import_module(module).OPTIONS for form, module in FORMS.items()}
    refuse_options_of_others(understood.given, takes, understood.form, "export")
    if understood.output not in (None, "-"):
        from planner.desk.endings import refuse_other_ending

        refuse_other_ending(understood.form, Path(understood.output))
    return int(import_module(FORMS[understood.form]).export(understood, asked))


COMMANDS = {"export": Command(_takes_form, _export)}

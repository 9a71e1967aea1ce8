"""`planner export toml` and `planner export json`: the whole calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.choosing import chosen_calendar
from planner.cli.printing import put, put_text
from planner.desk.desk import open_desk
from planner.words import labels
from planner.words.exported import posts_written

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk
    from planner.desk.send import ExportedFile

OPTIONS = ()


def takes(parser: Parser) -> None:
    """Nothing of its own: the file holds all there is."""


def export(understood: Namespace, asked: Asked) -> int:
    """Write the file, or print it when no file is named."""
    with open_desk(chosen_calendar(asked)) as desk:
        if understood.output in (None, "-"):
            put_text(_text(desk, understood.form))
            return 0
        sent = _sent(desk, understood)
    put(posts_written(sent.count, sent.binned, str(sent.path), whole=True))
    return 0


def _text(desk: Desk, form: str) -> str:
    from planner.desk.send import dump_text, toml_text

    return dump_text(desk) if form == "json" else toml_text(desk, labels.toml_header())


def _sent(desk: Desk, understood: Namespace) -> ExportedFile:
    from planner.desk.send import export_json, export_toml

    path = Path(understood.output)
    if understood.form == "json":
        return export_json(desk, path, force=understood.force)
    return export_toml(desk, path, labels.toml_header(), force=understood.force)

"""`planner import FILE.csv`: a table of posts, its columns understood or asked, shown before it is taken in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planner.cli.choosing import chosen_calendar
from planner.cli.previewed import brought, orders_asked
from planner.desk.desk import open_desk
from planner.errors import UsageError
from planner.words import say
from planner.words.columns import known_words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from pathlib import Path

    from planner.cli.asked import Asked
    from planner.desk.preview import Preview


def bring(understood: Namespace, asked: Asked, file: Path) -> int:
    """Take in a table, and give the exit code."""
    from planner.desk.bring_posts import Names
    from planner.desk.bring_rows import RowOptions, preview_rows
    from planner.desk.post_texts import COLUMNS

    options = RowOptions(
        Names(**known_words(COLUMNS)),
        columns=dict(map(_mapped, understood.map or ())),
        dates=understood.dates or "",
        exact=understood.exact,
        unseen=understood.yes,
        new_networks=understood.new_networks,
        new_needs=understood.new_needs,
    )
    with open_desk(chosen_calendar(asked)) as desk:

        def look(answers: Mapping[str, str]) -> Preview:
            return preview_rows(desk, file, replace(options, dates=answers.get("date-order", options.dates)))

        return brought(look, understood.yes, _asked)


def _mapped(said: str) -> tuple[str, str]:
    column, equals, field = said.rpartition("=")
    if not equals or not column.strip():
        raise UsageError("argument-wrong", argument=said, command="import")
    return column.strip(), field.strip()


def _asked(key: str, choices: tuple[str, ...]) -> str:
    told = ", ".join(choices)
    if key == "date-order":
        return orders_asked(choices)
    if key == "columns-unknown":
        return say("No column was understood as a day or a text, and --yes asks nobody. Nothing was changed. Columns "
                   "left: {choices}. Add --map \"COLUMN=day\", or --map \"COLUMN=\" for one to leave out.",
                   choices=told)  # fmt: skip
    return say("Which column is the title or the text? Nothing was changed. Those of the file: {choices}. "
               "Add --map \"COLUMN=title\".", choices=told)  # fmt: skip

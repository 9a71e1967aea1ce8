"""`planner import FOLDER` and `planner import FILE.md`: notes with front matter, shown before they are taken in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planner.cli.choosing import chosen_calendar
from planner.cli.previewed import brought, orders_asked
from planner.desk.desk import open_desk
from planner.words.columns import known_words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from pathlib import Path

    from planner.cli.asked import Asked
    from planner.desk.preview import Preview


def bring(understood: Namespace, asked: Asked, file: Path) -> int:
    """Take in a folder of notes or one of them, and give the exit code."""
    from planner.desk.bring_notes import NoteOptions, preview_notes
    from planner.desk.bring_posts import Names
    from planner.desk.post_texts import COLUMNS

    options = NoteOptions(
        Names(**known_words(COLUMNS)),
        dates=understood.dates or "",
        new_networks=understood.new_networks,
        new_needs=understood.new_needs,
    )
    with open_desk(chosen_calendar(asked)) as desk:

        def look(answers: Mapping[str, str]) -> Preview:
            return preview_notes(desk, file, replace(options, dates=answers.get("date-order", options.dates)))

        return brought(look, understood.yes, _asked)


def _asked(key: str, choices: tuple[str, ...]) -> str:
    return orders_asked(choices)

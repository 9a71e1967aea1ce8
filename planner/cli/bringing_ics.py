"""`planner import FILE.ics`: the events of another calendar, shown first, then written as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.choosing import chosen_calendar
from planner.cli.previewed import brought
from planner.desk.desk import open_desk
from planner.words import say

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from planner.cli.asked import Asked

ZONE = "Europe/Paris"
MOST_NAMED = 10


def bring(understood: Namespace, asked: Asked, file: Path) -> int:
    """Show what the file would bring, and write it when that is agreed to."""
    from planner.desk.bring_ics import preview_ics

    with open_desk(chosen_calendar(asked)) as desk:
        preview = preview_ics(
            desk,
            file,
            understood.zone,
            as_slot=understood.kind == "slot",
            new_networks=understood.new_networks,
            new_needs=understood.new_needs,
            name=understood.file,
        )
        return brought(preview, understood.yes, _asked, waits=False)


def _asked(key: str, choices: tuple[str, ...]) -> str:
    if key == "zone-names":
        names = ", ".join(f'--zone "{name}={ZONE}"' for name in choices[:MOST_NAMED])
        return say("The file alone knows these zones. Say one for each of them, or one for all: {names}", names=names)
    zones = ", ".join(f"--zone {zone}" for zone in choices)
    return say("Some times say no zone that is known. Say which is meant and import again: {zones}", zones=zones)

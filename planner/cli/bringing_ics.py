"""`planner import FILE.ics`: the events of another calendar, shown first, then written as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.choosing import chosen_calendar
from planner.cli.previewed import MOST_NAMED, brought
from planner.desk.desk import open_desk
from planner.words import say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from pathlib import Path

    from planner.cli.asked import Asked
    from planner.desk.preview import Preview

ZONE = "Europe/Paris"


def bring(understood: Namespace, asked: Asked, file: Path) -> int:
    """Show what the file would bring, and write it when that is agreed to."""
    from planner.desk.bring_ics import preview_ics
    from planner.desk.said_zones import parted

    with open_desk(chosen_calendar(asked)) as desk:

        def look(answers: Mapping[str, str]) -> Preview:
            return preview_ics(
                desk,
                file,
                [*(understood.zone or ()), *parted(answers.get("zone-unknown", ""))],
                as_slot=understood.kind == "slot",
                new_networks=understood.new_networks,
                new_needs=understood.new_needs,
                name=understood.file,
            )

        return brought(look, understood.yes, _asked, waits=False)


def _asked(key: str, choices: tuple[str, ...]) -> str:
    if key == "zone-names":
        names = ", ".join(f'--zone "{name}={ZONE}"' for name in choices[:MOST_NAMED])
        return say(
            "Nobody knows these zones of the file. Say one for each of them, or one for all: {names}", names=names
        )
    zones = ", ".join(f"--zone {zone}" for zone in choices)
    return say("Some times say no zone that is known. Say which is meant and import again: {zones}", zones=zones)

"""Which options go with which form of `planner publish`: a place in files, one on a server, every place, a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.serving import refuse_options_of_others, refuse_together
from planner.errors import UsageError
from planner.words import say

if TYPE_CHECKING:
    from collections.abc import Collection

ON_A_SERVER = "caldav"
"""The first word of a place that is no file but a server."""
OF_A_FILE = ("--year", "--readable")
"""Options that a server has no use for."""
OF_A_SERVER = ("--user", "--collection", "--unprotected")
"""Options that a file has no use for."""
OF_BOTH = ("--network", "--without", "--alarm", "--html")
OF_A_PLACE = (*OF_BOTH, *OF_A_FILE)
"""Options that say what goes to a place, and are remembered with it."""
ALL = "planner publish"
"""The form that names no place: every one that is known is brought up to date."""
ALONE = ("--list", "--forget")
"""Forms that take no place."""


def refuse_misplaced(given: Collection[str], place: str) -> None:
    """Refuse an option that the form would pass over in silence.

    Args:
        given: the long options, as they were written.
        place: the first word of the place, "" when none is named; never an address.

    Raises:
        UsageError: `options-apart`, `option-without-place` or `option-of-others`.
    """
    files, server = f"{say('FOLDER')}|{say('FILE')}.ics", f"{ON_A_SERVER} URL"
    takes = {
        "--list": ("--list", "--json"),
        "--forget": ("--forget",),
        files: (*OF_A_PLACE, "--force"),
        server: (*OF_BOTH, *OF_A_SERVER, "--force"),
        ALL: ("--force",),
    }
    refuse_together(given, *ALONE)
    for form in ALONE:
        if form in given and place:
            raise UsageError("options-apart", first=form, second=place)
    alone = next((form for form in ALONE if form in given), "")
    if not alone and not place:
        _refuse_without_place(given, files, server)
    form = alone or (server if place == ON_A_SERVER else files if place else ALL)
    refuse_options_of_others(given, takes, form, "publish")


def _refuse_without_place(given: Collection[str], files: str, server: str) -> None:
    for option in given:
        if option in OF_A_PLACE or option in OF_A_SERVER:
            place = server if option in OF_A_SERVER else files
            raise UsageError("option-without-place", option=option, place=place)

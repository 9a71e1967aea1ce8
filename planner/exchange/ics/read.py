"""What stands in an .ics file of anybody's; read in a process of its own, so that no file can harm this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.exchange.apart import values_apart
from planner.exchange.ics.foreign import ForeignEvent, ForeignFile, from_json

if TYPE_CHECKING:
    from pathlib import Path

MODULE = "planner.exchange.ics.read_apart"


def read_ics(path: Path, name: str = "", home: str = "") -> ForeignFile:
    """Every event, to-do and journal entry of the file, in its order; what is wrong with one is noted on it.

    Args:
        path: the file.
        name: what the person calls it.
        home: the calendar's zone, which a zone of the file's own is read as where it is the same.

    Raises:
        InputError: `file-missing`, `file-unreadable`, `not-ics`, `file-too-large`, `events-too-many`,
            `file-too-slow` or `file-too-heavy`; nothing of the file is known then.
    """
    events: list[ForeignEvent] = []
    said: dict[str, object] = {}
    for value in values_apart(MODULE, path, name or str(path), arguments=(home,)):
        if "number" in value:
            events.append(from_json(value))
        else:
            said = value
    return ForeignFile(events, **said)  # type: ignore[arg-type]

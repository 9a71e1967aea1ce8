"""How a published file was left: what its next version is made from, and what tells that somebody touched it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.desk.publish_by_year import CURRENT
from planner.exchange.ics.splice import Standing

if TYPE_CHECKING:
    import os
    from datetime import date

    from planner.store.outlets import Outlet


class Left(NamedTuple):
    """A file as the last publication left it.

    Attributes:
        known: its inode, its moment of change and its size, so that a touched file is noticed without reading it.
        context: a digest of all that any event is made from beside its own record.
        frame: the digest of its frame.
        start: where its events begin.
        standing: its records.
        year: the one year that it shows, 0 for all.
    """

    known: tuple[int, int, int]
    context: str
    frame: str
    start: int
    standing: Standing
    year: int = 0

    def mark(self) -> str:
        """The same as text, for the outlet's row."""
        places, sizes, cancelled = self.standing
        fields = [self.known, self.context, self.frame, self.start, places, sizes, sorted(cancelled), self.year]
        return json.dumps(fields)


def left_by(mark: str) -> Left | None:
    """What a mark says, None when it says nothing that can be used."""
    try:
        known, context, digest, start, places, sizes, cancelled, *year = json.loads(mark)
        inode, moment, size = known
        return Left((inode, moment, size), context, digest, start, Standing(places, sizes, frozenset(cancelled)), *year)
    except (ValueError, TypeError):
        return None


def stands(outlet: Outlet, today: date) -> bool:
    """Whether a file stands as the last publication left it, and shows the year that it is to show."""
    if outlet.options.get("year") == CURRENT and (left := left_by(outlet.mark)) and left.year != today.year:
        return False
    known = known_by(Path(outlet.place))
    # The rest of a mark is long, and a list of places needs none of it.
    return known is not None and outlet.mark.startswith(f"[{json.dumps(known)}, ")


def known_by(path: Path) -> tuple[int, int, int] | None:
    """What a file is known again by; None when there is none, or it cannot be seen."""
    try:
        return identity(path.stat())
    except OSError:
        return None


def identity(found: os.stat_result) -> tuple[int, int, int]:
    """What a file is known again by, from what the system says of it."""
    return found.st_ino, found.st_mtime_ns, found.st_size

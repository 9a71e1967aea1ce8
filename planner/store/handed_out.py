"""When the calendar was given to other calendars: what never stood there has not to be cancelled there.

Bookkeeping that undo never turns back.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from planner.errors import CalendarError

if TYPE_CHECKING:
    from planner.model.post import Stamp
    from planner.store.database import Database


BEGINNING = datetime(1900, 1, 1)


def note_handed_out(database: Database, at: datetime, since: datetime | None = None) -> None:
    """Note that other calendars may show what stands now; one that takes no changes is handed out all the same.

    Args:
        database: the calendar's.
        at: the moment of the export.
        since: that they may show all that ever stood from then on, too.
    """
    if database.readonly:
        return
    moments = ((since or at).isoformat(" "), at.isoformat(" "))
    with suppress(CalendarError), database.writing() as connection:
        connection.execute("INSERT OR IGNORE INTO handed_out (first, last) VALUES (?, ?)", moments)


class HandedOut:
    """The moments at which other calendars were given this one."""

    def __init__(self, database: Database) -> None:
        """Know them all: a row for each export."""
        rows = database.rows("SELECT first, last FROM handed_out")
        self.moments = [(datetime.fromisoformat(str(first)), datetime.fromisoformat(str(last))) for first, last in rows]

    def held(self, stamp: Stamp | None) -> bool:
        """Whether one of them lies in the life of a record: between its first change and its last."""
        if stamp is None:
            return bool(self.moments)
        born, gone = stamp.created_at, stamp.changed_at
        return any(first <= gone and born <= last for first, last in self.moments)

"""Other calendars that are laid under the week, and their hours as they were last read.

Bookkeeping of this machine: no part of the dump, and undo never turns it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from planner.model.busy import BusyTime
from planner.store.database import read_back

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from planner.store.database import Database

COLUMNS = "id, place, name, mark, zones"
WITH_TITLES = " titles"
"""How the mark of a calendar ends whose titles are kept and shown."""
HOURS = """
SELECT busy_time.day, busy_time.start, busy_time.minutes, busy.name, busy_time.title
FROM busy_time JOIN busy ON busy.id = busy_time.busy_id
WHERE busy_time.day BETWEEN ? AND ?
ORDER BY busy_time.day, busy_time.start, busy_time.minutes, busy.id
"""


class BusyCalendar(NamedTuple):
    """Another calendar.

    Attributes:
        id: its row.
        place: the absolute path of its file.
        name: what it is called here.
        mark: what the file was when it was last read, and how, to know whether to read it again.
        zones: what is known of its zones, as `desk.busy_zones` writes it.
    """

    id: int
    place: str
    name: str
    mark: str
    zones: str = ""

    @property
    def titles(self) -> bool:
        """Whether its titles are kept and shown."""
        return self.mark.endswith(WITH_TITLES)


def busy_calendars(database: Database) -> list[BusyCalendar]:
    """All of them, oldest first."""
    with read_back(database.path):
        rows = database.rows(f"SELECT {COLUMNS} FROM busy ORDER BY id")
        return [BusyCalendar._make(cast("Any", row)) for row in rows]


def busy_times(database: Database, first: date, last: date) -> list[BusyTime]:
    """What is taken from `first` to `last`, in order of day and hour; whole days come first."""
    rows = database.rows(HOURS, (first.isoformat(), last.isoformat()))
    return [BusyTime._make(cast("Any", row)) for row in rows]


def keep_busy(database: Database, place: str, name: str, mark: str, hours: Iterable[BusyTime], zones: str = "") -> None:
    """Lay a calendar under the week, or replace what is known of it, in one transaction.

    Raises:
        CalendarError: the calendar is locked or takes no changes.
    """
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO busy (place, name, mark, zones) VALUES (?, ?, ?, ?) ON CONFLICT (place)"
            " DO UPDATE SET name = excluded.name, mark = excluded.mark, zones = excluded.zones",
            (place, name, mark, zones),
        )
        identifier = connection.execute("SELECT id FROM busy WHERE place = ?", (place,)).fetchone()[0]
        _replace_hours(connection, identifier, hours)


def keep_hours(database: Database, busy: int, mark: str, hours: Iterable[BusyTime], zones: str = "") -> None:
    """Replace the hours of a calendar that still stands there; one that was taken away meanwhile stays away."""
    with database.writing() as connection:
        changed = connection.execute("UPDATE busy SET mark = ?, zones = ? WHERE id = ?", (mark, zones, busy))
        if changed.rowcount:
            _replace_hours(connection, busy, hours)


def _replace_hours(connection: Any, busy: int, hours: Iterable[BusyTime]) -> None:
    connection.execute("DELETE FROM busy_time WHERE busy_id = ?", (busy,))
    connection.executemany(
        "INSERT INTO busy_time (busy_id, day, start, minutes, title) VALUES (?, ?, ?, ?, ?)",
        [(busy, hour.day, hour.time, hour.minutes, hour.title) for hour in hours],
    )


def note_mark(database: Database, busy: int, mark: str) -> None:
    """Remember what the file was, whose hours stay as they were."""
    with database.writing() as connection:
        connection.execute("UPDATE busy SET mark = ? WHERE id = ?", (mark, busy))


def forget_busy(database: Database, busy: int) -> None:
    """Take a calendar and its hours away; its file stays."""
    with database.writing() as connection:
        connection.execute("DELETE FROM busy WHERE id = ?", (busy,))

"""What was judged of each post, kept to be used again: thrown away and made again at will."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.store.database import Database

Row = tuple[int, str, float | None, str, str]
"""Post, digest and figure of its score, digest and JSON of its findings."""
PUT = "INSERT OR REPLACE INTO judged (post_id, scored, score, read, findings) VALUES (?, ?, ?, ?, ?)"


def judged(database: Database) -> list[Row]:
    """Everything that was kept."""
    return cast("list[Row]", database.rows("SELECT post_id, scored, score, read, findings FROM judged"))


def keep_judged(database: Database, rows: Iterable[Row], mark: str) -> None:
    """Replace what was kept of these posts, and say with a mark what the kept findings were made from.

    A post that is gone in the meantime is passed over.
    """
    fresh = list(rows)
    if not fresh and mark == checked(database):
        return
    with database.writing() as connection:
        known: set[Any] = {row[0] for row in connection.execute("SELECT id FROM post")}
        connection.executemany(PUT, [row for row in fresh if row[0] in known])
        connection.execute("UPDATE checked SET mark = ?", (mark,))


def checked(database: Database) -> str:
    """The mark of what the kept findings were made from, "" when there is none."""
    return str(database.rows("SELECT mark FROM checked")[0][0])


def revision(database: Database) -> int:
    """The calendar's revision: every action, undo and redo counts it up."""
    return int(cast("Any", database.rows("SELECT number FROM revision")[0][0]))

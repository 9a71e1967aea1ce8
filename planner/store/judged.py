"""What was judged of each post, kept to be used again: thrown away and made again at will."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from planner.store.database import Database

Row = tuple[int, str, float | None, str, str]
"""Post, digest and figure of its score, digest and JSON of its findings."""
PUT = "INSERT OR REPLACE INTO judged (post_id, scored, score, read, findings) VALUES (?, ?, ?, ?, ?)"


def judged(database: Database) -> list[Row]:
    """Everything that was kept."""
    return cast("list[Row]", database.rows("SELECT post_id, scored, score, read, findings FROM judged"))


def checked(database: Database) -> str:
    """The mark of what the kept findings were made from, "" when there is none."""
    return str(database.rows("SELECT mark FROM checked")[0][0])


def revision(database: Database) -> int:
    """The calendar's revision: every action, undo and redo counts it up."""
    return int(cast("int", database.rows("SELECT number FROM revision")[0][0]))

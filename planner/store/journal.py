"""What each action changed, before and after: undo, redo, history and sequence numbers.

A change is `{"record", "id", "before", "after"}` where before or after is a row as the driver stores it, or None.
Undo and redo are transactions of their own; they turn rows back, never stamps, so that a calendar elsewhere sees
SEQUENCE grow (RFC 5545 3.8.7.4).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from planner.store.database import Database

SEQUENCED = {
    "post": ("day", "time", "zone", "status", "publish_minutes", "deleted"),
    "slot": ("day", "time", "zone", "minutes", "rule", "skipped"),
}
STAMPED = ("post", "slot")
KEEP_AS_IT_IS = """
UPDATE stamp SET sequence = ?, created_at = coalesce(?, created_at), changed_at = coalesce(?, changed_at)
WHERE record = ? AND id = ?
"""
KEEP_THE_GREATER = """
UPDATE stamp SET sequence = max(sequence, ?), created_at = min(created_at, coalesce(?, created_at)),
                 changed_at = max(changed_at, coalesce(?, changed_at))
WHERE record = ? AND id = ?
"""
KEPT_ACTIONS = 2_000
"""Undo reaches back this many actions at least; older ones are forgotten when the calendar is opened."""

Row = dict[str, Any]


class Change(NamedTuple):
    """One row's before and after within an action; None where the row did not exist."""

    record: str
    id: int
    before: Row | None
    after: Row | None


class Kept(NamedTuple):
    """A stamp that an imported file brings: `fresh` when its record was not in the calendar before."""

    record: str
    id: int
    sequence: int
    created_at: datetime | None
    changed_at: datetime | None
    fresh: bool


class Step(NamedTuple):
    """One action of the journal: its verb, what it quotes, and the revision it made."""

    revision: int
    at: str
    verb: str
    quoted: dict[str, Any]
    changes: list[Change]


def next_revision(connection: sqlite3.Connection) -> int:
    """Count the calendar's revision up by one and give it."""
    connection.execute("UPDATE revision SET number = number + 1")
    return int(connection.execute("SELECT number FROM revision").fetchone()[0])


def write(connection: sqlite3.Connection, verb: str, quoted: Row, changes: list[Change], at: datetime) -> int:
    """Write an action in the running transaction, stamp what it changed, and give its revision."""
    revision = next_revision(connection)
    connection.execute("UPDATE journal SET state = 'left' WHERE state = 'undone'")
    connection.execute(
        "INSERT INTO journal (revision, at, verb, quoted, changes) VALUES (?, ?, ?, ?, ?)",
        (revision, at.isoformat(" "), verb, _text(quoted), _text([change._asdict() for change in changes])),
    )
    stamp(connection, changes, revision, at)
    return revision


def stamp(connection: sqlite3.Connection, changes: list[Change], revision: int, at: datetime) -> None:
    """Raise the stamps of the records that calendars elsewhere hold."""
    for change in changes:
        if change.record not in STAMPED:
            continue
        raised = change.before is not None and _moved(change)
        connection.execute(
            "INSERT INTO stamp (record, id, sequence, revision, created_at, changed_at) VALUES (?, ?, 0, ?, ?, ?)"
            " ON CONFLICT (record, id) DO UPDATE SET"
            " sequence = sequence + ?, revision = excluded.revision, changed_at = excluded.changed_at",
            (change.record, change.id, revision, _moment(at), _moment(at), int(raised)),
        )


def keep_stamps(connection: sqlite3.Connection, stamps: list[Kept]) -> None:
    """Take over imported stamps: as they are for new records, and never downwards for known ones."""
    for kept in stamps:
        created, changed = (at and _moment(at) for at in (kept.created_at, kept.changed_at))
        query = KEEP_AS_IT_IS if kept.fresh else KEEP_THE_GREATER
        connection.execute(query, (kept.sequence, created, changed, kept.record, kept.id))


def forget_undo(database: Database) -> None:
    """Make what stands the beginning: nothing before this moment can be undone or redone."""
    with database.writing() as connection:
        connection.execute("UPDATE journal SET state = 'left'")


def _moved(change: Change) -> bool:
    before, after = change.before or {}, change.after or {}
    return any(before.get(column) != after.get(column) for column in SEQUENCED[change.record])


def last_done(database: Database) -> Step | None:
    """The action that undo would turn back, or None."""
    return _step(database, "state = 'done' ORDER BY revision DESC")


def next_undone(database: Database) -> Step | None:
    """The action that redo would do again, or None."""
    return _step(database, "state = 'undone' ORDER BY revision")


def _step(database: Database, which: str) -> Step | None:
    query = f"SELECT revision, at, verb, quoted, changes FROM journal WHERE {which} LIMIT 1"
    rows = database.rows(query)
    if not rows:
        return None
    revision, at, verb, quoted, changes = cast("Any", rows[0])
    return Step(revision, at, verb, json.loads(quoted), [Change(**change) for change in json.loads(changes)])


def turn_back(database: Database, step: Step, at: datetime) -> int:
    """Undo an action in one transaction and give the new revision."""
    backward = [Change(change.record, change.id, change.after, change.before) for change in reversed(step.changes)]
    return _apply(database, step, backward, "undone", at)


def do_again(database: Database, step: Step, at: datetime) -> int:
    """Redo an action in one transaction and give the new revision."""
    return _apply(database, step, step.changes, "done", at)


def _apply(database: Database, step: Step, changes: list[Change], state: str, at: datetime) -> int:
    with database.writing() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for change in changes:
            _put(connection, change)
        connection.execute("UPDATE journal SET state = ? WHERE revision = ?", (state, step.revision))
        revision = next_revision(connection)
        stamp(connection, changes, revision, at)
    return revision


def _put(connection: sqlite3.Connection, change: Change) -> None:
    if change.after is None:
        connection.execute(f'DELETE FROM "{change.record}" WHERE id = ?', (change.id,))
        return
    columns = list(change.after)
    names, places = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    updates = ", ".join(f'"{column}" = excluded."{column}"' for column in columns if column != "id")
    connection.execute(
        f'INSERT INTO "{change.record}" ({names}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}',
        tuple(change.after.values()),
    )


def set_aside(database: Database, revision: int) -> None:
    """Take an action out of what undo turns back: the program did it, not the person."""
    with database.writing() as connection:
        connection.execute("UPDATE journal SET state = 'left' WHERE revision = ?", (revision,))


def forget_the_oldest(database: Database) -> None:
    """Keep the newest `KEPT_ACTIONS` actions of the journal."""
    if len(database.rows("SELECT 1 FROM journal LIMIT 1 OFFSET ?", (KEPT_ACTIONS * 2,))):
        with database.writing() as connection:
            connection.execute(
                "DELETE FROM journal WHERE revision <="
                " (SELECT revision FROM journal ORDER BY revision DESC LIMIT 1 OFFSET ?)",
                (KEPT_ACTIONS,),
            )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)


def _moment(at: datetime) -> str:
    """A moment as SQLAlchemy stores it on SQLite."""
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")

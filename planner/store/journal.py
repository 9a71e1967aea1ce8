"""What each action changed, before and after: undo, redo, history and sequence numbers.

A change is `{"record", "id", "before", "after"}` where before or after is a row as the driver stores it, or None.
Undo and redo are transactions of their own; they turn rows back, never stamps, so that a calendar elsewhere sees
SEQUENCE grow (RFC 5545 3.8.7.4).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from planner.errors import ConflictError
from planner.model.calendar import MOST_SEQUENCE
from planner.store.database import read_back

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from planner.store.database import Database

SEQUENCED = {
    "post": ("day", "time", "zone", "status", "prepare_minutes", "publish_minutes", "reply_minutes", "deleted"),
    "slot": ("day", "time", "zone", "minutes", "rule", "skipped"),
    "review": ("day",),
}
STAMPED = ("post", "slot", "review")
KEEP_AS_IT_IS = """
UPDATE stamp SET sequence = ?, created_at = coalesce(?, created_at), changed_at = coalesce(?, changed_at)
WHERE record = ? AND id = ?
"""
KEEP_THE_GREATER = """
UPDATE stamp SET sequence = max(sequence, ?), created_at = min(created_at, coalesce(?, created_at)),
                 changed_at = max(changed_at, coalesce(?, changed_at))
WHERE record = ? AND id = ?
"""
KEEP_AS_OF_THEN = """
UPDATE stamp SET sequence = max(sequence, ?), created_at = min(created_at, coalesce(?, created_at)),
                 changed_at = coalesce(?, changed_at)
WHERE record = ? AND id = ?
"""
KEPT_ACTIONS = 2_000
"""Undo reaches back this many actions at least; older ones are forgotten when the calendar is opened."""

LAST_DONE = "state = 'done' ORDER BY revision DESC LIMIT 1"
NEXT_UNDONE = "state = 'undone' ORDER BY revision LIMIT 1"
SET_ASIDE = "state = 'left' AND verb = 'empty-bin' ORDER BY revision DESC"

Row = dict[str, Any]


class Change(NamedTuple):
    """One row's before and after within an action; None where the row did not exist."""

    record: str
    id: int
    before: Row | None
    after: Row | None


class Kept(NamedTuple):
    """A stamp that an imported file brings.

    `fresh` when its record was not in the calendar before; `as_of` when the record became what it was at that moment,
    so that what was changed later elsewhere is newer than it.
    """

    record: str
    id: int
    sequence: int
    created_at: datetime | None
    changed_at: datetime | None
    fresh: bool
    as_of: bool = False


class Step(NamedTuple):
    """One action of the journal: its verb, what it quotes, and the revision it made."""

    revision: int
    at: str
    verb: str
    quoted: dict[str, Any]
    changes: list[Change]


class Ahead(NamedTuple):
    """The way forward as it stands: the calendar's revision, and the actions that redo would do again."""

    revision: int
    steps: list[int]


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
        raised = _moved(change)  # counts for a stamp that stands: what comes back after an undo is a change too
        connection.execute(
            "INSERT INTO stamp (record, id, sequence, revision, created_at, changed_at) VALUES (?, ?, 0, ?, ?, ?)"
            " ON CONFLICT (record, id) DO UPDATE SET"
            " sequence = min(sequence + ?, ?), revision = excluded.revision, changed_at = excluded.changed_at",
            (change.record, change.id, revision, _moment(at), _moment(at), int(raised), MOST_SEQUENCE),
        )


def keep_stamps(connection: sqlite3.Connection, stamps: list[Kept]) -> None:
    """Take over imported stamps: as they are for new records, and never downwards for known ones."""
    for kept in stamps:
        created, changed = (at and _moment(at) for at in (kept.created_at, kept.changed_at))
        query = KEEP_AS_IT_IS if kept.fresh else KEEP_AS_OF_THEN if kept.as_of else KEEP_THE_GREATER
        connection.execute(query, (kept.sequence, created, changed, kept.record, kept.id))


def forget_undo(database: Database) -> None:
    """Make what stands the beginning: nothing before this moment can be undone or redone."""
    with database.writing() as connection:
        connection.execute("UPDATE journal SET state = 'left'")


def _moved(change: Change) -> bool:
    before, after = change.before or {}, change.after or {}
    return any(before.get(column) != after.get(column) for column in SEQUENCED[change.record])


def turn_back(database: Database, at: datetime) -> tuple[Step, int] | None:
    """Undo the last action in one transaction and give it with the new revision; None when there is none.

    Raises:
        ConflictError: `changed-elsewhere`, when a row is not what the action left; nothing was changed.
        CalendarError: `calendar-damaged`, when the journal's page cannot be read.
    """
    return _apply(database, at, back=True)


def do_again(database: Database, at: datetime) -> tuple[Step, int] | None:
    """Redo the last undone action in one transaction and give it with the new revision; None when there is none.

    Raises:
        ConflictError: `changed-elsewhere`, when a row is not what the action found; nothing was changed.
    """
    return _apply(database, at, back=False)


def _apply(database: Database, at: datetime, *, back: bool) -> tuple[Step, int] | None:
    with database.writing() as connection:
        # Chosen under the lock: another window may have taken, or turned back, an action a moment ago.
        with read_back(database.path):
            found = _steps(connection, LAST_DONE if back else NEXT_UNDONE)
        if not found:
            return None
        step, state = found[0], "undone" if back else "done"
        connection.execute("PRAGMA defer_foreign_keys = ON")
        changes = _turned(step) if back else step.changes
        refilled = [] if _stand(connection, changes) else _refill_bin(connection, "undone" if back else "left")
        if not _stand(connection, changes):
            raise ConflictError("changed-elsewhere", title=str(step.quoted.get("title", "")), theirs="")
        for change in changes:
            _put(connection, change)
        connection.execute("UPDATE journal SET state = ? WHERE revision = ?", (state, step.revision))
        revision = next_revision(connection)
        stamp(connection, [*refilled, *changes], revision, at)
    return step, revision


def _steps(connection: sqlite3.Connection, which: str) -> list[Step]:
    rows = connection.execute(f"SELECT revision, at, verb, quoted, changes FROM journal WHERE {which}").fetchall()
    return [
        Step(revision, at, verb, json.loads(quoted), [Change(**change) for change in json.loads(changes)])
        for revision, at, verb, quoted, changes in rows
    ]


def _turned(step: Step) -> list[Change]:
    return [Change(change.record, change.id, change.after, change.before) for change in reversed(step.changes)]


def _stand(connection: sqlite3.Connection, changes: list[Change]) -> bool:
    """Whether every row is what these changes start from, in the columns that there were at the time."""
    return all(_known(row_of(connection, record, row), before) == before for record, row, before, _ in changes)


def _known(row: Row | None, recorded: Row | None) -> Row | None:
    return row if row is None or recorded is None else {column: row.get(column) for column in recorded}


def row_of(connection: sqlite3.Connection, record: str, identifier: int) -> Row | None:
    """A row as the driver stores it, None when it is gone."""
    cursor = connection.execute(f'SELECT * FROM "{record}" WHERE id = ?', (identifier,))
    row = cursor.fetchone()
    return dict(zip([column[0] for column in cursor.description], row, strict=True)) if row else None


def _refill_bin(connection: sqlite3.Connection, state: str) -> list[Change]:
    """Put back what the program took from the bin by itself: what the person did before reaches through it."""
    refilled: list[Change] = []
    for step in _steps(connection, SET_ASIDE):
        changes = _turned(step)
        if _stand(connection, changes):
            for change in changes:
                _put(connection, change)
            connection.execute("UPDATE journal SET state = ? WHERE revision = ?", (state, step.revision))
            refilled += changes
    return refilled


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


def ahead(database: Database) -> Ahead:
    """The way forward, to be kept open by `set_aside`."""
    query = "SELECT number, (SELECT json_group_array(revision) FROM journal WHERE state = 'undone') FROM revision"
    number, steps = cast("Any", database.rows(query)[0])
    return Ahead(number, json.loads(steps))


def set_aside(database: Database, revision: int, way: Ahead) -> None:
    """Take an action out of what undo turns back, and open the way forward again: the program did it, not the person.

    When another window did something meanwhile, the way forward stays as it left it.
    """
    with database.writing() as connection:
        connection.execute("UPDATE journal SET state = 'left' WHERE revision = ? AND state = 'done'", (revision,))
        number = connection.execute("SELECT number FROM revision").fetchone()[0]
        if way.revision + 1 == revision == number:
            again = [(step,) for step in way.steps]
            connection.executemany("UPDATE journal SET state = 'undone' WHERE revision = ?", again)


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

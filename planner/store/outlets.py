"""Where a calendar is kept up to date, and what stands there: bookkeeping that undo never turns back.

An outlet is a file, a folder, or a collection on a CalDAV server. No password is ever written here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.store.database import read_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planner.store.database import Database

COLUMNS = "id, kind, place, account, options, revision, mark"


class Outlet(NamedTuple):
    """One place that is kept up to date.

    Attributes:
        id: its row.
        kind: `file`, `folder` or `caldav`.
        place: an absolute path, or a URL without a password.
        account: the name to log in with, "" for none.
        options: what goes there and how, as plain values.
        revision: the calendar's revision that stands there, -1 when nothing does.
        mark: what the last publication left to know the place again by.
    """

    id: int
    kind: str
    place: str
    account: str
    options: dict[str, Any]
    revision: int
    mark: str


class Sent(NamedTuple):
    """What a server holds of one event or series: its address, the ETag it answered, a digest of what was sent."""

    uid: str
    href: str
    etag: str
    digest: str


def outlets(database: Database) -> list[Outlet]:
    """All of them, oldest first."""
    with read_back(database.path):
        return [_outlet(row) for row in database.rows(f"SELECT {COLUMNS} FROM outlet ORDER BY id")]


def _outlet(row: tuple[Any, ...]) -> Outlet:
    return Outlet(row[0], row[1], row[2], row[3], json.loads(row[4]), row[5], row[6])


def keep_outlet(database: Database, kind: str, place: str, options: Mapping[str, Any], account: str = "") -> Outlet:
    """Remember a place, or change what goes to one that is known: then all of it is to be sent anew.

    Raises:
        CalendarError: the calendar is locked or takes no changes.
    """
    with database.writing() as connection:
        kept = connection.execute(
            "INSERT INTO outlet (kind, place, account, options) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (place) DO UPDATE SET kind = excluded.kind, account = excluded.account,"
            f" options = excluded.options, revision = -1 RETURNING {COLUMNS}",
            (kind, place, account, json.dumps(options, sort_keys=True)),
        ).fetchall()
    return _outlet(kept[0])


def add_outlet(database: Database, kind: str, place: str, options: Mapping[str, Any]) -> Outlet | None:
    """Remember a place; None when it is known already, be it since a moment ago, and then it stays as it is."""
    with database.writing() as connection:
        added = connection.execute(
            "INSERT INTO outlet (kind, place, options) VALUES (?, ?, ?)"
            f" ON CONFLICT (place) DO NOTHING RETURNING {COLUMNS}",
            (kind, place, json.dumps(options, sort_keys=True)),
        ).fetchall()
    return _outlet(added[0]) if added else None


def forget_outlet(database: Database, outlet: int) -> None:
    """Keep a place up to date no longer; what stands there stays."""
    with database.writing() as connection:
        connection.execute("DELETE FROM outlet WHERE id = ?", (outlet,))


def forget_refused(database: Database, outlet: int) -> None:
    """Remember a place no longer to which nothing could be brought, unless another process just did so."""
    with database.writing() as connection:
        connection.execute("DELETE FROM outlet WHERE id = ? AND revision = -1", (outlet,))


def note_published(database: Database, outlet: int, revision: int, mark: str = "") -> None:
    """Remember which revision stands at a place, and what it is known again by."""
    with database.writing() as connection:
        connection.execute("UPDATE outlet SET revision = ?, mark = ? WHERE id = ?", (revision, mark, outlet))


def note_published_once(database: Database, before: Outlet, revision: int, mark: str) -> bool:
    """Remember what stands at a place, unless someone else published there since `before` was read.

    Two processes may write the same file at once: the one that comes second is told so, and looks again.
    """
    with database.writing() as connection:
        noted = connection.execute(
            "UPDATE outlet SET revision = ?, mark = ? WHERE id = ? AND revision = ? AND mark = ?",
            (revision, mark, before.id, before.revision, before.mark),
        )
        return noted.rowcount == 1


def sent(database: Database, outlet: int) -> dict[str, Sent]:
    """What an outlet on a server holds, by UID."""
    with read_back(database.path):
        rows = database.rows("SELECT uid, href, etag, digest FROM sent WHERE outlet_id = ?", (outlet,))
        return {str(row[0]): Sent(*map(str, row)) for row in rows}


def note_sent(database: Database, outlet: int, put: Iterable[Sent] = (), deleted: Iterable[str] = ()) -> None:
    """Remember what was put on a server and what was taken away, in one transaction."""
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO sent (outlet_id, uid, href, etag, digest) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (outlet_id, uid) DO UPDATE SET"
            " href = excluded.href, etag = excluded.etag, digest = excluded.digest",
            [(outlet, *one) for one in put],
        )
        connection.executemany("DELETE FROM sent WHERE outlet_id = ? AND uid = ?", [(outlet, uid) for uid in deleted])

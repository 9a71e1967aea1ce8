"""Open a calendar's file: pragmas, schema, and a refusal for what is newer, damaged or not ours."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING
from weakref import WeakSet

from planner.errors import CalendarError, OutsideError
from planner.store import upgrade
from planner.store.upgrade import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x504C414E
"""`PLAN` in ASCII: bytes 68 to 71 of every calendar file (sqlite.org, pragma application_id)."""
BUSY_MILLISECONDS = 1_000
DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises: its messages quote damaged pages, which may be no text at all."""
UNLIKE = (ValueError, TypeError, IndexError, OverflowError)
"""What a stored value raises that is not what its column holds."""
WITHOUT_LOG = ("disk-full", "calendar-unreadable")
"""Why a log cannot be made beside a file that may be sound."""
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)


_OPENING = threading.RLock()
_OPEN: WeakSet[Database] = WeakSet()


class Database:
    """An open calendar file: a reading connection, and one lock that every write holds.

    Raises:
        CalendarError: `calendar-missing`, `calendar-empty`, `calendar-foreign`, `calendar-newer`, `calendar-damaged`
            `calendar-locked` or `calendar-unreadable`; the file is left as it was.
        OutsideError: `disk-full`, when what stands in the log beside the file cannot be read for want of room.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, which must exist."""
        self.path = path
        self.lock = threading.RLock()
        with _OPENING:
            if not _is_open(path):
                _refuse_what_is_not_ours(path)
            with _calendar_errors(path):
                found, self.readonly = _opened(path)
                self.reading = _up_to_date(found, self.readonly)
            self.file = _identity(path)
            _OPEN.add(self)

    def rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """The rows of a reading query, through the bare driver."""
        with self.lock, _calendar_errors(self.path):
            return self.reading.execute(query, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction on the bare driver: committed at the end, rolled back on any error."""
        with self.lock, _calendar_errors(self.path):
            if self.readonly:
                raise CalendarError("calendar-readonly", file=self.path.name)
            self.reading.execute("BEGIN IMMEDIATE")
            try:
                yield self.reading
            except BaseException:
                # SQLAlchemy, and SQLite on a full disk, have rolled back already.
                if self.reading.in_transaction:
                    self.reading.execute("ROLLBACK")
                raise
            try:
                self.reading.execute("COMMIT")
            except sqlite3.Error:
                with suppress(sqlite3.Error):
                    self.reading.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file, once whoever works on it is done; a last reader folds the write-ahead log back into it."""
        # The driver crashes when a connection is closed under a thread that is using it.
        with self.lock:
            self.reading.close()
            _OPEN.discard(self)


def _is_open(path: Path) -> bool:
    """Whether this process has the file open already.

    It was looked at then, and must not be again: closing any other handle of a file lets go of all the locks that the
    process holds on it (sqlite.org/howtocorrupt, 2.2). The next program to leave would then take the log away under
    our connection, and what is written into it afterwards would be lost.
    """
    found = _identity(path)
    return found is not None and any(database.file == found for database in tuple(_OPEN))


def _identity(path: Path) -> tuple[int, int] | None:
    """What a file is, whatever it is called; None when nothing stands there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def connected(where: str, *, uri: bool = False) -> sqlite3.Connection:
    """A connection with every pragma set; transactions are begun by hand."""
    connection = sqlite3.connect(where, isolation_level=None, check_same_thread=False, uri=uri)
    try:
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def may_write(path: Path) -> bool:
    """Whether file and folder take changes; one whose owner's write bit is off is left alone, even by root."""
    real = path.resolve()
    return all(os.access(place, os.W_OK) and place.stat().st_mode & 0o200 for place in (real, real.parent))


def _opened(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection, and whether it may only read: the place refuses changes, or is too full for a log."""
    if may_write(path) or _in_use(path):
        try:
            connection = connected(str(path))
            try:
                return connection, not (_takes_changes(connection) and may_write(path))
            except BaseException:
                connection.close()
                raise
        except DAMAGE as error:
            if refused(error, path).key not in WITHOUT_LOG or _in_use(path):
                raise
    return connected(_as_it_stands(path), uri=True), True


def _up_to_date(connection: sqlite3.Connection, readonly: bool) -> sqlite3.Connection:
    """The calendar with this program's schema; a file that takes no changes is read through a copy in memory."""
    try:
        if not upgrade.is_behind(connection):
            return connection
        if not readonly:
            upgrade.build(connection)
            return connection
        copy = upgrade.in_memory(connection, connected(":memory:"))
    except BaseException:
        connection.close()
        raise
    connection.close()
    return copy


def _takes_changes(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "readonly" in str(error):
            return False
        if "locked" not in str(error):
            raise
    return True


def _refuse_what_is_not_ours(path: Path) -> None:
    """Read the header alone, so that a file that is refused is never touched.

    The header is 100 bytes (sqlite.org/fileformat2, section 1.3): the user version stands at 60, the application at 68.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError as error:
        raise CalendarError("calendar-missing", file=name) from error
    except OSError as error:
        raise CalendarError("calendar-unreadable", file=name, detail=str(error)) from error
    if not header:
        raise CalendarError("calendar-empty", file=name)
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise CalendarError("calendar-foreign", file=name)
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise CalendarError("calendar-foreign", file=name)
    version = int.from_bytes(header[60:64])
    if version > SCHEMA_VERSION:
        raise CalendarError("calendar-newer", file=name, version=version, known=SCHEMA_VERSION)
    if _cut_off(path, header):
        raise CalendarError("calendar-damaged", file=name)
    _refuse_what_is_damaged(path, version)


def _in_use(path: Path) -> bool:
    """Whether a log that holds something stands beside the file; an empty one is what a full disk leaves."""
    real = path.resolve()
    logs = (real.with_name(real.name + ending) for ending in ("-wal", "-journal"))
    return any(log.exists() and log.stat().st_size for log in logs)


def _as_it_stands(path: Path) -> str:
    """The address of a file without a log: read so that looking makes none (sqlite.org/uri, immutable)."""
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def _cut_off(path: Path, header: bytes) -> bool:
    """Whether the file ends within a page; the page size stands at 16, 1 for 65,536."""
    page = int.from_bytes(header[16:18])
    return path.stat().st_size % (65_536 if page == 1 else max(page, 1)) != 0


def _refuse_what_is_damaged(path: Path, version: int) -> None:
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro" if _in_use(path) else _as_it_stands(path)
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
            tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").fetchone()[0]
            briefs = connection.execute("SELECT count(*) FROM brief").fetchone()[0]
            connection.execute("SELECT number FROM revision").fetchone()
    except DAMAGE as error:
        raise refused(error, path) from error
    if version < 1 or tables < 10 or briefs != 1:
        raise CalendarError("calendar-damaged", file=path.name)


@contextmanager
def _calendar_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except DAMAGE as error:
        raise refused(error, path) from error


@contextmanager
def read_back(path: Path) -> Iterator[None]:
    """A stored value that is not what its column holds is damage: everything was judged on its way in.

    Raises:
        CalendarError: `calendar-damaged`.
    """
    try:
        yield
    except UNLIKE as error:
        raise CalendarError("calendar-damaged", file=path.name, detail=str(error)) from error


def refused(error: Exception, path: Path) -> CalendarError | OutsideError:
    """What a driver's error means to a person."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return CalendarError("calendar-locked", file=path.name, detail=text)
    if "closed database" in text or "unable to open" in text:
        return CalendarError("calendar-unreadable", file=path.name, detail=text)
    if "disk is full" in text or "disk I/O" in text:
        return OutsideError("disk-full", file=path.name, detail=text)
    if "readonly" in text:
        return CalendarError("calendar-readonly", file=path.name, detail=text)
    return CalendarError("calendar-damaged", file=path.name, detail=text)

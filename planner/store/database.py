"""Open a calendar's file: pragmas, schema, and a refusal for what is newer, damaged or not ours."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from planner.errors import CalendarError, OutsideError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x504C414E
"""`PLAN` in ASCII: bytes 68 to 71 of every calendar file (sqlite.org, pragma application_id)."""
SCHEMA_VERSION = 1
BUSY_MILLISECONDS = 1_000
DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises: its messages quote damaged pages, which may be no text at all."""
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)


class Database:
    """An open calendar file: a reading connection, and one lock that every write holds.

    Raises:
        CalendarError: `calendar-missing`, `calendar-empty`, `calendar-foreign`, `calendar-newer`, `calendar-damaged`
            or `calendar-locked`; the file is left as it was.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, which must exist."""
        self.path = path
        self.lock = threading.RLock()
        _refuse_what_is_not_ours(path)
        with _calendar_errors(path):
            self.reading = _connected(path)
            self.readonly = not _writable(self.reading, path)

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
        """Close the file; a last reader folds the write-ahead log back into it."""
        self.reading.close()


def create(path: Path) -> None:
    """Make an empty calendar file at `path`, readable by its owner alone, whole or not at all.

    Raises:
        CalendarError: `calendar-exists` when something stands there already.
        OutsideError: `cannot-write` when the folder refuses.
    """
    if path.exists() or path.is_symlink():
        raise CalendarError("calendar-exists", file=path.name)
    made = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        made.unlink(missing_ok=True)
        made.touch(mode=0o600, exist_ok=False)
        with closing(_connected(made)) as connection:
            _migrate(connection)
            connection.execute("PRAGMA journal_mode = DELETE")
        made.rename(path)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            made.unlink(missing_ok=True)
        raise OutsideError("cannot-write", file=str(path), detail=str(error)) from error


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    return connection


def _writable(connection: sqlite3.Connection, path: Path) -> bool:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "readonly" in str(error) or "unable to open" in str(error):
            return False
        if "locked" not in str(error):
            raise
    return path.stat().st_mode & 0o200 != 0


def _migrate(connection: sqlite3.Connection) -> None:
    from importlib import resources

    script = resources.files("planner.store").joinpath("migrations", "0001_first.sql").read_text("utf-8")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {SCHEMA_VERSION};\nCOMMIT;")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


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
    """Whether a log stands beside the file; without one it is read so that looking does not make one."""
    return any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-journal"))


def _cut_off(path: Path, header: bytes) -> bool:
    """Whether the file ends within a page; the page size stands at 16, 1 for 65,536."""
    page = int.from_bytes(header[16:18])
    return path.stat().st_size % (65_536 if page == 1 else max(page, 1)) != 0


def _refuse_what_is_damaged(path: Path, version: int) -> None:
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro{'' if _in_use(path) else '&immutable=1'}"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
            tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").fetchone()[0]
            briefs = connection.execute("SELECT count(*) FROM brief").fetchone()[0]
            connection.execute("SELECT number FROM revision").fetchone()
    except DAMAGE as error:
        if "locked" in str(error):
            raise CalendarError("calendar-locked", file=path.name, detail=str(error)) from error
        raise CalendarError("calendar-damaged", file=path.name, detail=str(error)) from error
    if version < 1 or tables < 10 or briefs > 1:
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
    except (ValueError, TypeError) as error:
        raise CalendarError("calendar-damaged", file=path.name, detail=str(error)) from error


def refused(error: Exception, path: Path) -> CalendarError | OutsideError:
    """What a driver's error means to a person."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return CalendarError("calendar-locked", file=path.name, detail=text)
    if "full" in text or "disk I/O" in text:
        return OutsideError("disk-full", file=path.name, detail=text)
    if "readonly" in text:
        return CalendarError("calendar-readonly", file=path.name, detail=text)
    return CalendarError("calendar-damaged", file=path.name, detail=text)

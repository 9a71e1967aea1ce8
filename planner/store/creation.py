"""Make a calendar's file: schema and brief, whole or not at all, over nothing that stands."""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from planner.errors import CalendarError, OutsideError
from planner.store.database import APPLICATION_ID, connected, refused
from planner.store.upgrade import build

BRIEF = "INSERT INTO brief (id, uid, title, language, zone) VALUES (1, ?, ?, ?, ?)"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def create(path: Path, uid: str, title: str, language: str, zone: str) -> None:
    """Make a calendar file at `path` with the beginning of its brief, readable by its owner alone.

    Raises:
        CalendarError: `calendar-exists` when something stands there already, or came to stand there meanwhile.
        OutsideError: `disk-full`, or `cannot-write` when the folder refuses.
    """
    if path.exists() or path.is_symlink():
        raise CalendarError("calendar-exists", file=path.name)
    made: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # mkstemp gives mode 0600, and a name of its own to each of two programs.
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=".part", dir=path.parent)
        os.close(handle)
        made = Path(name)
        _fill(made, (uid, title, language, zone))
        _put_in_place(made, path)
    except (OSError, sqlite3.OperationalError) as error:
        raise OutsideError(_reason(error, path), file=str(path), detail=str(error)) from error
    finally:
        if made is not None:
            for left in (made, made.with_name(made.name + "-journal")):
                with suppress(OSError):
                    left.unlink(missing_ok=True)


def _fill(made: Path, brief: tuple[str, ...]) -> None:
    with closing(connected(str(made))) as connection:
        build(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(BRIEF, brief)


def _put_in_place(made: Path, path: Path) -> None:
    """Give the file its name, unless another has it: a link refuses where a rename would replace."""
    try:
        os.link(made, path)
    except OSError as error:
        if path.exists() or path.is_symlink():
            raise CalendarError("calendar-exists", file=path.name) from error
        # Some file systems know no links.
        made.rename(path)


def _reason(error: OSError | sqlite3.Error, path: Path) -> str:
    if isinstance(error, OSError):
        return "disk-full" if error.errno in NO_ROOM else "cannot-write"
    return "disk-full" if refused(error, path).key == "disk-full" else "cannot-write"

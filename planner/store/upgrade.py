"""Bring a calendar's file to this program's schema: numbered scripts, all of those that are missing or none."""

from __future__ import annotations

import sqlite3
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPTS = (
    "0001_first.sql",
    "0002_what_was_learnt.sql",
    "0003_calendars_elsewhere.sql",
    "0004_what_comes_back.sql",
)
SCHEMA_VERSION = len(SCRIPTS)
"""A file's `user_version`: how many of the scripts it has been through."""


def build(connection: sqlite3.Connection) -> None:
    """Run every script that the file has not been through, in one transaction, on the bare driver.

    Raises:
        sqlite3.Error: the file is locked, full or damaged; it is as it was.
    """
    if _version(connection) >= SCHEMA_VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another window may have done it a moment ago.
        for script in SCRIPTS[_version(connection) :]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def in_memory(connection: sqlite3.Connection, copy: sqlite3.Connection) -> sqlite3.Connection:
    """The same calendar, up to date, in `copy`: for a file that takes no changes."""
    connection.backup(copy)
    build(copy)
    return copy


def is_behind(connection: sqlite3.Connection) -> bool:
    """Whether there are scripts that the file has not been through."""
    return _version(connection) < SCHEMA_VERSION


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    lines: list[str] = []
    for line in resources.files("planner.store").joinpath("migrations", script).read_text("utf-8").splitlines():
        lines.append(line)
        if sqlite3.complete_statement("\n".join(lines)):
            yield "\n".join(lines)
            lines = []

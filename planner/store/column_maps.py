"""How the columns of a table were read, kept for the next table with the same first line: bookkeeping of this machine.

Undo never turns it back, and no dump holds it.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from planner.store.database import read_back

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planner.store.database import Database


def kept_columns(database: Database, header: Sequence[str]) -> dict[str, str]:
    """What a person said of the columns under this first line: a field each, "" for one that is left out."""
    with read_back(database.path):
        rows = database.rows("SELECT columns FROM column_map WHERE header = ?", (_digest(header),))
        return dict(json.loads(str(rows[0][0]))) if rows else {}


def keep_columns(database: Database, header: Sequence[str], columns: Mapping[str, str]) -> None:
    """Remember what a person said; a calendar that may only be read remembers nothing."""
    if database.readonly:
        return
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO column_map (header, columns) VALUES (?, ?)"
            " ON CONFLICT (header) DO UPDATE SET columns = excluded.columns",
            (_digest(header), json.dumps(columns, ensure_ascii=False, sort_keys=True)),
        )


def _digest(header: Sequence[str]) -> str:
    return sha256(json.dumps(list(header)).encode()).hexdigest()

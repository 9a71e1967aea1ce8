"""The posts as a table for a spreadsheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.desk.post_texts import COLUMNS, written_posts
from planner.desk.send import ExportedFile
from planner.exchange import csv
from planner.exchange.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.model.calendar import Calendar

OURS = re.compile(rb"(?:\xef\xbb\xbf)?uid([,;])(?:[^\r\n,;]*\1){%d}[^\r\n,;]*\r\n" % (len(COLUMNS) - 2))
"""How a table that planner wrote begins, whatever its language and separator."""


@dataclass(frozen=True)
class TableForm:
    """How a table is written.

    Attributes:
        columns: what each of `COLUMNS` is called; its key when absent.
        statuses: what each status is called; its code when absent.
        purposes: what each purpose is called; its code when absent.
        separator: between cells.
        bom: whether Excel is shown that the file is in UTF-8.
        exact: whether formulas are written as they are.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    purposes: Mapping[str, str] = field(default_factory=dict)
    separator: str = ","
    bom: bool = True
    exact: bool = False


def rows_bytes(calendar: Calendar, form: TableForm | None = None) -> tuple[bytes, int]:
    """A table of all posts that are not in the bin, one a line, and how many they are."""
    chosen = form or TableForm()
    words = {"status": chosen.statuses, "purpose": chosen.purposes}
    rows = [written.texts for written in written_posts(calendar)]
    for row in rows:
        row |= {column: known.get(row[column], row[column]) for column, known in words.items()}
    names = {column: chosen.columns.get(column, column) for column in COLUMNS}
    pieces = csv.written(rows, names, separator=chosen.separator, bom=chosen.bom, exact=chosen.exact)
    return b"".join(pieces), len(rows)


def export_csv(desk: Desk, path: Path, form: TableForm | None = None, *, force: bool = False) -> ExportedFile:
    """Write all posts that are not in the bin as a table, ideas too.

    Raises:
        InputError: `not-ours` when a file stands there that planner did not write.
        OutsideError: `disk-full` or `cannot-write`.
    """
    calendar = desk.calendar()
    content, count = rows_bytes(calendar, form)
    write_whole(path, [content], lambda head: OURS.match(head) is not None, force=force)
    return ExportedFile(path, count, [], binned=len(calendar.binned))

"""The process in which a table of others is read, from its bytes to its cells.

Run as `python -m planner.exchange.csv_apart` with the file as standard input and the words that name columns as a
JSON list; see `exchange.apart`.
"""

from __future__ import annotations

import json
import sys
from typing import IO, TYPE_CHECKING, Any

from planner.errors import InputError
from planner.exchange import csv
from planner.exchange.apart import answer_apart, values_apart
from planner.model.names import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def table_apart(path: Path, name: str, words: Iterable[str]) -> csv.Table:
    """The table in a file, read in a process of its own.

    Args:
        path: the file.
        name: what a person calls it.
        words: what a column may be called, as `model.names.plain` gives it.

    Raises:
        InputError: what `csv.table` and `apart.values_apart` refuse a file for.
    """
    values = values_apart(__name__, path, name, arguments=[json.dumps(sorted(words))])
    head = next(values)
    lines = [
        csv.Line(value["number"], value["cells"], InputError(value["fault"]) if value["fault"] else None)
        for value in values
    ]
    return csv.Table(head["header"], lines, head["encoding"], head["separator"])


def _answer(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    words = frozenset(json.loads(sys.argv[1]))
    table = csv.table(file.read(csv.MOST_BYTES + 1), "", lambda cell: plain(cell) in words or cell in words)
    yield {"header": table.header, "encoding": table.encoding, "separator": table.separator}
    for line in table.lines:
        yield {"number": line.number, "cells": line.cells, "fault": line.fault.key if line.fault else ""}


if __name__ == "__main__":
    answer_apart(_answer)

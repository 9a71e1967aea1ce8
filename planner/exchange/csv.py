"""Tables of posts: RFC 4180 out, and in whatever spreadsheets write.

A cell that a spreadsheet would run as a formula is written with `'` before it (OWASP, CSV Injection), and read back
without it: `guarded` and `unguarded` undo each other exactly, also for a text that begins with `'=` itself.
`csv.Sniffer` is not asked for the separator: it takes a letter for one where cells hold whole texts. The separator is
the sign under which the first line holds the most names that are known.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from planner.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

MOST_BYTES = 20_000_000
"""A larger cell would take the program over the 512 MB that reading a stranger's file may take."""
MOST_LINES = 50_000
"""Lines of a table with something in them, at most."""
MOST_COLUMNS = 1_000
SEPARATORS = (",", ";", "\t", "|")
LOOKED_AT = 65_536
"""Characters of a table that tell its separator."""
MOST_LOOKED_AT = 50
_BEGINS_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")
_SAYS_SEPARATOR = re.compile(r'"?sep=([^\w\s"]|\t)"?\r?\n', re.IGNORECASE)
"""A first line of Excel's own, which is no line of the table."""


class Line(NamedTuple):
    """A line of a table under its header: the number of its first line in the file, its cells, why it is refused."""

    number: int
    cells: list[str]
    fault: InputError | None = None


class Table(NamedTuple):
    """A table as it was read: its first line, the others, and how it was written."""

    header: list[str]
    lines: list[Line]
    encoding: str
    separator: str


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet runs."""
    return f"'{text}" if _BEGINS_FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that a guarded cell stands for."""
    return cell[1:] if _GUARDED.match(cell) else cell


def written(
    rows: Iterable[Mapping[str, str]],
    columns: Mapping[str, str],
    *,
    separator: str = ",",
    bom: bool = True,
    exact: bool = False,
) -> Iterator[bytes]:
    """A table in UTF-8, a piece a line.

    Args:
        rows: what each line holds, by column.
        columns: what the first line calls each column, in their order.
        separator: `,`, or `;` for a spreadsheet that speaks French.
        bom: whether to begin with the mark by which Excel knows UTF-8.
        exact: whether to write formulas as they are.
    """
    said = (lambda text: text) if exact else guarded
    if bom:
        yield codecs.BOM_UTF8
    yield _line(list(columns.values()), separator)
    for row in rows:
        yield _line([said(row[column]) for column in columns], separator)


def _line(cells: Sequence[str], separator: str) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=separator, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode("utf-8", "replace")


def table(content: bytes, name: str, knows: Callable[[str], bool]) -> Table:
    """Read a table; a line that cannot be read holds its fault, and the others are read.

    Args:
        content: the file's bytes, in UTF-8, UTF-16 or Windows-1252.
        name: what a person calls the file.
        knows: whether a cell of the first line names a column.

    Raises:
        InputError: `file-too-large`, `table-empty` or `table-too-long`.
    """
    if len(content) > MOST_BYTES:
        raise InputError("file-too-large", file=name, limit=MOST_BYTES)
    text, encoding = _decoded(content)
    said = _SAYS_SEPARATOR.match(text)
    text = text[said.end() :] if said else text
    separator = said[1] if said else _separator(text, knows)
    lines = _lines(text, separator, name, int(bool(said)))
    if not lines or lines[0].fault or len(lines[0].cells) > MOST_COLUMNS:
        raise InputError("table-empty", file=name)
    return Table([cell.strip() for cell in lines[0].cells], lines[1:], encoding, separator)


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, and the encoding that was meant; a table of Excel's without a mark is in the one of its Windows."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace"), "UTF-16"
    head = content[:1_000]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(zeros) > 1 and zeros.count(0) > 0.6 * len(zeros):
            return content.decode(encoding, "replace"), "UTF-16"
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), "Windows-1252"


def _separator(text: str, knows: Callable[[str], bool]) -> str:
    """The sign under which the first line names most columns, then under which lines are most alike and widest."""
    sample = text[:LOOKED_AT]
    return max(SEPARATORS, key=lambda sign: _fit(sample, sign, knows))


def _fit(sample: str, separator: str, knows: Callable[[str], bool]) -> tuple[int, bool, int, int]:
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    read = [cells for cells, _ in zip(reader, range(MOST_LOOKED_AT), strict=False) if any(cells)]
    if not read:
        return 0, False, 0, 0
    width = len(read[0])
    known = sum(knows(cell.strip()) for cell in read[0])
    return known, width > 1, sum(len(cells) == width for cells in read), width


def _fault(error: csv.Error) -> InputError:
    if "end of data" in str(error):
        return InputError("line-not-closed", detail=str(error))
    return InputError("line-quotes", detail=str(error))


def _lines(text: str, separator: str, name: str, before: int) -> list[Line]:
    """Every line that holds something, in order; `before` lines of the file come before the text.

    Raises:
        InputError: `table-too-long`.
    """
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[Line] = []
    while True:
        number = before + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return found
        except csv.Error as error:
            found.append(Line(number, [], _fault(error)))
            continue
        if any(cell.strip() for cell in cells):
            found.append(Line(number, cells, None))
        if len(found) > MOST_LINES:
            raise InputError("table-too-long", file=name, limit=MOST_LINES)

"""The lines of an .ics file as they are meant: in letters, unfolded, each within bounds, one at a time.

Files that break RFC 5545's rules on letters are read all the same: UTF-16 and UTF-32, UTF-8 with a mark, and what is
no UTF-8 as Windows' Western letters, which is told; lines may end with CR, LF or both.
"""

from __future__ import annotations

import codecs
import io
from typing import IO, TYPE_CHECKING, NamedTuple

from planner.errors import InputError
from planner.exchange.apart import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 100_000
"""Octets of a line as it stands in the file, at most: written lines have 75."""
LONGEST_WHOLE = 2_500_000
"""Octets of a line that was put together from folded ones."""
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"), (b"B\0E\0", "utf-16-le"), (b"\0B\0E", "utf-16-be"),
)  # fmt: skip
QUOTED = "QUOTED-PRINTABLE"


class Line(NamedTuple):
    """A whole line; `guessed` when it was no UTF-8, `long` when its end was cut off for its length."""

    text: str
    guessed: bool = False
    long: bool = False


def whole_lines(file: IO[bytes]) -> Iterator[Line]:
    """Every line of the file that is not empty.

    Raises:
        InputError: `file-too-large`.
    """
    pieces: list[str] = []
    size, soft = 0, False
    for piece in _as_they_stand(file):
        folded = piece[0] in " \t"
        if pieces and (folded or soft):
            pieces.append(piece[1:] if folded else piece)
            size += len(piece)
        else:
            if pieces:
                yield _whole(pieces, size)
            pieces, size = [piece], len(piece)
        if size > LONGEST_WHOLE:
            pieces = ["".join(pieces)[: LONGEST_WHOLE + 1]]
        soft = piece.endswith("=") and QUOTED in pieces[0].partition(":")[0].upper()
        if soft:
            pieces[-1] = pieces[-1][:-1]
    if pieces:
        yield _whole(pieces, size)


def _as_they_stand(file: IO[bytes]) -> Iterator[str]:
    """The lines as octets, an octet a letter, without their ends; the empty ones left out."""
    text, lettered = _text(file)
    left = MOST_BYTES
    while piece := text.readline(LONGEST + 1):
        rest = piece
        while len(rest) > LONGEST and not rest.endswith("\n"):
            rest = text.readline(LONGEST + 1)
            left -= len(rest)
        left -= len(piece)
        if left < 0:
            raise InputError("file-too-large", limit=MOST_BYTES)
        if piece := piece.rstrip("\n"):
            yield piece.encode("utf-8", "replace").decode("latin-1") if lettered else piece


def _text(file: IO[bytes]) -> tuple[io.TextIOWrapper, bool]:
    """The file, an octet a letter; or in its own letters, and then true."""
    head = file.peek(4)[:4] if isinstance(file, io.BufferedReader) else b""
    encoding = next((name for mark, name in MARKS if head.startswith(mark)), "")
    if encoding and not encoding.startswith("utf-8"):
        return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline=None), True
    if encoding:
        file.read(len(codecs.BOM_UTF8))
    return io.TextIOWrapper(file, encoding="latin-1", newline=None), False


def _whole(pieces: list[str], size: int) -> Line:
    octets = "".join(pieces).encode("latin-1")
    long = size > LONGEST_WHOLE or any(len(piece) > LONGEST for piece in pieces)
    try:
        return Line(octets.decode(), long=long)
    except UnicodeDecodeError:
        return Line(octets.decode("cp1252", "replace"), guessed=True, long=long)

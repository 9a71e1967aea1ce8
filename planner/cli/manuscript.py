"""A text file as a post: its title, its text, what its front matter says, and where all that stands in the file.

Front matter is what stands at the head of a file between two `---` (lines of `key: value`, the part of YAML that
people write by hand) or two `+++` (TOML). Lists and nested values are passed over. What is not well formed is a text,
rules and all, and a fault is noted where it seems meant as front matter. PyYAML is not worth its weight here: it gives
no places, and reads `on` and `12:30` as other things.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.cli.front_matter import front_matter
from planner.cli.reading import text_of
from planner.errors import InputError
from planner.model.gate import clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.cli.front_matter import Fault

HEADING = re.compile(r"#{1,6}\s+")
LARGEST = 2_000_000
"""Bytes of a file, at most."""
BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
SOFT = "\x0b\x0c\x85\u2028\u2029"
"""What ends a line in a text and not in an editor's count of lines."""


class Manuscript(NamedTuple):
    """What a file holds.

    Attributes:
        title: the front matter's, else the first heading's, else "".
        body: what follows.
        said: what the front matter says, by the names of `FRONT_KEYS`.
        whole: the whole file, clean, in which the two stand.
        title_at: where in `whole` the title stands, -1 when it is not there.
        body_at: where in `whole` the body stands.
        soft: the lines of `whole`, from 0, whose end an editor does not count as one.
        faults: what its front matter holds that could not be read as such.
    """

    title: str
    body: str
    said: Mapping[str, str]
    whole: str
    title_at: int = -1
    body_at: int = 0
    soft: tuple[int, ...] = ()
    faults: tuple[Fault, ...] = ()


class Place(NamedTuple):
    """Where words stand in a file: lines and columns from 1, columns in characters, the end not included."""

    line: int
    column: int
    end_line: int
    end_column: int


def manuscript(source: Path | bytes, name: str) -> Manuscript:
    """Read plain text or Markdown.

    Raises:
        InputError: `file-missing`, `file-unreadable`, `file-too-large` or `not-text`.
    """
    read = text_of(_bounded(source, name), name)
    if "\0" in read:
        raise InputError("not-text", file=name, line=read.count("\n", 0, read.index("\0")) + 1)
    whole = clean_text(read)
    lines = whole.split("\n")
    front = front_matter(lines)
    title, start = front.said.get("title", ""), _written(lines, front.end)
    place = front.title_place
    if not title and start < len(lines) and (heading := HEADING.match(lines[start])):
        title, place = _heading(lines[start][heading.end() :]), (start, heading.end())
        start = _written(lines, start + 1)
    body = "\n".join(lines[start:]).rstrip()
    title_at = _offset(lines, *place) if title else -1
    body_at, soft = _offset(lines, start, 0), _soft_ends(read)
    return Manuscript(title, body, front.said, whole, title_at, body_at, soft, front.faults)


def _heading(text: str) -> str:
    """A heading's words without the marks that may close it: those of `C#` belong to the word."""
    words = text.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else words


def place_in(written: Manuscript, field: str, start: int, end: int) -> Place:
    """Where the characters `start` to `end` of the title or the body stand in the file; a title of none on line 0."""
    at = written.title_at if field == "title" else written.body_at
    if at < 0:
        return Place(0, start + 1, 0, end + 1)
    return Place(*_point(written, at + start), *_point(written, at + end))


def beginning(written: Manuscript) -> Place:
    """Where the title stands, or the first line of a text without one; no wider than nothing in an empty file."""
    if written.title_at >= 0:
        return place_in(written, "title", 0, len(written.title))
    return place_in(written, "body", 0, len(written.body.partition("\n")[0]))


def _point(written: Manuscript, offset: int) -> tuple[int, int]:
    row = written.whole.count("\n", 0, offset)
    opening = written.whole.rfind("\n", 0, offset) + 1
    line = row + 1 - bisect_left(written.soft, row)
    while row - 1 in written.soft:
        row -= 1
        opening = written.whole.rfind("\n", 0, opening - 1) + 1
    return line, offset - opening + 1


def _offset(lines: list[str], row: int, column: int) -> int:
    """Where a line's column stands in the whole; a line after the last one stands at the end."""
    before = sum(len(line) + 1 for line in lines[:row]) + column
    return min(before, sum(len(line) + 1 for line in lines) - 1)


def _soft_ends(read: str) -> tuple[int, ...]:
    """The numbers, from 0, of the lines that end otherwise than an editor's lines do."""
    if not any(sign in read for sign in SOFT):
        return ()
    return tuple(number for number, end in enumerate(BREAKS.findall(read)) if end in SOFT)


def _written(lines: list[str], start: int) -> int:
    while start < len(lines) and not lines[start].strip():
        start += 1
    return start


def _bounded(source: Path | bytes, name: str) -> Path | bytes:
    """The bytes of a file, never more than are taken in; what cannot be read is left for `text_of` to refuse."""
    content = source
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                content = file.read(LARGEST + 1)
        except (OSError, ValueError):
            return source
    if isinstance(content, bytes) and len(content) > LARGEST:
        raise InputError("file-too-large", file=name, limit=LARGEST)
    return content

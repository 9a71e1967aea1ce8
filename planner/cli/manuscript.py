"""A text file as a post: its title, its text, and on which line the text begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planner.cli.reading import text_of
from planner.model.gate import clean_text

if TYPE_CHECKING:
    from pathlib import Path

HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*")
FRONT_TITLE = re.compile(r"title\s*:\s*(.*)", re.IGNORECASE)
LONGEST_FRONT = 200
"""Lines of front matter, at most; a file that opens with a rule and has no end of one is a text."""


class Manuscript(NamedTuple):
    """What a file holds; `first_line` counts from 1 and is the line on which `body` begins."""

    title: str
    body: str
    first_line: int


def manuscript(source: Path | bytes, name: str) -> Manuscript:
    """Read plain text or Markdown: the title is the front matter's, else the first heading, else empty.

    Raises:
        InputError: `file-missing`, `file-unreadable`, `not-text` or `text-too-long`.
    """
    lines = clean_text(text_of(source, name)).split("\n")
    title, start = _front_matter(lines)
    while start < len(lines) and not lines[start].strip():
        start += 1
    if not title and start < len(lines) and (heading := HEADING.fullmatch(lines[start])):
        title, start = heading[1], start + 1
        while start < len(lines) and not lines[start].strip():
            start += 1
    return Manuscript(title, "\n".join(lines[start:]).rstrip(), start + 1)


def _front_matter(lines: list[str]) -> tuple[str, int]:
    """The title that stands between two rules at the head of a file, and the first line after them."""
    marks = [number for number, line in enumerate(lines[:LONGEST_FRONT]) if line.strip() in ("---", "+++")]
    if len(marks) < 2 or marks[0] != 0:
        return "", 0
    for line in lines[1 : marks[1]]:
        if match := FRONT_TITLE.fullmatch(line.strip().replace("=", ":", 1)):
            return match[1].strip().strip("\"'"), marks[1] + 1
    return "", marks[1] + 1

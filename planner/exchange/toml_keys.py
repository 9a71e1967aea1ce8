"""Where each key of a TOML text stands: its line, for a person who must correct it.

tomllib tells the line of a syntax error only. This scan knows tables, keys and where values end; it also
refuses, before tomllib spends minutes on them, keys and values nested deeper than anyone writes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]
DEEPEST = 32
"""Parts of a dotted key, and brackets within brackets, at most."""
LONGEST_WORD = 100
"""Characters of a number, a date or a bare key, at most: TOML's integers have 64 bits."""

PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
KEY = rf"{PART}(?:[ \t]*\.[ \t]*{PART})*+"
GAP = re.compile(r"(?:[ \t\r\n]+|\#[^\n]*)*+")
HEADER = re.compile(rf"(\[\[?)[ \t]*({KEY})[ \t]*\]{{0,2}}")
ASSIGNMENT = re.compile(rf"({KEY})[ \t]*(=?)")
VALUE = re.compile(
    rf'''(?P<deep>{PART}(?:[ \t]*\.[ \t]*{PART}){{{DEEPEST},}})
    |(?P<text>"""(?:[^"\\]++|\\.|"{{1,2}}(?!"))*+"{{3,5}}|\'\'\'(?:[^']++|'{{1,2}}(?!'))*+'{{3,5}}
        |"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|\#[^\n]*)
    |(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<end>\n)|(?P<word>[A-Za-z0-9_-]+)|[^"'\#\[\]{{}}\nA-Za-z0-9_-]+|(?P<unended>.)''',
    re.VERBOSE | re.DOTALL,
)


class TooMuchError(Exception):
    """The text asks for more than anyone writes: `reason` is `too-deep` or `number-too-long`."""

    def __init__(self, reason: str, line: int) -> None:
        """Hold why, and where."""
        super().__init__(reason, line)
        self.reason = reason
        self.line = line


def keys(text: str) -> Iterator[tuple[Path, int]]:
    """Each table and key of the text with its line, in its order; tables of an array are counted from 0.

    Raises:
        TooMuchError: a key or a value is nested too deep, or a number is too long.
    """
    counts: dict[Path, int] = {}
    table: Path = ()
    position, line = 0, 1
    while position < len(text):
        start = _end(GAP.match(text, position), position)
        line += text.count("\n", position, start)
        if header := HEADER.match(text, start):
            table = _table(header, counts, line)
            yield table, line
            position = header.end()
        elif assignment := ASSIGNMENT.match(text, start):
            yield (*table, *_parts(assignment[1], line)), line
            position = _after_value(text, assignment.end(), line)
        else:
            position = max(text.find("\n", start), start + 1)
        line += text.count("\n", start, position)


def line_of(text: str, path: Path) -> int:
    """The line of a key, or of the nearest table or key around it when it stands inside a value; else 1."""
    known = [0] * (len(path) + 1)
    for found, line in keys(text):
        depth = min(len(found), len(path))
        if found[:depth] == path[:depth] and not known[depth]:
            known[depth] = line
            if depth == len(path):
                break
    return next((line for line in reversed(known) if line), 1)


def written(path: Path) -> str:
    """A path as a person reads it, counted from 1: `post[4].day`."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)[1:]


def _end(match: re.Match[str] | None, position: int) -> int:
    return match.end() if match else position


def _parts(key: str, line: int) -> Path:
    if key.count(".") < 1:
        return (_bare(key),)
    parts = tuple(_bare(part) for part in re.findall(PART, key))
    if len(parts) > DEEPEST:
        raise TooMuchError("too-deep", line)
    return parts


def _bare(part: str) -> str:
    return part[1:-1] if part[0] in "\"'" else part


def _table(header: re.Match[str], counts: dict[Path, int], line: int) -> Path:
    """The path of a `[table]` or `[[array of tables]]`, with the place of each table within its array."""
    path: Path = ()
    for part in _parts(header[2], line):
        if path in counts:
            path = (*path, counts[path])
        path = (*path, part)
    if header[1] == "[[":
        counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path]) if path in counts else path


def _after_value(text: str, position: int, line: int) -> int:
    """Where the value that begins at `position` ends: at a line's end outside strings and brackets."""
    depth, start = 0, position
    for token in VALUE.finditer(text, position):
        kind = token.lastgroup
        if kind == "end" and depth <= 0:
            return token.start()
        if kind == "unended":
            break
        depth += (kind == "open") - (kind == "close")
        if kind == "deep" or depth > DEEPEST:
            raise TooMuchError("too-deep", line + text.count("\n", start, token.start()))
        if kind == "word" and len(token[0]) > LONGEST_WORD:
            raise TooMuchError("number-too-long", line + text.count("\n", start, token.start()))
    return len(text)

"""The process in which a calendar's TOML is read, from its bytes to its plain values, or to why it is none.

Run as `python -m planner.exchange.toml_apart` with a line of JSON as standard input, null or the key whose line is
asked for, and then the file; see `exchange.apart`. JSON knows no days and hours: every list begins with the name of
what it stands for, "" for a list, so that no text of a file can be taken for a day.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from planner.errors import InputError
from planner.exchange import toml, toml_keys
from planner.exchange.apart import answer_apart, opened, values_apart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 4 * toml.MOST_CHARACTERS
"""Bytes of a file, at most: characters of UTF-8 have four of them."""
MOMENTS: dict[str, type[date | time]] = {"date": date, "time": time, "datetime": datetime}
TABLES_A_LINE = 500
DEEPEST = 200
"""Tables within tables, at most: Python reads JSON that is four times as deep."""


def parsed_apart(source: Path | str, name: str) -> toml.Parsed:
    """The values of a TOML file, or of its text, read in a process of its own.

    Args:
        source: the file or the text.
        name: what a person calls it.

    Raises:
        InputError: `not-text` with the line, and what `toml.read` and `apart.values_apart` refuse a file for; also
            when the line of a key is asked for.
    """
    content = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else _content(source, name)
    document: dict[str, Any] = {}
    for value in values_apart(__name__, [b"null\n", content], name):
        key, said = value["key"], unpacked(value["said"])
        if key in document:
            document[key] += said
        else:
            document[key] = said
    return toml.Parsed(name, document, partial(_line_of, content, name))


def _content(path: Path, name: str) -> bytes:
    with opened(path, name, regular=True) as file:
        try:
            content = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise InputError("file-unreadable", file=name, detail=str(error)) from error
    if len(content) > MOST_BYTES:
        raise InputError("file-too-large", file=name, limit=MOST_BYTES)
    return content


def _line_of(content: bytes, name: str, path: toml_keys.Path) -> int:
    asked = json.dumps(path).encode() + b"\n"
    (value,) = values_apart(__name__, [asked, content], name)
    return int(value["line"])


def _answer(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    asked = json.loads(file.readline())
    text = _text(file.read())
    if asked is not None:
        yield {"line": toml_keys.line_of(text.removeprefix("\ufeff"), tuple(asked))}
        return
    for key, said in toml.read(text, "").document.items():
        if isinstance(said, list):
            for start in range(0, max(len(said), 1), TABLES_A_LINE):
                yield {"key": key, "said": packed(said[start : start + TABLES_A_LINE])}
        else:
            yield {"key": key, "said": packed(said)}


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("not-text", line=content.count(b"\n", 0, error.start) + 1) from error


def packed(value: Any, depth: int = 0) -> Any:
    """A plain value of TOML as one of JSON.

    Raises:
        InputError: `toml-syntax` with `too-deep`.
    """
    if depth > DEEPEST:
        raise InputError("toml-syntax", line=1, column=0, path="", reason="too-deep")
    if isinstance(value, dict):
        return {key: packed(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return ["", *(packed(item, depth + 1) for item in value)]
    return [type(value).__name__, value.isoformat()] if isinstance(value, (date, time)) else value


def unpacked(value: Any) -> Any:
    """The plain value of TOML that was `packed`."""
    if isinstance(value, dict):
        return {key: unpacked(item) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    kind, *items = value
    return MOMENTS[kind].fromisoformat(*items) if kind else [unpacked(item) for item in items]


if __name__ == "__main__":
    answer_apart(_answer)

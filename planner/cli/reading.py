"""A file that a person named, as text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def typed(argument: str) -> str:
    """An argument's text, in UTF-8 whatever the locale says; what is no UTF-8 stays as Python took it."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument


def text_of(source: Path | bytes, name: str) -> str:
    """The text of a file, or of what came in; `name` is what a person calls it.

    Raises:
        InputError: `file-missing`, `file-unreadable`, or `not-text` with the first line that is not.
    """
    try:
        content = source if isinstance(source, bytes) else source.read_bytes()
    except FileNotFoundError as error:
        raise InputError("file-missing", file=name) from error
    except (OSError, ValueError) as error:
        raise InputError("file-unreadable", file=name, detail=str(error)) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("not-text", file=name, line=content.count(b"\n", 0, error.start) + 1) from error

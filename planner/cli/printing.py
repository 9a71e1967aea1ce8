"""The one way out to the terminal: no control character, and no letters in a disguised order."""

from __future__ import annotations

import json
import sys
from typing import Any

from planner.model.gate import BIDI, CONTROLS, visible


def put(*lines: str) -> None:
    """Print lines of text; control characters in them are visible signs."""
    for line in lines:
        sys.stdout.write(visible(line) + "\n")


def complain(line: str) -> None:
    """Print a line for the person on standard error, beside what another program may be reading."""
    sys.stderr.write(visible(line) + "\n")


def put_json(value: Any, *, indent: int | None = 2) -> None:
    """Print a value as JSON, keys in order; characters that a terminal would obey are escapes."""
    put_text(json.dumps(value, ensure_ascii=False, sort_keys=True, indent=indent) + "\n")


def put_text(text: str) -> None:
    """Print JSON or TOML as UTF-8; what a terminal would obey is escaped, which means the same in both."""
    put_bytes(BIDI.sub(_escape, CONTROLS.sub(_escape, text)).encode())


def put_bytes(content: bytes) -> None:
    """Print a file as it is, whatever the terminal's own encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def on_one_line(text: str) -> str:
    """A text of the user within a line: line ends and tabs are spaces."""
    return " ".join(visible(text).split())


def _escape(match: Any) -> str:
    return f"\\u{ord(match[0]):04x}"

"""Drafts judged one after the other, without a calendar: a JSON object a line in, a verdict a line out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from planner.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SURROGATES = re.compile("[\ud800-\udfff]")


def verdicts(lines: Iterable[bytes]) -> Iterator[dict[str, object]]:
    """The verdict of each line, in their order; empty lines are passed over.

    Raises:
        InputError: `jsonl-line`, with the number of the first line that is not what the contract asks for.
    """
    from planner.focus.batch import verdict

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row = _object(line, number)
        try:
            judged = verdict({name: row[name] if name == "id" else _paired(row[name]) for name in row})
        except InputError as error:
            raise InputError(error.key, detail=error.detail, line=number, **error.values) from error
        yield judged


def _object(line: bytes, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError("jsonl-line", detail=str(error), line=number) from error
    if not isinstance(row, dict):
        raise InputError("jsonl-line", detail=type(row).__name__, line=number)
    return row


def _paired(value: Any) -> Any:
    """The value with a sign for each half of a character, so that offsets stay what they are."""
    if isinstance(value, str):
        return SURROGATES.sub("\ufffd", value)
    if isinstance(value, list):
        return [_paired(item) for item in value]
    if isinstance(value, dict):
        return {name: _paired(item) for name, item in value.items()}
    return value

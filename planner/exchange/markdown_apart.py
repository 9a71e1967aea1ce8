"""The process in which notes of others are read, one process for a whole folder of them.

Run as `python -m planner.exchange.markdown_apart SECONDS` with the notes' places and names as standard input, a list
of pairs in JSON; see `exchange.apart`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from planner.errors import InputError
from planner.exchange import markdown
from planner.exchange.apart import SECONDS, answer_apart, opened, refusal, told, values_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOTES_A_SECOND = 50
"""Notes that even a slow machine reads in a second; a folder may take as long as it holds them."""


def notes_apart(files: Sequence[tuple[Path, str]]) -> list[markdown.Note | InputError]:
    """Each note, or why it cannot be read, read in a process of their own.

    Args:
        files: where each note stands, and what a person calls it.

    Raises:
        InputError: `file-too-slow` or `file-too-heavy`, with the note that was being read; no note is known then.
    """
    seconds = max(SECONDS, len(files) // NOTES_A_SECOND)
    listed = json.dumps([(str(path), name) for path, name in files]).encode()
    notes: list[markdown.Note | InputError] = []
    try:
        for value in values_apart(__name__, [listed], "", seconds=seconds, arguments=[str(seconds)]):
            notes.append(refusal(value["fault"]) if "fault" in value else markdown.Note(*value["note"]))
    except InputError as error:
        unread = files[min(len(notes), len(files) - 1)][1]
        raise InputError(error.key, detail=error.detail, **{**error.values, "file": unread}) from error
    return notes


def _answer(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    for path, name in json.loads(file.read()):
        # Whoever is ended over the next note has told of this one, so that the right one is named.
        sys.stdout.flush()
        try:
            yield {"note": markdown.read(_content(Path(path), name), name)}
        except InputError as error:
            yield {"fault": told(error)}


def _content(path: Path, name: str) -> bytes:
    with opened(path, name, regular=True) as file:
        try:
            return file.read(markdown.MOST_BYTES + 1)
        except OSError as error:
            raise InputError("file-unreadable", file=name, detail=str(error)) from error


if __name__ == "__main__":
    answer_apart(_answer, int(sys.argv[1]))

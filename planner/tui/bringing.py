"""A file that is to be taken in, looked at through the desk: which room reads it, by the ending of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.desk.preview import Preview

    Answers = Mapping[str, str]


def _events(desk: Desk, path: Path, answers: Answers) -> Preview:
    from planner.desk.bring_ics import preview_ics

    return preview_ics(desk, path, answers.get("zone"), **_added(answers))


def _table(desk: Desk, path: Path, answers: Answers) -> Preview:
    from planner.desk.bring_posts import Names
    from planner.desk.bring_rows import RowOptions, preview_rows
    from planner.desk.post_texts import COLUMNS
    from planner.words.columns import known_words

    return preview_rows(desk, path, RowOptions(Names(**known_words(COLUMNS)), **_told(answers)))


def _notes(desk: Desk, path: Path, answers: Answers) -> Preview:
    from planner.desk.bring_notes import NoteOptions, preview_notes
    from planner.desk.bring_posts import Names
    from planner.desk.post_texts import COLUMNS
    from planner.words.columns import known_words

    return preview_notes(desk, path, NoteOptions(Names(**known_words(COLUMNS)), **_told(answers)))


def _told(answers: Answers) -> dict[str, Any]:
    return {"dates": answers.get("dates", ""), **_added(answers)}


def _added(answers: Answers) -> dict[str, Any]:
    return {name: name in answers for name in ("new_networks", "new_needs")}


def _whole(desk: Desk, path: Path, answers: Answers) -> Preview:
    from planner.desk.bring_whole import preview_whole

    return preview_whole(desk, path)


FORMS: dict[str, Callable[[Desk, Path, Answers], Preview]] = {
    ".ics": _events,
    ".csv": _table,
    ".tsv": _table,
    ".md": _notes,
    ".markdown": _notes,
    ".toml": _whole,
}
"""What looks at a file, by the ending of its name."""


def preview(desk: Desk, path: Path, answers: Answers) -> Preview:
    """What the import of a file, or of a folder of notes, would do; nothing is written.

    Args:
        desk: the open calendar.
        path: what is to be taken in.
        answers: to what a first look asked: `zone`, `dates`, and that `new_networks` or `new_needs` are added.

    Raises:
        InputError: `file-missing`, `import-unknown` for another ending, and what the form's own reader refuses.
    """
    look = _notes if path.is_dir() else FORMS.get(path.suffix.lower())
    if look is None and not path.exists():
        raise InputError("file-missing", file=str(path))
    if look is None:
        raise InputError("import-unknown", file=str(path))
    return look(desk, path, answers)

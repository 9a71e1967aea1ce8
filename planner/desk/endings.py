"""How the files of each form end, and a name refused that says something else than what is in the file."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path

from planner.errors import OutsideError, UsageError

SEPARATORS = ("/", os.sep)
"""What stands at the end of a folder's name."""
FOLDER = "md"
"""The form that is no file, but a folder of notes."""
ENDINGS = {
    "ics": (".ics",),
    "toml": (".toml",),
    "csv": (".csv", ".tsv"),
    "html": (".html", ".htm"),
    "json": (".json",),
    FOLDER: (),
}
"""What the name of a form's file ends in, the usual one first."""
OTHERS = (".md", ".markdown", ".xlsx", ".xls", ".ods", ".pdf", ".docx", ".planner")
"""Endings of files that no export writes."""
TELLING = frozenset(chain(OTHERS, *ENDINGS.values()))
"""Endings that say what is in a file; any other, such as `.txt` or none, goes with every form."""


def file_for_calendars(text: str, stem: str) -> Path:
    """The file that a person means: one of the calendar's name in a folder; a name without an ending gets `.ics`.

    Args:
        text: what was typed.
        stem: what the calendar's file is called, without its ending.

    Raises:
        OutsideError: `folder-missing` when a folder is named (`here/`) that is not there.
    """
    path = Path(text).expanduser()
    if path.is_dir():
        return path / f"{stem}.ics"
    if text.endswith(SEPARATORS):
        raise OutsideError("folder-missing", file=str(path / f"{stem}.ics"), folder=str(path))
    return path if path.suffix or path.exists() else path.with_name(f"{path.name}.ics")


def refuse_other_ending(form: str, path: Path) -> None:
    """Refuse a name whose ending belongs to another form: its programs, and an import, would misread the file.

    Raises:
        UsageError: `ending-of-other`, or `ending-of-file` for a folder, with a name that will do.
    """
    found = path.suffix.lower()
    if found not in TELLING or found in ENDINGS[form] or path.expanduser().is_dir():
        return
    if form == FOLDER:
        raise UsageError("ending-of-file", file=str(path), better=str(path.with_suffix("")))
    ending = ENDINGS[form][0]
    better = str(path.with_suffix(ending))
    raise UsageError("ending-of-other", file=str(path), found=found, form=form, ending=ending, better=better)

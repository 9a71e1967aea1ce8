"""How the files of each form end, and a name refused that says something else than what is in the file."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from planner.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

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

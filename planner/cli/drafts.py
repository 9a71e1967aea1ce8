"""The drafts that `planner check` is given: files, whole folders, what comes in; each read, then judged."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.cli.choosing import chosen_calendar, known_calendars, openable
from planner.cli.found import Judged
from planner.cli.manuscript import manuscript
from planner.cli.passed_over import passed_over
from planner.cli.printing import complain
from planner.desk.desk import open_desk
from planner.desk.loose import Loose, judge_loose, loose_judge
from planner.errors import InputError, UsageError
from planner.model.terms import LANGUAGES, Purpose, Status
from planner.words import say, speak, spoken, terms
from planner.words.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from planner.cli.asked import Asked
    from planner.cli.manuscript import Manuscript
    from planner.focus.judged import JudgedCalendar
    from planner.model.terms import Language

SUFFIXES = (".md", ".markdown", ".txt")
LEFT_OUT = ("node_modules", "venv", "__pycache__")
"""Folders that hold nobody's drafts, beside those whose name begins with a dot."""
SHORTEST_WORD = 4
CALLED = {"fr": ("fr", "français", "francais"), "en": ("en", "english", "anglais")}


class Drafts(NamedTuple):
    """What was judged, the calendar whose brief it was judged by ("" for none), and how many could not be read.

    `today` is the calendar's own, None where drafts without a day were judged.
    """

    texts: list[Judged]
    brief: str
    unread: int
    today: date | None = None


def judged_drafts(paths: Sequence[str], brief: str | None, asked: Asked) -> Drafts:
    """Judge each draft; what cannot be read is said on standard error, and the others are judged.

    What a file says of itself and nobody understands is said there too.

    Raises:
        CalendarError: the calendar whose brief is meant cannot be opened.
        UsageError: `calendar-which`, when there are several and none was opened last.
    """
    path = brief_calendar(brief, asked)
    if path is None:
        return _judged(paths, loose_judge(None, spoken()), "")
    with open_desk(path) as desk:
        judge = loose_judge(desk, spoken())
    return _judged(paths, judge, str(path))


def brief_calendar(brief: str | None, asked: Asked) -> Path | None:
    """The calendar that is named, by its file or its name in the calendars' folder, else the one meant, else None."""
    if brief:
        named = Path(brief).expanduser()
        known = {path.stem.casefold(): path for path in known_calendars()}
        return openable(named) if named.exists() else known.get(named.stem.casefold(), named)
    try:
        return chosen_calendar(asked)
    except UsageError as error:
        if error.key != "calendar-none":
            raise
    return None


def _judged(paths: Sequence[str], judge: JudgedCalendar, brief: str) -> Drafts:
    problems: list[str] = []
    remarks: list[str] = []
    texts = []
    files: dict[Path, str] = {}
    for name in _gathered(paths, problems.append):
        files.setdefault(Path(name).absolute(), name)
    for name in files.values():
        try:
            written = manuscript(sys.stdin.buffer.read() if name == "-" else Path(name), name)
        except InputError as error:
            problems.append(_unread(error))
            continue
        remarks += passed_over(written, name, judge)
        texts.append(_judged_one(written, name, judge))
    for line in (*problems, *remarks):
        complain(line)
    return Drafts(texts, brief, len(problems))


def _unread(error: InputError) -> str:
    """What is said of a file that could not be judged: nothing could have changed."""
    return sentence(InputError(error.key, detail=error.detail, **{**error.values, "as_draft": True}))


def _judged_one(written: Manuscript, name: str, judge: JudgedCalendar) -> Judged:
    said = dict(written.said)
    language = _language(said.pop("lang", ""))
    said |= {key: _code(said[key], kinds, words) for key, kinds, words in _CODED if key in said}
    findings = judge_loose(judge, Loose(written.title, written.body, said, language))
    return Judged(written.title, written.body, findings=findings, file=name, written=written)


_CODED: tuple[tuple[str, Iterable[str], Callable[[str], str]], ...] = (
    ("status", Status, terms.status),
    ("purpose", Purpose, terms.purpose),
)
"""What stands in front matter by a code name or by the word shown for it."""


def _code(said: str, kinds: Iterable[str], words: Callable[[str], str]) -> str:
    """The code of a status or a purpose, said by its code or by its words in either language; "" for neither."""
    own, wanted = spoken(), said.casefold()
    if len(wanted) < SHORTEST_WORD:
        return ""
    try:
        for language in (own, *LANGUAGES):
            speak(language)
            for kind in kinds:
                if wanted == kind or words(kind).startswith(wanted) or words(kind).split(" ")[-1] == wanted:
                    return str(kind)
    finally:
        speak(own)
    return ""


def _language(said: str) -> Language | None:
    """`fr`, `fr-FR`, `Français` …; None for another language, which is then guessed."""
    wanted = said.casefold().replace("_", "-").partition("-")[0]
    return next((language for language in LANGUAGES if wanted in CALLED[language]), None)


def _gathered(paths: Sequence[str], tell: Callable[[str], None]) -> Iterator[str]:
    """Each file once by the name it was given; folders give theirs, sorted."""
    for name in paths:
        if name == "-" or not _stands(Path(name).is_dir, False):
            yield name
            continue
        inside = list(_texts_in(name, tell))
        if not inside:
            complain(say("{file} holds no text (.md, .markdown or .txt).", file=name))
        yield from inside


def _texts_in(folder: str, tell: Callable[[str], None]) -> Iterator[str]:
    """The texts of a folder and those below it; hidden ones are left out, and links to folders are not followed."""

    def refused(error: OSError) -> None:
        tell(_unread(InputError("file-unreadable", file=error.filename or folder)))

    for place, below, files in os.walk(folder, onerror=refused):
        below[:] = sorted(name for name in below if not name.startswith(".") and name not in LEFT_OUT)
        for name in sorted(files):
            path = Path(place, name)
            if not name.startswith(".") and name.lower().endswith(SUFFIXES) and _stands(path.is_file, True):
                yield str(path)


def _stands(kind: Callable[[], bool], unknown: bool) -> bool:
    """Whether a path is what is asked; `unknown` where the system refuses to say, and reading it will tell why."""
    try:
        return kind()
    except OSError:
        return unknown

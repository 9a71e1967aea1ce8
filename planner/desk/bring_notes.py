"""Notes taken in: a folder of texts with front matter, or one of them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.bring_posts import Names, Told, preview_posts
from planner.desk.post_texts import COLUMNS
from planner.desk.said_values import MINUTES
from planner.desk.written_days import moment, no_day, orders_left, written_hour
from planner.errors import InputError
from planner.exchange.markdown_apart import notes_apart
from planner.model.names import plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planner.desk.desk import Desk
    from planner.desk.preview import Preview
    from planner.desk.written_days import Moment
    from planner.errors import PlannerError
    from planner.exchange import markdown

SUFFIXES = (".md", ".markdown")
LEFT_OUT = ("node_modules", "venv", "__pycache__")
MOST_NOTES = 20_000
"""Notes of a folder, at most."""
READ_AS_OTHERS = ("draft", "minutes", "date", "jour", "slug", "tags", "lang")
"""Keys that say more than their column holds, or none of a post's."""
NO_FILE = ("file-missing", "file-unreadable")
"""Why a note is none at all: when it is the only one, nothing was named."""
EMPTY_WHEN_ABSENT = ("title", "network", "need", "zone", "next_step", "link")
"""What a note with a UID would say if there were any."""


@dataclass(frozen=True)
class NoteOptions:
    """What a person said of notes: the words she uses, the order of days, and whether to add networks and needs."""

    names: Names = field(default_factory=Names)
    dates: str = ""
    new_networks: bool = False
    new_needs: bool = False


class _Read(NamedTuple):
    """A note that was read: its place, its name, what it says, what its day may mean, and why it is refused.

    `draft` is what a site is told of it, None when it is told nothing.
    """

    number: int
    name: str
    said: Mapping[str, Any] = {}
    day: Moment | None = None
    faults: tuple[PlannerError, ...] = ()
    draft: bool | None = None


def preview_notes(desk: Desk, path: Path, options: NoteOptions | None = None) -> Preview:
    """What each note would do here; rows are numbered in the order of their names.

    `asks` holds `date-order` when a day may be another one. A note with a UID says all there is of its post: what it
    leaves out is empty, but status, purpose, minutes and the private note, of which it then says nothing.

    Raises:
        InputError: `file-missing`, `file-unreadable`, `folder-empty`, `folder-too-large`, `file-too-slow` or
            `file-too-heavy`.
    """
    said = options or NoteOptions()
    calendar = desk.calendar()
    known = {plain(word): column for word, column in said.names.columns.items()} | {name: name for name in COLUMNS}
    reading = _Reading(known, [network.name for network in calendar.networks], calendar.brief.zone)
    notes = [reading.read(number, name, note) for number, (name, note) in enumerate(_read_each(path), 1)]
    left = (said.dates,) if said.dates else orders_left(note.day for note in notes if note.day)
    order = left[0] if len(left) == 1 else ""
    asks = {"date-order": tuple(left)} if len(left) > 1 else {}
    told = (_told(note, order, desk.today()) for note in notes)
    return preview_posts(
        desk, path.name or str(path), told, said.names,
        new_networks=said.new_networks, new_needs=said.new_needs, asks=asks,
    )  # fmt: skip


def _files(path: Path) -> list[Path]:
    """The file, or the notes of the folder and those below; hidden ones are left out, links to folders not followed."""
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    for place, below, files in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith(".") and name not in LEFT_OUT)
        found += [Path(place, name) for name in sorted(files) if not name.startswith(".") and _is_note(name)]
        if len(found) > MOST_NOTES:
            raise InputError("folder-too-large", file=str(path), limit=MOST_NOTES)
    if not found:
        raise InputError("folder-empty", file=str(path))
    return found


def _is_note(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def _read_each(path: Path) -> list[tuple[str, markdown.Note | InputError]]:
    """Each note that is meant, by its name, or why it cannot be read; the only one that was named must be there.

    Raises:
        InputError: `file-missing` or `file-unreadable`, and what `_files` and `notes_apart` refuse.
    """
    files = [(file, file.name if file == path else file.relative_to(path).as_posix()) for file in _files(path)]
    notes = notes_apart(files)
    if files[0][0] == path and isinstance(notes[0], InputError) and notes[0].key in NO_FILE:
        raise InputError(notes[0].key, detail=notes[0].detail, file=str(path))
    return [(name, note) for (_, name), note in zip(files, notes, strict=True)]


class _Reading(NamedTuple):
    """How notes are read: what keys are called, the networks there are, the calendar's zone."""

    known: Mapping[str, str]
    networks: list[str]
    zone: str

    def read(self, number: int, name: str, note: markdown.Note | InputError) -> _Read:
        """What a note says of a post; one that cannot be read is refused."""
        if isinstance(note, InputError):
            return _Read(number, name, faults=(note,))
        said = {**self._columns(note), "body": note.body}
        if note.title:
            said["title"] = note.title
        if note.own:
            said = {**dict.fromkeys(EMPTY_WHEN_ABSENT, ""), **said}
        draft = str(note.said["draft"]).lower() in ("true", "yes", "on") if "draft" in note.said else None
        return _Read(number, name, said, *self._day(note.said, said, said.get("zone") or self.zone), draft)

    def _columns(self, note: markdown.Note) -> dict[str, Any]:
        """What the front matter says by the columns of a post."""
        said: dict[str, Any] = {}
        for key, value in note.said.items():
            column = self.known.get(plain(key), self.known.get(key, ""))
            if column and key not in READ_AS_OTHERS and key != "categories" and column != "body":
                said.setdefault(column, ", ".join(value) if isinstance(value, list) else value)
        said |= _minutes(note.said.get("minutes"))
        if "network" not in said and (network := self._category(note.said.get("categories", ()))):
            said["network"] = network
        return said

    def _category(self, categories: str | list[str]) -> str:
        """The first category that is a network's name."""
        wanted = [categories] if isinstance(categories, str) else categories
        named = {plain(name): name for name in self.networks}
        return next((named[plain(one)] for one in wanted if plain(one) in named), "")

    def _day(
        self, front: Mapping[str, Any], said: dict[str, Any], zone: str
    ) -> tuple[Moment | None, tuple[PlannerError, ...]]:
        """What the note's day may mean, its hour put into `said`."""
        text = str(said.pop("day", "") or front.get("date", "") or front.get("jour", "")).strip()
        hour = str(said.pop("time", "")).strip()
        faults: list[PlannerError] = []
        if hour and (at := written_hour(hour)):
            said["time"] = at
        elif hour:
            faults.append(InputError("hour-unclear", text=hour[:200]))
        if not text:
            return None, tuple(faults)
        try:
            found = moment(text, zone)
        except InputError as error:
            return None, (error,)
        if found.hour is not None:
            said.setdefault("time", found.hour)
        if not found.days:
            faults.append(no_day(found, text, ""))
        return found, tuple(faults)


def _minutes(said: object) -> dict[str, str]:
    """The minutes of preparing, publishing and answering, written as a list of three."""
    if isinstance(said, list) and len(said) == len(MINUTES):
        return dict(zip(MINUTES, said, strict=True))
    return {}


def _told(note: _Read, order: str, today: date) -> Told:
    """What a note says of a post, its day in this order; a site's `draft` stands for a status that is not said."""
    said, faults = dict(note.said), list(note.faults)
    day = note.day.day(order) if note.day else None
    if day is not None:
        said["day"] = day
    elif note.day is not None and note.day.days:
        text = " / ".join(sorted(map(str, set(note.day.days.values()))))
        faults.append(no_day(note.day, text, order))
    elif said.get("uid"):
        said["day"] = None
        said.setdefault("time", None)
    if note.draft is not None and not str(said.get("status", "")).strip():
        said["status"] = "draft" if note.draft else "published" if day and day <= today else "ready"
    return Told(note.number, said, tuple(faults), title=note.name)

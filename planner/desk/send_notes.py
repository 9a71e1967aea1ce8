"""The posts as a folder of notes, one a post: names that stay, and nothing written that has not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.post_texts import written_posts
from planner.desk.said_values import MINUTES
from planner.desk.send import ExportedFile
from planner.errors import InputError, OutsideError
from planner.exchange import markdown
from planner.exchange.file_names import ENDING, note_name, slug
from planner.exchange.files import write_each
from planner.exchange.ics.entry import Remark
from planner.model.terms import Status
from planner.model.when import zone_named

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.desk.post_texts import Written

PUBLIC = (Status.READY, Status.PUBLISHED)
"""What a site may show: the others are drafts to it."""
MADE = (markdown.DIGEST, "slug", "draft", "categories")
"""Keys whose values planner makes."""
LONGEST_NOTE = 10_000
"""Characters of a private note, at most, that front matter holds."""


class _Note(NamedTuple):
    """A note to be written, or one that stands in the folder: the post's UID, and the bytes."""

    uid: str
    content: bytes


def export_markdown(desk: Desk, folder: Path, *, force: bool = False) -> ExportedFile:
    """Write each post that is not in the bin as a note of its own, ideas too; `count` is how many were written.

    A note whose post is called otherwise now gets a new name, and the old one goes. Nothing is written when one
    file may not be.

    Raises:
        InputError: `not-folder`; without `force` also `not-ours`, when a file that planner did not write has the
            name of a note, and `note-touched`, when a note was changed by hand since planner wrote it.
        OutsideError: `disk-full` or `cannot-write`.
    """
    calendar = desk.calendar()
    written = written_posts(calendar)
    notes = _notes(written, calendar.brief.zone)
    _make(folder)
    same = {name: note for name, note in notes.items() if _bytes(folder / name) == note.content}
    standing = {**same, **dict(_standing(folder, same))}
    uids = {note.uid for note in notes.values()}
    wanted = {name: note for name, note in notes.items() if name not in same}
    renamed = [name for name, note in standing.items() if note.uid in uids and name not in notes]
    by_uid = {note.uid: note for note in notes.values()}
    for name in (*wanted, *renamed) if not force else ():
        ours = standing.get(name)
        _refuse_to_lose(folder / name, ours, by_uid.get(ours.uid) if ours else None)
    write_each(folder, {name: note.content for name, note in wanted.items()})
    for name in renamed:
        (folder / name).unlink(missing_ok=True)
    remarks = _remarks(written, [name for name in standing if standing[name].uid not in uids])
    return ExportedFile(folder, len(wanted), list(remarks), binned=len(calendar.binned))


def _remarks(written: list[Written], left: list[str]) -> Iterator[Remark]:
    if left:
        yield Remark("notes-left", {"count": len(left), "file": min(left)})
    for post in (one.post for one in written):
        if len(post.note) > LONGEST_NOTE:
            yield Remark("private-note-left-out", {"title": post.title, "limit": LONGEST_NOTE})


def _notes(written: list[Written], zone: str) -> dict[str, _Note]:
    """Every note by its name; of two that would be called the same, the second shows more of its UID."""
    notes: dict[str, _Note] = {}
    for one in sorted(written, key=lambda one: one.post.uid):
        post = one.post
        title = post.title or post.body.strip().partition("\n")[0]
        name = note_name(post.day, title, post.uid)
        if name in notes:
            name = note_name(post.day, title, post.uid, long=True)
        notes[name] = _Note(post.uid, markdown.written(_front(one, zone), post.body))
    return notes


def _front(written: Written, zone: str) -> dict[str, Any]:
    """What stands at the head of a note: what sites and Obsidian read first, then what planner alone does."""
    post, texts = written
    minutes = [getattr(post, column) for column in MINUTES]
    return {
        "title": post.title,
        **_when(written, zone),
        "draft": post.status not in PUBLIC,
        "slug": slug(post.title),
        "categories": [texts["network"]] if texts["network"] else [],
        **{key: texts[key] for key in ("uid", "network", "status", "purpose", "need", "zone", "next_step", "link")},
        "minutes": minutes,
        "note": post.note if len(post.note) <= LONGEST_NOTE else "",
    }


def _when(written: Written, zone: str) -> Mapping[str, Any]:
    """The day and hour as one moment with its offset, which every reader takes for the same.

    An offset with seconds, as cities had a century ago, is one that none of them reads: it is left out.
    """
    from datetime import datetime, timedelta

    post = written.post
    if post.day is None or post.time is None:
        return {"date": post.day, "time": written.texts["time"]}
    moment = datetime.combine(post.day, post.time, zone_named(post.zone or zone))
    whole = (moment.utcoffset() or timedelta()) % timedelta(minutes=1) == timedelta()
    return {"date": moment if whole else moment.replace(tzinfo=None)}


def _make(folder: Path) -> None:
    """Make the folder for its owner alone, where there is none."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise InputError("not-folder", file=str(folder)) from error
    except (OSError, ValueError) as error:
        raise OutsideError("cannot-write", file=str(folder), detail=str(error)) from error


def _standing(folder: Path, known: Container[str]) -> Iterator[tuple[str, _Note]]:
    """The other notes in the folder that bear a UID; those below it, and what cannot be read, are none of ours."""
    for path in folder.glob(f"*{ENDING}"):
        content = None if path.name in known else _bytes(path)
        if content and (uid := _uid(content)):
            yield path.name, _Note(uid, content)


def _bytes(path: Path) -> bytes | None:
    """What stands in a file, None where there is none that can be read; never more than a note may hold."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(markdown.MOST_BYTES)
    except OSError:
        return None


def _uid(content: bytes) -> str:
    if b"\nuid:" not in content[: markdown.LONGEST_FRONT]:
        return ""
    try:
        said = markdown.read(content, "").said.get("uid")
    except InputError:
        return ""
    return said if isinstance(said, str) else ""


def _refuse_to_lose(path: Path, ours: _Note | None, wanted: _Note | None) -> None:
    """Refuse to write over a file of others, or over a change by hand that was not taken in."""
    if ours is None and (path.is_symlink() or path.exists()):
        raise InputError("not-ours", file=str(path))
    if ours is not None and markdown.touched(ours.content) and (wanted is None or _told(ours) != _told(wanted)):
        raise InputError("note-touched", file=str(path))


def _told(note: _Note) -> tuple[dict[str, Any], str]:
    """What a note says by itself: all of it but what planner makes of the rest."""
    read = markdown.read(note.content, "")
    return {key: value for key, value in read.said.items() if key not in MADE}, read.body

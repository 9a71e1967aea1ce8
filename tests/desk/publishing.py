"""Published files for tests: who publishes, and what a file holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planner.desk.bundle import Labels
from planner.desk.publish import Asking, PlaceOutcome, publish, publish_to
from planner.desk.publish_file import left_by
from planner.store.outlets import note_published, outlets

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk

ASKING = Asking({"en": Labels()})
AROUND = ("reply-", "prepare-")
"""How the UIDs begin of what stands around a post."""
EVENT = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)


class Seen(NamedTuple):
    """What a subscriber sees of an event."""

    uid: str
    title: str
    status: str
    sequence: int


def events(path: Path) -> list[bytes]:
    """The events of a file, in their order."""
    return EVENT.findall(path.read_bytes())


def seen(path: Path) -> list[Seen]:
    """What a subscriber sees of posts, slots and reviews, but not of what stands around a post, in the file's order."""
    found = [
        Seen(_value(event, "UID"), _value(event, "SUMMARY"), _value(event, "STATUS"), int(_value(event, "SEQUENCE")))
        for event in events(path)
    ]
    return [event for event in found if not event.uid.startswith(AROUND)]


def living(path: Path) -> list[bytes]:
    """The events of a file that take place."""
    return [event for event in events(path) if b"\r\nSTATUS:CANCELLED\r\n" not in event]


def _value(event: bytes, name: str) -> str:
    found = re.search(rf"\r\n{name}:([^\r]*)\r\n".encode(), event)
    assert found
    return found[1].decode()


def statuses(path: Path) -> dict[str, str]:
    """The status of each event, by its title."""
    return {event.title: event.status for event in seen(path)}


def kept(desk: Desk, path: Path, **options: object) -> Path:
    """A file that is kept up to date from now on."""
    done = publish_to(desk, path, options, ASKING)
    assert done.error is None, done.error
    return path


def published(desk: Desk) -> PlaceOutcome:
    """The first place brought up to date."""
    return publish(desk, ASKING)[0]


def remade(desk: Desk, path: Path) -> None:
    """Make the next publication of this file write it whole, though it is known as it stands."""
    outlet = next(found for found in outlets(desk.database) if found.place == str(path))
    left = left_by(outlet.mark)
    assert left
    note_published(desk.database, outlet.id, outlet.revision, left._replace(context="").mark())

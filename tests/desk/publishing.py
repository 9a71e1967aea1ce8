"""Published files for tests: who publishes, and what a file holds."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import icalendar
import recurring_ical_events

from planner.desk.bundle import Labels
from planner.desk.publish import Asking, PlaceOutcome, publish, publish_to
from planner.desk.publish_left import left_by
from planner.store.outlets import note_published, outlets

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk

ASKING = Asking({"en": Labels()})
AROUND = ("reply-", "prepare-")
"""How the UIDs begin of what stands around a post."""
SPAN = range(2025, 2030)
"""The years in which series are looked at."""
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


def moments(path: Path) -> list[tuple[str, str, str]]:
    """What takes place in the years of `SPAN`, with its hours, as a reader of the file sees it."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    for event in list(calendar.walk("VEVENT")):
        if event["STATUS"] == "CANCELLED":
            calendar.subcomponents.remove(event)
    found = recurring_ical_events.of(calendar).between(datetime(SPAN[0], 1, 1), datetime(SPAN[-1] + 1, 1, 1))
    return sorted((str(event["SUMMARY"]), *_hours(event)) for event in found)


def _hours(event: Any) -> tuple[str, str]:
    return str(event["DTSTART"].dt.timestamp()), str(event["DTEND"].dt.timestamp())


def uids(path: Path) -> list[bytes]:
    return [event.split(b"UID:")[1].split(b"\r\nDTSTART")[0] for event in living(path)]


def heavy(desk: Desk, *years: int) -> None:
    """Posts in each of the years that make a file of 60 kB."""
    with desk.database.writing() as connection:
        connection.executemany(
            "INSERT INTO post (uid, title, body, status, day, time) VALUES (?, ?, ?, 'ready', ?, '09:00:00.000000')",
            [
                (f"{year}-{number}", f"Post {year}", "Une phrase de plus. " * 390, f"{year}-05-{number + 10}")
                for year in years
                for number in range(7)
            ],
        )

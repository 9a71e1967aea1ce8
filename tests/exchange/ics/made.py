"""Entries and feeds to write."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from planner.exchange.ics.entry import Entry, Feed, Remark
from planner.exchange.ics.write import ics_bytes

CHANGED = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
PARIS = Entry(
    uid="one@planner",
    sequence=0,
    changed_at=CHANGED,
    start=datetime(2026, 11, 26, 9),
    zone="Europe/Paris",
    minutes=30,
    summary="Un article",
)


def entry(**changes: object) -> Entry:
    """A post in Paris, with these differences."""
    return replace(PARIS, **changes)  # type: ignore[arg-type]


def feed(*entries: Entry, name: str = "Calendrier") -> Feed:
    """A whole calendar of these entries."""
    return Feed(name=name, zone="Europe/Paris", entries=entries)


def written(*entries: Entry) -> tuple[bytes, list[Remark]]:
    """The file of these entries, and what is remarked."""
    remarks: list[Remark] = []
    return ics_bytes(feed(*entries), remarks), remarks


def lines(data: bytes) -> list[str]:
    """The unfolded lines of a file."""
    return data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def values(data: bytes, name: str) -> list[str]:
    """What stands in the lines of this property, parameters included."""
    return [line[len(name) + 1 :] for line in lines(data) if line.startswith((f"{name}:", f"{name};"))]


def keys(remarks: Sequence[Remark]) -> list[str]:
    """What is remarked, without the values."""
    return [remark.key for remark in remarks]

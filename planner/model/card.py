"""What the calendar shows of a post or a slot: plain tuples, without SQLModel."""

from datetime import datetime
from typing import NamedTuple, Protocol

from planner.errors import InputError
from planner.model.when import instant, zone_named


class Standing(Protocol):
    """What stands on a day at an hour: `day` and `time` in its own zone, and `here` as `Card` says it."""

    @property
    def day(self) -> str:
        """Its day."""

    @property
    def time(self) -> str:
        """Its hour."""

    @property
    def zone(self) -> str:
        """The zone of both."""

    @property
    def here(self) -> str:
        """What the hour is in the calendar's zone."""


class Hour(NamedTuple):
    """An hour of a day, and nothing else of what stands there."""

    day: str
    time: str
    zone: str = ""
    here: str = ""


class Card(NamedTuple):
    """A post as the week, the month and the list of ideas show it; never its body.

    `day` is an ISO date or "" for an idea, `time` is `HH:MM` or "", both in its own `zone`, which is the calendar's
    when it is "". An hour of another zone has `here`: what it is in the calendar's, as `2026-11-24T16:00`. The three
    counts are the kept findings, muted ones left out.
    """

    id: int
    day: str
    time: str
    zone: str
    status: str
    network: str
    title: str
    purpose: str
    need: int | None
    errors: int
    warnings: int
    suggestions: int
    here: str = ""


class Block(NamedTuple):
    """One occurrence of a slot in the visible days; `filled` says that a post stands in a publishing slot.

    `zone` and `here` say of its hour what they say of a card's.
    """

    slot: int
    day: str
    time: str
    kind: str
    title: str
    network: str
    minutes: int
    filled: bool
    zone: str = ""
    here: str = ""


class KeptFinding(NamedTuple):
    """A finding as it was kept beside its post, ready for the words.

    `values` and `spans` are decoded JSON: a mapping of plain values, and (field, start, end) triples.
    """

    check: str
    severity: str
    message: str
    values: dict[str, object]
    spans: list[tuple[str, int, int]]
    post: int | None
    day: str
    muted: str


class Focus(NamedTuple):
    """What the focus bar says of the whole calendar.

    Figures are None when unknown; `networks` are the rented networks in use among `budget` allowed;
    `minutes` are planned in the shown week out of `available`.
    """

    title: str
    language: str
    zone: str
    audience: str
    objective: str
    indicator: str
    figure: float | None
    target: float | None
    due: str
    networks: tuple[str, ...]
    owned: tuple[str, ...]
    budget: int
    minutes: int
    available: int
    posts_per_week: float
    errors: int
    warnings: int
    suggestions: int


def told_here(day: str, at: str, zone: str, home: str) -> str:
    """What an hour of another zone is in the calendar's, as `2026-11-24T16:00`; "" of an hour of its own.

    Args:
        day: an ISO date.
        at: `HH:MM`.
        zone: the hour's IANA zone; "" is the calendar's.
        home: the calendar's.
    """
    if not day or not at or zone in ("", home):
        return ""
    wall = datetime.fromisoformat(f"{day}T{at}")
    try:
        there = instant(wall, zone).astimezone(zone_named(home)).replace(tzinfo=None)
    except (InputError, OverflowError):
        # A zone that only newer tables know, or a day at the end of time: its own hour is all there is to say.
        there = wall
    return there.isoformat(timespec="minutes")


def moment_of(row: Standing) -> str:
    """The moment at which it stands, told in the calendar's zone, so that moments can be put in order."""
    return row.here or f"{row.day}T{row.time}"

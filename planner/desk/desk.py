"""An open calendar and its clock: what every verb is given."""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from planner.model.when import zone_named
from planner.store import agenda, journal
from planner.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy.engine import Engine
    from sqlmodel import SQLModel

    from planner.model.calendar import Calendar
    from planner.model.card import Block, Card, Focus, KeptFinding
    from planner.model.post import Post
    from planner.store.records import Action

    Record = TypeVar("Record", bound=SQLModel)

BIN_DAYS = 30


class Changed(NamedTuple):
    """What a verb did: its name, the record and identifier it concerns, and the calendar's revision after it.

    `revision` is 0 when nothing changed. `title` is the user's words for what was changed, as data.
    """

    verb: str
    record: str
    id: int
    revision: int
    title: str = ""


def utc_now() -> datetime:
    """This moment, in UTC, to the second, naive."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


class Desk:
    """An open calendar. Reading methods give plain tuples, quickly; the verbs stand in the sibling modules.

    Raises:
        CalendarError: the file is missing, empty, not ours, newer, damaged or locked; it is left as it was.
        OutsideError: `disk-full`, when a crash left a log that there is no room to read.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = utc_now) -> None:
        """Open the calendar at `path`; `now` gives the moment in naive UTC."""
        self.path = path
        self.now = now
        self.database = Database(path)

    @cached_property
    def engine(self) -> Engine:
        """SQLModel's engine, loaded at the first need of it."""
        from planner.store.records import engine_on

        return engine_on(self.database)

    @property
    def readonly(self) -> bool:
        """Whether the file or its folder refuses changes."""
        return self.database.readonly

    def today(self) -> date:
        """Today in the calendar's zone."""
        return self.now().replace(tzinfo=UTC).astimezone(zone_named(self.zone())).date()

    def zone(self) -> str:
        """The calendar's own zone, an IANA name."""
        return str(self.database.rows("SELECT zone FROM brief")[0][0])

    def language(self) -> str:
        """The language the calendar writes in."""
        return str(self.database.rows("SELECT language FROM brief")[0][0])

    def cards(self, first: date, last: date) -> list[Card]:
        """The posts that stand on a day from `first` to `last`."""
        return agenda.cards(self.database, first, last)

    def card(self, post: int) -> Card | None:
        """One post's card, or None when it is gone or in the bin."""
        return agenda.card(self.database, post)

    def ideas(self) -> list[Card]:
        """The posts without a day."""
        return agenda.ideas(self.database)

    def titled(self, text: str) -> list[Card]:
        """The posts whose title holds the text."""
        return agenda.titled(self.database, text)

    def need_words(self, need: int | None) -> str:
        """The words of a need, "" when there is none."""
        rows = self.database.rows("SELECT text FROM need WHERE id = ?", (need,)) if need else []
        return str(rows[0][0]) if rows else ""

    def network_of_slot(self, slot: int) -> int | None:
        """The network a slot publishes on, if it names one."""
        rows = self.database.rows("SELECT network_id FROM slot WHERE id = ?", (slot,))
        return int(str(rows[0][0])) if rows and rows[0][0] is not None else None

    def networks(self) -> list[tuple[int, str]]:
        """The open networks, as (identifier, name), in their order."""
        rows = self.database.rows("SELECT id, name FROM network WHERE open ORDER BY position, id")
        return [(int(str(identifier)), str(name)) for identifier, name in rows]

    def blocks(self, first: date, last: date) -> list[Block]:
        """The slots' occurrences from `first` to `last`."""
        return agenda.blocks(self.database, first, last)

    def focus(self, day: date) -> Focus:
        """What the focus bar says on this day."""
        return agenda.focus(self.database, day)

    def findings_of(self, post: int) -> list[KeptFinding]:
        """The kept findings of a post."""
        return agenda.findings_of(self.database, post)

    def findings_beside(self, week: date | None = None) -> list[KeptFinding]:
        """The kept findings of the calendar and of a week (of every week when None)."""
        return agenda.findings_beside(self.database, week)

    def all_findings(self) -> list[KeptFinding]:
        """Every kept finding, worst first, muted ones last."""
        return agenda.all_findings(self.database)

    def revision_of(self, record: str, identifier: int) -> int:
        """The calendar's revision at the record's last change."""
        return agenda.stamp_revision(self.database, record, identifier)

    def calendar(self) -> Calendar:
        """The whole calendar as records."""
        from planner.store import records

        return records.calendar(self.database, self.engine)

    def post(self, identifier: int) -> Post:
        """One post with its text.

        Raises:
            InputError: `record-missing` when it is gone.
        """
        from planner.errors import InputError
        from planner.model.post import Post
        from planner.store import records

        found = records.one(self.database, self.engine, Post, identifier)
        if found is None:
            raise InputError("record-missing", record="post", id=identifier)
        return found

    def action(self, verb: str, **quoted: object) -> AbstractContextManager[Action]:
        """One user action: one transaction, one journal entry."""
        from planner.store import records

        return records.action(self.database, self.engine, verb, self.now(), **quoted)

    def close(self) -> None:
        """Close the file."""
        self.database.close()


def new_uid() -> str:
    """A UID for a new record: random, made once and stored (RFC 5545 3.8.4.7, RFC 7986 5.3)."""
    from uuid import uuid4

    return str(uuid4())


def new_calendar(
    path: Path, language: str = "fr", zone: str = "Europe/Paris", title: str = "", now: Callable[[], datetime] = utc_now
) -> Desk:
    """Make an empty calendar at `path` and open it; making it is not an undo step.

    Raises:
        CalendarError: `calendar-exists`.
        InputError: `zone-unknown`.
        OutsideError: `cannot-write` or `disk-full`.
    """
    from planner.model.gate import clean_line
    from planner.store.creation import create

    zone_named(zone)
    create(path, new_uid(), clean_line(title), language, zone)
    return Desk(path, now)


@contextmanager
def open_desk(path: Path, now: Callable[[], datetime] = utc_now) -> Iterator[Desk]:
    """An open calendar that is closed at the end."""
    desk = Desk(path, now)
    try:
        yield desk
    finally:
        desk.close()


def tidy(desk: Desk) -> None:
    """Empty the bin of what lay in it for 30 days, and let the journal forget its oldest pages.

    Undo passes over it: the next `u` turns back what the person did last, and what was undone can be done again.
    """
    if desk.readonly:
        return
    limit = desk.today() - timedelta(days=BIN_DAYS)
    query = "SELECT id FROM post WHERE deleted < ?"
    old = [int(str(row[0])) for row in desk.database.rows(query, (limit.isoformat(),))]
    if old:
        from planner.desk.posts import empty_bin

        way = journal.ahead(desk.database)
        journal.set_aside(desk.database, empty_bin(desk, old).revision, way)
    journal.forget_the_oldest(desk.database)

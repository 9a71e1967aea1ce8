"""The write model: SQLModel sessions, one transaction and one journal entry an action."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, create_engine, select

from planner.errors import InputError
from planner.model.brief import Brief, Need
from planner.model.calendar import Calendar
from planner.model.listening import Person, Question
from planner.model.network import Network
from planner.model.post import Mute, Post, Stamp
from planner.model.result import Result
from planner.model.review import Review
from planner.model.slot import Slot
from planner.store import journal
from planner.store.database import read_back, refused

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.engine import Engine

    from planner.store.database import Database

RECORDS: tuple[type[SQLModel], ...] = (
    Brief, Need, Network, Post, Mute, Slot, Question, Person, Result, Review,
)  # fmt: skip
"""Every record that a person fills in, in an order in which references come after what they name."""

Record = TypeVar("Record", bound=SQLModel)


class Action:
    """One user action being taken: its session, and the rows it has changed so far."""

    def __init__(self, session: Session, path: Path, quoted: journal.Row) -> None:
        """Watch the session's flushes; `quoted` is what the journal will say of the action, beside its verb."""
        self.session = session
        self.path = path
        self.quoted = quoted
        self.revision = 0
        self.stamps: list[journal.Kept] = []
        self._before: dict[tuple[str, int], journal.Row | None] = {}
        event.listen(session, "before_flush", self._remember)
        event.listen(session, "after_flush", self._welcome)

    def get(self, kind: type[Record], identifier: int | None) -> Record:
        """The record with this identifier.

        Raises:
            InputError: `record-missing` when it is gone.
            CalendarError: `calendar-damaged` when its row holds what it cannot.
        """
        with read_back(self.path):
            found = self.session.get(kind, identifier) if identifier is not None else None
        if found is None:
            raise InputError("record-missing", record=kind.__tablename__, id=identifier)
        return found

    def add(self, record: Record) -> Record:
        """Add a new record and give it its identifier."""
        self.session.add(record)
        self.session.flush()
        return record

    def all(self, kind: type[Record]) -> list[Record]:
        """Every record of a kind, by identifier.

        Raises:
            CalendarError: `calendar-damaged` when a row holds what it cannot.
        """
        with read_back(self.path):
            return list(self.session.exec(select(kind).order_by(kind.id)))  # type: ignore[attr-defined]

    def forget(self, column: str, identifiers: Container[int | None], *kinds: type[SQLModel]) -> None:
        """Take references out of every record that holds them, in the journal's sight."""
        for kind in kinds:
            for record in self.all(kind):
                if getattr(record, column) is not None and getattr(record, column) in identifiers:
                    setattr(record, column, None)
        self.session.flush()

    def changes(self) -> list[journal.Change]:
        """What the action changed, in the order in which rows were first touched; unchanged rows left out."""
        self.session.flush()
        found = [
            journal.Change(name, row, before, self._row(name, row)) for (name, row), before in self._before.items()
        ]
        return [change for change in found if change.before != change.after]

    def _remember(self, session: Session, _context: object, _instances: object) -> None:
        for record in [*session.dirty, *session.deleted]:
            if record in session.deleted or session.is_modified(record):
                key = (record.__tablename__, record.id)
                if key not in self._before:
                    self._before[key] = self._row(*key)

    def _welcome(self, session: Session, _context: object) -> None:
        for record in session.new:
            self._before.setdefault((record.__tablename__, record.id), None)

    def _row(self, name: str, identifier: int) -> journal.Row | None:
        with self.session.no_autoflush:
            connection: Any = self.session.connection().connection.driver_connection
            return journal.row_of(connection, name, identifier)


def engine_on(database: Database) -> Engine:
    """SQLModel's engine on the calendar's one connection; statements' values are never put into messages."""
    return create_engine("sqlite://", creator=lambda: database.reading, poolclass=StaticPool, hide_parameters=True)


@contextmanager
def action(database: Database, engine: Engine, verb: str, at: datetime, **quoted: object) -> Iterator[Action]:
    """One user action: one transaction, one journal entry; nothing is written when nothing changed.

    Raises:
        InputError: `reference-missing` when a record names another that is not there; nothing was changed.
        CalendarError: the calendar is locked or read-only; nothing was changed.
        OutsideError: `disk-full`; nothing was changed.
    """
    with database.lock, Session(engine, expire_on_commit=False) as session:
        taken = Action(session, database.path, dict(quoted))
        # The engine greets a new connection with a rollback: let it do so before the transaction begins.
        session.connection()
        with database.writing() as connection:
            try:
                yield taken
                changes = taken.changes()
            except IntegrityError as error:
                raise InputError("reference-missing", field="", value="", detail=str(error.orig)) from error
            except DBAPIError as error:
                raise refused(error.orig or error, database.path) from error
            if changes:
                taken.revision = journal.write(connection, verb, taken.quoted, changes, at)
            journal.keep_stamps(connection, taken.stamps)


@contextmanager
def _reading(database: Database, engine: Engine) -> Iterator[Session]:
    with database.lock, read_back(database.path), Session(engine, expire_on_commit=False) as session:
        try:
            yield session
        except DBAPIError as error:
            raise refused(error.orig or error, database.path) from error


def one(database: Database, engine: Engine, kind: type[Record], identifier: int) -> Record | None:
    """One record, detached, or None when it is gone."""
    with _reading(database, engine) as session:
        return session.get(kind, identifier)


def calendar(database: Database, engine: Engine) -> Calendar:
    """The whole calendar as detached records, sorted by identifier."""
    with _reading(database, engine) as session:
        everything: dict[str, list[Any]] = {
            str(kind.__tablename__): list(session.exec(select(kind).order_by(kind.id)))  # type: ignore[attr-defined]
            for kind in RECORDS
        }
        found = [stamp for stamp in session.exec(select(Stamp)) if stamp is not None]
        stamps = {(stamp.record, stamp.id): stamp for stamp in found}
    posts = everything["post"]
    return Calendar(
        brief=everything["brief"][0] if everything["brief"] else Brief(),
        needs=sorted(everything["need"], key=lambda need: (need.position, need.id)),
        networks=sorted(everything["network"], key=lambda network: (network.position, network.id)),
        slots=everything["slot"],
        posts=[post for post in posts if post.deleted is None],
        binned=[post for post in posts if post.deleted is not None],
        mutes=everything["mute"],
        questions=everything["question"],
        people=everything["person"],
        results=everything["result"],
        reviews=everything["review"],
        stamps=stamps,
    )

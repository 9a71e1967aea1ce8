"""What a user can bring in: a whole calendar from its TOML file, as one action, all of it or nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.desk import Desk, new_calendar, new_uid, utc_now
from planner.desk.intake import taken_in
from planner.desk.posts import settle
from planner.exchange.document import REFERENCES
from planner.exchange.toml_apart import parsed_apart
from planner.model.brief import Brief, Need
from planner.model.listening import Person, Question
from planner.model.network import Network
from planner.model.post import Mute, Post
from planner.model.result import Result
from planner.model.review import Review
from planner.model.slot import Slot
from planner.store.handed_out import BEGINNING, note_handed_out
from planner.store.journal import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from sqlmodel import SQLModel

    from planner.desk.intake import Intake, Row, Stamped
    from planner.exchange.toml import Parsed
    from planner.store.records import Action

    Values = dict[str, Any]

KINDS: dict[str, type[SQLModel]] = {
    "network": Network, "need": Need, "person": Person, "post": Post, "slot": Slot, "mute": Mute,
    "question": Question, "result": Result, "review": Review,
}  # fmt: skip
"""Every list of records, in an order in which references come after what they name."""
OWN_NAMES = {"network": "name", "need": "text", "person": "name", "post": "uid", "slot": "uid", "review": "uid"}


class ImportedCalendar(NamedTuple):
    """What an import did: how many of each record the calendar now holds, and its revision.

    `revision` is 0 when the calendar already was what the file says.
    """

    verb: str
    revision: int
    title: str
    counts: dict[str, int]


def bring_toml(desk: Desk, source: Path | str, name: str) -> ImportedCalendar:
    """Make the calendar what a TOML file, or its text, says, as one action: a TOML file is a whole calendar.

    A record that stands already (same UID, name or words) keeps its row, and its stamp never goes down.

    Raises:
        InputError: what `understood_toml` refuses; nothing was changed.
        CalendarError: the calendar is locked or read-only; nothing was changed.
    """
    return bring_intake(desk, understood_toml(source, name))


def understood_toml(source: Path | str, name: str) -> Intake:
    """What a TOML file, or its text, says, every value checked, before any calendar is touched.

    Raises:
        InputError: `toml-syntax` or `toml-value`, with line and reason; `file-missing`, `file-unreadable`,
            `file-too-large`, `file-too-slow`, `file-too-heavy`, or `not-text` with the line.
    """
    return taken_in(parsed_apart(source, name))


def bring_toml_into_new(
    path: Path, source: Path | str, name: str, now: Callable[[], datetime] = utc_now
) -> tuple[Desk, ImportedCalendar]:
    """Make a calendar file at `path` from a TOML file or text and open it; what is refused leaves no file.

    Raises:
        InputError: what `understood_toml` refuses.
        CalendarError: `calendar-exists`.
        OutsideError: `cannot-write`.
    """
    return bring_intake_into_new(path, understood_toml(source, name), now)


def bring_parsed_into_new(
    path: Path, parsed: Parsed, now: Callable[[], datetime] = utc_now
) -> tuple[Desk, ImportedCalendar]:
    """The same, from a text that was read already."""
    return bring_intake_into_new(path, taken_in(parsed), now)


def bring_intake_into_new(
    path: Path, intake: Intake, now: Callable[[], datetime] = utc_now
) -> tuple[Desk, ImportedCalendar]:
    """The same, from what was understood already."""
    desk = new_calendar(path, now=now)
    try:
        return desk, bring_intake(desk, intake)
    except BaseException:
        desk.close()
        for ending in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        raise


def bring_intake(desk: Desk, intake: Intake) -> ImportedCalendar:
    """Make the calendar what `understood_toml` understood, as one action.

    Raises:
        CalendarError: the calendar is locked or read-only; nothing was changed.
    """
    title = intake.brief.get("title", "")
    with desk.action("import", title=title) as action:
        _write_brief(action, intake.brief)
        _Replacing(desk, action).replace(intake)
    # Nobody knows what was exported of the calendar that the file was written from.
    note_handed_out(desk.database, desk.now(), since=BEGINNING)
    return ImportedCalendar("import", action.revision, title, intake.counts())


def _write_brief(action: Action, said: Values) -> None:
    brief = action.get(Brief, 1)
    _write(brief, {**_blank(Brief), "uid": brief.uid, **said, "id": 1})


class _Replacing:
    """One replacement of everything: which rows stand, which are new, and what each is called."""

    def __init__(self, desk: Desk, action: Action) -> None:
        self.desk = desk
        self.action = action
        self.found: dict[str, dict[str, int]] = {}
        self.left_over: list[SQLModel] = []

    def replace(self, intake: Intake) -> None:
        """Write every record of the intake and take away what it does not name."""
        rows = intake.rows
        self._put("need", ({"text": text, "position": at} for at, text in enumerate(intake.needs)))
        self._put("network", ({**row.values, "position": at} for at, row in enumerate(rows["network"])))
        self._put("person", (row.values for row in rows["person"]))
        for record in ("post", "slot", "review"):
            standing = {item.uid for item in self.action.all(KINDS[record])}  # type: ignore[attr-defined]
            named = self._reviews(rows[record]) if record == "review" else map(_named, rows[record])
            written = self._put(record, named)
            self._keep_stamps(record, rows[record], written, standing)
            if record == "post":
                self._put("mute", [*self._mutes(rows["post"], written), *(row.values for row in rows["muted"])])
        for record in ("question", "result"):
            self._put(record, (row.values for row in rows[record]))
        self._remove()

    def _put(self, record: str, wanted: Iterable[Values]) -> list[Any]:
        """The rows of a record, in the order wanted: known ones rewritten, the others added."""
        kind = KINDS[record]
        free: dict[object, list[Any]] = defaultdict(list)
        for known in self.action.all(kind):
            free[self._likeness(record, known.model_dump())].append(known)
        fresh, blank, written = self._first_free(record), _blank(kind), []
        for said in wanted:
            values = {**blank, **self._referred(said)}
            standing = free[self._likeness(record, values)]
            row: Any = standing.pop(0) if standing else kind()
            values["id"] = row.id if row.id is not None else fresh
            fresh += row.id is None
            _write(row, values)
            if record == "post":
                settle(row)
            self.action.session.add(row)
            written.append(row)
        self.action.session.flush()
        self.left_over.extend(row for rows in free.values() for row in rows)
        if name := OWN_NAMES.get(record):
            self.found[f"{record}_id"] = {getattr(row, name): row.id for row in written}
        return written

    def _reviews(self, rows: list[Row]) -> Iterable[Values]:
        """The reviews under their UIDs: one that the file gives none is the one that stands on its day, if there is."""
        said = {row.values.get("uid") for row in rows}
        free: dict[object, list[str]] = defaultdict(list)
        for known in self.action.all(Review):
            if known.uid not in said:
                free[known.day, known.question].append(known.uid)
        for row in rows:
            alike = free[row.values["day"], row.values.get("question", "")]
            meant = alike.pop(0) if alike and not row.values.get("uid") else ""
            yield {**row.values, "uid": meant} if meant else _named(row)

    def _likeness(self, record: str, values: Values) -> object:
        """What makes two records one and the same: name, words or UID, else all that they hold."""
        if name := OWN_NAMES.get(record):
            return values[name]
        if record == "mute":
            return values["post_id"], values["check"], values["finding_day"]
        return tuple((column, values[column]) for column in sorted(values) if column != "id")

    def _first_free(self, record: str) -> int:
        """A row number that no record has had, so that no old stamp is taken for a new record's."""
        query = f'SELECT id FROM "{record}" UNION SELECT id FROM stamp WHERE record = ? ORDER BY id DESC LIMIT 1'
        rows = self.desk.database.rows(query, (record,))
        return int(str(rows[0][0])) + 1 if rows else 1

    def _referred(self, said: Values) -> Values:
        """References by name become row numbers."""
        named = {
            column: self.found[column][value]
            for column, value in said.items()
            if column in REFERENCES and isinstance(value, str)
        }
        return {**said, **named}

    def _mutes(self, rows: list[Row], posts: list[Post]) -> Iterable[Values]:
        for row, post in zip(rows, posts, strict=True):
            yield from ({**mute, "post_id": post.id} for mute in row.mutes)

    def _keep_stamps(self, record: str, rows: list[Row], written: list[Any], standing: set[str]) -> None:
        for row, item in zip(rows, written, strict=True):
            if row.stamp is not None:
                self.action.stamps.append(_kept(record, item.id, row.stamp, fresh=item.uid not in standing))

    def _remove(self) -> None:
        """Take away what the file does not name, what refers before what is referred to."""
        order = {kind: place for place, kind in enumerate(KINDS.values())}
        for kind in sorted(order, key=lambda kind: -order[kind]):
            for row in self.left_over:
                if type(row) is kind:
                    self.action.session.delete(row)
            self.action.session.flush()


def _kept(record: str, identifier: int, stamp: Stamped, *, fresh: bool) -> Kept:
    return Kept(record, identifier, stamp.sequence, stamp.created, stamp.changed, fresh)


def _named(row: Row) -> Values:
    return row.values if row.values.get("uid") else {**row.values, "uid": new_uid()}


def _blank(kind: type[SQLModel]) -> Values:
    """A record's fields as they are when nothing is said of them; what has no such value is left out."""
    fields = kind.model_fields.items()
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in fields
        if name != "id" and not field.is_required()
    }


def _write(row: SQLModel, values: Values) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)

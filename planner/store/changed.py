"""What changed in a calendar since one of its revisions, read by the bare driver: never the whole calendar."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.store.database import read_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.model.calendar import Calendar
    from planner.store.database import Database

ELSEWHERE = ("post", "slot", "review")
"""The records that calendars elsewhere hold, in the order in which a published file holds them."""
FRAMED = ("brief", "need", "network")
"""What is said of many records: when one of these rows changes, any event may read otherwise."""
AT_ONCE = 500
"""Rows asked for by one query: SQLite takes 999 values at least (sqlite.org/limits, SQLITE_MAX_VARIABLE_NUMBER)."""
DATED = " UNION ALL ".join(f"SELECT {{}}(day) AS day FROM {record} WHERE {{}}" for record in ELSEWHERE)
WRITTEN_YEARS = "day BETWEEN '1900-01-01' AND '2999-12-31'"

Key = tuple[str, int]
"""A record's kind and its identifier, such as ("post", 3)."""


class Reach(NamedTuple):
    """How far a calendar reaches: its zones, its first and last day, and its last change, "" where there is none."""

    zones: frozenset[str]
    in_series: frozenset[str]
    first: str
    last: str
    changed: str


def revision(database: Database) -> int:
    """The calendar's revision."""
    return int(str(database.rows("SELECT number FROM revision")[0][0]))


def digest_of_frame(database: Database) -> str:
    """A digest of the brief, the needs and the networks."""
    everything = [database.rows(f'SELECT * FROM "{name}" ORDER BY id') for name in FRAMED]
    return sha256(json.dumps(everything, default=str).encode()).hexdigest()


def reach(database: Database) -> Reach:
    """The zones and the days of everything that stands on a day of a year that is written."""
    own = str(database.rows("SELECT zone FROM brief")[0][0])
    zones = database.rows("SELECT DISTINCT zone FROM post WHERE day IS NOT NULL UNION SELECT zone FROM slot")
    series = database.rows("SELECT DISTINCT zone FROM slot WHERE rule != ''")
    of_all, of_series = (frozenset(str(zone) or own for (zone,) in found) for found in (zones, series))
    last_change = str(database.rows("SELECT coalesce(max(changed_at), '') FROM stamp")[0][0])
    return Reach(of_all | {own}, of_series, _day(database, "min"), _day(database, "max"), last_change)


def _day(database: Database, end: str) -> str:
    days = DATED.format(*(text for _ in ELSEWHERE for text in (end, WRITTEN_YEARS)))
    return str(database.rows(f"SELECT coalesce({end}(day), '') FROM ({days})")[0][0])


def changed(database: Database, since: int) -> list[Key]:
    """The records whose rows changed, came or went after revision `since`, undo and redo included."""
    rows = database.rows("SELECT record, id FROM stamp WHERE revision > ?", (since,))
    return [(str(record), int(str(identifier))) for record, identifier in rows]


def part(database: Database, keys: Iterable[Key]) -> Calendar:
    """The calendar with its brief, needs and networks, and of its posts, slots and reviews only those named.

    Posts in the bin stand in `binned`; a record that is gone is left out, and its stamp is there.

    Raises:
        CalendarError: `calendar-damaged` when a row holds what it cannot.
    """
    from planner.model.brief import Brief, Need
    from planner.model.calendar import Calendar
    from planner.model.network import Network
    from planner.model.post import Post, Stamp
    from planner.model.review import Review
    from planner.model.slot import Slot

    named: dict[str, list[int]] = {record: [] for record in ELSEWHERE}
    for record, identifier in keys:
        named[record].append(identifier)
    with read_back(database.path):
        posts = [_record(Post, row) for row in _rows(database, "post", named["post"])]
        stamps = [
            Stamp.model_validate(row)
            for record, wanted in named.items()
            for row in _rows(database, "stamp", wanted, f"record = '{record}' AND ")
        ]
        return Calendar(
            brief=_record(Brief, _every(database, "brief", "id")[0]),
            needs=[_record(Need, row) for row in _every(database, "need", "position, id")],
            networks=[_record(Network, row) for row in _every(database, "network", "position, id")],
            slots=[_record(Slot, row) for row in _rows(database, "slot", named["slot"])],
            posts=[post for post in posts if post.deleted is None],
            binned=[post for post in posts if post.deleted is not None],
            reviews=[_record(Review, row) for row in _rows(database, "review", named["review"])],
            stamps={(stamp.record, stamp.id): stamp for stamp in stamps},
        )


def _every(database: Database, table: str, order: str) -> list[dict[str, Any]]:
    return _named(database, table, database.rows(f'SELECT * FROM "{table}" ORDER BY {order}'))


def _rows(database: Database, table: str, identifiers: list[int], also: str = "") -> list[dict[str, Any]]:
    found: list[tuple[object, ...]] = []
    for begin in range(0, len(identifiers), AT_ONCE):
        wanted = tuple(sorted(identifiers)[begin : begin + AT_ONCE])
        places = ", ".join("?" * len(wanted))
        found += database.rows(f'SELECT * FROM "{table}" WHERE {also}id IN ({places}) ORDER BY id', wanted)
    return _named(database, table, found) if found else []


def _named(database: Database, table: str, rows: list[tuple[object, ...]]) -> list[dict[str, Any]]:
    names = [str(column[1]) for column in database.rows(f'PRAGMA table_info("{table}")')]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _record(kind: Any, row: dict[str, Any]) -> Any:
    """A row as the record it is: lists are kept as JSON."""
    lists = [name for name, known in kind.model_fields.items() if known.annotation == list[str]]
    return kind.model_validate({**row, **{name: json.loads(row[name]) for name in lists}})

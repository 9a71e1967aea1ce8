"""A calendar's TOML, judged field by field before anything is written; a refusal names line and key."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.values import checked
from planner.errors import InputError
from planner.exchange.document import FORMAT, KEYS, LISTS, REFERENCES
from planner.exchange.toml_keys import written
from planner.model.calendar import MOST_SEQUENCE
from planner.model.gate import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planner.exchange.toml import Parsed
    from planner.exchange.toml_keys import Path

REQUIRED = {
    "network": ("name",), "slot": ("kind", "day", "time"), "mute": ("check", "reason"), "person": ("name",),
    "question": ("words",), "result": ("day", "indicator", "figure"), "review": ("day",), "muted": ("check", "reason"),
}  # fmt: skip
NAMES = {"network": "name", "person": "name", "post": "uid", "slot": "uid", "review": "uid"}
"""The key by which other records speak of a record, or calendars elsewhere know it."""
HELD_IN = {"objective": "brief", "rhythm": "brief", "muted": "mute"}
"""The record that a table's fields belong to, where it is not called as the table."""
STAMPS = ("sequence", "created", "changed")


class Stamped(NamedTuple):
    """What the file says of a record's past: moments are naive UTC, None when the file says nothing."""

    sequence: int
    created: datetime | None
    changed: datetime | None


class Row(NamedTuple):
    """A record as it was taken in: its columns, references still by name; its mutes; its stamp."""

    values: dict[str, Any]
    mutes: list[dict[str, Any]]
    stamp: Stamped | None


class Intake(NamedTuple):
    """A whole calendar, taken in and not yet written."""

    brief: dict[str, Any]
    needs: list[str]
    rows: dict[str, list[Row]]

    def counts(self) -> dict[str, int]:
        """How many of each record, and how many of the posts lie in the bin."""
        counted = {record: len(self.rows[record]) for record in LISTS}
        mutes = sum(len(row.mutes) for row in self.rows["post"]) + counted.pop("muted")
        binned = sum(row.values.get("deleted") is not None for row in self.rows["post"])
        return {"need": len(self.needs), **counted, "mute": mutes, "binned": binned}


def taken_in(parsed: Parsed) -> Intake:
    """Everything the file holds, each value as its field asks.

    Raises:
        InputError: `toml-value` with `file`, `line`, `path` and `cause`, the error of the value itself:
            `field-unknown`, `value-missing`, `value-not-allowed`, `value-duplicate`, `reference-missing` and
            those of `desk.values.checked`.
    """
    whole = parsed.document
    with _blame(parsed, ("format",)):
        _check_format(whole)
    for key in whole:
        with _blame(parsed, (key,)):
            if key not in (*LISTS, "brief", "format"):
                raise InputError("field-unknown", record="calendar", field=key[:200])
    brief, needs = _brief(parsed, whole.get("brief", {}))
    rows = {record: _rows(parsed, record, whole.get(record, [])) for record in LISTS}
    _check_names(parsed, rows)
    _check_muted(parsed, rows["muted"])
    _check_references(parsed, rows, needs)
    return Intake(brief, needs, rows)


@contextmanager
def _blame(parsed: Parsed, path: Path) -> Iterator[None]:
    """Say where in the file the refused value stands."""
    try:
        yield
    except InputError as error:
        if error.key == "toml-value":
            raise
        line = parsed.line_of(path)
        raise InputError("toml-value", file=parsed.name, line=line, path=written(path)[:200], cause=error) from error


def _check_format(whole: Mapping[str, Any]) -> None:
    if "format" not in whole:
        raise InputError("value-missing", field="format")
    if type(whole["format"]) is not int or whole["format"] != FORMAT:
        raise InputError("value-not-allowed", field="format", value=str(whole["format"])[:200], allowed=FORMAT)


def _brief(parsed: Parsed, table: Any) -> tuple[dict[str, Any], list[str]]:
    with _blame(parsed, ("brief",)):
        outer = dict(_as_table("brief", table))
    inner = {name: outer.pop(name, {}) for name in ("objective", "rhythm")}
    wanted = outer.pop("needs", [])
    values = _table(parsed, ("brief",), "brief", outer)
    for name in inner:
        values |= _table(parsed, ("brief", name), name, inner[name])
    with _blame(parsed, ("brief", "needs")):
        if not isinstance(wanted, list):
            raise InputError("value-not-allowed", field="needs", value=str(wanted)[:200])
        needs = [checked("need", {"text": text})["text"] for text in wanted]
        _refuse_twice("needs", needs)
    return values, needs


def _rows(parsed: Parsed, record: str, tables: Any) -> list[Row]:
    with _blame(parsed, (record,)):
        if not isinstance(tables, list):
            raise InputError("value-not-allowed", field=record, value=str(tables)[:200], allowed=f"[[{record}]]")
    return [_row(parsed, (record, number), record, table) for number, table in enumerate(tables)]


def _row(parsed: Parsed, path: Path, record: str, table: Any) -> Row:
    with _blame(parsed, path):
        kept = dict(_as_table(record, table))
    stamp, mutes = None, []
    if record in ("post", "slot", "review"):
        stamp = _stamp(parsed, path, {name: kept.pop(name) for name in STAMPS if name in kept})
    if record == "post":
        mutes = [row.values for row in _mutes(parsed, path, kept.pop("mute", []))]
    return Row(_table(parsed, path, record, kept), mutes, stamp)


def _mutes(parsed: Parsed, path: Path, tables: Any) -> list[Row]:
    with _blame(parsed, (*path, "mute")):
        if not isinstance(tables, list):
            raise InputError("value-not-allowed", field="mute", value=str(tables)[:200], allowed="[[post.mute]]")
    rows = [_row(parsed, (*path, "mute", number), "mute", table) for number, table in enumerate(tables)]
    with _blame(parsed, (*path, "mute")):
        _refuse_twice("check", [row.values["check"] for row in rows])
    return rows


def _table(parsed: Parsed, path: Path, record: str, table: Any) -> dict[str, Any]:
    with _blame(parsed, path):
        _as_table(record, table)
        for key in REQUIRED.get(record, ()):
            if key not in table:
                raise InputError("value-missing", field=key)
    values: dict[str, Any] = {}
    for key, value in table.items():
        with _blame(parsed, (*path, key)):
            if key not in KEYS[record]:
                raise InputError("field-unknown", record=record, field=key[:200])
            values |= _value(record, key, KEYS[record][key], value)
    return values


def _value(record: str, key: str, column: str, value: Any) -> dict[str, Any]:
    """One field, under its column; a reference stays the name it is in the file, "" is none."""
    if column in REFERENCES or column == "uid":
        if not isinstance(value, str):
            raise InputError("value-not-allowed", field=key, value=str(value)[:200])
        return {column: clean_line(value, key) or None}
    return checked(HELD_IN.get(record, record), {column: value})


def _as_table(record: str, table: Any) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise InputError("value-not-allowed", field=record, value=str(table)[:200], allowed=f"[{record}]")
    return table


def _stamp(parsed: Parsed, path: Path, said: Mapping[str, Any]) -> Stamped | None:
    if not said:
        return None
    with _blame(parsed, (*path, "sequence")):
        sequence = said.get("sequence", 0)
        if type(sequence) is not int or sequence < 0:
            raise InputError("value-not-allowed", field="sequence", value=str(sequence)[:200])
    moments = [_moment(parsed, path, name, said.get(name)) for name in STAMPS[1:]]
    # An older planner counted on beyond the limit, and what it wrote must come back.
    return Stamped(min(sequence, MOST_SEQUENCE), *moments)


def _moment(parsed: Parsed, path: Path, name: str, value: Any) -> datetime | None:
    """A date-time as naive UTC; one without an offset is taken as UTC."""
    with _blame(parsed, (*path, name)):
        if value is None:
            return None
        if not isinstance(value, datetime) or not 1901 <= value.year <= 2199:
            raise InputError("value-not-allowed", field=name, value=str(value)[:200])
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _check_names(parsed: Parsed, rows: Mapping[str, list[Row]]) -> None:
    """Refuse two networks or people of one name, and two posts, slots or reviews of one UID."""
    taken: set[tuple[str, str]] = set()
    for record, column in NAMES.items():
        for number, row in enumerate(rows[record]):
            name = row.values.get(column)
            kind = "uid" if column == "uid" else record
            with _blame(parsed, (record, number, column)):
                if name and (kind, name) in taken:
                    raise InputError("value-duplicate", field=column, value=name[:200])
            taken.add((kind, name or ""))


def _check_muted(parsed: Parsed, rows: Iterable[Row]) -> None:
    with _blame(parsed, ("muted",)):
        _refuse_twice("check", [f"{row.values['check']} {row.values.get('finding_day') or ''}".strip() for row in rows])


def _refuse_twice(field: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise InputError("value-duplicate", field=field, value=value[:200])
        seen.add(value)


def _check_references(parsed: Parsed, rows: Mapping[str, list[Row]], needs: list[str]) -> None:
    known = {"need_id": set(needs)} | {
        f"{record}_id": {row.values.get(NAMES[record]) for row in rows[record]}
        for record in ("network", "post", "person")
    }
    for record in LISTS:
        for number, row in enumerate(rows[record]):
            for column in REFERENCES:
                name = row.values.get(column)
                key = column.removesuffix("_id")
                with _blame(parsed, (record, number, key)):
                    if name and name not in known[column]:
                        raise InputError("reference-missing", field=key, value=name[:200])

"""A table of posts taken in: which column is which, in which order its days are written, then line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.bring_posts import Names, Told, preview_posts
from planner.desk.post_texts import COLUMNS
from planner.desk.written_days import moment, no_day, orders_left, written_hour
from planner.errors import InputError
from planner.exchange import csv
from planner.exchange.csv_apart import table_apart
from planner.model.names import plain
from planner.store.column_maps import keep_columns, kept_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from planner.desk.desk import Changed, Desk
    from planner.desk.preview import Preview
    from planner.desk.written_days import Moment
    from planner.errors import PlannerError

OTHER_FORMS = {
    ".ics": re.compile(r"BEGIN:VCALENDAR\b", re.IGNORECASE),
    ".toml": re.compile(r"format\s*=\s*\d|\[{1,2}(?:brief|post|slot|network)\]"),
    ".planner": re.compile(r"SQLite format 3"),
}
"""How other files begin, by the ending that their names should have."""
LIKE_ENOUGH = 85
"""How like a known name a column's must be, of 100 (rapidfuzz, ratio)."""


@dataclass(frozen=True)
class RowOptions:
    """What a person said of a table.

    Attributes:
        names: what columns, statuses and purposes are called.
        columns: the field of each column she named, "" for one to leave out.
        dates: the order of its days, `dmy`, `mdy` or `ymd`; "" to see it from the days, or ask.
        exact: whether a `'` before a formula belongs to the text.
        new_networks: whether networks that are not here are added.
        new_needs: the same for needs.
        unseen: whether nobody looks at the lines before they are taken in, so that what is odd must be asked.
    """

    names: Names = field(default_factory=Names)
    columns: Mapping[str, str] = field(default_factory=dict)
    dates: str = ""
    exact: bool = False
    new_networks: bool = False
    new_needs: bool = False
    unseen: bool = False


class _Columns(NamedTuple):
    """The field of each column, "" for one that is left out; what must be said of them; those nobody knows."""

    fields: list[str]
    notes: list[PlannerError]
    unknown: list[str]

    def only_ideas(self) -> bool:
        """Whether every line would be a mere title, though there are columns that may say more."""
        return bool(self.unknown) and not {"day", "body"} & set(self.fields) and "title" in self.fields


def preview_rows(desk: Desk, path: Path, options: RowOptions | None = None) -> Preview:
    """What the lines of a table would do here.

    `asks` holds `columns` when none of them is a title or a text, `columns-unknown` when nobody looks and none is a
    day or a text, and `date-order` when a day may be another one.

    Raises:
        InputError: `file-missing`, `file-unreadable`, `file-too-large`, `table-empty`, `table-too-long`, `other-form`,
            `column-missing` or `field-unknown` for a column that was named.
    """
    said = options or RowOptions()
    known = {plain(word): column for word, column in said.names.columns.items()} | {name: name for name in COLUMNS}
    table = table_apart(path, path.name, known)
    _refuse_other_form(table.header, path.name)
    columns = _columns(desk, table.header, said, known)
    moments = _moments(table, columns.fields, str(desk.calendar().brief.zone))
    left = (said.dates,) if said.dates else orders_left(moments.values())
    notes = [*_notes(table, left, moments, said), *columns.notes]
    if said.dates and "day" not in columns.fields:
        notes.append(InputError("dates-without-column"))
    if table.lines and columns.only_ideas():
        notes.append(InputError("only-ideas"))
    reading = _Reading(columns.fields, moments, left[0] if len(left) == 1 else "", said.exact)
    preview = preview_posts(
        desk, path.name, (reading.told(line) for line in table.lines), said.names,
        new_networks=said.new_networks, new_needs=said.new_needs, notes=notes, asks=_asks(table, columns, left, said),
    )  # fmt: skip

    def bring() -> Changed:
        changed = preview.bring()
        if said.columns:
            keep_columns(desk.database, table.header, dict(zip(table.header, columns.fields, strict=True)))
        return changed

    return replace(preview, bring=bring)


def _refuse_other_form(header: Sequence[str], name: str) -> None:
    """Refuse what is no table whatever its name says: a calendar file, or a whole calendar."""
    begins = header[0].lstrip("\ufeff").strip() if header else ""
    found = next((ending for ending, head in OTHER_FORMS.items() if head.match(begins)), "")
    if found:
        raise InputError("other-form", file=name, ending=found)


def _columns(desk: Desk, header: Sequence[str], said: RowOptions, known: Mapping[str, str]) -> _Columns:
    """What a person says of each column now, said before, what it is called, and at last what it looks like."""
    own = {plain(column): field for column, field in said.columns.items()}
    if missing := [column for column in said.columns if plain(column) not in {plain(cell) for cell in header}]:
        raise InputError("column-missing", column=missing[0], known=", ".join(header))
    kept = kept_columns(desk.database, header)
    fields = [_own_field(own[plain(cell)], known) if plain(cell) in own else kept.get(cell) for cell in header]
    told = {plain(cell) for cell, found in zip(header, fields, strict=True) if found is not None}
    notes: list[PlannerError] = []
    for find in (_called, _liked):
        for place, cell in enumerate(header):
            if fields[place] is None and (found := find(cell, known)) and found not in fields:
                fields[place] = found
                if find is _liked:
                    notes.append(InputError("column-liked", column=cell, field=found))
    empty = [cell for cell, found in zip(header, fields, strict=True) if not found and cell and plain(cell) not in told]
    if empty:
        notes.append(InputError("columns-left", columns=", ".join(empty)))
    return _Columns([found or "" for found in fields], notes, empty)


def _own_field(named: str, known: Mapping[str, str]) -> str:
    """The field a person names, by its key or its words, "" for a column to leave out."""
    found = known.get(named.strip(), known.get(plain(named), ""))
    if named.strip() and not found:
        raise InputError("field-unknown", record="post", field=named, fields=COLUMNS)
    return found


def _called(cell: str, known: Mapping[str, str]) -> str:
    return known.get(cell, known.get(plain(cell), ""))


def _liked(cell: str, known: Mapping[str, str]) -> str:
    from rapidfuzz import fuzz, process

    found = process.extractOne(plain(cell), list(known), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
    return known[found[0]] if found else ""


def _moments(table: csv.Table, fields: Sequence[str], zone: str) -> dict[str, Moment]:
    """What each text in the column of days may mean."""
    if "day" not in fields:
        return {}
    place = fields.index("day")
    texts = {line.cells[place].strip() for line in table.lines if len(line.cells) > place}
    return {text: moment(text, zone) for text in texts if text}


def _notes(
    table: csv.Table, left: Sequence[str], moments: Mapping[str, Moment], said: RowOptions
) -> Iterator[PlannerError]:
    if table.encoding != "UTF-8":
        yield InputError("read-as", encoding=table.encoding)
    doubtful = any(len(found.days) > 1 and len(set(found.days.values())) > 1 for found in moments.values())
    if doubtful and len(left) == 1 and not said.dates:
        yield InputError("days-read-as", order=left[0])


def _asks(table: csv.Table, columns: _Columns, left: Sequence[str], said: RowOptions) -> dict[str, tuple[str, ...]]:
    asks: dict[str, tuple[str, ...]] = {}
    if not {"title", "body"} & set(columns.fields):
        asks["columns"] = tuple(table.header)
    elif said.unseen and table.lines and columns.only_ideas():
        asks["columns-unknown"] = tuple(columns.unknown)
    if len(left) > 1:
        asks["date-order"] = tuple(left)
    return asks


class _Reading(NamedTuple):
    """How a line is read: the field of each column, what its days mean, their order, and whether texts are exact."""

    fields: Sequence[str]
    moments: Mapping[str, Moment]
    order: str
    exact: bool

    def told(self, line: csv.Line) -> Told:
        """What a line says of a post."""
        if line.fault is not None:
            return Told(line.number, {}, (line.fault,))
        cells = line.cells if self.exact else [csv.unguarded(cell) for cell in line.cells]
        said: dict[str, Any] = {column: cell for column, cell in zip(self.fields, cells, strict=False) if column}
        faults: list[PlannerError] = []
        if any(cell.strip() for cell in cells[len(self.fields) :]):
            faults.append(InputError("line-too-wide", count=len(cells), limit=len(self.fields)))
        faults += self._time(said)
        return Told(line.number, said, tuple(faults))

    def _time(self, said: dict[str, Any]) -> Iterator[PlannerError]:
        """The hour and the day as such; a text that is neither is taken out and told."""
        if hour := said.pop("time", "").strip():
            said["time"] = written_hour(hour)
            if said["time"] is None:
                yield InputError("hour-unclear", text=hour[:200])
        elif "time" in self.fields:
            said["time"] = None
        if text := said.pop("day", "").strip():
            found = self.moments[text]
            said["day"] = found.day(self.order)
            if said.get("time") is None and found.hour is not None:
                said["time"] = found.hour
            if said["day"] is None:
                yield no_day(found, text, self.order)
        elif "day" in self.fields:
            said["day"] = None

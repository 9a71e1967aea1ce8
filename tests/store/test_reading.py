"""A sound calendar is read wherever it stands: on a full disk, in a folder that refuses changes."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import posts, undo
from planner.desk.desk import Desk, open_desk
from planner.errors import CalendarError, OutsideError, PlannerError
from planner.store import database
from tests.made import MONDAY
from tests.store.rooms import full_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def closed(filled: Desk) -> Iterator[Path]:
    """A filled calendar that nobody has open, whose folder is writable again in the end."""
    filled.close()
    yield filled.path
    filled.path.parent.chmod(0o700)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def read(path: Path) -> None:
    with open_desk(path) as desk:
        assert desk.readonly
        assert desk.focus(MONDAY).title == "Essai"
        assert desk.titled("Retenue")
        assert len(desk.calendar().posts) == 4
        with pytest.raises(CalendarError) as refused:
            posts.plan(desk, title="x")
        assert refused.value.key == "calendar-readonly"


@pytest.mark.parametrize(("file", "folder"), [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)])
def test_a_place_that_refuses_changes_is_read_and_left_as_it_was(closed: Path, file: int, folder: int) -> None:
    before, names = closed.read_bytes(), names_in(closed.parent)
    closed.chmod(file)
    closed.parent.chmod(folder)
    read(closed)
    assert closed.read_bytes() == before
    assert names_in(closed.parent) == names


def test_a_place_refuses_where_the_system_says_so(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert database.may_write(closed)
    for refusing in (closed, closed.parent):
        monkeypatch.setattr(os, "access", lambda place, _, refusing=refusing: place != refusing)
        assert not database.may_write(closed)
        read(closed)
        assert names_in(closed.parent) == [closed.name]


def test_a_calendar_behind_a_link_is_judged_where_it_stands(closed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "link.planner").symlink_to(closed)
    closed.parent.chmod(0o500)
    read(folder / "link.planner")


def test_a_full_disk_is_no_damage(closed: Path) -> None:
    with full_disk():
        read(closed)
        # What the first attempt left is an empty log: it hides nothing.
        read(closed)
    with open_desk(closed) as desk:
        assert not desk.readonly
        posts.plan(desk, title="x")


def test_a_log_that_a_full_disk_cannot_read_is_no_damage(closed: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with open_desk(closed) as desk:
        posts.plan(desk, title="Répondu")
        for ending in ("", "-wal"):
            name = closed.name + ending
            (crashed / name).write_bytes((tmp_path / name).read_bytes())
    with full_disk(), pytest.raises(OutsideError) as refused:
        Desk(crashed / closed.name)
    assert refused.value.key == "disk-full"
    with open_desk(crashed / closed.name) as desk:
        assert desk.titled("Répondu")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("database or disk is full", "disk-full"),
        ("disk I/O error", "disk-full"),
        ("unable to open database file", "calendar-unreadable"),
        ("database is locked", "calendar-locked"),
        ("attempt to write a readonly database", "calendar-readonly"),
        ("database disk image is malformed", "calendar-damaged"),
        ("file is not a database", "calendar-damaged"),
    ],
)
def test_what_the_driver_says_on_opening_is_told_for_what_it_is(
    closed: Path, monkeypatch: pytest.MonkeyPatch, text: str, key: str
) -> None:
    def refuse(*_: object, **__: object) -> Any:
        raise sqlite3.OperationalError(text)

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(PlannerError) as refused:
        Desk(closed)
    assert refused.value.key == key


SPOILT: list[tuple[str, str, object, Callable[[Desk], object]]] = [
    ("brief", "hours_per_week", 9e999, lambda desk: desk.focus(MONDAY)),
    ("slot", "day", "no day", lambda desk: desk.focus(MONDAY)),
    ("slot", "skipped", "5", lambda desk: desk.blocks(MONDAY, MONDAY)),
    ("brief", "due", "no day", lambda desk: desk.calendar()),
    ("brief", "words", "5 5", lambda desk: desk.calendar()),
    ("post", "day", "no day", lambda desk: desk.post(1)),
    ("journal", "changes", "[{", undo.undo),
    ("post", "time", "25:99", lambda desk: posts.write(desk, 1, title="x")),
]


@pytest.mark.parametrize(("table", "column", "value", "reading"), SPOILT)
def test_a_row_that_holds_what_it_cannot_is_damage(
    filled: Desk, table: str, column: str, value: object, reading: Callable[[Desk], object]
) -> None:
    filled.database.reading.execute(f"UPDATE {table} SET {column} = ?", (value,))
    with pytest.raises(CalendarError) as refused:
        reading(filled)
    assert refused.value.key == "calendar-damaged"


def test_a_type_that_a_row_cannot_have_is_damage(filled: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlmodel import Session

    def refuse(*_: object, **__: object) -> Any:
        raise TypeError("fromisoformat: argument must be str")

    monkeypatch.setattr(Session, "exec", refuse)
    with pytest.raises(CalendarError) as refused:
        filled.calendar()
    assert refused.value.key == "calendar-damaged"


@pytest.mark.parametrize("fault", [ValueError, TypeError])
def test_a_fault_of_the_verb_is_not_told_as_damage(desk: Desk, fault: type[Exception]) -> None:
    def verb() -> None:
        with desk.action("plan"):
            raise fault

    with pytest.raises(fault):
        verb()
    posts.plan(desk, title="x")
    assert undo.undo(desk) is not None

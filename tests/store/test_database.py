"""A calendar file is opened, or refused by its name and left byte-identical."""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from planner.desk import posts
from planner.desk.desk import Desk, new_calendar, open_desk
from planner.desk.send import dump_text
from planner.errors import CalendarError, InputError, OutsideError, PlannerError
from planner.store.database import APPLICATION_ID
from planner.store.upgrade import SCHEMA_VERSION
from tests.made import MONDAY, Clock

if TYPE_CHECKING:
    from pathlib import Path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def closed(filled: Desk) -> Path:
    """The path of a filled calendar that nobody has open."""
    filled.close()
    return filled.path


def put(path: Path, place: int, number: int) -> None:
    content = bytearray(path.read_bytes())
    content[place : place + 4] = number.to_bytes(4)
    path.write_bytes(content)


def refusal(path: Path) -> str:
    before = digest(path)
    names = sorted(found.name for found in path.parent.iterdir())
    with pytest.raises(CalendarError) as refused:
        Desk(path)
    assert digest(path) == before
    assert sorted(found.name for found in path.parent.iterdir()) == names
    assert refused.value.values["file"] == path.name
    return refused.value.key


def test_a_calendar_is_for_its_owner_alone(desk: Desk) -> None:
    posts.plan(desk, title="x")
    files = sorted(desk.path.parent.iterdir())
    assert desk.path in files
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_the_file_says_whose_it_is(closed: Path) -> None:
    header = closed.read_bytes()[:100]
    assert header[68:72] == b"PLAN"
    assert int.from_bytes(header[68:72]) == APPLICATION_ID
    assert int.from_bytes(header[60:64]) == SCHEMA_VERSION


def test_the_pragmas_are_set(desk: Desk) -> None:
    expected = {
        "synchronous": 2, "trusted_schema": 0, "foreign_keys": 1, "cell_size_check": 1, "journal_mode": "wal",
        "busy_timeout": 1_000,
    }  # fmt: skip
    assert {name: desk.database.rows(f"PRAGMA {name}")[0][0] for name in expected} == expected


def test_a_missing_file_is_missing_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CalendarError) as refused:
        Desk(tmp_path / "no.planner")
    assert refused.value.key == "calendar-missing"
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.planner"
    path.touch()
    assert refusal(path) == "calendar-empty"


@pytest.mark.parametrize("content", [b"x", b"SQLite format 3\0", b"\x89PNG" * 100, b"Bonjour\n" * 50])
def test_another_file_is_foreign(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.planner"
    path.write_bytes(content)
    assert refusal(path) == "calendar-foreign"


def test_another_program_s_database_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "a.planner"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE brief (id)")
    assert refusal(path) == "calendar-foreign"


def test_a_folder_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(CalendarError) as refused:
        Desk(tmp_path)
    assert refused.value.key == "calendar-unreadable"


def test_a_newer_calendar_says_both_versions(closed: Path) -> None:
    put(closed, 60, SCHEMA_VERSION + 1)
    assert refusal(closed) == "calendar-newer"
    with pytest.raises(CalendarError) as refused:
        Desk(closed)
    assert refused.value.values["version"] == SCHEMA_VERSION + 1
    assert refused.value.values["known"] == SCHEMA_VERSION


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.99])
def test_a_truncated_calendar_is_damaged(closed: Path, kept: float) -> None:
    os.truncate(closed, int(closed.stat().st_size * kept))
    assert refusal(closed) == "calendar-damaged"


def test_a_calendar_without_its_first_tables_is_damaged(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[100:4096] = bytes(3996)
    closed.write_bytes(content)
    assert refusal(closed) == "calendar-damaged"


@pytest.mark.parametrize("seed", range(40))
def test_a_mutilated_calendar_is_never_a_traceback(closed: Path, seed: int) -> None:
    """Wherever a page is spoilt: refused, or told when it is read; what opens for reading is not overwritten."""
    chance = random.Random(seed)
    content = bytearray(closed.read_bytes())
    for _ in range(chance.choice([1, 8, 200])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    closed.write_bytes(content)
    before = digest(closed)
    try:
        with open_desk(closed) as desk:
            desk.ideas()
            desk.cards(MONDAY, MONDAY + timedelta(days=6))
            desk.blocks(MONDAY, MONDAY + timedelta(days=6))
            desk.focus(MONDAY)
            desk.all_findings()
            dump_text(desk)
    except PlannerError as error:
        refused = error
    else:
        return
    assert refused.key.startswith("calendar-")
    assert digest(closed) == before or refused.key == "calendar-damaged"


def test_a_calendar_locked_by_another_program_is_told(filled: Desk) -> None:
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CalendarError) as refused:
            posts.plan(filled, title="x")
        assert refused.value.key == "calendar-locked"
        assert filled.titled("Retenue")
        other.execute("ROLLBACK")
    posts.plan(filled, title="x")


def test_a_calendar_locked_against_reading_is_told(closed: Path) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE revision SET number = number")
        with pytest.raises(CalendarError) as refused:
            Desk(closed)
        assert refused.value.key == "calendar-locked"
        other.execute("ROLLBACK")


def test_a_readonly_file_is_read_and_refuses_changes(closed: Path) -> None:
    closed.chmod(0o400)
    before = closed.read_bytes()
    with open_desk(closed) as desk:
        assert desk.readonly
        assert desk.titled("Retenue")
        with pytest.raises(CalendarError) as refused:
            posts.plan(desk, title="x")
        assert refused.value.key == "calendar-readonly"
    assert closed.read_bytes() == before


def test_nothing_is_made_over_what_stands(closed: Path, tmp_path: Path) -> None:
    before = digest(closed)
    with pytest.raises(CalendarError) as refused:
        new_calendar(closed)
    assert refused.value.key == "calendar-exists"
    assert digest(closed) == before
    dangling = tmp_path / "link.planner"
    dangling.symlink_to(tmp_path / "nowhere")
    with pytest.raises(CalendarError):
        new_calendar(dangling)


def test_a_folder_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutsideError) as refused:
        new_calendar(tmp_path / "file" / "a.planner")
    assert refused.value.key == "cannot-write"


def test_a_calendar_in_a_zone_that_is_none_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        new_calendar(tmp_path / "a.planner", zone="Mars/X")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_and_nothing_is_half_written(filled: Desk) -> None:
    before = dump_text(filled)
    pages = filled.database.rows("PRAGMA page_count")[0][0]
    filled.database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(OutsideError) as refused:
        posts.plan(filled, title="x", body="y" * 200_000)
    assert refused.value.key == "disk-full"
    filled.database.rows("PRAGMA max_page_count = 1000000")
    assert dump_text(filled) == before
    posts.plan(filled, title="x", body="y" * 200_000)


def test_a_killed_program_loses_nothing_that_was_answered(closed: Path, tmp_path: Path) -> None:
    """What a crash leaves is the file with its write-ahead log, as they are in this very moment."""
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with open_desk(closed, Clock()) as desk:
        posts.plan(desk, title="Répondu")
        for path in tmp_path.glob("*.planner*"):
            (crashed / path.name).write_bytes(path.read_bytes())
    with open_desk(crashed / closed.name) as desk:
        assert [card.title for card in desk.titled("Répondu")] == ["Répondu"]

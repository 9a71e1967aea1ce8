"""A calendar is made whole, with its brief, or not at all, and over nothing that stands."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import tempfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from planner.desk.desk import Desk, new_calendar
from planner.errors import CalendarError, OutsideError
from planner.store import creation
from tests.store.rooms import full_disk

if TYPE_CHECKING:
    from pathlib import Path


def briefs(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute("SELECT id, title, language, zone FROM brief").fetchall()


def test_the_file_holds_its_brief_as_soon_as_it_has_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.planner"
    creation.create(path, "u", "Titre", "fr", "Europe/Paris")
    assert briefs(path) == [(1, "Titre", "fr", "Europe/Paris")]
    assert [found.name for found in tmp_path.iterdir()] == ["a.planner"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.stat().st_nlink == 1


def test_a_crash_before_the_end_leaves_no_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(creation, "_put_in_place", crash)
    with pytest.raises(KeyboardInterrupt):
        new_calendar(tmp_path / "a.planner")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_came_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    path = tmp_path / "a.planner"
    fill = creation._fill

    def slowly(*given: object) -> None:
        fill(*given)  # type: ignore[arg-type]
        path.write_text("theirs", "utf-8")

    monkeypatch.setattr(creation, "_fill", slowly)
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(CalendarError) as refused:
        new_calendar(path)
    assert refused.value.key == "calendar-exists"
    assert path.read_text("utf-8") == "theirs"
    assert [found.name for found in tmp_path.iterdir()] == ["a.planner"]


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_calendar_is_made_where_links_are_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    new_calendar(tmp_path / "a.planner", title="Titre").close()
    assert briefs(tmp_path / "a.planner")[0][1] == "Titre"
    assert [found.name for found in tmp_path.iterdir()] == ["a.planner"]


def test_a_calendar_without_its_brief_is_damaged(desk: Desk) -> None:
    desk.database.reading.execute("DELETE FROM brief")
    desk.close()
    with pytest.raises(CalendarError) as refused:
        Desk(desk.path)
    assert refused.value.key == "calendar-damaged"


def test_a_full_disk_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(OutsideError) as refused:
        new_calendar(tmp_path / "a.planner")
    assert refused.value.key == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_disk_too_full_for_another_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(OutsideError) as refused:
        new_calendar(tmp_path / "a.planner")
    assert refused.value.key == "disk-full"

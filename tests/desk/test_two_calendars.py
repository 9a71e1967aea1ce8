"""Two calendars of one planner in one folder: neither replaces the other's file, nor cancels what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.desk import posts
from planner.desk.publish import publish, publish_to
from planner.desk.send import export_ics
from planner.errors import InputError
from tests.desk.publishing import ASKING, kept, statuses
from tests.made import MONDAY, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planner.desk.desk import Desk


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    desk = fresh(tmp_path, "other")
    posts.plan(desk, title="Ailleurs", day=MONDAY)
    yield desk
    desk.close()


@pytest.fixture
def theirs(other: Desk, tmp_path: Path) -> Path:
    export_ics(other, tmp_path / "x.ics")
    return tmp_path / "x.ics"


def unmarked(file: Path) -> None:
    """Make the file one that an older planner wrote."""
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(line for line in lines if not line.startswith(b"X-PLANNER-CALENDAR")))


def test_the_file_of_another_calendar_is_replaced_only_when_forced(filled: Desk, theirs: Path) -> None:
    before = theirs.read_bytes()
    with pytest.raises(InputError) as refused:
        export_ics(filled, theirs)
    assert (refused.value.key, theirs.read_bytes()) == ("other-calendar", before)
    export_ics(filled, theirs, force=True)
    assert "Retenue" in statuses(theirs)
    assert "Ailleurs" not in statuses(theirs)


def test_a_file_without_a_mark_is_our_older_one(filled: Desk, theirs: Path) -> None:
    unmarked(theirs)
    export_ics(filled, theirs)
    assert statuses(theirs)["Ailleurs"] == "CANCELLED"
    assert f"\r\nX-PLANNER-CALENDAR:{filled.calendar().brief.uid}\r\n".encode() in theirs.read_bytes()


def test_a_long_mark_is_read_whole(filled: Desk, tmp_path: Path) -> None:
    with filled.database.writing() as connection:
        connection.execute("UPDATE brief SET uid = ?", (f"{'é;' * 80}-1",))
    export_ics(filled, tmp_path / "a.ics")
    export_ics(filled, tmp_path / "a.ics")
    with filled.database.writing() as connection:
        connection.execute("UPDATE brief SET uid = ?", (f"{'é;' * 80}-2",))
    with pytest.raises(InputError):
        export_ics(filled, tmp_path / "a.ics")


def test_the_parts_of_another_calendar_are_none_of_ours(filled: Desk, other: Desk, tmp_path: Path) -> None:
    export_ics(other, tmp_path / "x.ics", split="network")
    theirs = tmp_path / "x-no-network.ics"
    theirs.rename(tmp_path / "x-theirs.ics")
    before = (tmp_path / "x-theirs.ics").read_bytes()
    export_ics(filled, tmp_path / "x.ics", split="network")
    assert (tmp_path / "x-theirs.ics").read_bytes() == before
    assert "Ailleurs" not in statuses(theirs)
    with pytest.raises(InputError) as refused:
        export_ics(other, tmp_path / "x.ics", split="network")
    assert refused.value.key == "other-calendar"


def test_a_published_file_is_marked_and_kept_apart(filled: Desk, other: Desk, tmp_path: Path) -> None:
    file = kept(other, tmp_path / "x.ics")
    before = file.read_bytes()
    refused = publish_to(filled, file, {}, ASKING).error
    assert refused is not None
    assert (refused.key, file.read_bytes()) == ("other-calendar", before)
    assert publish_to(filled, file, {}, ASKING._replace(force=True)).error is None
    assert "Ailleurs" not in statuses(file)
    posts.plan(other, title="La suite", day=MONDAY)
    (done,) = publish(other, ASKING)
    assert done.error is not None
    assert done.error.key == "other-calendar"

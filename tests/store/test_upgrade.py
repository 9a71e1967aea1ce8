"""A calendar of an earlier planner is brought up to date, whole or not at all, and nothing in it is lost."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from planner.desk import mutes, posts, undo
from planner.desk.desk import Desk
from planner.desk.send import dump_text
from planner.desk.vanished import vanished
from planner.errors import CalendarError
from planner.store import upgrade
from planner.store.busy import busy_calendars
from planner.store.database import APPLICATION_ID
from planner.store.upgrade import SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from tests.made import Clock


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A calendar as the first schema held it: a post moved once, and a mute."""
    path = tmp_path / "first.planner"
    script = resources.files("planner.store").joinpath("migrations", "0001_first.sql").read_text("utf-8")
    before = (1, "u", "Retenue", "2026-11-24", "09:00:00.000000")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO brief (id, uid, title) VALUES (1, 'b', 'Essai')")
        connection.execute("INSERT INTO post (id, uid, title, day, time) VALUES (?, ?, ?, ?, ?)", before)
        connection.execute("INSERT INTO review (id, day, question) VALUES (4, '2026-12-31', 'Alors ?')")
        connection.execute('INSERT INTO mute (id, post_id, "check", reason) VALUES (7, 1, "generic", "voulu")')
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM post").fetchone())
        change = {"record": "post", "id": 1, "before": {**row, "day": "2026-11-23"}, "after": row}
        connection.execute("UPDATE revision SET number = 1")
        connection.execute(
            "INSERT INTO journal (revision, at, verb, quoted, changes) VALUES (1, ?, 'move', '{}', ?)",
            ("2026-11-23 08:00:00", json.dumps([change])),
        )
        connection.commit()
    path.chmod(0o600)
    return path


def version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64])


def test_what_an_earlier_planner_wrote_is_all_there(first: Path, clock: Clock) -> None:
    with closing(Desk(first, clock)) as desk:
        calendar = desk.calendar()
        assert [(post.title, post.repeat) for post in calendar.posts] == [("Retenue", False)]
        assert [(mute.id, mute.post_id, mute.reason) for mute in calendar.mutes] == [(7, 1, "voulu")]
        assert calendar.brief.need_days == 42
        assert [(review.uid, review.question) for review in calendar.reviews] == [("review-4-b", "Alors ?")]
    assert version(first) == SCHEMA_VERSION


def test_an_action_of_before_can_still_be_undone(first: Path, clock: Clock) -> None:
    with closing(Desk(first, clock)) as desk:
        assert undo.undo(desk)
        assert str(desk.post(1).day) == "2026-11-23"
        assert undo.redo(desk)
        assert str(desk.post(1).day) == "2026-11-24"


def test_new_and_upgraded_files_have_one_schema(first: Path, desk: Desk, clock: Clock) -> None:
    def schema(opened: Desk) -> list[tuple[object, ...]]:
        tables = opened.database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        return [row[1:] for (name,) in tables for row in opened.database.rows(f'PRAGMA table_info("{name}")')]

    with closing(Desk(first, clock)) as upgraded:
        assert schema(upgraded) == schema(desk)
        posts.plan(upgraded, title="après")
        mutes.mute_beside(upgraded, "silence", "x")


def test_one_that_takes_no_changes_is_read_and_left_as_it_is(first: Path, clock: Clock) -> None:
    first.chmod(0o400)
    content = first.read_bytes()
    with closing(Desk(first, clock)) as desk:
        assert desk.readonly
        assert "Retenue" in dump_text(desk)
        with pytest.raises(CalendarError):
            posts.plan(desk, title="x")
    assert first.read_bytes() == content


def test_a_script_that_fails_leaves_the_file_as_it_was(
    first: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = upgrade._statements

    def broken(script: str) -> list[str]:
        return [*list(whole(script))[:-1], "INSERT INTO nowhere VALUES (1)"]

    with monkeypatch.context() as broken_upgrade:
        broken_upgrade.setattr(upgrade, "_statements", broken)
        with pytest.raises(CalendarError):
            Desk(first, clock)
    assert version(first) == 1
    with closing(Desk(first, clock)) as desk:
        assert len(desk.calendar().mutes) == 1


def test_busy_calendars_are_read_anew_with_or_without_their_titles(first: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(first)) as connection:
        for name in ("0002_what_was_learnt.sql", "0003_calendars_elsewhere.sql"):
            connection.executescript(resources.files("planner.store").joinpath("migrations", name).read_text("utf-8"))
        connection.execute("PRAGMA user_version = 3")
        marks = ("12 34 Europe/Paris 2026-11 titles", "12 34 Europe/Paris 2026-11")
        connection.executemany("INSERT INTO busy (place, name, mark) VALUES (?, 'x', ?)", enumerate(marks))
        connection.commit()
    with closing(Desk(first, clock)) as desk:
        found = busy_calendars(desk.database)
        assert [(calendar.titles, calendar.zones) for calendar in found] == [(True, ""), (False, "")]
        assert not any("2026-11" in calendar.mark for calendar in found)


def test_a_review_that_undo_brings_back_is_known_by_what_it_was_known_by(first: Path, clock: Clock) -> None:
    row = {"id": 9, "day": "2026-12-01", "question": "Et ?", "decision": "", "note": "", "held": None}
    change = {"record": "review", "id": 9, "before": row, "after": None}
    with closing(sqlite3.connect(first)) as connection:
        connection.execute(
            "INSERT INTO journal (revision, at, verb, quoted, changes) VALUES (2, ?, 'remove', '{}', ?)",
            ("2026-11-23 08:01:00", json.dumps([change])),
        )
        connection.execute("UPDATE revision SET number = 2")
        connection.commit()
    with closing(Desk(first, clock)) as desk:
        assert undo.undo(desk)
        assert {review.uid for review in desk.calendar().reviews} == {"review-4-b", "review-9-b"}


def test_a_review_that_was_changed_before_has_not_vanished(first: Path, clock: Clock) -> None:
    after = {"id": 4, "day": "2026-12-31", "question": "Alors ?", "decision": "", "note": "", "held": None}
    change = {"record": "review", "id": 4, "before": {**after, "day": "2026-12-30"}, "after": after}
    with closing(sqlite3.connect(first)) as connection:
        connection.execute(
            "INSERT INTO journal (revision, at, verb, quoted, changes) VALUES (2, ?, 'move', '{}', ?)",
            ("2026-11-23 08:01:00", json.dumps([change])),
        )
        connection.commit()
    with closing(Desk(first, clock)) as desk:
        assert vanished(desk, desk.calendar()).reviews == []

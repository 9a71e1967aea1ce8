"""Places kept up to date, as a person names them: files and folders, several at once, one that refuses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planner.desk import posts, publish
from planner.desk.bundle import Labels
from planner.errors import InputError, PlannerError
from tests.desk.publishing import ASKING, kept, published, seen

if TYPE_CHECKING:
    from planner.desk.desk import Desk


def test_a_folder_means_a_file_of_the_calendars_name(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert publish.outlet_file(filled, Path()) == tmp_path / "filled.ics"
    assert publish.outlet_file(filled, Path("new.ICS")) == tmp_path / "new.ICS"
    for place, key in (("new.txt", "outlet-unclear"), ("missing", "outlet-missing")):
        with pytest.raises(PlannerError) as refused:
            publish.outlet_file(filled, Path(place))
        assert refused.value.key == key


def test_a_place_that_refuses_at_once_is_not_remembered(filled: Desk, tmp_path: Path) -> None:
    (tmp_path / "theirs.ics").write_text("theirs")
    done = publish.publish_to(filled, tmp_path / "theirs.ics", {}, ASKING)
    assert isinstance(done.error, InputError)
    assert done.error.key == "not-ours"
    assert publish.kept(filled) == []
    forced = publish.publish_to(filled, tmp_path / "theirs.ics", {}, ASKING._replace(force=True))
    assert (forced.error, forced.changed) == (None, 5)


def test_a_known_place_that_refuses_is_remembered(filled: Desk, tmp_path: Path) -> None:
    file = kept(filled, tmp_path / "a.ics")
    file.write_text("theirs")
    assert publish.publish_to(filled, file, {}, ASKING).error is not None
    assert [outlet.place for outlet, _ in publish.kept(filled)] == [str(file)]


def test_one_place_that_refuses_does_not_keep_the_others_waiting(filled: Desk, tmp_path: Path) -> None:
    first, second = (kept(filled, tmp_path / name) for name in ("a.ics", "b.ics"))
    first.write_text("theirs")
    posts.write(filled, 1, title="x")
    done = publish.publish(filled, ASKING)
    assert [(one.changed, one.error is None) for one in done] == [(0, False), (1, True)]
    assert seen(second)[0].title == "x"
    assert [current for _, current in publish.kept(filled)] == [False, True]


def test_only_places_of_the_kinds_that_are_asked_for_are_published(filled: Desk, tmp_path: Path) -> None:
    kept(filled, tmp_path / "a.ics")
    assert publish.publish(filled, ASKING, kinds=("caldav",)) == []
    assert len(publish.publish(filled, ASKING, kinds=(publish.FILE,))) == 1


def test_a_place_keeps_its_language(filled: Desk, tmp_path: Path) -> None:
    words = {"en": Labels(), "fr": Labels(slot_kinds={"publish": "Publier", "review": "Bilan"})}
    french = publish.Asking(words)
    publish.publish_to(filled, tmp_path / "a.ics", {"language": "fr"}, french)
    publish.publish_to(filled, tmp_path / "b.ics", {"language": "xx"}, french)
    assert [event.title for event in seen(tmp_path / "a.ics")][2:4] == ["Publier", "Bilan"]
    assert [event.title for event in seen(tmp_path / "b.ics")][2:4] == ["Publish", "Review"]


def test_a_place_is_found_again_however_it_is_named(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept(filled, tmp_path / "filled.ics")
    for name in ("filled.ics", ".", str(tmp_path), str(tmp_path / "filled.ics")):
        assert [outlet.place for outlet in publish.published_at(filled, name)] == [str(tmp_path / "filled.ics")]
    assert publish.published_at(filled, "other.ics") == []
    publish.forget(filled, publish.kept(filled)[0][0])
    assert publish.kept(filled) == []
    assert (tmp_path / "filled.ics").exists()


def test_an_empty_calendar_is_published_too(desk: Desk, tmp_path: Path) -> None:
    file = kept(desk, tmp_path / "a.ics")
    assert seen(file) == []
    assert b"X-WR-CALNAME:Essai\r\n" in file.read_bytes()
    posts.plan(desk, title="x", day="2026-11-24")
    assert published(desk).changed == 1
    assert [event.title for event in seen(file)] == ["x"]


def test_a_file_too_large_for_google_is_told(desk: Desk, tmp_path: Path) -> None:
    file = kept(desk, tmp_path / "a.ics")
    for _ in range(2):
        posts.plan(desk, title="x", day="2026-11-24", body="é" * 7_900)
    with desk.database.writing() as connection:
        connection.execute("UPDATE outlet SET revision = -1, mark = ''")
        connection.executemany(
            "INSERT INTO post (uid, body, status, day, time) VALUES (?, ?, 'draft', '2026-11-24', '09:00:00')",
            [(str(number), "é" * 7_900) for number in range(60)],
        )
    assert [found.key for found in published(desk).remarks] == ["outlet-large"]
    assert file.stat().st_size > 900_000

"""Busy time under the week: read again when its file changes, kept when it cannot be read, no part of the plan."""

from __future__ import annotations

import os
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from planner.desk import busy, busy_zones, posts
from planner.desk.busy import lay_under, met_by, refresh, take_away
from planner.desk.send import dump_text, export_ics, toml_text
from planner.errors import InputError
from tests.exchange.ics.strangers import MEETING, calendar, event
from tests.made import MONDAY

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.model.busy import BusyTime

TUESDAY = date(2026, 11, 24)
NEXT = event("DTSTART;TZID=Europe/Paris:20261125T140000", "DURATION:PT1H", uid="2")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.ics"
    path.write_bytes(calendar(MEETING))
    return path


def hours(desk: Desk) -> list[BusyTime]:
    return busy.busy_times(desk, MONDAY, date(2026, 11, 29))


def changed(file: Path, content: bytes) -> None:
    """Write another content, at another moment."""
    file.write_bytes(content)
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1_000_000_000))


def test_a_calendar_lies_under_the_week_by_its_name_and_without_its_titles(desk: Desk, file: Path) -> None:
    laid = lay_under(desk, file)
    assert (laid.calendar.name, laid.stretches, laid.hidden) == ("clients", 1, 0)
    assert hours(desk) == [("2026-11-24", "10:00", 90, "clients", "")]


def test_titles_are_shown_when_they_are_asked_for_and_stay_so_when_read_again(desk: Desk, file: Path) -> None:
    lay_under(desk, file, "Clients", titles=True)
    changed(file, calendar(MEETING.replace("Dupont", "Durand")))
    assert refresh(desk).changed
    assert [hour.title for hour in hours(desk)] == ["Réunion Durand"]
    lay_under(desk, file)
    assert [(hour.calendar, hour.title) for hour in hours(desk)] == [("Clients", "")]


def test_a_file_is_read_again_only_when_it_changed(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_under(desk, file)
    with monkeypatch.context() as patched:
        patched.setattr(busy, "_read", lambda *_: pytest.fail("read again"))
        assert refresh(desk) == (False, [], [])
    changed(file, calendar(MEETING, NEXT))
    assert refresh(desk) == (True, [], [])
    assert [hour.day for hour in hours(desk)] == ["2026-11-24", "2026-11-25"]


@pytest.mark.parametrize("content", [b"broken", b""])
def test_old_hours_stay_when_a_file_breaks_and_it_is_said_once(desk: Desk, file: Path, content: bytes) -> None:
    lay_under(desk, file)
    before = hours(desk)
    changed(file, content)
    first = refresh(desk)
    assert [error.key for error in first.refused] == ["busy-unreadable"]
    assert not first.changed
    assert refresh(desk) == (False, [], [])
    assert [error.key for error in refresh(desk, again=True).refused] == ["busy-unreadable"]
    assert not busy.could_be_read(busy.busy_calendars(desk)[0])
    assert hours(desk) == before
    changed(file, calendar(NEXT))
    assert refresh(desk) == (True, [], [])
    assert busy.could_be_read(busy.busy_calendars(desk)[0])


def test_old_hours_stay_when_a_file_goes_or_grows_too_large(desk: Desk, file: Path) -> None:
    lay_under(desk, file)
    before = hours(desk)
    with file.open("r+b") as opened:
        opened.truncate(50_000_001)
    (large,) = refresh(desk).refused
    assert (large.key, str(large.values["why"])) == (
        "busy-stays",
        str(InputError("file-too-large", file=str(file), limit=50_000_000)),
    )
    file.unlink()
    (gone,) = refresh(desk).refused
    assert (gone.key, gone.values) == ("busy-file-missing", {"file": str(file), "name": "clients"})
    assert hours(desk) == before


def test_a_file_that_cannot_be_read_is_not_laid_under(desk: Desk, file: Path) -> None:
    file.write_text("no calendar")
    with pytest.raises(InputError, match="busy-unreadable"):
        lay_under(desk, file)
    assert busy.busy_calendars(desk) == []


def test_a_name_stands_for_one_calendar(desk: Desk, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.ics"
    other.write_bytes(calendar(NEXT))
    lay_under(desk, file, "Clients")
    with pytest.raises(InputError, match="value-duplicate"):
        lay_under(desk, other, "clients")
    lay_under(desk, other)
    with pytest.raises(InputError, match="busy-unknown") as refused:
        take_away(desk, "Nobody")
    assert refused.value.values["known"] == ["Clients", "other"]
    assert take_away(desk, "CLIENTS").place == str(file)
    assert [hour.calendar for hour in hours(desk)] == ["other"]
    assert file.exists()


def test_it_is_no_part_of_the_plan(filled: Desk, file: Path, tmp_path: Path) -> None:
    def told() -> tuple[object, ...]:
        (tmp_path / "out.ics").unlink(missing_ok=True)
        sent = export_ics(filled, tmp_path / "out.ics")
        return dump_text(filled), toml_text(filled), sent.path.read_bytes(), filled.focus(MONDAY)

    before = told()
    lay_under(filled, file, titles=True)
    assert told() == before


def test_a_post_meets_the_hours_it_is_moved_into(desk: Desk, file: Path) -> None:
    lay_under(desk, file)
    post = posts.plan(desk, title="Retenue", day=TUESDAY, time=time(9, 59)).id

    def met() -> list[str]:
        card = desk.card(post)
        assert card is not None
        return [hour.calendar for hour in met_by(desk, card)]

    assert met() == []
    for at, expected in ((time(10), ["clients"]), (time(11, 29), ["clients"]), (time(11, 30), [])):
        posts.move(desk, post, TUESDAY, at)
        assert met() == expected
    posts.write(desk, post, time=time(5), zone="America/Toronto")
    assert met() == ["clients"]


def test_a_calendar_that_takes_no_changes_is_left_alone(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_under(desk, file)
    changed(file, calendar(NEXT))
    monkeypatch.setattr(desk.database, "readonly", True)
    assert refresh(desk) == (False, [], [])


OWN = event("DTSTART;TZID=Customized Time Zone:20261124T100000", "DURATION:PT1H", uid="3")
FLOATING = event("DTSTART:20261126T080000", "DURATION:PT1H", uid="4")


def test_events_of_an_unknown_zone_are_left_out_until_it_is_said_and_what_was_said_is_remembered(
    desk: Desk, file: Path
) -> None:
    file.write_bytes(calendar(MEETING, OWN))
    laid = lay_under(desk, file, "Clients", titles=True)
    assert busy.about_zones(desk, laid.calendar) == ("Clients", str(file), True, {"Customized Time Zone": 1}, "")
    assert [hour.time for hour in hours(desk)] == ["10:00"]
    said = lay_under(desk, file, zone=["Customized Time Zone=America/Toronto"])
    assert not busy.about_zones(desk, said.calendar).unknown
    assert [hour.time for hour in hours(desk)] == ["10:00", "16:00"]
    changed(file, calendar(OWN.replace("100000", "110000")))
    assert refresh(desk) == (True, [], [])
    assert [hour.time for hour in hours(desk)] == ["17:00"]
    lay_under(desk, file)
    assert [hour.time for hour in hours(desk)] == ["17:00"]
    changed(file, calendar(MEETING))
    assert refresh(desk) == (True, [], [])


def test_what_a_changed_file_leaves_out_is_told_once(desk: Desk, file: Path) -> None:
    lay_under(desk, file, "Clients")
    changed(file, calendar(MEETING, OWN, FLOATING))
    (told,) = refresh(desk).told
    assert told == ("Clients", str(file), False, {"Customized Time Zone": 1}, "Europe/Paris")
    changed(file, calendar(MEETING, OWN, FLOATING, NEXT))
    assert refresh(desk) == (True, [], [])


def test_a_zone_that_the_file_has_not_is_not_taken(desk: Desk, file: Path) -> None:
    file.write_bytes(calendar(OWN))
    with pytest.raises(InputError, match="zone-not-asked") as refused:
        lay_under(desk, file, zone=["Custom=America/Toronto"])
    assert refused.value.values["known"] == ["Customized Time Zone"]
    with pytest.raises(InputError, match="zone-unknown"):
        lay_under(desk, file, zone=["Customized Time Zone=America/Torronto"])
    assert busy.busy_calendars(desk) == []


def test_times_without_a_zone_are_the_calendars_own_or_as_it_is_said(desk: Desk, file: Path) -> None:
    file.write_bytes(calendar(FLOATING))
    laid = lay_under(desk, file)
    assert busy.about_zones(desk, laid.calendar).floating == "Europe/Paris"
    assert [hour.time for hour in hours(desk)] == ["08:00"]
    laid = lay_under(desk, file, zone="America/Toronto")
    assert busy.about_zones(desk, laid.calendar).floating == "America/Toronto"
    assert [hour.time for hour in hours(desk)] == ["14:00"]


@pytest.mark.parametrize("text", ["", "x", "[]", "7", '{"a": 1}', '["", [], [], 0]', '["", {}, {"a": "b"}, 0]', "null"])
def test_what_is_kept_of_zones_may_be_anything(text: str) -> None:
    assert busy_zones.zones_kept(text) == busy_zones.BusyZones()


def test_what_is_kept_of_zones_comes_back() -> None:
    zones = busy_zones.BusyZones("Europe/Paris", {"é": "UTC"}, {"“x”": 3}, 2)
    assert busy_zones.zones_kept(busy_zones.zones_text(zones)) == zones
    assert busy_zones.zones_text(busy_zones.BusyZones()) == ""

"""`planner import FILE.ics`: shown line by line, agreed to or not, in either language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, posts
from planner.desk.desk import open_desk
from tests.made import MONDAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

GOOD = "BEGIN:VEVENT\nUID:{0}\nSUMMARY:Event {0}\nDTSTART:20261124T090000Z\nEND:VEVENT\n"
FLOATING = "BEGIN:VEVENT\nUID:f\nSUMMARY:Float\x1b[2J\nDTSTART:20261124T090000\nEND:VEVENT\n"


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.ics"
    path.write_text("BEGIN:VCALENDAR\n" + GOOD.format(1) + FLOATING + "BEGIN:VTODO\nSUMMARY:Do\nEND:VTODO\n")
    return path


def dumped(run: Run) -> str:
    return run("dump", "--json").out


@pytest.mark.usefixtures("calendar")
def test_every_event_is_a_line_and_nothing_is_written_unseen(run: Run, theirs: Path) -> None:
    before = dumped(run)
    answer = run("import", str(theirs))
    assert answer.code == 2
    assert answer.out.splitlines() == ["+ 1  Event 1 · draft · Tue 24 Nov 10:00", f"{theirs}: 1 to add · 2 refused"]
    assert answer.err.splitlines()[:5] == [
        "× 2  Float␛[2J",
        "   Its time says no zone.",
        "× 3  Do",
        "   This is no event (VTODO); only events are taken in.",
        "Some times say no zone that is known. Say which is meant and import again: --zone Europe/Paris",
    ]
    assert answer.err.splitlines()[-1].startswith("Nobody is there to agree")
    assert dumped(run) == before


@pytest.mark.usefixtures("calendar")
def test_yes_writes_all_of_it_as_one_step(run: Run, theirs: Path) -> None:
    before = dumped(run)
    answer = run("import", str(theirs), "--yes", "--zone", "Europe/Paris")
    assert (answer.code, answer.out.splitlines()[-1]) == (0, f"Taken in from {theirs}: 2 · revision 1")
    assert answer.err.endswith("Left out: 1.\n")
    assert {post["title"] for post in json.loads(dumped(run))["post"]} == {"Event 1", "Float␛[2J"}
    again = run("import", str(theirs), "--yes", "--zone", "Europe/Paris")
    assert (again.code, again.out.splitlines()[-1]) == (0, "Nothing was changed.")
    assert run("undo").out == f"Undone: events imported from “{theirs.name}” · revision 2\n"
    assert dumped(run) == before


@pytest.mark.usefixtures("calendar")
@pytest.mark.parametrize(
    ("answered", "written"), [(b"\ny\n", True), (b"\noui\n", True), (b"\n\n", False), (b"", False)]
)
def test_a_person_is_asked(
    run: Run, theirs: Path, monkeypatch: pytest.MonkeyPatch, answered: bytes, written: bool
) -> None:
    monkeypatch.setattr("planner.cli.screen.terminal", lambda: True)
    answer = run("import", str(theirs), typed=answered)
    assert answer.code == 0
    assert ("Taken in" in answer.out) == written
    assert bool(json.loads(dumped(run))["post"]) == written


@pytest.mark.usefixtures("calendar")
def test_a_person_at_a_terminal_says_the_zone_there(run: Run, theirs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.cli.screen.terminal", lambda: True)
    answer = run("import", str(theirs), typed=b"Paris\nAsia/Tokyo\ny\n")
    assert answer.code == 0
    assert "There is no time zone “Paris”." in answer.err
    assert answer.out.count("Which zone is meant where none is known, for instance Europe/Paris?") == 2
    assert "+ 2  Float␛[2J · draft · Tue 24 Nov 1:00" in answer.out
    assert "Say which is meant and import again" not in answer.err
    assert {post["time"] for post in json.loads(dumped(run))["post"]} == {"10:00:00", "01:00:00"}


@pytest.mark.usefixtures("calendar")
def test_it_is_said_in_french_too(run: Run, theirs: Path) -> None:
    answer = run("import", str(theirs), "--yes", "--lang", "fr")
    assert f"{theirs}\u00a0: 1 à ajouter · 2 refus" in answer.out
    assert answer.out.endswith("\u00a0: 1 · révision 1\n")
    assert answer.err.endswith("Laissé de côté\u00a0: 2.\n")


@pytest.mark.usefixtures("calendar")
def test_single_events_become_slots_when_asked(run: Run, theirs: Path) -> None:
    assert run("import", str(theirs), "--yes", "--as", "slot").code == 0
    assert [slot["title"] for slot in json.loads(dumped(run))["slot"]] == ["Event 1"]
    assert run("import", str(theirs), "--as", "note").code == 2


@pytest.mark.usefixtures("calendar")
def test_a_file_of_which_nothing_can_be_taken_in_is_bad_input(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text(FLOATING)
    assert run("import", str(path), "--yes").code == 3
    path.write_text("<html>")
    answer = run("import", str(path), "--yes")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(f"{path} is no calendar file (.ics).")
    assert run("import", str(tmp_path / "none.ics")).code == 3
    assert run("import", str(path), "--zone", "Paris").code == 3


def test_a_calendar_of_ours_comes_back_with_what_it_names(run: Run, calendar: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "ours.ics", ("--calendar", str(tmp_path / "other.planner"))
    with open_desk(calendar) as desk:
        network = brief.add_network(desk, name="LinkedIn", key="linkedin").id
        posts.plan(desk, title="Trois retenues", day=MONDAY, network_id=network)
    assert run("export", "ics", "-o", str(file)).code == 0
    run("new", "Elsewhere", *other)
    told = run("import", str(file), *other)
    assert "Its network “LinkedIn” is not here, so it is taken in without one." in told.err
    assert "--new-networks adds the networks that are not here." in told.err
    answer = run("import", str(file), *other, "--new-networks", "--new-needs", "--yes")
    assert (answer.code, answer.err) == (0, "Networks that would be added: “LinkedIn”.\n")
    assert "= 1  Prepare: Trois retenues\n   It is not taken in: planner makes it itself" in answer.out
    assert run("import", str(file), *other).out.splitlines()[-1] == "Nothing was changed."


@pytest.mark.usefixtures("calendar")
def test_each_row_says_what_it_becomes_and_when(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "theirs.ics"
    when = "DTSTART;TZID=Europe/Paris:20261201T090000\nRRULE:FREQ=WEEKLY"
    weekly = f"BEGIN:VEVENT\nUID:w\nSUMMARY:Weekly\n{when}\nEND:VEVENT\n"
    file.write_text("BEGIN:VCALENDAR\n" + GOOD.format(1) + weekly + "END:VCALENDAR\n")
    english, french = run("import", str(file)).out, run("import", str(file), "--lang", "fr").out
    assert "+ 1  Event 1 · draft · Tue 24 Nov 10:00\n" in english
    assert "+ 2  Weekly · slot: preparation · Tue 1 Dec 9:00, every week\n" in english
    assert "+ 1  Event 1 · brouillon · mar. 24 nov. 10:00\n" in french
    assert "+ 2  Weekly · rendez-vous\u00a0: préparation · mar. 1er déc. 9:00, chaque semaine\n" in french
    run("import", str(file), "--yes")
    file.write_text(file.read_text().replace("UID:w\n", "UID:w\nSTATUS:CANCELLED\nSEQUENCE:2\n"))
    assert "= 1  Event 1\n~ 2  Weekly · it is taken away\n" in run("import", str(file)).out


@pytest.mark.usefixtures("calendar")
def test_what_is_not_kept_of_an_event_is_told_once_in_a_long_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "theirs.ics"
    one = GOOD.replace("END:", "LOCATION:Lyon {0}\nDESCRIPTION:<b>Un</b><br>deux\nEND:")
    file.write_text("BEGIN:VCALENDAR\n" + one.format(1) + "END:VCALENDAR\n")
    told = run("import", str(file)).out
    assert "   Its place is not kept: Lyon 1.\n   Its text was HTML" in told
    file.write_text("BEGIN:VCALENDAR\n" + "".join(map(one.format, range(150))) + "END:VCALENDAR\n")
    answer = run("import", str(file), "--yes")
    assert "Lyon" not in answer.out + answer.err
    assert "Places of events are not kept: 150 have one." in answer.err
    assert {post["body"] for post in json.loads(dumped(run))["post"]} == {"Un\ndeux"}


@pytest.mark.usefixtures("calendar")
def test_what_an_event_changes_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "theirs.ics"
    file.write_text("BEGIN:VCALENDAR\n" + GOOD.format(1) + "END:VCALENDAR\n")
    run("import", str(file), "--yes")
    file.write_text(file.read_text().replace("Event 1", "Other").replace("T0900", "T1000"))
    assert "~ 1  Other · draft · Tue 24 Nov 11:00\n   changes: title, hour\n" in run("import", str(file)).out
    assert "   change\u00a0: titre, heure\n" in run("import", str(file), "--lang", "fr").out

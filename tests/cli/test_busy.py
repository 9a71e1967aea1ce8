"""`planner busy`, and what `planner week` tells of it."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.exchange.ics.strangers import MEETING, calendar, event

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def file(tmp_path: Path, calendar: Path) -> Path:
    path = tmp_path / "clients.ics"
    path.write_bytes(FILE)
    return path


FILE = calendar(MEETING, event("DTSTART;VALUE=DATE:20261127", uid="2"), event("DTSTART:no", uid="3"))


def test_it_is_laid_under_listed_and_taken_away(run: Run, file: Path) -> None:
    assert run("busy").out.startswith("No other calendar lies under the week.")
    added = run("busy", "add", str(file), "--name", "Clients")
    assert added.code == 0
    assert added.out.startswith("“Clients” lies under the week: 2 stretches of time.")
    assert added.err == "1 event could not be understood and is left out.\n"
    assert run("busy").out == f"Clients: {file}\n"
    assert run("busy", "remove", "clients").code == 0
    assert "pris" not in run("week", "--lang", "fr").out
    assert file.read_bytes() == FILE


def test_the_week_tells_it_in_order_of_time(run: Run, file: Path) -> None:
    run("busy", "add", str(file), "--name", "Clients")
    run("add", "--day", "2026-11-24", "Retenue")
    lines = [line for line in run("week", "--lang", "fr").out.splitlines() if "nov.," in line]
    assert lines == [
        "mar. 24 nov., 9:00, brouillon\u00a0: Retenue",
        "mar. 24 nov., 10:00–11:30, pris\u00a0: Clients",
        "ven. 27 nov., toute la journée, pris\u00a0: Clients",
    ]
    assert "pris" not in run("month", "--lang", "fr").out
    assert json.loads(run("week", "--json").out)["busy"][0] == {
        "calendar": "Clients", "day": "2026-11-24", "minutes": 90, "time": "10:00", "title": "",
    }  # fmt: skip


def test_titles_are_told_only_when_they_were_asked_for(run: Run, file: Path) -> None:
    run("busy", "add", str(file))
    assert "Dupont" not in run("week").out
    run("busy", "add", str(file), "--titles")
    assert "busy: Réunion Dupont (clients)" in run("week").out
    assert run("busy").out == f"clients: {file}, with its titles\n"


def test_a_file_that_broke_is_told_and_its_hours_stay(run: Run, file: Path) -> None:
    run("busy", "add", str(file))
    file.write_text("broken, and longer than it was")
    first, second = run("week"), run("week")
    assert "cannot be read as a calendar file" in first.err
    assert second.err == ""
    assert "10:00–11:30, busy: clients" in second.out
    assert run("busy").out == f"clients: {file}, as it was last read\n"


def test_an_empty_week_says_how_to_begin_though_it_is_busy(run: Run, file: Path) -> None:
    run("busy", "add", str(file))
    out = run("week").out
    assert "busy: clients" in out
    assert "Nothing stands here yet." in out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add",), 2),
        (("remove",), 2),
        (("move", "x"), 2),
        (("add", "nowhere.ics"), 3),
        (("remove", "nobody"), 3),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, calendar: Path, arguments: tuple[str, ...], code: int) -> None:
    answer = run("busy", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err


OWN = [event("DTSTART;TZID=My Zone:20261124T140000", "DURATION:PT1H", uid=uid) for uid in "45"]
FLOATING = event("DTSTART:20261126T080000", "DURATION:PT1H", uid="6")


def test_events_of_an_unknown_zone_are_told_with_the_command_that_says_it(run: Run, file: Path) -> None:
    file.write_bytes(calendar(MEETING, *OWN))
    added = run("busy", "add", str(file), "--titles")
    assert added.out.startswith("“clients” lies under the week: 1 stretch of time.")
    command = f"planner busy add {file} --titles --zone 'My Zone=Europe/Paris'"
    told = f"“clients”: 2 events left out, for nobody knows their zone “My Zone”. Say which is meant: {command}\n"
    assert added.err == told
    assert run("busy").out.endswith(told)
    assert run("week").err == ""
    said = run(*shlex.split(command.replace("Europe/Paris", "America/Toronto"))[1:])
    assert (said.code, said.err) == (0, "")
    assert "20:00–21:00" in run("week").out
    assert run("busy").out == f"clients: {file}, with its titles\n"


def test_what_a_changed_file_leaves_out_is_told_by_the_week_once_in_french_too(run: Run, file: Path) -> None:
    run("busy", "add", str(file))
    file.write_bytes(calendar(MEETING, *OWN, FLOATING))
    first, second = run("week", "--lang", "fr").err, run("week", "--lang", "fr").err
    assert first.startswith(
        "« clients » : 2 événements laissés de côté, car personne ne connaît leur fuseau « My Zone »."
        .replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" :", "\u00a0:")
    )  # fmt: skip
    assert "les heures sans fuseau sont lues comme Europe/Paris." in first
    assert second == ""


def test_times_without_a_zone_are_told(run: Run, file: Path) -> None:
    file.write_bytes(calendar(FLOATING))
    told = "“clients”: times without a zone are read as Europe/Paris.\n"
    assert run("busy", "add", str(file)).err == told
    assert run("busy").out == f"clients: {file}\n{told}"
    assert "8:00–9:00" in run("week").out


def test_a_file_that_is_gone_is_named_and_its_hours_stay(run: Run, file: Path) -> None:
    run("busy", "add", str(file), "--name", "Clients")
    file.unlink()
    answer = run("week")
    assert answer.err == (
        f"The file of “Clients” is gone: {file}. Its hours stay as they were. "
        "Put it back, or take its hours away with `planner busy remove`.\n"
    )
    assert "10:00–11:30, busy: Clients" in answer.out
    assert run("week").err == ""


def test_a_file_that_cannot_be_opened_is_named_and_its_hours_stay(run: Run, file: Path) -> None:
    run("busy", "add", str(file), "--name", "Clients")
    file.unlink()
    file.mkdir()
    assert run("week").err == (
        f"{file} cannot be opened. Nothing was changed. Check that it is a file and that you may read it. "
        "The hours of “Clients” stay as they were.\n"
    )


@pytest.mark.parametrize("zone", ["Mars/Olympus", "Other=Europe/Paris", "My Zone=Mars/Olympus"])
def test_a_zone_that_is_none_is_refused_and_nothing_is_laid_under(run: Run, file: Path, zone: str) -> None:
    file.write_bytes(calendar(*OWN))
    answer = run("busy", "add", str(file), "--zone", zone)
    assert (answer.code, answer.out) == (3, "")
    assert run("busy").out.startswith("No other calendar")

"""Making, opening and listing calendars."""

import json
from pathlib import Path

import pytest
import tzlocal

from planner import settings
from planner.desk.desk import open_desk
from tests.cli.conftest import Run


def test_a_calendar_is_made_by_its_title(run: Run, home: Path) -> None:
    answer = run("new", "Bâtiment: Rhône / Isère", "--lang", "fr")
    path = home / "calendars" / "bâtiment-rhône-isère.planner"
    assert answer.code == 0
    assert str(path) in answer.out
    assert "révision 0" in answer.out
    assert path.stat().st_mode & 0o777 == 0o600
    assert settings.load().last == str(path)
    with open_desk(path) as desk:
        assert desk.language() == "fr"
        assert desk.focus(desk.today()).title == "Bâtiment: Rhône / Isère"


def test_two_calendars_of_one_title_are_two_files(run: Run, home: Path) -> None:
    run("new", "Same")
    run("new", "Same")
    assert sorted(path.name for path in (home / "calendars").iterdir()) == ["same-2.planner", "same.planner"]


def test_what_stands_is_never_made_over(run: Run, calendar: Path) -> None:
    before = calendar.read_bytes()
    answer = run("new", "Other", "--calendar", str(calendar))
    assert answer.code == 4
    assert calendar.read_bytes() == before


@pytest.mark.parametrize(
    ("machine", "zone"),
    [
        ("Europe/London", "Europe/London"),
        (":America/Montreal", "America/Montreal"),
        ("UTC", "Europe/Paris"),
        ("Etc/UTC", "Europe/Paris"),
    ],
)
def test_the_zone_is_this_machines(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: str, zone: str
) -> None:
    monkeypatch.setenv("TZ", machine)
    tzlocal.reload_localzone()
    path = tmp_path / "here.planner"
    run("new", "--calendar", str(path))
    with open_desk(path) as desk:
        assert desk.focus(desk.today()).zone == zone


def test_an_unknown_zone_makes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "here.planner"
    answer = run("new", "x", "--zone", "Mars/Base", "--calendar", str(path))
    assert answer.code == 3
    assert not path.exists()


def test_opening_without_a_terminal_remembers(run: Run, calendar: Path) -> None:
    run("new", "Other")
    answer = run("open", str(calendar))
    assert answer == (0, "“Building trade” is now the calendar that planner opens.\n", "")
    assert settings.load().last == str(calendar)


def test_opening_what_is_not_there_remembers_nothing(run: Run, calendar: Path, tmp_path: Path) -> None:
    assert run("open", str(tmp_path / "none.planner")).code == 4
    assert settings.load().last == str(calendar)
    assert not (tmp_path / "none.planner").exists()


def test_the_list_names_each_calendar(run: Run, calendar: Path, home: Path) -> None:
    assert run("list").out == f"Building trade: no audience yet; 0 posts; {calendar}\n"
    run("new", "Second", "--lang", "fr")
    run("add", "une idée")
    (home / "calendars" / "empty.planner").write_bytes(b"")
    run("open", str(calendar))
    lines = run("list", "--lang", "fr").out.splitlines()
    assert len(lines) == 3
    assert "0 octet" in lines[0]
    assert "Second\u00a0: pas encore de cible\u00a0; 1 publication" in lines[1]
    listed = json.loads(run("list", "--json").out)
    assert [row["posts"] for row in listed] == [0, 1, 0]
    assert listed[0]["problem"]


def test_an_empty_list_says_how_to_begin(run: Run) -> None:
    answer = run("list")
    assert answer.code == 0
    assert "planner new" in answer.out
    assert json.loads(run("list", "--json").out) == []

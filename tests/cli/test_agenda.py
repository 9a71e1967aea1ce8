"""The week and the month as lines that can be read aloud."""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.desk import brief, listening, posts
from planner.desk.check import recheck
from planner.desk.desk import open_desk
from tests.cli.conftest import Run


@pytest.fixture
def planned(calendar: Path) -> Path:
    """A brief, two networks, a slot, two posts and an idea."""
    with open_desk(calendar) as desk:
        brief.write_brief(
            desk, audience="Patrons de PME du bâtiment", objective="8 demandes", indicator="requests",
            target_figure=8.0, due=date(2027, 3, 31), hours_per_week=4.0,
        )  # fmt: skip
        listening.note(desk, "result", day=date(2026, 11, 1), indicator="requests", figure=3.0)
        network = brief.add_network(desk, name="LinkedIn", key="linkedin").id
        brief.add_network(desk, name="Lettre", kind="owned")
        posts.plan(desk, title="Trois retenues", day=date(2026, 11, 26), network_id=network, body="x")
        posts.plan(desk, title="La suite", day=date(2026, 12, 3), time="14:30", network_id=network)
        posts.plan(desk, title="Le décompte")
        brief.add_slot(desk, kind="publish", day=date(2026, 11, 27), time="16:00", minutes=30)
        brief.add_slot(desk, kind="watch", day=date(2026, 11, 23), time="09:00", minutes=20)
    return calendar


def test_the_focus_comes_first(run: Run, planned: Path) -> None:
    assert run("week", "--lang", "fr").out.splitlines()[:5] == [
        "Semaine 48   23 – 29 novembre",
        "Pour\u00a0: Patrons de PME du bâtiment",
        "Objectif\u00a0: 8 demandes\u00a0; 3 sur 8, pour le mercredi 31 mars 2027",
        "Réseaux\u00a0: 1 sur 1\u00a0: LinkedIn\u00a0; à vous\u00a0: Lettre",
        "Temps\u00a0: 1\u00a0h\u00a045 sur 4\u00a0h",
    ]


def test_a_line_a_post(run: Run, planned: Path) -> None:
    lines = run("week").out.splitlines()
    assert lines[6:] == [
        "Mon 23 Nov, 9:00, watch, 20\u00a0min",
        "Thu 26 Nov, 9:00, draft, LinkedIn: Trois retenues",
        "Fri 27 Nov, 16:00, free, 30\u00a0min",
        "",
        "1 idea: Le décompte",
    ]


def test_findings_are_named_on_their_post(run: Run, planned: Path) -> None:
    with open_desk(planned) as desk:
        posts.write(desk, 1, body="mot " * 1_000)
        recheck(desk)
        found = {finding.check for finding in desk.findings_of(1)}
    assert "too-long" in found
    line = next(line for line in run("week", "--lang", "fr").out.splitlines() if "Trois retenues" in line)
    assert line.endswith(")")
    assert "Trop long" in line
    assert "Found: 1 error" in run("week").out


@pytest.mark.parametrize("day", ["+7", "thu 3", "2026-12-03", "3 December"])
def test_another_week(run: Run, planned: Path, day: str) -> None:
    answer = run("week", day)
    assert answer.code == (3 if day == "thu 3" else 0)
    assert ("La suite" in answer.out) == (answer.code == 0)


@pytest.mark.parametrize(("language", "told"), [("fr", "Rien n’est encore prévu."), ("en", "Nothing stands here yet.")])
def test_an_empty_week_says_how_to_begin(run: Run, calendar: Path, language: str, told: str) -> None:
    for command in ("week", "month"):
        out = run(command, "--lang", language).out
        assert out.count(told) == 1
        assert "planner add" in out


def test_a_month_holds_its_own_days_only(run: Run, planned: Path) -> None:
    november = run("month").out
    assert november.startswith("November 2026\n")
    assert "Week 48   23 – 29 November\n" in november
    assert "La suite" not in november
    assert "Week 45" not in november
    assert "Thu 3 Dec, 14:30, draft, LinkedIn: La suite" in run("month", "2026-12").out


def test_json_is_the_same_in_both_languages(run: Run, planned: Path) -> None:
    week = json.loads(run("week", "--json").out)
    assert week == json.loads(run("week", "--json", "--lang", "fr").out)
    assert (week["first"], week["last"]) == ("2026-11-23", "2026-11-29")
    assert [post["title"] for post in week["posts"]] == ["Trois retenues"]
    assert week["focus"]["audience"] == "Patrons de PME du bâtiment"
    assert [slot["kind"] for slot in week["slots"]] == ["watch", "publish"]
    assert len(json.loads(run("month", "--json", "2026-12").out)["posts"]) == 1


def test_reading_leaves_no_trace_in_the_journal(run: Run, planned: Path) -> None:
    before = run("dump", "--json").out
    for command in (("week",), ("month",), ("list",)):
        run(*command)
    assert run("dump", "--json").out == before


@pytest.fixture
def elsewhere(calendar: Path) -> Path:
    """Two posts at 10:00, here and in Toronto, one in between, and a slot of another zone."""
    with open_desk(calendar) as desk:
        day = date(2026, 11, 26)
        posts.plan(desk, title="Là-bas", day=day, time="10:00", zone="America/Toronto")
        posts.plan(desk, title="Ici", day=day, time="10:00", zone="Europe/Paris")
        posts.plan(desk, title="Après", day=day, time="14:00")
        posts.plan(desk, title="La nuit", day=day, time="22:00", zone="America/Toronto")
        brief.add_slot(desk, kind="watch", day=date(2026, 11, 27), time="09:00", zone="Europe/London", minutes=20)
    return calendar


@pytest.mark.parametrize("command", [("week",), ("month", "2026-11")])
def test_an_hour_of_another_zone_is_told_with_its_place_and_what_it_is_here(
    run: Run, elsewhere: Path, command: tuple[str, ...]
) -> None:
    lines = [line for line in run(*command, "--lang", "fr").out.splitlines() if "nov.," in line]
    assert lines == [
        "jeu. 26 nov., 10:00, brouillon\u00a0: Ici",
        "jeu. 26 nov., 14:00, brouillon\u00a0: Après",
        "jeu. 26 nov., 10:00 Toronto (16:00), brouillon\u00a0: Là-bas",
        "jeu. 26 nov., 22:00 Toronto (ven. 4:00), brouillon\u00a0: La nuit",
        "ven. 27 nov., 9:00 London (10:00), veille, 20\u00a0min",
    ]


def test_another_program_is_told_both_hours(run: Run, elsewhere: Path) -> None:
    told = json.loads(run("week", "--json").out)
    assert [(post["time"], post["zone"], post["here"]) for post in told["posts"]] == [
        ("10:00", "Europe/Paris", ""), ("14:00", "", ""), ("10:00", "America/Toronto", "2026-11-26T16:00"),
        ("22:00", "America/Toronto", "2026-11-27T04:00"),
    ]  # fmt: skip
    (slot,) = told["slots"]
    assert (slot["zone"], slot["here"]) == ("Europe/London", "2026-11-27T10:00")

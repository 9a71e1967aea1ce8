"""`planner doctor`: everything that was learnt is shown, and each thing can be forgotten and brought back."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import learning, mutes, posts
from planner.desk.desk import open_desk
from tests.cli.conftest import TODAY, Run

if TYPE_CHECKING:
    from pathlib import Path

PRECISE = (
    "En mars {number}, Karim m’a envoyé un décompte sans signature. On a écrit une lettre de neuf lignes, en "
    "recommandé, le mardi {number}. Le vendredi, les 5 % étaient virés : 2 140 €, pour le devis {number} de Lyon."
)


@pytest.fixture
def learnt(run: Run, tmp_path: Path) -> Path:
    """A calendar of a precise author who muted one check on five posts and welcomed two kinds of readers."""
    path = tmp_path / "fr.planner"
    run("new", "Bâtiment", "--lang", "fr", "--calendar", str(path))
    with open_desk(path, lambda: datetime(2026, 11, 25, 8)) as desk:
        for number in range(1, 11):
            body = PRECISE.format(number=number)
            posts.plan(desk, title=f"Karim {number}", body=body, day=TODAY - timedelta(days=number), status="published")
        for post in range(1, 6):
            mutes.mute(desk, post, "no-next-step", "voulu")
        learning.welcome_reader(desk, "les architectes")
        learning.welcome_reader(desk, "les mairies")
    return path


def told(run: Run, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("doctor", "--json", *arguments).out)
    return found


def test_a_new_calendar_learnt_nothing(run: Run, calendar: Path) -> None:
    assert told(run) == {
        "readers": [], "usual_posts": 0, "stricter": False, "since": None, "off": [], "severities": {},
        "often_muted": [], "changed": [],
    }  # fmt: skip
    assert "too few posts" in run("doctor").out
    assert "trop peu de publications" in run("doctor", "--lang", "fr").out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_everything_that_was_learnt_is_shown_with_its_way_back(run: Run, learnt: Path, language: str) -> None:
    out = run("doctor", "--lang", language).out
    for words in ("les architectes", "les mairies", "10 p", "--forget-reader", "--forget limit", "--forget readers"):
        assert words in out
    assert "`planner doctor --switch-off no-next-step`" in out
    known = told(run)
    assert (known["usual_posts"], known["stricter"]) == (10, True)
    assert known["often_muted"] == [{"check": "no-next-step", "posts": 5}]


def test_the_offer_is_taken_and_no_longer_made(run: Run, learnt: Path) -> None:
    assert "no-next-step" in run("doctor", "--switch-off", "no-next-step").out
    assert "5 posts" not in run("doctor").out
    assert run("check", "--check", "no-next-step", "--min-severity", "suggestion").code == 0


@pytest.mark.parametrize(
    ("arguments", "field", "after"),
    [
        (("--forget", "readers"), "readers", []),
        (("--forget-reader", "les Mairies"), "readers", ["les architectes"]),
        (("--forget", "limit"), "since", TODAY.isoformat()),
        (("--switch-off", "Hors cible", "--lang", "fr"), "off", ["off-target"]),
        (("--switch-off", "honest"), "off", ["honest"]),
        (("--weigh", "generic=suggestion"), "severities", {"generic": "suggestion"}),
        (("--weigh", "Générique=erreur", "--lang", "fr"), "severities", {"generic": "error"}),
        (("--weigh", "ready=warning"), "severities", {"ready": "warning"}),
    ],
)
def test_each_change_is_one_step_with_its_revision(
    run: Run, learnt: Path, arguments: tuple[str, ...], field: str, after: object
) -> None:
    before = told(run)[field]
    answer = run("doctor", *arguments)
    (line,) = answer.out.splitlines()
    said = re.fullmatch(r"Brief 1\u00a0?: .+ · r[ée]vision (\d+)", line)
    assert answer.code == 0
    assert said
    assert told(run)[field] == after != before
    assert run("undo").out.endswith(f"revision {int(said[1]) + 1}\n")
    assert told(run)[field] == before


def test_several_changes_are_several_steps(run: Run, learnt: Path) -> None:
    changed = told(run, "--switch-off", "buzz", "--weigh", "generic=error", "--forget", "readers")["changed"]
    assert [each["verb"] for each in changed] == ["write-brief", "switch-off", "weigh"]
    assert [each["id"] for each in changed] == [1, 1, 1]
    assert len({each["revision"] for each in changed}) == 3
    run("undo")
    known = told(run)
    assert (known["severities"], known["off"], known["readers"]) == ({}, ["buzz"], [])


def test_what_was_changed_is_given_back(run: Run, calendar: Path) -> None:
    run("doctor", "--switch-off", "buzz", "--switch-off", "ready", "--weigh", "generic=error", "--weigh", "buzz=error")
    run("doctor", "--switch-on", "buzz", "--weigh", "generic=")
    assert (told(run)["off"], told(run)["severities"]) == (["ready"], {"buzz": "error"})
    run("doctor", "--forget", "off", "--forget", "severities")
    assert (told(run)["off"], told(run)["severities"]) == ([], {})


def test_nothing_to_change_is_said(run: Run, calendar: Path) -> None:
    for arguments in (("--forget", "readers"), ("--switch-on", "buzz"), ("--weigh", "buzz=")):
        answer = run("doctor", *arguments)
        assert (answer.code, answer.out.startswith("Nothing to change: ")) == (0, True)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "« les notaires » ne figure pas parmi vos autres lecteurs : les architectes, les mairies."),
        ("en", "“les notaires” is not among your further readers: les architectes, les mairies."),
    ],
)
def test_a_reader_nobody_welcomed_is_told_and_nothing_is_changed(
    run: Run, learnt: Path, language: str, told: str
) -> None:
    before = learnt.read_bytes()
    forget = ("--forget-reader", "les mairies", "--forget-reader", "les notaires")
    answer = run("doctor", *forget, "--switch-off", "buzz", "--lang", language)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.replace("\u00a0", " ").startswith(told)
    assert learnt.read_bytes() == before


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_reader_can_be_forgotten_where_there_is_none(run: Run, calendar: Path, language: str) -> None:
    answer = run("doctor", "--forget-reader", "rien", "--lang", language)
    assert answer.code == 3
    assert "rien" in answer.err


def test_a_check_stays_silent_with_its_group(run: Run, calendar: Path) -> None:
    run("doctor", "--switch-off", "honest")
    answer = run("doctor", "--switch-on", "buzz")
    assert answer.out == "Buzz (buzz) stays silent with its group: `planner doctor --switch-on honest`.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--switch-off", "zut"),
        ("--switch-on", "zut"),
        ("--weigh", "zut=error"),
        ("--weigh", "generic=heavy"),
        ("--weigh", "generic"),
        ("--forget", "everything"),
        ("--forget-reader",),
        ("generic",),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_not_understood_changes_nothing(
    run: Run, calendar: Path, arguments: tuple[str, ...], language: str
) -> None:
    before = calendar.read_bytes()
    answer = run("doctor", *arguments, "--lang", language)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert calendar.read_bytes() == before


def test_a_damaged_calendar_is_refused(run: Run, calendar: Path) -> None:
    calendar.write_bytes(b"")
    assert run("doctor").code == 4
    assert calendar.read_bytes() == b""


def test_posts_from_before_do_not_count(run: Run, learnt: Path) -> None:
    run("doctor", "--forget", "limit")
    out = run("doctor").out
    assert "too few posts" in out
    assert "25 November 2026" in out
    assert told(run)["since"] == date(2026, 11, 25).isoformat()

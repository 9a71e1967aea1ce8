"""`planner explain`: all checks, a group, one; and what the calendar at hand makes of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from planner.cli import explain
from planner.desk.catalogue import catalogue
from planner.focus import register

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("asked", "language"),
    [("off-target", "en"), ("OFF-TARGET", "fr"), ("Hors cible", "fr"), ("hors-cible", "fr"), ("Generic", "en")],
)
def test_a_check_explains_itself(run: Run, asked: str, language: str) -> None:
    answer = run("explain", asked, "--lang", language)
    assert answer.code == 0
    assert len([line for line in answer.out.splitlines() if line]) >= 7


@pytest.mark.parametrize(("language", "told"), [("fr", "l’idée 0.9, dans «\u00a0"), ("en", "claim 0.9, from “")])
def test_where_a_check_comes_from_and_stands(run: Run, language: str, told: str) -> None:
    answer = run("explain", "generic", "--lang", language).out
    assert f"{told}{explain.ARTICLES[0]}" in answer
    assert ("Groupe «\u00a0précis\u00a0»" if language == "fr" else "Group “precise”") in answer


def test_every_check_comes_from_one_of_the_articles(run: Run) -> None:
    for name in register.names():
        assert sum(title in run("explain", name).out for title in explain.ARTICLES) == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_all_checks_are_listed_under_their_group(run: Run, language: str) -> None:
    lines = run("explain", "--lang", language).out.splitlines()
    checks = [line.strip().replace("\u00a0", "").partition(":")[0] for line in lines if line.startswith("  ")]
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert sorted(checks) == sorted(register.names())
    assert len(heads) == len(register.groups())
    assert lines[0].startswith("précis (precise)\u00a0: " if language == "fr" else "precise: ")
    assert ("dans la cible (target)" if language == "fr" else "on target (target)") in "\n".join(heads)


@pytest.mark.parametrize(("asked", "language"), [("honest", "fr"), ("honnête", "fr"), ("HONEST", "en")])
def test_a_group_is_listed(run: Run, asked: str, language: str) -> None:
    lines = run("explain", asked, "--lang", language).out.splitlines()
    assert lines[0].startswith("honnête (honest)" if language == "fr" else "honest:")
    assert any(line.startswith("  buzz") for line in lines)
    assert not any("generic" in line for line in lines)


@pytest.mark.parametrize(
    ("asked", "near", "language"),
    [("genric", "generic", "en"), ("of target", "off-target", "fr"), ("Hors sible", "off-target", "fr")],
)
def test_the_nearest_names_are_suggested(run: Run, asked: str, near: str, language: str) -> None:
    answer = run("explain", asked, "--lang", language)
    assert (answer.code, answer.out) == (3, "")
    assert asked in answer.err
    assert near in answer.err


def test_a_check_that_is_like_no_other(run: Run) -> None:
    answer = run("explain", "zzzzzz")
    assert answer.code == 3
    assert "zzzzzz" in answer.err


def test_what_the_calendar_makes_of_a_check(run: Run, calendar: Path) -> None:
    assert "in this calendar" not in run("explain").out
    run("doctor", "--switch-off", "honest", "--weigh", "generic=suggestion")
    assert "Now: switched off in this calendar." in run("explain", "buzz").out
    assert "Now: suggestion in this calendar." in run("explain", "generic").out
    assert "désactivé dans ce calendrier" in run("explain", "buzz", "--lang", "fr").out
    assert run("explain").out.count("switched off in this calendar") == sum(
        known.group == "honest" for known in catalogue()
    )


def test_a_calendar_out_of_reach_keeps_nobody_from_an_explanation(run: Run, calendar: Path) -> None:
    calendar.write_bytes(b"")
    assert run("explain", "generic").code == 0
    assert run("explain", "generic", "--calendar", str(calendar)).code == 4


def test_explained_to_a_program(run: Run, calendar: Path) -> None:
    run("doctor", "--switch-off", "buzz", "--weigh", "precise=error")
    rows = {row["check"]: row for row in json.loads(run("explain", "--json").out)["checks"]}
    assert rows.keys() == set(register.names())
    assert (rows["buzz"]["off"], rows["generic"]["off"]) == (True, False)
    assert (rows["generic"]["severity"], rows["generic"]["here"]) == ("warning", "error")
    texts = ("name", "group_name", "what", "why", "example", "instead", "article")
    assert all(row[part] for row in rows.values() for part in texts)
    (one,) = json.loads(run("explain", "generic", "--json", "--lang", "fr").out)["checks"]
    assert (one["name"], one["scope"], one["group"]) == ("Générique", "post", "precise")
    honest = json.loads(run("explain", "honest", "--json").out)["checks"]
    assert {row["group"] for row in honest} == {"honest"}

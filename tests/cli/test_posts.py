"""Adding, undoing and doing again, each in a line."""

import json
from pathlib import Path
from typing import Any

import pytest

from planner.desk import brief
from planner.desk.desk import open_desk
from tests.cli.conftest import Run

NASTY = [
    "[/promo] -20 %",
    "[#hash]",
    "[@click=app.quit]x[/]",
    "{title}",
    "%s",
    "<b>x</b>",
    "=1+1",
    "🧑‍🧑‍🧒",
    "{0!r}",
]


def posts(run: Run) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(run("dump", "--json").out)["post"]
    return listed


def with_networks(calendar: Path, *names: str) -> None:
    with open_desk(calendar) as desk:
        for name in names:
            brief.add_network(desk, name=name)


def test_an_idea_in_one_line(run: Run, calendar: Path) -> None:
    answer = run("add", "The", "final", "account")
    assert answer == (0, "Idea 1 noted: “The final account” · revision 1\n", "")


def test_the_first_line_is_the_title_and_the_rest_the_text(run: Run, calendar: Path) -> None:
    run("add", "-", typed="\n  Trois retenues\n\nEn mars, Karim…\n".encode())
    assert [(post["title"], post["body"]) for post in posts(run)] == [("Trois retenues", "En mars, Karim…")]


@pytest.mark.parametrize("typed", ["Été\nde la trésorerie".encode("latin-1"), b"Title\n\xff\n"])
def test_what_comes_in_is_utf_8_or_refused(run: Run, calendar: Path, typed: bytes) -> None:
    answer = run("add", "-", typed=typed)
    assert (answer.code, answer.out) == (3, "")
    assert "this is not text in UTF-8" in answer.err
    assert posts(run) == []


def test_line_ends_of_elsewhere_are_line_ends(run: Run, calendar: Path) -> None:
    run("add", "-", typed=b"\xef\xbb\xbfTitle\r\n\r\nOne\r\ntwo\r\n")
    assert [(post["title"], post["body"]) for post in posts(run)] == [("Title", "One\ntwo")]


@pytest.mark.parametrize(
    ("language", "day", "told"),
    [
        (
            "fr",
            "ven",
            "Publication 1 prévue le vendredi 27 novembre 2026\u00a0: «\u00a0x\u00a0» · révision 1\n",
        ),
        ("fr", "demain", "jeudi 26 novembre 2026"),
        ("en", "wed", "Wednesday 2 December 2026"),
        ("en", "25/11", "Wednesday 25 November 2026"),
        ("en", "+3", "Saturday 28 November 2026"),
        ("en", "2026-12-24", "Post 1 planned for Thursday 24 December 2026: “x” · revision 1\n"),
    ],
)
def test_a_day_is_understood(run: Run, calendar: Path, language: str, day: str, told: str) -> None:
    answer = run("--lang", language, "add", "--day", day, "x")
    assert answer.code == 0
    assert told in answer.out


@pytest.mark.parametrize("day", ["someday", "", "31/02", "-1"])
def test_an_unclear_day_adds_nothing(run: Run, calendar: Path, day: str) -> None:
    answer = run("add", f"--day={day}", "x")
    assert answer.code == 3
    assert "does not say a day" in answer.err
    assert posts(run) == []


@pytest.mark.parametrize("asked", ["LinkedIn", "linkedin", "link"])
def test_a_network_is_named_generously(run: Run, calendar: Path, asked: str) -> None:
    with_networks(calendar, "LinkedIn", "Le site")
    run("add", "--on", asked, "x")
    assert posts(run)[0]["network"] == "LinkedIn"


def test_a_network_that_is_not_there(run: Run, calendar: Path) -> None:
    assert "none at all" in run("add", "--on", "X", "x").err
    with_networks(calendar, "Lettre", "LinkedIn")
    for asked in ("X", "L", ""):
        answer = run("add", "--on", asked, "x")
        assert answer.code == 3
        assert "Lettre, LinkedIn" in answer.err
    assert posts(run) == []


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\t"])
def test_nothing_is_not_added(run: Run, calendar: Path, text: str) -> None:
    assert run("add", text).code == 3
    assert run("add", "-", typed=text.encode()).code == 3
    assert posts(run) == []


@pytest.mark.parametrize("text", NASTY)
def test_text_is_data(run: Run, calendar: Path, text: str) -> None:
    answer = run("add", "--day", "fri", "--", text)
    assert answer.code == 0
    assert text in answer.out
    assert text in run("week").out
    assert posts(run)[0]["title"] == text


@pytest.mark.parametrize("text", ["\x1b]52;c;aGk=\x07", "\x9b2J", "a\x00b", "\u202egnp.exe", "\udce9"])
def test_nothing_a_terminal_obeys_comes_out(run: Run, calendar: Path, text: str) -> None:
    printed = ""
    for arguments in (
        ("add", "--day", "fri", "--", text),
        ("week",),
        ("month", "--json"),
        ("dump", "--json"),
        ("undo",),
    ):
        printed += "".join(run(*arguments)[1:])
    assert not any(character in printed for character in "\x1b\x9b\x00\x07\u202e\udce9")


def test_undo_and_redo_say_which(run: Run, calendar: Path) -> None:
    run("add", "The deposit")
    assert run("undo").out == "Undone: “The deposit” added · revision 2\n"
    assert posts(run) == []
    assert run("redo", "--lang", "fr").out == "Refait\u00a0: «\u00a0The deposit\u00a0» ajoutée · révision 3\n"
    assert len(posts(run)) == 1


@pytest.mark.parametrize(("language", "told"), [("fr", "rien à annuler"), ("en", "nothing to undo")])
def test_undo_stops_at_the_beginning(run: Run, calendar: Path, language: str, told: str) -> None:
    answer = run("undo", "--lang", language)
    assert answer.code == 0
    assert told in answer.out
    assert run("redo").code == 0


def test_a_calendar_that_may_only_be_read_is_not_changed(run: Run, calendar: Path) -> None:
    calendar.chmod(0o400)
    before = calendar.read_bytes()
    answer = run("add", "x")
    assert answer.code == 4
    assert calendar.read_bytes() == before
    assert run("week").code == 0


@pytest.mark.parametrize("option", ["--on", "--network"])
def test_without_any_network_the_option_that_named_one_is_told_and_where_one_is_added(
    run: Run, calendar: Path, option: str
) -> None:
    command = ("add", "x", option, "zz") if option == "--on" else ("export", "ics", "-o", "-", option, "zz")
    answer = run(*command)
    assert answer.code == 3
    assert f"leave {option} away" in answer.err
    assert "key b" in answer.err
    assert "[[network]]" in answer.err

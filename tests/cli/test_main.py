"""The door: languages, options before and after, refusals and their exit codes."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from planner import __version__, settings
from planner.cli import main as door
from planner.desk.desk import Desk
from tests.cli.conftest import Run

HEAVY = {
    "textual",
    "sqlmodel",
    "sqlalchemy",
    "pydantic",
    "icalendar",
    "markdown",
    "babel",
    "dateparser",
    "holidays",
    "rapidfuzz",
}


def in_a_process(*arguments: str, home: Path, code: str = "") -> subprocess.CompletedProcess[str]:
    """planner in a process of its own, without a terminal."""
    environment = {**os.environ, "PLANNER_HOME": str(home), "LC_ALL": "C.UTF-8"}
    command = ["-c", code, *arguments] if code else ["-m", "planner", *arguments]
    return subprocess.run(
        [sys.executable, *command], env=environment, input="", capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("arguments", [("--version",), ("-V",), ("--lang", "fr", "--version")])
def test_version(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == (0, f"planner {__version__}\n", "")


@pytest.mark.parametrize("arguments", [("--version",), ("week",), ("--lang", "fr", "week", "--json"), ("month",)])
def test_reading_loads_nothing_heavy(arguments: tuple[str, ...], calendar: Path, home: Path) -> None:
    code = (
        "import sys; from planner.cli.main import main; code = main(sys.argv[1:])\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr); sys.exit(code)"
    )
    ended = in_a_process(*arguments, home=home, code=code)
    assert ended.returncode == 0
    assert set(ended.stderr.split()) & HEAVY == set()


@pytest.mark.parametrize("arguments", [(), ("--lang", "fr")])
def test_without_a_terminal_there_is_no_screen(arguments: tuple[str, ...], home: Path) -> None:
    ended = in_a_process(*arguments, home=home)
    assert ended.returncode == 2
    assert "planner week" in ended.stderr
    assert ended.stdout == ""


def test_the_screen_shows_the_last_calendar_or_the_welcome(
    calendar: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[object, ...]] = []

    def screen(path: Path | None, language: str, desk: Desk | None = None) -> int:
        shown.append((path, language, desk.focus(desk.today()).title[:8] if desk else ""))
        return 7

    monkeypatch.setattr(door, "terminal", lambda: True)
    monkeypatch.setattr("planner.cli.calendars.terminal", lambda: True)
    assert door.main(["--lang", "fr"], screen) == 7
    assert door.main(["--calendar", "other.planner"], screen) == 7
    assert door.main(["open", str(calendar)], screen) == 7
    assert door.main(["demo", "fr"], screen) == 7
    (home / "settings.toml").unlink()
    assert door.main([], screen) == 7
    assert shown == [
        (calendar, "fr", ""), (Path("other.planner"), "en", ""), (calendar, "en", ""),
        (None, "fr", "Chantier"), (None, "en", ""),
    ]  # fmt: skip


def test_a_dumb_terminal_is_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "dumb")
    assert run().code == 2


@pytest.mark.parametrize("name", door.COMMANDS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_command_explains_itself(run: Run, name: str, language: str) -> None:
    for arguments in (("--lang", language, name, "--help"), (name, "-h", f"--lang={language}")):
        answer = run(*arguments)
        assert answer.code == 0
        assert answer.out.startswith("usage\u00a0: " if language == "fr" else "usage: ")
        assert f"planner {name}" in answer.out


@pytest.mark.parametrize(("language", "word"), [("fr", "semaine"), ("en", "week")])
def test_the_whole_is_explained(run: Run, language: str, word: str) -> None:
    answer = run("--help", "--lang", language)
    assert answer.code == 0
    assert word in answer.out
    assert all(f"planner {name}" in answer.out for name in door.COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ("zut",),
        ("week", "--foo"),
        ("week", "monday", "tuesday"),
        ("add", "--day"),
        ("export", "ics", "-o"),
        ("week", "--json=3"),
        ("add",),
        ("dump",),
        ("open",),
        ("new",),
        ("demo", "de"),
        ("--lang",),
        ("--lang", "de", "week"),
        ("week", "--calendar"),
        ("check", "--format", "xml"),
        ("check", "--jsonl", "drafts.jsonl"),
    ],
)
@pytest.mark.parametrize("language", ["fr_FR.UTF-8", "en_GB.UTF-8"])
def test_what_is_not_understood_ends_with_2(
    run: Run, arguments: tuple[str, ...], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    answer = run(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert "…" not in re.sub("--(lang|calendar|day|output) …", "", answer.err)


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        (
            ("export", "pdf"),
            "“pdf” is not ics, toml, csv, md, html or json.",
            "«\u00a0pdf\u00a0» n’est ni ics, toml, csv, md, html ni json.",
        ),
        (("demo", "xx"), "“xx” is not fr or en.", "«\u00a0xx\u00a0» n’est ni fr ni en."),
        (("--lang", "xx", "week"), "“xx” is not fr or en.", "«\u00a0xx\u00a0» n’est ni fr ni en."),
        (
            ("check", "--format", "xx"),
            "“xx” is not text, json, github or line.",
            "«\u00a0xx\u00a0» n’est ni text, json, github ni line.",
        ),
        (("add", "--day"), "--day … is missing.", "--day … manque. `"),
        (("week", "--json=3"), "“--json=3” was not", "«\u00a0--json=3\u00a0» n’a pas"),
        (
            ("export", "ics", "--alarm", "soon"),
            "“soon” does not fit --alarm",
            "«\u00a0soon\u00a0» ne convient pas à --alarm",
        ),
    ],
)
def test_what_was_typed_is_what_is_quoted(
    run: Run, arguments: tuple[str, ...], english: str, french: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(*arguments).err.startswith(english)
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert run(*arguments).err.startswith(french)


@pytest.mark.parametrize("arguments", [("week",), ("list",), ("open", "mine.planner"), ("undo",), ("new", "Thé")])
def test_a_terminal_that_knows_ascii_alone_sees_signs(home: Path, run: Run, arguments: tuple[str, ...]) -> None:
    run("new", "Été")
    run("add", "--day", "fri", "Le café – déjà")
    file = home / "calendars" / "été.planner"
    ascii_alone = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    named = [str(file) if argument == "mine.planner" else argument for argument in arguments]
    ended = subprocess.run(
        [sys.executable, "-m", "planner", "--lang", "fr", *named],
        env={**os.environ, "PLANNER_HOME": str(home), **ascii_alone},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.isascii()
    assert b"?" in ended.stdout
    assert not (home / "errors.log").exists()
    if arguments[0] == "new":
        file = home / "calendars" / "thé.planner"
        assert "Thé: " in run("list").out
    assert Path(settings.load().last) == file


@pytest.mark.parametrize(("language", "told"), [("fr", "Il n’y a pas encore"), ("en", "There is no calendar yet")])
def test_without_a_calendar_the_way_to_one_is_named(run: Run, language: str, told: str) -> None:
    answer = run("week", "--lang", language)
    assert answer.code == 2
    assert told in answer.err
    assert "planner new" in answer.err
    assert "planner demo" in answer.err


@pytest.mark.parametrize(
    "command", [("week",), ("month",), ("undo",), ("add", "x"), ("check",), ("doctor",), ("dump", "--json")]
)
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "0 bytes"),
        (b"not a database at all", "not a planner calendar"),
        (b"SQLite format 3\0" + b"\0" * 84, "not a"),
    ],
)
def test_a_file_that_is_no_calendar_is_left_as_it_is(
    run: Run, tmp_path: Path, command: tuple[str, ...], content: bytes, told: str
) -> None:
    path = tmp_path / "broken.planner"
    path.write_bytes(content)
    answer = run(*command, "--calendar", str(path))
    assert answer.code == 4
    assert told in answer.err
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "command", [("week",), ("undo",), ("add", "x"), ("check",), ("doctor",), ("dump", "--json"), ("open",)]
)
@pytest.mark.parametrize("fault", ["newer", "damaged"])
def test_a_calendar_that_is_newer_or_damaged_is_left_as_it_is(
    run: Run, calendar: Path, command: tuple[str, ...], fault: str
) -> None:
    content = bytearray(calendar.read_bytes())
    if fault == "newer":
        content[60:64] = (99).to_bytes(4)
    else:
        content[100:2_000] = b"\xff" * 1_900
    calendar.write_bytes(content)
    answer = run("--calendar", str(calendar), *command)
    assert answer.code == 4
    assert calendar.read_bytes() == bytes(content)


def test_a_calendar_that_was_taken_away_is_still_named(run: Run, calendar: Path) -> None:
    run("new", "Another", "--calendar", str(calendar.with_name("other.planner")))
    run("new", "Third")
    run("open", str(calendar))
    calendar.unlink()
    answer = run("add", "x")
    assert answer.code == 4
    assert "mine.planner" in answer.err


def test_several_calendars_and_none_opened(run: Run, home: Path) -> None:
    run("new", "First")
    run("new", "Second")
    (home / "settings.toml").unlink()
    answer = run("week")
    assert answer.code == 2
    assert "2 calendars" in answer.err


def test_the_only_calendar_is_the_one_meant(run: Run, home: Path) -> None:
    run("new", "First")
    (home / "settings.toml").unlink()
    assert run("week").code == 0


def test_what_nobody_foresaw_is_noted_without_its_words(
    run: Run, calendar: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "a sec" + "ret title"

    def fail(*given: object) -> None:
        raise RuntimeError(title)

    monkeypatch.setattr("planner.cli.agenda.print_week", fail)
    answer = run("week")
    assert answer.code == 5
    assert "RuntimeError" in answer.err
    log = home / "errors.log"
    assert "in fail" in log.read_text()
    assert "secret" not in log.read_text() + answer.err
    assert log.stat().st_mode & 0o777 == 0o600


def test_ctrl_c_ends_quietly(run: Run, calendar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planner.cli.agenda.print_week", interrupt)
    assert run("week") == (128 + signal.SIGINT, "", "")


def test_a_reader_that_leaves_is_no_error(calendar: Path, home: Path) -> None:
    read, written = os.pipe()
    os.close(read)
    environment = {**os.environ, "PLANNER_HOME": str(home)}
    ended = subprocess.run(
        [sys.executable, "-m", "planner", "week"],
        env=environment,
        stdout=written,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(written)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_full_disk_is_told(calendar: Path, home: Path) -> None:
    environment = {**os.environ, "PLANNER_HOME": str(home)}
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "planner", "week"],
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert ended.returncode == 5
    assert ended.stderr.startswith("The system refused: No space left")
    assert ended.stderr.count("\n") == 1


def test_options_stand_before_or_after_but_not_in_the_text(run: Run, calendar: Path) -> None:
    for arguments in (
        ("--lang", "fr", "add", "un"),
        ("add", "deux", "--lang=fr"),
        ("add", "--lang", "fr", "trois"),
    ):
        assert "révision" in run(*arguments).out
    assert "“--lang fr”" in run("add", "--", "--lang fr").out
    posts = json.loads(run("dump", "--json").out)["post"]
    assert {post["title"] for post in posts} == {"un", "deux", "trois", "--lang fr"}

"""`planner check` on anyone's drafts: which files, by which brief, in which form, with which exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from planner.cli import names
from planner.desk import brief, posts
from planner.desk.desk import Desk, open_desk
from planner.focus import register
from planner.model.terms import SEVERITIES
from planner.words import speak, terms
from planner.words import spoken as words_spoken
from planner.words.findings import name as check_name
from tests.desk.test_loose import ENGLISH, FRENCH, PRECISE

if TYPE_CHECKING:
    from pathlib import Path

    from planner.model.calendar import Calendar
    from tests.cli.conftest import Run

BAIT = "Likez et partagez si vous êtes d’accord, et taguez un ami qui devrait lire ce texte jusqu’au bout."
LINE = re.compile(r"^(.+?):(\d+):(\d+): (error|warning|suggestion): (.+\?) \[([a-z-]+)\]$")


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of drafts, in which one stands."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return str(path)


def judged(run: Run, *arguments: str) -> list[str]:
    """The files that a run speaks of, in its order."""
    lines = run("check", "--format", "line", *arguments).out.splitlines()
    return list(dict.fromkeys(line.partition(":")[0] for line in lines))


def test_a_fresh_machine_needs_no_calendar(run: Run, drafts: Path, home: Path) -> None:
    write(drafts / "a.md", FRENCH)
    write(drafts / "b.md", ENGLISH)
    answer = run("check", "a.md", "b.md")
    assert answer.code == 1
    assert answer.out.endswith("Judged without a brief: there is no calendar here yet.\n")
    assert judged(run, ".") == ["a.md", "b.md"]
    assert "Jugé sans brief" in run("check", "a.md", "--lang", "fr").out
    assert json.loads(run("check", "a.md", "--format", "json").out)["brief"] == ""
    assert not home.exists()


def test_several_calendars_and_none_meant_is_asked_about(run: Run, drafts: Path, home: Path) -> None:
    write(drafts / "a.md", PRECISE)
    run("new", "First")
    run("new", "Second")
    (home / "settings.toml").unlink()
    assert run("check", "a.md").code == 2
    assert run("check", "a.md", "--brief", "second").code == 0
    assert run("check", "a.md", "--brief", str(home / "calendars" / "first.planner")).code == 0
    answer = run("check", "a.md", "--brief", "third")
    assert (answer.code, "third" in answer.err) == (4, True)


def test_the_brief_that_is_named_is_the_one_that_judges(run: Run, drafts: Path) -> None:
    write(drafts / "a.md", FRENCH)
    run("new", "Loud", "--lang", "fr")
    run("new", "Quiet", "--lang", "fr")
    run("doctor", "--switch-off", "generic")
    assert run("check", "a.md", "--check", "generic").code == 0
    assert run("check", "a.md", "--check", "generic", "--brief", "Loud").code == 1
    with open_desk(drafts.parent / "home" / "calendars" / "loud.planner") as desk:
        assert desk.all_findings() == []


def test_a_folder_is_read_through_and_sorted(run: Run, drafts: Path) -> None:
    names = ["b.md", "a/z.txt", "a/c/d.markdown", "a/E.MD", "Ça va.md"]
    left = [".git/a.md", "node_modules/x/a.md", ".venv/a.md", "a/.hidden.md", "a/notes.rst", "picture.png"]
    for name in names + left:
        write(drafts / name, BAIT)
    (drafts / "loop").symlink_to(drafts)
    (drafts / "gone.md").symlink_to(drafts / "nowhere.md")
    assert judged(run, ".") == ["b.md", "Ça va.md", "a/E.MD", "a/z.txt", "a/c/d.markdown"]
    assert judged(run, "a", "b.md", "./b.md", "a/z.txt") == ["a/E.MD", "a/z.txt", "a/c/d.markdown", "b.md"]
    assert judged(run, "picture.png") == ["picture.png"]


@pytest.mark.parametrize(("language", "told"), [("fr", "vide ne contient aucun texte"), ("en", "vide holds no text")])
def test_a_folder_without_texts_says_so(run: Run, drafts: Path, language: str, told: str) -> None:
    (drafts / "vide").mkdir()
    answer = run("check", "vide", "--lang", language)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith(told)


def test_what_cannot_be_read_is_named_and_the_others_are_judged(run: Run, drafts: Path) -> None:
    write(drafts / "z.md", BAIT)
    (drafts / "latin.md").write_bytes("un\nété".encode("latin-1"))
    (drafts / "big.md").write_bytes(b"mot " * 500_001)
    (drafts / "closed.md").symlink_to("closed.md")
    answer = run("check", "none.md", "latin.md", "big.md", "closed.md", "z.md")
    assert answer.code == 3
    assert [re.split(" |,", line)[0] for line in answer.err.splitlines()] == [
        "There",
        "latin.md",
        "big.md",
        "closed.md",
    ]
    assert "none.md" in answer.err
    assert "latin.md, line 2" in answer.err
    assert "z.md" in answer.out
    assert json.loads(run("check", "latin.md", "z.md", "--format", "json").out)["unread"] == 1
    assert run("check", "x" * 300 + ".md").code == 3


def test_what_comes_in_is_a_draft(run: Run) -> None:
    answer = run("check", "-", "--format", "json", typed=f"# Bien\n\n{FRENCH}".encode())
    rows = json.loads(answer.out)["findings"]
    assert {row["file"] for row in rows} == {"-"}
    assert {span["line"] for row in rows for span in row["spans"]} == {3}
    assert run("check", "-", typed=b"\xff\0").code == 3


def test_front_matter_says_what_the_file_is(run: Run, drafts: Path) -> None:
    run("new", "Mine", "--lang", "fr")
    with open_desk(drafts.parent / "home" / "calendars" / "mine.planner") as desk:
        brief.write_brief(desk, needs=["Comment récupérer mes 5 % ?", "Qui signe le procès-verbal ?"])

    def found(front: str, body: str = FRENCH) -> set[str]:
        write(drafts / "a.md", f"---\n{front}\n---\n\n{body}\n")
        rows = json.loads(run("check", "a.md", "--format", "json").out)["findings"]
        return {row["check"] for row in rows}

    assert found("layout: post") >= {"generic", "no-next-step"}
    assert "too-long" in found("network: X", FRENCH * 2)
    assert "too-long" not in found("network: LinkedIn", FRENCH * 2)
    assert "no-need" not in found("title: T")
    assert "no-need" in found("need: la météo de demain")
    assert "no-need" not in found("besoin: Comment recuperer mes 5 %")
    assert "no-next-step" not in found("next-step: demander la lettre")
    assert "buzz" not in found("lang: en-GB", BAIT)
    assert "buzz" in found("lang: tlh", BAIT)
    for status in ("published", "publié", "abandonnée", "dropped"):
        assert found(f"statut: {status}") == set()
    assert found("status: prête") >= {"generic"}


def test_a_title_in_front_matter_is_pointed_at(run: Run, drafts: Path) -> None:
    write(drafts / "a.md", f'---\nlayout: post\ntitle: "Conseils pour tous les entrepreneurs"\n---\n{PRECISE}\n')
    lines = run("check", "a.md", "--check", "for-everyone").out.splitlines()
    assert lines[2].strip() == "title, line 3"
    words, carets = lines[3], lines[4]
    assert words[carets.index("^") : carets.rindex("^") + 1] == "pour tous les entrepreneurs"
    assert "titre, ligne 3" in run("check", "a.md", "--lang", "fr").out
    (line,) = run("check", "a.md", "--check", "for-everyone", "--format", "line").out.splitlines()
    assert line.startswith("a.md:3:18: warning: ")


def test_severities_are_chosen_and_decide_the_end(run: Run, drafts: Path) -> None:
    without = PRECISE.partition(" Et chez vous")[0]
    write(drafts / "a.md", f"---\nnetwork: x\n---\n{FRENCH} {BAIT}\n")
    write(drafts / "b.md", without)

    def shown(*arguments: str) -> tuple[int, set[str]]:
        answer = run("check", "--format", "json", *arguments)
        return answer.code, {row["severity"] for row in json.loads(answer.out)["findings"]}

    code, severities = shown("a.md")
    assert (code, severities >= {"error", "warning"}) == (1, True)
    assert shown("a.md", "--min-severity", "error") == (1, {"error"})
    assert shown("a.md", "--min-severity", "warning") == (1, {"error", "warning"})
    assert shown("b.md") == (0, {"suggestion"})
    assert shown("b.md", "--min-severity", "suggestion") == (1, {"suggestion"})
    assert shown("b.md", "--min-severity", "warning") == (0, set())
    assert run("check", "b.md", "--lang", "fr", "--min-severity", "avertissement").code == 0


def test_checks_and_groups_are_chosen_together(run: Run, drafts: Path) -> None:
    write(drafts / "a.md", f"---\nnetwork: x\ntitle: Pour tous\n---\n{FRENCH} {BAIT}\n")

    def found(*arguments: str) -> set[str]:
        rows = json.loads(run("check", "a.md", "--format", "json", *arguments).out)["findings"]
        return {row["check"] for row in rows}

    assert found("--check", "buzz") == {"buzz"}
    assert found("--check", "buzz", "--check", "Generic") == {"buzz", "generic"}
    assert found("--group", "ready", "--check", "buzz") == {"too-long", "buzz"}
    assert found("--group", "précis", "--lang", "fr") == found("--group", "precise") >= {"generic"}
    assert found("--group", "measure") == set()


@pytest.mark.parametrize(
    ("arguments", "known"),
    [
        (("--check", "zut"), "planner explain"),
        (("--check", "zut géneric"), ": generic"),
        (("--check", "hors sible"), ": off-target"),
        (("--group", "zut"), "honest"),
        (("--group", "zut onnete"), ": honest"),
        (("--min-severity", "zut"), "suggestion"),
        (("--format", "zut"), "github"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_unknown_name_is_refused_with_the_nearest(
    run: Run, arguments: tuple[str, str], known: str, language: str
) -> None:
    answer = run("check", *arguments, "--lang", language)
    assert (answer.code, answer.out) == (2, "")
    assert arguments[1] in answer.err
    assert known in answer.err.replace("\u00a0:", ":")


@pytest.mark.parametrize("spoken", ["fr", "en"])
def test_a_name_is_understood_in_both_languages_without_accents_or_case(spoken: str) -> None:
    def written(name: str) -> list[str]:
        bare = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
        return [name, bare, name.upper(), name.replace(" ", "-"), name.replace("’", "'")]

    told = []
    for language in ("fr", "en"):
        speak(language)
        told += [(check, names.check_named, check_name(check)) for check in register.names()]
        told += [(group, names.group_named, terms.group(group)) for group in register.groups()]
        told += [(severity, names.severity_named, terms.severity(severity)) for severity in SEVERITIES]
    speak(spoken)
    try:
        missed = [(name, text) for name, read, words in told for text in written(words) if read(text) != name]
        assert not missed
        assert words_spoken() == spoken
    finally:
        speak("en")


def test_one_line_a_finding_for_an_editor(run: Run, drafts: Path) -> None:
    text = f"# Bien s’entourer\n\n{PRECISE}\n\n{BAIT}\n"
    write(drafts / "a.md", text)
    for language in ("fr", "en"):
        lines = [
            LINE.match(line) for line in run("check", "a.md", "--format", "line", "--lang", language).out.splitlines()
        ]
        assert lines
        assert all(lines)
    (bait,) = (match for match in lines if match and match[6] == "buzz")
    assert (bait[1], bait[2], bait[3], bait[4]) == ("a.md", "5", "1", "warning")


def test_annotations_for_github(run: Run, drafts: Path) -> None:
    write(drafts / "50 %, a:b.md", f"Trop.\n\n{BAIT}\n")
    write(drafts / "c.md", PRECISE.partition(" Et chez vous")[0])
    (bait,) = run("check", "50 %, a:b.md", "--check", "buzz", "--format", "github").out.splitlines()
    start, _, message = bait.removeprefix("::").partition("::")
    level, _, properties = start.partition(" ")
    told = dict(pair.split("=", 1) for pair in properties.split(","))
    assert level == "warning"
    assert told["file"] == "50 %25%2C a%3Ab.md"
    assert (told["line"], told["endLine"], told["col"]) == ("3", "3", "1")
    assert 40 < int(told["endColumn"]) <= len(BAIT) + 1
    assert told["title"] == "Buzz"
    assert message.endswith("?")
    (notice,) = run("check", "c.md", "--check", "no-next-step", "--format", "github").out.splitlines()
    assert notice.startswith("::notice file=c.md,line=1,endLine=1,col=")
    assert "file=" not in run("check", "-", "--format", "github", typed=BAIT.encode()).out


def test_words_over_two_lines_have_no_column_on_github(run: Run, drafts: Path) -> None:
    write(drafts / "a.md", "---\nnetwork: x\n---\n" + "mot " * 60 + "\nencore " * 30)
    (long,) = run("check", "a.md", "--check", "too-long", "--format", "github").out.splitlines()
    assert "line=" in long
    assert "col=" not in long


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("network: LinkedIn\ntitle: Le décompte", "line=3,endLine=3,col=8,endColumn=19"),
        ("network: LinkedIn", "line=4,endLine=4,col=1,endColumn=9"),
    ],
)
def test_a_finding_about_the_file_stands_on_its_first_words(run: Run, drafts: Path, front: str, place: str) -> None:
    run("new", "Mine", "--lang", "fr")
    with open_desk(drafts.parent / "home" / "calendars" / "mine.planner") as desk:
        brief.write_brief(desk, places=["Instagram"])

    def annotation(text: str) -> str:
        write(drafts / "a.md", text)
        (line,) = run("check", "a.md", "--check", "wrong-place", "--format", "github").out.splitlines()
        return line.partition("file=a.md,")[2].partition(",title=")[0]

    assert annotation(f"---\n{front}\n---\nUn texte\net sa suite\n") == place
    assert annotation("---\nnetwork: LinkedIn\n---\n") == "line=4,endLine=4"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_not_judged_is_not_said_to_be_unchanged(run: Run, drafts: Path, language: str) -> None:
    (drafts / "latin.md").write_bytes("été".encode("latin-1"))
    (drafts / "big.md").write_bytes(b"mot " * 500_001)
    (drafts / "closed.md").symlink_to("closed.md")
    answer = run("check", "none.md", "latin.md", "big.md", "closed.md", "--lang", language)
    told = {"fr": "Il n’a pas été jugé.", "en": "It was not judged."}[language]
    assert answer.code == 3
    assert [told in line for line in answer.err.splitlines()] == [True] * 4
    assert {"fr": "Rien n’a changé", "en": "Nothing was changed"}[language] not in answer.err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_file_says_and_nobody_understands_is_told(run: Run, drafts: Path, language: str) -> None:
    def told(text: str) -> str:
        write(drafts / "a.md", text)
        answer = run("check", "a.md", "--lang", language)
        assert answer.code in (0, 1)
        assert json.loads(run("check", "a.md", "--format", "json").out)["texts"] == 1
        return answer.err

    machin = told(f"---\nréseau: Machin\n---\n{PRECISE}")
    assert machin.count("\n") == 1
    assert all(words in machin for words in ("a.md", "Machin", "LinkedIn"))
    for front, line in (("title: [oops", 2), ("lang: fr\ntitle: 'oops", 3), ("title: T\noops", 3)):
        assert f"a.md, {'ligne' if language == 'fr' else 'line'} {line}" in told(f"---\n{front}\n---\n{PRECISE}")
    assert told(f"---\nréseau: X\ntags: [oops\n---\n{PRECISE}") == ""


def test_the_contract_for_programs(run: Run, drafts: Path) -> None:
    body = f"Le 日 🙂.\n\n{BAIT}"
    write(drafts / "a.md", f"---\ntitle: Pour tous les entrepreneurs\n---\n{body}\n")
    listed = json.loads(run("check", "a.md", "--format", "json").out)
    assert listed.keys() == {
        "findings", "errors", "warnings", "suggestions", "muted", "texts", "brief", "unread",
    }  # fmt: skip
    rows = {row["check"]: row for row in listed["findings"]}
    assert all(row.keys() == rows["buzz"].keys() for row in rows.values())
    assert rows["buzz"].keys() == {
        "check", "severity", "name", "sentence", "where", "file", "post", "day", "muted", "spans",
    }  # fmt: skip
    span = rows["buzz"]["spans"][0]
    assert body[span["start"] : span["end"]].startswith("Likez et partagez")
    assert (span["field"], span["line"], span["column"], span["end_line"]) == ("body", 6, 1, 6)
    assert span["end_column"] - span["column"] == span["end"] - span["start"]
    assert [(s["field"], s["line"], s["column"]) for s in rows["for-everyone"]["spans"]] == [("title", 2, 8)]


def test_letters_in_disguise_are_shown(run: Run, drafts: Path) -> None:
    write(drafts / "\u202egnp.md", f"# A\u202eB \x1b[31m\n\n{BAIT} \u202e{FRENCH}")
    for form in ("text", "line", "github"):
        out = run("check", ".", "--format", form).out
        assert out
        assert "\u202e" not in out
        assert "\x1b" not in out


def test_the_calendar_is_read_once_for_all_files(
    run: Run, drafts: Path, calendar: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_desk(calendar) as desk:
        posts.plan(desk, title="A post", body=PRECISE)
    for number in range(40):
        write(drafts / f"{number}.md", f"{PRECISE} {BAIT}")
    reads: list[Desk] = []
    whole = Desk.calendar

    def counted(desk: Desk) -> Calendar:
        reads.append(desk)
        return whole(desk)

    monkeypatch.setattr(Desk, "calendar", counted)
    assert len(judged(run, ".")) == 40
    assert len(reads) == 1


def test_twice_the_same_bytes(run: Run, drafts: Path) -> None:
    for name in ("b.md", "a.md", "c/a.txt"):
        write(drafts / name, f"# {name}\n\n{FRENCH} {BAIT}")
    for form in ("text", "json", "github", "line"):
        assert run("check", ".", "--format", form) == run("check", ".", "--format", form)


def test_a_reader_that_leaves_is_no_error(drafts: Path, home: Path) -> None:
    for number in range(60):
        write(drafts / f"{number}.md", f"{FRENCH} {BAIT}")
    read, written = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [sys.executable, "-m", "planner", "check", "."], env={**os.environ, "PLANNER_HOME": str(home)},
        stdout=written, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(written)
    assert (ended.returncode, ended.stderr) == (0, b"")

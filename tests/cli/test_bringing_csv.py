"""`planner export csv` and `planner import FILE.csv`, as a person uses them."""

from pathlib import Path

import pytest

from planner.desk import brief, posts
from planner.desk.desk import open_desk
from planner.desk.send import dump_text
from tests.cli.conftest import Run
from tests.made import MONDAY


@pytest.fixture
def planned(calendar: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A post on LinkedIn and an idea; the current folder is an empty one."""
    with open_desk(calendar) as desk:
        network = brief.add_network(desk, name="LinkedIn", key="linkedin").id
        posts.plan(desk, title="=Trois; retenues", day=MONDAY, network_id=network, body="Un.\nDeux.")
        posts.plan(desk, title="Idée")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return calendar


def dumped(calendar: Path) -> str:
    with open_desk(calendar) as desk:
        return dump_text(desk)


def test_a_table_speaks_the_language_and_has_the_mark_excel_wants(run: Run, planned: Path) -> None:
    answer = run("export", "csv", "-o", "t.csv", "--lang", "fr", "--separator", ";")
    assert (answer.code, answer.out) == (0, "2 publications écrites dans t.csv.\n")
    written = Path("t.csv").read_bytes()
    assert written.startswith("\ufeffuid;titre;réseau;statut;".encode())
    assert b'"\'=Trois; retenues";LinkedIn;brouillon;aider;;2026-11-23;09:00;' in written


def test_a_table_can_be_plain_and_printed(run: Run, planned: Path) -> None:
    answer = run("export", "csv", "--no-bom", "--exact", "--columns", "en", "--separator", "tab", "--lang", "fr")
    assert answer.out.startswith("uid\ttitle\tnetwork\tstatus\t")
    assert "\t=Trois; retenues\tLinkedIn\tdraft\t" in answer.out


def test_our_own_table_changes_nothing(run: Run, planned: Path) -> None:
    before = dumped(planned)
    run("export", "csv", "-o", "t.csv")
    answer = run("import", "t.csv")
    assert answer.code == 0
    assert answer.out.endswith("t.csv: 2 unchanged\nNothing was changed.\n")
    assert dumped(planned) == before


def test_nothing_is_taken_in_before_somebody_agrees(run: Run, planned: Path) -> None:
    Path("t.csv").write_text("title,date\nNeuf,2026-12-01\nVieux,hier\n", "utf-8")
    before = dumped(planned)
    answer = run("import", "t.csv")
    assert answer.code == 2
    assert "+ 2  Neuf" in answer.out
    assert "× 3  Vieux\n   “hier” is no day" in answer.err
    assert "--yes" in answer.err
    assert dumped(planned) == before
    answer = run("import", "t.csv", "--yes")
    assert answer.code == 0
    assert answer.out.endswith("t.csv: 1 to add · 1 refused\nTaken in from t.csv: 1 · revision 4\n")
    assert run("undo").out.startswith("Undone: “t.csv” taken in")
    assert dumped(planned) == before


@pytest.mark.parametrize(("typed", "told"), [(b"y\n", "Taken in"), (b"n\n", "Nothing was changed.")])
def test_a_person_at_a_terminal_is_asked(
    run: Run, planned: Path, monkeypatch: pytest.MonkeyPatch, typed: bytes, told: str
) -> None:
    monkeypatch.setattr("planner.cli.screen.terminal", lambda: True)
    Path("t.csv").write_text("title\nNeuf\n", "utf-8")
    answer = run("import", "t.csv", typed=typed)
    assert answer.code == 0
    assert "(y/n)" in answer.out
    assert told in answer.out.splitlines()[-1]


def test_what_must_be_decided_is_asked_and_answered_by_options(run: Run, planned: Path) -> None:
    Path("t.csv").write_text("Accroche;Quand;Où\nNeuf;01/02/2026;Mastodon\n", "utf-8")
    asked = run("import", "t.csv", "--yes")
    assert (asked.code, "--map" in asked.err) == (2, True)
    mapped = ("--map", "Accroche=titre", "--map", "quand=day", "--map", "Où=network")
    asked = run("import", "t.csv", "--yes", *mapped)
    assert (asked.code, "--dates with one of: dmy (day, month, year: 03/02 is 3 February), mdy (" in asked.err) == (
        2,
        True,
    )
    refused = run("import", "t.csv", "--yes", *mapped, "--dates", "dmy")
    assert (refused.code, "--new-networks" in refused.err) == (3, True)
    done = run("import", "t.csv", "--yes", *mapped, "--dates", "dmy", "--new-networks")
    assert (done.code, "Networks that would be added: “Mastodon”." in done.err) == (0, True)
    assert run("import", "t.csv", "--dates", "dmy").out.endswith("Nothing was changed.\n")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("none.csv",), 3, "There is no file"),
        (("t.csv", "--dates", "ydm"), 2, "ydm"),
        (("t.csv", "--map", "title"), 2, "“title” was not understood"),
        (("t.csv", "--map", "x=title"), 3, "no column “x”"),
        (("t.csv", "--map", "title=x"), 3, "“x” is no field"),
        (("empty.csv",), 3, "holds no table"),
    ],
)
def test_what_is_refused_is_said(run: Run, planned: Path, arguments: tuple[str, ...], code: int, told: str) -> None:
    Path("t.csv").write_text("title\nNeuf\n", "utf-8")
    Path("empty.csv").touch()
    answer = run("import", *arguments, "--yes")
    assert answer.code == code
    assert told in answer.err


def test_the_order_of_days_is_answered_at_the_terminal(
    run: Run, planned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.cli.screen.terminal", lambda: True)
    Path("t.csv").write_text("title,date\nNeuf,01/02/2027\n", "utf-8")
    answer = run("import", "t.csv", typed=b"?\nmdy\ny\n")
    assert answer.code == 0
    assert answer.out.count("In which order are the days written? (dmy/mdy)") == 2
    assert "   mdy: month, day, year: 03/02 is 2 March" in answer.out
    assert "+ 2  Neuf · draft · Sat 2 Jan 2027 9:00" in answer.out
    silent = run("import", "t.csv", typed=b"\n")
    assert (silent.code, "--dates with one of" in silent.err) == (2, True)


def test_what_nobody_looks_at_is_no_heap_of_ideas(run: Run, planned: Path) -> None:
    Path("t.csv").write_text("Titre,Quand\nNeuf,2026-12-01\n", "utf-8")
    before = dumped(planned)
    answer = run("import", "t.csv", "--yes")
    assert (answer.code, '--map "COLUMN=day"' in answer.err) == (2, True)
    assert dumped(planned) == before
    assert run("import", "t.csv", "--yes", "--map", "Quand=").code == 0


@pytest.mark.parametrize("name", ["nothing", "x.zip", "x.html"])
def test_what_does_not_exist_is_said_not_to(run: Run, planned: Path, name: str) -> None:
    answer = run("import", name)
    assert (answer.code, answer.err) == (3, f"There is no file {name}. Nothing was changed. Check its name.\n")


def test_a_status_in_french_is_understood_and_those_there_are_are_named_in_french(run: Run, planned: Path) -> None:
    Path("t.csv").write_text("titre,statut\nA,Prêtes\nB,zut\n", "utf-8")
    answer = run("import", "t.csv", "--lang", "fr")
    assert "+ 2  A · prête\n" in answer.out
    assert "Permis\u00a0: idée, brouillon, prête, publiée, abandonnée.\n" in answer.err


def test_a_long_table_shows_what_is_refused_and_counts_the_rest(run: Run, planned: Path) -> None:
    Path("t.csv").write_text("title,day\n" + "".join(f"Post {n},\n" for n in range(150)) + "Bad,10\n", "utf-8")
    answer = run("import", "t.csv", "--yes")
    assert answer.out.splitlines()[0] == "t.csv: 150 to add · 1 refused"
    assert "× 152  Bad" in answer.err

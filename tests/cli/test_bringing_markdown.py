"""`planner export md` and `planner import FOLDER`, as a person uses them."""

from pathlib import Path

import pytest

from planner.desk import posts
from planner.desk.desk import open_desk
from tests.cli.conftest import Run
from tests.made import MONDAY


@pytest.fixture
def planned(calendar: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A dated post and an idea; the current folder is an empty one."""
    with open_desk(calendar) as desk:
        posts.plan(desk, title="Trois retenues", day=MONDAY, body="Un.\n\nDeux.", link="https://a.example")
        posts.plan(desk, title="Idée")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return calendar


def test_a_folder_of_notes_goes_out_and_comes_back(run: Run, planned: Path, tmp_path: Path) -> None:
    answer = run("export", "md", "-o", "notes")
    assert (answer.code, answer.out) == (0, "2 posts written to notes.\n")
    assert run("export", "md", "-o", "notes").out == "0 posts written to notes.\n"
    note = next(Path("notes").glob("2026-11-23-trois-retenues-*.md"))
    assert note.read_text("utf-8").startswith(
        "---\ntitle: Trois retenues\ndate: 2026-11-23T09:00:00+01:00\ndraft: true\nslug: trois-retenues\nuid: "
    )
    assert run("import", "notes").out.endswith("notes: 2 unchanged\nNothing was changed.\n")
    note.write_text(note.read_text("utf-8").replace("Deux.", "Trois."), "utf-8")
    answer = run("import", str(note), "--yes")
    assert "~ 1  Trois retenues" in answer.out
    assert run("export", "md", "-o", "notes").out == "1 post written to notes.\n"


def test_a_folder_must_be_named(run: Run, planned: Path) -> None:
    answer = run("export", "md")
    assert (answer.code, "-o FOLDER is missing" in answer.err) == (2, True)
    Path("file").touch()
    assert run("export", "md", "-o", "file").code == 3


def test_what_cannot_be_written_over_is_said(run: Run, planned: Path) -> None:
    run("export", "md", "-o", "notes")
    note = sorted(Path("notes").iterdir())[0]
    note.write_text("mine")
    answer = run("export", "md", "-o", "notes", "--lang", "fr")
    assert (answer.code, "--force" in answer.err) == (3, True)
    assert run("export", "md", "-o", "notes", "--force").code == 0
    assert note.read_text("utf-8").startswith("---")


def test_doubtful_days_are_asked(run: Run, planned: Path) -> None:
    Path("a.md").write_text("---\ntitle: A\ndate: 01/02/2026\n---\nx\n")
    assert "--dates with one of: dmy (day, month, year: 03/02 is 3 February), mdy" in run("import", "a.md", "--yes").err
    assert run("import", "a.md", "--yes", "--dates", "dmy").code == 0


def test_notes_that_are_gone_are_told(run: Run, planned: Path) -> None:
    run("export", "md", "-o", "notes")
    with open_desk(planned) as desk:
        posts.delete(desk, 1)
    assert "Notes in the folder whose posts are gone: 1" in run("export", "md", "-o", "notes").err

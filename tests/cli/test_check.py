"""What is found, said to a person and to a program."""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.cli.manuscript import manuscript
from planner.cli.pointing import WIDTH, pointed, width
from planner.desk import brief, posts
from planner.desk.desk import open_desk
from tests.cli.conftest import Run

GENERIC = (
    "Il est essentiel de bien s’entourer pour réussir. Chaque projet est unique et mérite toute notre "
    "attention. "
    "Avec de la confiance et de l’écoute, tout devient possible, et c’est ensemble que nous irons plus loin."
)


@pytest.fixture
def french(run: Run, tmp_path: Path) -> Path:
    """A calendar in French whose objective is written, so that only its posts are found."""
    path = tmp_path / "fr.planner"
    run("new", "Bâtiment", "--lang", "fr", "--calendar", str(path))
    with open_desk(path) as desk:
        brief.write_brief(
            desk, audience="Patrons de PME du bâtiment", objective="8 demandes", indicator="requests",
            unit="demandes", target_figure=8.0, start_figure=0.0, due=date(2099, 3, 31), posts_per_week=0.0,
        )  # fmt: skip
    return path


def test_a_generic_post_is_found_and_pointed_at(run: Run, french: Path) -> None:
    with open_desk(french) as desk:
        posts.plan(desk, title="Bien s’entourer", body=GENERIC, day=date(2026, 11, 26))
    answer = run("check", "--lang", "fr")
    assert answer.code == 1
    lines = answer.out.splitlines()
    place = lines.index("Publication 1, jeu. 26 nov.\u00a0: Bien s’entourer")
    assert lines[place + 1].startswith("  ! Générique (avertissement)\u00a0: ")
    assert lines[place + 2] == "      ligne 1"
    words, carets = lines[place + 3], lines[place + 4]
    assert set(carets.strip()) == {"^"}
    assert words[carets.index("^") : carets.rindex("^") + 1] in GENERIC
    assert "avertissement" in lines[-1]


def test_findings_are_kept_for_the_week(run: Run, french: Path) -> None:
    with open_desk(french) as desk:
        posts.plan(desk, title="Bien s’entourer", body=GENERIC, day=date(2026, 11, 26))
    assert "Générique" not in run("week", "--lang", "fr").out
    run("check")
    assert "Générique" in run("week", "--lang", "fr").out


def test_a_muted_finding_is_counted_but_does_not_choke(run: Run, french: Path) -> None:
    with open_desk(french) as desk:
        posts.plan(desk, title="Bien s’entourer", body=GENERIC, day=date(2026, 11, 26))
        posts.mute(desk, 1, "generic", "voulu")
    listed = json.loads(run("check", "--format", "json").out)
    assert listed["muted"] == 1
    assert [row["muted"] for row in listed["findings"] if row["check"] == "generic"] == ["voulu"]
    assert "muted finding" in run("check").out


def test_a_clean_calendar_says_so_in_three_words(run: Run, french: Path) -> None:
    assert run("check", "--lang", "fr") == (0, "Rien à redire.\n", "")


def test_a_suggestion_alone_does_not_choke(run: Run, french: Path, tmp_path: Path) -> None:
    text = tmp_path / "short.md"
    text.write_text(
        "# Karim et ses 2 140 €\n\nEn mars, Karim m’a envoyé un décompte sans signature. On a écrit une "
        "lettre de neuf "
        "lignes, en recommandé, le mardi. Le vendredi, les 5 % étaient virés : 2 140 € pour son devis.\n",
        "utf-8",
    )
    listed = json.loads(run("check", str(text), "--format", "json").out)
    assert (listed["errors"], listed["warnings"]) == (0, 0)
    assert listed["suggestions"] > 0
    assert run("check", str(text)).code == 0


def test_files_are_judged_by_the_brief(run: Run, french: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.txt"
    first.write_text(f'---\ntitle: "Bien s’entourer"\n---\n\n{GENERIC}\n', "utf-8")
    second.write_text("", "utf-8")
    answer = run("check", str(first), str(second))
    assert answer.code == 1
    assert f"{first}: Bien s’entourer" in answer.out
    assert "line 5" in answer.out
    listed = json.loads(run("check", "--format", "json", "-", typed=GENERIC.encode()).out)
    assert {row["where"] for row in listed["findings"]} == {"-"}


def test_a_file_that_cannot_be_read(run: Run, french: Path, tmp_path: Path) -> None:
    latin = tmp_path / "latin.md"
    latin.write_bytes("été".encode("latin-1"))
    for path in (tmp_path / "none.md", latin, tmp_path):
        answer = run("check", str(path))
        assert answer.code == 3
        assert str(path) in answer.err


@pytest.mark.parametrize(
    ("content", "title", "body", "line"),
    [
        ("# Title\n\nBody\n", "Title", "Body", 3),
        ("Body only\nmore", "", "Body only\nmore", 1),
        ("---\ntitle: 'T'\ntags: x\n---\nBody", "T", "Body", 5),
        ('+++\ntitle = "T"\n+++\n\n# Inside\nBody', "T", "# Inside\nBody", 5),
        ("---\n\nA rule, not front matter", "", "---\n\nA rule, not front matter", 1),
        ("---\ntags: x\n---\n## Second ##\n\n\nBody", "Second", "Body", 7),
        ("\ufeff# Marked\r\nBody\r\n", "Marked", "Body", 2),
        ("", "", "", 2),
    ],
)
def test_a_manuscript_has_a_title_and_a_first_line(content: str, title: str, body: str, line: int) -> None:
    assert manuscript(content.encode(), "x") == (title, body, line)


def test_carets_stand_under_wide_and_combined_letters() -> None:
    text = "日本 e\u0301té \u202eici maintenant"
    seen = pointed(text, text.index("ici"), text.index("ici") + 3, 4)
    assert seen.where == "line 4"
    assert seen.carets == " " * width("日本 e\u0301té ‹U+202E›") + "^^^"
    assert "\u202e" not in seen.line


@pytest.mark.parametrize(
    ("start", "end"), [(0, 5), (5_000, 5_010), (9_990, 10_000), (0, 10_000), (4_000, 9_000)]
)
def test_a_long_line_is_shown_around_its_words(start: int, end: int) -> None:
    seen = pointed("abcdefghi " * 1_000, start, end, 1)
    assert width(seen.line) <= WIDTH
    assert width(seen.carets) <= WIDTH
    assert "^" in seen.carets


def test_drafts_a_line_each(run: Run) -> None:
    rows = [{"id": 1, "lang": "fr", "title": "", "body": GENERIC}, {"id": "b"}]
    typed = "\n\n".join(json.dumps(row) for row in rows).encode()
    answer = run("check", "--jsonl", typed=typed)
    assert answer.code == 0
    verdicts = [json.loads(line) for line in answer.out.splitlines()]
    assert [verdict["id"] for verdict in verdicts] == [1, "b"]
    assert verdicts[0]["relevance"] is None
    assert {"check", "severity", "field", "start", "end"} <= verdicts[0]["findings"][0].keys()


@pytest.mark.parametrize(
    "line", ["{", "[]", "null", '{"id": 1, "body": 3}', '{"id": 1, "brief": []}', "\ud800", "[" * 100_000]
)
@pytest.mark.parametrize(("language", "told"), [("fr", "igne 2"), ("en", "ine 2")])
def test_a_bad_line_is_named(run: Run, line: str, language: str, told: str) -> None:
    typed = b'{"id": 1}\n' + line.encode("utf-8", "surrogatepass")
    answer = run("check", "--jsonl", "--lang", language, typed=typed)
    assert answer.code == 3
    assert told in answer.err
    assert len(answer.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("asked", "language"),
    [("off-target", "en"), ("OFF-TARGET", "fr"), ("Hors cible", "fr"), ("Generic", "en")],
)
def test_a_check_explains_itself(run: Run, asked: str, language: str) -> None:
    answer = run("explain", asked, "--lang", language)
    assert answer.code == 0
    assert len([line for line in answer.out.splitlines() if line]) >= 6


def test_all_checks_are_listed(run: Run) -> None:
    english, french = run("explain"), run("explain", "--lang", "fr")
    assert english.out.count("\n") == french.out.count("\n") > 10
    assert "off-target: " in english.out


def test_a_check_that_is_not_there(run: Run) -> None:
    answer = run("explain", "zut")
    assert answer.code == 3
    assert "zut" in answer.err

"""What is found, said to a person and to a program."""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.desk import brief, mutes, posts
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


def test_a_day_of_another_year_is_told_with_its_year(run: Run, french: Path) -> None:
    with open_desk(french) as desk:
        posts.plan(desk, title="Bien s’entourer", body=GENERIC, day=date(2027, 11, 24))
    assert "Post 1, Wed 24 Nov 2027: Bien s’entourer\n" in run("check").out
    assert "Wed 24 Nov 2027 · Bien s’entourer" in run("check", "--format", "github").out


def test_findings_are_kept_for_the_week(run: Run, french: Path) -> None:
    with open_desk(french) as desk:
        posts.plan(desk, title="Bien s’entourer", body=GENERIC, day=date(2026, 11, 26))
    assert "Générique" not in run("week", "--lang", "fr").out
    run("check")
    assert "Générique" in run("week", "--lang", "fr").out


def test_a_muted_finding_is_counted_but_does_not_choke(run: Run, french: Path) -> None:
    with open_desk(french) as desk:
        posts.plan(desk, title="Bien s’entourer", body=GENERIC, day=date(2026, 11, 26))
        mutes.mute(desk, 1, "generic", "voulu")
    listed = json.loads(run("check", "--format", "json").out)
    assert listed["muted"] == 1
    assert [row["muted"] for row in listed["findings"] if row["check"] == "generic"] == ["voulu"]
    assert "muted finding" in run("check").out


def test_a_clean_calendar_says_so_in_three_words(run: Run, french: Path) -> None:
    assert run("doctor", "--switch-off", "measure").code == 0
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


def test_a_calendar_is_filtered_too(run: Run, french: Path) -> None:
    with open_desk(french) as desk:
        posts.plan(desk, title="Bien s’entourer", body=GENERIC, day=date(2026, 11, 26))
    assert "Générique" in run("check", "--lang", "fr", "--group", "precise").out
    assert run("check", "--group", "honest", "--min-severity", "error") == (0, "Nothing to add.\n", "")
    assert run("check", "--check", "generic", "--min-severity", "error").code == 0
    listed = json.loads(run("check", "--check", "generic", "--format", "json").out)
    assert {row["check"] for row in listed["findings"]} == {"generic"}
    assert (listed["brief"], listed["texts"], listed["unread"]) == (str(french), 1, 0)
    assert json.loads(run("check", "--brief", str(french), "--check", "buzz", "--format", "json").out)["texts"] == 1


def test_a_calendar_for_an_editor_and_for_github(run: Run, french: Path) -> None:
    with open_desk(french) as desk:
        posts.plan(desk, title="À tous les entrepreneurs, 100 %", body=GENERIC, day=date(2026, 11, 26))
        brief.write_brief(desk, objective="", target_figure=None)
    lines = run("check", "--format", "line").out.splitlines()
    assert any(line.startswith("calendar:1:1: ") for line in lines)
    assert any(line.startswith("post-1:1:") and line.endswith(" [generic]") for line in lines)
    assert any(line.startswith("post-1:0:") and line.endswith(" [for-everyone]") for line in lines)
    commands = run("check", "--format", "github").out.splitlines()
    assert any("::Thu 26 Nov · À tous les entrepreneurs, 100 %25 · " in command for command in commands)
    assert not any("file=" in command for command in commands)


def test_a_draft_a_line_filtered(run: Run) -> None:
    typed = json.dumps({"id": 1, "lang": "fr", "title": "", "body": GENERIC}).encode()
    whole = json.loads(run("check", "--jsonl", typed=typed).out)
    some = json.loads(run("check", "--jsonl", "--min-severity", "warning", typed=typed).out)
    assert some["findings"] == [row for row in whole["findings"] if row["severity"] == "warning"]
    assert 0 < len(some["findings"]) < len(whole["findings"])
    assert {**some, "findings": []} == {**whole, "findings": []}


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

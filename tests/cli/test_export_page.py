"""`planner export html`: the page that was asked for, in the language that is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.exchange.pages import seen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_it_prints_this_week(run: Run, calendar: Path) -> None:
    run("add", "--day", "fri", "Three retentions")
    answer = run("export", "html")
    assert answer.code == 0
    page = seen(answer.out.encode())
    assert "Week 48" in page.text
    assert "Three retentions" in page.text


def test_it_writes_the_page_that_was_asked_for(run: Run, calendar: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    wanted = {
        ("--week", "2026-12-31"): "Semaine 53, 28 décembre 2026 – 3 janvier 2027",
        ("--month", "2026-12"): "Décembre 2026",
        ("--month", "2027-02-28"): "Février 2027",
        ("--brief",): "Le brief",
    }
    for options, title in wanted.items():
        answer = run("export", "html", *options, "-o", str(file), "--lang", "fr")
        told = f"Page écrite dans {file}. Un navigateur l’affiche et l’imprime.\n"
        assert answer == (0, told + ("février 2027\n" if "2027-02-28" in options else ""), "")
        page = seen(file.read_bytes())
        assert title in page.text
        assert page.attributes("lang")[0] == "fr"


def test_it_refuses_two_pages_at_once_and_a_day_that_is_none(run: Run, calendar: Path) -> None:
    assert run("export", "html", "--week", "fri", "--brief").code == 2
    assert run("export", "html", "--month", "2026-13").code == 3
    for options in (("--week", "fri", "--month", "2026-12"), ("--brief", "--findings"), ("--month", "1/2", "--brief")):
        answer = run("export", "html", *options, "--lang", "fr")
        named = [option for option in options if option.startswith("--")]
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"{named[0]} et {named[1]} ne vont pas ensemble.")


def test_a_week_of_another_year_is_told_with_its_year(run: Run, calendar: Path, tmp_path: Path) -> None:
    told = run("export", "html", "--week", "23/11", "-o", str(tmp_path / "page.html")).out
    assert told.endswith("Week 47   22 – 28 November 2027\n")
    assert "Week" not in run("export", "html", "--week", "26/11", "-o", str(tmp_path / "page.html")).out


def test_it_writes_over_no_file_of_another(run: Run, calendar: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("mine")
    assert run("export", "html", "-o", str(file)).code == 3
    assert file.read_text() == "mine"
    assert run("export", "html", "-o", str(file), "--force").code == 0

"""Out as .ics and TOML, in from TOML, and the whole as JSON."""

import json
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from icalendar import Calendar

from planner import settings
from planner.cli import exchange
from planner.cli.parsing import Parser
from planner.desk import brief, posts
from planner.desk.desk import open_desk
from tests.cli.conftest import Run


@pytest.fixture
def planned(calendar: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Two networks, a post on each, one weekly slot; the current folder is an empty one."""
    with open_desk(calendar) as desk:
        first, second = (brief.add_network(desk, name=name).id for name in ("LinkedIn", "Lettre"))
        posts.plan(desk, title="Trois retenues", day=date(2026, 11, 26), network_id=first, body="**Karim** a écrit.")
        posts.plan(desk, title="La suite", day=date(2026, 12, 3), network_id=second, status="ready")
        brief.add_slot(desk, kind="watch", day=date(2026, 11, 23), time="09:00", rule="FREQ=WEEKLY")
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return calendar


def summaries(content: bytes) -> list[str]:
    """What the events of a file are called, in order."""
    read = Calendar.from_ical(content)
    return [str(event["SUMMARY"]) for event in read.walk("VEVENT")]


def test_an_ics_is_printed_for_another_program(run: Run, planned: Path) -> None:
    answer = run("export", "ics", "--lang", "fr")
    assert answer.code == 0
    assert answer.out.startswith("BEGIN:VCALENDAR")
    told = [f"{does}\u00a0: {title}" for title in ("Trois retenues", "La suite") for does in ("Préparer", "Répondre")]
    assert sorted(summaries(answer.out.encode())) == sorted(["Veille", "Trois retenues", "La suite", *told])
    assert list(Path.cwd().iterdir()) == []


def test_at_a_terminal_an_ics_goes_into_a_file(run: Run, planned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    answer = run("export", "ics", "--without", "prepare,reply")
    assert answer.out == "3 events written to mine.ics.\n"
    assert summaries(Path("mine.ics").read_bytes()) == ["Watch", "Trois retenues", "La suite"]


def test_how_many_are_cancelled_is_told(run: Run, planned: Path) -> None:
    asked = ("export", "ics", "--without", "prepare,reply", "-o", "x.ics")
    assert run(*asked).out == "3 events written to x.ics.\n"
    with open_desk(planned) as desk:
        posts.move(desk, 2, None)
    assert run(*asked).out == "3 events written to x.ics. 1 of them is cancelled.\n"
    assert run(*asked).out == "2 events written to x.ics.\n"


def test_a_file_of_another_calendar_is_replaced_only_when_forced(run: Run, planned: Path) -> None:
    run("export", "ics", "-o", "x.ics")
    with open_desk(planned) as desk, desk.database.writing() as connection:
        connection.execute("UPDATE brief SET uid = 'another'")
    refused = run("export", "ics", "-o", "x.ics", "--lang", "fr")
    assert (refused.code, refused.err.startswith("x.ics montre un autre calendrier de planner")) == (3, True)
    assert run("export", "ics", "-o", "x.ics", "--force").code == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--without-slots",), ["Trois retenues", "La suite"]),
        (("--from", "1/12", "--without-slots"), ["La suite"]),
        (("--to", "fri", "--without-slots"), ["Trois retenues"]),
        (("--network", "let", "--without-slots"), ["La suite"]),
        (("--kinds", "publish,watch", "--with-slots"), ["Watch", "Trois retenues", "La suite"]),
        (("--kinds", "réponses, watch", "--lang", "fr", "--to", "fri"), ["Veille", "Répondre\u00a0: Trois retenues"]),
        (("--kinds", "prepare", "--to", "2026-11-27"), ["Prepare: Trois retenues"]),
        (("--without", "watch,publish,reply", "--network", "let"), ["Prepare: La suite"]),
    ],
)
def test_what_is_in_the_ics_can_be_chosen(run: Run, planned: Path, options: tuple[str, ...], told: list[str]) -> None:
    assert summaries(run("export", "ics", *options, "-o", "-").out.encode()) == told


def test_reminders_and_html_are_asked_for(run: Run, planned: Path) -> None:
    plain, rich = run("export", "ics").out, run("export", "ics", "--alarm", "15", "--html").out
    assert "VALARM" not in plain
    assert "X-ALT-DESC" not in plain
    assert "TRIGGER:-PT15M" in rich
    assert "<strong>Karim</strong>" in rich.replace("\r\n ", "")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--alarm", "soon"), 2),
        (("--kinds", "publish,naps"), 2),
        (("--split", "mood"), 2),
        (("--split", "kind", "-o", "-"), 2),
        (("--alarm", "-1"), 2),
        (("--kinds", " ,"), 2),
        (("--kinds", "publish", "--without", "publish"), 2),
        (("--kinds", "watch", "--without-slots"), 2),
        (("--with-slots", "--without-slots"), 2),
        (("-o", "missing/"), 5),
        (("--from", "someday"), 3),
        (("--network", "X"), 3),
        (("-o", "missing/folder/x.ics"), 5),
    ],
)
def test_what_cannot_be_exported_is_told(run: Run, planned: Path, options: tuple[str, ...], code: int) -> None:
    answer = run("export", "ics", *options)
    assert (answer.code, answer.out, answer.err.count("\n")) == (code, "", 1)


@pytest.mark.parametrize("form", ["ics", "toml"])
def test_a_file_that_planner_did_not_write_is_kept(run: Run, planned: Path, form: str) -> None:
    path = Path(f"mine.{form}")
    path.write_text("not planner's\n")
    answer = run("export", form, "-o", str(path))
    assert answer.code == 3
    assert "--force" in answer.err
    assert path.read_text() == "not planner's\n"
    assert run("export", form, "-o", str(path), "--force").code == 0
    assert run("export", form, "-o", str(path)).code == 0
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("asked", "option", "form", "served"),
    [
        (("export", "csv", "--week", "2026-11-30"), "--week", "csv", "html"),
        (("export", "ics", "--separator=,"), "--separator", "ics", "csv"),
        (("export", "toml", "--kinds", "listen"), "--kinds", "toml", "ics"),
        (("export", "html", "--from", "fri"), "--from", "html", "ics"),
        (("export", "md", "-o", "notes", "--without-slots"), "--without-slots", "md", "ics, html"),
        (("import", "x.ics", "--map", "a=title"), "--map", ".ics", ".csv"),
        (("import", "x.csv", "--zone", "Europe/Paris"), "--zone", ".csv", ".ics"),
        (("import", ".", "--exact"), "--exact", ".md", ".csv"),
        (("import", "x.markdown", "--as", "slot"), "--as", ".md", ".ics"),
        (("import", "x.TOML", "--dates", "dmy"), "--dates", ".toml", ".csv, .md"),
        (("import", "x.toml", "--new-needs", "--yes"), "--new-needs", ".toml", ".ics, .csv, .md"),
    ],
)
def test_an_option_of_another_form_is_refused_and_named(
    run: Run, planned: Path, asked: tuple[str, ...], option: str, form: str, served: str
) -> None:
    told = f"{option} does not serve {form}, only {served}. `planner {asked[0]} --help` shows what each form takes.\n"
    assert run(*asked) == (2, "", told)
    assert run(*asked, "--lang", "fr").err.startswith(f"{option} ne sert pas pour {form}, seulement pour {served}.")
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("form", sorted(exchange.FORMS))
def test_help_names_the_forms_that_each_option_serves(form: str) -> None:
    parser = Parser("export", "", "")
    exchange.COMMANDS["export"].takes(parser)
    said = {
        option
        for action in parser._actions
        for option in action.option_strings
        if form in str(action.help).partition(": ")[0].split(", ")
    }
    assert said == set(import_module(exchange.FORMS[form]).OPTIONS)


def test_an_option_is_none_after_two_dashes(run: Run, calendar: Path) -> None:
    assert run("import", "--", "--map").err.startswith("There is no file --map")


@pytest.mark.parametrize(
    ("form", "name", "better"),
    [
        ("csv", "x.ics", "x.csv"), ("ics", "x.pdf", "x.ics"), ("html", "a.b/x.JSON", "a.b/x.html"),
        ("toml", "x.csv", "x.toml"), ("json", "x.planner", "x.json"), ("md", "x.md", "x"), ("md", "x.html", "x"),
    ],
)  # fmt: skip
def test_a_file_is_not_called_as_another_form_is(run: Run, planned: Path, form: str, name: str, better: str) -> None:
    answer = run("export", form, "-o", name)
    assert (answer.code, answer.out) == (2, "")
    assert f"Nothing was written. Call it {better}" in answer.err
    assert f"Rien n’a été écrit. Nommez-le {better}" in run("export", form, "-o", name, "--lang", "fr").err
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("name", ["x.htm", "x.HTML", "x", "x.txt", "x.new"])
def test_endings_that_say_nothing_else_are_taken(run: Run, planned: Path, name: str) -> None:
    assert run("export", "html", "-o", name).code == 0
    assert Path(name).read_text("utf-8").startswith("<!doctype html>")


def test_a_folder_of_notes_that_stands_there_may_be_called_anyhow(run: Run, planned: Path) -> None:
    Path("notes.md").mkdir()
    assert run("export", "md", "-o", "notes.md").code == 0
    assert len(list(Path("notes.md").iterdir())) == 2


@pytest.mark.parametrize("form", ["ics", "toml", "csv", "html", "json"])
def test_a_folder_that_is_missing_is_named(run: Run, planned: Path, form: str) -> None:
    told = (
        f"There is no folder nodir, so nodir/b.{form} was not written. Make the folder first, or choose another one.\n"
    )
    assert run("export", form, "-o", f"nodir/b.{form}") == (5, "", told)
    assert run("export", form, "-o", f"nodir/b.{form}", "--lang", "fr").err.startswith("Il n’y a pas de dossier nodir")


def test_every_export_counts_the_same_posts_and_says_what_became_of_the_bin(run: Run, planned: Path) -> None:
    names = {"csv": "x.csv", "md": "notes", "toml": "x.toml", "json": "x.json"}
    for form, name in names.items():
        assert run("export", form, "-o", name).out == f"2 posts written to {name}.\n"
    with open_desk(planned) as desk:
        posts.delete(desk, posts.plan(desk, title="Le brouillon").id)
        posts.delete(desk, posts.plan(desk, title="Un autre").id)
        posts.bring_back(desk, desk.calendar().binned[0].id or 0)
    told = {form: run("export", form, "-o", f"new-{name}").out for form, name in names.items()}
    for form in ("csv", "md"):
        assert told[form].startswith("3 posts written to new-")
        assert told[form].endswith("1 post in the bin is left out: only toml and json hold it.\n")
    for form in ("toml", "json"):
        assert told[form] == f"3 posts written to new-{names[form]}. 1 post in the bin is in it too.\n"
    whole = run("import", "new-x.toml", "--calendar", "other.planner").out
    assert "imported, 3 posts" in whole
    french = run("export", "csv", "-o", "new.csv", "--lang", "fr").out
    assert french.endswith("1 publication de la corbeille n’y est pas\u00a0: seuls toml et json la gardent.\n")


def test_the_days_of_an_ics_are_told_with_their_years(run: Run, planned: Path) -> None:
    file = ("-o", "x.ics")
    assert run("export", "ics", "--from", "24/11", *file).out.endswith("\nFrom Wednesday 24 November 2027 on.\n")
    assert run("export", "ics", "--from", "24/11", "-o", "-").err == "From Wednesday 24 November 2027 on.\n"
    told = run("export", "ics", "--from", "26/11", "--to", "1/12", *file, "--lang", "fr").out
    assert told.endswith("\nDu jeudi 26 novembre 2026 au mardi 1er décembre 2026.\n")
    assert run("export", "ics", "--to", "1/12", *file).out.endswith("\nUp to Tuesday 1 December 2026.\n")


@pytest.mark.parametrize(
    ("language", "kinds", "elsewhere"),
    [("fr", "préparation publication réponses veille", "sans-réseau"),
     ("en", "preparation publication replies watch", "no-network")],
)  # fmt: skip
def test_parts_are_called_in_the_language_that_is_spoken(
    run: Run, planned: Path, language: str, kinds: str, elsewhere: str
) -> None:
    run("export", "ics", "--split", "kind", "-o", "k.ics", "--lang", language)
    assert sorted(path.name for path in Path.cwd().iterdir()) == [f"k-{kind}.ics" for kind in kinds.split()]
    run("export", "ics", "--split", "network", "-o", "n.ics", "--lang", language)
    assert {path.name for path in Path.cwd().glob("n-*")} == {"n-linkedin.ics", "n-lettre.ics", f"n-{elsewhere}.ics"}


def test_toml_goes_out_and_comes_in_whole(run: Run, planned: Path, tmp_path: Path) -> None:
    whole = run("dump", "--json").out
    text = run("export", "toml", "--lang", "fr").out
    Path("copy.toml").write_text(text, "utf-8")
    assert "# Un calendrier planner" in text
    other = tmp_path / "other.planner"
    answer = run("import", "copy.toml", "--calendar", str(other), "--lang", "fr")
    assert answer.code == 0
    assert answer.out == f"«\u00a0Building trade\u00a0» importé, 2 publications\u00a0: {other} · révision 1\n"
    assert run("dump", "--json", "--calendar", str(other)).out == whole
    assert settings.load().last == str(other)


def test_a_calendar_with_posts_is_replaced_only_when_agreed(run: Run, planned: Path) -> None:
    Path("new.toml").write_text('format = 1\n[[post]]\ntitle = "Alone"\n', "utf-8")
    before = run("dump", "--json").out
    answer = run("import", "new.toml")
    assert answer.code == 2
    assert "which holds 2 networks, 1 slot, 2 posts already" in answer.err
    assert run("dump", "--json").out == before
    assert run("import", "new.toml", "--yes").out.endswith("revision 6\n")
    assert [post["title"] for post in json.loads(run("dump", "--json").out)["post"]] == ["Alone"]
    assert run("undo").out == "Undone: a calendar imported · revision 7\n"
    assert run("dump", "--json").out == before


@pytest.mark.parametrize(
    ("answered", "changed"), [(b"y\n", True), (b"oui\n", True), (b"n\n", False), (b"\n", False), (b"", False)]
)
def test_a_person_is_asked(
    run: Run, planned: Path, answered: bytes, changed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("new.toml").write_text("format = 1\n", "utf-8")
    before = run("dump", "--json").out
    monkeypatch.setattr("planner.cli.screen.terminal", lambda: True)
    answer = run("import", "new.toml", typed=answered)
    assert answer.code == 0
    assert "which holds 2 networks, 1 slot, 2 posts already" in answer.out
    assert (run("dump", "--json").out != before) == changed


@pytest.mark.parametrize("content", ["format = 1\n[[post]\n", "format = 1\n[[need]]\n"])
def test_a_broken_file_is_told_before_anybody_is_asked(
    run: Run, planned: Path, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("new.toml").write_text(content, "utf-8")
    for at_a_terminal in (False, True):
        monkeypatch.setattr("planner.cli.screen.terminal", lambda answer=at_a_terminal: answer)
        answer = run("import", "new.toml", typed=b"y\n")
        assert (answer.code, answer.out) == (3, "")
        assert "new.toml, line 2" in answer.err


def test_a_folder_is_no_file_to_write_but_for_other_calendars(run: Run, planned: Path, tmp_path: Path) -> None:
    answer = run("export", "toml", "-o", str(tmp_path), "--force")
    assert (answer.code, answer.err) == (3, f"{tmp_path} is a folder. Name a file in it.\n")
    folder = tmp_path / "folder"
    folder.mkdir()
    assert run("export", "ics", "-o", str(folder)).code == 0
    assert run("export", "ics", "-o", f"{folder}/", "--split", "year").code == 0
    assert run("export", "ics", "-o", str(tmp_path / "plain"), "--split", "kind").code == 0
    assert {path.name for path in folder.iterdir()} == {"mine.ics", "mine-2026.ics"}
    assert {path.name for path in tmp_path.glob("plain*")} == {
        f"plain-{kind}.ics" for kind in ("preparation", "publication", "replies", "watch")
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ics", "--alarm", "zz"), "“zz” does not fit --alarm. Allowed: 0 – 40,320 minutes."),
        (("ics", "--alarm", "-5", "--lang", "fr"), "« -5 » ne convient pas à --alarm. Permis : 0 – 40 320 minutes."),
        (("ics", "--kinds", ""), "“” does not fit --kinds. Allowed: publication, preparation, replies"),
        (("ics", "--kinds", "reply", "--without", "reply"), "Nothing is left to write with --kinds, --without."),
        (("html", "--month", "décembre"), "“décembre” does not say a month. Nothing was written. Write it as in 2026"),
        (("html", "--month", "2026-13"), "“2026-13” does not say a month."),
        (("csv", "--separator", "|"), "“|” is not “,”, “;” or “tab”."),
        (("ics", "-o", "--lang", "fr"), "--output … manque. `planner"),
        (("ics", "--split", "humeur", "--lang", "fr"), "« humeur » n’est ni réseau, sorte ni année."),
    ],
)  # fmt: skip
def test_what_an_option_does_not_take_is_named_with_what_it_takes(
    run: Run, planned: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert run("export", *arguments).err.startswith(said)


def test_a_split_is_named_in_either_language(run: Run, planned: Path) -> None:
    for word in ("kind", "sorte", "Sorte"):
        for path in Path.cwd().glob("k-*"):
            path.unlink()
        assert run("export", "ics", "--split", word, "-o", "k.ics").code == 0
        assert {path.name for path in Path.cwd().glob("k-*")} == {
            f"k-{kind}.ics" for kind in ("preparation", "publication", "replies", "watch")
        }


def test_files_of_an_earlier_export_that_were_emptied_are_named(run: Run, planned: Path) -> None:
    first = run("export", "ics", "--split", "kind", "-o", "k.ics", "--lang", "fr")
    assert "vidés" not in first.err
    told = run("export", "ics", "--split", "kind", "-o", "k.ics").err
    assert "Number of files: 4, " in told
    assert "any more: k-préparation.ics, k-réponses.ics, k-veille.ics. Delete them" in told


def test_how_many_are_cancelled_bends_with_their_number(run: Run, planned: Path) -> None:
    run("export", "ics", "-o", "x.ics", "--without", "watch,prepare,reply")
    with open_desk(planned) as desk:
        first, second = (post.id or 0 for post in desk.calendar().posts if post.day)
        posts.delete(desk, first)
    asked = ("export", "ics", "-o", "x.ics", "--without", "watch,prepare,reply")
    assert run(*asked, "--lang", "fr").out == "2 événements écrits dans x.ics. 1 d’entre eux est annulé.\n"
    with open_desk(planned) as desk:
        posts.delete(desk, second)
    assert "All of them are cancelled" in run("export", "ics", "-o", "y.ics", "--without", "watch,prepare,reply").out


def test_an_empty_calendar_needs_no_question(run: Run, calendar: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.toml"
    file.write_text('format = 1\n[brief]\ntitle = "Ours"\n', "utf-8")
    assert run("import", str(file)).code == 0
    assert run("list").out.startswith("Ours")


def test_without_any_calendar_one_is_made(run: Run, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "Été 2027.toml"
    file.write_text("format = 1\n", "utf-8")
    assert run("import", str(file)).code == 0
    assert (home / "calendars" / "été-2027.planner").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("format = 1\n[[post]]\ntitle = 3\n", "line 3, post[1].title: “3” does not fit there: title."),
        ("format = 1\n[[post]\n", "line 2, column 7, post[1]: a [[ is not closed."),
        ("format = 9\n", "line 1, format: “9” does not fit there: format."),
        ('format = 1\n[[post]]\nnetwork = "X"\n', "“X” is not there: network."),
        ("[brief]\n", "This is missing: format."),
    ],
)
def test_a_toml_that_is_refused_names_line_and_key(run: Run, tmp_path: Path, content: str, told: str) -> None:
    file, path = tmp_path / "bad.toml", tmp_path / "made.planner"
    file.write_text(content, "utf-8")
    answer = run("import", str(file), "--calendar", str(path))
    assert answer.code == 3
    assert told in answer.err
    assert answer.err.count("Nothing was changed.") == 1
    assert not path.exists()
    french = run("import", str(file), "--calendar", str(path), "--lang", "fr").err
    assert french.count("Rien n’a changé.") == 1


def test_what_is_no_toml_file_is_refused(run: Run, calendar: Path, tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes("format = 1\n# été".encode("latin-1"))
    other = tmp_path / "x.doc"
    other.touch()
    for name, told in (
        (str(other), ".toml"),
        ("none.toml", "no file"),
        (str(latin), "line 2"),
        ("\0.toml", "cannot"),
    ):
        answer = run("import", name)
        assert answer.code == 3
        assert told in answer.err


def test_two_dumps_are_the_same_bytes(run: Run, planned: Path) -> None:
    first = run("dump", "--json").out
    run("add", "x")
    run("undo")
    assert run("dump", "--json", "--lang", "fr").out == first
    assert json.loads(first)["format"] == 1


@pytest.mark.parametrize(("language", "told"), [("fr", "Semaine 48"), ("en", "Week 48")])
def test_the_sample_is_shown_and_thrown_away(
    run: Run, language: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    thrown = tmp_path / "thrown"
    thrown.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(thrown))
    answer = run("demo", "--lang", language)
    assert answer.code == 0
    assert answer.out.startswith(told)
    assert len(answer.out.splitlines()) > 8
    assert list(thrown.iterdir()) == []
    assert not home.exists()


def test_a_calendar_that_somebody_wrote_in_is_replaced_only_when_that_is_agreed_to(
    run: Run, calendar: Path, tmp_path: Path
) -> None:
    file = tmp_path / "whole.toml"
    file.write_text('format = 1\n[brief]\ntitle = "Other"\n', "utf-8")
    with open_desk(calendar) as desk:
        brief.write_brief(desk, audience="Heads of small firms")
    before = run("dump", "--json").out
    answer = run("import", str(file))
    assert (answer.code, "which holds a brief already" in answer.err) == (2, True)
    assert run("dump", "--json").out == before
    assert run("import", str(file), "--yes").out.startswith("The calendar’s title was “Building trade”.\n")


def test_a_calendar_with_a_title_only_is_replaced_unasked_and_its_title_told(
    run: Run, calendar: Path, tmp_path: Path
) -> None:
    file = tmp_path / "whole.toml"
    file.write_text('format = 1\n[brief]\ntitle = "Other"\n', "utf-8")
    answer = run("import", str(file))
    assert (answer.code, answer.out.splitlines()[0]) == (0, "The calendar’s title was “Building trade”.")

"""`planner publish`: a file that is kept up to date, after each command that changes the calendar."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from planner.cli import main as door
from planner.desk import brief, posts
from planner.desk.desk import open_desk
from tests.desk.publishing import events, heavy, seen, statuses

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def cloud(calendar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to publish into; the calendar holds a network, a post on it and a weekly slot."""
    with open_desk(calendar) as desk:
        network = brief.add_network(desk, name="LinkedIn").id
        posts.plan(desk, title="Trois retenues", day=date(2026, 11, 26), network_id=network)
        brief.add_slot(desk, kind="watch", day=date(2026, 11, 23), time="09:00", rule="FREQ=WEEKLY")
    folder = tmp_path / "cloud"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def titles(file: Path) -> list[str]:
    return [event.title for event in seen(file)]


def test_a_folder_is_kept_up_to_date_from_now_on(run: Run, cloud: Path) -> None:
    file = cloud / "mine.ics"
    answer = run("publish", ".")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"{file} is kept up to date from now on, after each change.\n")
    assert titles(file) == ["Trois retenues", "Watch"]
    assert run("publish").out == f"{file}: up to date.\n"


def test_each_command_that_changes_the_calendar_is_followed(run: Run, cloud: Path) -> None:
    file = cloud / "mine.ics"
    run("publish", str(file))
    added = run("add", "--day", "fri", "La suite")
    assert (added.out.count("\n"), added.err) == (1, "")
    assert titles(file) == ["Trois retenues", "La suite", "Watch"]
    run("undo")
    assert statuses(file)["La suite"] == "CANCELLED"
    run("redo")
    assert statuses(file)["La suite"] == "TENTATIVE"
    (cloud / "new.toml").write_text('format = 1\n[[post]]\nuid = "u"\ntitle = "Alone"\nday = 2026-11-27\n', "utf-8")
    assert run("import", "new.toml", "--yes").code == 0
    assert statuses(file)["Alone"] in ("TENTATIVE", "CONFIRMED")
    assert statuses(file)["Trois retenues"] == "CANCELLED"


def test_every_changing_command_is_one_that_there_is() -> None:
    assert set(door.CHANGING) <= set(door.COMMANDS)


def test_a_refusal_is_told_in_a_line_and_the_command_is_done_all_the_same(run: Run, cloud: Path) -> None:
    run("publish", ".")
    cloud.rename(cloud.with_name("away"))
    answer = run("add", "--day", "fri", "La suite")
    assert answer.code == 0
    assert "La suite" in answer.out
    assert answer.err.count("\n") == 1
    assert f"There is no folder {cloud}" in answer.err
    assert run("publish").code == 5
    cloud.with_name("away").rename(cloud)
    assert run("publish").out == f"{cloud / 'mine.ics'}: 1 change.\n"


def test_what_goes_there_is_chosen_and_kept(run: Run, cloud: Path) -> None:
    file = cloud / "mine.ics"
    assert run("publish", ".", "--network", "link", "--without", "watch,review", "--alarm", "15", "--html").code == 0
    assert titles(file) == ["Trois retenues"]
    assert b"TRIGGER:-PT15M" in file.read_bytes()
    assert run("publish", "--list").out == (
        f"{file}: up to date. (--network LinkedIn --without review,watch --alarm 15 --html)\n"
    )
    (listed,) = json.loads(run("publish", "--list", "--json").out)
    assert (listed["place"], listed["kind"], listed["current"]) == (str(file), "file", True)
    assert listed["options"]["alarm"] == 15
    run("publish", ".")
    assert b"VALARM" not in file.read_bytes()
    assert titles(file) == ["Trois retenues", "Watch"]


def test_a_place_named_again_says_what_it_keeps_and_what_it_drops(run: Run, cloud: Path) -> None:
    file = cloud / "r.ics"
    run("publish", "r.ics", "--readable", "--without", "review,watch", "--year", "current")
    assert run("publish", "--list", "--lang", "fr").out.endswith(
        "à jour. (--year courante --without bilan,veille --readable)\n"
    )
    forced = run("publish", "r.ics", "--force").out
    assert "As before: --year current --without review,watch --readable" in forced
    assert "No longer" not in forced
    assert file.stat().st_mode & 0o777 == 0o644
    again = run("publish", "r.ics", "--readable", "--alarm", "5", "--year", "2026", "--force").out
    assert "As before: --readable\n" in again
    assert "No longer, for it was not said again: --without review,watch\n" in again
    plain = run("publish", "r.ics").out
    assert "No longer, for it was not said again: --year 2026 --alarm 5 --readable\n" in plain
    assert file.stat().st_mode & 0o777 == 0o600
    assert "No longer" not in run("publish", "r.ics").out


def test_a_folder_that_is_missing_is_named_as_an_export_names_it(run: Run, cloud: Path) -> None:
    told = run("publish", "nodir")
    assert (told.code, f"There is no folder {cloud / 'nodir'}." in told.err, "mkdir" in told.err) == (5, True, True)
    assert run("export", "ics", "-o", "nodir/x.ics").code == 5


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.ics", "--year", "26"), "“26” does not fit --year. Allowed: a year as in 2026, or “current”."),
        (("--year", "2026"), "--year says what goes to a place, and none is named."),
        (("--list", "--year", "2026"), "--year does not serve --list, only FOLDER|FILE.ics."),
        (("a.ics", "--json"), "--json does not serve FOLDER|FILE.ics, only --list."),
    ],
)
def test_an_option_out_of_place_is_named(run: Run, cloud: Path, arguments: tuple[str, ...], said: str) -> None:
    assert run("publish", *arguments).err.startswith(said)


def test_a_place_that_is_behind_is_listed_so(run: Run, cloud: Path, calendar: Path) -> None:
    run("publish", ".")
    with open_desk(calendar) as desk:
        posts.plan(desk, title="Ailleurs", day=date(2026, 11, 27))
    assert run("publish", "--list").out == f"{cloud / 'mine.ics'}: behind.\n"
    assert run("publish", "--lang", "fr").out == f"{cloud / 'mine.ics'}\u00a0: 1 changement.\n"


@pytest.mark.parametrize(
    ("harm", "told"), [(None, "missing. The next `planner publish` writes it again."), ("touched", "behind.")]
)
def test_a_file_that_is_gone_or_was_touched_is_listed_so(run: Run, cloud: Path, harm: str | None, told: str) -> None:
    run("publish", ".")
    file = cloud / "mine.ics"
    whole = file.read_bytes()
    file.unlink() if harm is None else file.write_bytes(whole[:-200])
    assert run("publish", "--list").out == f"{file}: {told}\n"
    (listed,) = json.loads(run("publish", "--list", "--json").out)
    assert listed["current"] is False
    run("publish")
    assert file.read_bytes() == whole
    assert run("publish", "--list").out == f"{file}: up to date.\n"


def test_an_address_is_no_file(run: Run, cloud: Path) -> None:
    answer = run("publish", "https://me:canary@cloud.example/mine.ics")
    assert (answer.code, "planner publish caldav URL" in answer.err, "canary" in answer.err) == (2, True, False)
    assert "[FOLDER|FILE.ics|caldav URL]" in run("publish", "--help").out


@pytest.mark.parametrize("language", ["en", "fr"])
def test_kinds_are_named_in_either_language_or_as_in_a_file(run: Run, cloud: Path, language: str) -> None:
    for told in ("replies, Watch,prepare", "réponses,veille,preparation", "reply,watch,prepare"):
        assert run("publish", "x.ics", "--without", told, "--lang", language).code == 0
        assert [event.title for event in seen(cloud / "x.ics")] == ["Trois retenues"]
        assert len(events(cloud / "x.ics")) == 1
        exported = run("export", "ics", "--without", told, "--lang", language, "-o", "-").out
        assert exported.count("BEGIN:VEVENT") == 1
        (cloud / "x.ics").unlink()


def test_the_language_of_a_file_is_the_one_it_was_begun_in(run: Run, cloud: Path) -> None:
    run("publish", ".", "--lang", "fr")
    before = (cloud / "mine.ics").read_bytes()
    assert "Veille" in titles(cloud / "mine.ics")
    run("publish", "--lang", "en")
    assert (cloud / "mine.ics").read_bytes() == before


def test_a_place_is_forgotten_and_its_file_stays(run: Run, cloud: Path) -> None:
    run("publish", ".")
    assert run("publish", "--forget", ".").out.startswith(f"{cloud / 'mine.ics'} is no longer kept up to date.")
    run("add", "--day", "fri", "La suite")
    assert titles(cloud / "mine.ics") == ["Trois retenues", "Watch"]
    assert (
        run("publish").out
        == run("publish", "--list").out
        == ("Nothing is kept up to date yet. `planner publish FOLDER` begins.\n")
    )
    assert run("publish", "--forget", ".").code == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("x.txt",), 3),
        (("a.ics", "b.ics"), 2),
        ((".", "--without", "dinner"), 2),
        ((".", "--alarm", "soon"), 2),
        ((".", "--alarm", "-1"), 2),
        ((".", "--without", "publish,prepare,reply,listen,watch,review"), 2),
        (("nowhere",), 5),
        (("--year", "2026"), 2),
        (("--readable",), 2),
        (("--user", "me"), 2),
        (("--list", "--year", "2026"), 2),
        (("--list", "--force"), 2),
        (("--list", "--forget", "x.ics"), 2),
        (("x.ics", "--list"), 2),
        (("--forget", "x.ics", "--html"), 2),
        (("x.ics", "--user", "me"), 2),
        (("--json",), 2),
        ((".", "--network", "X"), 3),
        (("missing/x.ics",), 5),
        (("--forget", "x.ics"), 3),
        (("https://me:canary@cloud.example/mine", "--list"), 2),
        (("HTTPS://cloud.example/mine", "more"), 2),
    ],
)
def test_what_cannot_be_published_is_told(run: Run, cloud: Path, arguments: tuple[str, ...], code: int) -> None:
    answer = run("publish", *arguments)
    assert (answer.code, answer.out, answer.err.count("\n")) == (code, "", 1)
    assert list(cloud.iterdir()) == []


def test_a_file_that_planner_did_not_write_is_kept(run: Run, cloud: Path) -> None:
    file = cloud / "mine.ics"
    file.write_text("theirs\n")
    answer = run("publish", ".")
    assert (answer.code, file.read_text()) == (3, "theirs\n")
    assert "--force" in answer.err
    assert run("publish", ".", "--force").code == 0
    assert titles(file) == ["Trois retenues", "Watch"]


def test_no_calendar_is_no_reason_to_complain_twice(run: Run, home: Path) -> None:
    assert run("undo").err.count("\n") == 1


@pytest.fixture
def years(cloud: Path, calendar: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder; the calendar has posts in two years and is too large for one file."""
    monkeypatch.setattr("planner.exchange.ics.write.SIZE_LIMIT", 100_000)
    monkeypatch.setattr("planner.desk.publish_file.SIZE_LIMIT", 100_000)
    with open_desk(calendar) as desk:
        heavy(desk, 2025, 2026)
    return cloud


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "One file would be over 900 kB, and Google Calendar refuses more than 1 MB, so there is one for each year, "
            "all kept up to date: mine-2025.ics, mine-2026.ics. Subscribe to each of them.",
        ),
        (
            "fr",
            "Un seul fichier dépasserait 900\u00a0ko, et Google Agenda refuse plus de 1\u00a0Mo\u00a0: il y en a donc "
            "un par année, tous tenus à jour\u00a0: mine-2025.ics, mine-2026.ics. Abonnez-vous à chacun d’eux.",
        ),
    ],
)
def test_a_folder_is_parted_by_year_by_itself_and_says_so(run: Run, years: Path, language: str, told: str) -> None:
    answer = run("publish", ".", "--lang", language)
    assert (answer.code, answer.err.splitlines()[0]) == (0, told)
    assert sorted(file.name for file in years.iterdir()) == ["mine-2025.ics", "mine-2026.ics"]
    assert [line.split(" (")[1] for line in run("publish", "--list").out.splitlines()] == [
        "--year 2025)",
        "--year 2026)",
    ]
    assert run("publish", "--lang", language).err == ""


@pytest.mark.parametrize(
    ("language", "told"), [("en", "2027 now has a file of its own"), ("fr", "2027 a maintenant son propre fichier")]
)
def test_a_year_that_gets_a_file_is_said_by_the_command_that_began_it(
    run: Run, years: Path, language: str, told: str
) -> None:
    run("publish", ".")
    added = run("add", "--day", "2027-02-02", "Plus tard", "--lang", language)
    assert (added.code, added.err.startswith(told), added.err.count("\n")) == (0, True, 1)
    assert statuses(years / "mine-2027.ics")["Plus tard"] == "TENTATIVE"
    assert run("add", "--day", "2027-02-03", "Encore").err == ""


@pytest.mark.parametrize(
    ("language", "told"), [("en", "`{}` keeps one year in it."), ("fr", "`{}` n’y garde qu’une année.")]
)
def test_a_file_that_is_too_large_says_the_command_that_helps(run: Run, years: Path, language: str, told: str) -> None:
    file = years / "all.ics"
    answer = run("publish", str(file), "--lang", language, "--alarm", "5")
    command = f"planner publish {file} --year 2026 --alarm 5"
    assert told.format(command) in answer.err
    assert f"`planner publish --forget {file}`" in answer.err
    assert f"`planner publish {years} --alarm 5`" in answer.err
    assert run(*command.split()[1:]).code == 0
    assert "Post 2025" not in titles(file)
    assert run("publish", "--forget", str(file)).code == 0
    file.unlink()
    assert run("publish", str(years), "--alarm", "5").code == 0
    assert sorted(file.name for file in years.iterdir()) == ["mine-2025.ics", "mine-2026.ics"]


@pytest.mark.parametrize("word", ["current", "courante", "Courante"])
def test_the_year_may_be_this_one_whichever_it_is(run: Run, years: Path, word: str) -> None:
    assert run("publish", "a.ics", "--year", word, "--readable").code == 0
    assert run("publish", "--list").out == f"{years / 'a.ics'}: up to date. (--year current --readable)\n"
    (listed,) = json.loads(run("publish", "--list", "--json").out)
    assert (listed["options"]["year"], listed["options"]["readable"]) == ("current", True)
    assert (years / "a.ics").stat().st_mode & 0o777 == 0o644
    assert set(titles(years / "a.ics")) == {"Trois retenues", "Watch", "Post 2026"}


@pytest.mark.parametrize("year", ["0", "26", "1899", "3000", "next", "２０２６"])
def test_a_year_that_is_none_is_refused(run: Run, cloud: Path, year: str) -> None:
    answer = run("publish", "a.ics", "--year", year)
    assert (answer.code, answer.err.count("\n"), list(cloud.iterdir())) == (2, 1, [])


@pytest.mark.parametrize("option", [("--year", "2026"), ("--readable",)])
def test_a_server_has_no_use_for_what_is_of_a_file(run: Run, cloud: Path, option: tuple[str, ...]) -> None:
    answer = run("publish", "caldav", "https://cloud.example/mine", *option)
    assert (answer.code, option[0] in answer.err) == (2, True)


def test_a_folder_by_year_is_forgotten_as_one_and_one_year_alone(run: Run, years: Path) -> None:
    run("publish", ".")
    assert run("publish", "--forget", "mine-2025.ics").out.startswith(f"{years / 'mine-2025.ics'} is no longer")
    assert "mine-2025" not in run("publish").out
    run("publish", ".")
    assert run("publish", "--forget", ".").out.count("is no longer kept up to date") == 2
    assert run("publish", "--list").out.startswith("Nothing is kept up to date yet.")


def test_a_year_whose_place_is_taken_is_told_and_the_others_are_kept(run: Run, years: Path) -> None:
    (years / "mine-2025.ics").write_text("theirs\n")
    answer = run("publish", ".")
    assert (answer.code, "mine-2025.ics was not written by planner" in answer.err) == (3, True)
    assert "mine-2026.ics is kept up to date from now on" in answer.out
    assert run("publish", ".", "--force").code == 0
    assert run("publish", "--list").out.count("up to date") == 2

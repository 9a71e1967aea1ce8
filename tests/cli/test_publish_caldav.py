"""`planner publish caldav URL` as a person at a terminal uses it, and as a script does."""

from __future__ import annotations

import io
import shlex
import socket
import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from planner.cli import publish_caldav
from planner.cli.asked import Asked
from planner.cli.parsing import Parser
from planner.cli.publish_caldav import Password
from planner.cli.screen import no_screen
from planner.desk import passwords, posts
from planner.desk.desk import open_desk
from planner.errors import OutsideError, UsageError
from planner.exchange.ics.entry import Remark
from planner.store.outlets import outlets
from planner.words import speak
from tests import radicale
from tests.radicale import ACCOUNT, FOREIGN, PASSWORD, Radicale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.cli.conftest import Run

    Publish = Callable[..., int]

WHERE = "planner.cli.publish_caldav"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale.running(tmp_path_factory.mktemp("radicale")) as running:
        yield running


class Keyring:
    """A keyring in memory, called as the library is."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_keyring(self) -> Keyring:
        return self

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.kept[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    kept = Keyring()
    monkeypatch.setattr(passwords, "_keyring", lambda: kept)
    monkeypatch.delenv(passwords.VARIABLE, raising=False)
    return kept


@pytest.fixture
def publish(calendar: Path, monkeypatch: pytest.MonkeyPatch) -> Publish:
    """Publish a calendar of two posts; `typed` are the lines a person types at a terminal."""
    with open_desk(calendar) as desk:
        posts.plan(desk, title="Trois retenues", day=date(2026, 11, 26), prepare_minutes=0, reply_minutes=0)
        posts.plan(desk, title="La suite", day=date(2026, 12, 3), prepare_minutes=0, reply_minutes=0)

    def answer(*arguments: str, typed: str | None = None, secret: str = "") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed or ""))
        monkeypatch.setattr(f"{WHERE}.terminal", lambda: typed is not None)
        monkeypatch.setattr("getpass.getpass", lambda prompt: secret)
        parser = Parser("publish", "caldav URL", "")
        parser.word("url", help="")
        parser.option("--force", action="store_true", help="")
        publish_caldav.takes_caldav(parser)
        return publish_caldav.run(parser.taken(arguments), Asked(calendar, None, no_screen))

    return answer


def test_a_person_names_the_calendar_and_keeps_the_password(
    publish: Publish, server: Radicale, keyring: Keyring, capsys: pytest.CaptureFixture[str], calendar: Path
) -> None:
    url = server.make_calendar("first")
    assert publish(url, typed=f"{ACCOUNT}\ny\n", secret=PASSWORD) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Name to log in with (empty for none):",
        f"2 events changed in {url}.",
        "Keep the password in this machine’s keyring? (y/n)",
        "The password is kept.",
    ]
    assert keyring.kept == {("planner", f"{ACCOUNT}@{passwords.host_of(url)}"): PASSWORD}
    server.forget()
    assert publish(url) == 0
    assert capsys.readouterr().out == f"{url} is up to date.\n"
    assert server.changing() == []
    assert PASSWORD.encode() not in calendar.read_bytes()
    assert passwords.forget_password(ACCOUNT, passwords.host_of(url))
    assert keyring.kept == {}


def test_a_password_that_is_not_to_be_kept_is_not(publish: Publish, server: Radicale, keyring: Keyring) -> None:
    assert publish(server.make_calendar("second"), "--user", ACCOUNT, typed="n\n", secret=PASSWORD) == 0
    assert keyring.kept == {}


def test_a_machine_without_a_keyring_says_so(
    publish: Publish, server: Radicale, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(passwords, "_keyring", lambda: None)
    speak("fr")
    assert publish(server.make_calendar("third"), "--user", ACCOUNT, typed="", secret=PASSWORD) == 0
    assert "Cette machine n’a pas de trousseau" in capsys.readouterr().out


def test_a_keyring_that_fails_is_a_machine_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Keyring):
        def get_password(self, service: str, name: str) -> str | None:
            raise RuntimeError("no D-Bus")

        set_password = get_keyring = get_password  # type: ignore[assignment]

    monkeypatch.setattr(passwords, "_keyring", Broken)
    assert passwords.known_password("a", "b", from_environment=True) == ""
    assert not passwords.keep_password("a", "b", "c")
    assert not passwords.forget_password("a", "b")
    assert not passwords.keeps_passwords()


def test_from_the_entrance_one_of_several_calendars_is_named(
    publish: Publish, server: Radicale, monkeypatch: pytest.MonkeyPatch, calendar: Path
) -> None:
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    for name in ("home", "editorial"):
        server.make_calendar(name)
    with pytest.raises(UsageError) as refused:
        publish(server.url, "--user", ACCOUNT)
    assert refused.value.key == "caldav-which"
    assert {"Home (home)", "Editorial (editorial)"} <= set(refused.value.values["known"])  # type: ignore[call-overload]
    with open_desk(calendar) as desk:
        assert outlets(desk.database) == []
    assert publish(server.url, "--user", ACCOUNT, "--collection", "editorial") == 0
    assert b"La suite" in server.objects("editorial")
    assert b"La suite" not in server.objects("home")
    server.forget()
    assert publish(server.url) == 0
    assert [asked.method for asked in server.asked] == ["PROPFIND"] * 2


@pytest.mark.parametrize("chosen", ["Chosen", "chosen", "{number}"])
def test_a_person_is_shown_the_calendars_and_chooses(
    publish: Publish, server: Radicale, capsys: pytest.CaptureFixture[str], chosen: str
) -> None:
    if b"Chosen" not in server.by_hand("PROPFIND", f"/{ACCOUNT}/", Depth="1"):
        server.make_calendar("chosen")
    with pytest.raises(UsageError):
        publish(server.url, "--user", ACCOUNT, typed="\n", secret=PASSWORD)
    listed = capsys.readouterr().out.splitlines()
    number = next(line.split()[0] for line in listed if line.endswith("/chosen/"))
    assert publish(server.url, "--user", ACCOUNT, typed=f"{chosen.format(number=number)}\nn\n", secret=PASSWORD) == 0
    assert b"La suite" in server.objects("chosen")


def test_a_calendar_there_keeps_the_language_it_was_made_in(
    publish: Publish, server: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    url = server.make_calendar("spoken")
    publish(url, "--user", ACCOUNT)
    speak("fr")
    server.forget()
    assert publish(url) == 0
    assert server.changing() == []


def test_a_wrong_password_leaves_nothing_behind(
    publish: Publish, server: Radicale, calendar: Path, keyring: Keyring
) -> None:
    with pytest.raises(OutsideError) as refused:
        publish(server.make_calendar("fourth"), "--user", ACCOUNT, typed="y\n", secret="canary-wrong")
    assert refused.value.key == "caldav-login"
    assert "canary" not in str(refused.value)
    assert keyring.kept == {}
    with open_desk(calendar) as desk:
        assert outlets(desk.database) == []


def test_a_password_in_the_address_is_refused_and_stands_nowhere(
    publish: Publish, server: Radicale, calendar: Path
) -> None:
    with pytest.raises(UsageError) as refused:
        publish(server.url.replace("http://", f"http://{ACCOUNT}:{PASSWORD}@"))
    assert refused.value.key == "caldav-url-password"
    assert all(PASSWORD.encode() not in file.read_bytes() for file in calendar.parent.iterdir() if file.is_file())


def test_without_an_address_it_is_said_what_is_missing(publish: Publish) -> None:
    with pytest.raises(UsageError) as refused:
        publish()
    assert refused.value.key == "argument-missing"


def test_what_was_changed_there_is_told_beside_and_forced_when_asked(
    publish: Publish,
    server: Radicale,
    calendar: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    url = server.make_calendar("fifth")
    publish(url, "--user", ACCOUNT)
    with open_desk(calendar) as desk:
        post = desk.titled("La suite")[0].id
        uid = desk.post(post).uid
        posts.write(desk, post, title="Autre suite")
    path = f"/{ACCOUNT}/fifth/{uid}.ics"
    there = server.by_hand("GET", path).replace(b"La suite", b"Par telephone")
    server.by_hand("PUT", path, there, **{"Content-Type": "text/calendar"})
    capsys.readouterr()
    assert publish(url, "--user", ACCOUNT) == 5
    told = capsys.readouterr()
    again = f"planner publish caldav {url} --user {ACCOUNT} --calendar {calendar}"
    assert told.err == "“Autre suite” was changed there, and kept there.\n"
    assert told.out == (
        f"{url}: 1 event differs there, and was left so. `{again} --force` puts planner’s version there.\n"
    )
    assert publish(url, "--force") == 0
    assert capsys.readouterr().out == f"1 event changed in {url}.\n"
    assert b"Autre suite" in server.objects("fifth")


def test_what_differs_there_is_one_story_from_publish_to_list_to_force(
    run: Run, calendar: Path, server: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    url = server.make_calendar("story")
    with open_desk(calendar) as desk:
        uids = [desk.post(posts.plan(desk, title=title, day=date(2026, 11, 26)).id).uid for title in ("Un", "Deux")]
    assert run("publish", "caldav", url, "--user", ACCOUNT, "--without", "prepare,reply").code == 0
    for uid in uids:
        server.by_hand("DELETE", f"/{ACCOUNT}/story/{uid}.ics")
    for _ in range(2):
        told = run("publish")
        advice = "`planner publish --force` puts planner’s version there."
        assert (told.code, told.out) == (5, f"{url}: 2 events differ there, and were left so. {advice}\n")
        lost = [f"“{title}” was deleted there, and is not put back." for title in ("Un", "Deux")]
        assert sorted(told.err.splitlines()) == sorted(lost)
    english, french = "(--without preparation,replies)", "(--without préparation,réponses)"
    assert run("publish", "--list").out == f"{url}: 2 events differ there. {english}\n"
    assert run("publish", "--list", "--lang", "fr").out == f"{url}\u00a0: 2 événements y diffèrent. {french}\n"
    assert '"current": false' in run("publish", "--list", "--json").out
    run("add", "--day", "fri", "Trois")
    assert run("publish", "--list").out == f"{url}: behind. {english}\n"
    assert run("publish").out.splitlines()[0] == f"{url}: 1 change."
    assert run("publish", "--list").out == f"{url}: 2 events differ there. {english}\n"
    assert run("publish", "--force") == (0, f"{url}: 2 changes.\n", "")
    assert run("publish", "--list").out == f"{url}: up to date. {english}\n"
    assert run("publish") == (0, f"{url}: up to date.\n", "")


def test_a_foreign_event_of_the_same_uid_is_called_what_it_is_and_force_is_not_offered(
    run: Run, calendar: Path, server: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    url = server.make_calendar("taken")
    with open_desk(calendar) as desk:
        uid = desk.post(posts.plan(desk, title="Copie", day=date(2026, 11, 26)).id).uid
    stranger = FOREIGN.replace(b"foreign@telephone", uid.encode())
    server.by_hand("PUT", f"/{ACCOUNT}/taken/{uid}.ics", stranger, **{"Content-Type": "text/calendar"})
    asked = ("publish", "caldav", url, "--user", ACCOUNT, "--without", "prepare,reply")
    for force in ((), ("--force",)):
        told = run(*asked, *force)
        assert (told.code, told.out) == (5, f"{url}: 1 event differs there.\n")
        assert told.err.startswith("“Copie” is not sent: another event that planner did not write has its UID there")
    assert b"SUMMARY:Dentist" in server.objects("taken")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_address_where_nothing_stands_is_said_with_what_was_found(
    run: Run, calendar: Path, server: Radicale, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    server.make_calendar(f"found-{language}")
    told = run("publish", "caldav", f"{server.url}/{ACCOUNT}/zorg/", "--user", ACCOUNT, "--lang", language)
    assert (told.code, told.out) == (5, "")
    assert "(404)" in told.err
    assert f"(found-{language})" in told.err
    monkeypatch.setattr("planner.exchange.caldav.Server.calendars", lambda self: [])
    told = run("publish", "caldav", f"{server.url}/{ACCOUNT}/zorg/", "--user", ACCOUNT, "--lang", language)
    assert (told.code, told.out) == (5, "")
    assert "(404)" in told.err
    assert passwords.host_of(server.url) in told.err


def test_a_person_is_told_that_nothing_stands_there_and_chooses(
    publish: Publish, server: Radicale, capsys: pytest.CaptureFixture[str]
) -> None:
    server.make_calendar("instead")
    asked = (f"{server.url}/{ACCOUNT}/zorg/", "--user", ACCOUNT)
    assert publish(*asked, typed="instead\nn\n", secret=PASSWORD) == 0
    assert capsys.readouterr().out.startswith(
        "There is no calendar at this address (404). These were found from there.\n"
    )
    assert b"La suite" in server.objects("instead")


@pytest.mark.parametrize(("language", "named"), [("en", "--user NAME"), ("fr", "--user NOM")])
def test_without_a_name_it_is_said_that_one_is_needed(
    run: Run, calendar: Path, server: Radicale, language: str, named: str
) -> None:
    told = run("publish", "caldav", f"{server.url}/{ACCOUNT}/", "--lang", language)
    assert (told.code, told.out) == (5, "")
    assert named in told.err
    assert passwords.host_of(server.url) in told.err
    assert "401" in told.err


def test_the_advice_for_a_missing_password_is_the_command_that_was_given(
    run: Run, calendar: Path, server: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.make_calendar("advice")
    given = (
        "publish",
        "caldav",
        url,
        "--user",
        "karim o’neil",
        "--without",
        "review,watch",
        "--html",
    )
    for language in ("en", "fr"):
        told = run(*given, "--lang", language)
        assert (told.code, told.out) == (5, "")
        advice = told.err.split("`")[1]
        assert sorted(shlex.split(advice)) == sorted(["planner", *given, "--lang", language])
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    assert run("publish", "caldav", url, "--user", ACCOUNT).code == 0
    monkeypatch.delenv(passwords.VARIABLE)
    assert "`planner publish`" in run("publish").err


def test_the_port_is_named_where_the_server_cannot_be_reached(run: Run, calendar: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{closed.getsockname()[1]}"
        assert f"{host} cannot be reached" in run("publish", "caldav", f"http://{host}/").err


def test_the_password_of_the_environment_stands_in_no_answer(
    run: Run, calendar: Path, server: Radicale, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Right or wrong, when all goes well and when it does not; and no file has it either."""
    caplog.set_level(0)
    run("add", "--day", "fri", "Trois retenues")
    url = server.make_calendar("secret")
    said = []
    for secret in (PASSWORD, "canary-wrong"):
        monkeypatch.setenv(passwords.VARIABLE, secret)
        for words in (
            ("caldav", url, "--user", ACCOUNT), ("caldav", f"{url}zorg/", "--user", ACCOUNT), ("--force",), (),
            ("--list",), ("--list", "--json"), ("caldav", url), ("caldav", f"{url}x/", "--user", "other"),
        ):  # fmt: skip
            said.append(run("publish", *words))
    assert {answer.code for answer in said} == {0, 5}
    assert "canary" not in "".join(f"{answer.out}{answer.err}" for answer in said) + caplog.text
    for file in calendar.parent.rglob("*"):
        assert not file.is_file() or b"canary" not in file.read_bytes()


def test_the_password_of_the_environment_is_handed_to_no_other_process(
    run: Run, calendar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not to the one that reads what others wrote; and no other is ever started."""
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    begin, handed = subprocess.Popen.__init__, []

    def noted(process: Any, *command: Any, **options: Any) -> None:
        handed.append((command, options))
        begin(process, *command, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", noted)
    (tmp_path / "others.ics").write_bytes(FOREIGN)
    assert run("import", str(tmp_path / "others.ics"), "--yes").code == 0
    assert handed
    assert passwords.VARIABLE not in handed[0][1]["env"]
    assert PASSWORD not in str(handed)


def test_of_many_conflicts_ten_are_told_and_the_rest_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    conflicts = [Remark("caldav-changed-there", {"title": f"Post {number}"}) for number in range(12)]
    publish_caldav.tell_remarks([*conflicts, Remark("series-empty", {"title": "Sunday"})])
    told = capsys.readouterr().err.splitlines()
    assert ["was changed there" in line for line in told] == [False, *[True] * 10, False]
    assert told[-1] == "and 2 more"
    publish_caldav.tell_remarks(conflicts[:10])
    assert capsys.readouterr().err.count("\n") == 10
    speak("fr")
    publish_caldav.tell_remarks(conflicts[:11])
    assert capsys.readouterr().err.splitlines()[-1] == "et 1 autre"


def test_a_calendar_that_was_emptied_there_is_told_in_eleven_lines(
    run: Run, calendar: Path, server: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    url = server.make_calendar("emptied")
    with open_desk(calendar) as desk:
        made = [posts.plan(desk, title=f"Post {number}", day=date(2026, 11, 26)).id for number in range(12)]
        run("publish", "caldav", url, "--user", ACCOUNT, "--without", "prepare,reply")
        for post in made:
            server.by_hand("DELETE", f"/{ACCOUNT}/emptied/{desk.post(post).uid}.ics")
            posts.nudge(desk, post, 1)
    for command in (("publish",), ("publish", "caldav", url, "--without", "prepare,reply")):
        told = run(*command).err.splitlines()
        assert ["was deleted there" in line for line in told] == [*[True] * 10, False]
        assert told[-1] == "and 2 more"


@pytest.fixture
def name_of_its_own(server: Radicale, monkeypatch: pytest.MonkeyPatch) -> str:
    """The server's address under a name of the house's network, where http must be asked for."""
    known = socket.getaddrinfo

    def resolved(host: Any, *asked: Any, **more: Any) -> Any:
        return known("127.0.0.1" if host in ("nas.lan", b"nas.lan") else host, *asked, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    return server.url.replace("127.0.0.1", "nas.lan")


def test_the_command_keeps_a_calendar_on_a_server_until_it_is_forgotten(
    run: Run,
    calendar: Path,
    server: Radicale,
    name_of_its_own: str,
    keyring: Keyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the entrance of the server to `--forget`, through the command line alone."""
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    for made in ("other", "desk"):
        server.make_calendar(made)
    entrance, place = f"{name_of_its_own}/", f"{name_of_its_own}/{ACCOUNT}/desk/"
    run("add", "--day", "fri", "Trois retenues")
    whose = ("--user", ACCOUNT, "--collection", "desk")

    assert run("publish", "caldav").code == 2
    refused = run("publish", "caldav", entrance, *whose)
    assert (refused.code, refused.out, "--unprotected" in refused.err) == (2, "", True)
    assert run("publish", "--list").out.startswith("Nothing is kept up to date yet.")
    assert server.objects("desk").count(b"BEGIN:VEVENT") == 0

    begun = run("publish", "caldav", entrance, *whose, "--unprotected", "--without", "prepare,reply")
    assert begun == (0, f"1 event changed in {place}.\n", "")
    assert server.objects("desk").count(b"BEGIN:VEVENT") == 1
    assert b"Trois retenues" in server.objects("desk")
    assert b"Trois retenues" not in server.objects("other")

    run("add", "--day", "fri", "La suite")
    assert run("publish", "--list").out == f"{place}: behind. (--without preparation,replies)\n"
    assert run("publish") == (0, f"{place}: 1 change.\n", "")
    assert server.objects("desk").count(b"BEGIN:VEVENT") == 2
    assert run("publish", "--list").out == f"{place}: up to date. (--without preparation,replies)\n"

    everything = run("publish", "caldav", entrance, "--unprotected")
    assert everything == (0, f"4 events changed in {place}.\n", "")
    assert b"SUMMARY:Prepare: La suite" in server.objects("desk")

    keyring.kept = {
        ("planner", f"{ACCOUNT}@{passwords.host_of(place)}"): PASSWORD,
        ("planner", f"{ACCOUNT}@b.example"): "other",
    }
    forgotten = run("publish", "--forget", place)
    assert forgotten == (0, f"{place} is no longer kept up to date. What stands there stays.\n", "")
    assert keyring.kept == {("planner", f"{ACCOUNT}@b.example"): "other"}
    assert run("publish", "--list").out.startswith("Nothing is kept up to date yet.")
    run("add", "--day", "fri", "Plus rien")
    server.forget()
    assert run("publish").out.startswith("Nothing is kept up to date yet.")
    assert server.asked == []
    assert server.objects("desk").count(b"BEGIN:VEVENT") == 6
    assert run("publish", "--forget", place).code == 3


def test_a_password_is_typed_for_one_host_and_given_to_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return f"secret {len(asked)}"

    monkeypatch.setattr("getpass.getpass", typed)
    password = Password()
    assert [password("karim", host) for host in ("a.example", "b.example", "a.example")] == [
        "secret 1", "secret 2", "secret 1",
    ]  # fmt: skip
    assert (password.typed("karim", "b.example"), password.typed("nadia", "a.example")) == ("secret 2", "")


def test_a_password_belongs_to_a_host_and_its_port() -> None:
    places = ("https://Karim@Cloud.example/a/", "http://127.0.0.1:5232/a/", "http://[::1]:5232/")
    assert [passwords.host_of(place) for place in places] == ["cloud.example", "127.0.0.1:5232", "[::1]:5232"]


def test_the_password_of_the_environment_goes_to_the_server_that_is_meant_alone(
    run: Run, calendar: Path, server: Radicale, name_of_its_own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a second calendar on a server, `planner publish` alone does not say whose password it is."""
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    for made in ("mine", "meant"):
        server.make_calendar(made)
    mine, meant = f"{server.url}/{ACCOUNT}/mine/", f"{name_of_its_own}/{ACCOUNT}/meant/"
    run("add", "--day", "fri", "Trois retenues")
    asked = ("--user", ACCOUNT, "--unprotected", "--without", "prepare,reply")
    assert run("publish", "caldav", mine, *asked).code == 0
    run("add", "--day", "fri", "La suite")
    assert run("publish") == (0, f"{mine}: 1 change.\n", "")
    assert run("publish", "caldav", meant, *asked) == (0, f"2 events changed in {meant}.\n", "")
    run("add", "--day", "fri", "La fin")
    server.forget()
    refused = run("publish")
    assert (refused.code, refused.out, refused.err.count("is needed, and nobody is there to ask")) == (5, "", 2)
    assert server.asked == []
    assert run("publish", "caldav", meant, *asked) == (0, f"1 event changed in {meant}.\n", "")
    assert run("publish", "--forget", mine).code == 0
    run("add", "--day", "fri", "Après la fin")
    assert run("publish") == (0, f"{meant}: 1 change.\n", "")


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Nothing is kept up to date there yet."), ("fr", "Rien n’y est")]
)
def test_a_server_that_fails_at_first_is_not_promised_to_be_caught_up_with(
    run: Run, calendar: Path, language: str, told: str
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        refused = run("publish", "caldav", f"http://127.0.0.1:{closed.getsockname()[1]}/", "--lang", language)
    assert (refused.code, refused.out, told in refused.err, "planner publish" in refused.err) == (5, "", True, False)
    assert "Nothing is kept up to date yet" in run("publish", "--list", "--lang", "en").out

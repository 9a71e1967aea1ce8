"""A calendar on a real server: only what changed is sent, nothing foreign is touched, a kill does no harm."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from planner.desk import brief, posts
from planner.desk.bundle import KINDS, first_words, review_uid
from planner.desk.caldav_round import Published
from planner.desk.desk import Desk
from planner.desk.publish_caldav import bring_up_to_date, calendars_at, known_outlet, register
from planner.desk.publish_differing import differing_at
from planner.desk.send import dump_text, ics_feed
from planner.errors import CalendarError, OutsideError
from planner.exchange.caldav import Answer, Server
from planner.model.when import occurrences
from planner.store.outlets import note_published, note_sent, sent
from tests import radicale
from tests.made import MONDAY, Clock, fresh
from tests.radicale import ACCOUNT, FOREIGN, PASSWORD, Radicale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from planner.exchange.ics.entry import Entry
    from planner.store.outlets import Outlet

ALONE = ("prepare", "reply")
"""What is left out where one post is to be one object, so that requests can be counted."""
ONE_LOOK = [("PROPFIND", 401), ("PROPFIND", 207)]
"""Which login is asked for, then the state of the whole calendar."""
Shown = tuple[str, date, date, str]
numbers = iter(range(1_000))
foreign: dict[str, bytes] = {}
"""The foreign event of each calendar, as the server gave it before planner came."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale.running(tmp_path_factory.mktemp("radicale")) as running:
        yield running


def new_calendar(server: Radicale) -> str:
    """A new calendar there, with an event of somebody else's."""
    made = f"work{next(numbers)}"
    server.make_calendar(made)
    server.by_hand("PUT", f"/{ACCOUNT}/{made}/foreign.ics", FOREIGN, **{"Content-Type": "text/calendar"})
    foreign[made] = server.by_hand("GET", f"/{ACCOUNT}/{made}/foreign.ics")
    server.forget()
    return made


@pytest.fixture
def name(server: Radicale) -> str:
    return new_calendar(server)


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.desk.passwords._keyring", lambda: None)
    monkeypatch.delenv("PLANNER_CALDAV_PASSWORD", raising=False)


def password(account: str, host: str) -> str:
    assert (account, host.partition(":")[0]) == (ACCOUNT, "127.0.0.1")
    assert host.partition(":")[2].isdecimal()
    return PASSWORD


def outlet_of(desk: Desk, server: Radicale, name: str) -> Outlet:
    url = f"{server.url}/{ACCOUNT}/{name}/"
    return known_outlet(desk, url) or register(desk, url, ACCOUNT, {"without": ALONE})


def publish(desk: Desk, server: Radicale, name: str, *, force: bool = False) -> Published:
    server.forget()
    return bring_up_to_date(desk, outlet_of(desk, server, name), password, force=force)


def standing(server: Radicale, name: str) -> dict[str, Shown]:
    """Summary, start, end and description of each event there that is not the foreign one, by UID."""
    events = icalendar.Calendar.from_ical(server.objects(name)).events
    assert "foreign@telephone" in {str(event["UID"]) for event in events}
    assert server.by_hand("GET", f"/{ACCOUNT}/{name}/foreign.ics") == foreign[name]
    return {
        str(event["UID"]): (str(event.get("SUMMARY", "")), event.start, event.end, str(event.get("DESCRIPTION", "")))
        for event in events
        if event["UID"] != "foreign@telephone"
    }


def asked_of(server: Radicale) -> list[tuple[str, int]]:
    """What the server was asked since the last `forget`, and what it answered."""
    return [(asked.method, asked.status) for asked in server.asked]


def first_of(entry: Entry) -> datetime:
    day = entry.start.date()
    if entry.rule:
        day = next(iter(occurrences(day, entry.rule, day, day + timedelta(days=40))))
    return datetime.combine(day, entry.start.time())


def planned(desk: Desk) -> dict[str, Shown]:
    """The same of what the calendar holds, from its own dump and its entries."""
    from zoneinfo import ZoneInfo

    feed, _ = ics_feed(desk, kinds=KINDS - set(ALONE))
    shown = {entry.uid: entry for entry in feed.entries if entry.status != "CANCELLED"}
    dumped = [post for post in json.loads(dump_text(desk))["post"] if post["day"] and not post["deleted"]]
    dated = {post["uid"]: post for post in dumped if post["status"] not in ("idea", "dropped")}
    slots = {slot.uid for slot in desk.calendar().slots}
    reviews = {review_uid(review, desk.calendar()) for review in desk.calendar().reviews}
    assert shown.keys() == dated.keys() | slots | reviews
    for uid, post in dated.items():
        assert shown[uid].summary == (post["title"] or first_words(post["body"]))
        assert f"{shown[uid].start:%Y-%m-%d}" == post["day"]
        assert shown[uid].description.startswith(post["body"].strip("\n"))
    return {
        uid: (
            entry.summary,
            first_of(entry).replace(tzinfo=ZoneInfo(entry.zone)),
            (first_of(entry) + timedelta(minutes=entry.minutes)).replace(tzinfo=ZoneInfo(entry.zone)),
            entry.description,
        )
        for uid, entry in shown.items()
    }


def title(number: int) -> str:
    return f"Post {number}, « {number} » ; \\n"


def plan_many(desk: Desk, count: int) -> list[int]:
    network = brief.add_network(desk, name="LinkedIn").id
    return [
        posts.plan(
            desk,
            title=title(number),
            body=f"Line\n\nLine, {number}; é 🧱",
            network_id=network,
            day=MONDAY + timedelta(days=number % 250),
            time=time(9, number % 60),
            link="https://a.example/b" if number % 2 else "",
        ).id
        for number in range(count)
    ]


def test_three_changes_and_two_removals_of_300_posts_are_five_requests(
    tmp_path: Path, server: Radicale, name: str
) -> None:
    desk = fresh(tmp_path)
    made = plan_many(desk, 300)
    brief.add_slot(desk, kind="publish", day=MONDAY, time=time(9), rule="FREQ=WEEKLY;BYDAY=TU")
    assert publish(desk, server, name) == Published(301, [])
    assert server.changing() == ["PUT"] * 301
    assert standing(server, name) == planned(desk)

    posts.write(desk, made[10], title="Other words")
    posts.write(desk, made[20], body="Another text")
    posts.nudge(desk, made[30], 400)
    posts.delete(desk, made[40])
    posts.set_status(desk, made[50], "dropped")
    assert publish(desk, server, name) == Published(5, [])
    assert sorted(server.changing()) == ["DELETE", "DELETE", "PUT", "PUT", "PUT"]
    assert standing(server, name) == planned(desk)

    assert publish(desk, server, name) == Published(0, [])
    assert asked_of(server) == ONE_LOOK
    desk.close()


def test_a_post_with_its_preparation_and_its_answers_is_three_objects(desk: Desk, server: Radicale, name: str) -> None:
    """They come, move and go with the post; kinds that are switched off leave the server, and the others stay."""
    url = f"{server.url}/{ACCOUNT}/{name}/"
    register(desk, url, ACCOUNT, {})
    tuesday = MONDAY + timedelta(days=1)
    minutes = {"prepare_minutes": 45, "publish_minutes": 20, "reply_minutes": 30}
    post = posts.plan(desk, title="Trois", day=tuesday, time=time(9), **minutes).id
    uid = desk.post(post).uid

    def hours() -> dict[str, tuple[str, str]]:
        return {
            one: (f"{start:%d %H:%M}", f"{end:%H:%M}") for one, (_, start, end, _) in standing(server, name).items()
        }

    assert publish(desk, server, name) == Published(3, [])
    assert server.changing() == ["PUT"] * 3
    assert hours() == {
        f"prepare-{uid}": ("23 08:15", "09:00"),
        uid: ("24 09:00", "09:20"),
        f"reply-{uid}": ("24 09:20", "09:50"),
    }
    posts.nudge(desk, post, 1)
    assert publish(desk, server, name) == Published(3, [])
    assert server.changing() == ["PUT"] * 3
    moved = hours()
    assert moved == {
        f"prepare-{uid}": ("24 08:15", "09:00"),
        uid: ("25 09:00", "09:20"),
        f"reply-{uid}": ("25 09:20", "09:50"),
    }

    register(desk, url, ACCOUNT, {"without": ALONE})
    assert publish(desk, server, name) == Published(2, [])
    assert server.changing() == ["DELETE"] * 2
    assert hours() == {uid: moved[uid]}
    register(desk, url, ACCOUNT, {})
    assert publish(desk, server, name) == Published(2, [])
    assert server.changing() == ["PUT"] * 2
    assert hours() == moved

    posts.delete(desk, post)
    assert publish(desk, server, name) == Published(3, [])
    assert server.changing() == ["DELETE"] * 3
    assert standing(server, name) == {}


def test_nothing_changed_is_one_look_and_no_change_even_when_all_is_sent_anew(
    filled: Desk, server: Radicale, name: str
) -> None:
    assert publish(filled, server, name).changed == 5
    register(filled, f"{server.url}/{ACCOUNT}/{name}/", ACCOUNT, {"without": ALONE})
    posts.write(filled, filled.titled("Une idée")[0].id, body="an idea is in no calendar")
    for force in (False, True):
        assert publish(filled, server, name, force=force) == Published(0, [])
        assert asked_of(server) == ONE_LOOK


def test_undo_brings_back_what_stood_there(filled: Desk, server: Radicale, name: str) -> None:
    from planner.desk.undo import undo

    publish(filled, server, name)
    before = standing(server, name)
    posts.delete(filled, filled.titled("Retenue")[0].id)
    publish(filled, server, name)
    assert len(standing(server, name)) == len(before) - 1
    undo(filled)
    publish(filled, server, name)
    assert standing(server, name) == before == planned(filled)


class Killed(BaseException):
    """What a test raises where a process would be killed."""


class Line:
    """The line to the server, which breaks at a request: before it, or after the server has done it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
        self.asked, self.breaks_at, self.answered = 0, -1, False
        self.copy = desk.path.with_suffix(".killed")
        ask = Server.ask

        def broken(server: Server, *what: Any, **more: Any) -> Answer:
            self.asked += 1
            if self.asked != self.breaks_at:
                return ask(server, *what, **more)
            if self.answered:
                ask(server, *what, **more)
            self._copy(desk)
            raise Killed

        monkeypatch.setattr(Server, "ask", broken)

    def _copy(self, desk: Desk) -> None:
        """What stands on the disk at this moment: nothing that the dying process still notes."""
        with closing(sqlite3.connect(desk.path)) as source, closing(sqlite3.connect(self.copy)) as target:
            source.backup(target)

    def break_at(self, request: int, *, answered: bool) -> None:
        self.asked, self.breaks_at, self.answered = 0, request, answered


def change_some(desk: Desk, made: list[int]) -> None:
    posts.write(desk, made[0], title="Other words")
    posts.nudge(desk, made[1], 7)
    posts.delete(desk, made[2])
    posts.set_status(desk, made[3], "dropped")
    posts.write(desk, made[4], title="For a moment")
    posts.plan(desk, title="New", day=MONDAY)


def change_again(desk: Desk, made: list[int]) -> None:
    """What may be done between the kill and the next time: a second wish for the same posts, and the old one."""
    posts.write(desk, made[0], title="Words again")
    posts.nudge(desk, made[1], -7)
    posts.write(desk, made[4], title=title(4))
    posts.delete(desk, desk.titled("New")[0].id)


@pytest.mark.parametrize("answered", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("changed_again", [False, True], ids=["as-it-was", "changed-again"])
def test_killed_at_any_request_and_run_again_is_equal(
    tmp_path: Path, server: Radicale, monkeypatch: pytest.MonkeyPatch, answered: bool, changed_again: bool
) -> None:
    """A line breaks at each request of a publication in turn, and the program dies without noting any answer."""
    first = fresh(tmp_path, "first")
    made = plan_many(first, 6)
    line = Line(monkeypatch, first)
    first.close()
    for request in range(1, 20):
        name = new_calendar(server)
        path = tmp_path / f"{name}.planner"
        shutil.copy(first.path, path)
        desk = Desk(path, Clock())
        monkeypatch.undo()
        monkeypatch.setattr("planner.desk.passwords._keyring", lambda: None)
        line = Line(monkeypatch, desk)
        publish(desk, server, name)
        change_some(desk, made)
        line.break_at(request, answered=answered)
        try:
            publish(desk, server, name)
        except Killed:
            desk.close()
        else:
            assert request == 8, "login, four objects put, two deleted: seven requests, and all were broken in turn"
            desk.close()
            return
        again = Desk(line.copy, Clock())
        if changed_again:
            change_again(again, made)
        assert publish(again, server, name).remarks == []
        assert standing(server, name) == planned(again)
        assert publish(again, server, name) == Published(0, [])
        again.close()
        line.copy.unlink()
    pytest.fail("the publication never ended")


def test_a_first_publication_killed_anywhere_is_made_good(
    tmp_path: Path, server: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = fresh(tmp_path, "first")
    made = plan_many(first, 3)
    first.close()
    for request in range(1, 5):
        name = new_calendar(server)
        path = tmp_path / f"{name}.planner"
        shutil.copy(first.path, path)
        desk = Desk(path, Clock())
        with monkeypatch.context() as patched:
            line = Line(patched, desk)
            line.break_at(request, answered=True)
            with pytest.raises(Killed):
                publish(desk, server, name)
        desk.close()
        again = Desk(line.copy, Clock())
        posts.write(again, made[0], title="Changed since")
        posts.delete(again, made[1])
        assert publish(again, server, name).remarks == []
        assert standing(server, name) == planned(again)
        again.close()
        line.copy.unlink()


def href_of(desk: Desk, server: Radicale, name: str, title: str) -> str:
    uid = next(entry.uid for entry in ics_feed(desk)[0].entries if entry.summary == title)
    return sent(desk.database, outlet_of(desk, server, name).id)[uid].href


def change_there(desk: Desk, server: Radicale, name: str, title: str) -> str:
    """A person changes the event on a telephone."""
    href = href_of(desk, server, name, title)
    content = server.by_hand("GET", href).replace(f"SUMMARY:{title}".encode(), b"SUMMARY:By telephone")
    server.by_hand("PUT", href, content, **{"Content-Type": "text/calendar"})
    return href


def keys(published: Published) -> list[tuple[str, object]]:
    return [(remark.key, remark.values["title"]) for remark in published.remarks]


def test_what_a_person_changed_there_is_kept_and_told_until_it_is_forced(
    filled: Desk, server: Radicale, name: str
) -> None:
    publish(filled, server, name)
    href = change_there(filled, server, name, "Retenue")
    posts.write(filled, filled.titled("Retenue")[0].id, title="Ici")
    for _ in range(2):
        assert keys(publish(filled, server, name)) == [("caldav-changed-there", "Ici")]
        assert b"By telephone" in server.by_hand("GET", href)
    assert publish(filled, server, name, force=True) == Published(1, [])
    assert standing(server, name) == planned(filled)
    assert publish(filled, server, name) == Published(0, [])


def test_what_a_person_deleted_there_is_not_put_back_unless_forced(filled: Desk, server: Radicale, name: str) -> None:
    publish(filled, server, name)
    server.by_hand("DELETE", href_of(filled, server, name, "Retenue"))
    posts.write(filled, filled.titled("Retenue")[0].id, title="Ici")
    assert keys(publish(filled, server, name)) == [("caldav-deleted-there", "Ici")]
    assert len(standing(server, name)) == 4
    assert publish(filled, server, name, force=True) == Published(1, [])
    assert standing(server, name) == planned(filled)


def test_what_was_changed_there_is_not_taken_away_unless_forced(filled: Desk, server: Radicale, name: str) -> None:
    publish(filled, server, name)
    href = change_there(filled, server, name, "Retenue")
    posts.delete(filled, filled.titled("Retenue")[0].id)
    assert keys(publish(filled, server, name)) == [("caldav-kept-there", "By telephone")]
    assert b"By telephone" in server.by_hand("GET", href)
    assert publish(filled, server, name, force=True) == Published(1, [])
    assert standing(server, name) == planned(filled)


def test_what_was_deleted_on_both_sides_is_no_matter(filled: Desk, server: Radicale, name: str) -> None:
    publish(filled, server, name)
    server.by_hand("DELETE", href_of(filled, server, name, "Retenue"))
    posts.delete(filled, filled.titled("Retenue")[0].id)
    assert publish(filled, server, name) == Published(0, [])
    assert standing(server, name) == planned(filled)


def test_what_a_person_did_there_is_told_although_nothing_changed_here_and_put_back_when_forced(
    filled: Desk, server: Radicale, name: str
) -> None:
    publish(filled, server, name)
    changed = "Retenue"
    deleted = next(what[0] for what in planned(filled).values() if what[0] != changed)
    href = change_there(filled, server, name, changed)
    server.by_hand("DELETE", href_of(filled, server, name, deleted))
    for _ in range(2):
        told = publish(filled, server, name)
        assert (told.changed, sorted(keys(told))) == (
            0, sorted([("caldav-changed-there", changed), ("caldav-deleted-there", deleted)]),
        )  # fmt: skip
        assert asked_of(server) == [*ONE_LOOK, ("GET", 200)]
        assert b"By telephone" in server.by_hand("GET", href)
        assert differing_at(outlet_of(filled, server, name)) == 2
    assert publish(filled, server, name, force=True) == Published(2, [])
    assert server.changing() == ["PUT"] * 2
    assert standing(server, name) == planned(filled)
    assert differing_at(outlet_of(filled, server, name)) == 0
    assert publish(filled, server, name) == Published(0, [])


def test_what_differs_there_does_not_keep_the_other_changes_waiting(filled: Desk, server: Radicale, name: str) -> None:
    publish(filled, server, name)
    server.by_hand("DELETE", href_of(filled, server, name, "Retenue"))
    new = posts.plan(filled, title="Neuve", day=MONDAY).id
    told = publish(filled, server, name)
    assert (told.changed, keys(told)) == (1, [("caldav-deleted-there", "Retenue")])
    assert filled.post(new).uid in standing(server, name)


def test_an_event_that_the_server_wrote_down_anew_is_not_called_changed(
    filled: Desk, server: Radicale, name: str
) -> None:
    publish(filled, server, name)
    href = href_of(filled, server, name, "Retenue")
    content = server.by_hand("GET", href).replace(b"END:VEVENT", b"X-OTHER:1\r\nEND:VEVENT")
    server.by_hand("PUT", href, content, **{"Content-Type": "text/calendar"})
    assert publish(filled, server, name, force=True) == Published(0, [])
    assert asked_of(server) == [*ONE_LOOK, ("GET", 200)]
    assert publish(filled, server, name) == Published(0, [])
    assert asked_of(server) == ONE_LOOK


@pytest.mark.parametrize("refused", [False, True], ids=["at-once", "one-by-one"])
def test_many_events_written_down_anew_there_are_read_at_once(
    tmp_path: Path, server: Radicale, name: str, monkeypatch: pytest.MonkeyPatch, refused: bool
) -> None:
    """As after the server was moved: every ETag is another, and nothing was changed. Some take no such request."""
    desk = fresh(tmp_path)
    plan_many(desk, 60)
    publish(desk, server, name)
    for row in sent(desk.database, outlet_of(desk, server, name).id).values():
        content = server.by_hand("GET", row.href).replace(b"END:VEVENT", b"X-OTHER:1\r\nEND:VEVENT")
        server.by_hand("PUT", row.href, content, **{"Content-Type": "text/calendar"})
    changed = desk.titled(title(7))[0].id
    posts.write(desk, changed, title="Ici")
    ask = Server.ask

    def without_reports(server: Server, method: str, *what: Any, **more: Any) -> Answer:
        if method == "REPORT":
            raise OutsideError("caldav-refused", host="", status=501)
        return ask(server, method, *what, **more)

    if refused:
        monkeypatch.setattr(Server, "ask", without_reports)
    assert publish(desk, server, name) == Published(1, [])
    read = [("GET", 200)] * 60 if refused else [("REPORT", 207)] * 2
    assert asked_of(server) == [*ONE_LOOK, *read, ("PUT", 204)]
    assert standing(server, name) == planned(desk)
    assert publish(desk, server, name) == Published(0, [])
    assert asked_of(server) == ONE_LOOK
    desk.close()


def test_what_was_changed_alike_on_both_sides_is_no_conflict(filled: Desk, server: Radicale, name: str) -> None:
    publish(filled, server, name)
    href = href_of(filled, server, name, "Retenue")
    before = server.by_hand("GET", href)
    posts.write(filled, filled.titled("Retenue")[0].id, title="Ici")
    publish(filled, server, name)
    both = server.by_hand("GET", href)
    server.by_hand("PUT", href, before, **{"Content-Type": "text/calendar"})
    posts.write(filled, filled.titled("Ici")[0].id, title="Retenue")
    assert publish(filled, server, name) == Published(0, [])
    assert both != before
    assert standing(server, name) == planned(filled)


def taken_from_there(desk: Desk, title: str, *, product: bytes = b"-//Telephone//EN") -> tuple[str, bytes]:
    """A planned post whose UID a stranger's event has, as older planners took it in; the UID, and the event."""
    uid = desk.post(posts.plan(desk, title=title, day=MONDAY).id).uid
    event = FOREIGN.replace(b"foreign@telephone", uid.encode()).replace(b"-//Telephone//EN", product)
    return uid, event


@pytest.mark.parametrize("named", ["{uid}", "5f0c-web"], ids=["by-its-uid", "by-another-name"])
def test_an_event_of_the_same_uid_that_planner_did_not_write_is_left_even_when_forced(
    filled: Desk, server: Radicale, name: str, named: str
) -> None:
    uid, event = taken_from_there(filled, "Copie")
    path = f"/{ACCOUNT}/{name}/{named.format(uid=uid)}.ics"
    server.by_hand("PUT", path, event, **{"Content-Type": "text/calendar"})
    before = server.by_hand("GET", path)
    for force in (False, True, False):
        told = publish(filled, server, name, force=force)
        assert keys(told) == [("caldav-foreign-there", "Copie")]
        assert server.by_hand("GET", path) == before
    assert server.changing() == []
    shown = standing(server, name)
    assert shown.pop(uid)[0] == "Dentist"
    assert shown == {one: what for one, what in planned(filled).items() if one != uid}

    posts.delete(filled, filled.titled("Copie")[0].id)
    assert publish(filled, server, name, force=True) == Published(0, [])
    assert server.by_hand("GET", path) == before
    assert uid not in sent(filled.database, outlet_of(filled, server, name).id)


def test_a_foreign_event_that_goes_away_there_makes_room(filled: Desk, server: Radicale, name: str) -> None:
    uid, event = taken_from_there(filled, "Copie")
    path = f"/{ACCOUNT}/{name}/5f0c-web.ics"
    server.by_hand("PUT", path, event, **{"Content-Type": "text/calendar"})
    publish(filled, server, name)
    server.by_hand("DELETE", path)
    assert publish(filled, server, name) == Published(1, [])
    assert standing(server, name) == planned(filled)
    posts.delete(filled, filled.titled("Copie")[0].id)
    assert publish(filled, server, name) == Published(1, [])
    assert uid not in standing(server, name)


@pytest.mark.parametrize("named", ["{uid}", "5f0c-web"], ids=["by-its-uid", "by-another-name"])
def test_an_event_that_carries_planners_mark_is_replaced_when_forced(
    filled: Desk, server: Radicale, name: str, named: str
) -> None:
    """planner's own file was taken in there before, or a lost copy of the calendar was published there."""
    uid, event = taken_from_there(filled, "Copie", product=b"-//planner//planner//EN")
    path = f"/{ACCOUNT}/{name}/{named.format(uid=uid)}.ics"
    server.by_hand("PUT", path, event, **{"Content-Type": "text/calendar"})
    assert keys(publish(filled, server, name)) == [("caldav-changed-there", "Copie")]
    assert publish(filled, server, name, force=True) == Published(1, [])
    assert standing(server, name) == planned(filled)
    posts.delete(filled, filled.titled("Copie")[0].id)
    assert publish(filled, server, name) == Published(1, [])
    assert uid not in standing(server, name)


def test_a_post_deleted_and_brought_back_after_a_kill_is_not_called_deleted_there(
    filled: Desk, server: Radicale, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.desk.undo import undo

    publish(filled, server, name)
    posts.delete(filled, filled.titled("Retenue")[0].id)
    with monkeypatch.context() as patched:
        line = Line(patched, filled)
        line.break_at(2, answered=True)
        with pytest.raises(Killed):
            publish(filled, server, name)
    assert len(standing(server, name)) == 4
    again = Desk(line.copy, Clock())
    undo(again)
    assert publish(again, server, name) == Published(1, [])
    assert standing(server, name) == planned(again)
    again.close()


def test_forcing_killed_at_any_request_and_run_again_is_equal(
    filled: Desk, server: Radicale, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(filled, server, name)
    other = next(what[0] for what in planned(filled).values() if what[0] != "Retenue")
    for request in range(1, 10):
        change_there(filled, server, name, "Retenue")
        server.by_hand("DELETE", href_of(filled, server, name, other))
        with monkeypatch.context() as patched:
            line = Line(patched, filled)
            line.break_at(request, answered=bool(request % 2))
            try:
                publish(filled, server, name, force=True)
            except Killed:
                again = Desk(line.copy, Clock())
                publish(again, server, name, force=True)
            else:
                assert request == 5, "one look, one object read, two put: four requests, and all were broken in turn"
                break
        assert standing(server, name) == planned(again)
        assert publish(again, server, name) == Published(0, [])
        again.close()
        line.copy.unlink()
        assert publish(filled, server, name).remarks == []
    assert standing(server, name) == planned(filled)


def test_a_server_that_names_no_version_is_asked_for_it(
    filled: Desk, server: Radicale, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As iCloud does: the ETag of a put object must be fetched (RFC 4791, 5.3.4)."""
    put = Server.put
    monkeypatch.setattr(Server, "put", lambda *asked: put(*asked)._replace(etag=""))
    assert publish(filled, server, name).changed == 5
    posts.write(filled, filled.titled("Retenue")[0].id, title="Ici")
    assert publish(filled, server, name) == Published(1, [])
    assert standing(server, name) == planned(filled)


def test_a_row_that_points_out_of_the_calendar_is_not_obeyed(filled: Desk, server: Radicale, name: str) -> None:
    """A calendar file may come from somebody else."""
    outlet, other = outlet_of(filled, server, name), new_calendar(server)
    publish(filled, server, name)
    row = next(iter(sent(filled.database, outlet.id).values()))
    for href in (f"/{ACCOUNT}/{other}/foreign.ics", outlet.place.removeprefix(server.url), f"{row.href}/../x.ics"):
        note_sent(filled.database, outlet.id, [row._replace(uid="stray", href=href)])
        note_published(filled.database, outlet.id, -1)
        assert publish(filled, server, name) == Published(0, [])
        assert server.changing() == []
        assert "stray" not in sent(filled.database, outlet.id)
    note_sent(filled.database, outlet.id, [row._replace(href=f"/{ACCOUNT}/{other}/foreign.ics", digest="-")])
    note_published(filled.database, outlet.id, -1)
    publish(filled, server, name)
    assert standing(server, other) == {}
    assert standing(server, name) == planned(filled)


def test_an_object_the_server_does_not_take_leaves_the_others_in_peace(
    filled: Desk, server: Radicale, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Server.ask

    def refusing(server: Server, method: str, url: str, content: bytes = b"", headers: Any = None) -> Answer:
        return Answer(413) if method == "PUT" and b"Retenue" in content else ask(server, method, url, content, headers)

    with monkeypatch.context() as patched:
        patched.setattr(Server, "ask", refusing)
        published = publish(filled, server, name)
    assert (published.changed, keys(published)) == (4, [("caldav-object-refused", "Retenue")])
    assert publish(filled, server, name) == Published(1, [])
    assert standing(server, name) == planned(filled)


def test_a_series_parted_at_a_change_of_the_clock_is_several_objects(desk: Desk, server: Radicale, name: str) -> None:
    """02:30 on Sundays stands in the gap of March and in the fold of October; each UID is an object of its own."""
    brief.add_slot(desk, kind="listen", day=date(2027, 3, 7), time=time(2, 30), rule="FREQ=WEEKLY;BYDAY=SU;COUNT=40")
    published = publish(desk, server, name)
    assert published.changed == len(standing(server, name)) > 1
    assert {remark.key for remark in published.remarks} == {"gap-moved"}
    outlet = outlet_of(desk, server, name)
    note_published(desk.database, outlet.id, -1)
    assert publish(desk, server, name) == Published(0, [])
    assert server.changing() == []


def test_a_calendar_that_takes_no_changes_asks_the_server_nothing(filled: Desk, server: Radicale, name: str) -> None:
    outlet = outlet_of(filled, server, name)
    filled.close()
    filled.path.chmod(0o400)
    readonly = Desk(filled.path, Clock())
    server.forget()
    with pytest.raises(CalendarError):
        bring_up_to_date(readonly, outlet, password)
    assert server.asked == []
    readonly.close()


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda outlet: outlet._replace(place="http://127.0.0.1:9/karim/work/"), "caldav-offline"),
        (lambda outlet: outlet._replace(place=f"{outlet.place}missing/"), "caldav-missing"),
        (lambda outlet: outlet._replace(account="nobody"), "caldav-login"),
        (lambda outlet: outlet._replace(account=""), "caldav-nameless"),
    ],
)
def test_what_the_outside_refuses_leaves_all_as_it_was_and_the_next_time_catches_up(
    filled: Desk, server: Radicale, name: str, change: Callable[[Outlet], Outlet], key: str
) -> None:
    before = dump_text(filled)
    outlet = outlet_of(filled, server, name)
    with pytest.raises(OutsideError) as refused:
        bring_up_to_date(filled, change(outlet), lambda account, host: PASSWORD)
    assert (refused.value.key, refused.value.exit_code) == (key, 5)
    assert PASSWORD not in str(refused.value)
    assert refused.value.__cause__ is None
    assert dump_text(filled) == before
    assert publish(filled, server, name).changed == 5
    assert standing(server, name) == planned(filled)


def test_without_anybody_to_ask_the_password_is_missed_in_words(filled: Desk, server: Radicale, name: str) -> None:
    with pytest.raises(OutsideError) as refused:
        bring_up_to_date(filled, outlet_of(filled, server, name))
    assert refused.value.key == "caldav-password"


def test_the_environment_gives_the_password_and_no_file_holds_it(
    filled: Desk, server: Radicale, name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PLANNER_CALDAV_PASSWORD", PASSWORD)
    caplog.set_level(0)
    assert bring_up_to_date(filled, outlet_of(filled, server, name)).changed == 5
    filled.close()
    assert PASSWORD not in caplog.text
    for file in filled.path.parent.iterdir():
        assert PASSWORD.encode() not in file.read_bytes()


def test_a_kept_password_that_is_wrong_by_now_is_asked_for_again(
    filled: Desk, server: Radicale, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANNER_CALDAV_PASSWORD", "an old one")
    assert publish(filled, server, name).changed == 5


def test_calendars_are_found_from_the_entrance_and_from_the_calendar_itself(server: Radicale, name: str) -> None:
    url = f"{server.url}/{ACCOUNT}/{name}/"
    found = calendars_at(server.url, ACCOUNT, password)
    assert (name.title(), url) in found.found
    alone = ([(name.title(), url)], False)
    assert calendars_at(url.rstrip("/"), ACCOUNT, password) == alone
    assert calendars_at(f"http://{ACCOUNT}@{url.removeprefix('http://')}", "", password) == alone


def test_where_no_calendar_stands_it_is_said(server: Radicale, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Server, "calendars", lambda self: [])
    with pytest.raises(OutsideError) as refused:
        calendars_at(server.url, ACCOUNT, password)
    assert refused.value.key == "caldav-no-calendar"

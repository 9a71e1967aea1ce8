"""A file kept up to date: only what changed is made anew, what left the plan is cancelled once, kills do no harm."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planner.desk import brief, listening, posts, publish_file, publish_left
from planner.desk.bundle import WEEKDAYS
from planner.desk.desk import Desk, open_desk
from planner.desk.publish import publish
from planner.desk.send import export_ics, ics_feed
from planner.desk.undo import redo, undo
from planner.errors import CalendarError, InputError, OutsideError
from planner.store.outlets import note_published, outlets
from tests.desk.publishing import ASKING, events, kept, living, published, remade, seen, statuses
from tests.made import MONDAY, Clock, fill, fresh

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION = "Review: Garder LinkedIn ?"
STANDING = ["Retenue", "Prête", "Publish", "Review", QUESTION]


@pytest.fixture
def file(filled: Desk, tmp_path: Path) -> Path:
    return kept(filled, tmp_path / "out.ics")


def titles(path: Path) -> list[str]:
    return [event.title for event in seen(path)]


def only(found: list[bytes]) -> bytes:
    assert len(found) == 1
    return found[0]


def test_what_stands_is_in_the_file_in_the_order_of_its_records(file: Path) -> None:
    assert titles(file) == STANDING
    assert file.stat().st_mode & 0o777 == 0o600
    assert b"X-WR-CALNAME:Essai\r\n" in file.read_bytes()
    assert len(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == len(events(file)) == 9


def test_an_event_reads_as_in_an_export(filled: Desk, file: Path, tmp_path: Path) -> None:
    export_ics(filled, tmp_path / "export.ics")
    assert set(living(file)) == set(living(tmp_path / "export.ics"))


def test_an_edit_changes_its_event_alone(filled: Desk, file: Path, clock: Clock) -> None:
    before = events(file)
    clock.tick()
    posts.write(filled, 1, title="Retenue de garantie")
    assert published(filled).changed == 1
    after = events(file)
    own = seen(file)[0].uid.encode()
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [event for event in before if own in event]
    assert titles(file)[0] == "Retenue de garantie"


def test_an_edit_is_published_without_reading_the_whole_calendar(
    filled: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_much(_: Desk) -> None:
        raise AssertionError("the whole calendar was read")

    monkeypatch.setattr(Desk, "calendar", too_much)
    posts.write(filled, 1, title="Un mot")
    posts.plan(filled, title="Une autre", day=MONDAY)
    posts.delete(filled, 5)
    assert published(filled).changed == 3
    assert titles(file) == ["Un mot", "Prête", "Une autre", "Publish", "Review", QUESTION]


def test_nothing_is_written_when_nothing_changed(filled: Desk, file: Path) -> None:
    before = file.stat()
    assert published(filled).changed == 0
    posts.plan(filled, title="Une idée de plus")
    listening.note(filled, "question", words="Et les acomptes ?")
    assert published(filled).changed == 0
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    "leave",
    [
        lambda desk: posts.delete(desk, 1),
        lambda desk: posts.set_status(desk, 1, "dropped"),
        lambda desk: posts.set_status(desk, 1, "idea") and posts.move(desk, 1, None),
        lambda desk: posts.move(desk, 1, None),
        lambda desk: posts.empty_bin(desk, [1]),
    ],
    ids=["binned", "dropped", "an idea", "without a day", "removed for good"],
)
def test_what_leaves_the_plan_is_cancelled_once(
    filled: Desk, file: Path, clock: Clock, leave: Callable[[Desk], object]
) -> None:
    before = seen(file)[0]
    clock.tick()
    leave(filled)
    assert published(filled).changed == 1
    after = seen(file)[0]
    assert (after.uid, after.title, after.status) == (before.uid, "Retenue", "CANCELLED")
    assert after.sequence > before.sequence
    assert b"\r\nDTSTAMP:20261123T080100Z\r\nLAST-MODIFIED:20261123T080100Z\r\n" in events(file)[0]
    assert published(filled).changed == 0
    assert titles(file) == STANDING
    posts.write(filled, 5, title="Prête à lire")
    assert published(filled).changed == 1
    assert titles(file) == ["Prête à lire", "Publish", "Review", QUESTION]


def test_a_slot_that_is_taken_back_is_cancelled_and_comes_again(filled: Desk, file: Path) -> None:
    brief.add_slot(filled, kind="watch", day=MONDAY, time="09:00", rule="FREQ=WEEKLY")
    published(filled)
    assert statuses(file)["Watch"] == "CONFIRMED"
    first = seen(file)[-2].sequence
    undo(filled)
    published(filled)
    assert statuses(file)["Watch"] == "CANCELLED"
    cancelled = seen(file)[-2].sequence
    redo(filled)
    published(filled)
    assert statuses(file)["Watch"] == "CONFIRMED"
    assert first < cancelled < seen(file)[-2].sequence


def test_a_slot_of_which_no_day_is_left_is_cancelled_once_too(filled: Desk, file: Path) -> None:
    brief.write_slot(filled, 2, skipped=[MONDAY.isoformat()], rule="FREQ=DAILY;COUNT=1")
    assert published(filled).changed == 1
    assert statuses(file)["Review"] == "CANCELLED"
    assert published(filled).changed == 0
    posts.write(filled, 1, title="x")
    published(filled)
    assert titles(file) == ["x", "Prête", "Publish", QUESTION]


def around(path: Path, post: int = 1) -> dict[str, str]:
    """The status of what stands around a post, by the kind; by default of the first post, "Retenue"."""
    title = STANDING[0] if post == 1 else STANDING[1]
    found = re.findall(rb"SUMMARY:(Answer|Prepare): (.*?)\r\n.*?STATUS:(\w+)", path.read_bytes(), re.DOTALL)
    return {kind.decode(): status.decode() for kind, named, status in found if named.decode() == title}


def test_a_post_brings_its_preparation_and_its_hour_for_answers(file: Path) -> None:
    assert around(file) == around(file, 5) == {"Answer": "CONFIRMED", "Prepare": "CONFIRMED"}


@pytest.mark.parametrize(
    ("edit", "gone"),
    [
        (lambda desk: posts.set_status(desk, 1, "published"), "Prepare"),
        (lambda desk: posts.write(desk, 1, prepare_minutes=0), "Prepare"),
        (lambda desk: posts.write(desk, 1, reply_minutes=0), "Answer"),
    ],
    ids=["published", "no time for preparing", "no time for answers"],
)
def test_what_a_post_needs_no_more_is_cancelled_once(
    filled: Desk, file: Path, edit: Callable[[Desk], object], gone: str
) -> None:
    stays = ({"Answer", "Prepare"} - {gone}).pop()
    edit(filled)
    assert published(filled).changed == 1
    assert around(file) == {gone: "CANCELLED", stays: "CONFIRMED"}
    before = file.read_bytes()
    posts.plan(filled, title="Une idée de plus")
    assert published(filled).changed == 0
    assert file.read_bytes() == before
    posts.write(filled, 5, title="Une autre")
    assert published(filled).changed == 1
    assert around(file) == {stays: "CONFIRMED"}


def test_a_post_that_leaves_after_its_preparation_is_cancelled_with_what_was_left(filled: Desk, file: Path) -> None:
    posts.set_status(filled, 1, "published")
    published(filled)
    posts.delete(filled, 1)
    assert published(filled).changed == 1
    assert (titles(file), around(file)) == (STANDING, {"Answer": "CANCELLED"})
    assert statuses(file)["Retenue"] == "CANCELLED"
    posts.write(filled, 5, title="Une autre")
    published(filled)
    assert (titles(file)[0], around(file)) == ("Une autre", {})


def test_what_comes_back_after_it_was_cancelled_counts_on(filled: Desk, file: Path) -> None:
    def sequence() -> int:
        (found,) = (event for event in events(file) if b"SUMMARY:Answer: Retenue" in event)
        return int(found.split(b"SEQUENCE:")[1].split()[0])

    counted = [sequence()]
    for minutes in (0, 20):
        posts.write(filled, 1, reply_minutes=minutes)
        published(filled)
        counted.append(sequence())
    assert counted[0] < counted[1] < counted[2]
    assert around(file)["Answer"] == "CONFIRMED"


def test_hours_to_prepare_take_the_place_of_all_preparations(filled: Desk, file: Path) -> None:
    slot = brief.add_slot(filled, kind="prepare", day=MONDAY, time="09:00", rule="FREQ=WEEKLY").id
    published(filled)
    assert around(file)["Prepare"] == around(file, 5)["Prepare"] == "CANCELLED"
    brief.add_slot(filled, kind="prepare", day=MONDAY, time="11:00", rule="FREQ=WEEKLY")
    published(filled)
    assert "Prepare" not in around(file)
    brief.remove_slot(filled, slot)
    published(filled)
    assert "Prepare" not in around(file)
    undo(filled)
    undo(filled)
    undo(filled)
    published(filled)
    assert around(file)["Prepare"] == around(file, 5)["Prepare"] == "CONFIRMED"


def test_a_preparation_keeps_off_the_days_that_are_closed(filled: Desk, file: Path) -> None:
    def begins() -> bytes:
        (found,) = (event for event in events(file) if b"SUMMARY:Prepare: Retenue" in event)
        counted.append(int(found.split(b"SEQUENCE:")[1].split()[0]))
        return found.split(b"DTSTART;TZID=Europe/Paris:")[1][:8]

    counted: list[int] = []
    assert begins() == b"20261120"
    brief.write_brief(filled, closed_days=["FR", "SA", "SU"])
    published(filled)
    assert begins() == b"20261119"
    assert counted == [0, 1]
    brief.write_brief(filled, closed_days=list(WEEKDAYS))
    published(filled)
    assert around(file)["Prepare"] == "CANCELLED"


def test_a_review_is_published_and_cancelled_like_a_post(filled: Desk, file: Path) -> None:
    listening.note(filled, "review", day=MONDAY, question="Et la lettre ?")
    assert published(filled).changed == 1
    assert titles(file) == [*STANDING, "Review: Et la lettre ?"]
    undo(filled)
    assert published(filled).changed == 1
    assert statuses(file)["Review: Et la lettre ?"] == "CANCELLED"


def test_a_kind_that_is_left_out_from_now_on_is_cancelled_once(filled: Desk, file: Path) -> None:
    kept(filled, file, without=["publish", "prepare"])
    assert statuses(file)["Retenue"] == "CANCELLED"
    assert around(file) == {"Answer": "CONFIRMED", "Prepare": "CANCELLED"}
    kept(filled, file, without=["publish", "prepare", "reply"])
    assert around(file) == {"Answer": "CANCELLED"}
    listening.note(filled, "review", day=MONDAY, question="Et la lettre ?")
    published(filled)
    assert b"Retenue" not in file.read_bytes()


def test_a_cancelled_event_has_no_reminder_any_more(filled: Desk, tmp_path: Path) -> None:
    file = kept(filled, tmp_path / "out.ics", alarm=15)
    assert all(b"BEGIN:VALARM" in event for event in events(file))
    own = seen(file)[0].uid.encode()
    posts.delete(filled, 1)
    published(filled)
    assert all((b"VALARM" in event) is not (own in event) for event in events(file))


def test_a_cancelled_event_keeps_its_zone_in_the_file(filled: Desk, file: Path) -> None:
    far = posts.plan(filled, title="Loin", day=MONDAY, zone="America/Toronto").id
    published(filled)
    posts.delete(filled, far)
    posts.empty_bin(filled, [far])
    published(filled)
    assert statuses(file)["Loin"] == "CANCELLED"
    assert b"TZID:America/Toronto\r\n" in file.read_bytes()
    posts.write(filled, 1, title="x")
    published(filled)
    assert b"America/Toronto" not in file.read_bytes()


@pytest.mark.parametrize(
    "edit",
    [
        lambda desk: brief.write_brief(desk, needs=["Comment être payé à temps ?", "Que répondre ?"]),
        lambda desk: brief.write_network(desk, 1, name="Le réseau"),
        lambda desk: brief.write_brief(desk, title="Autre"),
    ],
)
def test_what_stands_in_many_events_is_changed_in_all(filled: Desk, file: Path, edit: Callable[[Desk], object]) -> None:
    before = file.read_bytes()
    edit(filled)
    published(filled)
    fresh_file = kept(filled, file.with_name("fresh.ics"))
    assert file.read_bytes() == fresh_file.read_bytes() != before


def test_only_one_network_and_only_some_kinds_can_be_asked_for(filled: Desk, tmp_path: Path) -> None:
    one = kept(filled, tmp_path / "one.ics", network=1)
    assert titles(one) == ["Retenue", "Publish"]
    assert "X-WR-CALNAME:Essai · LinkedIn\r\n".encode() in one.read_bytes()
    assert titles(kept(filled, tmp_path / "two.ics", without=["publish"])) == ["Review", QUESTION]
    assert titles(kept(filled, tmp_path / "three.ics", without=["review"])) == ["Retenue", "Prête", "Publish"]


def test_what_moves_to_another_network_is_cancelled_in_the_file_of_the_first(filled: Desk, tmp_path: Path) -> None:
    one = kept(filled, tmp_path / "one.ics", network=1)
    posts.write(filled, 1, network_id=2)
    published(filled)
    assert statuses(one) == {"Retenue": "CANCELLED", "Publish": "CONFIRMED"}


def test_a_network_that_is_no_more_leaves_its_file_as_it_is(filled: Desk, tmp_path: Path) -> None:
    one = kept(filled, tmp_path / "one.ics", network=2)
    before = one.read_bytes()
    brief.remove_network(filled, 2)
    error = published(filled).error
    assert isinstance(error, InputError)
    assert error.key == "outlet-network-gone"
    assert one.read_bytes() == before


def test_other_options_give_another_file_and_cancel_what_is_left_out(filled: Desk, file: Path) -> None:
    kept(filled, file, without=["review"])
    assert statuses(file)["Review"] == "CANCELLED"
    kept(filled, file)
    assert statuses(file)["Review"] == "CONFIRMED"


@pytest.mark.parametrize("harm", [b"", b"BEGIN:VCALENDAR\r\nPRODID:-//planner//planner//EN\r\n", None])
def test_a_file_that_others_touched_is_written_whole(filled: Desk, file: Path, harm: bytes | None) -> None:
    before = file.read_bytes()
    file.unlink() if harm is None else file.write_bytes(harm)
    assert published(filled).error is None
    assert file.read_bytes() == before


def test_a_file_that_was_replaced_by_another_s_is_left_alone(filled: Desk, file: Path) -> None:
    file.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\n")
    posts.write(filled, 1, title="x")
    error = published(filled).error
    assert isinstance(error, InputError)
    assert error.key == "not-ours"
    assert file.read_bytes().endswith(b"Other//EN\r\n")
    assert publish(filled, ASKING._replace(force=True))[0].error is None
    assert titles(file)[0] == "x"


def test_a_mark_that_says_nothing_does_no_harm(filled: Desk, file: Path) -> None:
    outlet = outlets(filled.database)[0]
    before = file.read_bytes()
    for mark in ("", "{", "[1]", '[[1,2,3],"","",9,[1],[2],[]]', "null", outlet.mark.replace("[", "[[", 1)):
        note_published(filled.database, outlet.id, outlet.revision, mark)
        assert published(filled).error is None
        assert file.read_bytes() == before


def test_a_mark_of_another_file_is_not_believed(filled: Desk, file: Path) -> None:
    outlet = outlets(filled.database)[0]
    left = publish_left.left_by(outlet.mark)
    assert left
    wrong = left._replace(start=left.start + 1)
    note_published(filled.database, outlet.id, outlet.revision, wrong.mark())
    posts.write(filled, 1, title="x")
    published(filled)
    assert titles(file)[0] == "x"
    assert len(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == len(events(file))


def test_a_file_that_is_replaced_while_it_is_looked_at_is_written_whole(
    filled: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is as long as the one that was left, so that only its inode and its hour tell them apart."""
    looked_at, content = publish_left.known_by(file), file.read_bytes()
    file.write_bytes(content.replace(b"SUMMARY:Retenue", b"SUMMARY:Autreee"))
    monkeypatch.setattr(publish_file, "known_by", lambda _: looked_at)
    posts.write(filled, 5, title="x")
    published(filled)
    assert titles(file)[:2] == ["Retenue", "x"]


def test_who_may_read_the_file_stays_as_its_owner_set_it(filled: Desk, file: Path) -> None:
    file.chmod(0o644)
    posts.write(filled, 1, title="x")
    published(filled)
    assert titles(file)[0] == "x"
    assert file.stat().st_mode & 0o777 == 0o644


def test_a_disk_that_is_full_is_told_and_the_next_change_catches_up(
    filled: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    posts.write(filled, 1, title="x")
    with monkeypatch.context() as full:

        def no_room(_: int) -> None:
            raise OSError(28, "No space left on device")

        full.setattr(os, "fsync", no_room)
        error = published(filled).error
    assert isinstance(error, OutsideError)
    assert error.key == "disk-full"
    assert file.read_bytes() == before
    posts.write(filled, 5, title="y")
    published(filled)
    assert titles(file)[:2] == ["x", "y"]


def test_a_folder_that_is_gone_is_told(filled: Desk, tmp_path: Path) -> None:
    (tmp_path / "cloud").mkdir()
    file = kept(filled, tmp_path / "cloud" / "out.ics")
    file.unlink()
    file.parent.rmdir()
    error = published(filled).error
    assert isinstance(error, OutsideError)
    assert error.key == "folder-missing"


def test_a_calendar_that_takes_no_changes_publishes_nothing(filled: Desk, file: Path, clock: Clock) -> None:
    filled.close()
    filled.path.chmod(0o400)
    with open_desk(filled.path, clock) as reading:
        error = published(reading).error
    assert isinstance(error, CalendarError)
    filled.path.chmod(0o600)


class Killed(BaseException):
    """As if the process were no more from here on."""


STEPS: list[tuple[Any, str]] = [
    (publish_file.Version, "_read_old"),
    (publish_file.Version, "_leaving"),
    (publish_file.Version, "_made"),
    (publish_file, "write_whole"),
    (os, "fsync"),
    (Path, "replace"),
    (publish_file, "note_published_once"),
]


@pytest.mark.parametrize("step", range(len(STEPS)))
@pytest.mark.parametrize("before", [True, False])
def test_killed_at_any_step_the_next_publication_makes_it_right(
    filled: Desk, file: Path, monkeypatch: pytest.MonkeyPatch, step: int, before: bool
) -> None:
    where, name = STEPS[step]
    real = getattr(where, name)

    def killed(*given: Any, **named: Any) -> None:
        if not before:
            real(*given, **named)
        raise Killed

    posts.write(filled, 1, title="x")
    posts.delete(filled, 5)
    posts.plan(filled, title="neuf", day=MONDAY)
    with monkeypatch.context() as dying:
        dying.setattr(where, name, killed)
        with pytest.raises(Killed):
            published(filled)
    assert published(filled).error is None
    assert living(file) == living(kept(filled, file.with_name("fresh.ics")))
    assert [event.title for event in seen(file) if event.status != "CANCELLED"] == [
        "x",
        "neuf",
        "Publish",
        "Review",
        QUESTION,
    ]


@pytest.mark.parametrize("name", ["write_whole", "note_published_once"])
def test_two_windows_that_publish_at_once_leave_the_newest(
    filled: Desk, file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The other window takes an action and publishes it while this one is about to write, or to note what it wrote."""
    real = getattr(publish_file, name)

    def meanwhile(*given: Any, **named: Any) -> Any:
        monkeypatch.setattr(publish_file, name, real)
        with open_desk(filled.path, clock) as other:
            posts.write(other, 5, title="de là-bas")
            assert published(other).error is None
        return real(*given, **named)

    monkeypatch.setattr(publish_file, name, meanwhile)
    posts.write(filled, 1, title="d'ici")
    assert published(filled).error is None
    assert titles(file) == ["d'ici", "de là-bas", "Publish", "Review", QUESTION]
    assert published(filled).changed == 0
    assert file.read_bytes() == kept(filled, file.with_name("fresh.ics")).read_bytes()


ZONES = ("", "America/Toronto", "UTC", "Africa/Casablanca", "Australia/Lord_Howe")
RULES = ("", "FREQ=WEEKLY;BYDAY=SU", "FREQ=DAILY;COUNT=3", "FREQ=MONTHLY;BYMONTHDAY=31")
some_post, some_slot, some_minutes = st.integers(1, 7), st.integers(1, 4), st.sampled_from([0, 45, 900])
some_day = st.integers(-400, 900).map(lambda days: MONDAY + timedelta(days=days))
LINK = "https://a.example/b?c#d"
TEXT = st.text("aé ,;\\\n:[]\r\n🧱", max_size=90)
EDITS = st.one_of(
    st.tuples(st.just("plan"), some_day, st.sampled_from(ZONES), TEXT),
    st.tuples(st.just("write"), some_post, TEXT),
    st.tuples(st.just("move"), some_post, st.none() | some_day),
    st.tuples(st.just("status"), some_post, st.sampled_from(["ready", "dropped", "idea", "published"])),
    st.tuples(st.just("bin"), some_post, st.booleans()),
    st.tuples(st.just("empty"), some_post),
    st.tuples(st.just("network"), some_post, st.sampled_from([1, 2])),
    st.tuples(st.just("minutes"), some_post, some_minutes, some_minutes),
    st.tuples(st.just("slot"), st.sampled_from(["watch", "prepare"]), some_day, *map(st.sampled_from, (ZONES, RULES))),
    st.tuples(st.just("no slot"), some_slot),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("review"), some_day),
    st.tuples(st.just("brief"), TEXT),
    st.tuples(st.just("closed"), st.lists(st.sampled_from(WEEKDAYS), max_size=7, unique=True)),
    st.tuples(st.just("wait"), st.integers(1, 500)),
)


def uncounted(path: Path) -> list[bytes]:
    """The events that take place, without how often a calendar elsewhere saw them move."""
    return [re.sub(rb"\r\nSEQUENCE:\d+", b"", event) for event in living(path)]


def done(desk: Desk, clock: Clock, edit: tuple[Any, ...]) -> None:
    """One edit; an edit of what is not there does nothing."""
    what, *given_ = edit
    deeds: dict[str, Callable[..., object]] = {
        "plan": lambda day, zone, text: posts.plan(desk, title="Neuve", day=day, zone=zone, body=text, network_id=1),
        "write": lambda post, text: posts.write(desk, post, body=text),
        "move": lambda post, day: posts.move(desk, post, day),
        "status": lambda post, status: posts.set_status(desk, post, status),
        "bin": lambda post, into: (posts.delete if into else posts.bring_back)(desk, post),
        "empty": lambda post: posts.empty_bin(desk, [post]),
        "network": lambda post, network: posts.write(desk, post, network_id=network, need_id=network, link=LINK),
        "minutes": lambda post, before, after: posts.write(desk, post, prepare_minutes=before, reply_minutes=after),
        "slot": lambda kind, day, zone, rule: brief.add_slot(
            desk, kind=kind, day=day, time="02:30", zone=zone, rule=rule, minutes=90
        ),
        "no slot": lambda slot: brief.remove_slot(desk, slot),
        "undo": lambda: undo(desk),
        "redo": lambda: redo(desk),
        "review": lambda day: listening.note(desk, "review", day=day, question="Garder ?"),
        "brief": lambda text: brief.write_brief(desk, message=text),
        "closed": lambda days: brief.write_brief(desk, closed_days=days),
        "wait": lambda days: clock.tick(days * 24 * 60),
    }
    with suppress(InputError):
        deeds[what](*given_)


@settings(
    max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=6))
def test_after_any_edits_the_spliced_file_is_the_one_written_whole(rounds: list[list[tuple[Any, ...]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Clock()
        desk = fill(fresh(folder, clock=clock))
        spliced, whole = kept(desk, folder / "a.ics"), kept(desk, folder / "b.ics")
        few: dict[str, object] = {"network": 1, "alarm": 5, "without": ["publish"]}
        one, other = kept(desk, folder / "c.ics", **few), kept(desk, folder / "d.ics", **few)
        for edits in rounds:
            clock.tick()
            for edit in edits:
                done(desk, clock, edit)
            remade(desk, whole)
            remade(desk, other)
            assert [found.error for found in publish(desk, ASKING)] == [None] * 4
            assert spliced.read_bytes() == whole.read_bytes()
            assert one.read_bytes() == other.read_bytes()
            uids = [entry.uid for entry in ics_feed(desk)[0].entries]
            assert len(uids) == len(set(uids))
        assert uncounted(spliced) == uncounted(kept(desk, folder / "fresh.ics"))
        icalendar.Calendar.from_ical(spliced.read_bytes())
        desk.close()

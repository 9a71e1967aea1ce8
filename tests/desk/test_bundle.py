"""The bundle for a life: what stands in other calendars around a post, and what each entry says."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, listening, posts
from planner.desk.bundle import KINDS, Labels
from planner.desk.send import ics_feed
from planner.desk.undo import undo
from planner.exchange.ics import record
from planner.exchange.ics.write import ics_bytes
from tests.exchange.ics.made import values
from tests.exchange.ics.test_record import unescaped
from tests.made import MONDAY, Clock, given_to_others

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.exchange.ics.entry import Entry


def entries(desk: Desk, **options: object) -> dict[str, Entry]:
    feed, _ = ics_feed(desk, **options)  # type: ignore[arg-type]
    return {entry.uid: entry for entry in feed.entries}


def planned(desk: Desk, **fields: object) -> str:
    """The uid of a post on Monday at 9:30."""
    made = {"title": "Trois retenues", "day": MONDAY, "time": time(9, 30), "status": "draft", **fields}
    return desk.post(posts.plan(desk, **made).id).uid


def test_answers_are_given_right_after_the_publication(desk: Desk) -> None:
    uid = planned(desk, publish_minutes=20, reply_minutes=40, link="https://a.example/b", next_step="Écrire")
    found = entries(desk)
    reply, post = found[f"reply-{uid}"], found[uid]
    assert (reply.start, reply.minutes) == (datetime(2026, 11, 23, 9, 50), 40)
    assert (reply.transparent, post.transparent) == (False, True)
    assert (reply.summary, reply.categories) == ("Answer: Trois retenues", ("Reply",))
    assert reply.description == "Trois retenues\nNext step: Écrire\nLink: https://a.example/b"
    assert (reply.sequence, reply.changed_at) == (post.sequence, post.changed_at)


def test_a_post_is_prepared_on_the_last_working_day_before_it(desk: Desk) -> None:
    uid = planned(desk, prepare_minutes=90)
    assert entries(desk)[f"prepare-{uid}"].start == datetime(2026, 11, 22, 8)
    brief.write_brief(desk, closed_days=["SA", "SU"])
    block = entries(desk)[f"prepare-{uid}"]
    assert (block.start, block.minutes) == (datetime(2026, 11, 20, 8), 90)
    assert block.summary == "Prepare: Trois retenues"
    brief.write_brief(desk, closed_days=["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
    assert f"prepare-{uid}" not in entries(desk)


@pytest.mark.parametrize(
    ("fields", "prepared", "answered"),
    [
        ({"prepare_minutes": 0}, False, True),
        ({"reply_minutes": 0}, True, False),
        ({"status": "published"}, False, True),
        ({"status": "ready"}, True, True),
        ({"day": None}, False, False),
    ],
)
def test_only_a_post_that_needs_them_has_its_blocks(
    desk: Desk, fields: dict[str, object], prepared: bool, answered: bool
) -> None:
    uid = planned(desk, **fields)
    found = entries(desk)
    assert (f"prepare-{uid}" in found, f"reply-{uid}" in found) == (prepared, answered)


def test_hours_set_aside_for_writing_need_no_other_block(desk: Desk) -> None:
    uid = planned(desk)
    brief.add_slot(desk, kind="prepare", day=MONDAY, time="14:00", rule="FREQ=WEEKLY")
    found = entries(desk)
    assert f"prepare-{uid}" not in found
    assert [entry.kind for entry in found.values()].count("prepare") == 1


def test_a_name_or_an_hour_that_changes_leaves_the_uids(desk: Desk) -> None:
    uid = planned(desk)
    before = set(entries(desk))
    posts.write(desk, desk.titled("Trois retenues")[0].id, title="Autre", day=MONDAY + timedelta(days=9), time="17:00")
    assert set(entries(desk)) == before == {uid, f"reply-{uid}", f"prepare-{uid}"}


def test_what_a_deleted_post_brought_is_cancelled_with_it(desk: Desk, clock: Clock) -> None:
    uid = planned(desk)
    posts.delete(desk, desk.titled("Trois retenues")[0].id)
    assert entries(desk) == {}
    given_to_others(desk)
    found = entries(desk)
    assert {entry.status for entry in found.values()} == {"CANCELLED"}
    assert set(found) == {uid, f"reply-{uid}", f"prepare-{uid}"}


def test_a_post_dropped_long_ago_cancels_its_blocks_no_more(desk: Desk, clock: Clock) -> None:
    uid = planned(desk)
    posts.set_status(desk, desk.titled("Trois retenues")[0].id, "dropped")
    assert f"reply-{uid}" in entries(desk)
    clock.tick(60 * 24 * 32)
    assert set(entries(desk)) == {uid}


def test_each_kind_can_be_left_out(filled: Desk) -> None:
    for kind in ("listen", "watch", "prepare", "reply"):
        brief.add_slot(filled, kind=kind, day=MONDAY, time="14:00", rule="FREQ=WEEKLY")
    assert {entry.kind for entry in entries(filled).values()} == KINDS
    for kind in KINDS:
        assert {entry.kind for entry in entries(filled, kinds=KINDS - {kind}).values()} == KINDS - {kind}


def test_listening_says_where_to_listen(desk: Desk) -> None:
    brief.write_brief(desk, places=["r/btp", "Le forum"])
    brief.add_slot(desk, kind="listen", day=MONDAY, time="14:00", rule="FREQ=WEEKLY")
    (block,) = entries(desk, labels=Labels(abouts={"listen": "Lire."}, places="Où : ")).values()
    assert block.description == "Lire.\n\nOù :\n- r/btp\n- Le forum"
    assert not block.transparent


def test_a_review_is_half_an_hour_in_the_morning_and_is_cancelled_when_removed(desk: Desk) -> None:
    listening.note(desk, "review", day="2026-12-31", question="Garder LinkedIn ?")
    uid = desk.calendar().reviews[0].uid
    review = entries(desk)[uid]
    assert (review.start, review.minutes, review.transparent) == (datetime(2026, 12, 31, 9), 30, False)
    assert (review.summary, review.categories) == ("Review: Garder LinkedIn ?", ("Review",))
    undo(desk)
    assert entries(desk) == {}
    given_to_others(desk)
    assert entries(desk)[uid].status == "CANCELLED"


def test_links_are_tagged_once_the_calendar_has_a_campaign(filled: Desk) -> None:
    uid = filled.post(filled.titled("Retenue")[0].id).uid
    assert entries(filled)[uid].url == "https://a.example/b"
    brief.write_brief(filled, campaign="Hiver 2026")
    tagged = "https://a.example/b?utm_source=linkedin&utm_medium=social&utm_campaign=hiver-2026"
    found = entries(filled)
    assert found[uid].url == tagged
    assert f"Link: {tagged}" in found[uid].description
    assert f"Link: {tagged}" in found[f"reply-{uid}"].description


def test_an_event_says_what_it_cannot_show_and_never_the_private_note(filled: Desk) -> None:
    post = filled.titled("Retenue")[0].id
    posts.write(filled, post, note="Ne pas le dire", zone="America/Toronto", body="\n\nUn, deux ; trois\\\n")
    brief.write_brief(filled, campaign="Hiver")
    data = ics_bytes(*ics_feed(filled))
    assert "Ne pas le dire" not in data.replace(b"\r\n ", b"").decode()
    whole = filled.post(post)
    written = [record.read(unescaped(line)) for line in values(data, "X-PLANNER-RECORD")]
    (found,) = [each for each in written if each and each.kind == "post" and each.of == whole.uid]
    assert (found.title, found.network, found.need) == ("Retenue", "LinkedIn", "Comment être payé ?")
    assert (found.link, found.minutes, found.zone) == ("https://a.example/b", (45, 10, 30), "America/Toronto")
    assert (found.day, found.time, found.status) == ("2026-11-23", "09:00:00", whole.status)
    described = [unescaped(line) for line in values(data, "DESCRIPTION")]
    (text,) = [each for each in described if each.startswith("Un, deux")]
    assert "\n" * found.blank[0] + text[: found.body] + "\n" * found.blank[1] == whole.body
    assert {each.kind for each in written if each} == {"post", "slot", "prepare", "reply", "review"}


def test_a_text_that_was_cut_says_so(desk: Desk) -> None:
    planned(desk, body="mot " * 3_000)
    lines = values(ics_bytes(*ics_feed(desk, kinds=frozenset({"publish"}))), "X-PLANNER-RECORD")
    found = record.read(unescaped(lines[0]))
    assert found is not None
    assert found.body == -1

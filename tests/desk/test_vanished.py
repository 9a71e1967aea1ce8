"""What was taken from the plan is cancelled in the calendars elsewhere, for thirty days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.desk import brief, posts
from planner.desk.bring import bring_toml
from planner.desk.send import ics_feed
from planner.desk.undo import redo, undo
from planner.exchange.ics.write import ics_bytes
from tests.made import MONDAY

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.exchange.ics.entry import Entry
    from tests.made import Clock


def entries(desk: Desk, **options: object) -> dict[str, Entry]:
    feed, _ = ics_feed(desk, **options)  # type: ignore[arg-type]
    return {entry.uid: entry for entry in feed.entries}


def test_a_post_that_is_an_idea_again_is_cancelled_where_it_stood(filled: Desk) -> None:
    post = filled.titled("Retenue")[0].id
    uid, before = filled.post(post).uid, entries(filled)
    posts.move(filled, post, None)
    cancelled = entries(filled)[uid]
    assert (cancelled.status, cancelled.start) == ("CANCELLED", before[uid].start)
    assert cancelled.sequence == before[uid].sequence + 1
    assert cancelled.description == before[uid].description
    posts.move(filled, post, MONDAY)
    again = entries(filled)[uid]
    assert (again.status, again.sequence) == ("TENTATIVE", cancelled.sequence + 1)


def test_a_slot_that_was_removed_is_cancelled(filled: Desk) -> None:
    slot = filled.calendar().slots[1]
    before = entries(filled)[slot.uid]
    brief.remove_slot(filled, slot.id or 0)
    cancelled = entries(filled)[slot.uid]
    assert (cancelled.status, cancelled.skipped, cancelled.sequence) == (
        "CANCELLED",
        before.skipped,
        before.sequence + 1,
    )
    assert slot.uid not in entries(filled, kinds=frozenset({"publish"}))
    cancelled_posts = 2 * 3
    assert ics_bytes(*ics_feed(filled)).count(b"STATUS:CANCELLED") == cancelled_posts + 1
    undo(filled)
    assert entries(filled)[slot.uid].status == "CONFIRMED"
    redo(filled)
    assert entries(filled)[slot.uid].status == "CANCELLED"


def test_what_an_import_or_an_undo_took_away_is_cancelled(filled: Desk) -> None:
    uid = filled.post(posts.plan(filled, title="Vite", day=MONDAY).id).uid
    undo(filled)
    assert entries(filled)[uid].status == "CANCELLED"
    known = {key for key, entry in entries(filled).items() if entry.status != "CANCELLED"}
    bring_toml(filled, "format = 1\n", "empty.toml")
    assert {key for key, entry in entries(filled).items() if entry.status == "CANCELLED"} >= known


def test_it_is_chosen_like_the_others_and_forgotten_after_thirty_days(filled: Desk, clock: Clock) -> None:
    post = filled.titled("Retenue")[0].id
    uid = filled.post(post).uid
    posts.move(filled, post, None)
    assert uid in entries(filled, network="LinkedIn")
    assert uid not in entries(filled, network="La lettre")
    assert uid not in entries(filled, first=MONDAY + timedelta(days=1))
    clock.tick(60 * 24 * 30)
    assert uid in entries(filled)
    clock.tick(60 * 24)
    assert uid not in entries(filled)


def test_an_idea_that_never_had_a_day_is_not_in_the_file(filled: Desk) -> None:
    post = posts.plan(filled, title="Rien").id
    uid = filled.post(post).uid
    posts.delete(filled, post)
    posts.empty_bin(filled, [post])
    assert uid not in entries(filled)


def test_what_lives_on_under_the_same_uid_is_not_cancelled(filled: Desk) -> None:
    """A series came back under the UID of a post that was deleted."""
    uid = filled.post(filled.titled("Retenue")[0].id).uid
    slot = f'uid = "{uid}"\nkind = "watch"\nday = 2026-11-24\ntime = 09:00:00\nrule = "FREQ=WEEKLY"\n'
    bring_toml(filled, f"format = 1\n[[slot]]\n{slot}", "slot.toml")
    found = [entry.status for entry in ics_feed(filled)[0].entries if entry.uid == uid]
    assert found == ["CONFIRMED"]

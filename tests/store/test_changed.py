"""What changed since a revision: edits, removals, undo and redo, without the rest of the calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import brief, listening, mutes, posts
from planner.desk.undo import redo, undo
from planner.errors import CalendarError
from planner.store import changed
from tests.made import MONDAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk


def test_the_records_that_changed_are_named(filled: Desk) -> None:
    since = changed.revision(filled.database)
    assert changed.changed(filled.database, since) == []
    posts.write(filled, 1, title="x")
    slot = brief.add_slot(filled, kind="watch", day=MONDAY, time="09:00").id
    listening.note(filled, "review", day=MONDAY, question="Et ?")
    mutes.mute(filled, 5, "generic", "voulu")
    assert set(changed.changed(filled.database, since)) == {("post", 1), ("slot", slot), ("review", 2)}


def test_what_is_turned_back_or_done_again_changed_too(filled: Desk) -> None:
    posts.write(filled, 1, title="x")
    for turn in (undo, redo):
        since = changed.revision(filled.database)
        turn(filled)
        assert changed.changed(filled.database, since) == [("post", 1)]


def plain(records: Any) -> Any:
    """A record, or some, as plain values."""
    return [plain(one) for one in records] if isinstance(records, list) else records.model_dump()


def test_a_part_holds_the_very_records_of_the_whole(filled: Desk) -> None:
    whole = filled.calendar()
    keys = [("post", post.id or 0) for post in [*whole.posts, *whole.binned]]
    keys += [("slot", slot.id or 0) for slot in whole.slots] + [("review", review.id or 0) for review in whole.reviews]
    part = changed.part(filled.database, keys)
    for name in ("brief", "needs", "networks", "slots", "posts", "binned", "reviews"):
        assert plain(getattr(part, name)) == plain(getattr(whole, name)), name
    assert plain(list(part.stamps.values())) == plain([whole.stamps[key] for key in part.stamps])
    assert set(part.stamps) == set(whole.stamps)


def test_a_part_leaves_out_what_was_not_asked_for_and_what_is_gone(filled: Desk) -> None:
    posts.empty_bin(filled, [4])
    part = changed.part(filled.database, [("post", 1), ("post", 4)])
    assert [post.id for post in part.posts] == [1]
    assert (part.binned, part.slots, set(part.stamps)) == ([], [], {("post", 1), ("post", 4)})


def test_more_records_than_one_query_takes_are_read(desk: Desk) -> None:
    with desk.database.writing() as connection:
        connection.executemany("INSERT INTO post (uid) VALUES (?)", [(str(number),) for number in range(1_201)])
    part = changed.part(desk.database, [("post", number) for number in range(1, 1_202)])
    assert [post.id for post in part.posts] == list(range(1, 1_202))


def test_a_row_that_holds_what_it_cannot_is_damage(filled: Desk) -> None:
    with filled.database.writing() as connection:
        connection.execute("UPDATE post SET day = 'someday' WHERE id = 1")
    with pytest.raises(CalendarError) as refused:
        changed.part(filled.database, [("post", 1)])
    assert refused.value.key == "calendar-damaged"


def test_the_reach_is_that_of_all_that_stands_on_a_day(filled: Desk) -> None:
    posts.plan(filled, title="loin", day=MONDAY + timedelta(days=400), zone="America/Toronto")
    brief.add_slot(filled, kind="watch", day=MONDAY - timedelta(days=9), time="09:00", zone="UTC", rule="FREQ=DAILY")
    with filled.database.writing() as connection:
        connection.execute("INSERT INTO post (uid, day, zone) VALUES ('u', '0026-01-01', 'Asia/Kolkata')")
    found = changed.reach(filled.database)
    assert found.zones == {"Europe/Paris", "America/Toronto", "UTC", "Asia/Kolkata"}
    assert found.in_series == {"Europe/Paris", "UTC"}
    assert (found.first, found.last) == ("2026-11-14", "2027-12-28")
    assert found.changed.startswith("2026-11-23 08:00")


def test_an_empty_calendar_reaches_nowhere(desk: Desk) -> None:
    assert changed.reach(desk.database) == changed.Reach(frozenset({"Europe/Paris"}), frozenset(), "", "", "")


def test_the_frame_is_the_brief_the_needs_and_the_networks(filled: Desk) -> None:
    seen = {changed.digest_of_frame(filled.database)}
    posts.write(filled, 1, title="x")
    assert changed.digest_of_frame(filled.database) in seen
    edits: list[Callable[[], object]] = [
        lambda: brief.write_brief(filled, title="y"),
        lambda: brief.write_brief(filled, needs=["z"]),
        lambda: brief.write_network(filled, 1, name="y"),
    ]
    for edit in edits:
        edit()
        assert changed.digest_of_frame(filled.database) not in seen
        seen.add(changed.digest_of_frame(filled.database))

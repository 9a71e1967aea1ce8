"""Undo and redo, whoever took the action and whenever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import brief, posts
from planner.desk.desk import Desk, open_desk
from planner.desk.send import dump_text
from planner.desk.undo import redo, undo
from planner.errors import ConflictError
from planner.store import journal

if TYPE_CHECKING:
    import sqlite3
    from contextlib import AbstractContextManager

    from tests.made import Clock


def test_undo_survives_a_restart_and_names_what_it_did(desk: Desk, clock: Clock) -> None:
    posts.plan(desk, title="Une idée")
    desk.close()
    with open_desk(desk.path, clock) as again:
        step = undo(again)
        assert step is not None
        assert (step.verb, step.title) == ("plan", "Une idée")
        assert again.ideas() == []
        assert redo(again) is not None
        assert again.ideas()[0].title == "Une idée"


def test_a_new_action_after_an_undo_closes_the_way_forward(desk: Desk) -> None:
    posts.plan(desk, title="a")
    undo(desk)
    posts.plan(desk, title="b")
    assert redo(desk) is None
    undo(desk)
    assert desk.ideas() == []
    assert undo(desk) is None


def test_an_action_taken_elsewhere_is_undone_here(desk: Desk, clock: Clock) -> None:
    post = posts.plan(desk, title="a").id
    with open_desk(desk.path, clock) as elsewhere:
        posts.write(elsewhere, post, title="b")
    undo(desk)
    assert desk.post(post).title == "a"


def test_every_transaction_raises_the_revision_by_one(desk: Desk) -> None:
    first = posts.plan(desk, title="a").revision
    step, again = undo(desk), redo(desk)
    assert step is not None
    assert again is not None
    assert [step.revision, again.revision] == [first + 1, first + 2]


def test_undo_chooses_its_step_once_nobody_else_writes(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window turns the last step back in the moment before this one begins."""
    posts.plan(desk, title="a")
    posts.plan(desk, title="b")
    writing = desk.database.writing
    with open_desk(desk.path, clock) as elsewhere:

        def a_moment_later() -> AbstractContextManager[sqlite3.Connection]:
            monkeypatch.undo()
            assert undo(elsewhere) is not None
            return writing()

        monkeypatch.setattr(desk.database, "writing", a_moment_later)
        step = undo(desk)
    assert step is not None
    assert step.title == "a"
    assert desk.ideas() == []


def test_undo_turns_back_what_another_window_did_a_moment_ago(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = posts.plan(desk, title="a", body="un").id
    posts.write(desk, post, title="b")
    writing = desk.database.writing
    with open_desk(desk.path, clock) as elsewhere:

        def a_moment_later() -> AbstractContextManager[sqlite3.Connection]:
            monkeypatch.undo()
            posts.write(elsewhere, post, body="deux")
            return writing()

        monkeypatch.setattr(desk.database, "writing", a_moment_later)
        assert undo(desk) is not None
        assert (elsewhere.post(post).title, elsewhere.post(post).body) == ("b", "un")


def test_what_is_not_as_the_step_left_it_is_never_overwritten(desk: Desk, clock: Clock) -> None:
    post = posts.plan(desk, title="a").id
    with open_desk(desk.path, clock) as elsewhere:
        elsewhere.database.reading.execute("UPDATE post SET body = 'autre'")
        before = dump_text(elsewhere)
        with pytest.raises(ConflictError) as refused:
            undo(desk)
        assert (refused.value.key, refused.value.values) == ("changed-elsewhere", {"title": "a", "theirs": ""})
        assert dump_text(elsewhere) == before
        elsewhere.database.reading.execute("UPDATE post SET body = ''")
        assert undo(desk) is not None
        elsewhere.database.reading.execute("INSERT INTO post (id, uid) VALUES (?, 'u')", (post,))
        with pytest.raises(ConflictError):
            redo(desk)
        assert desk.post(post).uid == "u"


def test_the_journal_forgets_its_oldest_pages_only(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT_ACTIONS", 3)
    for number in range(7):
        posts.plan(desk, title=str(number))
    journal.forget_the_oldest(desk.database)
    undone = 0
    while undo(desk):
        undone += 1
    assert undone == 3
    assert len(desk.ideas()) == 4


def sequence(desk: Desk, record: str, identifier: int) -> int:
    rows = desk.database.rows("SELECT sequence FROM stamp WHERE record = ? AND id = ?", (record, identifier))
    return int(str(rows[0][0]))


SEEN_ELSEWHERE: dict[str, Any] = {
    "day": "2026-12-01", "time": "10:30", "zone": "Europe/London", "status": "ready", "publish_minutes": 25,
    "prepare_minutes": 5, "reply_minutes": 0,
}  # fmt: skip
SLOT_SEEN_ELSEWHERE: dict[str, Any] = {
    "day": "2026-12-01", "time": "10:30", "zone": "Europe/London", "minutes": 45, "rule": "FREQ=DAILY",
    "skipped": ["2026-12-02"],
}  # fmt: skip


@pytest.mark.parametrize("field", SEEN_ELSEWHERE)
def test_what_a_calendar_elsewhere_shows_of_a_post_raises_its_sequence(desk: Desk, field: str) -> None:
    post = posts.plan(desk, title="a", day="2026-11-24").id
    posts.write(desk, post, **{field: SEEN_ELSEWHERE[field]})
    assert sequence(desk, "post", post) == 1
    undo(desk)
    redo(desk)
    assert sequence(desk, "post", post) == 3


def test_a_deletion_raises_the_sequence_and_a_new_text_does_not(desk: Desk) -> None:
    post = posts.plan(desk, title="a", day="2026-11-24").id
    posts.write(desk, post, title="b", body="c", note="d", link="https://a.example/")
    assert sequence(desk, "post", post) == 0
    posts.set_status(desk, post, "ready")
    posts.delete(desk, post)
    assert sequence(desk, "post", post) == 2
    posts.bring_back(desk, post)
    assert sequence(desk, "post", post) == 3


@pytest.mark.parametrize("field", SLOT_SEEN_ELSEWHERE)
def test_what_a_calendar_elsewhere_shows_of_a_slot_raises_its_sequence(desk: Desk, field: str) -> None:
    slot = brief.add_slot(desk, kind="listen", day="2026-11-24", time="09:00").id
    brief.write_slot(desk, slot, title="x")
    assert sequence(desk, "slot", slot) == 0
    brief.write_slot(desk, slot, **{field: SLOT_SEEN_ELSEWHERE[field]})
    assert sequence(desk, "slot", slot) == 1


def test_a_slot_that_is_removed_raises_its_sequence(desk: Desk) -> None:
    slot = brief.add_slot(desk, kind="listen", day="2026-11-24", time="09:00").id
    brief.remove_slot(desk, slot)
    assert sequence(desk, "slot", slot) == 1


def test_what_comes_back_is_a_change_for_calendars_elsewhere(desk: Desk) -> None:
    """RFC 5545, 3.8.7.4: a post taken back was cancelled there, and stands there again only with a higher SEQUENCE."""

    def sequence() -> object:
        return desk.database.rows("SELECT sequence FROM stamp WHERE record = 'post'")[0][0]

    posts.plan(desk, title="a", day="2026-11-24")
    seen = [sequence()]
    for turn in (undo, redo):
        turn(desk)
        seen.append(sequence())
    assert seen == [0, 1, 2]

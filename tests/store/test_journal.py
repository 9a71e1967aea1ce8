"""Undo and redo, whoever took the action and whenever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk import posts
from planner.desk.desk import Desk, open_desk
from planner.desk.undo import redo, undo
from planner.store import journal

if TYPE_CHECKING:
    import pytest

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

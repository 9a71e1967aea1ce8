"""What the program does by itself when a calendar is opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.desk import mutes, posts, undo
from planner.desk.desk import BIN_DAYS, tidy
from planner.desk.send import dump_text
from planner.store import journal

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from tests.made import Clock


def test_the_bin_is_emptied_after_thirty_days_and_undo_passes_over_it(desk: Desk, clock: Clock) -> None:
    gone = posts.plan(desk, title="Corbeille", day=date(2026, 11, 24)).id
    posts.delete(desk, gone)
    kept = posts.plan(desk, title="Gardée").id
    clock.tick(BIN_DAYS * 24 * 60)
    tidy(desk)
    assert [post.id for post in desk.calendar().binned] == [gone]
    clock.tick(24 * 60)
    tidy(desk)
    assert desk.calendar().binned == []
    changed = undo.undo(desk)
    assert changed is not None
    assert (changed.verb, changed.id) == ("plan", kept)


def test_a_deletion_can_be_undone_even_after_the_bin_was_emptied(desk: Desk, clock: Clock) -> None:
    post = posts.plan(desk, title="Revenue", body="Tout le texte.", day=date(2026, 11, 24)).id
    mutes.mute(desk, post, "generic", "c'est voulu")
    posts.delete(desk, post)
    clock.tick((BIN_DAYS + 1) * 24 * 60)
    tidy(desk)
    assert desk.card(post) is None
    assert undo.undo(desk) is not None
    assert desk.post(post).body == "Tout le texte."
    assert undo.undo(desk) is not None


def test_tidying_keeps_the_way_forward(desk: Desk, clock: Clock) -> None:
    gone = posts.plan(desk, title="Corbeille").id
    posts.delete(desk, gone)
    posts.plan(desk, title="a")
    posts.plan(desk, title="b")
    undo.undo(desk)
    undo.undo(desk)
    clock.tick((BIN_DAYS + 1) * 24 * 60)
    tidy(desk)
    assert desk.calendar().binned == []
    titles = [changed.title for _ in range(2) if (changed := undo.redo(desk))]
    assert titles == ["a", "b"]
    assert undo.redo(desk) is None


def test_what_was_undone_is_done_again_though_the_bin_was_emptied_meanwhile(desk: Desk, clock: Clock) -> None:
    post = posts.plan(desk, title="Revenue", body="Texte.").id
    posts.delete(desk, post)
    posts.bring_back(desk, post)
    undo.undo(desk)
    clock.tick((BIN_DAYS + 1) * 24 * 60)
    tidy(desk)
    assert undo.redo(desk) is not None
    assert desk.post(post).body == "Texte."


def test_what_emptying_the_bin_took_with_it_comes_back_with_the_post(filled: Desk, clock: Clock) -> None:
    post = filled.titled("Retenue")[0].id
    before = dump_text(filled)
    posts.delete(filled, post)
    posts.plan(filled, title="Après")
    forward = dump_text(filled)
    clock.tick((BIN_DAYS + 1) * 24 * 60)
    tidy(filled)
    emptied = dump_text(filled)
    assert emptied != forward
    undo.undo(filled)
    undo.undo(filled)
    assert dump_text(filled) == before
    steps = [changed.verb for _ in range(4) if (changed := undo.redo(filled))]
    assert steps == ["delete", "plan", "empty-bin"]
    assert dump_text(filled) == emptied


def test_another_window_s_way_forward_is_left_alone(desk: Desk) -> None:
    posts.plan(desk, title="a")
    undo.undo(desk)
    way = journal.ahead(desk.database)
    assert len(way.steps) == 1
    undo.redo(desk)
    mine = posts.plan(desk, title="b").revision
    journal.set_aside(desk.database, mine, way)
    assert undo.redo(desk) is None
    assert sorted(card.title for card in desk.ideas()) == ["a", "b"]


def test_a_tidy_calendar_is_left_as_it_is(filled: Desk) -> None:
    before = filled.database.rows("SELECT number FROM revision")
    tidy(filled)
    assert filled.database.rows("SELECT number FROM revision") == before

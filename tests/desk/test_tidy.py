"""What the program does by itself when a calendar is opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.desk import posts, undo
from planner.desk.desk import BIN_DAYS, tidy

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
    posts.mute(desk, post, "generic", "c'est voulu")
    posts.delete(desk, post)
    clock.tick((BIN_DAYS + 1) * 24 * 60)
    tidy(desk)
    assert desk.card(post) is None
    assert undo.undo(desk) is not None
    assert desk.post(post).body == "Tout le texte."
    assert undo.undo(desk) is not None


def test_a_tidy_calendar_is_left_as_it_is(filled: Desk) -> None:
    before = filled.database.rows("SELECT number FROM revision")
    tidy(filled)
    assert filled.database.rows("SELECT number FROM revision") == before

"""What each verb does to a post, and what calendars elsewhere see of it."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, mutes, posts
from planner.desk.desk import Desk, open_desk, tidy
from planner.desk.undo import redo, undo
from planner.errors import ConflictError, InputError
from tests.made import MONDAY, Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Changed


def sequence(desk: Desk, post: int) -> int:
    return desk.calendar().stamps["post", post].sequence


def test_an_idea_with_a_day_becomes_a_draft_at_nine(desk: Desk) -> None:
    idea = posts.plan(desk, title="Idée").id
    assert desk.post(idea).status == "idea"
    posts.move(desk, idea, MONDAY)
    post = desk.post(idea)
    assert (post.status, post.day, post.time) == ("draft", MONDAY, time(9))


def test_a_moved_post_keeps_its_hour_and_an_idea_has_none(desk: Desk) -> None:
    post = posts.plan(desk, title="x", day=MONDAY, time="17:30").id
    posts.move(desk, post, MONDAY + timedelta(days=8))
    assert desk.post(post).time == time(17, 30)
    posts.nudge(desk, post, -7)
    assert desk.post(post).day == MONDAY + timedelta(days=1)
    posts.move(desk, post, None)
    assert (desk.post(post).day, desk.post(post).time) == (None, None)


def test_sequence_rises_on_a_move_and_on_its_undo_but_not_on_words(desk: Desk) -> None:
    post = posts.plan(desk, title="x", day=MONDAY).id
    assert sequence(desk, post) == 0
    posts.write(desk, post, title="y", body="z")
    assert sequence(desk, post) == 0
    posts.nudge(desk, post, 1)
    assert sequence(desk, post) == 1
    undo(desk)
    assert (sequence(desk, post), desk.post(post).day) == (2, MONDAY)
    redo(desk)
    assert (sequence(desk, post), desk.post(post).day) == (3, MONDAY + timedelta(days=1))


def test_nothing_changed_is_no_step(desk: Desk) -> None:
    post = posts.plan(desk, title="x").id
    assert posts.write(desk, post, title="x").revision == 0
    step = undo(desk)
    assert step is not None
    assert step.verb == "plan"
    assert undo(desk) is None


def test_a_post_never_leaves_the_years_that_can_be_brought_in_again(desk: Desk) -> None:
    first = posts.plan(desk, title="x", day=date(1900, 1, 1)).id
    last = posts.plan(desk, title="y", day=date(2200, 12, 31)).id
    refused: list[Callable[[], Changed]] = [
        lambda: posts.nudge(desk, first, -7),
        lambda: posts.nudge(desk, last, 1),
        lambda: posts.move(desk, first, date(2201, 1, 1)),
        lambda: posts.move(desk, first, MONDAY, time(9, tzinfo=UTC)),
    ]
    for move in refused:
        with pytest.raises(InputError) as error:
            move()
        assert error.value.key == "value-not-allowed"
    assert [desk.post(post).day for post in (first, last)] == [date(1900, 1, 1), date(2200, 12, 31)]


def test_a_text_changed_elsewhere_is_not_overwritten(desk: Desk, clock: Clock) -> None:
    post = posts.plan(desk, title="x", body="le mien").id
    seen = desk.revision_of("post", post)
    with open_desk(desk.path, clock) as elsewhere:
        posts.write(elsewhere, post, body="le leur")
    with pytest.raises(ConflictError) as refused:
        posts.write(desk, post, seen=seen, body="le mien, corrigé")
    assert refused.value.values["theirs"] == "le leur"
    assert desk.post(post).body == "le leur"
    posts.write(desk, post, seen=desk.revision_of("post", post), body="les deux")
    assert desk.post(post).body == "les deux"


def test_a_copy_for_another_network_lives_its_own_life(desk: Desk) -> None:
    network = brief.add_network(desk, name="La lettre").id
    post = posts.plan(desk, title="x", body="y", day=MONDAY, status="published").id
    copy = posts.adapt(desk, post, network).id
    assert desk.post(copy).network_id == network
    assert (desk.post(copy).status, desk.post(copy).day) == ("draft", MONDAY)
    assert desk.post(copy).uid != desk.post(post).uid
    again = posts.duplicate(desk, post).id
    assert (desk.post(again).day, desk.post(again).status) == (None, "draft")


def test_the_bin_keeps_thirty_days(filled: Desk, clock: Clock) -> None:
    binned = filled.calendar().binned[0]
    assert filled.card(binned.id or 0) is None
    clock.tick(60 * 24 * 30)
    tidy(filled)
    assert len(filled.calendar().binned) == 1
    clock.tick(60 * 24)
    tidy(filled)
    assert filled.calendar().binned == []


def test_emptying_the_bin_forgets_references_in_the_journal_s_sight(filled: Desk) -> None:
    post = filled.calendar().questions[0].post_id or 0
    posts.delete(filled, post)
    posts.empty_bin(filled, [post])
    assert filled.calendar().questions[0].post_id is None
    undo(filled)
    assert filled.calendar().questions[0].post_id == post
    assert filled.calendar().results[0].post_id == post


def test_a_reference_to_nothing_is_refused_and_nothing_is_written(desk: Desk) -> None:
    with pytest.raises(InputError) as refused:
        posts.plan(desk, title="x", network_id=999)
    assert refused.value.key == "reference-missing"
    assert desk.ideas() == []


def test_an_hour_that_does_not_exist_is_reported(desk: Desk) -> None:
    post = desk.post(posts.plan(desk, title="x", day=date(2026, 3, 29), time="02:30").id)
    moved = posts.moved_hour(desk, post)
    assert moved is not None
    assert moved.time() == time(3, 30)
    plain = desk.post(posts.plan(desk, title="x", day=date(2026, 3, 30), time="02:30").id)
    assert posts.moved_hour(desk, plain) is None


def test_a_mute_is_replaced_and_lifted(desk: Desk) -> None:
    post = posts.plan(desk, title="x").id
    mutes.mute(desk, post, "generic", "une raison")
    mutes.mute(desk, post, "generic", "une autre")
    assert [mute.reason for mute in desk.calendar().mutes] == ["une autre"]
    with pytest.raises(InputError):
        mutes.mute(desk, post, "off-target", " ")
    mutes.unmute(desk, post, "generic")
    assert desk.calendar().mutes == []

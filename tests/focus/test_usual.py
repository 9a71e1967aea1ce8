"""The limit that a calendar's own texts set for each of its posts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.focus.text.genericness import DEFAULT_LIMIT, POSTS_FOR_OWN_LIMIT, own_limit
from planner.focus.usual import USUAL_POSTS, own_limits
from planner.model.post import Stamp
from tests.focus import build
from tests.focus.usual_limits import limits_in_turn

if TYPE_CHECKING:
    from planner.model.calendar import Calendar
    from planner.model.post import Post

SCORES = st.lists(st.floats(-6, 4), max_size=40)


@given(scores=SCORES, added=st.floats(-6, 4))
def test_a_text_added_later_never_makes_a_limit_milder(scores: list[float], added: float) -> None:
    before, after = limits_in_turn(scores), limits_in_turn([*scores, added])
    assert all(now <= earlier for earlier, now in zip(before, after, strict=False))
    if len(scores) >= POSTS_FOR_OWN_LIMIT:
        assert after[:-1] == before


@given(scores=st.lists(st.floats(-6, 4), min_size=POSTS_FOR_OWN_LIMIT, max_size=40))
def test_the_first_eight_texts_set_one_limit_and_each_later_one_its_own(scores: list[float]) -> None:
    limits = limits_in_turn(scores)
    assert len(limits) == len(scores)
    assert limits[:POSTS_FOR_OWN_LIMIT] == [own_limit(scores[:POSTS_FOR_OWN_LIMIT])] * POSTS_FOR_OWN_LIMIT
    assert limits[-1] == own_limit(scores)


@settings(max_examples=20)
@given(scores=st.lists(st.sampled_from([-4.0, -2.0, -1.5, 0.0, 2.0]), min_size=USUAL_POSTS, max_size=USUAL_POSTS + 60))
def test_only_the_latest_texts_count(scores: list[float]) -> None:
    assert limits_in_turn(scores)[-1] == own_limit(scores[-USUAL_POSTS:])


def test_the_order_is_that_of_the_making_not_of_the_days() -> None:
    posts = [build.post("un texte", day=build.TODAY - timedelta(days=number)) for number in range(16)]
    calendar = stamped(build.calendar(posts=posts), backwards=True)
    limits = own_limits(calendar, lambda post: -3.0 if (post.id or 0) > 8 else 3.0)
    assert [limits.of(post) < DEFAULT_LIMIT for post in calendar.posts] == [False] + [True] * 15
    assert limits.texts == 16


def test_a_post_without_a_text_and_one_made_before_she_forgot_do_not_count() -> None:
    posts = [build.post("un texte" if number % 2 else "", title="Retenue") for number in range(16)]
    calendar = stamped(build.calendar(posts=posts))
    assert own_limits(calendar, always_precise).texts == 8
    calendar.brief.limit_from = build.TODAY + timedelta(days=2)
    forgotten = own_limits(calendar, always_precise)
    assert (forgotten.texts, forgotten.latest) == (0, DEFAULT_LIMIT)


def always_precise(post: Post) -> float:
    return -3.0


def stamped(calendar: Calendar, *, backwards: bool = False) -> Calendar:
    """The calendar with its posts made one a day, the last record first if `backwards`."""
    first = datetime.combine(build.TODAY, datetime.min.time())
    for number, post in enumerate(reversed(calendar.posts) if backwards else calendar.posts):
        made = first + timedelta(days=number)
        calendar.stamps["post", post.id or 0] = Stamp(record="post", id=post.id or 0, created_at=made, changed_at=made)
    return calendar

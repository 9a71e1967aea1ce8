"""Slots as blocks of one time line, whatever their zones; looked up as a plain search would find them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.focus.days import Block, Blocks, blocks, moments
from planner.focus.judged import JudgedCalendar
from planner.model.slot import Slot
from planner.model.when import DAY
from tests.focus import build

START = datetime(2026, 1, 19, tzinfo=UTC)
ANY_SLOT = build.slot("listen")
MINUTES = st.integers(0, 600)
SPANS = st.lists(st.tuples(MINUTES, st.integers(1, 300)), max_size=12)


def after(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def kept(spans: list[tuple[int, int]]) -> Blocks:
    return Blocks([Block(after(start), after(start + long), build.TODAY, ANY_SLOT) for start, long in spans])


@given(SPANS, MINUTES, MINUTES)
def test_blocks_are_found_as_by_looking_at_each(spans: list[tuple[int, int]], first: int, long: int) -> None:
    last = first + long
    meeting = sorted(span for span in spans if span[0] + span[1] > first and span[0] < last)
    found = kept(spans).meeting(after(first), after(last))
    assert sorted((block.start, block.end) for block in found) == sorted(
        (after(start), after(start + minutes)) for start, minutes in meeting
    )


@given(SPANS, MINUTES)
def test_the_block_that_is_going_on_is_found(spans: list[tuple[int, int]], moment: int) -> None:
    going_on = [start for start, minutes in spans if start <= moment < start + minutes]
    found = kept(spans).at(after(moment))
    assert (found.start if found else None) == (after(max(going_on)) if going_on else None)


def test_wall_times_stay_and_instants_move_across_the_clock_change() -> None:
    slot = Slot(kind="listen", day=build.TODAY, time=time(9), rule="FREQ=DAILY", skipped=["2026-03-28"])
    judged = JudgedCalendar(build.calendar(slots=[slot]), build.TODAY)
    first = datetime(2026, 3, 27).date()
    found = blocks(judged, ("listen",), first, first + 2 * DAY).all
    assert [(block.day.day, block.start.hour, block.end.minute) for block in found] == [(27, 8, 30), (29, 7, 30)]


def test_slots_and_posts_follow_their_own_zone() -> None:
    there = build.slot("reply", zone="America/Toronto")
    post = build.on(0, zone="America/Toronto")
    judged = JudgedCalendar(build.calendar(posts=[post], slots=[there]), build.TODAY)
    (block,) = blocks(judged, ("reply",), build.TODAY, build.TODAY).all
    assert block.start == moments(judged, post)[0] == datetime(2026, 1, 19, 14, tzinfo=UTC)


def test_a_post_without_a_time_may_go_out_all_day() -> None:
    judged = JudgedCalendar(build.calendar(), build.TODAY)
    first, last = moments(judged, build.on(0).model_copy(update={"time": None}))
    assert (first, last) == (datetime(2026, 1, 18, 23, tzinfo=UTC), datetime(2026, 1, 19, 22, 59, tzinfo=UTC))

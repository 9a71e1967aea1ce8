"""What the checks of networks and rhythm quote, on which post they stand, and that they say a thing once."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from planner.focus.checks.networks import early_network, flood, rented_only, thin_network
from planner.focus.checks.rhythm import clash, late, no_listening, no_preparation, no_reply_time
from planner.focus.judged import JudgedCalendar
from planner.model.result import Result
from tests.focus.build import TODAY, calendar, networks, older, on, slot

if TYPE_CHECKING:
    from planner.focus.check import Check, Finding
    from planner.model.calendar import Calendar

CHECKS = (
    early_network.check, flood.check, rented_only.check, thin_network.check,
    clash.check, late.check, no_listening.check, no_preparation.check, no_reply_time.check,
)  # fmt: skip


def found(check: Check[JudgedCalendar], judged: Calendar, days_later: int = 0) -> list[Finding]:
    return check.findings(JudgedCalendar(judged, TODAY + timedelta(days=days_later)))


def messages(check: Check[JudgedCalendar], judged: Calendar) -> list[tuple[str, int | None]]:
    return [(finding.message, finding.post) for finding in found(check, judged)]


def result(identifier: int, days: int, figure: float, network: int, indicator: str = "requests") -> Result:
    day = TODAY + timedelta(days=days)
    return Result(id=identifier, day=day, indicator=indicator, figure=figure, network_id=network)


def test_the_figure_so_far_is_the_latest_of_that_network_and_of_the_objective() -> None:
    results = [
        result(1, -9, 1, 1), result(2, -3, 2, 1), result(3, -1, 9, 2), result(4, 0, 340, 1, "followers"),
    ]  # fmt: skip
    judged = calendar(posts=[on(1, "x")], networks=networks(criterion="3 demandes"), results=results)
    (finding,) = found(early_network.check, judged)
    quoted = {name: finding.values[name] for name in ("first", "figure", "indicator", "figure_day")}
    assert quoted == {"first": "Linkedin", "figure": 2, "indicator": "requests", "figure_day": "2026-01-16"}


def test_every_network_waits_for_the_first_that_is_not_proven() -> None:
    judged = calendar(posts=[on(1, "threads"), on(2, "x")], networks=networks(criterion="3 demandes"))
    assert [finding.values["first"] for finding in found(early_network.check, judged)] == ["Linkedin", "Linkedin"]


def test_a_place_of_ones_own_is_quoted_from_the_networks_or_the_brief() -> None:
    posts = [on(day) for day in range(4)]
    rented = [network for network in networks() if network.kind == "rented"]
    places = [
        found(rented_only.check, calendar(posts=posts, networks=chosen, brief_fields={"owned": owned}))[0]
        for chosen, owned in ((networks(), ["https://a.example"]), (rented, ["https://a.example"]), (rented, []))
    ]
    assert [place.values["place"] for place in places] == ["Newsletter", "https://a.example", ""]


def test_a_full_week_whose_open_posts_are_all_past_is_left_alone() -> None:
    judged = calendar(posts=[on(0), on(1), on(2)])
    assert found(flood.check, judged, days_later=2)
    assert not found(flood.check, judged, days_later=3)


def test_a_full_week_speaks_for_its_days() -> None:
    judged = calendar(posts=[on(0), on(0), on(7), on(7)], brief_fields={"most_per_day": 1, "posts_per_week": 0})
    assert [finding.day for finding in found(flood.check, judged)] == ["2026-01-19", "2026-01-26"]
    judged.brief.most_per_week = 1
    assert [finding.message for finding in found(flood.check, judged)] == ["week", "week"]


def test_no_slot_at_all_is_said_once_and_a_slot_missed_is_said_on_the_post() -> None:
    posts = [on(1), on(2), on(3, status="ready", reply_minutes=0)]
    for check, kind in ((no_reply_time.check, "reply"), (no_preparation.check, "prepare")):
        assert messages(check, calendar(posts=older(*posts))) == [("none", None)]
        assert messages(check, calendar(posts=posts)) == []
        past = slot(kind, -15, rule="FREQ=WEEKLY;COUNT=3")
        assert messages(check, calendar(posts=[on(20)], slots=[past])) == [("none", None)]
        later = slot(kind, 10)
        assert messages(check, calendar(posts=posts, slots=[later])) == [("message", 1), ("message", 2)]


def test_a_slot_of_last_week_still_prepared_the_first_posts_of_this_one() -> None:
    judged = calendar(posts=[on(1), on(9), on(10)], slots=[slot("prepare", -3)])
    (finding,) = found(no_preparation.check, judged)
    assert (finding.message, finding.values["posts"], finding.values["prepare_minutes"]) == ("none", 2, 90)


def test_a_clash_stands_on_the_later_post_unless_only_the_earlier_can_move() -> None:
    early, late_one = on(1, title="A"), on(1, title="B").model_copy(update={"time": time(9, 30)})
    assert [(one.post, one.values["other"]) for one in found(clash.check, calendar(posts=[early, late_one]))] == [
        (2, "A")
    ]
    late_one.status = "published"
    judged = calendar(posts=[early, late_one])
    assert [(one.post, one.values["other"], one.values["at"]) for one in found(clash.check, judged)] == [
        (1, "B", "9:30")
    ]


def test_a_post_near_another_and_inside_a_slot_is_told_once() -> None:
    judged = calendar(posts=[on(1), on(1)], slots=[slot("listen", 1), slot("watch", 1)])
    assert messages(clash.check, judged) == [("untitled", 2), ("untitled_slot", 1)]


def test_a_slots_hours_are_those_of_the_posts_zone() -> None:
    post = on(1, zone="America/Toronto").model_copy(update={"time": time(3, 10)})
    (finding,) = found(clash.check, calendar(posts=[post], slots=[slot("review", 1)]))
    assert (finding.values["since"], finding.values["until"]) == ("3:00", "3:30")


def crowded() -> dict[str, Any]:
    posts = [on(day % 40 - 5, ("linkedin", "x")[day % 2], status=("draft", "ready")[day % 3 % 2]) for day in range(90)]
    slots = [slot("listen", 3, rule="FREQ=DAILY;COUNT=2"), slot("reply", 8), slot("prepare", 9)]
    return {"posts": posts, "slots": slots, "networks": networks(criterion="3", per_week=40)}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_says_one_thing_a_post_and_one_a_day(check: Check[JudgedCalendar]) -> None:
    told = [(one.post, "" if one.post else one.day) for one in found(check, calendar(**crowded()))]
    assert told
    assert len(told) == len(set(told))

"""Calendars that give each other files, in any order: nothing is doubled or lost, and the older never wins."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, listening, posts
from planner.desk.bring_ics import preview_ics
from planner.desk.send import dump_text, export_ics
from planner.desk.undo import undo
from planner.model.review import Review
from tests.desk.bringing import reasons, states
from tests.desk.publishing import ASKING, kept
from tests.made import MONDAY, Clock, fresh, given_to_others

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planner.desk.desk import Desk


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    opened = fresh(tmp_path, "other", clock)
    yield opened
    opened.close()


def test_a_post_that_went_to_another_years_file_is_dropped_by_neither(
    desk: Desk, other: Desk, clock: Clock, tmp_path: Path
) -> None:
    from planner.desk.publish import publish

    post = posts.plan(desk, title="Retenue", day=date(2026, 12, 20)).id
    review = listening.note(desk, "review", day=date(2026, 12, 30), question="Et alors ?").id
    files = [kept(desk, tmp_path / f"{year}.ics", year=year) for year in (2026, 2027)]
    clock.tick()
    posts.move(desk, post, date(2027, 1, 5))
    with desk.action("move") as action:
        action.get(Review, review).day = date(2027, 1, 8)
    publish(desk, ASKING)
    before = dump_text(desk)
    for file in files:
        assert set(states(preview_ics(desk, file))) == {"same"}
    told = {key for row in preview_ics(desk, files[0]).rows for key in reasons(row)}
    assert "event-elsewhere" in told
    assert dump_text(desk) == before
    for file in files:
        preview_ics(other, file).bring()
    assert [(post.day, post.status) for post in other.calendar().posts] == [(date(2027, 1, 5), "draft")]
    assert [review.day for review in other.calendar().reviews] == [date(2027, 1, 8)]


def test_a_file_that_shows_less_takes_nothing_away(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    linkedin, letter = (brief.add_network(desk, name=name).id for name in ("LinkedIn", "Lettre"))
    post = posts.plan(desk, title="Retenue", day=MONDAY, network_id=linkedin).id
    brief.add_slot(desk, kind="watch", day=MONDAY, time=time(9), rule="FREQ=WEEKLY")
    export_ics(desk, tmp_path / "a.ics", split="network")
    clock.tick()
    posts.write(desk, post, network_id=letter)
    export_ics(desk, tmp_path / "a.ics", split="network")
    export_ics(desk, tmp_path / "b.ics")
    export_ics(desk, tmp_path / "b.ics", kinds=frozenset({"publish"}))
    before = dump_text(desk)
    for file in tmp_path.glob("*.ics"):
        assert preview_ics(desk, file).bring().revision == 0
    assert dump_text(desk) == before


@pytest.mark.parametrize("split", ["", "year"])
def test_a_series_in_pieces_that_was_moved_is_not_removed_by_the_pieces_it_lost(
    desk: Desk, clock: Clock, tmp_path: Path, split: str
) -> None:
    zone = "Africa/Casablanca"
    slot = brief.add_slot(
        desk, kind="watch", day=date(2026, 11, 29), time=time(1, 30), zone=zone, rule="FREQ=WEEKLY;UNTIL=20270401"
    ).id
    export_ics(desk, tmp_path / "a.ics", split=split)
    clock.tick()
    brief.write_slot(desk, slot or 0, day=date(2027, 1, 9))
    clock.tick()
    export_ics(desk, tmp_path / "a.ics", split=split)
    before = dump_text(desk)
    for file in tmp_path.glob("*.ics"):
        assert preview_ics(desk, file).bring().revision == 0
    assert dump_text(desk) == before


def test_pieces_that_are_cancelled_unmarked_take_no_series_that_has_others(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    slot = brief.add_slot(
        desk, kind="watch", day=date(2026, 11, 29), time=time(1, 30), zone="Africa/Casablanca",
        rule="FREQ=WEEKLY;UNTIL=20270401",
    ).id  # fmt: skip
    export_ics(desk, tmp_path / "a.ics")
    clock.tick()
    brief.write_slot(desk, slot or 0, day=date(2027, 1, 9))
    clock.tick()
    export_ics(desk, tmp_path / "a.ics")
    text = (tmp_path / "a.ics").read_text("utf-8")
    assert "STATUS:CANCELLED" in text
    unmarked = text.replace("X-PLANNER-STATUS:elsewhere\n", "")
    assert unmarked != text
    (tmp_path / "a.ics").write_text(unmarked.replace("\n", "\r\n"), "utf-8", newline="")
    preview_ics(desk, tmp_path / "a.ics").bring()
    assert [slot.day for slot in desk.calendar().slots] == [date(2027, 1, 9)]


def test_what_was_taken_in_is_as_old_as_it_was_there(desk: Desk, other: Desk, clock: Clock, tmp_path: Path) -> None:
    post = posts.plan(desk, title="Un", day=MONDAY).id
    export_ics(desk, tmp_path / "0.ics")
    preview_ics(other, tmp_path / "0.ics").bring()
    for version in ("1", "2"):
        clock.tick()
        posts.write(desk, post, title=version)
        export_ics(desk, tmp_path / f"{version}.ics")
    clock.tick(60)
    for version in ("1", "2"):
        preview_ics(other, tmp_path / f"{version}.ics").bring()
        assert [post.title for post in other.calendar().posts] == [version]
    assert states(preview_ics(other, tmp_path / "1.ics"))[:1] == ["same"]
    export_ics(other, tmp_path / "back.ics")
    assert preview_ics(desk, tmp_path / "back.ics").bring().revision == 0


def test_an_old_copy_that_was_moved_elsewhere_brings_its_day_and_nothing_else(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    post = posts.plan(desk, title="Ancien", body="Ancien texte", day=date(2026, 11, 24)).id
    review = listening.note(desk, "review", day=date(2026, 11, 30), question="Garder ?").id
    export_ics(desk, tmp_path / "a.ics", kinds=frozenset({"publish", "review"}))
    clock.tick()
    posts.write(desk, post, title="Neuf", body="Neuf texte", status="published")
    with desk.action("hold") as action:
        action.get(Review, review).decision = "keep"
    text = (tmp_path / "a.ics").read_text("utf-8")
    for old, new in (("20261124T", "20261126T"), ("20261130T", "20261202T"), ("SEQUENCE:0", "SEQUENCE:7")):
        assert old in text
        text = text.replace(old, new)
    (tmp_path / "a.ics").write_text(text, "utf-8", newline="")
    preview = preview_ics(desk, tmp_path / "a.ics")
    assert [row.fields for row in preview.rows] == [("day",), ("day",)]
    preview.bring()
    found = desk.post(post or 0)
    assert (found.title, found.body, found.status, found.day) == (
        "Neuf", "Neuf texte", "published", date(2026, 11, 26),
    )  # fmt: skip
    assert [(each.day, each.decision) for each in desk.calendar().reviews] == [(date(2026, 12, 2), "keep")]


@pytest.mark.parametrize("question", ["Keep  LinkedIn?", "Garder LinkedIn\u00a0?", "Un\u202f: deux"])
def test_a_question_is_the_same_however_its_event_spaces_it(desk: Desk, tmp_path: Path, question: str) -> None:
    listening.note(desk, "review", day=MONDAY, question=question)
    export_ics(desk, tmp_path / "a.ics")
    assert preview_ics(desk, tmp_path / "a.ics").bring().revision == 0


def test_a_question_that_was_changed_elsewhere_takes_no_label_along(
    desk: Desk, other: Desk, clock: Clock, tmp_path: Path
) -> None:
    listening.note(desk, "review", day=MONDAY, question="Garder ?")
    export_ics(desk, tmp_path / "a.ics")
    text = (tmp_path / "a.ics").read_text("utf-8")
    edited = text.replace("SUMMARY:Review: Garder ?", "SUMMARY:Review: Fermer ?").replace("SEQUENCE:0", "SEQUENCE:1")
    assert edited != text
    (tmp_path / "a.ics").write_text(edited, "utf-8", newline="")
    for calendar in (other, desk):
        preview_ics(calendar, tmp_path / "a.ics").bring()
        assert [review.question for review in calendar.calendar().reviews] == ["Fermer ?"]


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Pacific/Auckland", "Africa/Casablanca"])
def test_a_review_keeps_its_day_in_any_zone(desk: Desk, clock: Clock, tmp_path: Path, zone: str) -> None:
    listening.note(desk, "review", day=date(2026, 12, 1), question="Garder ?")
    there = fresh(tmp_path, "there", clock)
    brief.write_brief(there, zone=zone)
    export_ics(desk, tmp_path / "a.ics")
    preview_ics(there, tmp_path / "a.ics").bring()
    assert [review.day for review in there.calendar().reviews] == [date(2026, 12, 1)]
    export_ics(there, tmp_path / "b.ics")
    assert preview_ics(desk, tmp_path / "b.ics").bring().revision == 0
    there.close()


def test_the_calendars_own_zone_may_stand_in_a_record_by_name(desk: Desk, tmp_path: Path) -> None:
    posts.plan(desk, title="Un", day=MONDAY, time=time(9), zone="Asia/Tokyo")
    brief.add_slot(desk, kind="watch", day=MONDAY, time=time(9), zone="Asia/Tokyo", rule="FREQ=WEEKLY")
    brief.write_brief(desk, zone="Asia/Tokyo")
    export_ics(desk, tmp_path / "a.ics")
    assert preview_ics(desk, tmp_path / "a.ics").bring().revision == 0


def test_an_import_that_was_undone_is_done_again_alike(filled: Desk, other: Desk, tmp_path: Path) -> None:
    export_ics(filled, tmp_path / "a.ics")
    preview_ics(other, tmp_path / "a.ics").bring()
    after = dump_text(other)
    undo(other)
    preview_ics(other, tmp_path / "a.ics").bring()
    assert dump_text(other) == after


def test_what_no_calendar_was_given_is_cancelled_in_none(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    kept_post = posts.plan(desk, title="Un", day=MONDAY).id
    posts.plan(desk, title="Deux", day=MONDAY)
    undo(desk)
    clock.tick()
    assert export_ics(desk, tmp_path / "a.ics").cancelled == 0
    clock.tick()
    posts.delete(desk, kept_post or 0)
    assert export_ics(desk, tmp_path / "b.ics").cancelled > 0


def test_a_calendar_of_an_older_planner_may_have_been_given_whole(desk: Desk, tmp_path: Path) -> None:
    post = posts.plan(desk, title="Un", day=MONDAY).id
    given_to_others(desk)
    posts.delete(desk, post or 0)
    assert export_ics(desk, tmp_path / "a.ics").cancelled > 0


def test_a_held_review_comes_with_its_decision_and_an_older_cancellation_is_not_obeyed(
    desk: Desk, other: Desk, clock: Clock, tmp_path: Path
) -> None:
    review = listening.note(
        desk, "review", day=MONDAY, question="Garder ?", decision="adjust", held=date(2026, 11, 25)
    ).id
    export_ics(desk, tmp_path / "a.ics")
    preview_ics(other, tmp_path / "a.ics").bring()
    assert [(each.decision, each.held) for each in other.calendar().reviews] == [("adjust", date(2026, 11, 25))]
    text = (tmp_path / "a.ics").read_text("utf-8")
    (tmp_path / "a.ics").write_text(text.replace("STATUS:CONFIRMED", "STATUS:CANCELLED"), "utf-8", newline="")
    clock.tick()
    with desk.action("move") as action:
        action.get(Review, review).day = date(2026, 12, 1)
    preview = preview_ics(desk, tmp_path / "a.ics")
    assert (states(preview), reasons(preview.rows[0]), preview.bring().revision) == (["same"], ["event-older"], 0)


def test_networks_and_needs_that_are_added_stand_after_those_that_are_here(desk: Desk, tmp_path: Path) -> None:
    there = fresh(tmp_path, "there")
    for name in ("Un", "Deux"):
        network = brief.add_network(there, name=name).id
        brief.write_brief(there, needs=[*(each.text for each in there.calendar().needs), f"Comment {name} ?"])
        need = there.calendar().needs[-1].id
        posts.plan(there, title=name, day=MONDAY, network_id=network, need_id=need)
    brief.add_network(desk, name="Ici")
    brief.write_brief(desk, needs=["Ici ?"])
    export_ics(there, tmp_path / "a.ics")
    preview_ics(desk, tmp_path / "a.ics", new_networks=True, new_needs=True).bring()
    calendar = desk.calendar()
    assert calendar.networks[0].name == "Ici"
    assert [network.position for network in calendar.networks] == [0, 1, 2]
    assert [need.position for need in calendar.needs] == [0, 1, 2]
    there.close()


@pytest.mark.parametrize(
    ("day", "skipped"), [(date(2026, 12, 30), []), (date(2026, 11, 29), []), (date(2026, 11, 24), ["2026-11-24"])]
)
def test_a_series_that_begins_beside_its_rule_is_not_taken_for_rewritten(
    desk: Desk, other: Desk, clock: Clock, tmp_path: Path, day: date, skipped: list[str]
) -> None:
    slot = brief.add_slot(
        desk, kind="watch", title="Ancien", day=day, time=time(9), rule="FREQ=WEEKLY;BYDAY=TU", skipped=skipped
    ).id
    for title in ("Ancien", "Neuf"):
        clock.tick()
        brief.write_slot(desk, slot or 0, title=title, minutes=30 if title == "Ancien" else 45)
        export_ics(desk, tmp_path / "a.ics")
        assert preview_ics(desk, tmp_path / "a.ics").bring().revision == 0
        preview_ics(other, tmp_path / "a.ics").bring()
    (found,) = other.calendar().slots
    assert (found.title, found.minutes, found.day, found.skipped) == ("Neuf", 45, day, skipped)

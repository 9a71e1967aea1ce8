"""The four samples: what is planted in them is found and nothing else, and they come back whole from every format."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, posts, send, undo
from planner.desk.bring import bring_toml_into_new
from planner.desk.check import recheck
from planner.exchange.ics.write import ics_bytes
from planner.focus.register import POST_CHECKS
from planner.places import samples
from tests.exchange.ics.readers import by_ical, by_icalendar, by_vobject, meant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planner.desk.desk import Desk

NAMES = ("artisanes-quebec", "batiment-lyon", "care-homes-leeds", "newcomers-toronto")
PLANTED = re.compile(r"(?:faute voulue|fault on purpose) ?: ?([a-z-]+)")
BESIDE = {
    "artisanes-quebec": {"silence", "vague-goal"},
    "batiment-lyon": {"too-many-networks", "over-hours"},
    "care-homes-leeds": {"silence", "over-hours"},
    "newcomers-toronto": {"too-many-networks", "vanity-goal"},
}
"""What each sample's head says is planted in its calendar and weeks."""
MOST_FINDINGS = 13
"""A sample that says more when it opens teaches nothing."""

ON_POSTS = {"early-network", "late", "no-reply-time", "no-preparation", "clash", "copied", "same-subject"}
"""Checks of the calendar that point at one post."""

NOT_IN_A_SAMPLE = {"clock-gap"}
"""A time that does not exist needs the night in which the clock springs forward; none is within these eight weeks."""


def wednesday() -> datetime:
    return datetime(2026, 11, 25, 11)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def desk(tmp_path: Path, name: str) -> Iterator[Desk]:
    with closing(brought(tmp_path / "a.planner", (samples() / f"{name}.toml").read_text("utf-8"))) as opened:
        yield opened


def brought(path: Path, text: str) -> Desk:
    opened, _ = bring_toml_into_new(path, text, path.name, wednesday)
    return opened


def test_a_sample_is_eight_weeks_of_a_consultants_work(desk: Desk) -> None:
    calendar = desk.calendar()
    days = [post.day for post in calendar.posts if post.day]
    assert timedelta(weeks=7) <= max(days) - min(days) <= timedelta(weeks=8)
    assert 20 <= len(calendar.posts) <= 40
    for records in (calendar.slots, calendar.questions, calendar.people, calendar.results, calendar.reviews):
        assert len(records) >= 2
    written = [len(post.body.split()) for post in calendar.posts if post.day and post.body]
    assert sorted(written)[len(written) // 2] >= 60


def planted(desk: Desk) -> set[tuple[int | None, str]]:
    return {(post.id, check) for post in desk.calendar().posts for check in PLANTED.findall(post.note)}


def test_each_planted_fault_is_found_and_nothing_else(desk: Desk, name: str) -> None:
    found = recheck(desk)
    assert {(finding.post, finding.check) for finding in found if finding.post is not None} == planted(desk)
    assert {finding.check for finding in found if finding.post is None} == BESIDE[name]
    assert len(found) <= MOST_FINDINGS


def test_every_check_that_points_at_a_post_stands_in_a_sample() -> None:
    notes = {check for name in NAMES for check in PLANTED.findall((samples() / f"{name}.toml").read_text("utf-8"))}
    assert notes == ({check.name for check in POST_CHECKS} | ON_POSTS) - NOT_IN_A_SAMPLE


def test_toml_carries_a_sample_without_loss(desk: Desk, tmp_path: Path) -> None:
    with closing(brought(tmp_path / "b.planner", send.toml_text(desk))) as again:
        assert send.dump_text(again) == send.dump_text(desk)
        assert send.toml_text(again) == send.toml_text(desk)


def test_undo_of_everything_then_redo_gives_the_same_bytes(desk: Desk) -> None:
    whole = send.dump_text(desk)
    posts.nudge(desk, desk.calendar().posts[-8].id or 0, 7)
    changed = send.dump_text(desk)
    while undo.undo(desk):
        pass
    assert desk.calendar().posts == []
    undo.redo(desk)
    assert send.dump_text(desk) == whole
    undo.redo(desk)
    assert send.dump_text(desk) == changed


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Toronto"])
def test_every_reader_sees_the_instants_meant(desk: Desk, zone: str) -> None:
    """Through 2028, and so across three clock changes of each kind."""
    brief.write_brief(desk, zone=zone)
    feed, _ = send.ics_feed(desk)
    data = ics_bytes(feed)
    expected = sorted(seen for entry in feed.entries for seen in meant(entry))
    assert len(expected) > 300
    assert by_icalendar(data) == expected
    assert by_ical(data) == expected
    assert by_vobject(data) == expected


def test_a_moved_post_keeps_its_uid_and_raises_its_sequence(desk: Desk, tmp_path: Path) -> None:
    first = tmp_path / "first.ics"
    second = tmp_path / "second.ics"
    send.export_ics(desk, first)
    send.export_ics(desk, second)
    assert first.read_bytes() == second.read_bytes()
    moved = desk.cards(date(2026, 12, 1), date(2026, 12, 20))[0].id
    uid = desk.post(moved).uid
    posts.nudge(desk, moved, 1)
    send.export_ics(desk, second)
    before, after = (sequences(path) for path in (first, second))
    assert after[uid] > before[uid]
    own = {uid, f"prepare-{uid}", f"reply-{uid}"}
    assert {other: after[other] for other in after.keys() - own} == {
        other: before[other] for other in before.keys() - own
    }


def sequences(path: Path) -> dict[str, int]:
    text = path.read_bytes().decode("utf-8").replace("\r\n ", "")
    return {uid: int(number) for uid, number in re.findall(r"UID:(\S+)\r\n(?:.*\r\n)*?SEQUENCE:(\d+)", text)}

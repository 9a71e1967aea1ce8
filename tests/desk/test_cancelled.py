"""A file that is written again: what left the plan is cancelled once, what did not change keeps its bytes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from planner.desk import brief, posts
from planner.desk.bundle import KINDS
from planner.desk.send import export_ics
from tests.made import MONDAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planner.desk.desk import Desk


def events(path: Path) -> dict[str, Any]:
    read = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(event["UID"]): event for event in read.walk("VEVENT")}


def cancelled(path: Path) -> set[str]:
    return {uid for uid, event in events(path).items() if event["STATUS"] == "CANCELLED"}


def of(uid: str) -> set[str]:
    return {uid, f"reply-{uid}", f"prepare-{uid}"}


@pytest.fixture
def written(filled: Desk, tmp_path: Path) -> Path:
    """A file as it is once what was cancelled has gone."""
    path = tmp_path / "a.ics"
    export_ics(filled, path)
    export_ics(filled, path)
    assert not cancelled(path)
    return path


@pytest.mark.parametrize(
    "left",
    [
        lambda desk, post: posts.move(desk, post, None),
        posts.delete,
        lambda desk, post: (posts.delete(desk, post), posts.empty_bin(desk, [post])),
        lambda desk, post: posts.set_status(desk, post, "dropped"),
    ],
)
def test_what_left_the_plan_is_cancelled_once_and_then_gone(
    filled: Desk, written: Path, left: Callable[[Desk, int], object]
) -> None:
    post = filled.titled("Retenue")[0].id
    uid, before = filled.post(post).uid, events(written)
    left(filled, post)
    export_ics(filled, written)
    after = events(written)
    assert cancelled(written) == of(uid)
    for own in of(uid):
        assert after[own]["SEQUENCE"] > before[own]["SEQUENCE"]
        assert after[own]["DTSTART"].to_ical() == before[own]["DTSTART"].to_ical()
    others = set(before) - of(uid)
    assert all(after[other].to_ical() == before[other].to_ical() for other in others)
    export_ics(filled, written)
    assert set(events(written)) == others


def test_exports_of_unchanged_data_are_the_same_bytes(filled: Desk, tmp_path: Path) -> None:
    path, found = tmp_path / "a.ics", []
    for _ in range(3):
        export_ics(filled, path, html=True, alarm=10)
        found.append(path.read_bytes())
    assert found[0].count(b"STATUS:CANCELLED") == 2 * 3
    assert found[1] == found[2]
    assert b"STATUS:CANCELLED" not in found[1]


def test_a_kind_or_a_network_that_is_left_out_is_cancelled(filled: Desk, written: Path) -> None:
    blocks = {uid for uid in events(written) if uid.startswith("reply-")}
    export_ics(filled, written, kinds=KINDS - {"reply"})
    assert cancelled(written) == blocks
    standing = set(events(written)) - blocks
    export_ics(filled, written, network="LinkedIn", kinds=KINDS - {"reply"})
    network = {post.uid for post in filled.calendar().posts if post.network_id == 1}
    assert cancelled(written)
    assert not cancelled(written) & (blocks | network)
    assert set(events(written)) == standing


def test_what_comes_back_is_told_louder_than_its_cancellation(filled: Desk, written: Path) -> None:
    export_ics(filled, written, kinds=KINDS - {"reply"})
    told = events(written)
    export_ics(filled, written)
    again = events(written)
    for uid in (uid for uid in told if uid.startswith("reply-")):
        assert again[uid]["STATUS"] == "CONFIRMED"
        assert again[uid]["SEQUENCE"] > told[uid]["SEQUENCE"]
    same = written.read_bytes()
    export_ics(filled, written)
    assert written.read_bytes() == same


def test_a_block_that_moves_by_itself_has_a_higher_sequence(filled: Desk, written: Path) -> None:
    uid = f"prepare-{filled.post(filled.titled('Retenue')[0].id).uid}"
    before = events(written)[uid]
    brief.write_brief(filled, closed_days=["FR", "SA", "SU"])
    export_ics(filled, written)
    after = events(written)[uid]
    assert after["DTSTART"].dt == before["DTSTART"].dt - timedelta(days=1)
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1


def test_a_series_in_pieces_is_cancelled_whole(filled: Desk, tmp_path: Path) -> None:
    path, kinds = tmp_path / "night.ics", frozenset({"watch"})
    slot = brief.add_slot(filled, kind="watch", day=MONDAY, time="02:30", rule="FREQ=WEEKLY;BYDAY=SU").id
    export_ics(filled, path, kinds=kinds)
    stood = set(events(path))
    assert len(stood) > 2
    brief.remove_slot(filled, slot)
    export_ics(filled, path, kinds=kinds)
    assert cancelled(path) == stood
    export_ics(filled, path, kinds=kinds)
    assert not events(path)


def test_fewer_days_cancel_nothing_that_is_still_planned(filled: Desk, written: Path) -> None:
    export_ics(filled, written, first=MONDAY + timedelta(days=400))
    assert not cancelled(written)


def test_a_zone_that_only_a_cancelled_event_uses_stays_in_the_file(filled: Desk, tmp_path: Path) -> None:
    path, publish = tmp_path / "zone.ics", frozenset({"publish"})
    posts.plan(filled, title="Loin", day=MONDAY, zone="Asia/Tokyo")
    export_ics(filled, path, kinds=publish)
    export_ics(filled, path, kinds=frozenset({"review"}))
    assert len(cancelled(path)) > 1
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert not calendar.get_missing_tzids()
    assert b"TZID:Asia/Tokyo" in path.read_bytes()


@pytest.mark.parametrize("cut", [90, 900, 2_500])
def test_a_file_of_ours_that_somebody_broke_is_replaced(filled: Desk, written: Path, cut: int) -> None:
    whole = written.read_bytes()
    written.write_bytes(whole[:cut] + b"\xff\xfe\r\nUID:\r\nEND:VEVENT\r\n")
    export_ics(filled, written)
    assert {uid for uid in events(written) if uid not in cancelled(written)} >= {
        slot.uid for slot in filled.calendar().slots
    }


def test_what_a_stranger_wrote_into_our_file_does_not_come_into_the_next(filled: Desk, written: Path) -> None:
    strange = (
        b"BEGIN:VEVENT\r\nUID:strange\r\nDTSTART:20261123T080000Z\r\nDTEND:20261123T090000Z\r\nSUMMARY:x\r\n"
        b"ATTENDEE:mailto:a@b.c\r\nDTSTAMP:20261123T080000Z\r\nSEQUENCE:2\r\nSTATUS:CONFIRMED\r\n"
        b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\nDESCRIPTION:x\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    )
    written.write_bytes(written.read_bytes().replace(b"END:VCALENDAR", strange + b"END:VCALENDAR"))
    export_ics(filled, written)
    assert events(written)["strange"]["SEQUENCE"] == 3
    assert cancelled(written) == {"strange"}
    assert not {b"ATTENDEE", b"VALARM"} & set(written.read_bytes().replace(b":", b"\r\n").split(b"\r\n"))

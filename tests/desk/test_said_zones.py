"""Zones that only the file knows: worked out and told, or said by a person, one for all or one for each."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief
from planner.desk.bring_ics import preview_ics
from planner.desk.ics_here import disguised
from planner.desk.said_zones import said_zones
from planner.errors import InputError
from planner.model.when import instant, wall_time
from tests.desk.bringing import reasons, states, the_post, the_slot
from tests.exchange.ics.own_zones import EU, NAME, event, ours, whole, zone_block
from tests.readers.year import ZONES, clock_changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.desk.preview import Preview

    Look = Callable[..., Preview]

NOVEMBER = "20261124T100000"
TWO = (["UID:1", f"DTSTART;TZID=Here:{NOVEMBER}"], ["UID:2", f"DTSTART;TZID=There:{NOVEMBER}"])
FLOATING = ["UID:3", f"DTSTART:{NOVEMBER}"]


@pytest.fixture
def look(desk: Desk, tmp_path: Path) -> Look:
    """Preview a file of these bytes."""

    def previewed(data: bytes, zone: object = None) -> Preview:
        path = tmp_path / "theirs.ics"
        path.write_bytes(data)
        return preview_ics(desk, path, zone)  # type: ignore[arg-type]

    return previewed


def placed(desk: Desk) -> dict[str, str]:
    """The hour of each post here, by the UID of its event."""
    return {uid: f"{post.time}"[:5] for uid in "123" for post in desk.calendar().posts if post.uid == disguised(uid)}


def test_a_zone_that_the_file_defines_is_the_calendars_own_where_that_is_the_same_and_it_is_told(
    desk: Desk, look: Look
) -> None:
    data = whole(zone_block(*EU), event(datetime(2026, 11, 24, 10)))
    preview = look(data)
    assert (states(preview), preview.asks) == (["new"], {})
    assert [(note.key, note.values) for note in preview.notes] == [
        ("zone-worked-out", {"name": NAME, "zone": "Europe/Paris"})
    ]
    preview.bring()
    post = the_post(desk)
    assert (post.day, post.time, post.zone) == (date(2026, 11, 24), time(10), "")
    assert states(look(data)) == ["same"]


def test_in_a_calendar_elsewhere_it_keeps_its_own_zone(desk: Desk, look: Look) -> None:
    brief.write_brief(desk, zone="America/Toronto")
    look(whole(zone_block(*EU), event(datetime(2026, 11, 24, 10), "RRULE:FREQ=WEEKLY;BYDAY=TU"))).bring()
    assert (the_slot(desk).time, the_slot(desk).zone) == (time(10), "Europe/Paris")


def test_events_of_twelve_zones_stand_at_the_instants_of_zoneinfo(desk: Desk, look: Look) -> None:
    blocks = [ours(zone, 2026, 2028, f"Zone {number}") for number, zone in enumerate(ZONES)]
    walls = {zone: clock_changes(zone) for zone in ZONES}
    events = [event(at, name=f"Zone {number}") for number, zone in enumerate(ZONES) for at in walls[zone]]
    events = [[line.replace("UID:", f"UID:{number}-") for line in lines] for number, lines in enumerate(events)]
    preview = look(whole(*blocks, *events))
    assert set(states(preview)) == {"new"}
    assert len(preview.notes) == len(ZONES)
    preview.bring()
    expected = [instant(at, zone) for zone in ZONES for at in walls[zone]]
    posts = desk.calendar().posts
    found = [instant(wall_time(post.day, post.time), post.zone or "Europe/Paris") for post in posts if post.day]
    assert sorted(found) == sorted(expected)


def test_what_nobody_knows_is_asked_for_by_name_when_there_is_more_than_one(bring: Callable[..., Preview]) -> None:
    preview = bring(*TWO, FLOATING)
    assert [reasons(row) for row in preview.rows] == [["event-zone-unknown"]] * 2 + [["event-floating"]]
    assert preview.asks == {"zone-unknown": ("Europe/Paris",), "zone-names": ("Here", "There")}
    assert preview.notes == ()
    assert "zone-names" not in bring(TWO[0], FLOATING).asks


def test_a_zone_is_said_for_one_and_for_all_that_are_left(desk: Desk, bring: Callable[..., Preview]) -> None:
    one = bring(*TWO, FLOATING, zone=["There=America/Toronto"])
    assert states(one) == ["refused", "new", "refused"]
    both = bring(*TWO, FLOATING, zone=["There=America/Toronto", "Asia/Tokyo"])
    assert states(both) == ["new"] * 3
    both.bring()
    assert placed(desk) == {"1": "02:00", "2": "16:00", "3": "02:00"}


def test_what_a_person_says_comes_before_what_was_worked_out(desk: Desk, look: Look) -> None:
    data = whole(zone_block(*EU), event(datetime(2026, 11, 24, 10)))
    assert look(data, "Asia/Tokyo").notes != ()
    said = look(data, [f"{NAME}=Europe/Rome"])
    said.bring()
    assert said.notes == ()


def test_a_name_that_the_file_does_not_have_is_refused_with_those_it_has(bring: Callable[..., Preview]) -> None:
    with pytest.raises(InputError) as refused:
        bring(*TWO, zone=["Hier=Europe/Paris"])
    assert (refused.value.key, refused.value.values["known"]) == ("zone-not-asked", ["Here", "There"])
    for wrong in (["Here=Paris"], ["Paris"], "Here=", "Here"):
        with pytest.raises(InputError) as refused:
            bring(*TWO, zone=wrong)
        assert refused.value.key == "zone-unknown"


def test_a_name_is_said_as_it_is_shown(bring: Callable[..., Preview]) -> None:
    long = ["UID:1", f"DTSTART;TZID={'z' * 300}:{NOVEMBER}"]
    odd = ["UID:2", f'DTSTART;TZID="A = b,  c":{NOVEMBER}']
    shown = bring(long, odd).asks["zone-names"]
    assert states(bring(long, odd, zone=[f"{name}=Europe/Paris" for name in shown])) == ["new", "new"]


@pytest.mark.parametrize(
    ("text", "rest", "named"),
    [
        ("Europe/Paris", "Europe/Paris", {}),
        ("", "", {}),
        (" A=UTC , Europe/Paris ", "Europe/Paris", {"A": "UTC"}),
        ("Europe/Paris,A=UTC,", "Europe/Paris", {"A": "UTC"}),
        (
            "(UTC+07:00) Bangkok, Hanoi=Asia/Bangkok,B=UTC",
            "",
            {"(UTC+07:00) Bangkok, Hanoi": "Asia/Bangkok", "B": "UTC"},
        ),
        ("A=b=UTC", "", {"A=b": "UTC"}),
    ],
)
def test_one_text_says_several_zones(text: str, rest: str, named: dict[str, str]) -> None:
    assert said_zones(text) == (rest, named)


def test_two_zones_for_all_the_rest_are_refused(bring: Callable[..., Preview]) -> None:
    with pytest.raises(InputError) as refused:
        bring(FLOATING, zone=["Asia/Tokyo", "Europe/Paris"])
    assert refused.value.key == "zone-twice"
    assert states(bring(FLOATING, zone=["Asia/Tokyo", "Asia/Tokyo"])) == ["new"]

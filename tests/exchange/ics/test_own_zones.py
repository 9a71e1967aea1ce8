"""A zone that a file defines itself is read as the IANA zone whose clock it keeps, or not at all."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.ics.foreign import from_json
from planner.exchange.ics.read import read_ics
from planner.exchange.ics.touched import Touched
from planner.model.when import instant
from tests.exchange.ics.own_zones import EU, NAME, answered, event, listed, observed, ours, read_as, whole, zone_block
from tests.readers.year import ZONES, clock_changes

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = 2026, 2028
JUNE = datetime(2026, 6, 9, 10)
QUARTER = timedelta(minutes=15)
ENDLESS = "RRULE:FREQ=WEEKLY"


@st.composite
def _walls(draw: st.DrawFn) -> tuple[str, list[datetime]]:
    """A zone, and wall times on the nights of its clock changes or anywhere."""
    zone = draw(st.sampled_from(ZONES))
    near = st.builds(
        lambda change, steps: change + QUARTER * steps, st.sampled_from(clock_changes(zone)), st.integers(-40, 40)
    )
    anywhere = st.datetimes(datetime(FIRST, 12, 1), datetime(LAST, 12, 30)).map(lambda at: at.replace(microsecond=0))
    return zone, draw(st.lists(near | anywhere, min_size=1, max_size=6, unique=True))


@settings(max_examples=150)
@given(_walls(), st.sampled_from(["", "Europe/Paris", "Africa/Algiers", "own"]), st.booleans())
def test_what_is_imported_is_at_the_instants_of_zoneinfo(
    planned: tuple[str, list[datetime]], home: str, in_list: bool
) -> None:
    zone, walls = planned
    lines = (listed if in_list else ours)(zone, FIRST, LAST)
    found = read_as(whole(lines, *map(event, walls)), zone if home == "own" else home)
    assert found
    assert [instant(wall, found) for wall in walls] == [instant(wall, zone) for wall in walls]
    if home == "own":
        assert found == zone


@pytest.mark.parametrize("zone", ZONES)
def test_each_of_twelve_zones_is_itself_at_every_half_hour_of_two_years(zone: str) -> None:
    data = whole(ours(zone, FIRST, LAST), event(JUNE, "RRULE:FREQ=WEEKLY;UNTIL=20281201T000000Z"))
    found, info = ZoneInfo(read_as(data, "Etc/GMT-5")), ZoneInfo(zone)
    moment = datetime(FIRST, 1, 1, tzinfo=ZoneInfo("UTC"))
    moments = [moment + 2 * QUARTER * number for number in range(2 * 24 * 365 * 2)]
    assert [at for at in moments if at.astimezone(found).utcoffset() != at.astimezone(info).utcoffset()] == []


def test_dublins_winter_may_be_its_daylight_time() -> None:
    winter = "DAYLIGHT:+0100:+0000:19711031T020000:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
    summer = "STANDARD:+0000:+0100:19710328T010000:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
    data = whole(zone_block(winter, summer), event(JUNE, ENDLESS))
    assert read_as(data, "Europe/Dublin") == "Europe/Dublin"
    assert read_as(data) == "Europe/London"


def test_a_second_before_midnight_is_midnight_as_microsoft_writes_it() -> None:
    brazil = (
        "STANDARD:-0200:-0300:16010101T235959:FREQ=YEARLY;INTERVAL=1;BYDAY=3SA;BYMONTH=2",
        "DAYLIGHT:-0300:-0200:16010101T235959:FREQ=YEARLY;INTERVAL=1;BYDAY=2SA;BYMONTH=10",
    )
    assert read_as(whole(zone_block(*brazil), event(datetime(2017, 5, 11, 9)))) == "America/Sao_Paulo"
    assert read_as(whole(zone_block(*brazil), event(datetime(2026, 5, 11, 9)))) == ""


def test_a_clock_that_began_in_the_year_1_is_understood() -> None:
    data = whole(zone_block("STANDARD:+1400:+1300:00010101T000000"), event(JUNE, ENDLESS))
    assert read_as(data) == "Pacific/Apia"


# Which of several that are the same.


def test_the_calendars_own_zone_comes_first_then_the_files_then_one_that_is_named_then_a_known_one() -> None:
    data = whole(
        ["X-WR-TIMEZONE:Europe/Rome"], zone_block(*EU, name="Heure de Vienna"), event(JUNE, name="Heure de Vienna")
    )
    other = data.replace(b"X-WR-TIMEZONE:Europe/Rome", b"X-WR-TIMEZONE:Asia/Tokyo")
    assert read_as(data, "Europe/Madrid", "Heure de Vienna") == "Europe/Madrid"
    assert read_as(data, "Europe/London", "Heure de Vienna") == "Europe/Rome"
    assert read_as(other, "Europe/London", "Heure de Vienna") == "Europe/Vienna"
    assert read_as(whole(zone_block(*EU), event(JUNE))) == "Europe/Paris"


@pytest.mark.parametrize(
    ("offset", "home", "zone"),
    [
        ("+0530", "", "Asia/Kolkata"), ("+0530", "Asia/Colombo", "Asia/Colombo"), ("+0545", "", "Asia/Kathmandu"),
        ("+1300", "Pacific/Tongatapu", "Pacific/Tongatapu"), ("+0000", "", "UTC"), ("-1200", "", "Etc/GMT+12"),
        ("+0300", "Etc/GMT-3", "Etc/GMT-3"), ("+0123", "", ""),
    ],
)  # fmt: skip
def test_an_offset_that_never_changes_is_a_place_before_it_is_a_number(offset: str, home: str, zone: str) -> None:
    data = whole(zone_block(f"STANDARD:{offset}:{offset}:16010101T000000"), event(JUNE, ENDLESS))
    assert read_as(data, home) == zone


# What is no zone, or another one, is never read as one.


@pytest.mark.parametrize(
    "observances",
    [
        (EU[0], EU[1].replace("-1SU", "1SU")), (EU[0].replace("020000", "030000"), EU[1]), (EU[0],),
        (EU[0], EU[1].replace("FREQ=YEARLY", "FREQ=YEARLY;UNTIL=20251026T010000Z")),
        (*EU, "STANDARD:+0200:+0100:20270601T030000"), (*EU, "DAYLIGHT:+0100:+0300:20260329T020000"),
        tuple(each.replace(":FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "") for each in EU),
    ],
)  # fmt: skip
def test_a_clock_that_no_place_keeps_is_not_guessed(observances: tuple[str, ...]) -> None:
    data = whole(zone_block(*observances), event(JUNE, ENDLESS), event(JUNE, "SUMMARY:2"))
    events, said = answered(data, "Europe/Paris")
    assert (len(events), said["worked_out"]) == (2, {})


def test_only_the_years_that_events_touch_must_be_true() -> None:
    this_year = ("DAYLIGHT:+0100:+0200:20260329T020000", "STANDARD:+0200:+0100:20261025T030000")
    block = zone_block(*this_year)
    assert read_as(whole(block, event(JUNE)), "Europe/Paris") == "Europe/Paris"
    assert read_as(whole(block, event(JUNE, "RRULE:FREQ=WEEKLY;COUNT=20")), "Europe/Paris") == "Europe/Paris"
    for more in (event(JUNE, ENDLESS), event(JUNE, "RRULE:FREQ=WEEKLY;COUNT=60"), event(datetime(2027, 6, 1))):
        assert read_as(whole(block, more), "Europe/Paris") == ""
    exceptions = event(JUNE, ENDLESS[:-6] + "YEARLY;COUNT=1", f"EXDATE;TZID={NAME}:20280609T100000")
    assert read_as(whole(block, exceptions), "Europe/Paris") == ""


def test_rules_that_ended_and_the_block_behind_its_events_are_understood() -> None:
    old = ("DAYLIGHT:-0500:-0400:19870405T020000:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z",
           "STANDARD:-0400:-0500:19671029T020000:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z",
           "DAYLIGHT:-0500:-0400:20070311T020000:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
           "STANDARD:-0400:-0500:20071104T020000:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")  # fmt: skip
    events = event(datetime(1995, 4, 2, 12)), event(datetime(2006, 10, 30, 9)), event(JUNE, ENDLESS)
    assert read_as(whole(*events, zone_block(*old))) == "America/New_York"


def test_a_place_that_the_block_names_and_names_that_everybody_knows_are_left_as_they_are() -> None:
    placed = zone_block(*EU, extra=["X-LIC-LOCATION:Europe/Vienna"])
    known = zone_block(*EU, name="Europe/Athens")
    _, said = answered(whole(placed, known, event(JUNE), event(JUNE, name="Europe/Athens")), "Europe/Paris")
    assert (said["located"], said["worked_out"]) == ({NAME: "Europe/Vienna"}, {})


def test_two_blocks_of_one_name_count_only_when_they_say_the_same() -> None:
    other = zone_block(EU[0].replace("+0200", "+0300"), EU[1].replace("+0200", "+0300"))
    assert read_as(whole(zone_block(*EU), zone_block(*EU), event(JUNE))) == "Europe/Paris"
    assert read_as(whole(zone_block(*EU), other, zone_block(*EU), event(JUNE))) == ""


def test_a_name_with_commas_is_one_name_however_it_is_written() -> None:
    block = zone_block(*EU, name="(UTC+01:00) Berlin\\, Bern")
    data = whole(
        block, event(JUNE, name='"(UTC+01:00) Berlin, Bern"'), event(JUNE, name='"(UTC+01:00) Berlin\\, Bern"')
    )
    assert read_as(data, name="(UTC+01:00) Berlin, Bern") == "Europe/Berlin"


# Blocks of nobody's good will.

BOMBS = {
    "every second": zone_block(EU[0], EU[1].replace("YEARLY;BYMONTH=10;BYDAY=-1SU", "SECONDLY")),
    "every hour of the year": zone_block(EU[0], EU[1] + ";BYHOUR=1,2,3;BYMINUTE=1,2;BYSECOND=1"),
    "every day": zone_block(EU[0] + ",MO,TU,WE,TH,FR,SA".replace(",", ",-1"), EU[1].replace("-1SU", "MO,TU,SU")),
    "every third year": zone_block(EU[0] + ";INTERVAL=3", EU[1]),
    "no offset": zone_block(EU[0].replace("+0200", "+9900"), EU[1]),
    "not an offset": zone_block(EU[0].replace("+0200", "east"), EU[1]),
    "year 9999": zone_block("STANDARD:-1200:-1200:99991231T235959", "DAYLIGHT:-1200:-1300:99991231T235959:FREQ=YEARLY"),
    "in UTC": zone_block(*(each.replace("000:FREQ", "000Z:FREQ") for each in EU)),
    "ten thousand": zone_block(*EU * 5_000),
    "a list without end": [*zone_block(*EU)[:-2], "RDATE:" + ",".join(["20260101"] * 5_000), *zone_block(*EU)[-2:]],
    "the line is too long": [*zone_block(*EU)[:-2], "RDATE:" + "1" * 200_000, *zone_block(*EU)[-2:]],
    "nothing": zone_block(),
    "no beginning": [line for line in zone_block(*EU) if "DTSTART" not in line],
    "two beginnings": [*zone_block(*EU)[:3], "DTSTART:19700101T000000", *zone_block(*EU)[3:]],
    "exceptions": [*zone_block(*EU)[:-2], "EXDATE:20261025T030000", *zone_block(*EU)[-2:]],
    "never closed": zone_block(*EU)[:-1],
    "inside each other": ["BEGIN:VTIMEZONE", f"TZID:{NAME}", *["BEGIN:STANDARD"] * 5_000, *observed(EU[1])],
    "something else inside": [*zone_block(*EU)[:-1], "BEGIN:X-LAW", "END:X-LAW", "END:VTIMEZONE"],
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_block_that_blows_up_elsewhere_is_no_zone_and_spoils_nothing(bomb: str, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    good = zone_block(*EU, name="Good")
    events = [event(JUNE), event(JUNE, ENDLESS), event(JUNE, name="Good")]
    path.write_bytes(whole(good, BOMBS[bomb], *events))
    file = read_ics(path, home="Europe/Paris")
    assert [each.number for each in file.events] == [1, 2, 3]
    assert file.worked_out == {"Good": "Europe/Paris"}


def test_very_many_zones_are_worked_out_as_far_as_the_effort_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    names = [f"Zone {number}" for number in range(300)]
    rules = [f"STANDARD:+0100:+0100:16010101T{number:06}:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29" for number in range(150)]
    blocks = [zone_block(*rules, name=name) for name in names]
    events = [
        event(datetime(year, 1, 1), "RRULE:FREQ=YEARLY;UNTIL=22000101T000000Z", name=name)
        for name in names
        for year in (1900, 1970)
    ]
    path.write_bytes(whole(zone_block(*EU), event(JUNE), *blocks, *events))
    file = read_ics(path, home="Europe/Paris")
    assert (len(file.events), file.worked_out[NAME]) == (601, "Europe/Paris")


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from([
            "BEGIN:VTIMEZONE", "END:VTIMEZONE", f"TZID:{NAME}", "BEGIN:STANDARD", "END:STANDARD", "BEGIN:DAYLIGHT",
            "END:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZOFFSETTO:", "DTSTART:19700101T000000",
            "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY", "RRULE:FREQ=YEARLY;UNTIL=1", "RDATE:20260101/PT1H",
            "RRULE:FREQ=YEARLY;BYDAY=5MO;BYMONTH=2", "RDATE:", "X-LIC-LOCATION:x", "BEGIN:VEVENT", "END:VEVENT",
            f"DTSTART;TZID={NAME}:20260101T100000", "RRULE:FREQ=WEEKLY;COUNT=9999999999", "RRULE:FREQ=WEEKLY;UNTIL=x",
        ]),
        max_size=40,
    )
)  # fmt: skip
def test_lines_in_any_order_are_read(lines: list[str]) -> None:
    events, said = answered(whole(event(JUNE), lines))
    assert [each["number"] for each in events] == list(range(1, len(events) + 1))
    assert set(said["worked_out"]) <= {NAME}


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        ("FREQ=WEEKLY;UNTIL=20280101T000000Z", 2028), ("FREQ=WEEKLY;UNTIL=20200101", 2026), ("FREQ=WEEKLY", 2041),
        ("FREQ=WEEKLY;UNTIL=99991231", 2041), ("FREQ=DAILY;COUNT=20", 2026), ("FREQ=DAILY;COUNT=300", 2027),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=12", 2027), ("FREQ=MONTHLY;BYDAY=5TU;COUNT=12", 2041),
        ("FREQ=YEARLY;INTERVAL=2;COUNT=3", 2032), ("FREQ=NEVER;COUNT=3", 2026), ("=", 2026),
    ],
)  # fmt: skip
def test_a_series_touches_its_years_and_an_endless_one_ten_more(rule: str, last: int) -> None:
    touched = Touched(today=2031)
    events, _ = answered(whole(event(JUNE, f"RRULE:{rule}")))
    touched.note(from_json(events[0]))
    assert touched.years(NAME) == [(2026, last)]

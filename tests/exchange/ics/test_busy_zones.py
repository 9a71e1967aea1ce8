"""The zones of hours that another calendar takes: the file's own are worked out, unknown ones are left out and told."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from planner.exchange.ics import busy
from planner.exchange.ics.busy import busy_times, understood
from planner.exchange.ics.busy_zones import Said
from planner.model.busy import BusyTime
from tests.exchange.ics.own_zones import EU, NAME, ours, whole, zone_block
from tests.exchange.ics.own_zones import event as at
from tests.exchange.ics.strangers import MEETING, calendar, event

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = date(2025, 11, 24), date(2027, 11, 24)
TEN = datetime(2026, 11, 24, 10)
HOUR = "DURATION:PT1H"
OUTLOOK = "Customized Time Zone"
TORONTO = ("2026-11-24", "16:00", 60)
PARIS = ("2026-11-24", "10:00", 60)
Hours = list[tuple[str, str, int]]


def read(content: bytes, said: Said = Said(), home: str = "Europe/Paris") -> tuple[Hours, dict[str, Any]]:  # noqa: B008
    *found, told = understood(content, home, FIRST, LAST, titles=False, said=said)
    return [(value["day"], value["time"], value["minutes"]) for value in found], told


def unknown(*lines: str, name: str = OUTLOOK, uid: str = "1") -> str:
    return event(f"DTSTART;TZID={name}:20261124T100000", HOUR, *lines, uid=uid)


def test_a_zone_that_the_file_defines_is_worked_out_by_its_clock() -> None:
    assert read(whole(ours("America/Toronto", 2020, 2030), at(TEN, HOUR)))[0] == [TORONTO]
    assert read(whole(zone_block(*EU), at(TEN, HOUR)), home="America/Toronto")[0] == [("2026-11-24", "04:00", 60)]
    located = zone_block(*EU, extra=["X-LIC-LOCATION:America/Toronto"])
    assert read(whole(located, at(TEN, HOUR)))[0] == [TORONTO]


def test_where_the_definition_stands_in_the_file_makes_no_difference() -> None:
    assert read(whole(at(TEN, HOUR), ours("America/Toronto", 2020, 2030)))[0] == [TORONTO]


def test_a_series_in_a_zone_of_the_files_own_keeps_its_exceptions() -> None:
    series = at(TEN, HOUR, "RRULE:FREQ=DAILY;COUNT=4", f"EXDATE;TZID={NAME}:20261125T100000")
    moved = at(datetime(2026, 11, 26, 12), HOUR, f"RECURRENCE-ID;TZID={NAME}:20261126T100000")
    moved[1] = series[1]
    hours, _ = read(whole(ours("America/Toronto", 2020, 2030), series, moved))
    assert sorted(hours) == [TORONTO, ("2026-11-26", "18:00", 60), ("2026-11-27", "16:00", 60)]


@pytest.mark.parametrize("name", ["Romance Standard Time", "/mozilla.org/20050126_1/Europe/Paris", '"Europe/Paris"'])
def test_a_name_that_is_known_is_read_as_what_it_means(name: str) -> None:
    hours, told = read(calendar(unknown(name=name)), home="America/Toronto")
    assert hours == [("2026-11-24", "04:00", 60)]
    assert told["names"] == ()


@pytest.mark.parametrize(
    "block",
    [[], zone_block("STANDARD:+0537:+0537:19700101T000000", name=OUTLOOK), ["BEGIN:VTIMEZONE", f"TZID:{OUTLOOK}"]],
)
def test_what_stays_unknown_takes_no_hours_and_is_counted(block: list[str]) -> None:
    events = [unknown(uid=uid) for uid in "12"] + [MEETING.replace("UID:1", "UID:3")]
    hours, told = read(whole(block, *([text] for text in events)))
    assert hours == [("2026-11-24", "10:00", 90)]
    assert told == {"hidden": 0, "floating": 0, "unknown": {OUTLOOK: 2}, "names": (OUTLOOK,)}


def test_a_series_of_an_unknown_zone_is_one_event_and_its_exceptions_go_with_it() -> None:
    series = unknown("RRULE:FREQ=DAILY;COUNT=4")
    moved = event("DTSTART:20261126T090000Z", HOUR, f"RECURRENCE-ID;TZID={OUTLOOK}:20261126T100000")
    hours, told = read(calendar(series, moved))
    assert hours == []
    assert told["unknown"] == {OUTLOOK: 1}


@pytest.mark.parametrize("line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "RRULE:FREQ=DAILY;UNTIL=20261101T000000"])
def test_what_takes_no_hours_is_not_counted(line: str) -> None:
    assert read(calendar(unknown(line)))[1]["unknown"] == {}


def test_a_day_or_a_time_in_utc_needs_no_zone() -> None:
    day = event(f"DTSTART;TZID={OUTLOOK};VALUE=DATE:20261124")
    utc = event(f"DTSTART;TZID={OUTLOOK}:20261124T090000Z", HOUR, uid="2")
    hours, told = read(calendar(day, utc))
    assert hours == [("2026-11-24", "", 1440), PARIS]
    assert told["unknown"] == {}


def test_an_unknown_end_or_left_out_day_is_enough_to_leave_an_event_out() -> None:
    end = event("DTSTART;TZID=Europe/Paris:20261124T100000", f"DTEND;TZID={OUTLOOK}:20261124T110000")
    days = event(
        "DTSTART:20261124T090000Z", HOUR, "RRULE:FREQ=DAILY;COUNT=2", f"EXDATE;TZID={OUTLOOK}:20261124T100000", uid="2"
    )
    assert read(calendar(end, days)) == ([], read(calendar(end, days))[1])
    assert read(calendar(end, days))[1]["unknown"] == {OUTLOOK: 2}


def test_what_is_said_of_a_zone_comes_first() -> None:
    content = calendar(unknown(), unknown(name="Other", uid="2"))
    hours, told = read(content, Said("", {OUTLOOK: "America/Toronto"}))
    assert (hours, told["unknown"]) == ([TORONTO], {"Other": 1})
    hours, told = read(content, Said("Europe/London", {OUTLOOK: "America/Toronto"}))
    assert (sorted(hours), told["unknown"]) == ([("2026-11-24", "11:00", 60), TORONTO], {})
    defined = whole(zone_block(*EU), at(TEN, HOUR))
    assert read(defined, Said("", {NAME: "America/Toronto"}))[0] == [TORONTO]
    assert read(defined, Said("America/Toronto"))[0] == [PARIS]


def test_times_without_a_zone_are_the_calendars_own_unless_another_is_said() -> None:
    content = calendar(event("DTSTART:20261124T100000", HOUR), event("DTSTART;VALUE=DATE:20261125", uid="2"))
    hours, told = read(content)
    assert (hours, told["floating"]) == ([PARIS, ("2026-11-25", "", 1440)], 1)
    assert read(content, Said("America/Toronto"))[0] == [TORONTO, ("2026-11-25", "", 1440)]
    assert read(calendar(MEETING))[1]["floating"] == 0


def test_a_name_in_windows_letters_is_told_as_it_is_written() -> None:
    content = calendar(unknown(name="Fuseau personnalisé")).decode().encode("cp1252")
    assert read(content)[1]["unknown"] == {"Fuseau personnalisé": 1}
    assert read(content, Said("", {"Fuseau personnalisé": "America/Toronto"}))[0] == [TORONTO]


def test_a_to_do_of_an_unknown_zone_harms_no_event() -> None:
    to_do = unknown().replace("VEVENT", "VTODO")
    hours, told = read(calendar(to_do, event("DTSTART:20261124T090000Z", HOUR)))
    assert (hours, told["unknown"]) == ([PARIS], {})


def test_a_title_that_looks_like_a_zone_is_a_title() -> None:
    text = event("DTSTART;TZID=Europe/Paris:20261124T100000", HOUR, "SUMMARY:DTSTART;TZID=Foo:20261124T100000")
    *found, told = understood(calendar(text), "Europe/Paris", FIRST, LAST, titles=True)
    assert [value["title"] for value in found] == ["DTSTART;TZID=Foo:20261124T100000"]
    assert told["names"] == ()


def test_a_file_of_a_thousand_zones_is_told_in_few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(busy, "MOST_NAMES", 3)
    _, told = read(calendar(*(unknown(name=f"Zone {number}", uid=str(number)) for number in range(10))))
    assert told["unknown"] == {"Zone 0": 1, "Zone 1": 1, "Zone 2": 1, "…": 7}


def test_what_is_said_reaches_the_process_that_reads(tmp_path: Path) -> None:
    file = tmp_path / "clients.ics"
    file.write_bytes(
        calendar(unknown(), unknown(name="Other", uid="2"), event("DTSTART:20261124T100000", HOUR, uid="3"))
    )
    taken = busy_times(
        file, "x", "Europe/Paris", FIRST, LAST, titles=False, said=Said("", {OUTLOOK: "America/Toronto"})
    )
    assert taken.hours == [BusyTime("2026-11-24", "10:00", 60), BusyTime("2026-11-24", "16:00", 60)]
    assert (taken.unknown, taken.floating, taken.names) == ({"Other": 1}, 1, [OUTLOOK, "Other"])

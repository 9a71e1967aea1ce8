"""Hours that another calendar takes: as a person would count them, whatever the file holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.exchange.ics import busy
from planner.exchange.ics.bare import bare
from planner.exchange.ics.busy import Taken, busy_times, understood
from planner.model.busy import BusyTime
from tests.exchange.ics.strangers import MEETING, calendar, event

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = date(2025, 11, 24), date(2027, 11, 24)
DAY = "DTSTART;VALUE=DATE:20261127"


def taken(*events: str, zone: str = "Europe/Paris", titles: bool = False) -> list[tuple[str, str, int]]:
    found = list(understood(calendar(*events), zone, FIRST, LAST, titles=titles))
    assert found[-1] == {"hidden": 0, "floating": found[-1]["floating"], "unknown": {}, "names": ()}
    return [(value["day"], value["time"], value["minutes"]) for value in found[:-1]]


def test_an_event_takes_its_hours_in_the_zone_of_the_calendar() -> None:
    assert taken(MEETING) == [("2026-11-24", "10:00", 90)]
    assert taken(MEETING, zone="America/Toronto") == [("2026-11-24", "04:00", 90)]
    assert taken(event("DTSTART:20261124T090000Z", "DURATION:PT45M")) == [("2026-11-24", "10:00", 45)]
    assert taken(event("DTSTART:20261124T090000", "DURATION:PT45M")) == [("2026-11-24", "09:00", 45)]


@pytest.mark.parametrize(
    "line",
    ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "transp:transparent"],
)
def test_what_is_free_or_cancelled_takes_nothing(line: str) -> None:
    assert taken(event("DTSTART:20261124T090000Z", "DURATION:PT45M", line)) == []


def test_a_whole_day_is_a_day_and_its_end_is_the_day_after() -> None:
    assert taken(event(DAY)) == [("2026-11-27", "", 1440)]
    assert taken(event(DAY, "DTEND;VALUE=DATE:20261129")) == [("2026-11-27", "", 1440), ("2026-11-28", "", 1440)]
    assert taken(event("DTSTART:20261124T230000Z", "DTEND:20261125T230000Z")) == [("2026-11-25", "", 1440)]


def test_a_night_stands_on_both_its_days() -> None:
    assert taken(event("DTSTART:20261125T220000Z", "DTEND:20261126T010000Z")) == [
        ("2026-11-25", "23:00", 60),
        ("2026-11-26", "00:00", 120),
    ]


def test_a_series_keeps_its_wall_time_and_heeds_its_exceptions() -> None:
    series = (
        "DTSTART;TZID=Europe/Paris:20261005T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=5",
        "EXDATE;TZID=Europe/Paris:20261012T100000",
    )  # fmt: skip
    moved = (
        "RECURRENCE-ID;TZID=Europe/Paris:20261019T100000",
        "DTSTART;TZID=Europe/Paris:20261020T150000",
        "DURATION:PT1H",
    )
    gone = (
        "RECURRENCE-ID;TZID=Europe/Paris:20261102T100000",
        "DTSTART;TZID=Europe/Paris:20261102T100000",
        "STATUS:CANCELLED",
    )
    assert sorted(taken(event(*series), event(*moved), event(*gone))) == [
        ("2026-10-05", "10:00", 60),
        ("2026-10-20", "15:00", 60),
        ("2026-10-26", "10:00", 60),
    ]


def test_a_series_without_end_stops_at_the_window() -> None:
    found = taken(event("DTSTART:20200106T090000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"))
    assert found[0][0] >= FIRST.isoformat()
    assert found[-1][0] <= LAST.isoformat()
    assert len(found) == pytest.approx(104, abs=1)


def test_titles_are_private_unless_they_are_asked_for() -> None:
    quiet, told = (next(understood(calendar(MEETING), "UTC", FIRST, LAST, titles=asked)) for asked in (False, True))
    assert quiet["title"] == ""
    assert told["title"] == "Réunion Dupont"
    assert b"Dupont" not in bare(calendar(MEETING), FIRST, LAST, titles=False)


def test_a_broken_event_or_a_bomb_is_counted_and_spoils_no_other() -> None:
    bombs = [
        event("DTSTART:20261124T090000Z", f"RRULE:FREQ={frequency}", uid=frequency)
        for frequency in ("SECONDLY", "MINUTELY", "HOURLY")
    ]
    broken = [event("DTSTART:tomorrow", uid="b"), event("SUMMARY:no day", uid="c")]
    *found, last = understood(calendar(*bombs, *broken, MEETING), "Europe/Paris", FIRST, LAST, titles=False)
    assert [value["time"] for value in found] == ["10:00"]
    assert last["hidden"] == 5


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff", b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"BEGIN:VCALENDAR\r\nnonsense\r\n"]
)
def test_what_is_no_calendar_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="busy-unreadable"):
        list(understood(content, "UTC", FIRST, LAST, titles=False))


def test_more_hours_than_a_person_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(busy, "MOST_HOURS", 100)
    daily = event("DTSTART:20250101T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY")
    with pytest.raises(InputError, match="busy-too-many"):
        list(understood(calendar(daily), "UTC", FIRST, LAST, titles=False))


def test_texts_guests_and_reminders_are_never_read() -> None:
    alarm = "BEGIN:VALARM\r\nDURATION:PT9H\r\nTRIGGER:-PT5M\r\nEND:VALARM"
    whole = event(
        "DTSTART:20261124T090000Z", "DURATION:PT45M", "DESCRIPTION:secret\r\n  folded", alarm, "ATTENDEE:mailto:x"
    )
    kept = bare(calendar(whole), FIRST, LAST, titles=False)
    for absent in (b"secret", b"folded", b"VALARM", b"ATTENDEE", b"PT9H"):
        assert absent not in kept
    assert taken(whole) == [("2026-11-24", "10:00", 45)]


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2028, 6, 1)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.integers(1, 4_000),
    st.sampled_from(["Europe/Paris", "America/Toronto", "Pacific/Kiritimati", "Pacific/Pago_Pago"]),
)
def test_leaving_out_what_is_far_away_loses_nothing_of_the_window(start: datetime, minutes: int, zone: str) -> None:
    end = start + timedelta(minutes=minutes)
    told = event(f"DTSTART:{start:%Y%m%dT%H%M%S}Z", f"DTEND:{end:%Y%m%dT%H%M%S}Z")
    found = taken(told, zone=zone)
    local, last = (
        moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        for moment in (start, end)
    )
    days = [local.date() + timedelta(days=number) for number in range((last.date() - local.date()).days + 1)]
    wanted = {
        day.isoformat() for day in days if FIRST <= day <= LAST and datetime.combine(day, datetime.min.time()) < last
    }
    assert {day for day, _, _ in found} == wanted


def test_a_file_is_read_apart(tmp_path: Path) -> None:
    file = tmp_path / "clients.ics"
    file.write_bytes(calendar(MEETING, event("DTSTART:nothing", uid="b")))
    assert busy_times(file, "clients.ics", "Europe/Paris", FIRST, LAST, titles=True) == Taken(
        [BusyTime("2026-11-24", "10:00", 90, title="Réunion Dupont")], hidden=1, names=[]
    )
    file.write_text("no calendar")
    with pytest.raises(InputError, match="busy-unreadable") as refused:
        busy_times(file, "clients.ics", "Europe/Paris", FIRST, LAST, titles=False)
    assert refused.value.values["file"] == "clients.ics"


def test_a_title_passes_the_gate_that_every_text_passes(tmp_path: Path) -> None:
    file = tmp_path / "clients.ics"
    file.write_bytes(calendar(MEETING.replace("Dupont", "\x1b]52;c;x\x07 e\u0301")))
    (hour,), *_ = busy_times(file, "clients.ics", "Europe/Paris", FIRST, LAST, titles=True)
    assert hour.title == "Réunion ␛]52;c;x␇ é"


def test_an_hour_knows_its_end() -> None:
    assert BusyTime("2026-11-24", "10:00", 90).end == "11:30"
    assert BusyTime("2026-11-24", "23:00", 60).end == "24:00"
    assert BusyTime("2026-11-24", "", 1440).end == ""

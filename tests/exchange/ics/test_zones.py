"""VTIMEZONE blocks against zoneinfo."""

import io
import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from planner.errors import InputError
from planner.exchange.ics.zones import block

ZONES = (
    "Europe/Paris",
    "Europe/Dublin",
    "America/Toronto",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Jerusalem",
    "America/Nuuk",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Asia/Tehran",
    "America/Sao_Paulo",
    "Pacific/Auckland",
)
HALF_HOUR = timedelta(minutes=30)
OBSERVANCE = re.compile(
    r"BEGIN:(STANDARD|DAYLIGHT)\r\nDTSTART:1970\d{4}T\d{6}\r\n"
    r"(?:RRULE:FREQ=YEARLY;BYDAY=(?:[1-4]|-1)(?:MO|TU|WE|TH|FR|SA|SU);BYMONTH=\d+\r\n)?"
    r"TZNAME:[A-Z0-9+-]+\r\nTZOFFSETFROM:[+-]\d{4}\r\nTZOFFSETTO:[+-]\d{4}\r\nEND:\1\r\n"
)


def half_hours(first: int, last: int) -> list[datetime]:
    start = datetime(first, 1, 2)
    return [start + HALF_HOUR * number for number in range(48 * 365 * (last + 1 - first))]


def disagreements(zone: str, text: bytes, moments: list[datetime]) -> list[datetime]:
    """Wall times that the block, read by dateutil, puts elsewhere than zoneinfo does."""
    theirs = tzical(io.StringIO(text.decode())).get(zone)
    assert theirs
    info = ZoneInfo(zone)
    walls = [moment.replace(tzinfo=UTC).astimezone(info).replace(tzinfo=None, fold=0) for moment in moments]
    return [wall for wall in walls if wall.replace(tzinfo=theirs).utcoffset() != wall.replace(tzinfo=info).utcoffset()]


@pytest.mark.parametrize("zone", ZONES)
def test_every_half_hour_of_a_year_is_as_zoneinfo_says(zone: str) -> None:
    known = block(zone, 2026, 2028)
    assert known
    assert known.since == date(2026, 1, 2)
    assert disagreements(zone, known.text, half_hours(2027, 2027)) == []


@pytest.mark.parametrize("zone", ["America/Santiago", "Africa/Cairo"])
def test_midnight_is_a_second_early_where_no_numbered_day_holds(zone: str) -> None:
    known = block(zone, 2026, 2031)
    assert known
    assert known.since.year == 2026
    assert b"T235959" in known.text
    assert disagreements(zone, known.text, half_hours(2029, 2030)) == []


@pytest.mark.parametrize("zone", ["Asia/Jerusalem", "America/Nuuk"])
def test_a_block_is_true_from_its_first_day_on(zone: str) -> None:
    known = block(zone, 2020, 2031)
    assert known
    assert 2026 < known.since.year <= 2031
    assert disagreements(zone, known.text, half_hours(known.since.year, 2031)) == []
    assert disagreements(zone, known.text, half_hours(known.since.year - 1, known.since.year - 1)) != []


@pytest.mark.parametrize("zone", ZONES)
def test_outlook_can_read_the_block(zone: str) -> None:
    known = block(zone, 2026, 2028)
    assert known
    text = known.text.decode()
    assert text.startswith(f"BEGIN:VTIMEZONE\r\nTZID:{zone}\r\n")
    assert text.endswith("END:VTIMEZONE\r\n")
    assert "RDATE" not in text
    parts = [found[1] for found in OBSERVANCE.finditer(text)]
    assert parts in (["STANDARD"], ["STANDARD", "DAYLIGHT"])
    assert text.count("RRULE") == (2 if len(parts) == 2 else 0)


def test_paris_is_written_in_the_old_clock() -> None:
    known = block("Europe/Paris", 2026, 2028)
    assert known
    assert b"BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\n" in known.text
    assert b"BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\n" in known.text


def test_a_moon_has_no_block() -> None:
    assert block("Africa/Casablanca", 2019, 2024) is None


def test_a_zone_that_does_not_exist_is_said() -> None:
    with pytest.raises(InputError, match="zone-unknown"):
        block("Europe/Atlantis", 2026, 2028)

"""What an hour of another zone is in the calendar's own."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.model.card import Hour, moment_of, told_here

ZONES = st.sampled_from(["America/Toronto", "Europe/Paris", "Pacific/Kiritimati", "Asia/Kolkata", "Australia/Sydney"])
INSTANTS = st.datetimes(datetime(1975, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(INSTANTS, ZONES, ZONES)
def test_it_is_the_same_instant(utc: datetime, zone: str, home: str) -> None:
    there = utc.astimezone(ZoneInfo(zone))
    assume(there.fold == 0)
    wanted = "" if zone == home else f"{utc.astimezone(ZoneInfo(home)):%Y-%m-%dT%H:%M}"
    assert told_here(f"{there:%Y-%m-%d}", f"{there:%H:%M}", zone, home) == wanted


@pytest.mark.parametrize(
    ("day", "at", "zone"),
    [("", "10:00", "America/Toronto"), ("2026-11-24", "", "America/Toronto"), ("2026-11-24", "10:00", ""),
     ("2026-11-24", "10:00", "Europe/Paris")],
)  # fmt: skip
def test_an_hour_of_the_calendars_own_zone_is_told_as_it_is(day: str, at: str, zone: str) -> None:
    assert told_here(day, at, zone, "Europe/Paris") == ""


@pytest.mark.parametrize(("day", "zone"), [("2026-11-24", "Mars/Olympus"), ("0001-01-01", "Asia/Tokyo")])
def test_what_no_table_knows_stays_as_it_is_said(day: str, zone: str) -> None:
    assert told_here(day, "00:10", zone, "Europe/Paris") == f"{day}T00:10"


def test_moments_stand_in_order_whatever_their_zones() -> None:
    tokyo = Hour("2026-11-24", "05:00", "Asia/Tokyo", "2026-11-23T21:00")
    assert moment_of(tokyo) < moment_of(Hour("2026-11-24", "01:00")) < moment_of(Hour("2026-11-24", "10:00"))

"""POSIX footers."""

from datetime import UTC, datetime, timedelta

import pytest

from planner.exchange.ics.clock import Clock, clock, read_footer, true_since


def changes(footer: str, year: int) -> list[tuple[str, float, float]]:
    known = read_footer(footer)
    assert known
    hour = timedelta(hours=1)
    return [(f"{moment:%m-%d %H:%M}", before / hour, after / hour) for moment, before, after in known.changes(year)]


def test_paris_changes_at_one_in_utc() -> None:
    assert changes("CET-1CEST,M3.5.0,M10.5.0/3", 2027) == [("03-28 01:00", 1, 2), ("10-31 01:00", 2, 1)]


def test_dublin_winter_is_no_summer() -> None:
    known = read_footer("IST-1GMT0,M10.5.0,M3.5.0/1")
    assert known
    assert known.summer
    assert (known.name, known.summer.name, known.summer.offset) == ("GMT", "IST", timedelta(hours=1))
    assert changes("IST-1GMT0,M10.5.0,M3.5.0/1", 2027) == [("03-28 01:00", 0, 1), ("10-31 01:00", 1, 0)]


@pytest.mark.parametrize(
    ("footer", "onsets"),
    [
        ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", [("04-04 03:00", -3, -4), ("09-05 04:00", -4, -3)]),
        ("IST-2IDT,M3.4.4/26,M10.5.0", [("03-26 00:00", 2, 3), ("10-30 23:00", 3, 2)]),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", [("03-28 01:00", -2, -1), ("10-31 01:00", -1, -2)]),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", [("04-03 15:00", 11, 10.5), ("10-02 15:30", 10.5, 11)]),
    ],
)
def test_hours_outside_the_day_fall_on_its_neighbour(footer: str, onsets: list[tuple[str, float, float]]) -> None:
    assert changes(footer, 2027) == onsets


def test_a_clock_that_never_changes() -> None:
    assert read_footer("<+0330>-3:30") == Clock("+0330", timedelta(hours=3, minutes=30))
    assert changes("UTC0", 2027) == []


@pytest.mark.parametrize("footer", ["", "EST5EDT", "IRST-3:30IRDT,J80/0,J264/0", "CET-1CEST,M3.5.0", "?"])
def test_other_forms_are_not_guessed(footer: str) -> None:
    assert read_footer(footer) is None


def test_the_footer_is_compared_with_zoneinfo() -> None:
    paris = clock("Europe/Paris")
    assert paris
    assert true_since("Europe/Paris", paris, 1970, 2040) == 1996
    toronto = clock("America/Toronto")
    assert toronto
    assert true_since("America/Toronto", toronto, 1990, 2040) == 2007
    assert true_since("Europe/Paris", toronto, 2026, 2028) == 2029


def test_the_moon_is_no_yearly_rule() -> None:
    casablanca = clock("Africa/Casablanca")
    assert casablanca
    assert true_since("Africa/Casablanca", casablanca, 2019, 2024) == 2025


def test_changes_come_in_order_in_the_south() -> None:
    santiago = clock("America/Santiago")
    assert santiago
    moments = [moment for moment, _, _ in santiago.changes(2027)]
    assert moments == sorted(moments)
    assert all(moment > datetime(2027, 1, 1, tzinfo=UTC) for moment in moments)


def test_an_hour_beside_the_change_is_noticed() -> None:
    late = read_footer("CET-1CEST,M3.5.0/3,M10.5.0/3")
    assert late
    assert true_since("Europe/Paris", late, 2026, 2028) == 2029

"""Four readers see what was meant, on both sides of both clock changes."""

from collections.abc import Callable
from datetime import datetime

import pytest

from tests.exchange.ics.made import entry, written
from tests.exchange.ics.readers import READERS, Seen, meant
from tests.readers.year import SERIES

ZONES = (
    "Europe/Paris",
    "America/Toronto",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Africa/Casablanca",
    "UTC",
)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("name", SERIES)
@pytest.mark.parametrize("reader", READERS)
def test_readers_see_the_instants_that_zoneinfo_tells(
    reader: Callable[[bytes], list[Seen]], name: str, zone: str
) -> None:
    one = entry(zone=zone, **SERIES[name])
    assert reader(written(one)[0]) == meant(one)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("zone", "changes"),
    [("Europe/Paris", ((2027, 3, 28), (2027, 10, 31))), ("America/Toronto", ((2027, 3, 14), (2027, 11, 7)))],
)
def test_each_quarter_hour_around_both_changes_is_where_zoneinfo_puts_it(
    reader: Callable[[bytes], list[Seen]], zone: str, changes: tuple[tuple[int, int, int], ...]
) -> None:
    moments = [datetime(*day, hour, minute) for day in changes for hour in range(5) for minute in (0, 15, 30, 45)]
    entries = [
        entry(uid=f"{number}@planner", summary=f"{moment:%m-%d %H:%M}", start=moment, zone=zone)
        for number, moment in enumerate(moments)
    ]
    assert reader(written(*entries)[0]) == sorted(seen for one in entries for seen in meant(one))

"""A year in twelve zones: every reader sees the instants that zoneinfo tells."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.ics.entry import Entry
from planner.exchange.ics.pieces import unclear
from tests.exchange.ics.made import entry, written
from tests.exchange.ics.readers import READERS, Reader, Seen, all_meant, by_ics, by_radicale
from tests.readers.year import FIRST_DAY, HOURS, LAST_DAY, ZONES, a_year, clock_changes

RULES = ("", "", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=-1FR")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("reader", READERS)
def test_a_year_of_slots_and_posts_is_where_zoneinfo_puts_it(reader: Reader, zone: str) -> None:
    entries = a_year(zone, short=reader is by_radicale)
    assert reader(written(*entries)[0]) == all_meant(entries)


@pytest.mark.parametrize("zone", ZONES)
def test_ics_py_sees_single_events_and_the_start_of_each_series_there(zone: str) -> None:
    entries = [one for one in a_year(zone, short=True) if not _mistaken_by_dateutil(one)]
    data, expected = written(*entries)[0], set(all_meant(entries))
    seen = by_ics(data)
    assert len(seen) == data.count(b"BEGIN:VEVENT")
    assert set(seen) <= expected
    assert {title for title, _, _ in seen} == {title for title, _, _ in expected}
    assert {min(expected & {one for one in expected if one[0] == each.summary}) for each in entries} <= set(seen)


def _mistaken_by_dateutil(one: Entry) -> bool:
    """Dublin's hour after its clock went back: ics.py asks dateutil, not the file (dateutil/dateutil#1048)."""
    length, theirs, ours = timedelta(minutes=one.minutes), tz.gettz(one.zone), ZoneInfo(one.zone)
    if one.zone != "Europe/Dublin" or one.rule or unclear(one.start, length, one.zone):
        return False
    ends = (one.start, one.start + length)
    return any(end.replace(tzinfo=theirs).utcoffset() != end.replace(tzinfo=ours).utcoffset() for end in ends)


def test_dateutil_is_mistaken_for_an_hour_in_dublin() -> None:
    mistaken = [one.start for one in a_year("Europe/Dublin") if _mistaken_by_dateutil(one)]
    change = clock_changes("Europe/Dublin")[1]
    assert mistaken == [change + timedelta(minutes=minutes) for minutes in (0, 15, 30, 45)]


@st.composite
def _planned(draw: st.DrawFn) -> list[Entry]:
    """Posts and slots of one person: some near a clock change of their zone, some anywhere in the year."""
    zones = draw(st.lists(st.sampled_from(ZONES), min_size=1, max_size=3, unique=True))
    return [draw(_one(draw(st.sampled_from(zones)), number)) for number in range(draw(st.integers(1, 5)))]


@st.composite
def _one(draw: st.DrawFn, zone: str, number: int) -> Entry:
    days = st.dates(FIRST_DAY, LAST_DAY)
    near = st.sampled_from([change.date() + timedelta(days=step) for change in clock_changes(zone) for step in (-1, 0)])
    quarters = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
    start = datetime.combine(draw(days | near), draw(st.sampled_from(HOURS) | quarters))
    rule, skipped = draw(st.sampled_from(RULES)), []
    if rule:
        rule += draw(st.sampled_from([";COUNT=12", f";UNTIL={LAST_DAY:%Y%m%d}"]))
        skipped = draw(st.lists(days | st.sampled_from([start.date() + timedelta(days=7 * week) for week in range(5)])))
    minutes = draw(st.sampled_from([15, 30, 90, 240]))
    named = {"uid": f"{number}@planner", "summary": f"{number} {zone}", "zone": zone}
    return entry(**named, start=start, minutes=minutes, rule=rule, skipped=tuple(skipped))


@settings(max_examples=40)
@given(_planned())
def test_any_plan_in_any_of_the_zones_is_where_zoneinfo_puts_it(entries: list[Entry]) -> None:
    data, expected = written(*entries)[0], all_meant(entries)
    seen: dict[str, list[Seen]] = {reader.__name__: reader(data) for reader in READERS}
    assert seen == dict.fromkeys(seen, expected)

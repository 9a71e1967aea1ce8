"""Series, gaps and folds: what is written so that readers agree."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from planner.errors import InputError
from tests.exchange.ics.made import entry, keys, values, written


def test_a_series_begins_on_a_day_of_its_own() -> None:
    data, _ = written(entry(rule="FREQ=WEEKLY;BYDAY=MO", start=datetime(2026, 11, 26, 9)))
    assert values(data, "DTSTART")[-1] == "TZID=Europe/Paris:20261130T090000"
    assert values(data, "DTEND") == ["TZID=Europe/Paris:20261130T093000"]


def test_until_is_the_whole_last_day_in_utc() -> None:
    data, _ = written(entry(rule="UNTIL=20270603T080000;FREQ=WEEKLY"))
    assert values(data, "RRULE")[-1] == "FREQ=WEEKLY;UNTIL=20270603T070000Z"


def test_until_of_an_all_day_series_is_a_date() -> None:
    data, _ = written(entry(rule="FREQ=WEEKLY;UNTIL=20270603", all_day=True))
    assert values(data, "RRULE") == ["FREQ=WEEKLY;UNTIL=20270603"]


def test_a_year_without_a_month_means_the_month_it_starts_in() -> None:
    data, _ = written(entry(rule="FREQ=YEARLY;BYMONTHDAY=26"))
    assert values(data, "RRULE")[-1] == "FREQ=YEARLY;BYMONTHDAY=26;BYMONTH=11"


def test_a_week_from_monday_is_not_said_and_another_is() -> None:
    data, _ = written(entry(rule="FREQ=WEEKLY;WKST=MO"), entry(uid="2", rule="FREQ=WEEKLY;INTERVAL=2;WKST=SU"))
    assert values(data, "RRULE")[-2:] == ["FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"]


def test_skipped_days_are_left_out_only_where_they_hit() -> None:
    skipped = (date(2026, 12, 3), date(2026, 12, 4), date(2026, 12, 10), date(2020, 1, 2))
    data, _ = written(entry(rule="FREQ=WEEKLY;COUNT=5", skipped=skipped))
    assert values(data, "EXDATE") == [
        "TZID=Europe/Paris:20261203T090000",
        "TZID=Europe/Paris:20261210T090000",
    ]
    assert values(data, "RRULE")[-1] == "FREQ=WEEKLY;COUNT=5"


def test_skipped_days_of_an_all_day_series_are_dates() -> None:
    data, _ = written(entry(rule="FREQ=WEEKLY", all_day=True, skipped=(date(2026, 12, 3),)))
    assert values(data, "EXDATE") == ["VALUE=DATE:20261203"]


def test_a_series_whose_first_day_is_skipped_begins_later_and_ends_when_it_did() -> None:
    data, _ = written(entry(rule="FREQ=WEEKLY;COUNT=3", skipped=(date(2026, 11, 26),)))
    assert values(data, "DTSTART")[-1] == "TZID=Europe/Paris:20261203T090000"
    assert values(data, "RRULE")[-1] == "FREQ=WEEKLY;UNTIL=20261210T080000Z"
    assert values(data, "EXDATE") == []


def test_a_series_without_a_day_is_said_and_not_written() -> None:
    data, remarks = written(entry(rule="FREQ=WEEKLY;BYDAY=MO;UNTIL=20261128"))
    assert keys(remarks) == ["series-empty"]
    assert b"VEVENT" not in data


def test_a_post_in_the_gap_moves_forward_and_is_remarked() -> None:
    data, remarks = written(entry(start=datetime(2027, 3, 28, 2, 30)))
    assert values(data, "DTSTART")[-1] == "20270328T013000Z"
    assert keys(remarks) == ["gap-moved"]
    assert remarks[0].values == {
        "uid": "one@planner",
        "title": "Un article",
        "day": date(2027, 3, 28),
        "time": time(2, 30),
        "moved": time(3, 30),
        "zone": "Europe/Paris",
    }


@pytest.mark.parametrize(
    ("hour", "minute", "start"),
    [
        (1, 30, "20261024T233000Z"),
        (2, 30, "20261025T003000Z"),
        (3, 0, "TZID=Europe/Paris:20261025T030000"),
    ],
)
def test_the_first_is_meant_in_the_fold(hour: int, minute: int, start: str) -> None:
    data, remarks = written(entry(start=datetime(2026, 10, 25, hour, minute), minutes=45))
    assert values(data, "DTSTART")[-1] == start
    assert remarks == []


def test_an_end_across_the_change_is_the_length_later() -> None:
    data, _ = written(entry(start=datetime(2027, 3, 27, 23), minutes=300))
    assert values(data, "DTSTART")[-1] == "20270327T220000Z"
    assert values(data, "DTEND") == ["20270328T030000Z"]


NIGHTLY = entry(rule="FREQ=DAILY;COUNT=200", start=datetime(2026, 11, 26, 2, 30))
NIGHT = date(2027, 3, 28)


def test_a_series_stops_before_a_night_in_the_gap_and_goes_on_after_it() -> None:
    data, remarks = written(NIGHTLY)
    assert values(data, "UID") == ["one@planner", "20270328-one@planner", "20270329-one@planner"]
    assert values(data, "DTSTART")[-3:] == [
        "TZID=Europe/Paris:20261126T023000",
        "20270328T013000Z",
        "TZID=Europe/Paris:20270329T023000",
    ]
    assert values(data, "RRULE")[-2:] == [
        "FREQ=DAILY;UNTIL=20270327T013000Z",
        "FREQ=DAILY;UNTIL=20270613T003000Z",
    ]
    assert values(data, "EXDATE") == []
    assert keys(remarks) == ["gap-moved"]


def test_a_skipped_night_is_not_written() -> None:
    data, remarks = written(replace(NIGHTLY, skipped=(NIGHT, date(2027, 3, 29), date(2027, 4, 2))))
    assert values(data, "UID") == ["one@planner", "20270330-one@planner"]
    assert values(data, "EXDATE") == ["TZID=Europe/Paris:20270402T023000"]
    assert remarks == []


def test_a_series_from_a_gap_on_begins_after_it() -> None:
    data, _ = written(replace(NIGHTLY, start=datetime(2027, 3, 28, 2, 30)))
    assert values(data, "UID") == ["20270328-one@planner", "20270329-one@planner"]
    assert values(data, "RRULE")[-1] == "FREQ=DAILY;UNTIL=20271013T003000Z"


def test_an_endless_series_is_parted_at_the_nights_of_ten_years() -> None:
    data, _ = written(replace(NIGHTLY, rule="FREQ=DAILY"))
    rules = values(data, "RRULE")[2:]
    assert 18 <= len(rules) <= 22
    assert ["UNTIL" in rule for rule in rules] == [True] * (len(rules) - 1) + [False]
    assert len(set(values(data, "UID"))) == 2 * len(rules) - 1


def test_a_zone_without_a_rule_is_written_in_utc() -> None:
    data, remarks = written(entry(zone="Africa/Casablanca", start=datetime(2023, 3, 30, 9)))
    assert values(data, "DTSTART") == ["20230330T090000Z"]
    assert values(data, "TZID") == []
    assert remarks == []


def test_a_series_in_a_zone_without_a_rule_is_written_day_by_day() -> None:
    one = entry(zone="Africa/Casablanca", start=datetime(2023, 3, 2, 9), rule="FREQ=WEEKLY;UNTIL=20230504")
    data, remarks = written(one)
    assert len(set(values(data, "UID"))) == 10
    assert {moment[9:] for moment in values(data, "DTSTART")} == {"080000Z", "090000Z"}
    assert keys(remarks) == ["series-written-out"]
    assert remarks[0].values["count"] == 10


def test_a_time_before_the_zone_last_changed_its_rule_is_written_in_utc() -> None:
    data, _ = written(entry(start=datetime(2006, 3, 28, 9), zone="America/Toronto"), entry(uid="2"))
    assert values(data, "DTSTART")[-2:] == ["20060328T140000Z", "TZID=Europe/Paris:20261126T090000"]


def test_the_first_of_january_is_on_the_clock_of_its_zone() -> None:
    data, _ = written(entry(start=datetime(2027, 1, 1, 9)))
    assert values(data, "DTSTART")[-1] == "TZID=Europe/Paris:20270101T090000"


def test_utc_needs_no_zone() -> None:
    data, _ = written(entry(zone="UTC"))
    assert b"TZID" not in data
    assert values(data, "DTSTART") == ["20261126T090000Z"]


def test_a_series_in_utc_is_not_put_on_the_clock_of_the_calendar() -> None:
    data, _ = written(entry(zone="UTC", rule="FREQ=WEEKLY;UNTIL=20270101", skipped=(date(2026, 12, 3),)))
    assert values(data, "TZID") == ["Etc/GMT"]
    assert values(data, "DTSTART")[-1] == "TZID=Etc/GMT:20261126T090000"
    assert values(data, "RRULE") == ["FREQ=WEEKLY;UNTIL=20270101T090000Z"]
    assert values(data, "EXDATE") == ["TZID=Etc/GMT:20261203T090000"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=YEARLY;BYWEEKNO=3",
        "FREQ=YEARLY;BYYEARDAY=7",
        "FREQ=DAILY;BYMINUTE=3",
        "FREQ=DAILY;COUNT=9000",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20270101",
        "FREQ=WEEKLY;X-A=1",
    ],
)
def test_rules_that_outlook_cannot_read_are_refused(rule: str) -> None:
    with pytest.raises(InputError, match="rule-not-allowed"):
        written(entry(rule=rule))


def test_a_rule_brings_no_line_of_its_own() -> None:
    with pytest.raises(InputError):
        written(entry(rule="FREQ=DAILY\r\nATTENDEE:mailto:a@example.org"))


def test_a_day_left_out_right_before_a_night_of_the_clock_does_not_come_back() -> None:
    start, skipped = datetime(2026, 3, 20, 2, 30), (date(2026, 3, 28),)
    data, _ = written(entry(rule="FREQ=DAILY;COUNT=20", start=start, skipped=skipped))
    assert values(data, "EXDATE") == ["TZID=Europe/Paris:20260328T023000"]


@pytest.mark.parametrize(
    ("rule", "bounds", "uid", "written_rule"),
    [
        ("FREQ=WEEKLY", (2026, 2026), "20261126-one@planner", "FREQ=WEEKLY;UNTIL=20261231T080000Z"),
        ("FREQ=WEEKLY", (2027, 2027), "20270107-one@planner", "FREQ=WEEKLY;UNTIL=20271231T080000Z"),
        ("FREQ=WEEKLY;COUNT=2", (2026, 2026), "one@planner", "FREQ=WEEKLY;COUNT=2"),
        ("FREQ=WEEKLY;COUNT=8", (2027, 2027), "20270107-one@planner", "FREQ=WEEKLY;UNTIL=20270114T080000Z"),
        ("FREQ=WEEKLY;UNTIL=20270110", (2027, 2027), "20270107-one@planner", "FREQ=WEEKLY;UNTIL=20270110T080000Z"),
        ("FREQ=WEEKLY;INTERVAL=2", (2027, None), "20270107-one@planner", "FREQ=WEEKLY;INTERVAL=2"),
    ],
)
def test_a_series_is_written_with_its_days_between_two_bounds(
    rule: str, bounds: tuple[int, int | None], uid: str, written_rule: str
) -> None:
    since, until = date(bounds[0], 1, 1), date(bounds[1], 12, 31) if bounds[1] else None
    data, remarks = written(entry(rule=rule, since=since, until=until))
    assert (values(data, "UID"), values(data, "RRULE")[-1], remarks) == ([uid], written_rule, [])


def test_the_last_day_between_two_bounds_may_be_left_out() -> None:
    bounds = {"since": date(2026, 1, 1), "until": date(2026, 12, 31)}
    data, _ = written(entry(rule="FREQ=WEEKLY", skipped=(date(2026, 12, 31), date(2027, 1, 7)), **bounds))
    assert values(data, "EXDATE") == ["TZID=Europe/Paris:20261231T090000"]

"""Weeks, months, wall times and recurrence: plain, without SQLModel.

Recurrence is dateutil's, expanded in naive local time inside the visible window, after a validator has refused
what a person does not plan.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = timedelta(days=1)
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
PARTS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST")
MOST_COUNT, MOST_INTERVAL, MOST_LISTED = 5_000, 1_000, 366
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
BYDAY = re.compile(r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)")
UNTIL = re.compile(r"([0-9]{8})(?:T([0-9]{6})Z?)?")
NO_PLACES = ("posix/", "right/", "posixrules", "localtime", "Factory")
"""What stands beside the zones on some systems and would mean another thing, or nothing, elsewhere."""


def monday(day: date) -> date:
    """The Monday of the day's week (weeks start on Monday, ISO 8601)."""
    return day - timedelta(days=day.weekday())


def week_days(day: date) -> list[date]:
    """The seven days of the day's week, from Monday."""
    first = monday(day)
    return [first + DAY * number for number in range(7)]


def month_grid(day: date) -> list[date]:
    """The 42 days that a month's page shows, from the Monday on or before the first."""
    first = monday(day.replace(day=1))
    return [first + DAY * number for number in range(42)]


def shift_month(day: date, months: int) -> date:
    """The same day some months away, held back to the month's last day."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def zone_named(name: str) -> ZoneInfo:
    """The IANA zone of this name.

    Raises:
        InputError: `zone-unknown` when there is no such zone.
    """
    if name.startswith(NO_PLACES):
        raise InputError("zone-unknown", zone=name)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputError("zone-unknown", zone=name) from error


def in_gap(wall: datetime, zone: str) -> bool:
    """Whether the wall time does not exist on that day (the spring clock change)."""
    there = wall.replace(tzinfo=zone_named(zone), fold=0)
    return there.astimezone(ZoneInfo("UTC")).astimezone(there.tzinfo).replace(tzinfo=None) != wall


def instant(wall: datetime, zone: str) -> datetime:
    """The UTC instant of a wall time: a time in a spring gap moves forward, in an autumn fold the first is meant."""
    return wall.replace(tzinfo=zone_named(zone), fold=0).astimezone(ZoneInfo("UTC"))


def moved_out_of_gap(wall: datetime, zone: str) -> datetime:
    """The wall time that exists: itself, or the one after the spring gap."""
    return instant(wall, zone).astimezone(zone_named(zone)).replace(tzinfo=None)


def wall_time(day: date, at: time | None) -> datetime:
    """A day and a time of day as one naive moment; 9:00 when no time is set."""
    return datetime.combine(day, at or time(9))


def rule_parts(rule: str) -> dict[str, str]:
    """The parts of an RRULE value, upper case.

    Raises:
        InputError: `rule-unreadable` when it is not NAME=VALUE;NAME=VALUE.
    """
    parts: dict[str, str] = {}
    for part in rule.upper().removeprefix("RRULE:").split(";"):
        name, equals, value = part.strip().partition("=")
        if not equals or not value or name in parts:
            raise InputError("rule-unreadable", rule=rule)
        parts[name] = value
    return parts


def check_rule(rule: str) -> None:
    """Refuse a rule that a person does not plan: finer than daily, endless lists, huge counts.

    Raises:
        InputError: `rule-unreadable` or `rule-not-allowed` with the part that is refused.
    """
    parts = rule_parts(rule)
    for name, value in parts.items():
        if not _allowed(name, value):
            raise InputError("rule-not-allowed", rule=rule, part=f"{name}={value}")
    if "FREQ" not in parts:
        raise InputError("rule-not-allowed", rule=rule, part="FREQ")
    if refused := _never_or_unclear(parts):
        raise InputError("rule-not-allowed", rule=rule, part=refused)


def _never_or_unclear(parts: dict[str, str]) -> str:
    """The parts that together may never match, which dateutil would search for until the year 9999; or ""."""
    names, frequency, interval = parts.keys(), parts["FREQ"], int(parts.get("INTERVAL", "1"))
    weekdays = [len(item) > 2 for item in parts.get("BYDAY", "").split(",")]
    ordinal = any(weekdays)
    refusals = {
        # dateutil wants a day to be both, so a mixture falls on few days or none.
        "BYDAY": ordinal and not all(weekdays),
        "COUNT+UNTIL": {"COUNT", "UNTIL"} <= names,
        "DAILY+INTERVAL": frequency == "DAILY" and interval > 1 and bool(names & {"BYDAY", "BYMONTHDAY", "BYMONTH"}),
        "WEEKLY+BYMONTHDAY": frequency == "WEEKLY" and "BYMONTHDAY" in names,
        "MONTHLY+INTERVAL+BYMONTH": frequency == "MONTHLY" and interval > 1 and "BYMONTH" in names,
        "MONTHLY+INTERVAL+BYMONTHDAY": frequency == "MONTHLY" and interval % 12 == 0 and "BYMONTHDAY" in names,
        "BYDAY+BYMONTHDAY": ordinal and ("BYMONTHDAY" in names or frequency in ("DAILY", "WEEKLY")),
        "BYMONTH+BYMONTHDAY": {"BYMONTH", "BYMONTHDAY"} <= names and not _day_exists(parts),
        "BYSETPOS": "BYSETPOS" in names and not _place_exists(parts, ordinal),
    }
    return next((name for name, refused in refusals.items() if refused), "")


def _place_exists(parts: dict[str, str], ordinal: bool) -> bool:
    """Whether every BYSETPOS surely falls on a day: the first and the last of a list always do, if there is a list."""
    weekdays = set(parts.get("BYDAY", "").split(",")) - {""}
    if not weekdays and "BYMONTHDAY" not in parts:
        return False
    plain = weekdays and not ordinal and "BYMONTHDAY" not in parts
    sure = {"WEEKLY": len(weekdays), "MONTHLY": 4 * len(weekdays), "YEARLY": 4 * len(weekdays)}
    most = sure.get(parts["FREQ"], 1) if plain else 1
    return all(abs(int(place)) <= most for place in parts["BYSETPOS"].split(","))


def _day_exists(parts: dict[str, str]) -> bool:
    longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
    months = [abs(int(month)) for month in parts["BYMONTH"].split(",")]
    days = [abs(int(day)) for day in parts["BYMONTHDAY"].split(",")]
    return any(day <= longest.get(month, 31) for month in months for day in days)


def _allowed(name: str, value: str) -> bool:
    values = value.split(",")
    if name not in PARTS or len(values) > MOST_LISTED:
        return False
    if name == "FREQ":
        return value in FREQUENCIES
    if name in ("COUNT", "INTERVAL"):
        most = MOST_COUNT if name == "COUNT" else MOST_INTERVAL
        return value.isdecimal() and len(value) < 10 and 1 <= int(value) <= most
    if name == "BYDAY":
        return all(BYDAY.fullmatch(item) for item in values)
    if name == "WKST":
        return value in WEEKDAYS
    if name == "UNTIL":
        return _is_end(value)
    bounds = {"BYMONTHDAY": 31, "BYMONTH": 12, "BYSETPOS": 366}[name]
    return all(re.fullmatch(r"[+-]?\d{1,3}", item) and 1 <= abs(int(item)) <= bounds for item in values)


def _is_end(value: str) -> bool:
    """Whether an UNTIL names a day that exists, in years that are planned, and an hour if it has one."""
    found = UNTIL.fullmatch(value)
    if not found:
        return False
    try:
        day, _ = date.fromisoformat(found[1]), time.fromisoformat(found[2] or "000000")
    except ValueError:
        return False
    return 1900 <= day.year <= 2200


@lru_cache(maxsize=512)
def occurrences(day: date, rule: str, first: date, last: date) -> tuple[date, ...]:
    """Days from `first` to `last` on which a rule that starts on `day` falls.

    Raises:
        InputError: the rule is refused by `check_rule`.
    """
    if not rule:
        return (day,) if first <= day <= last else ()
    return tuple(_expanded(day, rule, first, last))


def _expanded(day: date, rule: str, first: date, last: date) -> Iterator[date]:
    from dateutil.rrule import rrulestr

    check_rule(rule)
    parts = rule_parts(rule)
    if parts.get("UNTIL"):
        parts["UNTIL"] = parts["UNTIL"][:8] + "T235959"
    if parts["FREQ"] == "YEARLY" and "BYMONTHDAY" in parts and "BYMONTH" not in parts:
        parts["BYMONTH"] = str(day.month)
        if not _day_exists(parts):
            return
    start = datetime.combine(day, time(0))
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    expanded = rrulestr(text, dtstart=start)
    lower, upper = datetime.combine(first, time(0)), datetime.combine(last, time(0))
    for moment in expanded.between(lower, upper, inc=True):
        yield moment.date()

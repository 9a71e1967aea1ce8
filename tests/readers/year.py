"""A year in twelve zones: weekly slots at hours that a clock change can meet, posts around both changes.

And series of other rules, in the same zones.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from planner.exchange.ics.entry import Entry
from tests.exchange.ics.made import entry

ZONES = (
    "Europe/Paris",
    "America/Toronto",
    "Europe/London",
    "Europe/Dublin",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Jerusalem",
    "Africa/Casablanca",
    "America/Nuuk",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "UTC",
)
FIRST_DAY, LAST_DAY = date(2026, 12, 1), date(2027, 11, 30)
HOURS = (time(0, 15), time(2, 30), time(9), time(12, 45), time(23, 45))
QUARTER, NIGHT = timedelta(minutes=15), timedelta(hours=3)
STILL = (datetime(2027, 3, 28, 2), datetime(2027, 10, 31, 3))
"""Nights for a zone that never changes its clock: those of Paris."""

SERIES: dict[str, dict[str, object]] = {
    "single": {},
    "weekly": {"rule": "FREQ=WEEKLY;COUNT=60"},
    "weekdays": {"rule": "FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=2;UNTIL=20271130"},
    "monthly": {"rule": "FREQ=MONTHLY;BYDAY=-1TH;COUNT=20"},
    "first working day": {"rule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;UNTIL=20271231"},
    "yearly": {"rule": "FREQ=YEARLY;BYMONTH=3,10;BYMONTHDAY=28;UNTIL=20281231"},
    "skipped": {
        "rule": "FREQ=WEEKLY;COUNT=30",
        "skipped": (date(2026, 11, 26), date(2027, 4, 1), date(2027, 4, 2)),
    },
    "nightly": {"rule": "FREQ=DAILY;COUNT=400", "start": datetime(2026, 11, 26, 2, 30), "minutes": 60},
    "from a gap on": {"rule": "FREQ=WEEKLY;COUNT=60", "start": datetime(2027, 3, 28, 2, 15)},
    "at midnight": {"rule": "FREQ=DAILY;COUNT=400", "start": datetime(2026, 11, 26, 0, 15)},
    "late": {"rule": "FREQ=DAILY;UNTIL=20271231", "start": datetime(2026, 11, 26, 23, 45), "minutes": 240},
}
"""Rules of other kinds, and the starts that go with them."""


def a_year(zone: str, *, short: bool = False) -> list[Entry]:
    """The slots, then the posts; each has a title of its own.

    Args:
        zone: one of `ZONES`.
        short: slots only on the weekdays on which the clock changes.
    """
    return [*_slots(zone, short), *_posts(zone)]


def _slots(zone: str, short: bool) -> list[Entry]:
    changed = {change.weekday() for change in clock_changes(zone)}
    week = (FIRST_DAY + timedelta(days=number) for number in range(7))
    days = [day for day in week if not short or day.weekday() in changed]
    rule = f"FREQ=WEEKLY;UNTIL={LAST_DAY:%Y%m%d}"
    starts = [datetime.combine(day, at) for day in days for at in HOURS]
    return [_entry(f"slot {start:%a %H%M}", start, zone, rule=rule, transparent=False) for start in starts]


def _posts(zone: str) -> list[Entry]:
    steps = range(-int(NIGHT / QUARTER), int(NIGHT / QUARTER) + 1)
    starts = {change + QUARTER * step for change in clock_changes(zone) for step in steps}
    return [_entry(f"post {start:%m%d %H%M}", start, zone) for start in sorted(starts)]


def _entry(title: str, start: datetime, zone: str, **more: object) -> Entry:
    return entry(uid=f"{title.replace(' ', '-')}@planner", summary=title, start=start, zone=zone, **more)


def other_rules(zone: str) -> list[Entry]:
    """One series of each of the other rules."""
    return [
        entry(uid=f"{number}@planner", summary=name, zone=zone, **SERIES[name]) for number, name in enumerate(SERIES)
    ]


@lru_cache
def clock_changes(zone: str) -> tuple[datetime, ...]:
    """When the old clock stops, in its own wall time, as zoneinfo tells; found by looking at each quarter hour."""
    info = ZoneInfo(zone)
    moment = datetime.combine(FIRST_DAY, time(), UTC)
    found = []
    while moment.date() <= LAST_DAY:
        before, after = moment.astimezone(info).utcoffset(), (moment + QUARTER).astimezone(info).utcoffset()
        moment += QUARTER
        if before != after:
            found.append(moment.replace(tzinfo=None) + (before or timedelta()))
    return tuple(found) or STILL

"""One STANDARD or DAYLIGHT of a VTIMEZONE: from when on which offset holds (RFC 5545, 3.6.5).

dateutil expands its rule. What no clock does (a rule finer than yearly, more than four changes a year, an offset of
99 hours) is refused rather than guessed; so are COUNT, INTERVAL and EXDATE, which no program known writes there.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from icalendar import vDate, vDatetime, vUTCOffset

from planner.errors import InputError
from planner.model.when import check_rule, rule_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planner.exchange.ics.effort import Effort

FIRST_MOMENT = datetime(2, 1, 1)
"""An hour of the year 1 may lie before the calendar in UTC."""
LOOKED_BACK = 44
"""Years before the ones asked for from which a rule is expanded: none is silent for longer; Outlook's begin in 1601."""
MOST_A_YEAR = 4
"""Changes of one rule in a year: one is usual."""
MOST_ADDED = 1_000
YEAR_EFFORT = 40
PARTS = {"FREQ", "UNTIL", "BYMONTH", "BYDAY", "BYMONTHDAY", "WKST"}
NEEDED = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
READ = (*NEEDED, "RRULE", "RDATE", "EXDATE", "EXRULE")
"""The properties that say something of the clock."""
read_date: Callable[[str], date] = vDate.from_ical
read_datetime: Callable[[str], object] = vDatetime.from_ical
read_offset: Callable[[str], timedelta] = vUTCOffset.from_ical


class Observance(NamedTuple):
    """When an offset begins to hold.

    Attributes:
        start: DTSTART, on the clock that ends then.
        before: the offset from UTC of that clock.
        after: the offset from then on.
        rules: yearly RRULEs.
        added: RDATE, on the clock that ends then.
        daylight: whether it is a DAYLIGHT.
    """

    start: datetime
    before: timedelta
    after: timedelta
    rules: tuple[str, ...] = ()
    added: tuple[datetime, ...] = ()
    daylight: bool = False

    @property
    def listed(self) -> bool:
        """Whether it lists when daylight time begins, day by day: such a list stops somewhere."""
        return self.daylight and not self.rules and self.before != self.after


def observance(kind: str, said: Sequence[tuple[str, str]]) -> Observance:
    """The observance that a component's name and its properties, each a name and a value, describe.

    Raises:
        ValueError: they describe none.
    """
    alone = dict(said)
    if {"EXDATE", "EXRULE"} & alone.keys() or any(sum(name == key for key, _ in said) != 1 for name in NEEDED):
        raise ValueError("not one observance")
    added = [wall(item) for name, value in said if name == "RDATE" for item in value.split(",")]
    if len(added) > MOST_ADDED:
        raise ValueError("too many changes")
    rules = tuple(dict.fromkeys(value.strip().upper() for name, value in said if name == "RRULE"))
    for rule in rules:
        _check(rule)
    before, after = read_offset(alone["TZOFFSETFROM"].strip()), read_offset(alone["TZOFFSETTO"].strip())
    return Observance(wall(alone["DTSTART"]), before, after, rules, tuple(added), kind == "DAYLIGHT")


def wall(value: str) -> datetime:
    """A local time, or midnight of a day.

    Raises:
        ValueError: it is neither; a time in UTC is not local.
    """
    value = value.strip()
    if len(value) == 8:
        return max(datetime.combine(read_date(value), time()), FIRST_MOMENT)
    at = read_datetime(value)
    if not isinstance(at, datetime) or at.tzinfo:
        raise ValueError(value)
    return max(at, FIRST_MOMENT)


def _check(rule: str) -> None:
    try:
        check_rule(rule)
    except InputError as error:
        raise ValueError(rule) from error
    parts = rule_parts(rule)
    if parts["FREQ"] != "YEARLY" or parts.keys() - PARTS - {"INTERVAL"} or parts.get("INTERVAL", "1") != "1":
        raise ValueError(rule)


def onsets(part: Observance, first: int, last: int, effort: Effort) -> Iterator[datetime]:
    """The moments when its offset begins to hold: in UTC, without a zone.

    All those in the years `first` to `last`, and of those before at least the last one.

    A moment in the last second of a minute is that minute's end: Microsoft writes midnight as 23:59:59. A DTSTART that
    its rule does not name, such as Outlook's of 1601, is no onset.

    Raises:
        ValueError: a rule says more changes than a clock has.
        TooMuchError: it takes too much effort.
    """
    if not part.rules:
        yield _instant(part.start, part)
    for added in part.added:
        yield _instant(added, part)
    for rule in part.rules:
        yield from _expanded(rule, part, first, last, effort)


def _instant(at: datetime, part: Observance) -> datetime:
    moment = at - part.before
    return moment + timedelta(seconds=1) if moment.second == 59 else moment


def _expanded(rule: str, part: Observance, first: int, last: int, effort: Effort) -> Iterator[datetime]:
    from dateutil.rrule import rrulestr

    parts = rule_parts(rule)
    until = parts.pop("UNTIL", "")
    stop = min(last, int(until[:4]) if until else last)
    # A leap year, so that every day is one there too.
    begin = (min(first, stop) - LOOKED_BACK) // 4 * 4
    start = part.start.replace(year=max(part.start.year, begin))
    years = max(0, stop - start.year) + 1
    effort.spend(YEAR_EFFORT * years)
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    for number, at in enumerate(rrulestr(text, dtstart=start)):
        if at.year > stop or (until and _ended(at, until, part)):
            return
        if number >= MOST_A_YEAR * years:
            raise ValueError(rule)
        yield _instant(at, part)


def _ended(at: datetime, until: str, part: Observance) -> bool:
    """Whether the rule has ended by then: UNTIL is in UTC (RFC 5545, 3.3.10), in older files local, or a day."""
    if len(until) == 8:
        return at.date() > read_date(until)
    end = datetime.strptime(until.rstrip("Z"), "%Y%m%dT%H%M%S")
    return (at - part.before if until.endswith("Z") else at) > end

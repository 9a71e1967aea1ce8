"""VTIMEZONE blocks that every reader understands: one STANDARD, at most one DAYLIGHT, one yearly rule each.

icalendar's own blocks list dates instead; ical.js, vobject and Outlook read those an hour wrong (MS-OXCICAL
2.1.3.1.1.19.2 asks for one rule that names one day).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from planner.exchange.ics.clock import Clock, Onset, clock, true_since
from planner.model.when import zone_named

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
RULES_BEGIN = 1970
WHOLE_DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
Observance = TimezoneStandard | TimezoneDaylight


@dataclass(frozen=True, slots=True)
class Block:
    """A zone's VTIMEZONE, with line ends, and the first day from which it is true."""

    zone: str
    since: date
    text: bytes


@dataclass(frozen=True, slots=True)
class Yearly:
    """A change as one yearly rule: the n-th weekday of a month at a wall time."""

    month: int
    number: int
    weekday: int
    time: timedelta

    def wall(self, year: int) -> datetime:
        """The moment of the change on the old clock."""
        week = 5 if self.number == -1 else self.number
        return Onset(self.month, week, self.weekday, self.time).wall(year)

    def rule(self) -> vRecur:
        """The rule as Outlook asks for it: a month, and one numbered weekday in it."""
        day = f"{self.number}{WEEKDAYS[self.weekday]}"
        return vRecur({"FREQ": "YEARLY", "BYMONTH": self.month, "BYDAY": day})


@lru_cache(maxsize=64)
def block(zone: str, first: int, last: int) -> Block | None:
    """The block of a zone for the years `first` to `last`; its `since` may lie after the first of them.

    None when no single pair of rules is true for the last year: Africa/Casablanca's clock follows the moon.

    Raises:
        InputError: `zone-unknown`.
    """
    zone_named(zone)
    known = clock(zone)
    if not known:
        return None
    since = true_since(zone, known, first, last)
    rules: list[Yearly] = []
    if known.summer:
        for onset in (known.summer.begins, known.summer.ends):
            yearly, held = _yearly(onset, first, last)
            rules.append(yearly)
            since = max(since, held)
    if since > last:
        return None
    # The second of January, because the year was compared in UTC.
    return Block(zone, date(since, 1, 2), _written(zone, known, rules))


def _yearly(onset: Onset, first: int, last: int) -> tuple[Yearly, int]:
    """The rule that holds longest, going back from `last`, and the first year in which it holds.

    A change outside its day (24 hours in Santiago, 26 in Jerusalem, -1 in Nuuk) falls on a neighbouring day,
    whose number in the month is not the same every year. Where no number holds, 24 hours is written as in
    Microsoft's own tables: one second before midnight.
    """
    wall, own = onset.wall(last), -1 if onset.week == 5 else onset.week
    at = wall - datetime.combine(wall, datetime.min.time())
    numbers = dict.fromkeys((own, 1, 2, 3, 4, -1))
    forms = [Yearly(onset.month, number, wall.weekday(), at) for number in numbers]
    held = {form: _holds_since(form, onset, first, last) for form in forms}
    best = min(forms, key=held.__getitem__)
    if held[best] > first and onset.after == WHOLE_DAY:
        return Yearly(onset.month, own, onset.weekday, WHOLE_DAY - SECOND), first
    return best, held[best]


def _holds_since(form: Yearly, onset: Onset, first: int, last: int) -> int:
    for year in range(last, first - 1, -1):
        if form.wall(year) != onset.wall(year):
            return year + 1
    return first


def _written(zone: str, known: Clock, rules: list[Yearly]) -> bytes:
    component = Timezone()
    component.add("tzid", zone)
    standard, summer = known.offset, known.summer
    before = summer.offset if summer else standard
    component.add_component(_observance(TimezoneStandard(), known.name, before, standard, rules[1:]))
    if summer:
        daylight = _observance(TimezoneDaylight(), summer.name, standard, summer.offset, rules[:1])
        component.add_component(daylight)
    return bytes(component.to_ical())


def _observance(part: Observance, name: str, before: timedelta, after: timedelta, rules: list[Yearly]) -> Observance:
    start = rules[0].wall(RULES_BEGIN) if rules else datetime(RULES_BEGIN, 1, 1)
    part.add("dtstart", start)
    part.add("tzname", name)
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    for yearly in rules:
        part.add("rrule", yearly.rule())
    return part

"""Days, times and lengths of an .ics file, as icalendar reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import vDate, vDatetime, vDuration

from planner.exchange.ics.foreign import Moment
from planner.exchange.ics.read_zone import zone_meant, zone_name
from planner.model.when import instant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

YEARS = range(1900, 2201)
MINUTE = timedelta(minutes=1)
read_date: Callable[[str], date] = vDate.from_ical
read_datetime: Callable[[str], object] = vDatetime.from_ical
read_length: Callable[[str], timedelta] = vDuration.from_ical


def moment(value: str, parameters: Mapping[str, str]) -> Moment:
    """A DATE or DATE-TIME; of a PERIOD its beginning.

    Raises:
        ValueError: it is neither, or its year is none that is planned.
    """
    value = value.strip().partition("/")[0]
    if len(value) == 8:
        found = Moment(read_date(value))
    else:
        at = read_datetime(value)
        if not isinstance(at, datetime):
            raise ValueError(value)
        name = "" if at.tzinfo else zone_name(str(parameters.get("TZID", "")))
        zone = "UTC" if at.tzinfo else zone_meant(name) if name else ""
        found = Moment(at.date(), at.time().replace(microsecond=0), zone, "" if zone else name)
    if found.day.year not in YEARS:
        raise ValueError(value)
    return found


def moments(value: str, parameters: Mapping[str, str]) -> list[Moment]:
    """A list of them.

    Raises:
        ValueError: one of them is none.
    """
    return [moment(item, parameters) for item in value.split(",") if item.strip()]


def stamp(value: str) -> datetime | None:
    """A moment in UTC, naive, None when it is none: what only orders versions never keeps an event out."""
    try:
        at = read_datetime(value.strip())
    except (ValueError, TypeError):
        return None
    if not isinstance(at, datetime) or at.year not in range(1901, 2200):
        return None
    return (at.astimezone(UTC) if at.tzinfo else at).replace(tzinfo=None, microsecond=0)


def length(value: str) -> int:
    """The minutes of a DURATION.

    Raises:
        ValueError: it is none.
    """
    return read_length(value.strip()) // MINUTE


def minutes_between(start: Moment, end: Moment) -> int:
    """How long an event lasts; negative when it ends before it begins, 0 when one of the two is only a day."""
    if start.at is None and end.at is None:
        return (end.day - start.day) // MINUTE
    if start.at is None or end.at is None:
        return 0
    first, last = (datetime.combine(moment.day, moment.at) for moment in (start, end) if moment.at is not None)
    if start.zone and end.zone and start.zone != end.zone:
        first, last = instant(first, start.zone), instant(last, end.zone)
    return (last - first) // MINUTE

"""Days and hours as tables and notes of others write them: what a day may mean, never a guess.

`01/02/03` is three days and `10` is none; which order is meant is seen from the other days of the column, or asked.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from planner.errors import InputError
from planner.model.when import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ORDERS = ("dmy", "mdy", "ymd")
LONGEST = 60
MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre"),
    "decembre",
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
    "december",
)
"""The months in French, then in English, without accents; three letters or more may stand for one of them."""
_WORD = r"(?P<month>[^\W\d_]{3,10})\.?"
_DAY_NAMED = re.compile(
    rf"(?:[^\W\d_]{{2,10}}\.?,? )?(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?[ -](?:of )?{_WORD},?[ -](?P<year>\d{{4}})",
    re.IGNORECASE,
)
_MONTH_NAMED = re.compile(
    rf"(?:[^\W\d_]{{2,10}}\.?,? )?{_WORD} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", re.IGNORECASE
)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d)", re.IGNORECASE)
_PARTS = re.compile(r"(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})")
_HOUR = re.compile(r"(\d{1,2})(?:(?:[:.]|\s?h\s?)(\d\d)(?::\d\d(?:\.\d+)?)?|\s?h)?\s?([ap]\.?m\.?)?", re.IGNORECASE)
_SPLIT = re.compile(r"(?<=\d)(?:T|,? (?:à |at )?)(?=\d{1,2}\s?(?:[:h.]|[ap]\.?m))", re.IGNORECASE)


class Moment(NamedTuple):
    """What a cell for a day says: the day by each order in which it may be read, and an hour if there is one."""

    days: Mapping[str, date]
    hour: time | None = None

    def day(self, order: str) -> date | None:
        """The day in this order, or the only day it can be whatever the order; None when that is not clear."""
        alike = set(self.days.values())
        return next(iter(alike)) if not order and len(alike) == 1 else self.days.get(order)


def moment(text: str, zone: str) -> Moment:
    """What a text says of a day; no days when it says none. A moment with an offset is told in the zone."""
    told = " ".join(text.split())
    if len(told) > LONGEST:
        return Moment({})
    if match := _MOMENT.fullmatch(told):
        return _with_offset(match, zone)
    day, *hour = _SPLIT.split(told, maxsplit=1)
    at = written_hour(hour[0]) if hour else None
    if hour and at is None:
        return Moment({})
    return Moment(_days(day), at)


def written_hour(text: str) -> time | None:
    """`9:00`, `9h`, `9h30`, `09:00:00`, `9 pm`; None for what is no hour, such as a bare `9`."""
    match = _HOUR.fullmatch(text.strip())
    if match is None or text.strip().isdigit():
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if half := (match[3] or "").lower()[:1]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def no_day(found: Moment, text: str, order: str) -> InputError:
    """Why a text gives no day in this order: it says none, or more than one when no order is told."""
    if order or not found.days:
        return InputError("day-unclear", text=text[:200])
    return InputError("day-doubtful", text=text[:200])


def orders_left(moments: Iterable[Moment]) -> tuple[str, ...]:
    """The orders that a column of days leaves open: one when it is clear ("" when none is needed), else more."""
    told = [found.days for found in moments if found.days]
    doubtful = [days for days in told if len(set(days.values())) > 1]
    if not doubtful:
        return ("",)
    left = [order for order in ORDERS if all(order in days for days in told)]
    readings = {tuple(days[order] for days in told): order for order in reversed(left)}
    return tuple(readings[days] for days in reversed(readings)) or ORDERS


def _with_offset(match: re.Match[str], zone: str) -> Moment:
    """The wall time in the zone; one that stands in the zone's own offset is kept as it is written, gaps too."""
    offset = "+00:00" if match[3].upper() in ("Z", "UTC") else match[3]
    try:
        aware = datetime.fromisoformat(f"{match[1]}T{match[2]}{offset}")
        wall = aware.replace(tzinfo=None)
        own = zone_named(zone)
        if wall.replace(tzinfo=own).utcoffset() != aware.utcoffset():
            wall = aware.astimezone(own).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return Moment({})
    return Moment(dict.fromkeys(ORDERS, wall.date()), wall.time())


def _days(text: str) -> dict[str, date]:
    if match := _PARTS.fullmatch(text):
        first, middle, last = match[1], match[3], match[4]
        if len(first) == 4:
            return dict.fromkeys(ORDERS, found) if (found := _day(first, middle, last)) else {}
        orders = {"dmy": (last, middle, first), "mdy": (last, first, middle)}
        if len(last) == 2:
            orders["ymd"] = (first, middle, last)
        read = {order: _day(*parts) for order, parts in orders.items() if len(parts[0]) in (2, 4)}
        return {order: day for order, day in read.items() if day}
    named = _named(text)
    return dict.fromkeys(ORDERS, named) if named else {}


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + (2_000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def _named(text: str) -> date | None:
    """A day whose month is a word, in either language, and whose year is written."""
    match = _DAY_NAMED.fullmatch(text) or _MONTH_NAMED.fullmatch(text)
    if match is None:
        return None
    word = "".join(sign for sign in normalize("NFKD", match["month"].casefold()) if sign.isascii())
    meant = {place % 12 + 1 for place, name in enumerate(MONTHS) if name.startswith(word)}
    return _day(match["year"], str(meant.pop()), match["day"]) if len(meant) == 1 else None

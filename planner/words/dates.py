"""Days, hours, durations and figures as they are written in the spoken language.

The names come from Babel through `date_names.py`, a table that `planner.words.compile` makes and a test
compares, for Babel itself costs about as much as all the rest of `planner week`. The space before a unit is
non-breaking.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from planner.words import say, spoken
from planner.words.date_names import NAMES

if TYPE_CHECKING:
    from planner.model.card import Standing

NO_BREAK = "\u00a0"


def day_long(day: date) -> str:
    """`jeudi 22 janvier 2026`, `Thursday 22 January 2026`."""
    return f"{_name('days', day.weekday())} {day_and_month(day)} {day.year}"


def day_short(day: date, today: date | None = None) -> str:
    """`jeu. 22 janv.`, `Thu 22 Jan`; with `today`, the year is said when it is another than today's."""
    short = f"{weekday_short(day)} {_number(day)} {_name('months_short', day.month - 1)}"
    return short if today is None or day.year == today.year else f"{short} {day.year}"


def day_and_month(day: date) -> str:
    """`22 janvier`, `1er février`, `22 January`."""
    return f"{_number(day)} {_name('months', day.month - 1)}"


def weekday(day: date) -> str:
    """`jeudi`, `Thursday`."""
    return _name("days", day.weekday())


def weekday_short(day: date) -> str:
    """`jeu.`, `Thu`."""
    return _name("days_short", day.weekday())


def month_title(day: date) -> str:
    """`janvier 2026`, `January 2026`."""
    return f"{_name('months', day.month - 1)} {day.year}"


def week_title(monday: date, today: date | None = None) -> str:
    """`Semaine 4   19 – 25 janvier`, `Week 4   19 – 25 January`: the ISO week and its days.

    With `today`, the year is said when it is another than today's.
    """
    sunday = monday + timedelta(days=6)
    days = span_of_days(monday, sunday)
    if today is not None and monday.year == sunday.year != today.year:
        days = f"{days} {sunday.year}"
    return say("Week {number}   {days}", number=monday.isocalendar().week, days=days)


def span_of_days(first: date, last: date) -> str:
    """`19 – 25 janvier`, `26 janvier – 1er février`; the years are said when they differ."""
    if first == last:
        return day_and_month(first)
    if first.year != last.year:
        return f"{day_and_month(first)} {first.year} – {day_and_month(last)} {last.year}"
    beginning = _number(first) if first.month == last.month else day_and_month(first)
    return f"{beginning} – {day_and_month(last)}"


def hour(at: time | str) -> str:
    """`9:00`, `16:30`, of a time or of `HH:MM`; nothing of nothing."""
    text = at.strftime("%H:%M") if isinstance(at, time) else at[:5]
    return text.removeprefix("0") if text else ""


def place(zone: str) -> str:
    """`Toronto`, `New York`, `UTC−3`: the city that an IANA zone is named after, or what stands in its place."""
    name = zone.rpartition("/")[2].replace("_", " ")
    if not zone.startswith("Etc/GMT"):
        return name
    # POSIX counts these westwards: Etc/GMT+3 is three hours behind UTC (tzdata, etcetera).
    behind, ahead = name.partition("+")[2], name.partition("-")[2]
    return f"UTC−{behind}" if behind else f"UTC+{ahead}" if ahead else "UTC"


def hour_of(standing: Standing) -> str:
    """`10:00`; `10:00 Toronto` of an hour that is meant in another zone than the calendar's."""
    at = hour(standing.time)
    return f"{at} {place(standing.zone)}" if standing.here else at


def hour_in_full(standing: Standing) -> str:
    """`10:00 Toronto (16:00)`, `22:00 Toronto (Fri 4:00)`: with what the hour is here, where that is another."""
    there, here = f"{standing.day}T{standing.time}", standing.here
    if here in ("", there):
        return hour_of(standing)
    moment = datetime.fromisoformat(here)
    told = hour(moment.time()) if here[:10] == standing.day else f"{weekday_short(moment)} {hour(moment.time())}"
    return f"{hour_of(standing)} ({told})"


def duration(minutes: int) -> str:
    """`2 h 40`, `1 h`, `45 min`, of minutes."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else ""
    if not hours:
        return f"{sign}{rest}{NO_BREAK}min"
    return f"{sign}{hours}{NO_BREAK}h" + (f"{NO_BREAK}{rest:02}" if rest else "")


def number(figure: float) -> str:
    """`1 234,5`, `1,234.5`: three decimals at most."""
    names = NAMES[spoken()]
    text = f"{figure:,}" if isinstance(figure, int) else _decimal(figure)
    whole, point, decimals = text.partition(".")
    return whole.replace(",", names["group"][0]) + (names["decimal"][0] + decimals if point else "")


def _decimal(figure: float) -> str:
    if figure.is_integer():
        return f"{int(figure):,}"
    from decimal import Decimal

    rounded = round(Decimal(repr(figure)), 3) + 0
    return f"{rounded:,f}".rstrip("0").rstrip(".")


def _name(kind: str, place: int) -> str:
    return NAMES[spoken()][kind][place]


def _number(day: date) -> str:
    """The day of the month; the first of a month is `1er` in French (Imprimerie nationale)."""
    return "1er" if day.day == 1 and spoken() == "fr" else str(day.day)

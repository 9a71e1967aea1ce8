"""A day as a person types it: `ven`, `fri`, `+3`, `25/11`, `2026-11-25`, `demain`, `25 novembre`."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from planner.errors import InputError

WEEKDAYS = (
    ("lundi", "lun", "monday", "mon"),
    ("mardi", "mar", "tuesday", "tues", "tue"),
    ("mercredi", "mer", "wednesday", "wed"),
    ("jeudi", "jeu", "thursday", "thurs", "thur", "thu"),
    ("vendredi", "ven", "friday", "fri"),
    ("samedi", "sam", "saturday", "sat"),
    ("dimanche", "dim", "sunday", "sun"),
)
NEAR = {"aujourd'hui": 0, "auj": 0, "today": 0, "demain": 1, "tomorrow": 1, "après-demain": 2}
AROUND = re.compile(r"^(?:le|on|next|ce|this)\s+|\s+prochain$")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?")
LATER = re.compile(r"\+\s*(\d{1,4})")
LONGEST = 60
"""Characters of a day, at most; what is longer is not one."""
YEARS = (1900, 2200)


def understood_day(text: str, today: date, language: str) -> date:
    """The day that a text says, in French or in English; days come before months.

    A weekday is the next one after today, and a day without a year is never past.

    Raises:
        InputError: `date-unclear` when the text says no day.
    """
    asked = " ".join(text.lower().replace("’", "'").split())
    try:
        found = _plain(asked, today) or _guessed(asked, today, language) if len(asked) <= LONGEST else None
    except (ValueError, OverflowError):
        found = None
    if found is None or not YEARS[0] <= found.year <= YEARS[1]:
        raise InputError("date-unclear", text=text[:LONGEST])
    return found


def _plain(asked: str, today: date) -> date | None:
    """The forms that cost nothing to read."""
    if match := ISO.fullmatch(asked):
        return date(*(int(part) for part in match.groups()))
    if match := LATER.fullmatch(asked):
        return today + timedelta(days=int(match[1]))
    if match := DAY_FIRST.fullmatch(asked):
        return _day_first(int(match[1]), int(match[2]), match[3], today)
    if asked in NEAR:
        return today + timedelta(days=NEAR[asked])
    name = AROUND.sub("", asked).removesuffix(".")
    for number, names in enumerate(WEEKDAYS):
        if name in names:
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None


def _day_first(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    for candidate in range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            if (day, month) != (29, 2):
                raise
            continue
        if found >= today:
            return found
    raise ValueError(day, month)


def _guessed(asked: str, today: date, language: str) -> date | None:
    """What dateparser makes of it: months by name first, then so many days or weeks from today."""
    import dateparser

    noon = datetime.combine(today, time(12))
    for parser, base in (("absolute-time", noon - timedelta(days=1)), ("relative-time", noon)):
        settings = {
            "RELATIVE_BASE": base,
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["day", "month"],
            "PARSERS": [parser],
        }
        languages = [language, *({"fr", "en"} - {language})]
        found: datetime | None = dateparser.parse(asked, languages=languages, settings=settings)
        if found:
            return found.date()
    return None

"""Days on which nobody is asked to work: weekends, closed days of the brief, public holidays of its country.

The country is its two letters (ISO 3166-1), with those of a part of it where its holidays differ: `FR`, `CA-QC`,
`GB-ENG`. Without a part, only the holidays of the whole country count. A country nobody knows is not guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from planner.model.when import DAY, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from planner.model.brief import Brief

_CODE = re.compile(r"[A-Z]{2,3}")
_WEEKEND = frozenset({"SA", "SU"})
_NEVER = ((12, 25), (1, 1))
"""Month and day on which no review is proposed, whatever the country."""
_FAR = 14
"""Days looked at on each side of a wish: no holidays in a row are longer."""


def holidays_of(country: str, year: int, language: str) -> Mapping[date, str]:
    """The public holidays of a year with their names; none where the country is unknown or not said.

    A name is in the language asked for where it is known in it, else in the country's own.
    """
    return _holidays(country.strip().upper(), year, language)


@lru_cache(maxsize=64)
def _holidays(country: str, year: int, language: str) -> Mapping[date, str]:
    code, _, part = country.partition("-")
    if not _CODE.fullmatch(code):
        return {}
    # Imported when a country is said: it is heavy, and no calendar without one needs it.
    from holidays import country_holidays

    try:
        book = country_holidays(code, subdiv=part or None)
    except NotImplementedError:
        return _holidays(code, year, language) if part else {}
    spoken = sorted(book.supported_languages, key=lambda name: (name != book.default_language, name))
    own = next((name for name in spoken if name.partition("_")[0] == language), None)
    named = country_holidays(code, subdiv=part or None, years=year, language=own)
    return {day: name.replace("; ", ", ").replace("'", "’") for day, name in named.items() if day.year == year}


def working_day_near(wish: date, first: date, brief: Brief) -> date:
    """The last working day from `first` up to the wish, else the first one after it.

    Saturdays, Sundays, the brief's closed days, the holidays of its country, 25 December and 1 January are none. A
    brief that closes every other day too gets one of the days it leaves open, a weekend's if need be.
    """
    before = (wish - DAY * days for days in range(min(_FAR, (wish - first).days) + 1))
    after = (wish + DAY * days for days in range(1, _FAR + 1))
    closed = _closed_days(brief)
    return next((day for day in chain(before, after) if _is_working(day, closed, brief.country)), wish)


def _closed_days(brief: Brief) -> Collection[str]:
    own = frozenset(brief.closed_days)
    return next((closed for closed in (own | _WEEKEND, own) if len(closed) < len(WEEKDAYS)), _WEEKEND)


def _is_working(day: date, closed: Collection[str], country: str) -> bool:
    return (
        WEEKDAYS[day.weekday()] not in closed
        and (day.month, day.day) not in _NEVER
        and day not in holidays_of(country, day.year, "en")
    )

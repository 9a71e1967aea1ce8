"""`not-a-working-day`: the post stands on a public holiday of the brief's country, or on a closed day (row 0.12).

The country is its two letters (ISO 3166-1), with those of a part of it where its holidays differ: `FR`, `CA-QC`,
`GB-ENG`. Without a part, only the holidays of the whole country count. A country nobody knows is not guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.model.when import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from planner.focus.judged import JudgedPost

_CODE = re.compile(r"[A-Z]{2,3}")


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest another day; a holiday is named in the calendar's language where its name is known in it."""
    day, brief = judged.post.day, judged.calendar.calendar.brief
    if day is None:
        return
    named = {"closed_day": day.isoformat(), "weekday": WEEKDAYS[day.weekday()]}
    holiday = _holidays(brief.country.strip().upper(), day.year, judged.calendar.language).get(day)
    if holiday:
        yield Evidence({**named, "holiday": holiday})
    elif named["weekday"] in brief.closed_days:
        yield Evidence(named, message="closed")


@lru_cache(maxsize=64)
def _holidays(country: str, year: int, language: str) -> Mapping[date, str]:
    """The public holidays of a year with their names; none where the country is unknown or not said."""
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


check = Check(name="not-a-working-day", group="rhythm", scope="post", severity=Severity.SUGGESTION, judge=judge)

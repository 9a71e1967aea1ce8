"""What a person typed as a figure, an hour, a list or a day; and how each is shown to be typed."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING

from planner.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.desk.desk import Desk

HOUR = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?\s*(am|pm)?", re.IGNORECASE)
HOURS = re.compile(
    r"(?P<whole>\d{1,4})\s*(?:h|:)\s*(?P<minutes>[0-5]?\d)\s*(?:mn|min)?|(?P<hours>\d{1,4}(?:[.,]\d+)?)\s*(?:h|hours?|heures?)?",
    re.IGNORECASE,
)
MOST_HOURS = 80
"""Hours that a week may give to the calendar, at most."""
SPACES = re.compile(r"[\s\u00a0\u202f']")


def hour_typed(text: str) -> time | None:
    """`9`, `9h`, `9 h 30`, `09:30`, `2pm` as an hour; None of nothing.

    Raises:
        InputError: `value-not-allowed`.
    """
    if not text.strip():
        return None
    found = HOUR.fullmatch(text.strip())
    hours, minutes = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if found and found[3] and 1 <= hours <= 12:
        hours = hours % 12 + (12 if found[3].lower() == "pm" else 0)
    if hours > 23 or minutes > 59:
        raise InputError("value-not-allowed", field="time", value=text.strip())
    return time(hours, minutes)


def figure_typed(field: str, text: str) -> float | None:
    """`8`, `1 500`, `1,5`, `1.5` as a figure; None of nothing.

    Raises:
        InputError: `value-not-allowed`.
    """
    kept = SPACES.sub("", text).replace(",", ".")
    if not kept:
        return None
    try:
        return float(kept)
    except ValueError as error:
        raise InputError("value-not-allowed", field=field, value=text.strip()) from error


def hours_typed(field: str, text: str) -> float | None:
    """`4`, `4,5`, `4h`, `4 h 30`, `4:30` as hours a week; None of nothing.

    Raises:
        InputError: `value-not-allowed`: it cannot be read, or no week has as many.
    """
    asked = SPACES.sub(" ", text).strip()
    if not asked:
        return None
    found = HOURS.fullmatch(asked)
    if not found:
        raise InputError("value-not-allowed", field=field, value=text.strip())
    whole, minutes, hours = found.group("whole", "minutes", "hours")
    figure = float(hours.replace(",", ".")) if hours else round(int(whole) + int(minutes) / 60, 2)
    if figure > MOST_HOURS:
        raise InputError("value-not-allowed", field=field, value=text.strip(), allowed=f"0 – {MOST_HOURS}")
    return figure


def whole_typed(field: str, text: str) -> int | None:
    """A figure without decimals; None of nothing.

    Raises:
        InputError: `value-not-allowed`.
    """
    figure = figure_typed(field, text)
    if figure is None:
        return None
    if not figure.is_integer():
        raise InputError("value-not-allowed", field=field, value=text.strip())
    return int(figure)


def day_typed(desk: Desk, text: str) -> date | None:
    """A day as the desk understands it, from today in the calendar's zone; None of nothing.

    Raises:
        InputError: `date-unclear`.
    """
    from planner.desk.dates import understood_day
    from planner.words import spoken

    return understood_day(text, desk.today(), spoken()) if text.strip() else None


def lines_typed(text: str) -> list[str]:
    """One item a line, without the empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def names_typed(text: str) -> list[str]:
    """Names between commas or line ends, each once."""
    names: dict[str, str] = {}
    for name in filter(None, (part.strip() for part in re.split(r"[,\n]", text))):
        names.setdefault(name.casefold(), name)
    return list(names.values())


def figure_shown(figure: float | None) -> str:
    """A figure as it would be typed, with the comma of the French."""
    from planner.words import spoken

    if figure is None:
        return ""
    text = str(int(figure)) if float(figure).is_integer() else str(figure)
    return text.replace(".", ",") if spoken() == "fr" else text


def day_shown(day: date | None) -> str:
    """A day as it would be typed."""
    return day.isoformat() if day else ""


def hour_shown(at: time | None) -> str:
    """An hour as it would be typed."""
    return at.strftime("%H:%M").removeprefix("0") if at else ""


def lines_shown(items: Iterable[str]) -> str:
    """One item a line."""
    return "\n".join(items)

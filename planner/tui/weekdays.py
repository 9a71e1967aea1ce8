"""Days of the week in a form: shown by their short names, typed by any name they have in either language."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.errors import InputError
from planner.model.when import WEEKDAYS
from planner.tui.typed import names_typed
from planner.words import dates

if TYPE_CHECKING:
    from collections.abc import Iterable

A_MONDAY = date(2024, 1, 1)


def weekdays_typed(field: str, text: str) -> list[str]:
    """The days on lines or between commas, as a record names them: of `sam.`, `Saturday` and `SA`, `SA`.

    Raises:
        InputError: `value-not-allowed`, with the days as they would be typed.
    """
    return [_weekday(field, name) for name in names_typed(text)]


def weekdays_shown(days: Iterable[str]) -> str:
    """One day a line, by its short name in the spoken language; what is no day stays."""
    return "\n".join(_called(WEEKDAYS.index(day)) if day in WEEKDAYS else day for day in days)


def _weekday(field: str, name: str) -> str:
    from planner.desk.dates import WEEKDAYS as NAMES

    asked = name.casefold().removesuffix(".")
    for code, names in zip(WEEKDAYS, NAMES, strict=True):
        if asked in (code.casefold(), *names):
            return code
    allowed = ", ".join(_called(number) for number in range(len(WEEKDAYS)))
    raise InputError("value-not-allowed", field=field, value=name, allowed=allowed)


def _called(number: int) -> str:
    return dates.weekday_short(A_MONDAY + timedelta(days=number))

"""Which calendar a command works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner import places, settings
from planner.errors import UsageError

if TYPE_CHECKING:
    from planner.cli.asked import Asked


def chosen_calendar(asked: Asked) -> Path:
    """The calendar that was named, else the last one opened, else the only one there is.

    A last one that has been taken away is still named, so that no other calendar is changed in its place.

    Raises:
        UsageError: `calendar-none` when there is none yet, `calendar-which` when there are several.
    """
    if asked.calendar:
        return asked.calendar
    standing = own_calendars()
    last = settings.load().last
    if last and (standing or Path(last).exists()):
        return Path(last)
    if len(standing) == 1:
        return standing[0]
    if standing:
        raise UsageError("calendar-which", count=len(standing))
    raise UsageError("calendar-none")


def own_calendars() -> list[Path]:
    """The calendars made without a path, by name."""
    return sorted(places.calendars().glob(f"*{places.SUFFIX}"))


def known_calendars() -> list[Path]:
    """The calendars made without a path, and the last one opened if it stands elsewhere."""
    last = settings.load().last
    known = own_calendars()
    return known + ([Path(last)] if last and Path(last) not in known and Path(last).exists() else [])

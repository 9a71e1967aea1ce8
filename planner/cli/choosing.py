"""Which calendar a command works on."""

from __future__ import annotations

import os
from contextlib import suppress
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
    last = _last()
    if last and (standing or last.exists()):
        return last
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
    last = _last()
    known = own_calendars()
    return known + ([last] if last and last not in known and last.exists() else [])


def remember(path: Path) -> None:
    """Note the calendar that `planner` opens next time; one whose name is no text in UTF-8 is not noted."""
    with suppress(UnicodeError):
        settings.remember_last(Path(os.fsencode(path.absolute()).decode("utf-8")))


def openable(path: Path) -> Path:
    """The same file, named so that the system finds it where the locale knows ASCII alone.

    Python then stands for the bytes of a name by surrogates (PEP 383) and refuses letters it cannot encode.
    """
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return Path(os.fsdecode(str(path).encode("utf-8", "surrogateescape")))
    return path


def _last() -> Path | None:
    last = settings.load().last
    return openable(Path(last)) if last else None

"""The IANA zone that a file's name for one means: Windows' names, names with a vendor before them, plain ones."""

from __future__ import annotations

import warnings
from functools import lru_cache

from planner.errors import PlannerError
from planner.model.gate import clean_text
from planner.model.when import zone_named

NAME_LIMIT = 120
"""Letters of a zone's name in a file that a person is shown, and may say."""
OTHER_NAMES = {"tzone://microsoft/utc": "UTC", "z": "UTC", "utc": "UTC", "gmt": "UTC"}


def zone_name(text: str) -> str:
    """A zone's name as it is compared: a TZID property escapes commas, a TZID parameter quotes them."""
    from icalendar.parser import unescape_backslash

    return str(unescape_backslash(text)).strip().strip('"').strip()


@lru_cache(maxsize=1_000)
def zone_meant(name: str) -> str:
    """The IANA zone, "" when it is not known: a person must say it."""
    from icalendar.timezone import tzp

    name = name.strip().strip('"')[:200]
    if name.lower() in OTHER_NAMES:
        return OTHER_NAMES[name.lower()]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            key = str(getattr(tzp.timezone(name), "key", "") or "")
        return zone_named(key).key if key else ""
    except (PlannerError, OSError, ValueError):
        return ""


def shown_name(name: str) -> str:
    """A zone's name as reasons quote it, so that what is read there can be said."""
    line = " ".join(clean_text(name).split())
    return f"{line[: NAME_LIMIT - 1]}…" if len(line) > NAME_LIMIT else line

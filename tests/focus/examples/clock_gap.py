"""`clock-gap`: times that the spring skips, and times that exist on that day or in that zone."""

from datetime import date, time

from planner.model.post import Post
from tests.focus.build import post


def _at(month: int, day: int, hour: int, minute: int = 30, zone: str = "") -> Post:
    return post(day=date(2026, month, day), time=time(hour, minute), zone=zone)


_BOTH = [
    _at(3, 29, 2),
    _at(3, 29, 2, 0),
    _at(3, 29, 2, 59),
    _at(3, 29, 1, zone="Europe/London"),
    _at(3, 8, 2, zone="America/Toronto"),
]
_NEITHER = [
    _at(3, 29, 1, 59),
    _at(3, 29, 3, 0),
    _at(3, 30, 2),
    _at(10, 25, 2),
    _at(3, 29, 2, zone="America/Toronto"),
    _at(3, 29, 2, zone="Europe/London"),
    post(day=date(2026, 3, 29)),
    post(time=time(2, 30)),
]
FIRES = {"fr": _BOTH, "en": _BOTH}
PASSES = {"fr": _NEITHER, "en": _NEITHER}

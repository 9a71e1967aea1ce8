"""`too-much-asking`: weeks that sell, and weeks that sell once in a while."""

from typing import Any

from planner.model.calendar import Calendar
from tests.focus.build import calendar, on


def _weeks(
    offers: int, gifts: int, language: str = "fr", title: str = "Deux places en mars", **fields: Any
) -> Calendar:
    sold = [on(day, purpose="offer", title=title, **fields) for day in range(offers)]
    return calendar(language, posts=[*sold, *(on(day + offers) for day in range(gifts))])


FIRES = [
    _weeks(2, 3),
    _weeks(2, 7),
    _weeks(3, 2, "en", "Two places left in March"),
    _weeks(5, 0, "en", title=""),
    _weeks(2, 4, status="published"),
    calendar(posts=[*(on(day, purpose="offer") for day in (0, 27)), *(on(day, purpose="story") for day in (3, 9, 20))]),
]
PASSES = [
    _weeks(1, 4),
    _weeks(2, 8),
    _weeks(4, 0),
    _weeks(1, 5, "en"),
    _weeks(2, 8, "en", status="ready"),
    calendar(posts=[*(on(day, purpose="offer") for day in (5, 28)), *(on(day) for day in (1, 2, 3, 4))]),
    calendar(
        posts=[*(on(day, purpose="offer", status="dropped") for day in (1, 2)), *(on(day) for day in range(3, 8))],
    ),
    calendar(posts=[*(on(-day, purpose="offer") for day in (1, 2, 3)), *(on(day) for day in range(5))]),
]

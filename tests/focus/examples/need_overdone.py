"""`need-overdone`: one question over and over, and a favourite that leaves room."""

from typing import Any

from planner.model.brief import Need
from planner.model.calendar import Calendar
from tests.focus.build import calendar, on


def _answers(needs: tuple[int | None, ...], language: str = "fr", **more: Any) -> Calendar:
    return calendar(language, posts=[on(day, need_id=need) for day, need in enumerate(needs)], **more)


FIRES = [
    _answers((1, 1, 1, 2)),
    _answers((1, 1, 2, 3, 1)),
    _answers((2, 2, 2, 2), "en"),
    _answers((3, 3, 3, 1, 2), "en"),
    calendar(posts=[*(on(day, need_id=4) for day in (0, 13, 27)), on(20, need_id=1), on(28, need_id=2)]),
]
PASSES = [
    _answers((1, 1, 2, 3)),
    _answers((1, 1, 1)),
    _answers((1, 1, 1, 2, 2, 3), "en"),
    calendar(
        "en",
        posts=[on(day) for day in range(4)],
        needs=[Need(id=1, text="How do I get paid?"), Need(id=2, text="Whom do I warn?")],
    ),
    _answers((1, 1, 1, None, None)),
    calendar(posts=[*(on(day, need_id=4) for day in (-2, 13, 28)), on(20, need_id=1), on(21, need_id=2)]),
    calendar(posts=[*(on(day, need_id=4, status="dropped") for day in (1, 2, 3)), *(on(day) for day in (4, 5, 6))]),
]

"""`need-forgotten`: a question left aside for six weeks, and questions whose turn comes."""

from typing import Any

from planner.model.calendar import Calendar
from tests.focus.build import calendar, on, post

_SPAN = (-40, -30, -20, -10, 5, 15)


def _answers(needs: tuple[int, ...], language: str = "fr", days: tuple[int, ...] = _SPAN, **more: Any) -> Calendar:
    posts = [
        on(day, need_id=need, status="published" if day < 0 else "draft") for day, need in zip(days, needs, strict=True)
    ]
    return calendar(language, posts=[*posts, *more.pop("waiting", [])], **more)


FIRES = [
    _answers((1, 2, 3, 4, 1, 2)),
    _answers((1, 1, 1, 2, 2, 2)),
    _answers((1, 2, 3, 5, 1, 2), "en"),
    _answers((1, 2, 3, 4, 1, 2), "en", waiting=[post(title="The architect who found out on the Friday", need_id=5)]),
    _answers((1, 1, 2, 2, 3, 3), waiting=[post(title="L’acompte du jeudi", need_id=4)]),
    _answers((1, 2, 3, 4, 1, 2), days=(-14, -10, -5, 0, 3, 7), brief_fields={"need_days": 15}),
    _answers((1, 2, 3, 4, 1, 2, 5), days=(*_SPAN, -43)),
]
PASSES = [
    _answers((1, 2, 3, 4, 5, 1)),
    _answers((1, 2, 3, 4, 1, 2, 5), days=(*_SPAN, 42)),
    _answers((1, 2, 3, 4, 1), days=_SPAN[:5]),
    _answers((1, 2, 3, 4, 1, 2), "en", days=(0, 3, 7, 10, 20, 27)),
    _answers((1, 2, 3, 4, 5, 1), "en"),
    _answers((1, 2, 3, 4, 1, 2), brief_fields={"need_days": 90}),
    calendar(posts=[on(day, need_id=None) for day in _SPAN]),
    calendar(posts=[on(day, need_id=number) for number, day in enumerate(_SPAN, 7)]),
]

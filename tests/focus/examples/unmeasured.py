"""`unmeasured`: posts that nobody looked back at, and posts too recent, too old or counted."""

from datetime import date

from planner.model.calendar import Calendar
from planner.model.result import Result
from tests.focus.build import calendar, on


def _published(*days: int, language: str = "fr", measured: int = 0, title: str = "Le décompte final") -> Calendar:
    posts = [on(-day, title=title, status="published") for day in days]
    results = [
        Result(id=number, day=date(2026, 1, 18), indicator="requests", figure=0, post_id=number)
        for number in range(1, measured + 1)
    ]
    return calendar(language, posts=posts, results=results)


FIRES = [
    _published(8),
    _published(59),
    _published(30, 20, 9),
    _published(8, language="en", title="The final account"),
    _published(8, 20, language="en", measured=1, title=""),
    _published(12, title=""),
    calendar(
        posts=[on(-10, title="Trois réserves", status="published")],
        results=[Result(id=1, day=date(2026, 1, 18), indicator="requests", figure=3, network_id=1)],
    ),
]
PASSES = [
    _published(7),
    _published(60),
    _published(30, 20, 9, measured=3),
    _published(8, language="en", measured=1),
    _published(language="en"),
    calendar(posts=[on(-10, status="draft"), on(-12, status="dropped"), on(3)]),
]

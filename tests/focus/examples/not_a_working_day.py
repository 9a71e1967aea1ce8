"""`not-a-working-day`: posts on a public holiday or a Sunday, and posts on the days around them."""

from datetime import date

from planner.model.post import Post
from tests.focus.build import post


def _on(month: int, day: int, **fields: str) -> Post:
    return post(day=date(2026, month, day), **fields)


FIRES = {
    "fr": [_on(5, 1), _on(5, 14, status="ready"), _on(11, 11, status="idea"), _on(7, 14), _on(1, 25)],
    "en": [_on(4, 3), _on(12, 25, status="ready"), _on(12, 28), _on(1, 1, status="idea"), _on(1, 25)],
}
PASSES = {
    "fr": [
        _on(4, 30), _on(12, 26), _on(4, 3), _on(5, 2), _on(11, 11, status="published"),
        post("Le 1er mai, un chantier reste ouvert."),
    ],
    "en": [
        _on(4, 2), _on(12, 24), _on(7, 14), _on(5, 1), _on(12, 25, status="dropped"),
        post("On Christmas Day a site stays shut."),
    ],
}  # fmt: skip

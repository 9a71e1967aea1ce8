"""`no-review`: nobody looks back this quarter, or a review was let slip; and reviews that stand, or may still wait."""

from datetime import date

from tests.focus.build import calendar, older, on, review, slot

_NEAR = {"due": date(2026, 1, 25)}

FIRES = [
    calendar(posts=older()),
    calendar(posts=[on(1), on(8), on(15), on(22)]),
    calendar(reviews=[review(93)]),
    calendar(reviews=[review(-3), review(20)]),
    calendar(reviews=[review(-30, held=True)]),
    calendar("en", posts=older()),
    calendar("en", reviews=[review(-1)]),
    calendar("en", reviews=[review(30)], brief_fields=_NEAR),
    calendar("en", slots=[slot("review", 14, skipped=["2026-02-02"])]),
]
PASSES = [
    calendar(posts=older(), reviews=[review(92)]),
    calendar(reviews=[review(0)]),
    calendar(reviews=[review(-30), review(-2, held=True), review(60)]),
    calendar(posts=older(), brief_fields={"objective": " "}),
    calendar(posts=[on(1), on(8), on(15), on(22, status="dropped")]),
    calendar("en", posts=older(), reviews=[review(20)], brief_fields=_NEAR),
    calendar("en", slots=[slot("review", -90, rule="FREQ=MONTHLY")]),
    calendar("en", posts=older(), brief_fields={"due": date(2026, 1, 4)}),
    calendar("en", posts=[on(1), on(8), on(15)]),
]

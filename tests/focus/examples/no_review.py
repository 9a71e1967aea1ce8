"""`no-review`: nobody looks back this quarter, or a review was let slip; and reviews that stand."""

from datetime import date

from tests.focus.build import calendar, review, slot

FIRES = [
    calendar(),
    calendar(reviews=[review(93)]),
    calendar(reviews=[review(-3), review(20)]),
    calendar(reviews=[review(-30, held=True)]),
    calendar("en"),
    calendar("en", reviews=[review(-1)]),
    calendar("en", reviews=[review(30)], brief_fields={"due": date(2026, 1, 25)}),
    calendar("en", slots=[slot("review", 14, skipped=["2026-02-02"])]),
]
PASSES = [
    calendar(reviews=[review(92)]),
    calendar(reviews=[review(0)]),
    calendar(reviews=[review(-30), review(-2, held=True), review(60)]),
    calendar(brief_fields={"objective": " "}),
    calendar("en", reviews=[review(20)], brief_fields={"due": date(2026, 1, 25)}),
    calendar("en", slots=[slot("review", -90, rule="FREQ=MONTHLY")]),
    calendar("en", brief_fields={"due": date(2026, 1, 4)}),
]

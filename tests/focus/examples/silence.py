"""`silence`: gaps of more than two promised intervals, and gaps of exactly two."""

from tests.focus.build import calendar, on

FIRES = [
    calendar(posts=[on(0), on(15)]),
    calendar(posts=[on(-30), on(-10), on(4)]),
    calendar(posts=[on(-3, status="published")]),
    calendar(posts=[on(-20, status="published")], language="en"),
    calendar(posts=[on(20), on(27)]),
    calendar(posts=[on(0), on(29)], brief_fields={"posts_per_week": 0.5}, language="en"),
    calendar(posts=[on(0), on(7, status="dropped"), on(15)]),
]
PASSES = [
    calendar(posts=[on(0), on(14)]),
    calendar(posts=[on(-80), on(-60), on(-20), on(-8), on(3)]),
    calendar(posts=[on(14)]),
    calendar(posts=[on(0), on(28)], brief_fields={"posts_per_week": 0.5}, language="en"),
    calendar(),
    calendar(posts=[on(0), on(60)], brief_fields={"posts_per_week": 0}),
]

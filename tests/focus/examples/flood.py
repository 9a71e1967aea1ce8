"""`flood`: days and weeks over the cap or twice the rhythm, and those that just keep it."""

from tests.focus.build import calendar, on

FIRES = [
    calendar(posts=[on(1), on(2), on(3)]),
    calendar("en", [on(7), on(7, "x"), on(7, "newsletter")]),
    calendar("en", [on(8), on(9)], brief_fields={"most_per_week": 1}),
    calendar(posts=[on(3), on(3, "x")], brief_fields={"most_per_day": 1}),
    calendar("en", [on(0), on(0, "x")], brief_fields={"most_per_day": 1, "most_per_week": 3}),
    calendar(posts=[on(0, status="published"), on(1, status="published"), on(6)]),
    calendar(posts=[on(day) for day in range(3)], brief_fields={"posts_per_week": 0.5}),
]
PASSES = [
    calendar(posts=[on(0), on(3), on(7), on(10)]),
    calendar("en", [on(day) for day in range(7)], brief_fields={"most_per_week": 7}),
    calendar("en", [on(1), on(1, "x")], brief_fields={"most_per_day": 2}),
    calendar(posts=[on(-3), on(-2), on(-1), on(0)]),
    calendar(posts=[on(0), on(1), on(2, status="dropped")]),
    calendar(posts=[on(0, status="published") for _ in range(3)]),
    calendar("en", [on(5), on(6)], brief_fields={"posts_per_week": 0.5}),
    calendar("en", [on(day) for day in range(5)], brief_fields={"posts_per_week": 0}),
]

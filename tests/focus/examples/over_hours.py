"""`over-hours`: weeks fuller than the brief's four hours, and weeks that just fit."""

from tests.focus.build import calendar, on, slot

FIRES = [
    calendar(posts=[on(1, title="La vidéo de jeudi", prepare_minutes=240)]),
    calendar(posts=[on(day) for day in range(3)]),
    calendar(posts=[on(8), on(9)], slots=[slot("listen", rule="FREQ=DAILY", minutes=15)]),
    calendar(slots=[slot("review", 4, minutes=241)], language="en"),
    calendar(posts=[on(0, status="published", prepare_minutes=300)]),
]
PASSES = [
    calendar(posts=[on(1, prepare_minutes=200)]),
    calendar(posts=[on(0), on(1), on(7), on(8)]),
    calendar(posts=[on(0), on(1)], slots=[slot("prepare", minutes=300), slot("reply", minutes=300)]),
    calendar(posts=[on(-7, prepare_minutes=600)]),
    calendar(posts=[on(2, prepare_minutes=600, status="dropped")]),
    calendar(
        posts=[on(0), on(1)],
        slots=[slot("listen", rule="FREQ=DAILY;COUNT=7", skipped=["2026-01-24", "2026-01-25"])],
        brief_fields={"hours_per_week": 5.4},
    ),
]

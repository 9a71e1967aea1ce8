"""`no-listening`: weeks that publish without listening, and weeks that do both or neither."""

from tests.focus.build import calendar, older, on, slot

_WEEKLY = "FREQ=WEEKLY"

FIRES = [
    calendar(posts=older(on(0))),
    calendar("en", posts=[on(0), on(7), on(14), on(21)]),
    calendar("en", older(on(24), on(60)), slots=[slot("watch", rule=_WEEKLY), slot("reply", rule=_WEEKLY)]),
    calendar(posts=[on(0), on(7)], slots=[slot("listen", 2)]),
    calendar("en", [on(9)], slots=[slot("listen", rule=_WEEKLY, skipped=["2026-01-26"])]),
    calendar("en", [on(2), on(9)], slots=[slot("listen", 2, rule="FREQ=WEEKLY;INTERVAL=2")]),
    calendar(posts=[on(0, status="published")], slots=[slot("listen", -7)]),
]
PASSES = [
    calendar(posts=[on(0), on(7), on(14), on(21)], slots=[slot("listen", -70, rule=_WEEKLY)]),
    calendar(posts=[on(0)], slots=[slot("listen", 6)]),
    calendar("en", [on(0), on(16)], slots=[slot("listen", 2, rule="FREQ=WEEKLY;INTERVAL=2")]),
    calendar("en", older(on(28))),
    calendar("en", older(on(-1), on(3, status="dropped"))),
    calendar(posts=[on(0), on(7), on(14)]),
    calendar("en", [on(1)], slots=[slot("publish", 1, rule=_WEEKLY)]),
    calendar(slots=[slot("reply", rule=_WEEKLY)]),
]

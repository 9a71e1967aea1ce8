"""`no-preparation`: posts that nobody has time to prepare, and posts with a slot in the week before."""

from datetime import time

from tests.focus.build import calendar, older, on, slot

FIRES = [
    calendar(posts=older(on(1), on(9))),
    calendar("en", posts=[on(1), on(8), on(15), on(22)]),
    calendar("en", [on(2)], slots=[slot("reply", rule="FREQ=DAILY"), slot("prepare", -30)]),
    calendar("en", [on(1), on(12)], slots=[slot("prepare", 0)]),
    calendar(posts=[on(1)], slots=[slot("prepare", 1)]),
    calendar(posts=[on(8, status="idea")], slots=[slot("prepare", 7, network_id=2)]),
    calendar("en", [on(9)], slots=[slot("prepare", rule="FREQ=WEEKLY", skipped=["2026-01-26"])]),
]
PASSES = [
    calendar(posts=[on(1), on(8), on(15)], slots=[slot("prepare", rule="FREQ=WEEKLY")]),
    calendar("en", [on(7)], slots=[slot("prepare", 0)]),
    calendar("en", [on(1).model_copy(update={"time": time(9, 1)})], slots=[slot("prepare", 1)]),
    calendar(posts=[on(1).model_copy(update={"time": None})], slots=[slot("prepare", 1)]),
    calendar(posts=[on(1, "x")], slots=[slot("prepare", 0, network_id=2)]),
    calendar(posts=older(on(1, prepare_minutes=0), on(2, status="ready"), on(3, status="dropped"), on(-1))),
    calendar("en", older(on(28))),
    calendar(posts=[on(1), on(8), on(15)]),
    calendar("en", [on(1)], slots=[slot("publish", 1), slot("listen", 2)]),
]

"""`no-reply-time`: posts that nobody has time to answer, and posts with a slot just in time."""

from datetime import time

from tests.focus.build import calendar, older, on, slot

_WORKING = slot("reply", -7, rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
_CLOSED = {"closed_days": ["SA", "SU"]}

FIRES = [
    calendar(posts=older(on(1), on(9))),
    calendar("en", posts=[on(1), on(8), on(15), on(22)]),
    calendar("en", [on(2)], slots=[slot("prepare", rule="FREQ=DAILY"), slot("reply", -3)]),
    calendar("en", [on(4).model_copy(update={"time": time(17)})], slots=[_WORKING]),
    calendar(posts=[on(1)], slots=[slot("reply", 3)]),
    calendar(posts=[on(1)], slots=[slot("reply", 1, network_id=2)]),
    calendar("en", [on(8)], slots=[slot("reply", rule="FREQ=DAILY", skipped=["2026-01-27", "2026-01-28"])]),
    calendar(posts=[on(1)], slots=[slot("reply", 2)], brief_fields={"reply_hours": 1}),
    calendar("en", [on(1, zone="Pacific/Auckland")], slots=[slot("reply", 2)], brief_fields={"reply_hours": 24}),
]
PASSES = [
    calendar(posts=[on(1), on(9)], slots=[slot("reply", rule="FREQ=DAILY")]),
    calendar("en", [on(1)], slots=[slot("reply", 2)]),
    calendar("en", [on(4).model_copy(update={"time": time(17)})], slots=[_WORKING], brief_fields=_CLOSED),
    calendar(posts=[on(5).model_copy(update={"time": time(7)})], slots=[_WORKING], brief_fields=_CLOSED),
    calendar(posts=[on(1).model_copy(update={"time": None})], slots=[slot("reply", 2)]),
    calendar(posts=[on(1).model_copy(update={"time": time(9, 20)})], slots=[slot("reply", 1)]),
    calendar("en", [on(1, "x")], slots=[slot("reply", 1, network_id=2)]),
    calendar(posts=older(on(1, reply_minutes=0), on(-1), on(2, status="dropped"), on(0, status="published"))),
    calendar("en", older(on(1)), brief_fields={"reply_hours": 0}),
    calendar("en", older(on(28))),
    calendar(posts=[on(1), on(8), on(15)]),
    calendar("en", [on(1)], slots=[slot("publish", 1), slot("listen", 2)]),
]

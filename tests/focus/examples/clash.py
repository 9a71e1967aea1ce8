"""`clash`: posts one upon the other or in the middle of other work, and posts that just miss each other."""

from datetime import time

from planner.model.post import Post
from tests.focus.build import calendar, on, slot


def _at(
    hour: int, minute: int, days: int = 1, network: str = "linkedin", zone: str = "", status: str = "draft"
) -> Post:
    found = on(days, network, zone=zone, status=status, title="La retenue de garantie")
    return found.model_copy(update={"time": time(hour, minute)})


FIRES = [
    calendar(posts=[on(1), on(1)]),
    calendar("en", [_at(9, 0), _at(9, 59)]),
    calendar("en", [_at(23, 40, -1, status="published"), _at(0, 20, 0)]),
    calendar(posts=[_at(9, 0), _at(17, 30, zone="Pacific/Noumea"), _at(18, 30, zone="Pacific/Noumea")]),
    calendar(posts=[on(2)], slots=[slot("listen", rule="FREQ=DAILY", title="Le groupe des artisans")]),
    calendar("en", [on(1), _at(9, 29, 8)], slots=[slot("review", 1)]),
    calendar("en", [_at(9, 10, 60)], slots=[slot("prepare", rule="FREQ=DAILY")]),
    calendar(posts=[_at(9, 30), _at(9, 0, status="published")]),
    calendar(posts=[_at(9, 0), _at(9, 30, status="published")]),
]
PASSES = [
    calendar(posts=[_at(9, 0), _at(10, 0)]),
    calendar("en", [_at(9, 0), _at(9, 30, network="x")]),
    calendar("en", [_at(9, 0), _at(9, 0, zone="America/Toronto")]),
    calendar(posts=[on(1), on(1).model_copy(update={"time": None})]),
    calendar(posts=[on(1).model_copy(update={"time": None}), on(1).model_copy(update={"time": None})]),
    calendar(posts=[on(1, network_id=None), on(1, network_id=None)]),
    calendar(posts=[on(1), on(1, status="dropped")]),
    calendar(posts=[on(-2), on(-2), on(1, status="published"), on(1, status="published")]),
    calendar("en", [_at(9, 30), _at(8, 59, 2)], slots=[slot("watch", rule="FREQ=DAILY")]),
    calendar("en", [on(1), on(8)], slots=[slot("publish", rule="FREQ=DAILY"), slot("reply", rule="FREQ=DAILY")]),
    calendar(posts=[on(1)], slots=[slot("listen", rule="FREQ=DAILY", skipped=["2026-01-20"])]),
]

"""What calendars elsewhere may still show although it was taken from the plan: deleted, or an idea again."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.desk import BIN_DAYS
from planner.model.post import Post
from planner.model.review import Review
from planner.model.slot import Slot

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.model.calendar import Calendar

KEPT_ELSEWHERE = "SELECT changes FROM journal WHERE at >= ? ORDER BY revision"


class Vanished(NamedTuple):
    """Records as they last stood on a day."""

    posts: list[Post]
    slots: list[Slot]
    reviews: list[Review]


def vanished(desk: Desk, calendar: Calendar) -> Vanished:
    """What left the plan in the last 30 days, as it last stood on a day.

    The journal knows it; what an older planner's file or a forgotten page held is not found.
    """
    standing = {("post", post.uid) for post in (*calendar.posts, *calendar.binned) if post.day}
    standing |= {("slot", slot.uid) for slot in calendar.slots}
    standing |= {("review", key) for review in calendar.reviews for key in (review.uid, str(review.id))}
    since = (desk.now() - timedelta(days=BIN_DAYS)).isoformat(" ")
    last: dict[str, dict[str, Any]] = {"post": {}, "slot": {}, "review": {}}
    for (changes,) in desk.database.rows(KEPT_ELSEWHERE, (since,)):
        for change in json.loads(str(changes)):
            record = change["record"]
            for row in (change["before"], change["after"]) if record in last else ():
                if row and row["day"] and (record, key := str(row.get("uid") or change["id"])) not in standing:
                    last[record][key] = row
    return Vanished(
        [Post.model_validate(row) for row in last["post"].values()],
        [Slot.model_validate({**row, "skipped": json.loads(row["skipped"])}) for row in last["slot"].values()],
        [Review.model_validate(row) for row in last["review"].values()],
    )

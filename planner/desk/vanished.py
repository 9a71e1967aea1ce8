"""What calendars elsewhere may still show although it was taken from the plan: deleted, or an idea again."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from planner.desk.desk import BIN_DAYS
from planner.model.post import Post
from planner.model.slot import Slot

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.model.calendar import Calendar

KEPT_ELSEWHERE = "SELECT changes FROM journal WHERE at >= ? ORDER BY revision"


def vanished(desk: Desk, calendar: Calendar) -> tuple[list[Post], list[Slot]]:
    """Posts and slots as they last stood on a day, of those that left the plan in the last 30 days.

    The journal knows them; what an older planner's file or a forgotten page held is not found.
    """
    standing = {post.uid for post in (*calendar.posts, *calendar.binned) if post.day}
    standing |= {slot.uid for slot in calendar.slots}
    since = (desk.now() - timedelta(days=BIN_DAYS)).isoformat(" ")
    last: dict[str, dict[str, Any]] = {"post": {}, "slot": {}}
    for (changes,) in desk.database.rows(KEPT_ELSEWHERE, (since,)):
        for change in json.loads(str(changes)):
            for row in (change["before"], change["after"]):
                if change["record"] in last and row and row["day"] and row["uid"] not in standing:
                    last[change["record"]][row["uid"]] = row
    posts = [Post.model_validate(row) for row in last["post"].values()]
    slots = [Slot.model_validate({**row, "skipped": json.loads(row["skipped"])}) for row in last["slot"].values()]
    return posts, slots

"""Events of other calendars for tests: what is written in them, and what a preview says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.desk.preview import Preview, PreviewRow
    from planner.model.calendar import Calendar
    from planner.model.post import Post
    from planner.model.slot import Slot

PARIS = "DTSTART;TZID=Europe/Paris:20261124T100000"
WEEKLY = "RRULE:FREQ=WEEKLY;BYDAY=TU"


NOT_CARRIED = {"id", "note", "deleted", "network_id", "need_id"}
"""Fields that an .ics file of ours does not bring into an empty calendar; mutes are not in it either."""


def carried(desk: Desk, *, named: bool = False) -> dict[str, dict[str, Any]]:
    """What a file of ours carries of each dated post, each slot and each review, and, if wanted, what they name."""
    calendar = desk.calendar()
    standing = [post for post in calendar.posts if post.day]
    records: list[Any] = [*standing, *calendar.slots, *calendar.reviews]
    return {
        record.uid: {**record.model_dump(exclude=NOT_CARRIED), **(_named(calendar, record) if named else {})}
        for record in records
    }


def _named(calendar: Calendar, record: Any) -> dict[str, Any]:
    network = calendar.network(getattr(record, "network_id", None))
    need = calendar.need(getattr(record, "need_id", None))
    return {"network": network and (network.name, network.key, network.kind), "need": need and need.text}


def states(preview: Preview) -> list[str]:
    """The state of each row."""
    return [row.state for row in preview.rows]


def reasons(row: PreviewRow) -> list[str]:
    """The keys of what is said of a row."""
    return [reason.key for reason in row.reasons]


def the_post(desk: Desk) -> Post:
    """The only post."""
    (post,) = desk.calendar().posts
    return post


def the_slot(desk: Desk) -> Slot:
    """The only slot."""
    (slot,) = desk.calendar().slots
    return slot

"""A review as it comes back from another calendar: on its day, with its question and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.desk.ics_here import Outcome, Write
from planner.desk.ics_record import as_date
from planner.desk.values import checked
from planner.errors import InputError
from planner.exchange.ics.text import one_line
from planner.model.gate import clean_line

if TYPE_CHECKING:
    from datetime import date

    from planner.desk.ics_here import Here
    from planner.exchange.ics.foreign import ForeignEvent
    from planner.exchange.ics.record import Record


def review_outcome(event: ForeignEvent, uid: str, record: Record | None, here: Here) -> Outcome:
    """What the event of a review comes to: a new one only where our own file says that it is one.

    Args:
        event: the event.
        uid: of the review.
        record: what our own file says of it, None where another calendar left that out.
        here: what stands here.

    Raises:
        InputError: why it cannot be taken in.
    """
    standing = here.reviews.get(uid)
    if event.status == "CANCELLED":
        return _cancelled(event, uid, here)
    if record:
        said = {"day": as_date(record.day), "question": record.title, "decision": record.decision,
                "held": as_date(record.held)}  # fmt: skip
        over = _written_over(event, record, here)
        said = over if over and standing else {**said, **over}
    else:
        said = _moved(event, standing.day if standing else None, here.own_zone, here)
    values = checked("review", said)
    if standing:
        return here.compared("review", standing, values, event)
    return Outcome("new", "review", (), (Write("review", uid, values, event),))


def _cancelled(event: ForeignEvent, uid: str, here: Here) -> Outcome:
    """Called off there: taken away here."""
    standing = here.reviews.get(uid)
    if standing is None:
        return here.called_off("review", uid)
    if here.older("review", standing.id, event):
        return Outcome("same", "review", (InputError("event-older"),))
    return Outcome("changed", "review", (), (Write("review", uid, {}, event, standing.id, remove=True),))


def _written_over(event: ForeignEvent, record: Record, here: Here) -> dict[str, Any]:
    """What somebody changed on our event elsewhere: its day, or its question."""
    found = _moved(event, as_date(record.day), here.their_zone, here)
    shown = _spaced(event.summary).removeprefix(_spaced(record.label)).strip()
    if record.title and shown and shown != _spaced(one_line(record.title)):
        found["question"] = clean_line(shown, "title")
    return found


def _moved(event: ForeignEvent, day: date | None, zone: str, here: Here) -> dict[str, Any]:
    """Another day than the review's, on the clock of the calendar that wrote it; its hour is nobody's."""
    if event.start is None:
        return {}
    place = here.place(event.start, zone=zone)
    return {"day": place.day} if place.day != day else {}


def _spaced(text: str) -> str:
    """The text with one space where there are several, as the event's name has it."""
    return " ".join(text.split())

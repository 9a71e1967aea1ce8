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
    said: dict[str, Any] = {}
    if record:
        said = {"day": as_date(record.day), "question": record.title, "decision": record.decision,
                "held": as_date(record.held)}  # fmt: skip
    elif standing:
        said = {"day": standing.day, "question": standing.question}
    values = checked("review", {**said, **_written_over(event, said, here)})
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


def _written_over(event: ForeignEvent, said: dict[str, Any], here: Here) -> dict[str, Any]:
    """Another day, or another question than the one that the event was called by; its hour is nobody's."""
    found: dict[str, Any] = {}
    if event.start is not None:
        found["day"] = here.place(event.start).day
    summary, question = event.summary.strip(), one_line(said.get("question", "")).strip()
    if summary and question and not summary.endswith(question):
        found["question"] = clean_line(summary, "title")
    return found

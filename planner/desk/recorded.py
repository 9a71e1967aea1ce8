"""What an exported event says of the record it was made from; see `planner.exchange.ics.record`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.exchange.ics.record import Record, digest
from planner.exchange.ics.text import plain
from planner.model.terms import NetworkKind

if TYPE_CHECKING:
    from planner.model.calendar import Calendar
    from planner.model.post import Post
    from planner.model.review import Review
    from planner.model.slot import Slot


def of_post(calendar: Calendar, post: Post) -> Record:
    """All of a post but its private note; its text stands in the event's description."""
    need, started = calendar.need(post.need_id), post.body.lstrip("\n")
    text = started.rstrip("\n")
    before, after = len(post.body) - len(started), len(started) - len(text)
    return Record(
        kind="post",
        of=post.uid,
        title=post.title,
        **_network(calendar, post.network_id),
        need=need.text if need else "",
        purpose=str(post.purpose),
        status=str(post.status) if post.deleted is None else "",
        next_step=post.next_step,
        link=post.link,
        repeat=post.repeat,
        minutes=(post.prepare_minutes, post.publish_minutes, post.reply_minutes),
        body=len(plain(text)),
        text=digest(plain(text)),
        blank=(before, after) if before or after else (),
        day=post.day.isoformat() if post.day else "",
        time=post.time.isoformat() if post.time else "",
        zone=post.zone,
    )


def of_slot(calendar: Calendar, slot: Slot) -> Record:
    """All of a slot: the event may be a piece of its series."""
    return Record(
        kind="slot",
        of=slot.uid,
        title=slot.title,
        **_network(calendar, slot.network_id),
        minutes=(0, slot.minutes, 0),
        day=slot.day.isoformat(),
        time=slot.time.isoformat(),
        zone=slot.zone,
        slot=str(slot.kind),
        rule=slot.rule,
        skipped=tuple(slot.skipped),
    )


def of_review(review: Review, uid: str, label: str) -> Record:
    """All of a review but its private note; `label` is what stands before its question."""
    return Record(
        kind="review",
        of=uid,
        title=review.question,
        day=review.day.isoformat(),
        decision=review.decision,
        held=review.held.isoformat() if review.held else "",
        label=label,
    )


def _network(calendar: Calendar, identifier: int | None) -> dict[str, Any]:
    """What a calendar that lacks the network must know to add it."""
    found = calendar.network(identifier)
    if found is None:
        return {}
    return {"network": found.name, "network_key": found.key, "owned": found.kind == NetworkKind.OWNED}

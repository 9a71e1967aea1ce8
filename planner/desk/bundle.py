"""What stands in other calendars for each record of this one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from planner.desk import recorded
from planner.desk.event_words import KINDS, Labels
from planner.exchange.ics.entry import Entry
from planner.exchange.ics.record import Record
from planner.model.links import tagged_for
from planner.model.terms import SlotKind, Status
from planner.model.when import occurrences, wall_time

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from planner.desk.desk import Desk
    from planner.model.calendar import Calendar
    from planner.model.post import Post
    from planner.model.review import Review
    from planner.model.slot import Slot

__all__ = [
    "FIRST_DAY", "KINDS", "LAST_DAY", "Labels", "Making",
    "first_words", "has_hours_to_prepare", "occurs", "review_uid", "takes_place",
]  # fmt: skip

HOURS_TO_PREPARE = "SELECT 1 FROM slot WHERE kind = ? LIMIT 1"
SHORTEST = 15
"""Minutes of an exported post, at least: calendars draw a shorter one as a line nobody can read."""
REVIEW_MINUTES = 30
FIRST_WORDS = 60
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WITH_PLACES = (SlotKind.LISTEN, SlotKind.WATCH)


def has_hours_to_prepare(desk: Desk) -> bool:
    """Whether the calendar has slots for preparing: then its posts need no hour of their own for it."""
    return bool(desk.database.rows(HOURS_TO_PREPARE, (str(SlotKind.PREPARE),)))


@dataclass(frozen=True)
class Making:
    """What other calendars are to see of a record: the calendar, the words, and what every entry shares.

    `has_hours_to_prepare` says that the calendar has slots for preparing: a post then needs no hour of its own.
    """

    calendar: Calendar
    labels: Labels
    alarm: int | None
    html: bool
    bin_since: date
    kinds: frozenset[str] = KINDS
    has_hours_to_prepare: bool = False

    def shown(self, post: Post, first: date, last: date) -> bool:
        """Whether a post is in the file: dated within the days, no idea, and not long in the bin."""
        if post.day is None or not first <= post.day <= last or post.status == Status.IDEA:
            return False
        return post.deleted is None or post.deleted >= self.bin_since

    def of_post(self, post: Post) -> list[Entry]:
        """All that stands in other calendars for a post: its preparation, itself, the time for answers.

        What a post that was dropped or deleted in the last 30 days brought is cancelled with it.
        """
        itself = self.post(post)
        made = [itself] if "publish" in self.kinds else []
        if itself.status == "CANCELLED" and itself.changed_at.date() < self.bin_since:
            return made
        if "reply" in self.kinds and post.reply_minutes > 0:
            made.append(self._reply(post, itself))
        if "prepare" in self.kinds and self._prepares(post) and (day := self._working_day_before(itself.start.date())):
            made.append(self._preparation(post, itself, day))
        return made

    def of_slot(self, slot: Slot) -> list[Entry]:
        """All that stands in other calendars for a slot."""
        return [self.slot(slot)] if slot.kind in self.kinds else []

    def of_review(self, review: Review) -> list[Entry]:
        """All that stands in other calendars for a review."""
        return [self.review(review)] if "review" in self.kinds else []

    def post(self, post: Post) -> Entry:
        """A post as an event that keeps the time free."""
        parts = (post.body.strip("\n"), "\n".join(self._told(post)))
        description = "\n\n".join(part for part in parts if part)
        return Entry(
            uid=post.uid,
            **self._stamps("post", post.id),
            start=wall_time(post.day or FIRST_DAY, post.time),
            zone=post.zone or self.calendar.brief.zone,
            minutes=max(post.publish_minutes, SHORTEST),
            summary=self._title(post),
            description=description,
            html=self._html(description),
            url=self._link(post),
            **self._belongs("publish", post.network_id, self.labels.purposes.get(post.purpose, "")),
            status=_status(post),
            transparent=True,
            planner_status=post.status,
            alarm_minutes=self.alarm,
            record=recorded.of_post(self.calendar, post),
        )

    def slot(self, slot: Slot) -> Entry:
        """A slot as a recurring event that takes the time."""
        return Entry(
            uid=slot.uid,
            **self._stamps("slot", slot.id),
            start=wall_time(slot.day, slot.time),
            zone=slot.zone or self.calendar.brief.zone,
            minutes=slot.minutes,
            rule=slot.rule,
            skipped=tuple(map(date.fromisoformat, slot.skipped)),
            summary=slot.title or self._kind(slot.kind),
            description="\n\n".join(self._about(slot.kind)),
            **self._belongs(slot.kind, slot.network_id),
            transparent=False,
            alarm_minutes=self.alarm,
            record=recorded.of_slot(self.calendar, slot),
        )

    def review(self, review: Review) -> Entry:
        """A review as half an hour in the morning."""
        uid = review_uid(review, self.calendar)
        question = " ".join(review.question.split()) or self.labels.untitled
        return Entry(
            uid=uid,
            **self._stamps("review", review.id),
            start=wall_time(review.day, None),
            zone=self.calendar.brief.zone,
            minutes=REVIEW_MINUTES,
            summary=self.labels.reviewing + question,
            description="\n\n".join(part for part in (review.question, *self._about("review")) if part),
            **self._belongs("review", None),
            transparent=False,
            alarm_minutes=self.alarm,
            record=recorded.of_review(review, uid, self.labels.reviewing),
        )

    def _reply(self, post: Post, itself: Entry) -> Entry:
        """The time for answers, right after the publication."""
        return replace(
            self._block(post, itself, "reply", self.labels.answering),
            start=itself.start + timedelta(minutes=itself.minutes),
            minutes=post.reply_minutes,
        )

    def _preparation(self, post: Post, itself: Entry, day: date) -> Entry:
        """The time for writing, until the hour of the publication on a day before it."""
        end = datetime.combine(day, itself.start.time())
        return replace(
            self._block(post, itself, "prepare", self.labels.preparing),
            start=end - timedelta(minutes=post.prepare_minutes),
            minutes=post.prepare_minutes,
        )

    def _block(self, post: Post, itself: Entry, kind: str, before: str) -> Entry:
        description = "\n".join((self._title(post), *self._told(post)))
        return replace(
            itself,
            uid=f"{kind}-{post.uid}",
            summary=before + self._title(post),
            description=description,
            html=self._html(description),
            url="",
            **self._belongs(kind, post.network_id),
            status="CANCELLED" if itself.status == "CANCELLED" else "CONFIRMED",
            transparent=False,
            planner_status="",
            record=Record(kind, of=post.uid),
        )

    def _prepares(self, post: Post) -> bool:
        return post.prepare_minutes > 0 and post.status != Status.PUBLISHED and not self.has_hours_to_prepare

    def _working_day_before(self, day: date) -> date | None:
        before = (day - timedelta(days=days) for days in range(1, 8))
        return next((day for day in before if WEEKDAYS[day.weekday()] not in self.calendar.brief.closed_days), None)

    def _stamps(self, record: str, identifier: int | None) -> dict[str, Any]:
        stamp = self.calendar.stamps.get((record, identifier or 0))
        if stamp is None:
            return {"sequence": 0, "changed_at": BEGINNING, "created_at": BEGINNING}
        changed, created = (at.replace(tzinfo=UTC) for at in (stamp.changed_at, stamp.created_at))
        return {"sequence": stamp.sequence, "changed_at": changed, "created_at": created}

    def _title(self, post: Post) -> str:
        return post.title or first_words(post.body) or self.labels.untitled

    def _link(self, post: Post) -> str:
        return tagged_for(post.link, self.calendar.network(post.network_id), self.calendar.brief.campaign)

    def _told(self, post: Post) -> Iterator[str]:
        """What stands under the body, a line each."""
        need = self.calendar.need(post.need_id)
        if post.next_step:
            yield self.labels.next_step + post.next_step
        if post.link:
            yield self.labels.link + self._link(post)
        if need:
            yield self.labels.need + need.text

    def _about(self, kind: str) -> Iterator[str]:
        """What a block of this kind is for, and where to look."""
        if about := self.labels.abouts.get(kind):
            yield about
        if kind in WITH_PLACES and self.calendar.brief.places:
            yield "\n- ".join((self.labels.places.rstrip(), *self.calendar.brief.places))

    def _kind(self, kind: str) -> str:
        return self.labels.slot_kinds.get(kind, kind)

    def _belongs(self, kind: str, network: int | None, purpose: str = "") -> dict[str, Any]:
        """Where an entry belongs: its kind, its network, and both as categories, with the purpose."""
        found = self.calendar.network(network)
        name = found.name if found else ""
        categories = tuple(word for word in (name, self._kind(kind), purpose) if word)
        return {"kind": str(kind), "network": name, "categories": categories}

    def _html(self, text: str) -> str:
        if not self.html or not text:
            return ""
        from planner.exchange.page import safe_html

        return safe_html(text)


def review_uid(review: Review, calendar: Calendar) -> str:
    """What other calendars know a review by."""
    return review.uid or f"review-{review.id}-{calendar.brief.uid}"


def first_words(body: str) -> str:
    """The first line of a text that says something, cut after a word."""
    line = next((found for line in body.splitlines() if (found := line.strip())), "")
    if line.startswith("#") and line.lstrip("#").startswith(" "):
        line = line.lstrip("#").strip()
    if len(line) <= FIRST_WORDS:
        return line
    return (line[:FIRST_WORDS].rpartition(" ")[0] or line[:FIRST_WORDS]).rstrip() + "…"


def _status(post: Post) -> Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]:
    if post.deleted is not None or post.status == Status.DROPPED:
        return "CANCELLED"
    return "CONFIRMED" if post.status in (Status.READY, Status.PUBLISHED) else "TENTATIVE"


def occurs(slot: Slot, first: date, last: date) -> bool:
    """Whether the slot takes place on a day from `first` to `last`, looking nine years ahead of its first."""
    return takes_place(slot.day, slot.rule, tuple(map(date.fromisoformat, slot.skipped)), first, last)


def takes_place(start: date, rule: str, skipped: Collection[date], first: date, last: date) -> bool:
    """Whether what begins on `start` and recurs by `rule` has a day from `first` to `last`; see `occurs`."""
    upper = min(last, max(start, first) + timedelta(days=3_300))
    return any(day not in skipped for day in occurrences(start, rule, max(first, start), upper))

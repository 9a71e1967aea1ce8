"""What a foreign calendar meets: the records that stand here, the zones that are known, and what a row comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from planner.desk.bundle import review_uid
from planner.errors import InputError
from planner.model.gate import clean_text
from planner.model.when import instant, zone_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.desk.known_names import KnownNames
    from planner.desk.preview import State
    from planner.errors import PlannerError
    from planner.exchange.ics.foreign import ForeignEvent, ForeignFile, Moment
    from planner.model.calendar import Calendar
    from planner.model.post import Post
    from planner.model.review import Review
    from planner.model.slot import Slot

    Standing = Post | Slot | Review

OUR_PRODUCT = "-//planner//"
PIECE = re.compile(r"[0-9]{8}-(.+)", re.DOTALL)
"""The UID that an export gives to a part of a series, with the series' own."""
OURS = re.compile(
    r"(?:prepare|reply|review|[0-9]{8}(?!-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$))-", re.IGNORECASE
)
"""How the UIDs begin that an export makes of those of records; a UUID may begin with eight figures too."""
NINE = time(9)


class Write(NamedTuple):
    """One record to write: a new one when `id` is None; `remove` takes a slot or a review away."""

    record: str
    uid: str
    values: dict[str, Any]
    event: ForeignEvent
    id: int | None = None
    remove: bool = False


class Outcome(NamedTuple):
    """What an event comes to: its row's state, its record, what must be said, and what is to be written."""

    state: State
    record: str = ""
    reasons: tuple[PlannerError, ...] = ()
    writes: tuple[Write, ...] = ()


class Place(NamedTuple):
    """Where an event stands: day, time (None for a whole day) and zone, the calendar's own as ""."""

    day: Any
    at: time | None
    zone: str


def refused(*reasons: PlannerError) -> Outcome:
    """A row that cannot be taken in, and why."""
    return Outcome("refused", "", reasons)


@dataclass(frozen=True)
class Here:
    """The calendar as it stands, beside the file that comes in.

    Attributes:
        calendar: what stands here.
        file: what comes in.
        zone: the zone a person gave for times without a known one, or "".
        as_slot: whether single events become slots.
        lost: UIDs of what was taken from the plan here of late.
        known_names: the networks and needs that records of ours may name.
        networks: the networks by what a stranger's categories may call them.
    """

    calendar: Calendar
    file: ForeignFile
    zone: str = ""
    as_slot: bool = False
    lost: frozenset[str] = frozenset()
    known_names: KnownNames = field(kw_only=True)
    networks: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def posts(self) -> dict[str, Post]:
        """The posts by UID, those in the bin too."""
        return {post.uid: post for post in (*self.calendar.posts, *self.calendar.binned)}

    @cached_property
    def slots(self) -> dict[str, Slot]:
        """The slots by UID."""
        return {slot.uid: slot for slot in self.calendar.slots}

    @cached_property
    def reviews(self) -> dict[str, Review]:
        """The reviews by UID."""
        return {review_uid(review, self.calendar): review for review in self.calendar.reviews}

    @property
    def own_file(self) -> bool:
        """Whether planner wrote the file."""
        return self.file.product.startswith(OUR_PRODUCT)

    @property
    def own_zone(self) -> str:
        """The calendar's zone."""
        return self.calendar.brief.zone

    @property
    def their_zone(self) -> str:
        """The zone of the calendar that the file was written from; ours when it does not say."""
        return self.file.zone or self.own_zone

    def called_off(self, record: str, uid: str) -> Outcome:
        """What a cancelled event comes to that does not stand here: no news when it was ours, else refused."""
        reason = InputError("event-cancelled")
        ours = self.own_file or uid in self.lost
        return Outcome("same", record, (reason,)) if ours else refused(reason)

    def own_uid(self, uid: str, *, ours: bool = False) -> str:
        """The UID that the record of an event has here, or will have.

        A stranger's event gets another one, always the same: what is exported later must not touch the event it came
        from, which its owner may know far more of.

        Args:
            uid: the event's own.
            ours: whether planner made the event, in whatever calendar.
        """
        if self.known(uid) or uid in self.lost:
            return uid
        stranger = disguised(uid)
        return uid if ours and not OURS.match(uid) and not self.known(stranger) else stranger

    def known(self, uid: str) -> bool:
        """Whether a post, a slot or a review has this UID."""
        return uid in self.posts or uid in self.slots or uid in self.reviews

    def short(self, zone: str) -> str:
        """The zone as a record holds it: "" for the calendar's own."""
        return "" if zone == self.own_zone else zone

    def at_home(self, moment: Moment) -> Moment:
        """The moment in a known zone, if there is one for it.

        Raises:
            InputError: `event-floating` or `event-zone-unknown`.
        """
        if not moment.homeless:
            return moment
        zone = self.file.located.get(moment.said, "") or self.zone
        if zone:
            return moment._replace(zone=zone, said="")
        if moment.said:
            raise InputError("event-zone-unknown", zone=clean_text(moment.said)[:200])
        raise InputError("event-floating")

    def place(self, moment: Moment, *, series: bool = False, zone: str = "") -> Place:
        """Where an event that begins then stands here.

        A single event stands at the hour that it is here, whatever zone it is written in (Google writes all of them
        in UTC); not where the clock here shows that hour twice and means the other one. A series keeps its zone, in
        which alone it stays at its hour.

        Args:
            moment: its beginning.
            series: whether it is a series.
            zone: where it is to stand, "" for the calendar's own.

        Raises:
            InputError: `event-floating` or `event-zone-unknown`.
        """
        known = self.at_home(moment)
        if known.at is None:
            return Place(known.day, None, "")
        wall = datetime.combine(known.day, known.at)
        home = zone or self.own_zone
        if known.zone != home and not series:
            there = instant(wall, known.zone).astimezone(zone_named(home)).replace(tzinfo=None)
            if instant(there, home) == instant(wall, known.zone):
                return Place(there.date(), there.time(), self.short(home))
        return Place(known.day, known.at, self.short(known.zone))

    def older(self, record: str, identifier: int | None, event: ForeignEvent) -> bool:
        """Whether what stands here is newer than the event: by SEQUENCE, then by the moment of the last change.

        A lower SEQUENCE with a later change is newer: Google counts its own (insanum/gcalcli#784).
        """
        stamp = self.calendar.stamps.get((record, identifier or 0))
        if stamp is None:
            return False
        if event.sequence < stamp.sequence:
            return event.changed is None or event.changed <= stamp.changed_at
        return event.sequence == stamp.sequence and event.changed is not None and event.changed < stamp.changed_at

    def compared(
        self,
        record: str,
        standing: Post | Slot | Review,
        said: dict[str, Any],
        event: ForeignEvent,
        *told: PlannerError,
    ) -> Outcome:
        """What an event comes to whose record stands here: only what differs is written, and never an older state."""
        differing = {name: value for name, value in said.items() if self._held(name, getattr(standing, name)) != value}
        if not differing:
            return Outcome("same", record, told)
        if self.older(record, standing.id, event):
            return Outcome("same", record, (InputError("event-older"),))
        return Outcome("changed", record, told, (Write(record, standing.uid, differing, event, standing.id),))

    def _held(self, name: str, value: Any) -> Any:
        """A field as a record holds it; the calendar's own zone may stand there by its name."""
        return self.short(value) if name == "zone" else value

    def network_of(self, event: ForeignEvent) -> int | None:
        """The network that one of the event's categories names."""
        return next((self.networks[name] for raw in event.categories if (name := folded(raw)) in self.networks), None)


def disguised(uid: str) -> str:
    """The UID that a record here has for a stranger's: another, always the same."""
    return str(uuid5(NAMESPACE_URL, uid))


def folded(name: str) -> str:
    """A name as names are compared: without case and without spaces around it."""
    return " ".join(name.casefold().split())

"""What each event of a foreign file comes to here: which are one series, which are ours, which come twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from planner.desk.ics_here import PIECE, Here, Outcome, disguised, refused
from planner.desk.ics_post import post_outcome
from planner.desk.ics_review import review_outcome
from planner.desk.ics_slot import instance_uid, slot_outcome
from planner.errors import InputError
from planner.exchange.ics import record as records
from planner.exchange.ics.standing import ELSEWHERE
from planner.model.gate import clean_line

if TYPE_CHECKING:
    from planner.exchange.ics.foreign import ForeignEvent, Moment
    from planner.exchange.ics.record import Record

DERIVED = ("prepare", "reply")
MOST_REASONS = 5
"""What is said of one event, at most."""


class Named(NamedTuple):
    """An event under its UID: the record it was made from if it is ours, and whether it is a part of a series."""

    event: ForeignEvent
    uid: str
    record: Record | None
    piece: bool


def outcomes(here: Here) -> list[Outcome]:
    """What each event of the file comes to, in its order."""
    return _Planning(here).outcomes()


class _Planning:
    """One file being compared with one calendar."""

    def __init__(self, here: Here) -> None:
        self.here = here
        self.named: list[Named | Outcome] = []
        self.leading: dict[str, Named] = {}
        self.pieces: set[str] = set()
        self.instances: dict[str, list[Moment]] = defaultdict(list)
        self.found: dict[str, Outcome] = {}

    def outcomes(self) -> list[Outcome]:
        self.named = [self._named(event) for event in self.here.file.events]
        for named in self.named:
            if isinstance(named, Named):
                self._gather(named)
        # Overrides come after the series that they belong to, wherever they stand.
        later = {id(named) for named in self.named if isinstance(named, Named) and named.event.instead_of}
        first = {id(named): self._outcome(named) for named in self.named if id(named) not in later}
        return [first[id(named)] if id(named) in first else self._outcome(named) for named in self.named]

    def _named(self, event: ForeignEvent) -> Named | Outcome:
        """The event under its UID, or why it is none that is taken in."""
        if event.kind != "VEVENT":
            return refused(InputError("event-kind", kind=event.kind))
        if event.faults:
            return refused(*event.faults[:MOST_REASONS])
        record = records.read(event.record) if event.record else None
        try:
            uid = clean_line(event.uid, "uid") or _made_uid(event)
        except InputError as error:
            return refused(error)
        if derived := self._derived(uid, record):
            return derived
        if event.status == "CANCELLED" and event.planner_status == ELSEWHERE:
            return Outcome("same", "", (InputError("event-elsewhere"),))
        if record and record.kind == "review":
            of = clean_line((record.of or uid)[:2_000], "uid")
            return Named(
                event, of if of.startswith("review-") else self.here.own_uid(of, ours=True), record, piece=False
            )
        if record and record.of:
            of = clean_line(record.of[:2_000], "uid")
            return Named(event, self.here.own_uid(of, ours=True), record, of != uid)
        if not record and (series := self._series(uid)):
            return Named(event, series, record, piece=True)
        return Named(event, self.here.own_uid(uid, ours=self.here.own_file), record, piece=False)

    def _derived(self, uid: str, record: Record | None) -> Outcome | None:
        """What is said of an event that planner makes itself, round a post; None of any other."""
        derived = record.kind in DERIVED if record else self._is_derived(uid)
        return Outcome("same", "", (InputError("event-derived"),)) if derived else None

    def _is_derived(self, uid: str) -> bool:
        """Whether a UID alone tells that the event was made round a post of this plan."""
        kind, _, rest = uid.partition("-")
        if kind not in DERIVED or not rest or self._taken_in(uid):
            return False
        return rest in self.here.posts or self.here.own_file

    def _series(self, uid: str) -> str:
        """The UID here of the series that an event is a part of by its own UID, "" when it is none."""
        cut = PIECE.fullmatch(uid)
        if cut is None or self.here.known(uid) or self._taken_in(uid):
            return ""
        series = self.here.own_uid(cut[1])
        return series if series in self.here.slots else ""

    def _taken_in(self, uid: str) -> bool:
        """Whether a stranger's event that only looks like one of ours stands here."""
        return self.here.known(disguised(uid))

    def _gather(self, named: Named) -> None:
        """Note the newest event of a UID, which series come in pieces, and which instances stand apart."""
        event, uid = named.event, named.uid
        if event.instead_of is not None:
            if not event.onwards:
                self.instances[uid].append(event.instead_of)
            return
        if named.piece:
            self.pieces.add(uid)
        known = self.leading.get(uid)
        if known is None or _rank(named) > _rank(known):
            self.leading[uid] = named

    def _outcome(self, named: Named | Outcome) -> Outcome:
        if isinstance(named, Outcome):
            return named
        try:
            if named.event.instead_of is not None:
                return self._instance(named)
            leading = self.leading[named.uid]
            if leading is not named:
                if named.piece or leading.piece:
                    return Outcome("same", "slot", (InputError("event-piece"),))
                return refused(InputError("event-twice"))
            self.found[named.uid] = self._alone(named)
            return self.found[named.uid]
        except InputError as error:
            outcome = refused(error)
            self.found.setdefault(named.uid, outcome)
            return outcome

    def _alone(self, named: Named) -> Outcome:
        event, uid, record = named.event, named.uid, named.record
        kind = self._kind(named)
        if kind == "review":
            return review_outcome(event, uid, record if record and record.kind == "review" else None, self.here)
        if kind == "post":
            return post_outcome(event, uid, record if record and record.kind == "post" else None, self.here)
        return slot_outcome(
            event,
            uid,
            record if record and record.kind == "slot" else None,
            self.here,
            self.instances[uid],
            in_pieces=uid in self.pieces,
        )

    def _kind(self, named: Named) -> str:
        """Post, slot or review: what the event is here already, what our file says, what it looks like.

        Raises:
            InputError: `event-other-kind` for a series whose UID is a post's or a review's.
        """
        event, uid = named.event, named.uid
        repeated = bool(event.rules or event.added)
        if uid in self.here.slots:
            return "slot"
        if uid in self.here.posts or uid in self.here.reviews:
            if repeated:
                raise InputError("event-other-kind")
            return "post" if uid in self.here.posts else "review"
        if named.record:
            return named.record.kind
        return "slot" if repeated or self.here.as_slot else "post"

    def _instance(self, named: Named) -> Outcome:
        """One instance of a series, on its own: a single slot; without its series, what a single event is."""
        event, uid, at = named.event, named.uid, named.event.instead_of
        if event.onwards or at is None:
            raise InputError("event-onwards")
        series = self.found.get(uid)
        if series is not None and series.state == "refused":
            raise InputError("event-series-refused")
        own = instance_uid(uid, at.day)
        if own in self.found:
            return refused(InputError("event-twice"))
        if event.status == "CANCELLED" and (series is not None or uid in self.here.slots):
            # The series leaves the day out already.
            return Outcome(series.state, "slot") if series else Outcome("same", "slot", (InputError("event-piece"),))
        single = event._replace(rules=(), added=(), skipped=())
        whole = series is not None or uid in self.here.slots or own in self.here.slots or self.here.as_slot
        outcome = slot_outcome(single, own, None, self.here) if whole else post_outcome(single, own, None, self.here)
        self.found[own] = outcome
        return outcome


def _rank(named: Named) -> tuple[bool, bool, int, str]:
    """The event that speaks for its UID: a whole before a piece, one that takes place, then the newest.

    A series in pieces loses some of them when it is moved; it is gone when none takes place.
    """
    event = named.event
    takes_place = event.status != "CANCELLED" or not named.piece
    return not named.piece, takes_place, event.sequence, event.changed.isoformat() if event.changed else ""


def _made_uid(event: ForeignEvent) -> str:
    """A UID for an event without one, the same at each import."""
    return str(uuid5(NAMESPACE_URL, f"{event.start}|{event.summary}|{event.rules}|{event.instead_of}"))

"""What a user can bring in from another calendar: its events, shown first, then all of them as one action."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.bundle import review_uid
from planner.desk.desk import Changed
from planner.desk.ics_here import Here, Write, folded
from planner.desk.ics_plan import outcomes
from planner.desk.known_names import KnownNames, added_notes, names_added, with_numbers
from planner.desk.posts import settle
from planner.desk.preview import GONE, Becomes, Preview, PreviewRow, becomes, keys_of
from planner.desk.said_zones import said_zones, zones_applied
from planner.desk.vanished import Vanished, vanished
from planner.errors import InputError
from planner.exchange.ics.read import read_ics
from planner.model.gate import visible
from planner.model.post import Post
from planner.model.review import Review
from planner.model.slot import Slot
from planner.store.journal import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planner.desk.desk import Desk
    from planner.desk.ics_here import Outcome
    from planner.errors import PlannerError
    from planner.exchange.ics.foreign import ForeignEvent, ForeignFile
    from planner.store.records import Action

__all__ = ["preview_ics"]

KINDS: dict[str, type[Post] | type[Slot] | type[Review]] = {"post": Post, "slot": Slot, "review": Review}
TITLE = 200
QUOTED = 120
"""Characters of a value that a reason quotes, at most."""
ZONE_KEYS = ("event-floating", "event-zone-unknown")


class _Found(NamedTuple):
    """What the events come to, in their order, the networks and needs that they name, and what stands here."""

    outcomes: list[Outcome]
    names: KnownNames
    here: Here


def preview_ics(
    desk: Desk,
    path: Path,
    zone: str | Sequence[str] | None = None,
    *,
    as_slot: bool = False,
    new_networks: bool = False,
    new_needs: bool = False,
    name: str = "",
) -> Preview:
    """What an .ics file would bring, event by event; nothing is written before `bring` is called.

    Args:
        desk: the open calendar.
        path: the file.
        zone: IANA name for times that have no zone, or one that nobody knows, and NAME=ZONE for the file's zone NAME
            alone; without it they are refused, and `asks["zone-unknown"]` holds likely ones.
        as_slot: make slots of single events too.
        new_networks: add the networks that our own events name and that are not here; else they are left out.
        new_needs: the same for needs.
        name: what the person calls the file.

    Raises:
        InputError: `zone-unknown`, `zone-not-asked`, or what `exchange.ics.read.read_ics` refuses a file for.
    """
    said = said_zones(zone)
    name = name or path.name
    file, told = zones_applied(read_ics(path, name, _own_zone(desk)), said)

    def compared() -> _Found:
        calendar = desk.calendar()
        names = KnownNames(calendar, {}, {}, new_networks=new_networks, new_needs=new_needs)
        return _compared(desk, Here(calendar, file, said.rest, as_slot, known_names=names))

    read_at, found = _revision(desk), compared()

    def bring() -> Changed:
        """Write what is new or changed; compared anew when the calendar changed meanwhile."""
        return _written(desk, found if _revision(desk) == read_at else compared(), name)

    rows = [_row(event, outcome, found.here) for event, outcome in zip(file.events, found.outcomes, strict=True)]
    notes = (*told, *added_notes(found.names))
    return Preview(name, rows, bring, _asked(desk, file, rows), notes, desk.today())


def _compared(desk: Desk, here: Here) -> _Found:
    calendar = here.calendar
    networks = {folded(network.name): network.id for network in calendar.networks if network.id}
    cancelled = any(event.status == "CANCELLED" for event in here.file.events)
    gone = vanished(desk, calendar) if cancelled else Vanished([], [], [])
    lost = [post.uid for post in gone.posts] + [slot.uid for slot in gone.slots]
    lost += [review_uid(review, calendar) for review in gone.reviews]
    file = here.file._replace(events=[_as_written(event, here) for event in here.file.events])
    found = outcomes(replace(here, file=file, lost=frozenset(lost), networks=networks))
    for outcome in found:
        for write in outcome.writes:
            here.known_names.note(write.values)
    return _Found(found, here.known_names, here)


def _as_written(event: ForeignEvent, here: Here) -> ForeignEvent:
    """The event with its text as it stands, where a post here holds just these tags: then they are its own words."""
    standing = here.posts.get(here.own_uid(event.uid)) if event.raw else None
    body = standing.body.strip("\n") if standing else ""
    own = ("<" in body or "&" in body) and event.raw.startswith(body)
    return event._replace(description=event.raw, html=False) if own else event


def _row(event: ForeignEvent, outcome: Outcome, here: Here) -> PreviewRow:
    title = " ".join(visible(event.summary[:TITLE]).split()) or " ".join(visible(event.uid[:TITLE]).split())
    reasons = tuple(map(_short, (*outcome.reasons, *_left(event, outcome))))
    fields = _changed_fields(outcome)
    return PreviewRow(event.number, title, outcome.state, outcome.record, reasons, fields, _becomes(outcome, here))


def _becomes(outcome: Outcome, here: Here) -> Becomes | None:
    """What the event comes to: its record as it stands here, with what is written over it."""
    if not outcome.writes:
        return None
    write = outcome.writes[0]
    if write.remove:
        return Becomes(GONE)
    records: Mapping[str, Mapping[str, Any]] = {"post": here.posts, "slot": here.slots, "review": here.reviews}
    standing = records[write.record].get(write.uid)
    return becomes(write.record, {**(standing.model_dump() if standing else {}), **write.values})


def _left(event: ForeignEvent, outcome: Outcome) -> Iterator[PlannerError]:
    """What of a foreign event has no room here."""
    if event.place and not event.record and outcome.state in ("new", "changed"):
        yield InputError("event-place-left", place=" ".join(visible(event.place[:TITLE]).split()))
    if event.html and outcome.record == "post" and outcome.state == "new":
        yield InputError("event-html")


def _changed_fields(outcome: Outcome) -> tuple[str, ...]:
    """What the event changes on the record that stands here."""
    columns = {column for write in outcome.writes if write.id is not None for column in write.values}
    return keys_of(outcome.record, columns)


def _short(reason: PlannerError) -> PlannerError:
    """The reason with each value that it quotes cut to what a person reads; a part that is the whole is left out."""
    values: dict[str, Any] = {
        name: f"{value[: QUOTED - 1]}…" if isinstance(value, str) and len(value) > QUOTED else value
        for name, value in reason.values.items()
        if name != "part" or value != reason.values.get("rule")
    }
    return reason if values == reason.values else type(reason)(reason.key, detail=reason.detail, **values)


def _asked(desk: Desk, file: ForeignFile, rows: list[PreviewRow]) -> dict[str, tuple[str, ...]]:
    """The zones that are likely, when a time needs one; the file's names of those that are not known, if many are."""
    if not any(reason.key in ZONE_KEYS for row in rows for reason in row.reasons):
        return {}
    asks = {"zone-unknown": tuple(dict.fromkeys(zone for zone in (file.zone, _own_zone(desk)) if zone))}
    unknown = dict.fromkeys(
        str(reason.values["zone"]) for row in rows for reason in row.reasons if reason.values.get("zone")
    )
    return asks | ({"zone-names": tuple(unknown)} if len(unknown) > 1 else {})


def _own_zone(desk: Desk) -> str:
    return str(desk.database.rows("SELECT zone FROM brief")[0][0])


def _revision(desk: Desk) -> int:
    return int(str(desk.database.rows("SELECT number FROM revision")[0][0]))


def _written(desk: Desk, found: _Found, name: str) -> Changed:
    writes = [write for outcome in found.outcomes for write in outcome.writes]
    if not writes:
        return Changed("import-events", "calendar", 0, 0, name)
    with desk.action("import-events", title=Path(name).name) as action:
        numbers = names_added(action, found.names)
        fresh = [_put(action, write, numbers) for write in writes]
        action.session.flush()
        for write, record in zip(writes, fresh, strict=True):
            if not write.remove:
                action.stamps.append(_kept(write, record))
    return Changed("import-events", "calendar", 0, action.revision, name)


def _put(action: Action, write: Write, numbers: Mapping[str, int]) -> Any:
    kind: Any = KINDS[write.record]
    if write.remove:
        standing = action.get(kind, write.id)
        action.session.delete(standing)
        return standing
    record: Any = kind(uid=write.uid) if write.id is None else action.get(kind, write.id)
    for column, value in with_numbers(write.values, numbers).items():
        setattr(record, column, value)
    if write.record == "post":
        settle(record)
    action.session.add(record)
    return record


def _kept(write: Write, record: Any) -> Kept:
    event = write.event
    fresh = write.id is None
    return Kept(write.record, record.id, event.sequence, event.created, event.changed, fresh=fresh, as_of=True)

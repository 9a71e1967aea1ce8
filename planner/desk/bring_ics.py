"""What a user can bring in from another calendar: its events, shown first, then all of them as one action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.desk.desk import Changed
from planner.desk.ics_here import Here, Write, folded
from planner.desk.ics_plan import outcomes
from planner.desk.posts import settle
from planner.desk.preview import Preview, PreviewRow
from planner.desk.vanished import vanished
from planner.exchange.ics.read import read_ics
from planner.model.gate import visible
from planner.model.post import Post
from planner.model.slot import Slot
from planner.model.when import zone_named
from planner.store.journal import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.desk.ics_here import Outcome
    from planner.errors import PlannerError
    from planner.exchange.ics.foreign import ForeignEvent, ForeignFile
    from planner.store.records import Action

__all__ = ["preview_ics"]

KINDS: dict[str, type[Post] | type[Slot]] = {"post": Post, "slot": Slot}
TITLE = 200
QUOTED = 120
"""Characters of a value that a reason quotes, at most."""
ZONE_KEYS = ("event-floating", "event-zone-unknown")


def preview_ics(desk: Desk, path: Path, zone: str | None = None, *, as_slot: bool = False, name: str = "") -> Preview:
    """What an .ics file would bring, event by event; nothing is written before `bring` is called.

    Args:
        desk: the open calendar.
        path: the file.
        zone: IANA name for times that have no zone, or one that nobody knows; without it they are refused, and
            `asks["zone-unknown"]` holds likely ones.
        as_slot: make slots of single events too.
        name: what the person calls the file.

    Raises:
        InputError: `zone-unknown`, or what `exchange.ics.read.read_ics` refuses a file for.
    """
    if zone:
        zone_named(zone)
    name = name or path.name
    file = read_ics(path, name)
    read_at, found = _revision(desk), _compared(desk, file, zone or "", as_slot)

    def bring() -> Changed:
        """Write what is new or changed; compared anew when the calendar changed meanwhile."""
        current = found if _revision(desk) == read_at else _compared(desk, file, zone or "", as_slot)
        return _written(desk, [write for outcome in current for write in outcome.writes], name)

    rows = [_row(event, outcome) for event, outcome in zip(file.events, found, strict=True)]
    return Preview(name, rows, bring, _asked(desk, file, rows))


def _compared(desk: Desk, file: ForeignFile, zone: str, as_slot: bool) -> list[Outcome]:
    calendar = desk.calendar()
    networks = {folded(network.name): network.id for network in calendar.networks if network.id}
    cancelled = any(event.status == "CANCELLED" for event in file.events)
    posts, slots, *_ = vanished(desk, calendar) if cancelled else ([], [])
    lost = frozenset([post.uid for post in posts] + [slot.uid for slot in slots])
    return outcomes(Here(calendar, file, zone, as_slot, lost, networks))


def _row(event: ForeignEvent, outcome: Outcome) -> PreviewRow:
    title = " ".join(visible(event.summary[:TITLE]).split()) or " ".join(visible(event.uid[:TITLE]).split())
    return PreviewRow(event.number, title, outcome.state, outcome.record, tuple(map(_short, outcome.reasons)))


def _short(reason: PlannerError) -> PlannerError:
    """The reason with each value that it quotes cut to what a person reads."""
    values: dict[str, Any] = {
        name: f"{value[: QUOTED - 1]}…" if isinstance(value, str) and len(value) > QUOTED else value
        for name, value in reason.values.items()
    }
    return reason if values == reason.values else type(reason)(reason.key, detail=reason.detail, **values)


def _asked(desk: Desk, file: ForeignFile, rows: list[PreviewRow]) -> dict[str, tuple[str, ...]]:
    """The zones that are likely, when a time needs one."""
    if not any(reason.key in ZONE_KEYS for row in rows for reason in row.reasons):
        return {}
    own = str(desk.database.rows("SELECT zone FROM brief")[0][0])
    return {"zone-unknown": tuple(dict.fromkeys(zone for zone in (file.zone, own) if zone))}


def _revision(desk: Desk) -> int:
    return int(str(desk.database.rows("SELECT number FROM revision")[0][0]))


def _written(desk: Desk, writes: list[Write], name: str) -> Changed:
    if not writes:
        return Changed("import-events", "calendar", 0, 0, name)
    with desk.action("import-events", title=name) as action:
        fresh = [_put(action, write) for write in writes]
        action.session.flush()
        for write, record in zip(writes, fresh, strict=True):
            if not write.remove:
                action.stamps.append(_kept(write, record))
    return Changed("import-events", "calendar", 0, action.revision, name)


def _put(action: Action, write: Write) -> Any:
    kind: Any = KINDS[write.record]
    if write.remove:
        standing = action.get(kind, write.id)
        action.session.delete(standing)
        return standing
    record: Any = kind(uid=write.uid) if write.id is None else action.get(kind, write.id)
    for column, value in write.values.items():
        setattr(record, column, value)
    if write.record == "post":
        settle(record)
    action.session.add(record)
    return record


def _kept(write: Write, record: Any) -> Kept:
    event = write.event
    return Kept(write.record, record.id, event.sequence, event.created, event.changed, fresh=write.id is None)

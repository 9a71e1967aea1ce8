"""A record of our own as it comes back in an .ics file: exactly, unless somebody moved or wrote over its event."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from planner.desk.bundle import first_words
from planner.desk.values import checked
from planner.errors import InputError
from planner.exchange.document import REFERENCES
from planner.exchange.ics.record import digest
from planner.exchange.ics.text import one_line, web_address
from planner.model.links import TAGGED
from planner.model.when import instant, wall_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.desk.ics_here import Here
    from planner.errors import PlannerError
    from planner.exchange.ics.foreign import ForeignEvent
    from planner.exchange.ics.record import Record

TAG = re.compile(r"utm_[a-z]+=[^&#]*&?", re.IGNORECASE)
ERASABLE = frozenset({"title", "body", "network_id", "need_id", "next_step", "link", "repeat", "time"})
"""Fields that a record may leave out; a series' rule and days are said by its event too."""


def post_of(event: ForeignEvent, record: Record, here: Here) -> tuple[dict[str, Any], list[PlannerError]]:
    """The fields of a post as the event has them, and what of it this calendar does not know.

    Raises:
        InputError: the record holds what no post can.
    """
    told: list[PlannerError] = []
    body, cut = _body(event, record)
    values: dict[str, Any] = {
        "title": _title(event, record.title, body),
        "next_step": record.next_step,
        "link": record.link if TAGGED.search(event.url) or same_link(event.url, record.link) else event.url,
        "repeat": record.repeat,
        **_referred(record, here, told),
        **{name: said for name, said in (("purpose", record.purpose), ("status", record.status)) if said},
        **_stands(event, record, here),
    }
    if len(record.minutes) == 3:
        values |= dict(zip(("prepare_minutes", "publish_minutes", "reply_minutes"), record.minutes, strict=True))
    if cut:
        told.append(InputError("event-cut"))
    if not cut or not here.known(record.of or event.uid):
        values["body"] = body
    return values, told


def post_written_over(event: ForeignEvent, record: Record, said: dict[str, Any], here: Here) -> dict[str, Any]:
    """Those fields of `post_of` that somebody changed on our event elsewhere, none when nobody did.

    They are all that such an event has to say here: its record is of the day of the export.
    """
    changed: set[str] = set()
    if not _stands_as_said(event, record, here):
        changed |= {"day", "time", "zone"}
    if "body" in said and record.text != digest(event.description[: max(record.body, 0)]):
        changed.add("body")
    if said["title"] != record.title:
        changed.add("title")
    if said["link"] != record.link:
        changed.add("link")
    return {name: said[name] for name in changed if name in said}


def slot_of(event: ForeignEvent, record: Record, here: Here) -> tuple[dict[str, Any], list[PlannerError]]:
    """The fields of a slot, and what of it this calendar does not know.

    Raises:
        InputError: the record holds what no slot can.
    """
    told: list[PlannerError] = []
    values: dict[str, Any] = {
        "kind": record.slot or "publish",
        "title": record.title,
        "rule": record.rule,
        "skipped": list(record.skipped),
        "day": as_date(record.day),
        "time": _time(record.time),
        "zone": _zone(record, here),
        **{name: said for name, said in _referred(record, here, told).items() if name == "network_id"},
    }
    if len(record.minutes) == 3:
        values["minutes"] = record.minutes[1]
    return values, told


def told_only(values: dict[str, Any]) -> dict[str, Any]:
    """The values without those that the file does not say.

    A calendar that does not know a network or a need writes none, so that what is empty takes nothing away.
    """
    return {name: value for name, value in values.items() if value or name not in ERASABLE}


def same_link(url: str, link: str) -> bool:
    """Whether an event's address is a link, perhaps in other letters or with tags that tell where a visit came from."""
    return not url or _untagged(url) in (_untagged(link), _untagged(web_address(link)))


def _untagged(link: str) -> str:
    rest, hash_sign, fragment = link.partition("#")
    return TAG.sub("", rest).rstrip("?&") + hash_sign + fragment


def _body(event: ForeignEvent, record: Record) -> tuple[str, bool]:
    """The text without what was told under it, and whether it was cut in the file."""
    if record.body < 0:
        return event.description, True
    text, rest = event.description[: record.body], event.description[record.body :]
    if rest and not rest.startswith("\n") and record.body:
        return without_told(event.description, (record.next_step, record.link, event.url, record.need)), False
    before, after = record.blank if len(record.blank) == 2 else (0, 0)
    return "\n" * min(before, 1_000) + text + "\n" * min(after, 1_000), False


def without_told(description: str, told: Iterable[str]) -> str:
    """The description without the lines at its end that name next step, link or need."""
    ends = tuple(one for one in told if one)
    lines = description.rstrip("\n").split("\n")
    while ends and lines and lines[-1].endswith(ends):
        lines.pop()
    return "\n".join(lines).rstrip("\n")


def _title(event: ForeignEvent, title: str, body: str) -> str:
    """The title as typed; SUMMARY where somebody changed it elsewhere."""
    shown = one_line(title) if title else first_words(body)
    return title if not shown or event.summary.strip() == shown.strip() else event.summary


def _referred(record: Record, here: Here, told: list[PlannerError]) -> dict[str, Any]:
    """Network and need by the names they have here, or will have; what has none is told and left as it is."""
    values: dict[str, Any] = {}
    known = here.known_names
    if record.network:
        known.note_kind(record.network, record.network_key, owned=record.owned)
    for column, name, find, unknown in (
        ("network_id", record.network, known.network, InputError("event-network-unknown", name=record.network)),
        ("need_id", record.need, known.need, InputError("event-need-unknown", name=record.need)),
    ):
        try:
            values[column] = find(name) if name else None
        except InputError:
            told.append(unknown)
    return values


def taken(record: str, said: dict[str, Any]) -> dict[str, Any]:
    """The values of a record, each checked but those that name a network or need that is still to be added.

    Raises:
        InputError: what `planner.desk.values.checked` refuses.
    """
    named = {column: value for column, value in said.items() if column in REFERENCES and isinstance(value, str)}
    return checked(record, {column: value for column, value in said.items() if column not in named}) | named


def _stands(event: ForeignEvent, record: Record, here: Here) -> dict[str, Any]:
    """The day and hour of the record; those of the event when somebody moved it."""
    day, at, zone = as_date(record.day), _time(record.time), _zone(record, here)
    if event.start is not None and not _stands_as_said(event, record, here):
        place = here.place(event.start, zone=zone)
        return {"day": place.day, "time": place.at or at, "zone": place.zone if place.at else zone}
    return {"day": day, "time": at, "zone": zone}


def _stands_as_said(event: ForeignEvent, record: Record, here: Here) -> bool:
    day, at, zone = as_date(record.day), _time(record.time), _zone(record, here)
    return event.start is None or day is None or _as_said(event, day, at, zone or here.own_zone, here)


def _as_said(event: ForeignEvent, day: date, at: time | None, zone: str, here: Here) -> bool:
    if event.start is None or event.start.at is None:
        return event.start is not None and event.start.day == day
    there = here.at_home(event.start)
    wall = datetime.combine(there.day, there.at or time(0))
    return instant(wall, there.zone) == instant(wall_time(day, at), zone)


def _zone(record: Record, here: Here) -> str:
    return here.short(record.zone or here.their_zone)


def as_date(text: str) -> date | None:
    """The day of a record.

    Raises:
        InputError: it is none.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError("event-value", field="X-PLANNER-RECORD", value=text[:200]) from error


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError("event-value", field="X-PLANNER-RECORD", value=text[:200]) from error

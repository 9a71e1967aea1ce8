"""What an .ics file of anybody's says, as plain values, without icalendar; nothing in it is believed yet."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, NamedTuple

from planner.errors import InputError


class Moment(NamedTuple):
    """A day, or a wall time on it.

    Attributes:
        day: the day.
        at: the time of day; None when there is only a day.
        zone: IANA name; "" for a day, and for a time whose zone is not known.
        said: the zone's name in the file when it is not known; "" for a floating time.
    """

    day: date
    at: time | None = None
    zone: str = ""
    said: str = ""

    @property
    def homeless(self) -> bool:
        """Whether it is a time that no known zone gives an instant."""
        return self.at is not None and not self.zone


class ForeignEvent(NamedTuple):
    """One VEVENT, VTODO or VJOURNAL.

    Attributes:
        number: its place in the file, from 1.
        kind: the component's name.
        changed: LAST-MODIFIED, else DTSTAMP, as naive UTC; created likewise.
        minutes: its length; None when the file gives none.
        rules: the RRULE and EXRULE lines as they stand, an EXRULE with its name.
        skipped: EXDATE; added: RDATE.
        instead_of: RECURRENCE-ID: the instance that this event takes the place of; `onwards` for all after it too.
        place: LOCATION.
        html: whether `description` was made from HTML; `raw` is DESCRIPTION as it stands where it was that.
        guessed: whether its letters were guessed, for they are no UTF-8.
        record: X-PLANNER-RECORD as it stands.
        faults: what keeps it out.
    """

    number: int
    kind: str = "VEVENT"
    uid: str = ""
    summary: str = ""
    description: str = ""
    url: str = ""
    status: str = ""
    sequence: int = 0
    changed: datetime | None = None
    created: datetime | None = None
    start: Moment | None = None
    minutes: int | None = None
    rules: tuple[str, ...] = ()
    skipped: tuple[Moment, ...] = ()
    added: tuple[Moment, ...] = ()
    instead_of: Moment | None = None
    onwards: bool = False
    categories: tuple[str, ...] = ()
    place: str = ""
    html: bool = False
    raw: str = ""
    guessed: bool = False
    record: str = ""
    planner_status: str = ""
    faults: tuple[InputError, ...] = ()


class ForeignFile(NamedTuple):
    """The events of a file, and what it says for all of them.

    Attributes:
        events: in the order of the file, none left out.
        product: PRODID, the program that wrote it.
        zone: X-WR-TIMEZONE as an IANA name, or "".
        located: zones of the file's own, by name, with the IANA zone that it says they are (X-LIC-LOCATION).
        worked_out: others of its own that its events use, with the IANA zone whose clock it defines (VTIMEZONE).
    """

    events: list[ForeignEvent]
    product: str = ""
    zone: str = ""
    located: dict[str, str] = {}  # noqa: RUF012
    worked_out: dict[str, str] = {}  # noqa: RUF012


def as_json(event: ForeignEvent) -> dict[str, Any]:
    """The event as it goes through a pipe; what is empty is left out."""
    kept = {name: value for name, value in event._asdict().items() if value or value == 0}
    for name in ("start", "instead_of"):
        if name in kept:
            kept[name] = _moment_out(kept[name])
    for name in ("skipped", "added"):
        if name in kept:
            kept[name] = [_moment_out(moment) for moment in kept[name]]
    for name in ("changed", "created"):
        if name in kept:
            kept[name] = kept[name].isoformat()
    if "faults" in kept:
        kept["faults"] = [(fault.key, fault.values) for fault in kept["faults"]]
    return kept


def from_json(said: dict[str, Any]) -> ForeignEvent:
    """The event that `as_json` gave."""
    for name in ("start", "instead_of"):
        if name in said:
            said[name] = _moment_in(said[name])
    for name in ("skipped", "added"):
        if name in said:
            said[name] = tuple(_moment_in(moment) for moment in said[name])
    for name in ("changed", "created"):
        if name in said:
            said[name] = datetime.fromisoformat(said[name])
    for name in ("rules", "categories"):
        if name in said:
            said[name] = tuple(said[name])
    if "faults" in said:
        said["faults"] = tuple(InputError(key, **values) for key, values in said["faults"])
    return ForeignEvent(**said)


def _moment_out(moment: Moment) -> list[str]:
    return [moment.day.isoformat(), moment.at.isoformat() if moment.at else "", moment.zone, moment.said]


def _moment_in(said: list[str]) -> Moment:
    day, at, zone, name = said
    return Moment(date.fromisoformat(day), time.fromisoformat(at) if at else None, zone, name)

"""One VEVENT, as folded lines."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from planner.exchange.ics.entry import Remark
from planner.exchange.ics.fold import folded
from planner.exchange.ics.record import written
from planner.exchange.ics.text import DESCRIPTION_LIMIT, category, described, escaped, one_line, web_address
from planner.model.calendar import MOST_SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planner.exchange.ics.entry import Entry
    from planner.exchange.ics.pieces import Piece


def shared_lines(entry: Entry, cut_note: str, remarks: list[Remark]) -> bytes:
    """What all events of an entry have in common: texts, stamps, states and the alarm, which must stand last.

    `remarks` receives `body-cut` and `link-not-absolute`.
    """
    lines = (*_texts(entry, cut_note, remarks), *_states(entry), *_alarm(entry))
    return b"".join(map(folded, lines))


def event(piece: Piece, shared: bytes) -> bytes:
    """The event, from BEGIN to END; `shared` comes from `shared_lines`."""
    lines = ["BEGIN:VEVENT", f"UID:{escaped(one_line(piece.uid))}"]
    lines.append(_moment("DTSTART", piece.start, piece.zone))
    lines.append(_moment("DTEND", piece.end, piece.zone))
    if piece.rule:
        lines.append(f"RRULE:{piece.rule}")
        lines.extend(_moment("EXDATE", removed, piece.zone) for removed in piece.removed)
    return b"".join((*map(folded, lines), shared, b"END:VEVENT\r\n"))


def _moment(name: str, moment: datetime | date, zone: str) -> str:
    if not isinstance(moment, datetime):
        return f"{name};VALUE=DATE:{moment:%Y%m%d}"
    return f"{name};TZID={zone}:{moment:%Y%m%dT%H%M%S}" if zone else f"{name}:{moment:%Y%m%dT%H%M%SZ}"


def _stamp(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("a stamp needs an aware moment")
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _texts(entry: Entry, cut_note: str, remarks: list[Remark]) -> Iterator[str]:
    address = web_address(entry.url)
    if entry.url and not address:
        values: dict[str, object] = {"uid": entry.uid, "title": entry.summary, "link": entry.url}
        remarks.append(Remark("link-not-absolute", values))
    description, cut = described(entry.description, entry.url, cut_note)
    if cut:
        values = {"uid": entry.uid, "title": entry.summary, "limit": DESCRIPTION_LIMIT}
        remarks.append(Remark("body-cut", values))
    if entry.summary:
        yield f"SUMMARY:{escaped(one_line(entry.summary))}"
    if description:
        yield f"DESCRIPTION:{escaped(description)}"
        if entry.html:
            yield f"X-ALT-DESC;FMTTYPE=text/html:{escaped(entry.html)}"
    if address:
        yield f"URL:{address}"
    categories = dict.fromkeys(name for name in map(category, entry.categories) if name)
    if categories:
        yield "CATEGORIES:" + ",".join(map(escaped, categories))
    if entry.record:
        yield f"X-PLANNER-RECORD:{escaped(written(entry.record._replace(body=-1) if cut else entry.record))}"


def _states(entry: Entry) -> Iterator[str]:
    changed = _stamp(entry.changed_at)
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    if entry.created_at:
        yield f"CREATED:{_stamp(entry.created_at)}"
    yield f"SEQUENCE:{min(entry.sequence, MOST_SEQUENCE)}"
    yield f"STATUS:{entry.status}"
    yield "TRANSP:TRANSPARENT" if entry.transparent else "TRANSP:OPAQUE"
    yield "X-MICROSOFT-CDO-BUSYSTATUS:FREE" if entry.transparent else "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"
    if entry.planner_status:
        yield f"X-PLANNER-STATUS:{escaped(one_line(entry.planner_status))}"


def _alarm(entry: Entry) -> Iterator[str]:
    if entry.alarm_minutes is None or entry.status == "CANCELLED":
        return
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(one_line(entry.summary)) or '-'}"
    yield f"TRIGGER:-PT{entry.alarm_minutes}M" if entry.alarm_minutes > 0 else "TRIGGER:PT0S"
    yield "END:VALARM"

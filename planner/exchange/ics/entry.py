"""What an .ics file is made from: plain values, without icalendar."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from planner.exchange.ics.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One post, slot or block as the other calendars are to see it.

    Attributes:
        uid: made once when the record is made, and never again.
        sequence: raised on each change of start, end, rule or status.
        changed_at: aware moment of the last change; DTSTAMP and LAST-MODIFIED, so that bytes stay the same.
        created_at: aware moment of the making, or None.
        start: naive wall time in `zone`; of an all-day entry only the day counts.
        zone: IANA name, such as Europe/Paris.
        minutes: length; of an all-day entry, 1,440 for each day.
        all_day: the entry has a day and no time.
        rule: an RRULE value without DTSTART, or ""; its UNTIL is a day in `zone`, that day included.
        skipped: days of the series that do not take place; days that are none of its own are ignored.
        since, until: of a series, only the days from the one to the other are in this file; None for no such bound.
        html: sanitised twin of `description`, or "".
        url: where the post stands or leads to; not an http(s) address, it is kept in the text only.
        status: what the calendars call it; `planner_status` is planner's own word.
        transparent: the time stays free (a post) or is taken (a block of work).
        alarm_minutes: how long before the start to remind, or None.
        record: what the event cannot show of what it was made from, or None.
        kind: publish, prepare, reply, listen, watch or review: what the time is for.
        network: the name of the place it stands on, or "".
    """

    uid: str
    sequence: int
    changed_at: datetime
    start: datetime
    zone: str
    minutes: int
    summary: str
    created_at: datetime | None = None
    all_day: bool = False
    rule: str = ""
    skipped: tuple[date, ...] = ()
    since: date | None = None
    until: date | None = None
    description: str = ""
    html: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    status: Literal["TENTATIVE", "CONFIRMED", "CANCELLED"] = "CONFIRMED"
    transparent: bool = True
    planner_status: str = ""
    alarm_minutes: int | None = None
    record: Record | None = None
    kind: str = "publish"
    network: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The entries of one file, and what is said once for all of them.

    Attributes:
        name: the calendar's name; "" for a file of one entry, which Outlook would else open as a new calendar
            (MS-OXCICAL, X-WR-CALNAME).
        zone: the person's IANA zone.
        entries: read twice, one at a time: any sequence will do, also one that makes its entries when asked.
        cut_note: what stands at the end of a text that had to be cut, such as where to read on.
        part: how the calendar was split when this is one file of several, such as `network`; else "".
        spared: UIDs of what is planned on days that the file leaves out: where they stood they are not cancelled.
        living: UIDs of all records that stand in the calendar, whatever the file shows of it.
        calendar: the UID of the calendar, by which its files are told from those of another; "" leaves them unmarked.
    """

    name: str
    zone: str
    entries: Sequence[Entry]
    cut_note: str = "…"
    part: str = ""
    spared: frozenset[str] = frozenset()
    living: frozenset[str] = frozenset()
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the person must be told about the file: a key that the words know, and its values.

    Keys: `gap-moved` (uid, title, day, time, moved, zone), `series-written-out` (uid, title, zone, until,
    count), `series-empty` (uid, title), `body-cut` (uid, title, limit), `link-not-absolute` (uid, title,
    link), `day-out-of-range` (uid, title, day), `file-large` (bytes, limit), `split-by-year` and
    `split-asked` (count, first, last).
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

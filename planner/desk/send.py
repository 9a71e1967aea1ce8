"""What a user can take out: the calendar as TOML and as JSON, and as a file for other calendars."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING, Any

from planner.desk.bundle import (
    FIRST_DAY,
    KINDS,
    LAST_DAY,
    Labels,
    Making,
    has_hours_to_prepare,
    occurs,
    review_uid,
    takes_place,
)
from planner.desk.desk import BIN_DAYS
from planner.desk.parted import Part, by_year, part_path, parts, standing_parts
from planner.desk.vanished import Vanished, vanished
from planner.errors import InputError
from planner.exchange import document, toml
from planner.exchange.files import HEAD, MOST_BYTES, write_whole
from planner.exchange.ics.entry import Entry, Feed, Remark
from planner.exchange.ics.standing import Standing, following, standing
from planner.exchange.ics.write import SIZE_LIMIT, ics_bytes, ics_lines, is_anothers, is_ours, ours
from planner.model.terms import Status
from planner.store.handed_out import HandedOut, note_handed_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.model.calendar import Calendar
    from planner.model.post import Post

MOST_NAMED = 8
"""Files that are named one by one."""
EVENT, CANCELLED = b"BEGIN:VEVENT\r\n", b"\r\nSTATUS:CANCELLED\r\n"


@dataclass(frozen=True)
class ExportedFile:
    """What was written: where, how many records or events it holds, and what must be said of it.

    `path` is the file, or how the files of a split calendar are called, such as `mine-*.ics`. `cancelled` of the events
    say that they no longer take place. `binned` posts lie in the bin: a file of the whole calendar holds them too, any
    other leaves them out.
    """

    path: Path
    count: int
    remarks: list[Remark]
    cancelled: int = 0
    binned: int = 0


def toml_text(desk: Desk, header: Sequence[str] = ()) -> str:
    """The whole calendar as TOML, under comments in the reader's language."""
    return toml.write(desk.calendar(), header)


def dump_text(desk: Desk) -> str:
    """The whole calendar as JSON, total and sorted; see `exchange.document.dump`."""
    return document.dump(desk.calendar())


def export_toml(desk: Desk, path: Path, header: Sequence[str] = (), *, force: bool = False) -> ExportedFile:
    """Write the calendar's TOML file.

    Raises:
        InputError: `not-ours` when a file stands there that planner did not write.
        OutsideError: `disk-full` or `cannot-write`.
    """
    calendar = desk.calendar()
    write_whole(path, [toml.write(calendar, header).encode()], _is_our_toml, force=force)
    return ExportedFile(path, len(calendar.posts), [], binned=len(calendar.binned))


def export_json(desk: Desk, path: Path, *, force: bool = False) -> ExportedFile:
    """Write the calendar's dump into a file.

    Raises:
        InputError: `not-ours` when a file stands there that is no dump.
        OutsideError: `disk-full` or `cannot-write`.
    """
    calendar = desk.calendar()
    write_whole(path, [document.dump(calendar).encode()], _is_our_json, force=force)
    return ExportedFile(path, len(calendar.posts), [], binned=len(calendar.binned))


def export_ics(
    desk: Desk, path: Path, *, force: bool = False, split: str = "", large: bool = False, **options: Any
) -> ExportedFile:
    """Write the file for other calendars; `options` are those of `ics_feed`.

    What stood in our file at `path` and is planned no longer is cancelled once. A file over 900 kB is written as one
    a year beside `path` (Google imports 1 MB at most).

    Args:
        desk: the open calendar.
        path: the file; with parts, what their names begin with.
        force: whether a file is replaced that planner did not write.
        split: one of `parted.SPLITS` for a file each, or "".
        large: whether a file may be over 900 kB.
        options: see `ics_feed`.

    Raises:
        InputError: `not-ours` when a file stands there that planner did not write, `other-calendar` when it wrote
            it for another calendar.
        OutsideError: `disk-full` or `cannot-write`.
    """
    sent = _export_ics(desk, path, force, split, large, options)
    note_handed_out(desk.database, desk.now())
    return sent


def _export_ics(
    desk: Desk, path: Path, force: bool, split: str, large: bool, options: Mapping[str, Any]
) -> ExportedFile:
    feed, remarks = ics_feed(desk, **options)
    labels = options.get("labels") or Labels()
    if not split:
        written = _followed(desk, feed, path, remarks)
        if large or len(written) <= SIZE_LIMIT:
            write_whole(path, [written], ours(path, feed.calendar), force=force)
            return ExportedFile(path, written.count(EVENT), remarks, written.count(CANCELLED))
    made = parts(feed, split or "year", labels.slot_kinds, labels.elsewhere, labels.network)
    return _sent_in_parts(desk, path, split, [small for part in made for small in _small(part, large)], force)


def _small(part: Part, large: bool) -> Iterable[Part]:
    years = by_year(part) if part.feed.part != "year" else []
    return years if len(years) > 1 and not large and len(ics_bytes(part.feed)) > SIZE_LIMIT else [part]


def _sent_in_parts(desk: Desk, path: Path, split: str, made: list[Part], force: bool) -> ExportedFile:
    """Write the parts; those of earlier exports that hold nothing any more say what is cancelled."""
    remarks: list[Remark] = []
    feeds = {part_path(path, part.slug): part.feed for part in made}
    calendar = desk.calendar()
    brief, living = calendar.brief, _standing_uids(calendar)
    empty = Feed(name="", zone=brief.zone, entries=(), part=split or "year", living=living, calendar=brief.uid)
    emptied = [file for file in standing_parts(path, empty.part, brief.uid) if file not in feeds]
    feeds |= dict.fromkeys(emptied, empty)
    stood = {file: _standing(file, brief.uid) for file in feeds}
    count = cancelled = 0
    for file, feed in feeds.items():
        others = [old.living() for other, old in stood.items() if other != file and old]
        elsewhere = {uid: sequence for living in others for uid, sequence in living.items()}
        written = _follow(desk, feed, stood[file], remarks, elsewhere)
        write_whole(file, [written], ours(file, brief.uid), force=force)
        count, cancelled = count + written.count(EVENT), cancelled + written.count(CANCELLED)
    names = [part_path(path, part.slug).name for part in made] or [path.name]
    values = {"count": len(made), "first": names[0], "last": names[-1]}
    told = [Remark("split-asked" if split else "split-by-year", values)]
    if emptied:
        told.append(Remark("parts-emptied", {"files": _named_short([file.name for file in emptied])}))
    return ExportedFile(part_path(path, "*"), count, [*told, *remarks], cancelled)


def _named_short(names: Sequence[str]) -> str:
    """The first names, and an ellipsis for more: there may be a file for each of many years."""
    return ", ".join([*names[:MOST_NAMED], *("…" for _ in names[MOST_NAMED : MOST_NAMED + 1])])


def _followed(desk: Desk, feed: Feed, path: Path, remarks: list[Remark]) -> bytes:
    return _follow(desk, feed, _standing(path, feed.calendar), remarks, {})


def _follow(
    desk: Desk, feed: Feed, before: Standing | None, remarks: list[Remark], elsewhere: Mapping[bytes, int]
) -> bytes:
    now = desk.now().replace(tzinfo=UTC)
    lines = ics_lines(feed, remarks)
    return b"".join(following(lines, before, now, spared=feed.spared, elsewhere=elsewhere, living=feed.living))


def _standing_uids(calendar: Calendar) -> frozenset[str]:
    """The UIDs of all that is planned, whatever a file shows of it."""
    planned = [post for post in calendar.posts if post.day and post.status not in (Status.IDEA, Status.DROPPED)]
    uids = [record.uid for records in (planned, calendar.slots) for record in records]
    return frozenset([*uids, *(review_uid(review, calendar) for review in calendar.reviews)])


def _standing(path: Path, calendar: str) -> Standing | None:
    """What this calendar's file at this place holds; None when there is none that can be read."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    head = data[:HEAD]
    return standing(data) if is_ours(head) and not is_anothers(head, calendar) else None


def ics_feed(
    desk: Desk,
    *,
    first: date | None = None,
    last: date | None = None,
    network: str | None = None,
    kinds: frozenset[str] = KINDS,
    alarm: int | None = None,
    html: bool = False,
    labels: Labels | None = None,
) -> tuple[Feed, list[Remark]]:
    """What other calendars are to see, in order of day; `write.ics_lines` adds its remarks to the list.

    Ideas are never in it. A post keeps the time free; a dropped one, or one in the bin, is cancelled, and so is
    what was taken from the plan in the last 30 days, if another calendar was ever given it. Only a file of the whole
    calendar has its name.

    Args:
        desk: the open calendar.
        first: leave out what ends before this day.
        last: leave out what begins after this day.
        network: only what stands on the network of this name.
        kinds: what is in it of publish, prepare, reply, listen, watch and review; all but publish take the time.
        alarm: minutes before the start to remind, None for no reminder.
        html: whether texts get a twin in HTML.
        labels: words of planner's own.

    Raises:
        InputError: `reference-missing` when there is no network of this name, `days-reversed` when `first` comes
            after `last`.
    """
    if first and last and first > last:
        raise InputError("days-reversed", first=first, last=last)
    calendar = desk.calendar()
    words = labels or Labels()
    prepares = has_hours_to_prepare(desk)
    making = Making(calendar, words, alarm, html, desk.today() - timedelta(days=BIN_DAYS), kinds, prepares)
    chosen = _network(calendar, network)
    planned = [entry for entry in _entries(desk, making) if chosen in (None, entry.network)]
    days = (first or FIRST_DAY, last or LAST_DAY)
    entries = [entry for entry in planned if _within(entry, *days)] if first or last else planned
    spared = frozenset(_living(planned) - {entry.uid for entry in entries})
    entries.sort(key=lambda entry: (entry.start, entry.uid))
    whole = len(entries) != 1 and not (first or last or network)
    name = (calendar.brief.title or words.untitled) if whole else ""
    brief, note = calendar.brief, words.cut_note
    living = _standing_uids(calendar)
    feed = Feed(name=name, zone=brief.zone, entries=entries, cut_note=note, calendar=brief.uid)
    return replace(feed, spared=spared, living=living), []


def _entries(desk: Desk, making: Making) -> list[Entry]:
    """All that stands on a day, and what stood there in the last 30 days, as far as it was ever given to others."""
    calendar, days = making.calendar, (FIRST_DAY, LAST_DAY)
    binned, lost = _left_the_plan(desk, calendar)
    posts = [post for post in (*calendar.posts, *binned) if making.shown(post, *days)]
    made = [entry for post in posts for entry in making.of_post(post)]
    made += [entry for slot in calendar.slots if occurs(slot, *days) for entry in making.of_slot(slot)]
    made += [entry for review in calendar.reviews for entry in making.of_review(review)]
    gone = [entry for post in lost.posts if making.shown(post, *days) for entry in making.of_post(post)]
    gone += [entry for slot in lost.slots if occurs(slot, *days) for entry in making.of_slot(slot)]
    gone += [entry for review in lost.reviews for entry in making.of_review(review)]
    return _once([*made, *map(_called_off, gone)])


def _left_the_plan(desk: Desk, calendar: Calendar) -> tuple[list[Post], Vanished]:
    """The posts in the bin and what vanished of late, as far as another calendar was ever given it."""
    given, lost = HandedOut(desk.database), vanished(desk, calendar)

    def held(record: str, row: Any) -> bool:
        return given.held(calendar.stamps.get((record, row.id or 0)))

    return [post for post in calendar.binned if held("post", post)], Vanished(
        [post for post in lost.posts if held("post", post)],
        [slot for slot in lost.slots if held("slot", slot)],
        [review for review in lost.reviews if held("review", review)],
    )


def _called_off(entry: Entry) -> Entry:
    """The entry cancelled; its record no longer says that the post was dropped, which is a state of what stands."""
    record = entry.record._replace(status="") if entry.record else None
    return replace(entry, status="CANCELLED", record=record)


def _living(entries: Iterable[Entry]) -> set[str]:
    return {entry.uid for entry in entries if entry.status != "CANCELLED"}


def _once(entries: list[Entry]) -> list[Entry]:
    """The entries without those cancelled under a UID that lives on, or is cancelled already.

    A series may have been taken in under the UID of a post that was deleted: a calendar that reads both in one file
    would take the living one away.
    """
    taken, found = _living(entries), []
    for entry in entries:
        if entry.status != "CANCELLED":
            found.append(entry)
        elif entry.uid not in taken:
            taken.add(entry.uid)
            found.append(entry)
    return found


def _within(entry: Entry, first: date, last: date) -> bool:
    """Whether the entry takes place on one of the days."""
    return takes_place(entry.start.date(), entry.rule, entry.skipped, first, last)


def _network(calendar: Calendar, name: str | None) -> str | None:
    if name is None or any(network.name == name for network in calendar.networks):
        return name
    raise InputError("reference-missing", field="network", value=name)


def _is_our_toml(head: bytes) -> bool:
    return head.startswith(toml.MARK.encode())


def _is_our_json(head: bytes) -> bool:
    return head.startswith(b'{\n  "brief": {\n    "audience":')

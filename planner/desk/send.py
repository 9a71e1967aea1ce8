"""What a user can take out: the calendar as TOML and as JSON, and as a file for other calendars."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from planner.desk.desk import BIN_DAYS
from planner.desk.vanished import vanished
from planner.errors import InputError
from planner.exchange import document, toml
from planner.exchange.files import write_whole
from planner.exchange.ics.entry import Entry, Feed, Remark
from planner.exchange.ics.write import PRODUCT, SIZE_LIMIT, ics_lines
from planner.model.terms import Purpose, SlotKind, Status
from planner.model.when import occurrences, wall_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.model.calendar import Calendar
    from planner.model.post import Post
    from planner.model.slot import Slot

SHORTEST = 15
"""Minutes of an exported post, at least: calendars draw a shorter one as a line nobody can read."""
FIRST_WORDS = 60
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)


def _capitalised(names: Sequence[str]) -> dict[str, str]:
    return {str(name): name.capitalize() for name in names}


@dataclass(frozen=True)
class Labels:
    """The words that planner itself puts into an exported event, in the reader's language."""

    untitled: str = "Untitled"
    next_step: str = "Next step: "
    link: str = "Link: "
    need: str = "Question: "
    purposes: Mapping[str, str] = field(default_factory=lambda: _capitalised(tuple(Purpose)))
    slot_kinds: Mapping[str, str] = field(default_factory=lambda: _capitalised(tuple(SlotKind)))
    cut_note: str = "…"


@dataclass(frozen=True)
class Sent:
    """A file that was written: where, how many records or events it holds, and what must be said of it."""

    path: Path
    count: int
    remarks: list[Remark]


def toml_text(desk: Desk, header: Sequence[str] = ()) -> str:
    """The whole calendar as TOML, under comments in the reader's language."""
    return toml.write(desk.calendar(), header)


def dump_text(desk: Desk) -> str:
    """The whole calendar as JSON, total and sorted; see `exchange.document.dump`."""
    return document.dump(desk.calendar())


def export_toml(desk: Desk, path: Path, header: Sequence[str] = (), *, force: bool = False) -> Sent:
    """Write the calendar's TOML file.

    Raises:
        InputError: `not-ours` when a file stands there that planner did not write.
        OutsideError: `disk-full` or `cannot-write`.
    """
    calendar = desk.calendar()
    write_whole(path, [toml.write(calendar, header).encode()], _is_our_toml, force=force)
    return Sent(path, len(calendar.posts) + len(calendar.binned), [])


def export_ics(desk: Desk, path: Path, *, force: bool = False, split: bool = True, **options: Any) -> Sent:
    """Write the file for other calendars; `options` are those of `ics_feed`.

    A file over 900 kB is written as one a year beside `path`, unless `split` is off (Google imports 1 MB at most).

    Raises:
        InputError: `not-ours` when a file stands there that planner did not write.
        OutsideError: `disk-full` or `cannot-write`.
    """
    feed, remarks = ics_feed(desk, **options)
    written = b"".join(ics_lines(feed, remarks))
    if len(written) <= SIZE_LIMIT or not split:
        write_whole(path, [written], _is_our_ics, force=force)
        return Sent(path, len(feed.entries), remarks)
    return _sent_by_year(feed, path, force)


def _sent_by_year(feed: Feed, path: Path, force: bool) -> Sent:
    """One file a year beside `path`, since Google takes no larger one; a series stands in the year it begins."""
    remarks: list[Remark] = []
    years = sorted({entry.start.year for entry in feed.entries})
    for year in years:
        entries = [entry for entry in feed.entries if entry.start.year == year]
        part = replace(feed, entries=entries, name=f"{feed.name} {year}".strip())
        file = path.with_name(f"{path.stem}-{year}{path.suffix}")
        write_whole(file, ics_lines(part, remarks), _is_our_ics, force=force)
    first, last = (f"{path.stem}-{year}{path.suffix}" for year in (years[0], years[-1]))
    told = Remark("split-by-year", {"count": len(years), "first": first, "last": last})
    return Sent(path, len(feed.entries), [told, *remarks])


def ics_feed(
    desk: Desk,
    *,
    first: date | None = None,
    last: date | None = None,
    network: str | None = None,
    with_slots: bool = True,
    alarm: int | None = None,
    html: bool = False,
    labels: Labels | None = None,
) -> tuple[Feed, list[Remark]]:
    """What other calendars are to see, in order of day; `write.ics_lines` adds its remarks to the list.

    Ideas are never in it. A post keeps the time free; a dropped one, or one in the bin, is cancelled, and so is
    what was taken from the plan in the last 30 days. Only a file of the whole calendar has its name.

    Args:
        desk: the open calendar.
        first: leave out what ends before this day.
        last: leave out what begins after this day.
        network: only what stands on the network of this name.
        with_slots: whether recurring blocks are in it; they take the time.
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
    making = _Making(calendar, labels or Labels(), alarm, html, desk.today() - timedelta(days=BIN_DAYS))
    days = (first or FIRST_DAY, last or LAST_DAY)
    chosen = _network(calendar, network)
    lost_posts, lost_slots = vanished(desk, calendar)
    standing = [*calendar.posts, *calendar.binned]
    posts = [post for post in [*standing, *lost_posts] if making.shown(post, *days)]
    slots = [slot for slot in [*calendar.slots, *lost_slots] if occurs(slot, *days)] if with_slots else []
    entries = [making.post(post) for post in posts if chosen in (None, post.network_id)]
    entries += [making.slot(slot) for slot in slots if chosen in (None, slot.network_id)]
    lost = {*(post.uid for post in lost_posts), *(slot.uid for slot in lost_slots)}
    entries = [replace(entry, status="CANCELLED") if entry.uid in lost else entry for entry in entries]
    entries.sort(key=lambda entry: (entry.start, entry.uid))
    whole = len(entries) != 1 and not (first or last or network)
    name = (calendar.brief.title or making.labels.untitled) if whole else ""
    zone = calendar.brief.zone
    return Feed(name=name, zone=zone, entries=entries, cut_note=making.labels.cut_note), []


def occurs(slot: Slot, first: date, last: date) -> bool:
    """Whether the slot takes place on a day from `first` to `last`, looking nine years ahead of its first."""
    left_out = set(slot.skipped)
    upper = min(last, max(slot.day, first) + timedelta(days=3_300))
    found = occurrences(slot.day, slot.rule, max(first, slot.day), upper)
    return any(day.isoformat() not in left_out for day in found)


def _network(calendar: Calendar, name: str | None) -> int | None:
    if name is None:
        return None
    for network in calendar.networks:
        if network.name == name:
            return network.id
    raise InputError("reference-missing", field="network", value=name)


@dataclass(frozen=True)
class _Making:
    """One export: the calendar, the words, and what every entry shares."""

    calendar: Calendar
    labels: Labels
    alarm: int | None
    html: bool
    bin_since: date

    def shown(self, post: Post, first: date, last: date) -> bool:
        """Whether a post is in the file: dated within the days, no idea, and not long in the bin."""
        if post.day is None or not first <= post.day <= last or post.status == Status.IDEA:
            return False
        return post.deleted is None or post.deleted >= self.bin_since

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
            summary=post.title or first_words(post.body) or self.labels.untitled,
            description=description,
            html=self._html(description),
            url=post.link,
            categories=self._categories(post.network_id, self.labels.purposes.get(post.purpose, "")),
            status=_status(post),
            transparent=True,
            planner_status=post.status,
            alarm_minutes=self.alarm,
        )

    def slot(self, slot: Slot) -> Entry:
        """A slot as a recurring event that takes the time."""
        kind = self.labels.slot_kinds.get(slot.kind, slot.kind)
        return Entry(
            uid=slot.uid,
            **self._stamps("slot", slot.id),
            start=wall_time(slot.day, slot.time),
            zone=slot.zone or self.calendar.brief.zone,
            minutes=slot.minutes,
            rule=slot.rule,
            skipped=tuple(map(date.fromisoformat, slot.skipped)),
            summary=slot.title or kind,
            categories=self._categories(slot.network_id, kind),
            transparent=False,
            alarm_minutes=self.alarm,
        )

    def _stamps(self, record: str, identifier: int | None) -> dict[str, Any]:
        stamp = self.calendar.stamps.get((record, identifier or 0))
        if stamp is None:
            return {"sequence": 0, "changed_at": BEGINNING, "created_at": BEGINNING}
        changed, created = (at.replace(tzinfo=UTC) for at in (stamp.changed_at, stamp.created_at))
        return {"sequence": stamp.sequence, "changed_at": changed, "created_at": created}

    def _told(self, post: Post) -> Iterator[str]:
        """What stands under the body, a line each."""
        need = self.calendar.need(post.need_id)
        if post.next_step:
            yield self.labels.next_step + post.next_step
        if post.link:
            yield self.labels.link + post.link
        if need:
            yield self.labels.need + need.text

    def _categories(self, network: int | None, other: str) -> tuple[str, ...]:
        found = self.calendar.network(network)
        return tuple(name for name in (found.name if found else "", other) if name)

    def _html(self, text: str) -> str:
        if not self.html or not text:
            return ""
        from planner.exchange.page import safe_html

        return safe_html(text)


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


def _is_our_toml(head: bytes) -> bool:
    return head.startswith(toml.MARK.encode())


def _is_our_ics(head: bytes) -> bool:
    return head.startswith(b"BEGIN:VCALENDAR") and f"PRODID:{PRODUCT}".encode() in head

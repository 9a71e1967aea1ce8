"""A file that is kept up to date: what must stand in it, and what of that must be written anew."""

from __future__ import annotations

import json
import os
import shlex
import stat
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.bundle import FIRST_DAY, Making, has_hours_to_prepare
from planner.desk.publish_by_year import CURRENT, as_asked_for
from planner.desk.publish_left import Left, identity, known_by, left_by
from planner.desk.publish_years import OF_A_POST, in_year, kinds_of, parted, planned, year_of
from planner.errors import CalendarError, InputError
from planner.exchange.files import write_whole
from planner.exchange.ics import splice
from planner.exchange.ics.entry import Remark
from planner.exchange.ics.splice import NOTHING, Frame, Put, place_of
from planner.exchange.ics.write import SIZE_LIMIT, ours
from planner.model.terms import SlotKind
from planner.store import changed
from planner.store.outlets import note_published_once, outlets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from planner.desk.bundle import Labels
    from planner.desk.desk import Desk
    from planner.exchange.ics.entry import Entry
    from planner.model.calendar import Calendar
    from planner.store.outlets import Outlet

FORM = 3
"""Counted up when the same calendar is to give other bytes: every published file is then written whole."""
TRIES = 5
"""How often a file is brought up to date anew because another process did so at the same moment."""
OWNER_ALONE, READABLE = 0o600, 0o644
RANKS = {record: rank for rank, record in enumerate(changed.ELSEWHERE)}


class Brought(NamedTuple):
    """How many records were written anew or taken out, and what a person must be told of them."""

    changed: int
    remarks: list[Remark]


def bring_up_to_date(desk: Desk, outlet: Outlet, labels: Labels, *, force: bool = False) -> Brought:
    """Write what changed since the last publication; a file that others touched is written whole.

    What left the plan is cancelled in one version of the file and gone from the next (RFC 5545, 3.8.1.11). Killed
    between two steps, or met by another process, it is made right by the next call.

    Raises:
        InputError: `not-ours` when a file stands there that planner did not write, without `force`; `other-calendar`
            likewise when it wrote it for another calendar; `is-folder`;
            `outlet-network-gone` when the one network of the file is no more.
        OutsideError: `disk-full` or `cannot-write`; the file is as it was.
        CalendarError: the calendar is locked or takes no changes.
    """
    if desk.readonly:
        raise CalendarError("calendar-readonly", file=desk.path.name)
    for _ in range(TRIES):
        current = next((known for known in outlets(desk.database) if known.id == outlet.id), None)
        if current is None:
            return Brought(0, [])
        version = Version(desk, current, labels)
        brought = version.write(force=force)
        if version.noted:
            version.let_be_read()
            return brought
    raise CalendarError("calendar-locked", file=desk.path.name)


def size_alone(desk: Desk, outlet: Outlet, labels: Labels) -> int:
    """How many bytes a file would have that is not there yet.

    Raises:
        InputError: `outlet-network-gone`.
    """
    return Version(desk, outlet, labels).size()


class Version:
    """The next version of one file."""

    def __init__(self, desk: Desk, outlet: Outlet, labels: Labels) -> None:
        """Look at the calendar and at the file; the revision first, so that what comes later is never missed."""
        self.desk, self.outlet, self.labels = desk, outlet, labels
        self.path = Path(outlet.place)
        self.revision = changed.revision(desk.database)
        self.year = year_of(outlet.options, desk.today())
        self.context = _context(desk, outlet, labels, self.year)
        self.remarks: list[Remark] = []
        self.noted = False
        self.empty: set[int] = set()
        self.thinner: dict[int, Put] = {}
        left = left_by(outlet.mark)
        self.before = left if left and left.known == known_by(self.path) else None
        self.turned = self.before is not None and self.before.year != self.year
        self.old = b""
        self.stood: Callable[[int], bytes] = lambda _: b""

    @cached_property
    def reach(self) -> changed.Reach:
        """The days and zones of the whole calendar."""
        return changed.reach(self.desk.database)

    def write(self, *, force: bool) -> Brought:
        """Write it, if there is anything to write."""
        same = self.before is not None and self.before.context == self.context
        if self.before is not None and same and self.outlet.revision == self.revision:
            self.noted = True
            return Brought(0, [])
        self._read_old()
        keys = self._keys() if same and self.before else None
        calendar = self.desk.calendar() if keys is None else changed.part(self.desk.database, keys)
        waiting = self._waiting(self._gone(calendar, keys))
        around = self._frame(calendar, [*self._leaving(calendar, keys).values(), *waiting.values()])
        if keys is not None and self.before and around.digest != self.before.frame:
            keys, calendar = None, self.desk.calendar()
        put = self._put(calendar, keys, around)
        if not put and self.before and around.digest == self.before.frame:
            self._note(self.before._replace(context=self.context, year=self.year))
            return Brought(0, [])
        told, waiting = len(put), waiting | self._waiting(self.empty)
        if waiting:
            without = self._frame(calendar, self._leaving(calendar, keys).values())
            if without.digest != around.digest:
                around, put = without, self._put(self.desk.calendar(), None, without)
        taken_out = dict.fromkeys(waiting, Put(b"")) | self.thinner
        return Brought(told, self._written(around, put | taken_out, force=force))

    def size(self) -> int:
        """How many bytes it has when all of it is new."""
        calendar = self.desk.calendar()
        around = self._frame(calendar, ())
        return len(around.text) + sum(len(new.text) for new in self._made(calendar, None, around).values())

    def _keys(self) -> list[changed.Key]:
        """The records that changed since, and those that the file says are cancelled."""
        cancelled = [(changed.ELSEWHERE[place // splice.KIND], place % splice.KIND) for place in self.cancelled]
        return [*changed.changed(self.desk.database, self.outlet.revision), *cancelled]

    def _read_old(self) -> None:
        """Read the file as it was left; one that is not made as it was noted is no help."""
        if self.before is None:
            return
        with suppress(OSError), self.path.open("rb") as file:
            # Another process may have put its own file there since this one was looked at.
            self.old = file.read() if identity(os.fstat(file.fileno())) == self.before.known else b""
        if self.before.standing.fills(self.old, self.before.start):
            self.stood = self.before.standing.cut(self.old, self.before.start)
        else:
            self.before, self.old = None, b""

    @property
    def cancelled(self) -> frozenset[int]:
        """The places of which the file says that an event is cancelled."""
        return self.before.standing.cancelled if self.before else frozenset()

    def _gone(self, calendar: Calendar, keys: Iterable[changed.Key] | None) -> set[int]:
        """The places of the records that stand in the file and are planned no more."""
        looked_at = set(self.before.standing.places) if self.before else set()
        if keys is not None:
            looked_at &= _places(keys)
        return looked_at - {place for place, _ in self._planned(calendar)}

    def _waiting(self, gone: set[int]) -> dict[int, Put]:
        """What the file says is cancelled: it is taken out with the next change, and is no change itself."""
        over = {place: self.stood(place) for place in gone & self.cancelled}
        return {place: Put(stood, True) for place, stood in over.items() if not splice.living(stood)}

    def _leaving(self, calendar: Calendar, keys: Iterable[changed.Key] | None) -> dict[int, Put]:
        """What is to stand there no more: cancelled, unless it is only of another year than the file now shows."""
        gone = self._gone(calendar, keys)
        of_another_year = gone & {place for place, _ in self._of_all_years(calendar)} if self.turned else set()
        return dict.fromkeys(of_another_year, Put(b"")) | self._cancelled(calendar, gone - of_another_year)

    def _cancelled(self, calendar: Calendar, gone: set[int]) -> dict[int, Put]:
        """What left the plan since, cancelled."""
        found: dict[int, Put] = {}
        living = self._living(calendar)
        for place in gone:
            stood = splice.living(self.stood(place)) if place in self.cancelled else self.stood(place)
            if stood:
                raised = self._raised(calendar, place)
                found[place] = Put(splice.cancelled(stood, *raised, elsewhere=place in living), True)
        return found

    def _raised(self, calendar: Calendar, place: int) -> tuple[int, datetime]:
        """The SEQUENCE and the moment of what is cancelled."""
        stamp = calendar.stamps.get((changed.ELSEWHERE[place // splice.KIND], place % splice.KIND))
        return (stamp.sequence, stamp.changed_at) if stamp else (0, self.desk.now())

    def _put(self, calendar: Calendar, keys: Iterable[changed.Key] | None, around: Frame) -> dict[int, Put]:
        """What is to stand otherwise than it does; a record that gives no event any more is cancelled too."""
        made = self._made(calendar, keys, around)
        self.empty = {place for place, new in made.items() if not new.text}
        self.thinner.clear()
        put = {place: self._followed(calendar, place, new.text, around) for place, new in made.items() if new.text}
        put |= self._leaving(calendar, keys) | self._cancelled(calendar, self.empty)
        return {place: new for place, new in put.items() if new.text != self.stood(place)}

    def _followed(self, calendar: Calendar, place: int, new: bytes, around: Frame) -> Put:
        """A record's new events, and cancelled once those that it has no more."""
        stood = self.stood(place)
        if new == stood or not stood:
            return Put(new)
        new = splice.counted_on(stood, new)
        if place in self.cancelled and new == splice.living(stood):
            self.thinner[place] = Put(new)
            return Put(stood, True)
        gone = b"" if self.turned else splice.left_out(stood, new, around)
        if not gone:
            return Put(new)
        return Put(new + splice.cancelled(gone, *self._raised(calendar, place), elsewhere=True), True)

    def _frame(self, calendar: Calendar, leaving: Iterable[Put]) -> Frame:
        reach = self.reach
        needed = dict.fromkeys(splice.zones_written(reach.zones, reach.in_series), 0)
        first, last = (date.fromisoformat(day) if day else None for day in (reach.first, reach.last))
        years = [first.year] if first else []
        for put in leaving:
            clocks = splice.on_clocks(put.text)
            needed.update(clocks)
            years += clocks.values()
        horizon = splice.horizon_of(last, date.fromisoformat(reach.changed[:10]) if reach.changed else None)
        first_year = min(years, default=horizon.year)
        brief = calendar.brief
        return splice.frame(self._name(calendar), brief.zone, needed, first_year, horizon, brief.uid)

    def _name(self, calendar: Calendar) -> str:
        title = calendar.brief.title or self.labels.untitled
        network = calendar.network(self.outlet.options.get("network"))
        year = self.outlet.options.get("year")
        # A name that moves along with the years would not: readers keep the one they first saw.
        parts = (title, network.name if network else "", str(year) if year and year != CURRENT else "")
        return " · ".join(part for part in parts if part)

    def _living(self, calendar: Calendar) -> set[int]:
        """The places of all that is planned, whatever this file shows of it."""
        records: list[Sequence[Any]] = [list(filter(planned, calendar.posts)), calendar.slots, calendar.reviews]
        ranked = enumerate(records)
        return {place_of(rank, record.id or 0) for rank, kind in ranked for record in kind}

    def _planned(self, calendar: Calendar) -> list[tuple[int, Any]]:
        """The records that this file shows, of those at hand."""
        everything = self._of_all_years(calendar)
        return [one for one in everything if in_year(one[1], self.year)] if self.year else everything

    def _of_all_years(self, calendar: Calendar) -> list[tuple[int, Any]]:
        """The records that this file would show if it showed all years."""
        network, kinds = self.outlet.options.get("network"), kinds_of(self.outlet.options)
        if network is not None and calendar.network(network) is None:
            raise InputError("outlet-network-gone", file=self.outlet.place)
        on = [post for post in calendar.posts if planned(post) and network in (None, post.network_id)]
        slots = [slot for slot in calendar.slots if slot.kind in kinds and network in (None, slot.network_id)]
        reviews = calendar.reviews if network is None and SlotKind.REVIEW in kinds else []
        everything: list[Sequence[Any]] = [on if kinds & OF_A_POST else [], slots, reviews]
        return [(place_of(rank, record.id or 0), record) for rank, kind in enumerate(everything) for record in kind]

    def _made(self, calendar: Calendar, keys: Iterable[changed.Key] | None, around: Frame) -> dict[int, Put]:
        making = Making(
            calendar=calendar,
            labels=self.labels,
            alarm=self.outlet.options.get("alarm"),
            html=bool(self.outlet.options.get("html")),
            bin_since=FIRST_DAY,
            kinds=kinds_of(self.outlet.options),
            has_hours_to_prepare=has_hours_to_prepare(self.desk),
        )
        entries = (making.of_post, making.of_slot, making.of_review)
        made: dict[int, Put] = {}
        self.remarks.clear()
        wanted = None if keys is None else _places(keys)
        for place, record in self._planned(calendar):
            if wanted is not None and place not in wanted:
                continue
            found: list[Entry] = entries[place // splice.KIND](record)
            if self.year:
                found = [parted(entry, self.year) for entry in found]
            made[place] = Put(splice.events(found, around, self.labels.cut_note, self.remarks))
        return made

    def _written(self, around: Frame, put: Mapping[int, Put], *, force: bool) -> list[Remark]:
        """Write the file and note what it is known by; gives what must be said of it."""
        before = self.before or Left((0, 0, 0), "", "", 0, NOTHING)
        text = around.text
        chunks, standing = splice.spliced(self.old, before.start, before.standing, put)
        left: list[Left] = []

        def note(found: os.stat_result) -> None:
            left.append(Left(identity(found), self.context, around.digest, len(text), standing, self.year))

        whole: list[bytes | memoryview] = [text, *chunks, splice.END]
        own = ours(self.path, around.calendar)
        size = write_whole(self.path, whole, own, force=force, mode=self._mode(), left=note)
        if size > SIZE_LIMIT:
            self.remarks.append(self._too_large(size))
        self._note(left[0])
        return self.remarks

    def _too_large(self, size: int) -> Remark:
        """What is said of a file that Google Calendar does not read; a file of one year cannot be parted further."""
        values: dict[str, object] = {"file": str(self.path), "bytes": size, "limit": SIZE_LIMIT}
        if self.year or self.reach.first[:4] == self.reach.last[:4]:
            return Remark("outlet-large", values)
        options, networks = self.outlet.options, dict(self.desk.networks())
        file, folder = shlex.quote(str(self.path)), shlex.quote(str(self.path.parent))
        this_year = as_asked_for({**options, "year": self.desk.today().year}, networks)
        values |= {
            "one_year": f"planner publish {file} {this_year}",
            "forget": f"planner publish --forget {file}",
            "by_year": f"planner publish {folder} {as_asked_for(options, networks)}".rstrip(),
        }
        return Remark("outlet-grown", values)

    def let_be_read(self) -> None:
        """Let everybody on this machine read the file, if its owner asked for it."""
        with suppress(OSError):
            if self.outlet.options.get("readable") and stat.S_IMODE(self.path.stat().st_mode) != READABLE:
                self.path.chmod(READABLE)

    def _mode(self) -> int:
        """Who may read it: its owner, until she lets others, such as the server that hands it out."""
        if self.outlet.options.get("readable"):
            return READABLE
        return stat.S_IMODE(self.path.stat().st_mode) if self.before and self.path.exists() else OWNER_ALONE

    def _note(self, left: Left) -> None:
        self.noted = note_published_once(self.desk.database, self.outlet, self.revision, left.mark())


def _places(keys: Iterable[changed.Key]) -> set[int]:
    return {place_of(RANKS[record], identifier) for record, identifier in keys}


def _context(desk: Desk, outlet: Outlet, labels: Labels, year: int) -> str:
    """A digest of what any event is made from beside its own record."""
    shared = [FORM, outlet.options, year, asdict(labels), has_hours_to_prepare(desk)]
    options = json.dumps(shared, sort_keys=True, default=str)
    return sha256((options + changed.digest_of_frame(desk.database)).encode()).hexdigest()

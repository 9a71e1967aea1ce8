"""Keep a calendar on a CalDAV server up to date: only what changed, and nothing that is not planner's own.

What is about to be sent is noted before the first request. After a kill or a lost answer, the next publication
therefore knows its own words again where they stand, and tells them from a change that a person made there.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlsplit

from planner.desk.bundle import KINDS, Labels
from planner.desk.passwords import host_of, known_password
from planner.desk.send import ics_feed
from planner.errors import CalendarError, InputError, OutsideError
from planner.exchange.caldav import Found, Server, place_of
from planner.exchange.ics.entry import Remark
from planner.exchange.ics.objects import CalendarObject, meaning_digest, objects, title_of
from planner.store import outlets
from planner.store.outlets import Sent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planner.desk.desk import Desk
    from planner.store.outlets import Outlet

    AskPassword = Callable[[str, str], str]

KIND = "caldav"
USUAL_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._@-]{0,120}")
TOGETHER = 25
"""Answers that are noted in one transaction; what a kill takes away is found again on the server."""
NOTHING_YET = "-"
MOST_REMEMBERED = 6
CONFLICT = (404, 409, 410, 412)
"""Answers after which what stands there is looked at."""


class Published(NamedTuple):
    """How many objects were put or taken away, and what must be said of them."""

    changed: int
    remarks: list[Remark]


class Known(NamedTuple):
    """What a `digest` in the table `sent` holds: what the last object was, and the meanings it may have there."""

    content: str
    meanings: tuple[str, ...]

    def written(self) -> str:
        """As it stands in the table."""
        return " ".join((self.content, *self.meanings[-MOST_REMEMBERED:]))


def calendars_at(url: str, account: str, ask_password: AskPassword | None, *, unprotected: bool = False) -> list[Found]:
    """The calendar at an address, else those that are found from there.

    Raises:
        UsageError: the address will not do; see `exchange.caldav.place_of`.
        OutsideError: the server is out of reach or refuses; `caldav-no-calendar` when there is none. With
            `at_first`: nothing is remembered that a later publication could bring up to date.
    """
    place, named = place_of(url, unprotected=unprotected)
    try:
        server, here = _logged_in(place, account or named, ask_password, named=True)
        try:
            found = [here] if here else server.calendars()
        finally:
            server.close()
    except OutsideError as error:
        error.values["at_first"] = True
        raise
    if not found:
        raise OutsideError("caldav-no-calendar", host=server.host)
    return found


def register(desk: Desk, place: str, account: str, options: dict[str, Any]) -> Outlet:
    """Remember a calendar on a server, with what goes there.

    Args:
        desk: the open calendar.
        place: the collection's address, as `calendars_at` gave it.
        account: the name to log in with.
        options: `labels`, as `Labels` takes them, and what `ics_feed` takes; see `bring_up_to_date`.
    """
    return outlets.keep_outlet(desk.database, KIND, place, options, account)


def known_outlet(desk: Desk, url: str) -> Outlet | None:
    """The calendar on a server that was registered with this address, or found from it."""
    standing = [outlet for outlet in outlets.outlets(desk.database) if outlet.kind == KIND]
    return next((one for one in standing if url.rstrip("/") in (one.place.rstrip("/"), one.options.get("from"))), None)


def bring_up_to_date(
    desk: Desk, outlet: Outlet, ask_password: AskPassword | None = None, *, force: bool = False, named: bool = False
) -> Published:
    """Send what changed since the last time, and take away what left the plan; nothing changed, nothing is asked.

    Args:
        desk: the open calendar.
        outlet: a calendar on a server, of kind `caldav`.
        ask_password: gives the password for an account and a host; None when nobody is there to ask.
        force: whether planner's version replaces what was changed or deleted there.
        named: whether a person named this very calendar now: then the password of the environment is meant for it.

    Raises:
        OutsideError: the server is out of reach or refuses; what was done until then is remembered.
        CalendarError: the calendar takes no changes; nothing was asked.
    """
    revision, mark = int(str(desk.database.rows("SELECT number FROM revision")[0][0])), str(desk.today().year)
    if not force and (outlet.revision, outlet.mark) == (revision, mark):
        return Published(0, [])
    wanted = _wanted(desk, outlet)
    known = outlets.sent(desk.database, outlet.id)
    changed = [one for one in wanted.values() if not _stands(known.get(one.uid), one)]
    gone = [row for uid, row in known.items() if uid not in wanted]
    published = Published(0, [])
    if changed or gone:
        if desk.readonly:
            raise CalendarError("calendar-readonly", file=desk.path.name)
        named = named or _is_alone(desk, outlet)
        server, here = _logged_in(outlet.place, outlet.account, ask_password, named=named)
        try:
            if here is None:
                raise OutsideError("caldav-missing", host=server.host)
            rows = [_intended(outlet, one, known.get(one.uid)) for one in changed]
            outlets.note_sent(desk.database, outlet.id, rows)
            published = _Publication(desk, outlet, server, force).carry_out(changed, rows, gone)
        finally:
            server.close()
    if all(not remark.key.startswith("caldav-") for remark in published.remarks):
        outlets.note_published(desk.database, outlet.id, revision, mark)
    return published


def _wanted(desk: Desk, outlet: Outlet) -> dict[str, CalendarObject]:
    """What is to stand there, by UID: what was dropped or deleted is simply not there."""
    options = {name: value for name, value in outlet.options.items() if name in ("alarm", "html")}
    if (network := outlet.options.get("network")) is not None:
        options["network"] = _network(desk, outlet, network)
    kinds = KINDS - set(outlet.options.get("without", []))
    feed, _ = ics_feed(desk, kinds=kinds, labels=Labels(**outlet.options.get("labels", {})), **options)
    shown = (entry for entry in feed.entries if entry.status != "CANCELLED")
    year = desk.today().year
    return {one.uid: one for entry in shown for one in objects(entry, feed.zone, feed.cut_note, year)}


def _network(desk: Desk, outlet: Outlet, identifier: int) -> str:
    """The name of the one network whose posts go there.

    Raises:
        InputError: `outlet-network-gone`.
    """
    name = next((network.name for network in desk.calendar().networks if network.id == identifier), None)
    if name is None:
        raise InputError("outlet-network-gone", file=outlet.place)
    return name


def _known(digest: str) -> Known:
    content, *meanings = digest.split() or [NOTHING_YET]
    return Known(content, tuple(meanings))


def _stands(row: Sent | None, wanted: CalendarObject) -> bool:
    return row is not None and _known(row.digest).content == wanted.digest


def _intended(outlet: Outlet, wanted: CalendarObject, row: Sent | None) -> Sent:
    """The row of an object that is about to be sent: what stands there, or this, is planner's own."""
    meaning = meaning_digest(wanted.content)
    if row is None or not _lies_in(outlet, row):
        return Sent(wanted.uid, _href(outlet, wanted.uid), "", Known(NOTHING_YET, (meaning,)).written())
    others = tuple(known for known in _known(row.digest).meanings if known != meaning)
    # Until the answer is there nobody knows which of them stands, even if the next wish is the old one again.
    return row._replace(digest=Known(NOTHING_YET, (*others, meaning)).written())


def _href(outlet: Outlet, uid: str) -> str:
    """The path of an object of ours: by its UID, where that can stand in an address."""
    name = uid if USUAL_NAME.fullmatch(uid) else sha256(uid.encode("utf-8", "replace")).hexdigest()
    return f"{urlsplit(outlet.place).path}{quote(name)}.ics"


def _lies_in(outlet: Outlet, row: Sent) -> bool:
    """Whether a row names an object of the calendar itself; a file from elsewhere may say otherwise."""
    folder = urlsplit(outlet.place).path
    return row.href.startswith(folder) and re.fullmatch(r"[^/?#]+\.ics", row.href[len(folder) :]) is not None


def _is_alone(desk: Desk, outlet: Outlet) -> bool:
    """Whether no other calendar on a server is kept up to date."""
    return all(one.id == outlet.id for one in outlets.outlets(desk.database) if one.kind == KIND)


def _logged_in(
    place: str, account: str, ask_password: AskPassword | None, *, named: bool
) -> tuple[Server, Found | None]:
    """A server that has answered, and the calendar at the address, if one stands there."""
    refusal = None
    host = host_of(place)
    for password in _passwords(account, host, ask_password, named=named):
        server = Server(place, account, password)
        try:
            return server, server.calendar(place)
        except OutsideError as error:
            server.close()
            if error.key != "caldav-login":
                raise
            refusal = error
    raise refusal or OutsideError("caldav-password", host=host, account=account)


def _passwords(account: str, host: str, ask_password: AskPassword | None, *, named: bool) -> Iterator[str]:
    """What to log in with, one after the other: the known password, then the one a person gives."""
    if not account:
        yield ""
        return
    if known := known_password(account, host, from_environment=named):
        yield known
    if ask_password and (given := ask_password(account, host)):
        yield given


class _Publication:
    """One round of requests, and what is learnt of each."""

    def __init__(self, desk: Desk, outlet: Outlet, server: Server, force: bool) -> None:
        self.desk, self.outlet, self.server, self.force = desk, outlet, server, force
        self.changed = 0
        self.remarks: list[Remark] = []
        self.put: list[Sent] = []
        self.deleted: list[str] = []
        parts = urlsplit(outlet.place)
        self.origin = f"{parts.scheme}://{parts.netloc}"

    def carry_out(self, changed: list[CalendarObject], rows: list[Sent], gone: list[Sent]) -> Published:
        try:
            for wanted, row in zip(changed, rows, strict=True):
                if self._send(wanted, row):
                    self.remarks += [remark for remark in wanted.remarks if remark not in self.remarks]
                self._note(TOGETHER)
            for row in gone:
                self._take_away(row)
                self._note(TOGETHER)
        finally:
            self._note(1)
        return Published(self.changed, self.remarks)

    def _note(self, least: int) -> None:
        if len(self.put) + len(self.deleted) >= least:
            outlets.note_sent(self.desk.database, self.outlet.id, self.put, self.deleted)
            self.put, self.deleted = [], []

    def _url(self, row: Sent) -> str:
        return f"{self.origin}{row.href}"

    def _send(self, wanted: CalendarObject, row: Sent, *, again: bool = True) -> bool:
        url = self._url(row)
        answer = self.server.put(url, wanted.content, row.etag)
        if answer.done:
            self.changed += 1
            self._sent(wanted, row, answer.etag)
            return True
        if answer.status not in CONFLICT or not again:
            return self._refused("caldav-object-refused", wanted.title, status=answer.status)
        standing = self.server.get(url)
        if not standing.done:
            if row.etag and not self.force:
                return self._refused("caldav-deleted-there", wanted.title)
            return self._send(wanted, row._replace(etag=""), again=False)
        meaning = meaning_digest(standing.content)
        if meaning and meaning == _known(row.digest).meanings[-1]:
            self._sent(wanted, row, standing.etag or "*")
            return True
        if not self.force and meaning not in _known(row.digest).meanings:
            return self._refused("caldav-changed-there", wanted.title)
        return self._send(wanted, row._replace(etag=standing.etag or "*"), again=False)

    def _sent(self, wanted: CalendarObject, row: Sent, etag: str) -> None:
        meanings = [_known(row.digest).meanings[-1]]
        if not etag:
            # A server that stores an object in its own words answers without an ETag (RFC 4791, 5.3.4).
            standing = self.server.get(self._url(row))
            etag = standing.etag or "*"
            meanings.append(meaning_digest(standing.content))
        digest = Known(wanted.digest, tuple(dict.fromkeys(filter(None, meanings)))).written()
        self.put.append(row._replace(etag=etag, digest=digest))

    def _take_away(self, row: Sent, *, again: bool = True) -> None:
        if not _lies_in(self.outlet, row):
            self.deleted.append(row.uid)
            return
        url = self._url(row)
        # Without an ETag nobody knows whether it ever came to stand there.
        answer = self.server.delete(url, row.etag) if row.etag else self.server.get(url)
        if row.etag and answer.done:
            self.changed += 1
        if answer.status in (404, 410) or (row.etag and answer.done):
            self.deleted.append(row.uid)
            return
        standing = self.server.get(url) if row.etag and again else answer
        if standing.status in (404, 410):
            self.deleted.append(row.uid)
        elif standing.done and again and self._own(standing.content, row):
            self._take_away(row._replace(etag=standing.etag or "*"), again=False)
        else:
            self._refused("caldav-kept-there", title_of(standing.content) or row.uid)

    def _own(self, content: bytes, row: Sent) -> bool:
        return self.force or meaning_digest(content) in _known(row.digest).meanings

    def _refused(self, key: str, title: str, **values: object) -> bool:
        self.remarks.append(Remark(key, {"title": title, **values}))
        return False

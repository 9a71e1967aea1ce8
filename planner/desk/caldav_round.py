"""One round of requests to a calendar on a server: what stands there is compared with what was sent, then mended.

What is about to be sent or taken away is noted before the first request that changes something. After a kill or a lost
answer, the next round therefore knows its own words again where they stand, and tells them from a change that a person
made there.

planner's own is what it put there (a row with an ETag in the table `sent`), and what carries its mark. Another event
with the same UID is nobody's to overwrite: it was taken into the plan from there, and stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from planner.desk.caldav_rows import LEAVING, Known, first_row, intended, known_of, lies_in, moved
from planner.desk.publish_differing import FOREIGN
from planner.exchange.caldav import MISSING, Answer, Server, name_of
from planner.exchange.ics.entry import Remark
from planner.exchange.ics.objects import CalendarObject, carries_mark, meaning_digest, title_of, uids_of
from planner.store import outlets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planner.store.database import Database
    from planner.store.outlets import Outlet, Sent

TOGETHER = 25
"""Answers that are noted in one transaction; what a kill takes away is found again on the server."""
MANY = 4
"""From so many objects on they are read together."""
OF_ITS_UID = (400, 403, 409, 412)
"""What servers answer when the UID stands at another address already (RFC 4791, 5.3.2.1)."""
UNKNOWN = "*"
"""The ETag of an object that stands there, when the server does not say it."""


class Published(NamedTuple):
    """How many objects were put or taken away, and what must be said of them."""

    changed: int
    remarks: list[Remark]


class Round:
    """What is to be done at one calendar on a server, and what is learnt of each request."""

    def __init__(
        self, database: Database, outlet: Outlet, server: Server, etags: Mapping[str, str], *, force: bool
    ) -> None:
        """Begin with what stands there: the ETag of each object by its name."""
        self.database, self.outlet, self.server, self.etags, self.force = database, outlet, server, etags, force
        self.changed = 0
        self.remarks: list[Remark] = []
        self.to_put: list[tuple[CalendarObject, Sent]] = []
        self.to_delete: list[Sent] = []
        self.read: Mapping[str, Answer] = {}
        self.noted: list[Sent] = []
        self.forgotten: list[str] = []
        parts = urlsplit(outlet.place)
        self.origin = f"{parts.scheme}://{parts.netloc}"

    def carry_out(self, wanted: Mapping[str, CalendarObject]) -> Published:
        """Make what stands there what is wanted, by UID, as far as nobody else's words are lost."""
        known = outlets.sent(self.database, self.outlet.id)
        self._read_ahead([row for row in known.values() if lies_in(self.outlet, row) and not self._as_left(row)])
        try:
            for one in wanted.values():
                self._compare(one, known.get(one.uid))
            for row in known.values():
                if row.uid not in wanted:
                    self._compare_gone(row)
            self.noted += [row for _, row in self.to_put] + self.to_delete
            self._note(1)
            for one, row in self.to_put:
                if self._put(one, row):
                    self.remarks += [remark for remark in one.remarks if remark not in self.remarks]
                self._note(TOGETHER)
            for row in self.to_delete:
                self._delete(row)
                self._note(TOGETHER)
        finally:
            self._note(1)
        return Published(self.changed, self.remarks)

    def _note(self, least: int) -> None:
        if len(self.noted) + len(self.forgotten) >= least:
            outlets.note_sent(self.database, self.outlet.id, self.noted, self.forgotten)
            self.noted, self.forgotten = [], []

    def _as_left(self, row: Sent) -> bool:
        """Whether what stands there, if anything does, is what planner put there last."""
        standing = self.etags.get(name_of(row.href))
        return standing is None or (row.etag != "" and standing in ("", row.etag))

    def _read_ahead(self, rows: Sequence[Sent]) -> None:
        """Read what must be looked at: much of it at once, as after the server itself was moved."""
        if len(rows) >= MANY:
            self.read = self.server.several(self.outlet.place, [row.href for row in rows])

    def _standing(self, row: Sent) -> Answer:
        return self.read.get(name_of(row.href)) or self.server.get(self._url(row))

    def _url(self, row: Sent) -> str:
        return f"{self.origin}{row.href}"

    def _compare(self, wanted: CalendarObject, row: Sent | None) -> None:
        """Decide what becomes of an object that is to stand there."""
        row = row if row and lies_in(self.outlet, row) else first_row(self.outlet, wanted)
        known, standing = known_of(row), self.etags.get(name_of(row.href))
        if standing is None:
            self._absent(wanted, row)
        elif self._as_left(row):
            if known.content != wanted.digest:
                self.to_put.append((wanted, intended(row, wanted)))
        else:
            self._settle(wanted, row, self._standing(row))

    def _absent(self, wanted: CalendarObject, row: Sent) -> None:
        """Decide what becomes of an object that does not stand there."""
        if row.etag and known_of(row).content != LEAVING and not self.force:
            self._differs("caldav-deleted-there", wanted.title)
        else:
            self.to_put.append((wanted, intended(row._replace(etag=""), wanted)))

    def _settle(self, wanted: CalendarObject, row: Sent, standing: Answer) -> None:
        """Decide what becomes of an object where something stands that planner did not see there."""
        if not standing.done:
            self._absent(wanted, row)
            return
        meaning, known = meaning_digest(standing.content), known_of(row)
        there = row._replace(etag=self._etag(standing, row))
        if meaning and meaning == meaning_digest(wanted.content):
            self.noted.append(there._replace(digest=Known(wanted.digest, (meaning,)).written()))
        elif meaning in known.meanings and known.content == wanted.digest:
            self.noted.append(there)
        elif meaning in known.meanings:
            self.to_put.append((wanted, intended(there, wanted)))
        elif not row.etag and not carries_mark(standing.content):
            self._differs(FOREIGN, wanted.title)
        elif self.force:
            self.to_put.append((wanted, intended(there, wanted)))
        else:
            self._differs("caldav-changed-there", wanted.title)

    def _etag(self, standing: Answer, row: Sent) -> str:
        return standing.etag or self.etags.get(name_of(row.href)) or UNKNOWN

    def _compare_gone(self, row: Sent) -> None:
        """Decide what becomes of an object that left the plan."""
        standing = self.etags.get(name_of(row.href)) if lies_in(self.outlet, row) else None
        if standing is None:
            self.forgotten.append(row.uid)
        elif self._as_left(row):
            self._leaves(row)
        else:
            found = self._standing(row)
            own = row.etag or carries_mark(found.content)
            if not found.done:
                self.forgotten.append(row.uid)
            elif meaning_digest(found.content) in known_of(row).meanings or (own and self.force):
                self._leaves(row._replace(etag=self._etag(found, row)))
            elif own:
                self._differs("caldav-kept-there", title_of(found.content) or row.uid)
            else:
                self.forgotten.append(row.uid)

    def _leaves(self, row: Sent) -> None:
        self.to_delete.append(row._replace(digest=known_of(row)._replace(content=LEAVING).written()))

    def _put(self, wanted: CalendarObject, row: Sent, *, again: bool = True) -> bool:
        answer = self.server.put(self._url(row), wanted.content, row.etag)
        if answer.done:
            self.changed += 1
            self._stands(wanted, row, answer.etag)
            return True
        if again and answer.status in (*OF_ITS_UID, *MISSING):
            return self._put_after_all(wanted, row, answer.status)
        return self._refused(wanted, answer.status)

    def _put_after_all(self, wanted: CalendarObject, row: Sent, status: int) -> bool:
        """Look at what stood in the way, be it since a moment ago or at another address, and decide anew."""
        standing = self.server.get(self._url(row))
        if not standing.done and not (row.etag and status in (*MISSING, 412)):
            elsewhere = self._elsewhere(wanted)
            if elsewhere is None:
                return self._refused(wanted, status)
            row, standing = moved(self.outlet, row, elsewhere[0]), elsewhere[1]
            self.noted.append(row)
        before, told = len(self.to_put), len(self.remarks)
        self._settle(wanted, row, standing)
        if len(self.to_put) > before:
            wanted, row = self.to_put.pop()
            return self._put(wanted, row, again=False)
        return len(self.remarks) == told

    def _elsewhere(self, wanted: CalendarObject) -> tuple[str, Answer] | None:
        """Where an object of the same UID stands, under a name that planner did not give it."""
        found = self.server.of_uid(self.outlet.place, wanted.uid)
        return next((one for one in found if wanted.uid in uids_of(one[1].content)), None)

    def _stands(self, wanted: CalendarObject, row: Sent, etag: str) -> None:
        meanings = [known_of(row).meanings[-1]]
        if not etag:
            # A server that stores an object in its own words answers without an ETag (RFC 4791, 5.3.4).
            standing = self.server.get(self._url(row))
            etag = standing.etag or UNKNOWN
            meanings.append(meaning_digest(standing.content))
        digest = Known(wanted.digest, tuple(dict.fromkeys(filter(None, meanings)))).written()
        self.noted.append(row._replace(etag=etag, digest=digest))

    def _delete(self, row: Sent) -> None:
        answer = self.server.delete(self._url(row), row.etag)
        if answer.done or answer.status in MISSING:
            self.changed += answer.done
            self.forgotten.append(row.uid)
        else:
            # Changed there since it was looked at: the next round says so, or takes it away.
            self._differs("caldav-kept-there", title_of(self.server.get(self._url(row)).content) or row.uid)

    def _differs(self, key: str, title: str) -> None:
        self.remarks.append(Remark(key, {"title": title}))

    def _refused(self, wanted: CalendarObject, status: int) -> bool:
        self.remarks.append(Remark("caldav-object-refused", {"title": wanted.title, "status": status}))
        return False

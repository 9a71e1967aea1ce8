"""What planner remembers of each object on a server: where it stands, and in which words it may stand there."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from planner.exchange.ics.objects import meaning_digest
from planner.store.outlets import Sent

if TYPE_CHECKING:
    from planner.exchange.ics.objects import CalendarObject
    from planner.store.outlets import Outlet

USUAL_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._@-]{0,120}")
NOTHING_YET, LEAVING = "-", "~"
"""In the place of what was sent: it is on its way, or it is being taken away, and no answer is there yet."""
MOST_REMEMBERED = 6


class Known(NamedTuple):
    """What a `digest` in the table `sent` holds: what the last object was, and the meanings it may have there."""

    content: str
    meanings: tuple[str, ...]

    def written(self) -> str:
        """As it stands in the table."""
        return " ".join((self.content, *self.meanings[-MOST_REMEMBERED:]))


def known_of(row: Sent) -> Known:
    """What a row's digest says."""
    content, *meanings = row.digest.split() or [NOTHING_YET]
    return Known(content, tuple(meanings))


def first_row(outlet: Outlet, wanted: CalendarObject) -> Sent:
    """The row of an object that was never sent: without an ETag, nothing that stands there is known to be planner's."""
    uid = wanted.uid
    name = uid if USUAL_NAME.fullmatch(uid) else sha256(uid.encode("utf-8", "replace")).hexdigest()
    return Sent(uid, f"{urlsplit(outlet.place).path}{quote(name)}.ics", "", NOTHING_YET)


def moved(outlet: Outlet, row: Sent, name: str) -> Sent:
    """The row of an object whose UID stands there under another name, be it planner's or not."""
    return row._replace(href=f"{urlsplit(outlet.place).path}{quote(name, safe='')}", etag="")


def intended(row: Sent, wanted: CalendarObject) -> Sent:
    """The row of an object that is about to be sent: what stands there, or this, is planner's own."""
    meaning = meaning_digest(wanted.content)
    others = tuple(known for known in known_of(row).meanings if known != meaning)
    # Until the answer is there nobody knows which of them stands, even if the next wish is the old one again.
    return row._replace(digest=Known(NOTHING_YET, (*others, meaning)).written())


def lies_in(outlet: Outlet, row: Sent) -> bool:
    """Whether a row names an object of the calendar itself; a file from elsewhere may say otherwise."""
    folder = urlsplit(outlet.place).path
    return row.href.startswith(folder) and re.fullmatch(r"[^/?#]+\.ics", row.href[len(folder) :]) is not None

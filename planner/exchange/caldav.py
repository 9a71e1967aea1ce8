"""A CalDAV server (RFC 4791), asked with care: few requests, in good time, and no password to strangers.

The `caldav` library negotiates the login and finds the calendars; it comes with the extra `planner[caldav]`.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit
from xml.sax.saxutils import escape

from planner.errors import OutsideError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SECONDS = 10
"""How long a server may be silent before it counts as gone."""
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 307, 308)
SPREAD = (".icloud.com",)
"""Providers whose calendars stand on other hosts than their entrance; a login is followed there, by https."""
LOCAL = ("localhost", "127.0.0.1", "::1")
COLLECTION = """<?xml version="1.0" encoding="utf-8"?>
<d:propfind xmlns:d="DAV:"><d:prop><d:resourcetype/><d:displayname/><d:getetag/></d:prop></d:propfind>"""
OF_ONE_UID = """<?xml version="1.0" encoding="utf-8"?>
<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/><c:calendar-data/></d:prop>
<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:prop-filter name="UID">
<c:text-match collation="i;octet">{uid}</c:text-match></c:prop-filter></c:comp-filter></c:comp-filter></c:filter>
</c:calendar-query>"""
"""RFC 4791, 7.8.6; it also finds the objects of which the UID is only a part."""
SEVERAL = """<?xml version="1.0" encoding="utf-8"?>
<c:calendar-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:prop><d:getetag/><c:calendar-data/></d:prop>{hrefs}</c:calendar-multiget>"""
"""RFC 4791, 7.9."""
AT_ONCE = 50
"""Objects that are read with one request."""
CALENDAR, NAME = "{urn:ietf:params:xml:ns:caldav}calendar", "{DAV:}displayname"
RESPONSE, HREF, ETAG = "{DAV:}response", "{DAV:}href", "{DAV:}getetag"
DATA = "{urn:ietf:params:xml:ns:caldav}calendar-data"
MISSING = (404, 410)
"""What a server answers where nothing stands."""
OF_AN_OBJECT = "urn:ietf:params:xml:ns:caldav"
"""Where the reasons come from for which a server refuses one object and takes others (RFC 4791, 5.3.2.1)."""
WELL_KNOWN = "/.well-known/caldav"
"""Where a host says where its calendars are (RFC 6764, 5)."""


class Answer(NamedTuple):
    """What a server answered: its status, the ETag ("" for none), and the bytes it gave."""

    status: int
    etag: str = ""
    content: bytes = b""
    tree: Any = None

    @property
    def done(self) -> bool:
        """Whether the server did what it was asked."""
        return 200 <= self.status < 300


class Found(NamedTuple):
    """A calendar on a server: its name, and its address, which ends with a slash."""

    name: str
    url: str


class Collection(NamedTuple):
    """What stands at an address at one moment.

    Attributes:
        status: what the server answered.
        calendar: the calendar there, None when it is something else or nothing.
        etags: the ETag of each object in it, by the last part of its address; "" for one the server does not name.
    """

    status: int
    calendar: Found | None = None
    etags: Mapping[str, str] = MappingProxyType({})


def name_of(href: str) -> str:
    """An object's name in its collection: the last part of its address, whichever way the server writes it."""
    return unquote(urlsplit(href).path.rpartition("/")[2])


def place_of(url: str, *, unprotected: bool = False) -> tuple[str, str]:
    """An address as it may be kept, without the name of an account that stands in it; and that name.

    Args:
        url: what the person gave.
        unprotected: whether http will do on a network where others may listen.

    Raises:
        UsageError: `caldav-url` when it is no web address, `caldav-url-password` when a password stands in it,
            `caldav-unprotected` when it would send the password where others can read it.
    """
    try:
        parts = urlsplit(url.strip())
        host, port, password = parts.hostname, parts.port, parts.password
    except ValueError:
        raise UsageError("caldav-url") from None
    if password is not None:
        raise UsageError("caldav-url-password")
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
        raise UsageError("caldav-url")
    shown = f"[{host}]" if ":" in host else host
    where = f"{shown}:{port}" if port else shown
    if parts.scheme == "http" and host not in LOCAL and not unprotected:
        raise UsageError("caldav-unprotected", host=where)
    return urlunsplit((parts.scheme, where, parts.path or "/", "", "")), unquote(parts.username or "")


class Server:
    """A server that one account is logged in to, or will be at the first request that asks for it.

    Raises:
        OutsideError: `caldav-absent` when the extra is not installed.
    """

    def __init__(self, url: str, account: str = "", password: str = "") -> None:
        """Stand for the server at `url`; nothing is asked yet."""
        self.url, self.account = url, account
        self.host = _shown(url)
        self._client = _client(url, account, password)
        send = self._client.session.request

        def request(method: str, address: str, **options: Any) -> Any:
            return self._followed(send, method, address, options)

        self._client.session.request = request

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def ask(
        self, method: str, url: str, content: bytes | str = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Make one request, and give the answer, also one that refuses this object alone.

        Raises:
            OutsideError: the server is out of reach (`caldav-offline`, `caldav-timeout`, `caldav-certificate`), or
                refuses all (`caldav-login`, `caldav-nameless` without an account, `caldav-forbidden`,
                `caldav-redirect`, `caldav-refused`).
        """
        from caldav.lib.error import AuthorizationError

        with self._errors():
            try:
                found = self._client.request(url, method, content, dict(headers or {}))
            except AuthorizationError as error:
                if error.status != 403 or not any(OF_AN_OBJECT in name for name in error.preconditions):
                    raise
                return Answer(403)
        if found.status >= 500 or found.status == 429:
            raise OutsideError("caldav-refused", host=self.host, status=found.status)
        raw = found._raw
        return Answer(
            found.status,
            _etag(found.headers.get("ETag", "")),
            raw if isinstance(raw, bytes) else str(raw or "").encode(),
            found.tree,
        )

    def collection(self, url: str, *, objects: bool = False) -> Collection:
        """What stands at this address and, when it is a calendar, which objects are in it: one request."""
        answer = self.ask("PROPFIND", url, COLLECTION, {"Depth": "1" if objects else "0"})
        told = [] if answer.tree is None else list(answer.tree.iter(RESPONSE))
        if not answer.done or not told:
            return Collection(answer.status)
        # Whatever name the server has for the address, what is in it has a longer one.
        own = min(told, key=lambda one: len(urlsplit(one.findtext(HREF) or "").path))
        if own.find(f".//{CALENDAR}") is None:
            return Collection(answer.status)
        found = Found(own.findtext(f".//{NAME}") or "", url if url.endswith("/") else f"{url}/")
        etags = {
            name_of(one.findtext(HREF) or ""): _etag(one.findtext(f".//{ETAG}") or "") for one in told if one is not own
        }
        return Collection(answer.status, found, etags)

    def of_uid(self, url: str, uid: str) -> list[tuple[str, Answer]]:
        """The name and the content of each object of a calendar whose UID is this, or holds it."""
        return self._reported(url, OF_ONE_UID.format(uid=escape(uid)))

    def several(self, url: str, paths: Sequence[str]) -> dict[str, Answer]:
        """Objects of a calendar by their names, as far as the server gives several at once."""
        parts = [paths[first : first + AT_ONCE] for first in range(0, len(paths), AT_ONCE)]
        bodies = ("".join(f"<d:href>{escape(path)}</d:href>" for path in part) for part in parts)
        return dict(one for hrefs in bodies for one in self._reported(url, SEVERAL.format(hrefs=hrefs)))

    def _reported(self, url: str, body: str) -> list[tuple[str, Answer]]:
        try:
            answer = self.ask("REPORT", url, body, {"Depth": "1"})
        except OutsideError as error:
            if error.key not in ("caldav-forbidden", "caldav-refused"):
                raise
            return []
        told = [] if answer.tree is None or not answer.done else answer.tree.iter(RESPONSE)
        return [
            (
                name_of(one.findtext(HREF) or ""),
                Answer(200, _etag(one.findtext(f".//{ETAG}") or ""), content.encode()),
            )
            for one in told
            if (content := one.findtext(f".//{DATA}"))
        ]

    def calendars(self) -> list[Found]:
        """The calendars of the account, found from the address of its principal or of the host."""
        from caldav.lib.error import DAVError

        for start in dict.fromkeys((self.url, urljoin(self.url, WELL_KNOWN))):
            self._client.url, self._client._principal = type(self._client.url)(start), None
            try:
                with self._errors(passing=(DAVError, SyntaxError)):
                    found = [_found(one) for one in self._client.get_calendars()]
            except (DAVError, SyntaxError):
                continue
            except OutsideError as error:
                if error.key not in ("caldav-forbidden", "caldav-nameless", "caldav-not-caldav"):
                    raise
                continue
            if found:
                return found
        return []

    def get(self, url: str) -> Answer:
        """The object at this address; status 404 when there is none."""
        return self.ask("GET", url)

    def put(self, url: str, content: bytes, etag: str = "") -> Answer:
        """Put an object where none is or, with the ETag of what stands there, in its place; status 412 if not so."""
        condition = {"If-Match": etag} if etag else {"If-None-Match": "*"}
        return self.ask("PUT", url, content, {"Content-Type": "text/calendar; charset=utf-8", **condition})

    def delete(self, url: str, etag: str) -> Answer:
        """Take an object away, if it is still the one of this ETag; status 412 if not."""
        return self.ask("DELETE", url, headers={"If-Match": etag})

    def _followed(self, send: Any, method: str, url: str, options: dict[str, Any]) -> Any:
        """Send a request, and again where a redirect leads, if the password may go there."""
        # Without an `auth`, a .netrc of the person's would log in with another account.
        options = {**options, "allow_redirects": False, "auth": options.get("auth") or _as_it_is}
        for _ in range(MOST_REDIRECTS):
            self._allow(url)
            answer = send(method, url, **options)
            if answer.status_code not in REDIRECTS or not answer.headers.get("Location"):
                return answer
            url = urljoin(url, str(answer.headers["Location"]))
        raise OutsideError("caldav-redirect", host=self.host, target=_shown(url))

    def _allow(self, url: str) -> None:
        """Refuse to send a password to another host, or where others can read it.

        Raises:
            OutsideError: `caldav-redirect`.
        """
        own, other = urlsplit(self.url), urlsplit(url)
        host = other.hostname or ""
        same = host == own.hostname and (other.scheme == "https" or own.scheme == "http" == other.scheme)
        spread = any(all(one.endswith(domain) for one in (host, own.hostname or "")) for domain in SPREAD)
        if not same and not (spread and other.scheme == "https"):
            raise OutsideError("caldav-redirect", host=self.host, target=_shown(url))

    @contextmanager
    def _errors(self, passing: tuple[type[Exception], ...] = ()) -> Iterator[None]:
        """What the library raises, as an error that quotes the host alone; its own texts quote too much."""
        from caldav.lib.error import AuthorizationError, RateLimitError

        try:
            yield
        except OutsideError:
            raise
        except AuthorizationError as error:
            if not self.account:
                raise OutsideError("caldav-nameless", host=self.host, status=error.status or 401) from None
            if error.status == 401:
                raise OutsideError("caldav-login", host=self.host, account=self.account) from None
            raise OutsideError("caldav-forbidden", host=self.host, account=self.account) from None
        except RateLimitError:
            raise OutsideError("caldav-refused", host=self.host, status=429) from None
        except passing:
            raise
        except Exception as error:
            raise _unreachable(error, self.host) from None


def _client(url: str, account: str, password: str) -> Any:
    try:
        from caldav.davclient import DAVClient
        from caldav.lib import error
    except ImportError as missing:
        raise OutsideError("caldav-absent", detail=str(missing)) from None
    # It would write requests into files, and servers' oddities over the screen.
    error.debug_dump_communication = False
    log = logging.getLogger("caldav")
    log.propagate, log.handlers = False, [logging.NullHandler()]
    return DAVClient(
        url, username=account or None, password=password or None, timeout=SECONDS, enable_rfc6764=False
    )  # fmt: skip


def _unreachable(error: Exception, host: str) -> OutsideError:
    from caldav.lib.http_sync import requests

    known, detail = requests.exceptions, type(error).__name__
    if isinstance(error, known.SSLError):
        return OutsideError("caldav-certificate", host=host, detail=detail)
    if isinstance(error, known.Timeout):
        return OutsideError("caldav-timeout", host=host, count=SECONDS, detail=detail)
    if isinstance(error, (known.RequestException, OSError)):
        return OutsideError("caldav-offline", host=host, detail=detail)
    return OutsideError("caldav-not-caldav", host=host, detail=detail)


def _shown(url: str) -> str:
    """The host of an address, with the port where one stands in it, and without an account."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def _as_it_is(request: Any) -> Any:
    return request


def _etag(value: str) -> str:
    """The ETag for a condition: web servers call it weak when they compress, and then no condition holds."""
    return value.strip().removeprefix("W/")


def _found(calendar: Any) -> Found:
    url = str(calendar.url)
    return Found(str(calendar.props.get(NAME) or ""), url if url.endswith("/") else f"{url}/")

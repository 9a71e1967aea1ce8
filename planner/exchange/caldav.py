"""A CalDAV server (RFC 4791), asked with care: few requests, in good time, and no password to strangers.

The `caldav` library negotiates the login and finds the calendars; it comes with the extra `planner[caldav]`.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from planner.errors import OutsideError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECONDS = 10
"""How long a server may be silent before it counts as gone."""
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 307, 308)
SPREAD = (".icloud.com",)
"""Providers whose calendars stand on other hosts than their entrance; a login is followed there, by https."""
LOCAL = ("localhost", "127.0.0.1", "::1")
COLLECTION = """<?xml version="1.0" encoding="utf-8"?>
<d:propfind xmlns:d="DAV:"><d:prop><d:resourcetype/><d:displayname/></d:prop></d:propfind>"""
CALENDAR, NAME = "{urn:ietf:params:xml:ns:caldav}calendar", "{DAV:}displayname"
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
    if parts.scheme == "http" and host not in LOCAL and not unprotected:
        raise UsageError("caldav-unprotected", host=host)
    shown = f"[{host}]" if ":" in host else host
    where = f"{shown}:{port}" if port else shown
    return urlunsplit((parts.scheme, where, parts.path or "/", "", "")), unquote(parts.username or "")


class Server:
    """A server that one account is logged in to, or will be at the first request that asks for it.

    Raises:
        OutsideError: `caldav-absent` when the extra is not installed.
    """

    def __init__(self, url: str, account: str = "", password: str = "") -> None:
        """Stand for the server at `url`; nothing is asked yet."""
        self.url, self.account = url, account
        self.host = urlsplit(url).hostname or ""
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
                refuses all (`caldav-login`, `caldav-forbidden`, `caldav-redirect`, `caldav-refused`).
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

    def calendar(self, url: str) -> Found | None:
        """The calendar at this address, None when something else or nothing stands there."""
        answer = self.ask("PROPFIND", url, COLLECTION, {"Depth": "0"})
        if not answer.done or answer.tree is None or answer.tree.find(f".//{CALENDAR}") is None:
            return None
        return Found(answer.tree.findtext(f".//{NAME}") or "", url if url.endswith("/") else f"{url}/")

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
                if error.key not in ("caldav-forbidden", "caldav-not-caldav"):
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
        raise OutsideError("caldav-redirect", host=self.host, target=urlsplit(url).hostname or "")

    def _allow(self, url: str) -> None:
        """Refuse to send a password to another host, or where others can read it.

        Raises:
            OutsideError: `caldav-redirect`.
        """
        own, other = urlsplit(self.url), urlsplit(url)
        host = other.hostname or ""
        same = host == self.host and (other.scheme == "https" or own.scheme == "http" == other.scheme)
        spread = any(all(one.endswith(domain) for one in (host, self.host)) for domain in SPREAD)
        if not same and not (spread and other.scheme == "https"):
            raise OutsideError("caldav-redirect", host=self.host, target=host)

    @contextmanager
    def _errors(self, passing: tuple[type[Exception], ...] = ()) -> Iterator[None]:
        """What the library raises, as an error that quotes the host alone; its own texts quote too much."""
        from caldav.lib.error import AuthorizationError, RateLimitError

        try:
            yield
        except OutsideError:
            raise
        except AuthorizationError as error:
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


def _as_it_is(request: Any) -> Any:
    return request


def _etag(value: str) -> str:
    """The ETag for a condition: web servers call it weak when they compress, and then no condition holds."""
    return value.strip().removeprefix("W/")


def _found(calendar: Any) -> Found:
    url = str(calendar.url)
    return Found(str(calendar.props.get(NAME) or ""), url if url.endswith("/") else f"{url}/")

"""A real Radicale on a free loopback port, with a login, in a folder of its own; it notes what it is asked."""

from __future__ import annotations

import logging
import threading
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.request import HTTPBasicAuthHandler, HTTPPasswordMgrWithDefaultRealm, Request, build_opener
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ACCOUNT, PASSWORD = "karim", "canary-5Kx9"
FOREIGN = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Telephone//EN\r
BEGIN:VEVENT\r
UID:foreign@telephone\r
DTSTAMP:20260101T000000Z\r
DTSTART:20261126T120000Z\r
DTEND:20261126T130000Z\r
SUMMARY:Dentist\r
END:VEVENT\r
END:VCALENDAR\r
"""
"""An event of somebody else's."""
CHANGING = ("PUT", "DELETE", "PROPPATCH", "MKCALENDAR", "MKCOL", "MOVE", "POST")
MAKING = """<?xml version="1.0" encoding="utf-8"?>
<mkcalendar xmlns="urn:ietf:params:xml:ns:caldav" xmlns:d="DAV:"><d:set><d:prop>
<d:displayname>{name}</d:displayname></d:prop></d:set></mkcalendar>"""


class Asked(NamedTuple):
    """One request, as the server saw it, and the status it answered."""

    method: str
    path: str
    status: int
    headers: dict[str, str]


class Radicale:
    """The running server: its address, what it was asked, and a client of another program's."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[Asked] = []
        passwords = HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, url, ACCOUNT, PASSWORD)
        self._opener = build_opener(HTTPBasicAuthHandler(passwords))

    def changing(self) -> list[str]:
        """The requests that asked for a change since the last `forget`, refused ones too."""
        return [asked.method for asked in self.asked if asked.method in CHANGING]

    def forget(self) -> None:
        self.asked.clear()

    def by_hand(self, method: str, path: str, content: bytes = b"", **headers: str) -> bytes:
        """What another program does there, such as a telephone; it does not count as asked."""
        noted = list(self.asked)
        request = Request(f"{self.url}{path}", content or None, headers, method=method)
        with self._opener.open(request) as answer:
            given: bytes = answer.read()
        self.asked[:] = noted
        return given

    def make_calendar(self, name: str) -> str:
        """A new empty calendar of this name; its address."""
        self.by_hand("MKCALENDAR", f"/{ACCOUNT}/{name}/", MAKING.format(name=name.title()).encode())
        return f"{self.url}/{ACCOUNT}/{name}/"

    def objects(self, name: str) -> bytes:
        """The whole calendar, as Radicale gives it out."""
        return self.by_hand("GET", f"/{ACCOUNT}/{name}/")


class _Silent(WSGIRequestHandler):
    def log_message(self, *said: Any) -> None:
        """Say nothing."""


@contextmanager
def running(folder: Path) -> Iterator[Radicale]:
    """A server that stops at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from radicale.app import Application
        from radicale.config import load
    logging.getLogger("radicale").setLevel(logging.CRITICAL)
    users = folder / "users"
    users.write_text(f"{ACCOUNT}:{PASSWORD}\n", "utf-8")
    configuration = load()
    configuration.update(
        {
            "auth": {"type": "htpasswd", "htpasswd_filename": str(users), "htpasswd_encryption": "plain", "delay": "0"},
            "storage": {
                "filesystem_folder": str(folder / "collections"),
                "_filesystem_fsync": "False",
                "use_mtime_and_size_for_item_cache": "True",
            },
            "logging": {"level": "critical"},
        },
        "test",
        privileged=True,
    )
    application = Application(configuration)
    server: WSGIServer = make_server("127.0.0.1", 0, lambda *asked: noted(*asked), handler_class=_Silent)
    radicale = Radicale(f"http://127.0.0.1:{server.server_port}")

    def noted(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        def begin(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            sent = {name: value for name, value in environ.items() if name.startswith("HTTP_")}
            asked = Asked(environ["REQUEST_METHOD"], environ["PATH_INFO"], int(status.split()[0]), sent)
            radicale.asked.append(asked)
            return start(status, headers, *rest)

        return application(environ, begin)

    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield radicale
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

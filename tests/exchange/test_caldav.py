"""A server is asked with care: addresses, redirects, silence and lies; no password goes to strangers."""

from __future__ import annotations

import base64
import ssl
import subprocess
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import OutsideError, UsageError
from planner.exchange import caldav
from planner.exchange.caldav import Server, place_of
from planner.exchange.ics.objects import content_digest, meaning_digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSWORD = "canary-5Kx9"


@pytest.mark.parametrize(
    ("given", "place", "account"),
    [
        ("https://cloud.example/dav/me/work/", "https://cloud.example/dav/me/work/", ""),
        ("https://cloud.example", "https://cloud.example/", ""),
        (" https://me%40b.example@cloud.example:8443/x ", "https://cloud.example:8443/x", "me@b.example"),
        ("http://localhost:5232/me/", "http://localhost:5232/me/", ""),
        ("http://[::1]:5232/me/", "http://[::1]:5232/me/", ""),
    ],
)
def test_an_address_is_kept_without_the_account(given: str, place: str, account: str) -> None:
    assert place_of(given) == (place, account)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("https://me:canary-5Kx9@cloud.example/", "caldav-url-password"),
        ("https://me:@cloud.example/", "caldav-url-password"),
        ("ftp://cloud.example/", "caldav-url"),
        ("cloud.example/dav", "caldav-url"),
        ("https://cloud.example:port/", "caldav-url"),
        ("https://cloud.example/?password=canary-5Kx9", "caldav-url"),
        ("https://[cloud/", "caldav-url"),
        ("", "caldav-url"),
        ("http://cloud.example/", "caldav-unprotected"),
    ],
)
def test_an_address_that_will_not_do_is_refused_without_being_quoted(given: str, key: str) -> None:
    with pytest.raises(UsageError) as refused:
        place_of(given)
    assert refused.value.key == key
    assert PASSWORD not in str(refused.value)
    assert refused.value.__cause__ is None


@given(st.text())
def test_any_text_is_an_address_or_refused(text: str) -> None:
    with suppress(UsageError):
        place, _ = place_of(text)
        assert place.startswith(("https://", "http://"))


def test_http_on_a_network_of_ones_own_is_asked_for() -> None:
    assert place_of("http://nas.lan:5232/me/", unprotected=True) == ("http://nas.lan:5232/me/", "")


class Odd(BaseHTTPRequestHandler):
    """A server that answers what its path says, and notes who came with which password."""

    came: ClassVar[list[tuple[str, str]]] = []
    target: ClassVar[str] = ""

    def _answer(self) -> None:
        login = self.headers.get("Authorization", "").removeprefix("Basic ")
        self.came.append((f"{self.command} {self.path}", base64.b64decode(login).decode()))
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        name = self.path.strip("/").partition("/")[0]
        status = 401 if not login else int(name) if name.isdecimal() else 200
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="odd"')
        if status in (301, 302, 307, 308):
            self.send_header("Location", self.target)
        body = b"\xff<html>not xml" if name == "portal" else b""
        self.send_header("Content-Type", "text/xml" if name == "portal" else "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_PUT = do_GET = do_DELETE = do_PROPFIND = _answer  # noqa: N815

    def log_message(self, *said: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def odd() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Odd)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def asking(odd: str) -> Iterator[Server]:
    Odd.came.clear()
    server = Server(odd, "karim", PASSWORD)
    yield server
    server.close()


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("401", "caldav-login"),
        ("403", "caldav-forbidden"),
        ("429", "caldav-refused"),
        ("500", "caldav-refused"),
        ("503", "caldav-refused"),
        ("507", "caldav-refused"),
        ("portal", "caldav-not-caldav"),
    ],
)
def test_what_a_server_refuses_is_an_error_that_quotes_the_host_alone(
    asking: Server, odd: str, path: str, key: str
) -> None:
    with pytest.raises(OutsideError) as refused:
        asking.put(f"{odd}/{path}/x.ics", b"x")
    assert (refused.value.key, refused.value.exit_code) == (key, 5)
    assert PASSWORD not in f"{refused.value} {refused.value.detail}"
    assert refused.value.__cause__ is None


def test_a_redirect_on_the_same_host_is_followed_with_the_same_request(asking: Server, odd: str) -> None:
    Odd.target = f"{odd}/200/x.ics"
    for status in (301, 302, 307, 308):
        Odd.came.clear()
        assert asking.put(f"{odd}/{status}/x.ics", b"x").status == 200
        assert Odd.came[-1] == ("PUT /200/x.ics", f"karim:{PASSWORD}")


@pytest.mark.parametrize("target", ["http://localhost:{port}/200/x.ics", "https://elsewhere.example/x.ics"])
def test_a_redirect_to_another_host_is_not_followed(asking: Server, odd: str, target: str) -> None:
    Odd.target = target.format(port=odd.rpartition(":")[2])
    with pytest.raises(OutsideError) as refused:
        asking.put(f"{odd}/307/x.ics", b"x")
    assert refused.value.key == "caldav-redirect"
    assert all("/200/" not in asked for asked, _ in Odd.came)


def test_a_redirect_in_a_circle_ends(asking: Server, odd: str) -> None:
    Odd.target = f"{odd}/307/x.ics"
    with pytest.raises(OutsideError) as refused:
        asking.get(f"{odd}/307/x.ics")
    assert refused.value.key == "caldav-redirect"


@pytest.mark.parametrize(
    ("own", "other", "allowed"),
    [
        ("https://a.example/", "https://a.example/x", True),
        ("http://a.example/", "https://a.example/x", True),
        ("https://a.example/", "http://a.example/x", False),
        ("https://a.example/", "https://b.example/x", False),
        ("https://caldav.icloud.com/", "https://p12-caldav.icloud.com/x", True),
        ("https://caldav.icloud.com/", "http://p12-caldav.icloud.com/x", False),
        ("https://caldav.icloud.com/", "https://icloud.com.evil.example/x", False),
        ("https://evilicloud.com/", "https://p12-caldav.icloud.com/x", False),
    ],
)
def test_where_a_password_may_go(own: str, other: str, allowed: bool) -> None:
    server = Server(own, "karim", PASSWORD)
    try:
        server._allow(other)
    except OutsideError:
        assert not allowed
    else:
        assert allowed
    finally:
        server.close()


def test_a_netrc_of_the_persons_does_not_log_in_with_another_account(
    odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login other password elsewhere\n", "utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    Odd.came.clear()
    server = Server(odd, "karim", PASSWORD)
    server.get(f"{odd}/200/x.ics")
    server.close()
    assert {login for _, login in Odd.came} == {"", f"karim:{PASSWORD}"}


def test_a_server_that_is_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setattr(caldav, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        server = Server(url, "karim", PASSWORD)
        with pytest.raises(OutsideError) as refused:
            server.get(url)
        server.close()
    assert refused.value.key == "caldav-timeout"


def test_a_server_without_a_true_certificate_is_not_trusted(tmp_path: Path) -> None:
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run([*made, "-subj", "/CN=localhost"], cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    Odd.came.clear()
    pretender = HTTPServer(("127.0.0.1", 0), Odd)
    pretender.socket = context.wrap_socket(pretender.socket, server_side=True)
    pretender.handle_error = lambda *asked: None  # type: ignore[method-assign]
    thread = threading.Thread(target=pretender.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    url = f"https://localhost:{pretender.server_port}/"
    server = Server(url, "karim", PASSWORD)
    try:
        with pytest.raises(OutsideError) as refused:
            server.get(url)
    finally:
        server.close()
        pretender.shutdown()
        thread.join()
        pretender.server_close()
    assert refused.value.key == "caldav-certificate"
    assert Odd.came == []


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "caldav.davclient", None)
    with pytest.raises(OutsideError) as refused:
        Server("https://cloud.example/")
    assert (refused.value.key, refused.value.exit_code) == ("caldav-absent", 5)


OBJECT = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n"
    b"DTSTART:20260101T100000Z\r\nSUMMARY:One\\, two\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_a_meaning_is_the_same_in_another_order_and_other_stamps() -> None:
    told = OBJECT.replace(b"SUMMARY:One\\, two\r\n", b"").replace(
        b"UID:a\r\n", b"SUMMARY:One\\,\r\n  two\r\nX-OTHER:1\r\nUID:a\r\n"
    )
    told = told.replace(b"20260101T000000Z\r\nDTSTART", b"20270101T000000Z\r\nDTSTART")
    assert meaning_digest(told) == meaning_digest(OBJECT) != ""
    assert content_digest(told) != content_digest(OBJECT)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"One", b"Two"), (b"T100000Z", b"T110000Z"), (b"SUMMARY", b"LOCATION:here\r\nSUMMARY")],
)
def test_another_meaning_is_another(old: bytes, new: bytes) -> None:
    assert meaning_digest(OBJECT.replace(old, new)) != meaning_digest(OBJECT)


@given(st.binary(max_size=200))
def test_what_cannot_be_read_means_nothing(content: bytes) -> None:
    assert meaning_digest(content) == ""
    assert len(meaning_digest(OBJECT[:80] + content + OBJECT[80:])) in (0, 32)

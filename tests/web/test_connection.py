"""Connections that are only kept open are cut off, and keep nobody out."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from careleaf.web.app import create_app
from careleaf.web.connection import Connection
from careleaf.web.safety.csrf import COOKIE
from careleaf.web.server import configured, listening
from careleaf.web.settings import Limits, Settings
from tests.web.conftest import BUSY, LIBRARY, WORD
from tests.web.wire import Wire

At = tuple[str, int]


class Hasty(Connection):
    seconds = 0.5


@contextmanager
def served(protocol: type[Connection], limits: Limits) -> Iterator[At]:
    """Where a server is, in a thread of its own."""
    with listening("127.0.0.1", 0) as found:
        address: At = found.getsockname()
        settings = Settings(content=LIBRARY, port=address[1], limits=limits)
        app = create_app(settings, lambda line: None)
        config = configured(app)
        config.http = protocol
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [found]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.02)
        yield address
        server.should_exit = True
        thread.join(timeout=10)
        app.state.workshop.close()


@pytest.fixture(scope="module")
def at() -> Iterator[At]:
    """Where a server is that waits half a second for a head, and two for a body."""
    with served(Hasty, Limits(seconds=2)) as address:
        yield address


@pytest.fixture(scope="module")
def calm() -> Iterator[At]:
    """Where one is that waits as long as any."""
    with served(Connection, BUSY) as address:
        yield address


def dripped(at: At, begin: bytes, *, every: float = 0.1, most: float = 20) -> tuple[float, bytes]:
    """Sends the beginning, then a byte at a time until the server has had enough: the seconds that
    it took, and what came back."""
    began, back = time.monotonic(), b""
    with socket.create_connection(at) as connection:
        connection.settimeout(every)
        connection.sendall(begin)
        while time.monotonic() - began < most:
            try:
                connection.sendall(b"a")
                if not (got := connection.recv(100_000)):
                    return time.monotonic() - began, back
                back += got
            except TimeoutError:
                continue
            except (ConnectionResetError, BrokenPipeError):
                return time.monotonic() - began, back
    raise AssertionError(f"still open after {most} s: {back[:200]!r}")


def asked(at: At, method: str = "GET", path: str = "/interface/x", more: str = "") -> bytes:
    """The head of a request, to its end."""
    return f"{method} {path} HTTP/1.1\r\nHost: {at[0]}:{at[1]}\r\n{more}\r\n".encode()


def test_a_head_that_never_ends_is_cut_off(at: At) -> None:
    took, back = dripped(at, b"GET /library HTTP/1.1\r\nHost: ")
    assert took > 0.4 and back == b""


def test_a_connection_that_says_nothing_is_cut_off(at: At) -> None:
    began = time.monotonic()
    with socket.create_connection(at) as connection:
        connection.settimeout(20)
        assert connection.recv(1) == b""
    assert time.monotonic() - began > 0.4


def test_a_second_head_that_never_ends_is_cut_off(at: At) -> None:
    _, back = dripped(at, asked(at) + b"GET /library HTTP/1.1\r\nHost: ")
    assert back.startswith(b"HTTP/1.1 404")


def test_a_body_that_never_ends_is_refused_and_cut_off(at: At) -> None:
    form = f"Cookie: {COOKIE}={WORD}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    length = "Content-Length: 100000\r\n"
    took, back = dripped(at, asked(at, "POST", "/interface/language", form + length))
    assert took > 1.9 and back.startswith(b"HTTP/1.1 503")


def test_a_body_that_nobody_wants_is_cut_off(at: At) -> None:
    _, back = dripped(at, asked(at, "GET", "/interface/x", "Content-Length: 100000\r\n"))
    assert back.startswith(b"HTTP/1.1 404")


def test_an_answer_that_nobody_takes_is_cut_off(at: At) -> None:
    """Asked for many times over one connection, with hardly any room to receive."""
    began = time.monotonic()
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        connection.connect(at)
        connection.settimeout(0.2)
        while time.monotonic() - began < 30:
            try:
                connection.sendall(asked(at, path="/library") * 5)
            except TimeoutError:
                continue
            except (ConnectionResetError, BrokenPipeError):
                return
    raise AssertionError("still open")


LARGE = 2_000_000
"""Bytes: a deck."""


class Told(Hasty):
    seconds = 1.0
    ended = threading.Event()
    """One connection has."""

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self.ended.set()


@pytest.fixture(scope="module")
def large() -> Iterator[At]:
    """Where a server is that answers everything with a large file, and whose system holds little
    of it, as it does for a slow line."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(b"x" * LARGE)(scope, receive, send)

    with socket.socket() as found:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 32 * 1024)
        found.bind(("127.0.0.1", 0))
        found.listen()
        config = uvicorn.Config(app, http=Told, log_level="error", lifespan="off")
        config.timeout_keep_alive = 1
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [found]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.02)
        yield found.getsockname()
        server.should_exit = True
        thread.join(timeout=10)


def test_a_large_answer_goes_over_a_slow_line(large: At) -> None:
    """For several times the seconds in which some of it must be taken."""
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32 * 1024)
        connection.connect(large)
        connection.sendall(asked(large))
        got = 0
        while piece := connection.recv(32 * 1024):
            got += len(piece)
            time.sleep(0.06)
    assert got > LARGE


def test_a_large_answer_that_is_not_taken_to_its_end_is_cut_off(large: At) -> None:
    Told.ended.clear()
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32 * 1024)
        connection.connect(large)
        connection.sendall(asked(large))
        got = len(connection.recv(32 * 1024))
        assert Told.ended.wait(20), "still open"
        connection.settimeout(20)
        try:
            while piece := connection.recv(32 * 1024):
                got += len(piece)
        except ConnectionResetError:
            pass
    assert got < LARGE


def test_many_that_only_keep_a_connection_open_keep_nobody_out(calm: At) -> None:
    begun = [socket.create_connection(calm) for _ in range(200)]
    try:
        for one in begun:
            one.sendall(b"GET /library HTTP/1.1\r\nHost: ")
        wire = Wire(f"http://{calm[0]}:{calm[1]}/", (("Accept", "text/html"),))
        assert wire.ask("GET", "/library").status == 200
    finally:
        for one in begun:
            one.close()


@pytest.mark.parametrize(
    "hosts",
    [
        b"Host: {good}\r\nHost: evil.example\r\n",
        b"Host: evil.example\r\nHost: {good}\r\n",
        b"Host: evil.example\r\nX-Forwarded-Host: {good}\r\n",
        b"Host: {good}@evil.example\r\n",
        b"Host: {good}.evil.example\r\n",
        b"Host:\r\n",
        b"",
    ],
)
def test_a_name_is_said_once_and_is_ours(calm: At, hosts: bytes) -> None:
    said = hosts.replace(b"{good}", f"{calm[0]}:{calm[1]}".encode())
    wire = Wire(f"http://{calm[0]}:{calm[1]}/")
    for target in (b"/library", f"http://{calm[0]}:{calm[1]}/library".encode()):
        answer = wire.send(
            b"GET " + target + b" HTTP/1.1\r\n" + said + b"Connection: close\r\n\r\n"
        )
        assert answer.status in (400, 421)
        assert "<html" not in answer.text


def test_a_line_break_in_an_address_makes_no_header(calm: At) -> None:
    wire = Wire(f"http://{calm[0]}:{calm[1]}/", (("Accept", "text/html"),))
    for target in (
        "/entrance%0d%0aSet-Cookie:%20a=b",
        "/library?q=%0d%0aSet-Cookie:%20a=b",
        "/topics/x/en.pdf%0d%0aSet-Cookie:%20a=b",
    ):
        answer = wire.ask("GET", target)
        assert answer.status in (200, 404)
        assert "a=b" not in str(answer.headers)

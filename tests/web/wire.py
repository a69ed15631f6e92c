"""A request, as wrong as one likes, in; what a real server answers out.

Written straight to a socket: a client library would mend what is sent, or refuse to."""

from __future__ import annotations

import http.client
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

SECONDS = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. Status 0: the server closed the connection without an answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body, for a look into it."""
        return self.body.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Wire:
    """A way to one server. `headers` go with each request that brings no others."""

    address: str
    headers: tuple[tuple[str, str], ...] = ()

    def ask(
        self,
        method: str,
        target: str,
        *,
        headers: tuple[tuple[str, str], ...] = (),
        body: bytes = b"",
        hangs_up: bool = False,
    ) -> Answer:
        """`target` goes out as it is, in latin-1. Headers given take the place of the usual. Who
        `hangs_up` sends nothing more: a server that waits for the rest may go, too."""
        port = urlsplit(self.address).port
        given = {name.lower() for name, _ in headers}
        usual = (
            ("Host", f"127.0.0.1:{port}"),
            ("Connection", "close"),
            *self.headers,
            *((("Content-Length", str(len(body))),) if body else ()),
        )
        lines = [
            f"{method} {target} HTTP/1.1",
            *(f"{name}: {value}" for name, value in usual if name.lower() not in given),
            *(f"{name}: {value}" for name, value in headers),
        ]
        head = "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n"
        return self.send(head + body, method, hangs_up=hangs_up)

    def send(self, data: bytes, method: str = "GET", *, hangs_up: bool = True) -> Answer:
        """Bytes that need not be a request at all."""
        at = urlsplit(self.address)
        with socket.create_connection((at.hostname, at.port), timeout=SECONDS) as connection:
            try:
                connection.sendall(data)
                if hangs_up:
                    connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # it may have answered, and gone, before it had read all
            response = http.client.HTTPResponse(connection, method=method)
            try:
                response.begin()
                body = response.read()
            except (http.client.HTTPException, ConnectionResetError):
                return Answer(0, {}, b"")
            finally:
                response.close()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, body)

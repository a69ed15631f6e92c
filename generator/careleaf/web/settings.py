"""What `careleaf serve` was told in; one frozen record that every part of the page reads, out."""

from __future__ import annotations

import ipaddress
from pathlib import Path

from msgspec import Struct

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What a browser on this computer may call it."""


class Limits(Struct, frozen=True, kw_only=True):
    """What one request may cost."""

    body: int = 1024 * 1024
    """Bytes that it may bring: a topic file (256 KB) as a form, which writes a letter as three."""
    seconds: float = 20.0
    """From the head of a request to the end of its answer."""
    at_once: int = 100
    """Requests that are answered at the same time, and may hold a body each."""
    waiting: float = 5.0
    """Seconds that another system waits while the server still reads its topics: one that has not
    been read yet must not be taken for one that is not there. Then it is told to ask again."""


class Settings(Struct, frozen=True, kw_only=True):
    """One server. `content` and `clinic` are as for every other command."""

    content: Path | None = None
    clinic: str | None = None
    listen: str = "127.0.0.1"
    """The address that is listened on."""
    port: int = 8765
    hosts: tuple[str, ...] = ()
    """Further names by which the page may be asked for, beside those of this computer."""
    token: str | None = None
    """What everybody from the network must know."""
    trusted_header: str | None = None
    """Where a proxy says who somebody is ..."""
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    """... if the request comes from one of these addresses."""
    cache: Path | None = None
    """Where pictures and the index may be kept between runs; None keeps them in memory."""
    limits: Limits = Limits()

    @property
    def local(self) -> bool:
        """Whether nobody but this computer can reach the page. A further name means a proxy that
        leads here from elsewhere."""
        return is_local(self.listen) and not self.hosts

    @property
    def address(self) -> str:
        """What to type into the browser's address bar."""
        return f"http://{bracketed(self.listen)}:{self.port}/"

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The values of the Host header that are answered. Local names count with this port only;
        a proxy in front of further names has a port of its own."""
        local = {f"{name}:{self.port}" for name in (*LOCAL_NAMES, bracketed(self.listen))}
        if self.port == 80:
            local |= {*LOCAL_NAMES, bracketed(self.listen)}
        further = {name.lower() for name in self.hosts}
        return frozenset(local | further | {f"{name}:{self.port}" for name in further})


def is_local(address: str) -> bool:
    """Whether an address, or the name "localhost", is of this computer alone."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def bracketed(address: str) -> str:
    """An address as a URL has it: one of IPv6 stands in brackets."""
    return f"[{address}]" if ":" in address else address

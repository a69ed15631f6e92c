"""An address in; the page served there until somebody stops it, out."""

from __future__ import annotations

import gc
import socket
import sys
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette

from careleaf.web.connection import Connection

_GARBAGE = (10_000, 20, 20)
"""A server stays: what the command line sets for commands that end would let memory grow."""

_QUEUE = 128
_AT_ONCE = 500
"""Connections, most of them idle: a browser keeps up to six. More are told to come back (503)."""
_FILES = 1024
"""Files that may be open, connections among them; some machines allow 256 unless they are asked."""


def listening(address: str, port: int) -> socket.socket:
    """A socket where connections queue up from now on; port 0 is any free one.

    Raises OSError for a port in use and an address that is none of this machine's.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # asyncio sends small answers at once (TCP_NODELAY) only where the protocol is told: without it
    # each waits some 40 ms for the browser to acknowledge what came before.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":  # where it would let two servers share a port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        made.listen(_QUEUE)
    except OSError:
        made.close()
        raise
    return made


def configured(app: Starlette) -> uvicorn.Config:
    """How the page is served."""
    return uvicorn.Config(
        app,
        http=Connection,
        access_log=False,  # it would write queries down; `safety/access_log.py` does not
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="off",  # pressed twice, Ctrl-C would end it in the middle, with a traceback
        log_level="warning",
        limit_concurrency=_AT_ONCE,
        timeout_graceful_shutdown=5,
    )


def serve(app: Starlette, at: socket.socket) -> None:
    """Answer until Ctrl-C or a request to end."""
    gc.set_threshold(*_GARBAGE)
    _make_room()
    app.state.workshop.start()
    try:
        with suppress(KeyboardInterrupt):  # the usual way to end a server
            uvicorn.Server(configured(app)).run(sockets=[at])
    finally:
        app.state.workshop.close()


def _make_room() -> None:
    if sys.platform == "win32":  # which has no such bound
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))

"""A request and its answer in; one line without anything that a person typed out.

A line names the route ("/tailor/{topic}"), not the address that was asked for: a query, or the
path of a link that leads nowhere, may hold what somebody typed. An open screen looks every few
seconds whether what it shows still holds: as long as it does, nobody did anything, and no line
tells of it."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Told = Callable[[str], None]

STILL_HOLDS = "careleaf.still_holds"
"""Name in a request's scope, set by whoever answered that a screen shows all there is."""

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class AccessLog:
    """Tells `told` of each request once it is answered."""

    def __init__(self, app: ASGIApp, told: Told) -> None:
        self.app = app
        self.told = told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One message exchange, as ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status, size = time.perf_counter(), 0, 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            if not scope.get(STILL_HOLDS):
                self.told(_line(scope, status, size, time.perf_counter() - began))


def _line(scope: Scope, status: int, size: int, took: float) -> str:
    method = scope["method"] if scope["method"] in _METHODS else "(other)"
    route = getattr(scope.get("route"), "path", "(nowhere)")
    return f"{method} {route} {status or '(broke off)'} {size} bytes {took * 1000:.0f} ms"

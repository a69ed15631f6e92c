"""A request in; on to the page where it calls this server by a name of its own, else refused.

A foreign site can make a browser look its name up as 127.0.0.1 (DNS rebinding); its pages would
then read ours. The browser still says the foreign name in Host."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

MISDIRECTED = 421


class KnownHost:
    """Answers to the names in `allowed`, in small letters and with their port."""

    def __init__(self, app: ASGIApp, allowed: frozenset[str]) -> None:
        self.app = app
        self.allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One message exchange, as ASGI has it."""
        if scope["type"] == "http":
            named = Headers(scope=scope).getlist("host")
            if len(named) != 1 or named[0].lower() not in self.allowed:
                told = "Careleaf does not answer to this name. Open the address that it printed.\n"
                await PlainTextResponse(told, MISDIRECTED)(scope, receive, send)
                return
        await self.app(scope, receive, send)

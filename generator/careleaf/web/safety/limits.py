"""A request in; its answer, or that it took too long or brought too much, out."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from careleaf.web.refusal import refusal
from careleaf.web.safety.begun import Begun
from careleaf.web.settings import Limits


class Bounded:
    """Ends a request at its limits: 413 past `body` bytes, 503 past `seconds` and where `at_once`
    others are being answered."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self.app = app
        self.limits = limits
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One message exchange, as ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self._running >= self.limits.at_once:
            await refusal(scope, 503)(scope, receive, send)
            return
        answer = Begun(send)
        self._running += 1
        try:
            async with asyncio.timeout(self.limits.seconds):
                await self.app(scope, _counted(receive, self.limits.body), answer)
        except (TimeoutError, HTTPException) as error:
            if answer.has_begun:
                raise
            status = 503 if isinstance(error, TimeoutError) else error.status_code
            await refusal(scope, status)(scope, receive, send)
        finally:
            self._running -= 1


def _counted(receive: Receive, most: int) -> Receive:
    """Receives up to `most` bytes. Whoever reads on gets HTTPException 413, whatever length the
    request claims."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413)
        return message

    return counted

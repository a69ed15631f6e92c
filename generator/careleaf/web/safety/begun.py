"""A channel to whoever asked in; the same, and whether an answer has begun on it, out."""

from __future__ import annotations

from starlette.types import Message, Send


class Begun:
    """Sends on. Once an answer `has_begun`, no other can take its place."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.has_begun = False

    async def __call__(self, message: Message) -> None:
        """One message, as ASGI has it."""
        self.has_begun = self.has_begun or message["type"] == "http.response.start"
        await self._send(message)

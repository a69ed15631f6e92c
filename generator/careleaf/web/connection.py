"""A connection in; its requests answered, and the connection cut off where the other side keeps it
open and neither asks nor reads, out.

The server below puts a bound to the pause between two requests, and `safety/limits.py` one to a
request whose head has come. Besides there are heads that come a byte a minute, or never, and
answers that nobody takes: a few hundred of these would keep everybody out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from uvicorn.protocols.http.h11_impl import H11Protocol


class Connection(H11Protocol):
    """One that waits so long and no longer."""

    seconds = 10.0
    """For the head of a request, from its first byte; of the first one, from the connection. And
    for the other side to take `least` more bytes of an answer, or its rest: a whole deck goes over
    a slow line, and nobody holds one open by a byte now and then."""

    least = 16 * 1024

    _asking: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Waits for a head."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """What came may be the end of a head."""
        super().data_received(data)
        self._watch()

    def pause_writing(self) -> None:
        """More is to be sent than the other side takes."""
        super().pause_writing()
        self._await_taking()

    def resume_writing(self) -> None:
        """It has taken so much that little waits. Before a close all of it must be taken."""
        super().resume_writing()
        if self._taking and not self.transport.is_closing():
            self._taking.cancel()
            self._taking = None

    def timeout_keep_alive_handler(self) -> None:
        """Closes after the pause between two requests, which waits for the last answer to be taken
        to its end."""
        super().timeout_keep_alive_handler()
        self._await_taking()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing to wait for any more."""
        for waiting in (self._asking, self._taking):
            if waiting:
                waiting.cancel()
        super().connection_lost(exc)

    def _watch(self) -> None:
        """A request is answered, or one is waited for. What comes after an answer, and is no head
        (the rest of a body that nobody wants), counts as waiting."""
        if self.cycle is None or self.cycle.response_complete:
            self._asking = self._asking or self._later(self.transport.abort)
        elif self._asking:
            self._asking.cancel()
            self._asking = None

    def _await_taking(self) -> None:
        """Looks again later how much is left, and gives up where little has gone since."""
        left = self.transport.get_write_buffer_size()

        def look() -> None:
            self._taking = None
            if left - self.transport.get_write_buffer_size() < self.least:
                self.transport.abort()
            else:
                self._await_taking()

        self._taking = self._taking or self._later(look)

    def _later(self, what: Callable[[], None]) -> asyncio.TimerHandle:
        return self.loop.call_later(self.seconds, what)

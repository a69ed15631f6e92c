"""A request in; its answer, or where a defect of ours no traceback with a patient's words, out.

The message of an exception may hold what was typed ("could not set 'Ada Sample'"): only its type
and the places in the code are told."""

from __future__ import annotations

import traceback

from starlette.types import ASGIApp, Receive, Scope, Send

from careleaf.web.refusal import refusal
from careleaf.web.safety.access_log import Told
from careleaf.web.safety.begun import Begun
from careleaf.web.workshop import BrokenError


class Failures:
    """Answers 500 in words, and tells `told` where it went wrong."""

    def __init__(self, app: ASGIApp, told: Told) -> None:
        self.app = app
        self.told = told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One message exchange, as ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = Begun(send)
        try:
            await self.app(scope, receive, answer)
        except Exception as error:  # the last resort, and it tells
            self.told(_places(error))
            if answer.has_begun:
                # Breaks the connection off, so that half a file does not pass for a whole one.
                raise BrokenOffError from None
            await refusal(scope, 500)(scope, receive, send)


class BrokenOffError(Exception):
    """An answer that had begun could not be ended."""


def _places(error: BaseException) -> str:
    """Types and places, the cause first."""
    before = error.__cause__ or error.__context__
    lines = [_places(before)] if before else []
    # What a workshop's process tells of itself is made of such types and places already.
    of = f" ({error})" if isinstance(error, BrokenError) else ""
    lines.append(f"careleaf: a defect, {type(error).__name__}{of}, at")
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {frame.filename}:{frame.lineno} in {frame.name}")
    return "\n".join(lines)

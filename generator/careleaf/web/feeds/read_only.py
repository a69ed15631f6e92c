"""A request in; on to the page, or, where it would change one of the feeds, 405 and what there is,
out.

The feeds are there to read. Programs that ask them know nothing of our forms, so this stands before
the look at where a form comes from (`safety/csrf.py`)."""

from __future__ import annotations

import msgspec
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from careleaf.web.feeds import fhir
from careleaf.web.feeds.mistake import Mistake

_READS = ("GET", "HEAD")
_NO_CHANGE = Mistake("", "this is there to read, and nothing was changed", "ask with GET")


class ReadOnly:
    """Lets through to `/fhir` and `/infobutton` what only asks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One message exchange, as ASGI has it."""
        feed = scope["path"].split("/")[1] if scope["type"] == "http" else ""
        if feed not in ("fhir", "infobutton") or scope["method"] in _READS:
            await self.app(scope, receive, send)
            return
        await _refused(feed)(scope, receive, send)


def _refused(feed: str) -> Response:
    headers = {"Allow": ", ".join(_READS)}
    if feed == "infobutton":
        return PlainTextResponse(f"{_NO_CHANGE.told()}\n", 405, headers)
    data = msgspec.json.encode(fhir.outcome("not-supported", [_NO_CHANGE]))
    return Response(data, 405, headers, media_type=f"{fhir.MEDIA_TYPE}; charset=utf-8")

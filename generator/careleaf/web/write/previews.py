"""A text in; its handout and slides as pictures, or its web page, out.

What was made stays in memory for a while, under a name that nobody can guess: a page's pictures are
asked for one by one. It holds an author's text and nothing of a patient."""

from __future__ import annotations

import html
import re
import secrets
import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, Literal

from msgspec.structs import replace
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from careleaf.engine.job import Format
from careleaf.web.interface import screen
from careleaf.web.interface.answers import drawn, for_script
from careleaf.web.pages import Picture
from careleaf.web.write.desk import Desk

Medium = Literal["handout", "slides", "page"]

_FORMATS: Mapping[str, Format] = {"handout": "pdf", "slides": "notes-pages", "page": "html"}
"""Slides are seen as on notes pages: each with what its speaker says."""
_KEPT = 12
"""Previews: each is a file of a few hundred KB."""
_WIDTH = 800
"""Pixels of a picture: twice the place that it has on a screen."""
_POLICY = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]*)"')


class Previews:
    """Makes them, and keeps the last ones."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    async def made(self, request: Request) -> Response:
        """`POST preview`: a screen, or for a script the part of it with the pages."""
        text, fields = await self._desk.sent(request)
        medium = fields.get("medium", "handout")
        if medium not in _FORMATS:
            raise HTTPException(400)
        if gone := self._desk.gone(request, text):
            return self._answer(request, {"gone": gone, "key": "", "text": text})
        job = replace(self._desk.job(text), formats=(_FORMATS[medium],))
        workshop = self._desk.workshop
        result = await workshop.made(job, replaces=self._desk.newest(request, "preview", text))
        first: Picture | None = None
        key = ""
        if result.pieces:
            data = result.pieces[0].data
            key = self._keep(data)
            if medium != "page":
                (first,) = await workshop.pictures(data, _WIDTH, (1,))
        values = {"gone": "", "medium": medium, "key": key, "first": first, "text": text}
        return self._answer(request, values)

    async def picture(self, request: Request) -> Response:
        """`GET /write/preview/KEY/NUMBER.png`: a page, from 1."""
        data, number = self._of(request), request.path_params["number"]
        found = await self._desk.workshop.pictures(data, _WIDTH, (number,))
        if not found:
            raise HTTPException(404)
        headers = {"Cache-Control": "private, max-age=3600"}
        return Response(found[0].png, media_type="image/png", headers=headers)

    async def page(self, request: Request) -> Response:
        """`GET /write/preview/KEY/page.html`: the web page, which says itself what it needs."""
        data = self._of(request)
        found = _POLICY.search(data)
        own = html.unescape(found[1].decode()) if found else "default-src 'none'"
        headers = {"Content-Security-Policy": f"{own}; frame-ancestors 'self'; sandbox"}
        return Response(data, media_type="text/html", headers=headers)

    def _answer(self, request: Request, values: dict[str, Any]) -> Response:
        if for_script(request):
            part = drawn(request, "write/pages.html", **values)
            return JSONResponse({"pages": part, "made": bool(values["key"])})
        return screen(request, "write/preview.html", tab="write", language_form="back", **values)

    def _keep(self, data: bytes) -> str:
        key = secrets.token_urlsafe(18)
        with self._lock:
            self._kept[key] = data
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return key

    def _of(self, request: Request) -> bytes:
        with self._lock:
            data = self._kept.get(request.path_params["key"])
        if data is None:
            raise HTTPException(404)
        return data

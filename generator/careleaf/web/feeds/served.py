"""A request for the page or sheet of a topic in; the file, that it has not changed, or why there
is none, out."""

from __future__ import annotations

import base64
import hashlib
import re

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from careleaf.engine.job import Format, RefusedError
from careleaf.web.feeds.made import File, Files
from careleaf.web.feeds.material import ENDINGS
from careleaf.web.interface.answers import disposition
from careleaf.web.shelf import Shelf
from careleaf.web.workshop import BusyError, OverError

_FORMATS: dict[str, Format] = {".html": "html", ".pdf": "pdf"}
_TYPES = {ending.lstrip("."): media_type for media_type, ending in ENDINGS.items()}


class Served:
    """Answers for files. Browsers may keep one, but ask each time whether it still holds."""

    def __init__(self, files: Files, shelf: Shelf) -> None:
        self._files = files
        self._shelf = shelf

    async def file(self, request: Request) -> Response:
        """`{topic}/{language}.html` or `.pdf`. 404 where there is none, 409 where the topic has a
        mistake that must be mended first."""
        topic, name = request.path_params["topic"], request.path_params["file"]
        language, dot, ending = name.rpartition(".")
        held = await run_in_threadpool(self._shelf.one, topic)
        if held is None or language not in held.languages or dot + ending not in _FORMATS:
            raise HTTPException(404)
        try:
            file = await self._files.file(topic, language, _FORMATS[dot + ending])
        except (BusyError, OverError) as error:
            raise HTTPException(503, headers={"Retry-After": "5"}) from error
        except RefusedError as error:  # it went while it was asked for
            raise HTTPException(404) from error
        if file is None:
            raise HTTPException(409)
        headers = {
            "Cache-Control": "private, no-cache",
            "ETag": file.etag,
            "Content-Language": language,
        }
        if file.etag in _known(request):
            return Response(status_code=304, headers=headers)
        if ending == "html":
            headers["Content-Security-Policy"] = _policy(file)
        else:
            headers["Content-Disposition"] = disposition("inline", f"{topic}-{language}.pdf")
        return Response(file.data, headers=headers, media_type=_TYPES[ending])


def _known(request: Request) -> list[str]:
    """The ETags that a browser has, without the mark of weak ones that proxies put on."""
    some = request.headers.get("if-none-match", "").split(",")
    return [one.strip().removeprefix("W/") for one in some]


def _policy(file: File) -> str:
    """A built page is a file of its own, with its style in it: that very style may apply, no other,
    and no script."""
    styles = re.findall(rb"<style>(.*?)</style>", file.data, re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(style).digest()).decode() for style in styles)
    allowed = " ".join(f"'sha256-{one}'" for one in digests) or "'none'"
    return (
        f"default-src 'none'; style-src {allowed}; img-src data:; font-src data:; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
    )

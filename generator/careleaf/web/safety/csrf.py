"""A request in; on to the page where it only asks, or comes from one of our own screens, else
refused.

Other pages in the same browser can send forms here, with cookies. Three things tell them apart: the
browser's word for where a form comes from (Sec-Fetch-Site, Origin); a random word in a cookie that
must be in the form too (a foreign page can read neither); and that asking (GET, HEAD) changes
nothing, which is up to each route. Forms carry `csrf_field()`; htmx sends the header by itself,
from `hx-headers` on the body."""

from __future__ import annotations

import re
import secrets
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders, UploadFile
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from careleaf.web.interface.drawing import FORM_FIELD, FORM_WORD
from careleaf.web.refusal import refusal

COOKIE = "careleaf-form"
HEADER = "X-Careleaf-Form"

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_RANDOM = r"[A-Za-z0-9_-]{43}"


class OwnForms:
    """Lets changes through that our own screens ask for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One message exchange, as ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        known = _cookie(scope)
        scope[FORM_WORD] = known or secrets.token_urlsafe(32)
        if scope["method"] not in _SAFE:
            if not known or _foreign(Headers(scope=scope)):
                await refusal(scope, 403)(scope, receive, send)
                return
            said, receive = await _said(scope, receive)
            if not secrets.compare_digest(said.encode(), known.encode()):
                await refusal(scope, 403)(scope, receive, send)
                return
        await self.app(scope, receive, send if known else _handing_out(scope[FORM_WORD], send))


def _cookie(scope: Scope) -> str | None:
    word = Request(scope).cookies.get(COOKIE, "")
    return word if re.fullmatch(_RANDOM, word) else None


def _foreign(headers: Headers) -> bool:
    """Whether the browser says that another page sent this. Host has been looked at before; an
    Origin that is no address is nobody's, so it is not ours."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return True
    try:
        return origin is not None and urlsplit(origin).netloc.lower() != headers["host"].lower()
    except ValueError:
        return True


async def _said(scope: Scope, receive: Receive) -> tuple[str, Receive]:
    """The word that a request brings, in a header or as a field of its form, and how to receive the
    request from its beginning."""
    header = Headers(scope=scope).get(HEADER)
    if header is not None:
        return header, receive
    body = await _whole(receive)
    async with Request(scope, _again(body, receive)).form() as form:
        word = form.get(FORM_FIELD, "")
    return "" if isinstance(word, UploadFile) else word, _again(body, receive)


async def _whole(receive: Receive) -> bytes:
    """The body; `limits` has put a bound to it."""
    parts: list[bytes] = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return b"".join(parts)


def _again(body: bytes, receive: Receive) -> Receive:
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _handing_out(word: str, send: Send) -> Send:
    """Screens bring the cookie; what other pages may keep (styles, pictures) does not."""

    async def handing_out(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith("text/html"):
                cookie = f"{COOKIE}={word}; Path=/; HttpOnly; SameSite=Lax"
                headers.append("Set-Cookie", cookie)
        await send(message)

    return handing_out

"""A request from the network in; on to the page where whoever asks has been let in, else to the
door, out.

On this computer alone everybody may come in: whoever sits at it could read the files anyway. On a
network, two ways: a proxy that has asked who it is says so in a header, which counts from that
proxy's address alone; or everybody at the clinic has one token, typed once a browser session, or
sent by programs as `Authorization: Bearer`. What else stands in that header is of a proxy in front
and decides nothing. The cookie holds a digest of the token and nothing of the person. Tokens are
tried one at a time from one address, and a wrong one takes a while; the digest takes a while to
make, so that nobody tries its cookies instead."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections import Counter
from functools import lru_cache
from weakref import WeakValueDictionary

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from careleaf.web.interface import screen
from careleaf.web.interface.language_choice import own_path
from careleaf.web.refusal import refusal
from careleaf.web.settings import Settings

COOKIE = "careleaf-entrance"
PATH = "/entrance"
_OPEN = (PATH, "/static/", "/interface/")
"""What the door itself is made of."""
_PAUSE = 1.0
"""Seconds after a wrong token, one at a time from one address: nobody tries thousands. Nobody at
another address waits meanwhile, nor who has been let in; behind a proxy all may be one address."""
_MOST_WAITING = 10
"""From one address: each holds a connection. All have had their turn after so many pauses."""
_COST = 2**14
"""Of the digest in the cookie: some 50 ms and 16 MB for each token that somebody tries."""
_UNKNOWN, _FORBIDDEN, _LATER = 401, 403, 503


class Entrance:
    """Lets in whoever `settings` says."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self._turns = Turns()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One message exchange, as ASGI has it."""
        try:
            known = scope["type"] != "http" or self.settings.local or await self._known(scope)
        except CrowdedError:
            await _crowded(scope)(scope, receive, send)
            return
        if known:
            await self.app(scope, receive, send)
        elif self.settings.token is None:
            await refusal(scope, _FORBIDDEN, NOT_BY_PROXY)(scope, receive, send)
        elif scope["path"].startswith(_OPEN):
            await self.app(scope, receive, send)
        else:
            await self._to_the_door(scope)(scope, receive, send)

    async def _known(self, scope: Scope) -> bool:
        headers, client = Headers(scope=scope), scope["client"] or ("", 0)
        if self.settings.trusted_header and client[0] in self.settings.proxies:
            return bool(headers.get(self.settings.trusted_header, "").strip())
        if self.settings.token is None:
            return False
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":  # in whatever letters: RFC 9110, 11.1
            return await self._turns.right(bearer.strip(), self.settings.token, scope)
        return _same(Request(scope).cookies.get(COOKIE, ""), _pass(self.settings.token))

    def _to_the_door(self, scope: Scope) -> Response:
        """Browsers are led there and back; of the address the path alone, in case of a query."""
        request = Request(scope)
        wants_screen = "text/html" in request.headers.get("accept", "")
        if request.method == "GET" and wants_screen and "hx-request" not in request.headers:
            return RedirectResponse(f"{PATH}?back={own_path(request.url.path)}", 303)
        answer = refusal(scope, _UNKNOWN, NOT_IN)
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer


class CrowdedError(Exception):
    """So many wait at one address that a token was not looked at."""


class Turns:
    """Lets tokens be tried."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._waiting: Counter[str] = Counter()

    async def right(self, given: str, token: str, scope: Scope) -> bool:
        """Whether it is the token; if not, after a while. One at a time from one address. Raises
        `CrowdedError` where too many wait for their turn: nothing is said of the token then, right
        or wrong, or it could be tried without waiting."""
        address = (scope["client"] or ("", 0))[0]
        if self._waiting[address] >= _MOST_WAITING:
            raise CrowdedError
        self._waiting[address] += 1
        try:
            async with self._locks.setdefault(address, asyncio.Lock()):
                right = _same(given, token)
                if not right:
                    await asyncio.sleep(_PAUSE)
        finally:
            self._waiting[address] -= 1
            self._waiting += Counter()  # forgets addresses that nobody waits at
        return right


NOT_BY_PROXY = (
    "Come in through your clinic's sign-in",
    "This address does not say who you are. Nothing was changed.",
)
NOT_IN = ("Open Careleaf again and type the clinic's token", "Nothing was changed.")
CROWDED = (
    "Too many tokens are being tried",
    "Careleaf has not looked at yours. Wait ten seconds, and try once more.",
)


def routes(settings: Settings) -> list[Route]:
    """The door: a screen with one field, and what it leads to. None where nobody needs a token."""
    token = settings.token
    if settings.local or token is None:
        return []
    turns = Turns()

    async def door(request: Request) -> Response:
        back = own_path(request.query_params.get("back", ""))
        return screen(request, "interface/entrance.html", back=back, wrong=False)

    async def come_in(request: Request) -> Response:
        async with request.form() as form:
            given, back = str(form.get("token", "")), own_path(str(form.get("back", "")))
        try:
            right = await turns.right(given.strip(), token, request.scope)
        except CrowdedError:
            return _crowded(request.scope)
        if not right:
            return screen(
                request, "interface/entrance.html", status=_FORBIDDEN, back=back, wrong=True
            )
        answer = RedirectResponse(back, 303)
        answer.set_cookie(COOKIE, _pass(token), httponly=True, samesite="lax")
        return answer

    return [Route(PATH, door), Route(PATH, come_in, methods=["POST"])]


def _crowded(scope: Scope) -> Response:
    answer = refusal(scope, _LATER, CROWDED)
    answer.headers["Retry-After"] = f"{_MOST_WAITING * _PAUSE:.0f}"
    return answer


@lru_cache(maxsize=8)
def _pass(token: str) -> str:
    """What the cookie of whoever knows the token holds."""
    return hashlib.scrypt(token.encode(), salt=b"careleaf entrance", n=_COST, r=8, p=1).hex()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())

"""A language chosen on a screen in; a cookie that remembers it, and the way back, out."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from careleaf.web.interface.speech import CHOSEN, COOKIE, LANGUAGES, SPEAKS

Answer = Callable[[Request], Awaitable[Response]]

_A_YEAR = 365 * 24 * 3600


async def _chosen(request: Request) -> Response:
    async with request.form() as form:
        code, back = str(form.get("language", "")), str(form.get("back", ""))
    speak(request, code)
    return RedirectResponse(own_path(back), 303)


def speak(request: Request, code: str) -> None:
    """Answer this request in a language. Raises HTTPException 400 for one that screens have not."""
    if code not in LANGUAGES:
        raise HTTPException(400)
    request.scope[CHOSEN] = code


def go_on(request: Request, code: str) -> None:
    """Answer in the language of the screen that asks: another tab may have chosen another one, and
    this one chooses none. Raises HTTPException 400 for one that screens have not."""
    if code not in LANGUAGES:
        raise HTTPException(400)
    request.scope[SPEAKS] = code


def remembering(answer: Answer) -> Answer:
    """The same; a language that was chosen with the request (`speak`) the browser keeps."""

    @functools.wraps(answer)
    async def answered(request: Request) -> Response:
        response = await answer(request)
        if code := request.scope.get(CHOSEN):
            response.set_cookie(COOKIE, code, max_age=_A_YEAR, httponly=True, samesite="lax")
        return response

    return answered


def own_path(path: str) -> str:
    """A path on this server; the library for what could lead elsewhere ("//other.example")."""
    plain = path.startswith("/") and not path.startswith("//")
    return path if plain and path.isprintable() and "\\" not in path else "/library"


ROUTE = Route("/interface/language", remembering(_chosen), methods=["POST"])

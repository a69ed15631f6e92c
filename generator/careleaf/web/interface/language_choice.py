"""A language chosen on a screen in; a cookie that remembers it, and the way back, out."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from careleaf.web.interface.speech import CHOSEN, COOKIE, LANGUAGES

_A_YEAR = 365 * 24 * 3600


async def _chosen(request: Request) -> RedirectResponse:
    async with request.form() as form:
        code, back = str(form.get("language", "")), str(form.get("back", ""))
    speak(request, code)
    answer = RedirectResponse(own_path(back), 303)
    remember(answer, code)
    return answer


def speak(request: Request, code: str) -> None:
    """Answer this request in a language. Raises HTTPException 400 for one that screens have not."""
    if code not in LANGUAGES:
        raise HTTPException(400)
    request.scope[CHOSEN] = code


def remember(answer: Response, code: str) -> None:
    """Let the browser keep the choice."""
    answer.set_cookie(COOKIE, code, max_age=_A_YEAR, httponly=True, samesite="lax")


def own_path(path: str) -> str:
    """A path on this server; the library for what could lead elsewhere ("//other.example")."""
    plain = path.startswith("/") and not path.startswith("//")
    return path if plain and path.isprintable() and "\\" not in path else "/library"


ROUTE = Route("/interface/language", _chosen, methods=["POST"])

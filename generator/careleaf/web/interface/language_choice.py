"""A language chosen on a screen in; a cookie that remembers it, and the way back, out."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from careleaf.web.interface.speech import COOKIE, LANGUAGES

_A_YEAR = 365 * 24 * 3600


async def _chosen(request: Request) -> RedirectResponse:
    async with request.form() as form:
        code, back = str(form.get("language", "")), str(form.get("back", ""))
    if code not in LANGUAGES:
        raise HTTPException(400)
    answer = RedirectResponse(own_path(back), 303)
    answer.set_cookie(COOKIE, code, max_age=_A_YEAR, httponly=True, samesite="lax")
    return answer


def own_path(path: str) -> str:
    """A path on this server; the library for what could lead elsewhere ("//other.example")."""
    plain = path.startswith("/") and not path.startswith("//")
    return path if plain and path.isprintable() and "\\" not in path else "/library"


ROUTE = Route("/interface/language", _chosen, methods=["POST"])

"""A route in; the same route, where what the engine refuses is said in words, out. And answers to
scripts, which are parts of screens and data."""

from __future__ import annotations

import functools
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from careleaf.engine import RefusedError
from careleaf.problem import CareleafError
from careleaf.web.interface.drawing import screen
from careleaf.web.interface.hints import page_hint
from careleaf.web.interface.language_choice import Answer, remembering
from careleaf.web.interface.quotes import sentence
from careleaf.web.workshop import SupersededError


def disposition(shown: str, name: str) -> str:
    """A Content-Disposition: headers are ASCII, and another letter is written as RFC 6266 says."""
    if name.isascii() and '"' not in name and "\\" not in name:
        return f'{shown}; filename="{name}"'
    return f"{shown}; filename*=UTF-8''{quote(name, safe='')}"


def for_script(request: Request) -> bool:
    """Whether a script asks, which wants data, and not a screen."""
    return "application/json" in request.headers.get("accept", "")


def drawn(request: Request, template: str, **values: Any) -> str:
    """A part of a screen, for a script to put in its place."""
    return bytes(screen(request, template, **values).body).decode()


def answering(answer: Answer) -> Answer:
    """The same, where what the engine refuses is said on a screen, or to a script. A language that
    was chosen with the request is remembered with its answer."""

    @remembering
    @functools.wraps(answer)
    async def answered(request: Request) -> Response:
        return await _answered(answer, request)

    return answered


async def _answered(answer: Answer, request: Request) -> Response:
    try:
        return await answer(request)
    except SupersededError:
        return Response(None, 204)
    except RefusedError as error:
        return _said(request, 422, str(error), error.hint)
    except CareleafError as error:
        return _said(request, 503, str(error), "")


def _said(request: Request, status: int, message: str, hint: str) -> Response:
    message, hint = sentence(message), sentence(page_hint(hint))
    if for_script(request):
        return JSONResponse({"message": message, "hint": hint}, status)
    return screen(request, "interface/refused.html", status=status, message=message, hint=hint)

"""Settings in; the whole page as one ASGI application, with the safety layers round it, out."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from careleaf.web import check, feeds, library, tailor, write
from careleaf.web.feeds.read_only import ReadOnly
from careleaf.web.interface import assets, language_choice
from careleaf.web.refusal import refusal
from careleaf.web.safety import entrance
from careleaf.web.safety.access_log import AccessLog, Told
from careleaf.web.safety.csrf import OwnForms
from careleaf.web.safety.entrance import Entrance
from careleaf.web.safety.failure import Failures
from careleaf.web.safety.host import KnownHost
from careleaf.web.safety.limits import Bounded
from careleaf.web.safety.policy import Policy
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf
from careleaf.web.workshop import Bounds, Workshop

_TABS = (
    ("library", "/library", "Library"),
    ("write", "/write", "Write"),
    ("check", "/check", "Check"),
)
"""What the bar leads to: the name that a screen calls itself by (`tab`), its path, its phrase."""


def create_app(settings: Settings, told: Told | None = None) -> Starlette:
    """`told` takes one line for each request (default: standard error).

    Raises `RefusedError` where the content folder is none or the clinic is not to be told.
    """
    told = told or _to_standard_error
    shelf = Shelf(settings)
    workshop = Workshop(Bounds(seconds=settings.limits.seconds))

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        workshop.close()

    routes: list[BaseRoute] = [
        Route("/", _home),
        assets.ROUTE,
        language_choice.ROUTE,
        *entrance.routes(settings),
        *library.routes(shelf, workshop, settings),
        *feeds.routes(shelf, workshop, settings),
        *tailor.routes(shelf, workshop, settings),
        *write.routes(shelf, workshop, settings),
        *check.routes(shelf, workshop, settings),
    ]
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={
            HTTPException: _refused,
            tailor.NotInLanguageError: tailor.other_languages,
        },
        middleware=[
            Middleware(AccessLog, told=told),
            Middleware(Failures, told=told),
            Middleware(Policy),
            Middleware(KnownHost, allowed=settings.allowed_hosts),
            Middleware(Entrance, settings=settings),
            Middleware(Bounded, limits=settings.limits),
            Middleware(ReadOnly),
            Middleware(OwnForms),
        ],
    )
    app.router.redirect_slashes = False
    app.state.settings = settings
    app.state.shelf = shelf
    app.state.workshop = workshop
    app.state.tabs = _TABS
    return app


async def _home(request: Request) -> Response:
    """A search that is typed behind the bare address is kept."""
    asked = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/library{asked}", 303)


async def _refused(request: Request, error: Exception) -> Response:
    """With the headers that go with a status: which methods there are, when to ask again."""
    if not isinstance(error, HTTPException):
        return refusal(request.scope, 500)
    answer = refusal(request.scope, error.status_code)
    answer.headers.update(error.headers or {})
    return answer


def _to_standard_error(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

"""What was typed and ticked in; the screen of topics that have it out."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from careleaf.web.interface import screen, spoken_to
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf


def routes(shelf: Shelf, settings: Settings) -> list[Route]:
    """`GET /library`."""

    def library(request: Request) -> Response:
        language = spoken_to(request)
        topics = [(held, held.edition(language.code)) for held in shelf.topics().values()]
        return screen(request, "library/library.html", tab="library", topics=topics)

    return [Route("/library", library)]

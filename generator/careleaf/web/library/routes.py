"""What was typed and ticked in; the screen of topics that have it out."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from careleaf.engine.starter_topics import add_starters, starter_count
from careleaf.language import language
from careleaf.web.interface import screen, spoken_to
from careleaf.web.interface.language_choice import own_path
from careleaf.web.library.areas import AREAS
from careleaf.web.library.choice import Choice, choice
from careleaf.web.library.index import Index
from careleaf.web.library.kept import FullError, keep_favourite, kept
from careleaf.web.library.results import counts, found
from careleaf.web.refusal import refusal
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf

_STATES = {"in-date": "In date", "overdue": "Overdue", "draft": "Draft"}
_MISSING = 404
_UNPROCESSABLE = 422
_FULL = (
    "This browser keeps no more favourites",
    "Take the star off a topic that you use less. Nothing was changed.",
)


def routes(shelf: Shelf, settings: Settings) -> list[Route]:
    """`GET /library?q=&area=&language=&review=&favourites=`, `POST /library/favourites`."""
    index = Index()
    shelf.tell(index.hold)

    def library(request: Request) -> Response:
        """Htmx gets the results alone."""
        topics, code = shelf.topics(), spoken_to(request).code
        asked = choice(request.query_params, _languages(shelf))
        keeps = kept(request)
        part = "results.html" if _for_htmx(request) else "library.html"
        return screen(
            request,
            f"library/{part}",
            tab="library",
            asked=asked,
            found=found(topics, index, asked, keeps, code),
            counts=counts(topics, asked, keeps, code),
            names=_names(request, shelf),
            filters_on=_filters_on(asked),
            reading=shelf.reading(),
            whole=len(topics),
            starters=starter_count(shelf.content),
            folder=str(shelf.content.root),
        )

    async def favourite(request: Request) -> Response:
        """The star of a topic, on or off: htmx gets the star, a browser without it the library."""
        async with request.form() as form:
            topic, on = str(form.get("topic", "")), form.get("keep") == "1"
            back = own_path(str(form.get("back", "")))
        held = shelf.topics().get(topic)
        if held is None:
            raise HTTPException(_MISSING)
        edition = held.edition(spoken_to(request).code)
        if _for_htmx(request):
            answer: Response = screen(
                request,
                "library/star.html",
                topic=topic,
                title=edition.title,
                back=back,
                favourite=on,
            )
        else:
            answer = RedirectResponse(f"{back}#topic-{topic}", 303)
        try:
            keep_favourite(request, answer, topic, on=on)
        except FullError:
            return refusal(request.scope, _UNPROCESSABLE, _FULL)
        return answer

    def starters(request: Request) -> Response:
        """Copy the topics that ship with careleaf into a library that has none."""
        if not shelf.refresh():
            add_starters(shelf.content)
            shelf.refresh()
        return RedirectResponse("/library", 303)

    return [
        Route("/library", library),
        Route("/library/starters", starters, methods=["POST"]),
        Route("/library/favourites", favourite, methods=["POST"]),
    ]


def _for_htmx(request: Request) -> bool:
    return "hx-request" in request.headers


def _languages(shelf: Shelf) -> set[str]:
    return {code for held in shelf.topics().values() for code in held.languages}


def _names(request: Request, shelf: Shelf) -> dict[str, dict[str, str]]:
    """What each tick of the filters is called on the screen; a language as its speakers call it."""
    say = spoken_to(request).say
    return {
        "favourites": {"1": say("Favourites only")},
        "area": {area: say(phrase) for area, phrase in AREAS.items()},
        "language": {code: language(code).own_name() for code in _languages(shelf)},
        "review": {state: say(phrase) for state, phrase in _STATES.items()},
    }


def _filters_on(asked: Choice) -> list[tuple[str, str]]:
    """The group and value of each tick that is set."""
    return [
        *([("favourites", "1")] if asked.favourites else []),
        *(("area", one) for one in asked.areas),
        *(("language", one) for one in asked.languages),
        *(("review", one) for one in asked.states),
    ]

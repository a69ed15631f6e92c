"""What was typed and ticked in; the screen of topics that have it out."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from careleaf.engine import RefusedError
from careleaf.engine.starter_topics import add_starters, starter_count
from careleaf.language import language
from careleaf.web.interface import screen, spoken_to
from careleaf.web.interface.language_choice import own_path
from careleaf.web.library.areas import AREAS
from careleaf.web.library.choice import Choice, choice
from careleaf.web.library.index import Index
from careleaf.web.library.kept import FullError, keep_favourite, kept
from careleaf.web.library.pictures import FirstPages
from careleaf.web.library.results import counts, found
from careleaf.web.refusal import refusal
from careleaf.web.safety.access_log import STILL_HOLDS
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf, Topics
from careleaf.web.workshop import BusyError, OverError, Workshop

STATES = {"in-date": "In date", "overdue": "Overdue", "draft": "Draft"}
FULL = (
    "This browser keeps no more favourites",
    "Take the star off a topic that you use less. Nothing was changed.",
)
_MISSING, _UNPROCESSABLE, _BUSY = 404, 422, 503
_SEEN = "x-careleaf-edition"
"""Header of a screen that is open: what it shows is of this edition of the shelf."""
_LOOKS = 3
"""Times that other topics may come to be shown because some had changed."""
_FOR_EVER = "private, max-age=31536000, immutable"


def routes(shelf: Shelf, workshop: Workshop, settings: Settings) -> list[Route]:
    """`GET /library?q=&area=&language=&review=&favourites=&order=&shown=` and what it leads to."""
    desk = _Desk(shelf, FirstPages(shelf, workshop, settings))
    return [
        Route("/library", desk.library),
        Route("/library/favourites", desk.favourite, methods=["POST"]),
        Route("/library/starters", desk.starters, methods=["POST"]),
        Route("/library/pictures/starter.png", desk.starter_picture),
        Route("/library/pictures/{topic}/{language}/{stamp}.png", desk.picture),
    ]


class _Desk:
    """What answers."""

    def __init__(self, shelf: Shelf, first_pages: FirstPages) -> None:
        self._shelf = shelf
        self._first_pages = first_pages
        self._index = Index()
        shelf.tell(self._index.hold)

    def library(self, request: Request) -> Response:
        """Htmx gets the results alone; a screen that looks whether it still holds, nothing (204) if
        it does."""
        # Asked before the topics: what is ready now is all there when they are looked at.
        reading, edition = self._shelf.reading(), self._shelf.edition()
        topics, code, keeps = self._shelf.topics(), spoken_to(request).code, kept(request)
        asked = choice(request.query_params, _languages(topics))
        shown = found(topics, self._index, asked, keeps, code)
        for _ in range(_LOOKS):
            if not self._shelf.changed([card.held.id for card in shown.cards]):
                break
            topics, edition = self._shelf.topics(), self._shelf.edition()
            shown = found(topics, self._index, asked, keeps, code)
        if request.headers.get(_SEEN) == edition:
            request.scope[STILL_HOLDS] = True
            return Response(status_code=204)
        return screen(
            request,
            f"library/{'results' if _for_htmx(request) else 'library'}.html",
            tab="library",
            asked=asked,
            found=shown,
            edition=edition,
            counts=counts(topics, asked, keeps),
            names=_names(request, topics),
            filters_on=_filters_on(asked),
            reading=reading,
            # What asks again by itself while topics are read: there is more to filter by, too.
            with_filters=request.headers.get("hx-trigger") == "results",
            whole=len(topics),
            known_page=self._first_pages.known,
            stamp=self._shelf.print_stamp,
            starters=0 if topics else starter_count(self._shelf.content),
            folder=str(self._shelf.content.root),
        )

    async def favourite(self, request: Request) -> Response:
        """The star of a topic, on or off: htmx gets the star, a browser without it the library."""
        async with request.form() as form:
            topic, on = str(form.get("topic", "")), form.get("keep") == "1"
            back = own_path(str(form.get("back", "")))
        held = self._shelf.topics().get(topic)
        if held is None:
            raise HTTPException(_MISSING)
        answer: Response = RedirectResponse(f"{back}#topic-{topic}", 303)
        if _for_htmx(request):
            shown = held.edition(spoken_to(request).code)
            answer = screen(
                request,
                "library/star.html",
                topic=topic,
                title=shown.title,
                code=shown.language,
                back=back,
                favourite=on,
            )
        try:
            keep_favourite(request, answer, topic, on=on)
        except FullError:
            return refusal(request.scope, _UNPROCESSABLE, FULL)
        return answer

    async def picture(self, request: Request) -> Response:
        """Page one of a topic. Its address changes with its looks, so a browser may keep it."""
        topic, code = request.path_params["topic"], request.path_params["language"]
        held = self._shelf.topics().get(topic)
        if held is None or code not in held.languages:
            raise HTTPException(_MISSING)
        current = request.path_params["stamp"] == self._shelf.print_stamp(topic)
        try:
            page = await self._first_pages.page(topic, code, request.is_disconnected)
        except (BusyError, OverError) as error:
            raise HTTPException(_BUSY) from error
        except RefusedError as error:  # it went while it was asked for
            raise HTTPException(_MISSING) from error
        if page is None or not page.png:
            raise HTTPException(_MISSING)
        headers = {"Cache-Control": _FOR_EVER} if current else {}
        return Response(page.png, headers=headers, media_type="image/png")

    async def starter_picture(self, request: Request) -> Response:
        """Page one of what an empty library can begin with."""
        try:
            page = await self._first_pages.starter(spoken_to(request).code, request.is_disconnected)
        except (BusyError, OverError) as error:
            raise HTTPException(_BUSY) from error
        if page is None or not page.png:
            raise HTTPException(_MISSING)
        return Response(page.png, media_type="image/png")

    def starters(self, request: Request) -> Response:
        """Copy the topics that ship with careleaf into a library that has none."""
        if not self._shelf.refresh():
            add_starters(self._shelf.content)
            self._shelf.refresh()
        return RedirectResponse("/library", 303)


def _for_htmx(request: Request) -> bool:
    return "hx-request" in request.headers


def _languages(topics: Topics) -> set[str]:
    return {code for held in topics.values() for code in held.languages}


def _names(request: Request, topics: Topics) -> dict[str, dict[str, str]]:
    """What each tick of the filters is called on the screen; a language as its speakers call it."""
    say = spoken_to(request).say
    return {
        "favourites": {"1": say("Favourites only")},
        "area": {area: say(phrase) for area, phrase in AREAS.items()},
        "language": {code: language(code).own_name() for code in _languages(topics)},
        "review": {state: say(phrase) for state, phrase in STATES.items()},
    }


def _filters_on(asked: Choice) -> list[tuple[str, str]]:
    """The group and value of each tick that is set."""
    return [
        *([("favourites", "1")] if asked.favourites else []),
        *(("area", one) for one in asked.areas),
        *(("language", one) for one in asked.languages),
        *(("review", one) for one in asked.states),
    ]

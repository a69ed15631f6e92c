"""A shelf, a workshop and settings in; the routes of the tailor screen out.

What a clinician typed comes in the bodies of POST alone, and goes back in the answer alone."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from careleaf.engine import RefusedError
from careleaf.language import Language, language
from careleaf.problem import CareleafError
from careleaf.web.interface import screen
from careleaf.web.interface.language_choice import go_on, remembering, speak
from careleaf.web.interface.quotes import sentence
from careleaf.web.library.kept import keep_opened
from careleaf.web.pages import Picture
from careleaf.web.safety.policy import CONTENT_SECURITY_POLICY
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf
from careleaf.web.tailor.desk import Desk, Laid
from careleaf.web.tailor.drawn import Outcome, drawn
from careleaf.web.tailor.files import FILES, file_answer, portal_text
from careleaf.web.tailor.form import address, chosen_in, tells_all, usual
from careleaf.web.tailor.refused import Fields
from careleaf.web.tailor.settled import always_printed
from careleaf.web.tailor.view import panel, said_count, said_pages, said_waiting
from careleaf.web.workshop import BusyError, OverError, SupersededError, Workshop

_WIDTH = 1144
"""Pixels of a page's picture where no script asks for the right number: twice the sheet at 1280."""

_INLINE = CONTENT_SECURITY_POLICY.replace("img-src", "img-src data:")
"""For an answer with a patient's pages in it, which must not have an address of their own."""

_RAW = {
    name: f"{{{name}}}"
    for name in ("all", "kept", "n", "name", "number", "of", "page", "place", "what")
}
"""Values of phrases that a script fills in."""


def routes(shelf: Shelf, workshop: Workshop, settings: Settings) -> list[Route]:
    """Everything under `/tailor/{topic}`."""
    tailor = _Tailor(Desk(shelf, workshop, settings), workshop)
    return [
        Route("/tailor/{topic}", tailor.opened, methods=["GET"]),
        Route("/tailor/{topic}", remembering(tailor.shown), methods=["POST"]),
        Route("/tailor/{topic}/pages", tailor.pages, methods=["POST"]),
        Route("/tailor/{topic}/page/{page:int}", tailor.page, methods=["GET"]),
        Route("/tailor/{topic}/text", tailor.text, methods=["POST"]),
        Route("/tailor/{topic}/file/{kind}", tailor.file, methods=["POST"]),
    ]


class _Tailor:
    def __init__(self, desk: Desk, workshop: Workshop) -> None:
        self._desk = desk
        self._workshop = workshop

    async def opened(self, request: Request) -> Response:
        """The screen, as its address says. Its pages have addresses: no patient is in them."""
        laid = await self._laid(request, chosen_in(request.query_params))
        answer = _screen(request, laid, await self._outcome(laid), ())
        keep_opened(request, answer, laid.held.id)
        return answer

    async def shown(self, request: Request) -> Response:
        """The screen as the form says, with its pages inside: for a browser without scripts. With
        `screens` the screen speaks another language from now on, and nothing typed is lost."""
        async with request.form() as fields:
            _speak(request, fields)
            return await self._shown(request, fields)

    async def _shown(self, request: Request, fields: Fields) -> Response:
        laid = await self._laid(request, fields)
        form, there, first = laid.form, laid.choices, laid.first_language
        where = address(form, there, first)
        if not laid.settled.refused and tells_all(where, form, there, first):
            # An address of its own: then going back and loading again work as everywhere.
            return RedirectResponse(where, 303)
        if "scripted" in fields:  # It draws the pages itself.
            return _screen(request, laid, Outcome(pages=0), ())
        return await self._whole(request, laid, "choices")

    async def _whole(
        self, request: Request, laid: Laid, asked: str, failed: Outcome | None = None
    ) -> Response:
        """The screen with its pages inside. `asked`: for "choices", or for a "file" that there is
        not, which `failed` or what is refused tells."""
        outcome, pictures = Outcome(pages=0), []
        try:
            async with aclosing(self._drawn(laid, _WIDTH, {}, 1)) as given:
                async for one in given:
                    if isinstance(one, Outcome):
                        outcome = one
                    else:
                        pictures.append(one)
        except (RefusedError, CareleafError) as error:
            outcome = _failed(error, laid.spoken)
        status = 422 if laid.settled.refused or failed else 200
        return _screen(request, laid, failed or outcome, pictures, status=status, asked=asked)

    async def pages(self, request: Request) -> Response:
        """For the script: a line of JSON for what is chosen, for the outcome, and for each page."""
        async with request.form() as fields:
            _speak(request, fields)
            laid = await self._laid(request, fields)
        width = _whole(fields, "width", _WIDTH)
        known = _known(str(fields.get("known", "")))
        first = _whole(fields, "at", 1)
        on = str(fields.get("screen", ""))

        async def lines() -> AsyncIterator[bytes]:
            yield _line("state", _state(laid))
            try:
                async with aclosing(self._drawn(laid, width, known, first, on)) as given:
                    async for one in given:
                        yield _outcome(one, laid) if isinstance(one, Outcome) else _page(one)
                yield _line("end", None)
            except SupersededError:
                yield _line("dropped", None)
            except (RefusedError, CareleafError) as error:
                yield _outcome(_failed(error, laid.spoken), laid)

        return StreamingResponse(lines(), media_type="application/x-ndjson")

    async def page(self, request: Request) -> Response:
        """One page of what an address says, as a picture."""
        laid = await self._laid(request, chosen_in(request.query_params))
        wanted = request.path_params["page"]
        async with aclosing(self._drawn(laid, _WIDTH, {}, wanted)) as given:
            async for one in given:
                if isinstance(one, Picture) and one.page == wanted:
                    return Response(one.png, media_type="image/png")
        raise HTTPException(404)

    async def text(self, request: Request) -> Response:
        """The handout as plain text, without name and note: for a patient portal. A form gets a
        screen with the text to select."""
        async with request.form() as fields:
            _speak(request, fields)
            laid = await self._laid(request, fields)
        if laid.settled.refused:
            return await self._refused(request, laid)
        try:
            words = await portal_text(self._workshop, laid)
        except (RefusedError, CareleafError) as error:
            return await self._refused(request, laid, _failed(error, laid.spoken))
        if "text/html" in request.headers.get("accept", ""):
            return screen(
                request,
                "tailor/text.html",
                tab="library",
                laid=laid,
                words=words,
                text_runs=_text_runs(laid),
            )
        return Response(words, media_type="text/plain; charset=utf-8")

    async def file(self, request: Request) -> Response:
        """A file to print or keep; 422 with the reason where a choice cannot be made."""
        if request.path_params["kind"] not in FILES:
            raise HTTPException(404)
        async with request.form() as fields:
            _speak(request, fields)
            laid = await self._laid(request, fields)
        if laid.settled.refused:
            return await self._refused(request, laid)
        try:
            return await file_answer(self._workshop, laid, request.path_params["kind"])
        except (RefusedError, CareleafError) as error:
            return await self._refused(request, laid, _failed(error, laid.spoken))

    async def _laid(self, request: Request, fields: Fields) -> Laid:
        try:
            return await self._desk.laid(request, fields)
        except RefusedError as error:
            raise HTTPException(404) from error

    async def _outcome(self, laid: Laid) -> Outcome:
        try:
            async with aclosing(self._drawn(laid, 1, {}, 1)) as given:
                async for one in given:
                    if isinstance(one, Outcome):
                        return one
        except (RefusedError, CareleafError) as error:
            return _failed(error, laid.spoken)
        return Outcome(pages=0)

    def _drawn(
        self, laid: Laid, width: int, known: dict[int, str], first: int, on: str = ""
    ) -> AsyncGenerator[Outcome | Picture, None]:
        replaces = (laid.held.id, on) if on else None
        return self._workshop.each(drawn, laid.settled.job, width, known, first, replaces=replaces)

    async def _refused(
        self, request: Request, laid: Laid, outcome: Outcome | None = None
    ) -> Response:
        """Why nothing is given out: the screen for people, a line of JSON for the script."""
        if "text/html" not in request.headers.get("accept", ""):
            told = _state(laid) | {"wrong": outcome.wrong if outcome else ""}
            return Response(json.dumps(told), 422, media_type="application/json")
        return await self._whole(request, laid, "file", outcome)


def _speak(request: Request, fields: Fields) -> None:
    """In the language that is asked for now, else in that of the screen that sends the form. Raises
    HTTPException 400 for one that screens have not."""
    for name, answer_in in (("screens", speak), ("speaks", go_on)):
        if isinstance(code := fields.get(name), str):
            answer_in(request, code)


def _screen(
    request: Request,
    laid: Laid,
    outcome: Outcome,
    pictures: list[Picture] | tuple[Picture, ...],
    *,
    status: int = 200,
    asked: str = "",
) -> Response:
    form, there = laid.form, laid.choices
    inline = [(one, b64encode(one.png).decode()) for one in pictures]
    return screen(
        request,
        "tailor/tailor.html",
        status=status,
        headers={"Content-Security-Policy": _INLINE} if inline else None,
        tab="library",
        language_form="tailor",
        laid=laid,
        form=form,
        choices=there,
        panel=panel(form, there, laid.spoken),
        counted=said_count(form, there, laid.spoken),
        refused={one.key: one for one in laid.settled.refused},
        outcome=outcome,
        asked=asked,
        inline=inline,
        posted=bool(inline),
        where=address(form, there, laid.first_language),
        paper=form.paper or there.paper,
        usual=sorted(usual(there)),
        raw=_RAW,
        pages_said=said_pages(outcome.pages, laid.spoken),
        waits=said_waiting(len(laid.settled.refused), laid.spoken),
        spoken_in=language,
        text_runs=_text_runs(laid),
        editor=f"/write/{laid.held.id}/{laid.first_language}",
        always_printed=lambda row: always_printed(row, laid.spoken),
    )


def _text_runs(laid: Laid) -> str:
    """The `dir` of the handout as plain text: of two languages each paragraph goes by its own."""
    return "auto" if laid.form.beside else language(laid.form.language).direction


def _state(laid: Laid) -> dict[str, object]:
    form, there = laid.form, laid.choices
    return {
        "count": said_count(form, there, laid.spoken),
        "address": address(form, there, laid.first_language),
        "waits": said_waiting(len(laid.settled.refused), laid.spoken),
        "refused": msgspec.to_builtins(laid.settled.refused),
    }


def _failed(error: Exception, spoken: Language) -> Outcome:
    """What is told of it. The message of a defect of ours is for whoever looks after Careleaf."""
    if isinstance(error, BusyError):
        wrong = spoken.say("This computer has too much to do at the moment.")
    elif isinstance(error, OverError):
        wrong = spoken.say("This took too long, and was stopped.")
    elif isinstance(error, RefusedError):
        wrong = sentence(str(error))
    else:
        wrong = spoken.say("Careleaf made a mistake.")
    return Outcome(
        pages=0, wrong=wrong, where="" if isinstance(error, RefusedError) else str(error)
    )


def _line(name: str, value: object, **further: object) -> bytes:
    return msgspec.json.encode({name: value, **further}) + b"\n"


def _outcome(outcome: Outcome, laid: Laid) -> bytes:
    said = msgspec.to_builtins(said_pages(outcome.pages, laid.spoken))
    return _line("outcome", outcome, said=said)


def _page(picture: Picture) -> bytes:
    """PNG stands as base64 in JSON."""
    return _line("page", picture)


def _known(text: str) -> dict[int, str]:
    """ "1:a8f0,2:77c1" """
    pairs = (one.partition(":") for one in text.split(",")[:500])
    return {int(page): digest for page, _, digest in pairs if page.isdecimal() and len(page) < 5}


def _whole(fields: Fields, name: str, otherwise: int) -> int:
    text = str(fields.get(name, ""))
    return int(text) if text.isdecimal() and len(text) < 5 else otherwise

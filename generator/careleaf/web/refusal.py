"""A request that is not answered and its status in; the screen, or the line, that says so out.

Each says what is wrong, what is kept, and a way on. Nothing that was asked for is repeated."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

from careleaf.web.interface import screen, spoken_to

_NOWHERE = (
    "Nothing is here",
    "The topic may have been renamed or moved. The library has them all.",
)
_NOT_THERE = (
    "A language, a print, a section or an exercise that it names is not there, or not any more, "
    "or it names two of one. "
    "Nothing was made. Open the topic from the library, and choose anew."
)
_SAID = {
    403: (
        "This page is too old to be sent",
        "It was opened before Careleaf started, or in another browser. Nothing was changed.",
    ),
    404: _NOWHERE,
    405: _NOWHERE,
    413: (
        "That is too much at once",
        "A file or a note is larger than Careleaf takes. Nothing was changed.",
    ),
    422: (
        "This asks for what the topic does not have",
        _NOT_THERE,
    ),
    500: (
        "Careleaf made a mistake",
        "Nothing was changed. If it happens again, tell whoever looks after Careleaf here.",
    ),
    503: (
        "This took too long",
        "Careleaf stopped it, to stay quick for others. Nothing was changed. Try once more.",
    ),
}
_OTHERWISE = (
    "Careleaf could not read this",
    "The address or the form is not as Careleaf makes them. Nothing was changed.",
)


def refusal(scope: Scope, status: int, said: tuple[str, str] | None = None) -> Response:
    """A whole screen for people; one line for programs, and for htmx, which swaps it in nowhere.
    `said`: a title and a sentence, both phrases of the page, in place of the usual ones."""
    request = Request(scope)
    title, text = said or _SAID.get(status, _OTHERWISE)
    if "text/html" not in request.headers.get("accept", "") or "hx-request" in request.headers:
        language = spoken_to(request)
        told = f"{language.say(title)}. {language.say(text)}\n"
        return PlainTextResponse(told, status)
    code = f"{status} {HTTPStatus(status).phrase}"
    return screen(
        request, "interface/refusal.html", status=status, title=title, text=text, code=code
    )

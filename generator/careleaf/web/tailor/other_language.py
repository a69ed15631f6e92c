"""A language that a topic does not have, or not any more, and the fields that ask for it, in; the
languages that it has, each a button that keeps every other choice, out."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from careleaf.language import language
from careleaf.web.interface import screen, spoken_to
from careleaf.web.interface.drawing import FORM_FIELD
from careleaf.web.shelf import Held
from careleaf.web.tailor.refused import MEND, Fields, Way

_NOT_KEPT = {MEND, "move", "screens", "scripted", FORM_FIELD}
"""What was pressed, and what is not of the form's own."""


class NotInLanguageError(Exception):
    """`field` ("language" or "with") asks for a language that the topic does not have."""

    def __init__(self, field: str, held: Held, fields: Fields) -> None:
        super().__init__(field)
        self.field = field
        self.held = held
        self.fields = fields


async def other_languages(request: Request, error: Exception) -> Response:
    """A screen for people, and for the script the same as buttons that mend. Nothing was made."""
    if not isinstance(error, NotInLanguageError):
        raise error
    say = spoken_to(request).say
    sentence = say(
        "The topic is not in that language, or not any more. Choose another one: "
        "everything else that you chose is kept."
    )
    options = [(code, language(code).own_name()) for code in error.held.languages]
    if error.field == "with":
        options = [("", say("One language only"))]
    if "text/html" not in request.headers.get("accept", ""):
        ways = [Way(label=label, field=error.field, value=code) for code, label in options]
        told = [{"label": one.label, "field": one.field, "value": one.value} for one in ways]
        return JSONResponse({"wrong": sentence, "ways": told}, 422)
    kept = [
        (name, value)
        for name, value in error.fields.multi_items()
        if isinstance(value, str) and name not in {*_NOT_KEPT, error.field}
    ]
    return screen(
        request,
        "tailor/other_language.html",
        status=422,
        tab="library",
        topic=error.held.id,
        sentence=sentence,
        field=error.field,
        options=options,
        kept=kept,
    )

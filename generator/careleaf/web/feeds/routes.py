"""The shelf and the workshop in; the addresses that other systems of a hospital ask, out."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from careleaf.web.feeds import atom, feed_json, fhir
from careleaf.web.feeds.fhir import KINDS, Resource, outcome
from careleaf.web.feeds.fhir_capability import capability_statement
from careleaf.web.feeds.fhir_request import read_search, takes_json
from careleaf.web.feeds.held import Materials, UnreadError
from careleaf.web.feeds.infobutton import MOST_ENTRIES, about, answer
from careleaf.web.feeds.infobutton_request import FORMS, TYPE, Asked, read_request
from careleaf.web.feeds.made import Files
from careleaf.web.feeds.mistake import Mistake
from careleaf.web.feeds.served import Served
from careleaf.web.settings import Limits, Settings
from careleaf.web.shelf import Shelf
from careleaf.web.workshop import Workshop


def routes(shelf: Shelf, workshop: Workshop, settings: Settings) -> list[BaseRoute]:
    """Infobutton, FHIR, and the pages and sheets that both lead to."""
    asked = Asking(shelf, settings.limits)
    files = Served(Files(shelf, workshop, settings), shelf)
    return [
        Route("/infobutton", asked.infobutton, methods=["GET"]),
        Route("/fhir", asked.nothing, methods=["GET"]),
        Route("/fhir/metadata", asked.metadata, methods=["GET"]),
        Route("/fhir/{kind}", asked.search, methods=["GET"]),
        Route("/fhir/{kind}/{id}", asked.read, methods=["GET"]),
        Route("/fhir/{rest:path}", asked.nothing, methods=["GET"]),
        Route("/topics/{topic}/{file}", files.file, methods=["GET"]),
    ]


class Asking:
    """Answers from what the shelf holds now. Nothing of a request is kept: a code is a fact about
    a patient to whoever knows the hour."""

    def __init__(self, shelf: Shelf, limits: Limits) -> None:
        self._materials = Materials(shelf, limits.waiting)
        self._shelf = shelf

    @property
    def _publisher(self) -> str:
        return self._shelf.clinic_name or "Careleaf"

    def infobutton(self, request: Request) -> Response:
        """A feed, or 400 with every mistake."""
        pairs = request.query_params.multi_items()
        asked = read_request(pairs)
        if not isinstance(asked, Asked):
            return _refused(asked, wanted=request.query_params.get(TYPE, ""))
        try:
            materials = self._materials.those(
                lambda every: about(asked, every), slice(MOST_ENTRIES)
            )
        except UnreadError:
            return _later(_refused([_READING], request.query_params.get(TYPE, "")))
        feed = answer(
            asked,
            materials,
            base=_base(request),
            publisher=self._publisher,
            now=datetime.now(UTC),
        )
        if asked.form == "json":
            return Response(feed_json.feed_json(feed), media_type=feed_json.MEDIA_TYPE)
        return Response(atom.atom(feed), media_type=atom.MEDIA_TYPE)

    def metadata(self, request: Request) -> Response:
        """What FHIR clients ask first."""
        return _fhir(request, capability_statement(_base(request)))

    def search(self, request: Request) -> Response:
        """A Bundle, or an OperationOutcome with every mistake."""
        kind = request.path_params["kind"]
        if kind not in KINDS:
            return self.nothing(request)
        pairs = request.query_params.multi_items()
        search = read_search(kind, pairs)
        if isinstance(search, list):
            return _fhir(request, outcome("invalid", search), 400)
        try:
            materials = self._materials.those(
                lambda every: fhir.matching(search, every), search.page
            )
        except UnreadError:
            return _later(_fhir(request, outcome("transient", [_READING])))
        found = fhir.found(
            kind,
            search,
            pairs,
            materials,
            base=_base(request),
            publisher=self._publisher,
        )
        return _fhir(request, found)

    def read(self, request: Request) -> Response:
        """One resource by its id."""
        kind, name = request.path_params["kind"], request.path_params["id"]
        try:
            found = self._materials.those(lambda every: [one for one in every if one.name == name])
        except UnreadError:
            return _later(_fhir(request, outcome("transient", [_READING])))
        one = next(iter(found), None)
        if kind not in KINDS or one is None:
            return self.nothing(request)
        made = fhir.resource(kind, one, base=_base(request), publisher=self._publisher)
        return _fhir(request, made)

    def nothing(self, request: Request) -> Response:
        """No such resource. What was asked for is not repeated."""
        there = f"there is {' and '.join(KINDS)}, and what each search finds"
        return _fhir(request, outcome("not-found", [Mistake("", "nothing is here", there)]), 404)


def _base(request: Request) -> str:
    """The address of the app as it was asked: its Host is one that we answer to."""
    return str(request.base_url).rstrip("/")


def _fhir(request: Request, resource: Resource, status: int = 200) -> Response:
    if not takes_json(request.headers.get("accept", "")):
        resource, status = outcome("not-supported", [_NO_XML]), 406
    data = msgspec.json.encode(resource)
    return Response(data, status, media_type=f"{fhir.MEDIA_TYPE}; charset=utf-8")


_READING = Mistake("", "the server has just started and still reads its topics", "ask again")
_SOON = "10"
"""Seconds after which it is worth to ask again."""


def _later(answer: Response) -> Response:
    answer.status_code = 503
    answer.headers["Retry-After"] = _SOON
    return answer


_NO_XML = Mistake("Accept", "answers are JSON", fhir.MEDIA_TYPE)


def _refused(mistakes: list[Mistake], wanted: str) -> Response:
    """As text for whoever tries it by hand, as JSON where that was asked for."""
    if FORMS.get(wanted.lower()) == "json":
        told = {"mistakes": mistakes}
        return Response(msgspec.json.encode(told), 400, media_type=feed_json.MEDIA_TYPE)
    lines = [f"{one.told()}\n" for one in mistakes]
    return PlainTextResponse("".join(lines), 400)

"""What the server holds in; the screens that check and sign a topic out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from careleaf.engine import Job, RefusedError
from careleaf.engine.saving import on_disk
from careleaf.language import language
from careleaf.model.review import Reviewer
from careleaf.web.check.examined import Examined, examined, signed
from careleaf.web.fix_name import fix_name
from careleaf.web.interface import screen
from careleaf.web.interface.answers import answering
from careleaf.web.interface.language_choice import speak
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf
from careleaf.web.translations import translations
from careleaf.web.workshop import Workshop


def routes(shelf: Shelf, workshop: Workshop, settings: Settings) -> list[Route]:
    """`/check` and all below it."""
    checks = Checks(shelf, workshop, settings)
    one = "/check/{topic}/{language}"
    return [
        Route("/check", answering(checks.topics)),
        Route(one, answering(checks.shown)),
        Route(f"{one}/sign", answering(checks.asked)),
        Route(f"{one}/sign", answering(checks.signed), methods=["POST"]),
    ]


class _Given(Struct, frozen=True, kw_only=True):
    """What was typed on the form that signs."""

    name: str = ""
    role: str = ""
    registration: str = ""
    until: str = ""
    read: str = ""
    seen: str = ""
    """The digest of the text that the form was shown with."""


class Checks(Struct, frozen=True):
    """What is said of a text before patients get it."""

    shelf: Shelf
    workshop: Workshop
    settings: Settings

    async def topics(self, request: Request) -> Response:
        """`GET /check`: every topic in every language."""
        held = await run_in_threadpool(self.shelf.topics)
        if await run_in_threadpool(self.shelf.changed, held.keys()):
            held = self.shelf.topics()
        codes = {code for one in held.values() for code in one.languages}
        names = {code: language(code).own_name() for code in codes}
        topics = list(held.values())
        return screen(request, "check/topics.html", tab="check", topics=topics, names=names)

    async def shown(self, request: Request) -> Response:
        """`GET`: problems, reading levels, ratings and reviews of one text."""
        job = await self._job(request)
        found = await self.workshop.call(examined, job)
        topic, content = job.topics[0], self.shelf.content
        there = await run_in_threadpool(on_disk, content, topic, job.language)
        held = await run_in_threadpool(self.shelf.one, topic)
        behind = await run_in_threadpool(translations, content, topic)
        return screen(
            request,
            "check/check.html",
            there=there,
            states={one.language: one.review.state for one in held.editions} if held else {},
            behind={one.language: one.behind for one in behind},
            tab="check",
            at=datetime.now().strftime("%H:%M"),
            just_signed="signed" in request.query_params and found.signing.state == "signed",
            **self._values(job, found),
        )

    async def asked(self, request: Request) -> Response:
        """`GET sign`: what would be signed, and who signs."""
        job = await self._job(request)
        found = await self.workshop.call(examined, job)
        until = found.signing.usual_until
        given = _Given(until=until.isoformat() if until else "")
        return self._form(request, job, found, given)

    async def signed(self, request: Request) -> Response:
        """`POST sign`: one more review, of exactly the text that was shown. With `screens` the
        screen speaks another language from now on: nothing is signed, and nothing typed is lost."""
        job = await self._job(request)
        async with request.form() as form:
            fields = {name: str(form.get(name, "")).strip() for name in _Given.__struct_fields__}
            code = form.get("screens")
        given = _Given(**fields)
        if isinstance(code, str):
            speak(request, code)
            found = await self.workshop.call(examined, job)
            return self._form(request, job, found, given)
        try:
            if given.read != "yes":
                raise RefusedError("nobody said that all of it was read", "tick it, then sign")
            reviewer = Reviewer(name=given.name, role=given.role, registration=given.registration)
            until = _day(given.until)
            await self.workshop.call(signed, job, reviewer, until, given.seen)
            await run_in_threadpool(self.shelf.changed, job.topics)
        except RefusedError as error:
            found = await self.workshop.call(examined, job)
            return self._form(request, job, found, given, error)
        return RedirectResponse(f"/check/{job.topics[0]}/{job.language}?signed", 303)

    def _form(
        self,
        request: Request,
        job: Job,
        found: Examined,
        given: _Given,
        error: RefusedError | None = None,
    ) -> Response:
        return screen(
            request,
            "check/sign.html",
            status=422 if error else 200,
            tab="check",
            given=given,
            error=error,
            language_form="" if found.signing.bundled or found.errors else "signing",
            language_action=f"/check/{job.topics[0]}/{job.language}/sign",
            **self._values(job, found),
        )

    def _values(self, job: Job, found: Examined) -> dict[str, Any]:
        topic, code = job.topics[0], job.language
        content = self.shelf.content
        return {
            "topic": topic,
            "code": code,
            "spoken": language(code),
            "found": found,
            "written": code in content.source_languages(topic),
            "versions": [(one, language(one)) for one in content.languages(topic)],
            "fix_name": fix_name,
        }

    async def _job(self, request: Request) -> Job:
        """About a text that is there, on disk. Raises HTTPException 404 for any other."""
        topic, code = request.path_params["topic"], request.path_params["language"]
        content = self.shelf.content
        if not content.has(topic) or code not in content.languages(topic):
            raise HTTPException(404)
        return Job(
            topics=(topic,),
            languages=(code,),
            content=self.settings.content,
            clinic=self.shelf.clinic_key,
        )


def _day(text: str) -> date:
    """Raises `RefusedError` for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise RefusedError(f"'{text}' is not a day", "write it as year-month-day") from error

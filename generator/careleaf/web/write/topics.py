"""A request in; the topics that can be written in, or a new one, out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from careleaf.engine import RefusedError
from careleaf.engine.own_library import refuse_bundled
from careleaf.engine.starter import new_topic
from careleaf.web.interface import screen
from careleaf.web.interface.language_choice import speak
from careleaf.web.write.desk import Desk

_LONGEST_TITLE = 120


class _Asked(Struct, frozen=True, kw_only=True):
    """What was typed for a new topic, and what was wrong with it."""

    name: str = ""
    title: str = ""
    wrong: str = ""
    hint: str = ""
    taken: str = ""
    """The title of the topic that is called so already, in `language`."""
    language: str = "en"


class Topics(Struct, frozen=True):
    """Where an author begins."""

    desk: Desk

    async def shown(self, request: Request) -> Response:
        """`GET /write`, with a title to begin with where the library was searched in vain."""
        title = request.query_params.get("title", "")[:_LONGEST_TITLE].strip()
        return await self._screen(request, 200, _Asked(title=title))

    async def new(self, request: Request) -> Response:
        """`GET /write/new`: the form stands on the list, also for who loads a refusal anew."""
        return RedirectResponse("/write#new", 303)

    async def started(self, request: Request) -> Response:
        """`POST /write/new`: a topic from the starter, opened to be written in."""
        async with request.form() as form:
            name, title = str(form.get("name", "")).strip(), str(form.get("title", "")).strip()
            code = form.get("screens")
        asked = _Asked(name=name, title=title)
        if isinstance(code, str):
            speak(request, code)
            return await self._screen(request, 200, asked)
        content = self.desk.shelf.content
        try:
            refuse_bundled(content)
            if content.has(name):
                return await self._screen(request, 422, await self._taken(asked))
            await run_in_threadpool(
                new_topic, name, title=title or None, language="en", content=content.root
            )
            await run_in_threadpool(self.desk.shelf.changed, (name,))
        except RefusedError as error:
            asked = replace(asked, wrong=str(error), hint=error.hint)
            return await self._screen(request, 422, asked)
        return RedirectResponse(f"/write/{name}/en", 303)

    async def _taken(self, asked: _Asked) -> _Asked:
        code = self.desk.shelf.content.source_languages(asked.name)[0]
        held = await run_in_threadpool(self.desk.shelf.topics)
        title = held[asked.name].edition(code).title if asked.name in held else asked.name
        return replace(asked, taken=title, language=code)

    async def _screen(self, request: Request, status: int, asked: _Asked) -> Response:
        content = self.desk.shelf.content
        held = await run_in_threadpool(self.desk.shelf.topics)
        texts = [
            (topic, code, held[topic].edition(code).title if topic in held else topic)
            for topic in await run_in_threadpool(content.topics)
            for code in content.source_languages(topic)
        ]
        return screen(
            request,
            "write/topics.html",
            status=status,
            tab="write",
            texts=texts,
            bundled=content.bundled,
            asked=asked,
            language_form="" if content.bundled else "new-topic",
        )

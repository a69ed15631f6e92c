"""A request in; the topics that can be written in, or a new one, out."""

from __future__ import annotations

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from careleaf.engine import RefusedError
from careleaf.engine.starter import new_topic
from careleaf.web.interface import screen
from careleaf.web.write.desk import Desk


class _Asked(Struct, frozen=True, kw_only=True):
    """What was typed for a new topic, and what was wrong with it."""

    name: str = ""
    title: str = ""
    wrong: str = ""
    hint: str = ""


class Topics(Struct, frozen=True):
    """Where an author begins."""

    desk: Desk

    async def shown(self, request: Request) -> Response:
        """`GET /write`."""
        return await self._screen(request, 200, _Asked())

    async def started(self, request: Request) -> Response:
        """`POST /write/new`: a topic from the starter, opened to be written in."""
        async with request.form() as form:
            name, title = str(form.get("name", "")).strip(), str(form.get("title", "")).strip()
        content = self.desk.shelf.content
        try:
            if content.bundled:
                raise RefusedError(
                    "the library that ships with careleaf is not changed",
                    f"make a folder of your own: careleaf new topic {name or 'NAME'}",
                )
            await run_in_threadpool(
                new_topic, name, title=title or None, language="en", content=content.root
            )
        except RefusedError as error:
            asked = _Asked(name=name, title=title, wrong=str(error), hint=error.hint)
            return await self._screen(request, 422, asked)
        return RedirectResponse(f"/write/{name}/en", 303)

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
        )

"""A topic in; what can be put into its text: names for completion, new blocks, and figures, icons
and picture files with their pictures, out."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from careleaf.engine.figures import figure_picture, icon_picture
from careleaf.engine.vocabulary import Vocabulary, vocabulary
from careleaf.figure.pose import names
from careleaf.theme import default_theme
from careleaf.theme.icons import icon_names
from careleaf.web.interface import screen
from careleaf.web.interface.answers import drawn, for_script
from careleaf.web.write.desk import Desk, Text

_KEPT = {"Cache-Control": "private, max-age=86400"}


class Parts(Struct, frozen=True):
    """What an author picks from."""

    desk: Desk

    async def names(self, request: Request) -> Response:
        """`GET names`: everything that completion offers."""
        words = await self._vocabulary(await self.desk.file(request))
        return Response(msgspec.json.encode(words), media_type="application/json")

    async def shown(self, request: Request) -> Response:
        """`GET parts`: blocks to copy, figures, icons and pictures; a script shows the pictures in
        a box of its own."""
        text = await self.desk.file(request)
        words = await self._vocabulary(text)
        if for_script(request):
            html = drawn(request, "write/pictures.html", words=words, text=text, buttons=True)
            return Response(msgspec.json.encode({"pictures": html}), media_type="application/json")
        return screen(
            request, "write/parts.html", tab="write", words=words, text=text, buttons=False
        )

    async def figure(self, request: Request) -> Response:
        """`GET /write/figures/NAME.svg`."""
        name = request.path_params["name"]
        if name not in names():
            raise HTTPException(404)
        return _svg(await run_in_threadpool(figure_picture, name, default_theme()))

    async def icon(self, request: Request) -> Response:
        """`GET /write/icons/NAME.svg`."""
        name = request.path_params["name"]
        if name not in icon_names():
            raise HTTPException(404)
        return _svg(await run_in_threadpool(icon_picture, name, default_theme()))

    async def file(self, request: Request) -> Response:
        """`GET pictures/NAME`: a picture that lies beside the topic. It may hold anything, so it is
        let do nothing."""
        text = await self.desk.file(request)
        words = await self._vocabulary(text)
        name = request.path_params["name"]
        folder = self.desk.shelf.content.topic_file(text.topic, text.language).parent
        path = folder / name
        if name not in words.pictures or path.resolve().parent != folder.resolve():
            raise HTTPException(404)
        return FileResponse(
            path, headers={"Content-Security-Policy": "default-src 'none'; sandbox"}
        )

    async def _vocabulary(self, text: Text) -> Vocabulary:
        return await run_in_threadpool(vocabulary, replace(self.desk.job(text), unsaved=()))


def _svg(text: str) -> Response:
    return Response(text, media_type="image/svg+xml", headers=_KEPT)

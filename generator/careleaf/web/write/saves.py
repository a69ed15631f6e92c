"""A text and the digest of the file it was written from in; the file saved, or both sides of a
file that changed, out. Whatever happens, what somebody wrote comes back with the answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from careleaf.engine.saving import ChangedError, OnDisk, save
from careleaf.web.interface import screen, spoken_to
from careleaf.web.interface.answers import disposition, drawn
from careleaf.web.interface.language_choice import speak
from careleaf.web.write.conflict import places, resolved
from careleaf.web.write.desk import Desk, Text


class Saves(Struct, frozen=True):
    """The ways to save."""

    desk: Desk

    async def by_form(self, request: Request) -> Response:
        """`POST`, with the digest in a field."""
        text, fields = await self.desk.sent(request)
        return await self._saved(request, text, fields.get("base"))

    async def by_script(self, request: Request) -> Response:
        """`PUT`, with the digest in If-Match as an entity tag: 200 with the new one, or 409 with
        both sides."""
        sent, fields = await self.desk.sent(request)
        text = replace(sent, digest=request.headers.get("if-match", "").strip('"'))
        try:
            there = await self._save(text)
        except ChangedError as error:
            values = await self._sides(text, error.on_disk, fields.get("base"))
            html = drawn(request, "write/sides.html", **values)
            told = _told(request, error.on_disk)
            return JSONResponse({"conflict": html, "told": told}, 409)
        return JSONResponse({"digest": there.digest}, headers={"ETag": f'"{there.digest}"'})

    async def picked(self, request: Request) -> Response:
        """`POST conflict`: a side for each place. Only the file that was shown is written over."""
        text, fields = await self.desk.sent(request)
        there = await self.desk.on_disk(text.topic, text.language)
        if "screens" in fields:
            speak(request, fields["screens"])
            return await self._conflict(request, text, there, fields.get("base"))
        if there.digest != text.digest:
            return await self._conflict(request, text, there, fields.get("base"))
        if not there.digest:  # one side: there is nothing to pick
            return await self._saved(request, text)
        picks = {name: value for name, value in fields.items() if name.startswith("place-")}
        whole = await self.desk.workshop.call(resolved, text.text, there.text, picks)
        if whole is None:
            return await self._conflict(request, text, there, fields.get("base"), unpicked=True)
        return await self._saved(request, replace(text, text=whole))

    async def copy(self, request: Request) -> Response:
        """`POST copy`: what somebody wrote, as a file of their own."""
        text, _ = await self.desk.sent(request)
        name = f"{text.topic}-{text.language}-mine.md"
        return Response(
            text.text.encode("utf-8", errors="replace"),
            media_type="text/markdown",
            headers={"Content-Disposition": disposition("attachment", name)},
        )

    async def _save(self, text: Text) -> OnDisk:
        """Every screen and every search knows it at once."""
        there = await run_in_threadpool(
            save,
            self.desk.shelf.content,
            text.topic,
            text.language,
            text.text,
            digest=text.digest,
        )
        await run_in_threadpool(self.desk.shelf.changed, (text.topic,))
        return there

    async def _saved(self, request: Request, text: Text, base: str | None = None) -> Response:
        try:
            await self._save(text)
        except ChangedError as error:
            return await self._conflict(request, text, error.on_disk, base)
        return RedirectResponse(f"/write/{text.topic}/{text.language}?saved", 303)

    async def _conflict(
        self,
        request: Request,
        text: Text,
        there: OnDisk,
        base: str | None,
        *,
        unpicked: bool = False,
    ) -> Response:
        values = await self._sides(text, there, base)
        return screen(
            request,
            "write/conflict.html",
            status=409,
            tab="write",
            unpicked=unpicked,
            told=_told(request, there),
            language_form="sides",
            **values,
        )

    async def _sides(self, text: Text, there: OnDisk, base: str | None) -> dict[str, Any]:
        """What the conflict is drawn of. A side is picked beforehand only where it alone changed.
        Long texts take a while to compare, so that is done in the workshop."""
        plain = base.replace("\r\n", "\n") if base else None
        content = self.desk.shelf.content
        found = await self.desk.workshop.call(places, text.text, there.text, plain)
        return {
            "text": text,
            "there": there,
            "topic_gone": not content.topic_file(text.topic, text.language).parent.is_dir(),
            "base": plain,
            "at": datetime.fromtimestamp(there.written).strftime("%H:%M"),
            "places": found,
        }


def _told(request: Request, there: OnDisk) -> str:
    """Why nothing was saved."""
    say = spoken_to(request).say
    return (
        say("Not saved: the file changed") if there.digest else say("Not saved: the file is gone")
    )

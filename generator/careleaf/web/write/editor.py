"""A text in; the screen to write it on, or what a script needs to mark it, out."""

from __future__ import annotations

import secrets

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from careleaf.language import language
from careleaf.web.fix_name import fix_name
from careleaf.web.interface import screen
from careleaf.web.interface.answers import drawn, for_script
from careleaf.web.interface.language_choice import speak
from careleaf.web.safety.policy import CONTENT_SECURITY_POLICY
from careleaf.web.translations import translations
from careleaf.web.write.desk import Desk, Text
from careleaf.web.write.looked import NOTHING, EditorProblem
from careleaf.web.write.toolbar import TOOLBAR

_STYLES = "style-src 'self'"


class Editor(Struct, frozen=True):
    """One text with what is said about it."""

    desk: Desk

    async def opened(self, request: Request) -> Response:
        """`GET`: the file; for a translation, where its words are written and checked."""
        if self.desk.translated(request):
            return await self._translation(request)
        text = await self.desk.file(request)
        saved = "saved" in request.query_params
        return await self.screen(request, text, saved=saved)

    async def _translation(self, request: Request) -> Response:
        topic, code = request.path_params["topic"], request.path_params["language"]
        content = self.desk.shelf.content
        held = await run_in_threadpool(self.desk.shelf.one, topic)
        return screen(
            request,
            "write/translation.html",
            tab="write",
            topic=topic,
            code=code,
            titles=[
                (one, held.edition(one).title if held else topic)
                for one in content.source_languages(topic)
            ],
            spoken=language(code),
        )

    async def again(self, request: Request) -> Response:
        """`POST edit`: a text that is not saved, back from another screen, or as it is while the
        screen begins to speak another language."""
        text, fields = await self.desk.sent(request)
        if "screens" in fields:
            speak(request, fields["screens"])
        opened = fields.get("opened", text.digest)
        return await self.screen(request, replace(text, digest=opened))

    async def checked(self, request: Request) -> Response:
        """`POST check`: marks, the list of problems and the scores; without a script a screen."""
        text, _ = await self.desk.sent(request)
        if not for_script(request):
            return await self.screen(request, text)
        if gone := self.desk.gone(request, text):
            return JSONResponse({"message": gone}, 404)
        looked = await self.desk.looked(request, text)
        return _data(
            {
                "findings": looked.findings,
                "errors": looked.errors,
                "problems": drawn(
                    request, "write/problems.html", looked=looked, text=text, fix_name=_fix_name
                ),
                "outline": drawn(request, "write/outline.html", looked=looked, text=text),
            }
        )

    async def fixed(self, request: Request) -> Response:
        """`POST fix`: the text with one change that the list of problems offered."""
        text, fields = await self.desk.sent(request)
        if self.desk.gone(request, text):
            return await self.screen(request, text)
        looked = await self.desk.looked(request, text)
        wanted = fields.get("fix", "")
        found = next((one for one in looked.findings if one.fix and _fix_name(one) == wanted), None)
        if found is None:  # it was mended by hand meanwhile
            return await self.screen(request, text)
        return await self.screen(request, replace(text, text=_mended(text.text, found)))

    async def screen(self, request: Request, text: Text, *, saved: bool = False) -> Response:
        """The screen. It lets in the one style sheet that CodeMirror makes, by a word that is
        different each time (CSP Level 3, "nonce-source")."""
        nonce = secrets.token_urlsafe(18)
        gone = self.desk.gone(request, text)
        there = await self.desk.on_disk(text.topic, text.language)
        looked = NOTHING if gone else await self.desk.looked(request, text)
        policy = CONTENT_SECURITY_POLICY.replace(_STYLES, f"{_STYLES} 'nonce-{nonce}'")
        content = self.desk.shelf.content
        others = await self.desk.workshop.call(translations, content, text.topic)
        return screen(
            request,
            "write/editor.html",
            headers={"Content-Security-Policy": policy},
            tab="write",
            nonce=nonce,
            text=text,
            title=text.title,
            gone=gone,
            looked=looked,
            changed=there.text != text.text,
            opened=there.text if there.digest == text.digest else "",
            language_form="writing",
            language_action=f"/write/{text.topic}/{text.language}/edit",
            saved=saved,
            bundled=content.bundled,
            versions=[(code, language(code)) for code in content.source_languages(text.topic)],
            others=[(one, language(one.language)) for one in others],
            spoken=language(text.language),
            toolbar=TOOLBAR,
            fix_name=_fix_name,
        )


def _fix_name(finding: EditorProblem) -> str:
    fix = finding.fix
    return fix_name(finding.code, finding.line, fix.old, fix.new) if fix else ""


def _mended(text: str, finding: EditorProblem) -> str:
    """Places count UTF-16 code units, of two bytes each."""
    if finding.fix is None:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    start, end = finding.fix.start * 2, finding.fix.end * 2
    new = finding.fix.new.encode("utf-16-le")
    return (units[:start] + new + units[end:]).decode("utf-16-le", "surrogatepass")


def _data(value: object) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")

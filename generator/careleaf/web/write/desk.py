"""A topic's address in; its text, what is wrong in it, and jobs about it, out: what all screens of
an author share."""

from __future__ import annotations

from collections.abc import Hashable

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request

from careleaf.engine import Job
from careleaf.engine.job import Unsaved
from careleaf.engine.saving import OnDisk, may_be, on_disk
from careleaf.web.interface import spoken_to
from careleaf.web.interface.answers import for_script
from careleaf.web.interface.drawing import FORM_WORD
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf
from careleaf.web.workshop import Workshop
from careleaf.web.write.looked import Looked, looked_at

_SCREEN = "x-careleaf-screen"
"""Header of a script: a browser may show the same text on several screens."""


class Text(Struct, frozen=True, kw_only=True):
    """A text that somebody writes: whose it is, how it stands, and the file that it was written
    from."""

    topic: str
    language: str
    text: str
    digest: str

    @property
    def title(self) -> str:
        """As it stands in the text, else the topic's id: the text may be in any state."""
        lines = (line for line in self.text.split("\n")[:40] if line.startswith("title:"))
        return next(lines, "title:").removeprefix("title:").strip() or self.topic


class Desk(Struct, frozen=True):
    """What an author writes at."""

    shelf: Shelf
    workshop: Workshop
    settings: Settings

    async def file(self, request: Request) -> Text:
        """The text as it is on disk. Raises HTTPException 404 for one that is not there: a
        translation is no text of its own."""
        topic, language = self._named(request)
        content = self.shelf.content
        if not content.has(topic) or language not in content.source_languages(topic):
            raise HTTPException(404)
        there = await self.on_disk(topic, language)
        return Text(topic=topic, language=language, text=there.text, digest=there.digest)

    def translated(self, request: Request) -> bool:
        """Whether it is a translation, whose words stand in a file of their own kind."""
        topic, language = self._named(request)
        content = self.shelf.content
        return (
            content.has(topic)
            and language not in content.source_languages(topic)
            and language in content.languages(topic)
        )

    async def on_disk(self, topic: str, language: str) -> OnDisk:
        """The file that a text is saved to, as it stands now."""
        return await run_in_threadpool(on_disk, self.shelf.content, topic, language)

    async def sent(self, request: Request) -> tuple[Text, dict[str, str]]:
        """The text that a form brings, and its other fields. A file that is gone meanwhile is no
        reason to refuse what somebody wrote; a name that no text can have is: 404."""
        topic, language = self._named(request)
        async with request.form() as form:
            fields = {name: value for name, value in form.items() if isinstance(value, str)}
        if "text" not in fields:
            raise HTTPException(400)
        plain = fields["text"].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        text = Text(topic=topic, language=language, text=plain, digest=fields.get("digest", ""))
        return text, fields

    def gone(self, request: Request, text: Text) -> str:
        """What to say where the topic is not there any more; empty where it is."""
        if self.shelf.content.has(text.topic):
            return ""
        return spoken_to(request).say(
            "The file of “{title}” is gone: somebody moved or deleted it after you opened it.",
            title=text.title,
        )

    def job(self, text: Text) -> Job:
        """A job about a text as it stands."""
        unsaved = Unsaved(topic=text.topic, language=text.language, text=text.text)
        return Job(
            topics=(text.topic,),
            languages=(text.language,),
            content=self.settings.content,
            clinic=self.shelf.clinic_key,
            unsaved=(unsaved,),
        )

    async def looked(self, request: Request, text: Text) -> Looked:
        """What is wrong in a text. Of one screen's script, only the newest question is answered."""
        replaces = self.newest(request, "check", text)
        return await self.workshop.call(looked_at, self.job(text), replaces=replaces)

    def newest(self, request: Request, kind: str, text: Text) -> Hashable:
        """What a later question of the same kind about the same text, from the script of the same
        screen, takes the place of. A screen itself is waited for, whatever a script asks meanwhile:
        None."""
        if not for_script(request):
            return None
        on = request.headers.get(_SCREEN, "")
        return kind, request.scope.get(FORM_WORD), on, text.topic, text.language

    def _named(self, request: Request) -> tuple[str, str]:
        topic, language = request.path_params["topic"], request.path_params["language"]
        if not may_be(self.shelf.content, topic, language):
            raise HTTPException(404)
        return topic, language

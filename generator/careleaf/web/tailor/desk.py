"""A request for a topic in; its choices, and the form as it was filled in, out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request

from careleaf.engine import Job
from careleaf.engine.choices import Choices, choices
from careleaf.engine.example_words import example_lines
from careleaf.engine.letters import unprintable
from careleaf.language import Language
from careleaf.web.interface import spoken_to
from careleaf.web.settings import Settings
from careleaf.web.shelf import Held, Shelf
from careleaf.web.tailor.form import Form, UnknownError, form_of, moved
from careleaf.web.tailor.other_language import NotInLanguageError
from careleaf.web.tailor.refused import Fields, mended
from careleaf.web.tailor.settled import Settled, settled
from careleaf.web.tailor.unwritten import refused_example
from careleaf.web.workshop import Workshop

_Told = TypeVar("_Told")


class Laid(Struct, frozen=True, kw_only=True):
    """What lies on the desk for one request. `choices` are in the language of the screen, or the
    nearest that the topic has."""

    held: Held
    choices: Choices
    form: Form
    settled: Settled
    spoken: Language

    @property
    def first_language(self) -> str:
        """What the topic was written in."""
        return self.held.languages[0]


class Desk:
    """Lays out what a request is about. Choices are kept as long as the content stays as it is:
    they hold no words of a patient."""

    def __init__(self, shelf: Shelf, workshop: Workshop, settings: Settings) -> None:
        self._shelf = shelf
        self._workshop = workshop
        self._base = Job(content=settings.content, clinic=settings.clinic)
        self._kept: dict[tuple[str, str], tuple[Held, Choices]] = {}
        self._examples: dict[tuple[str, str], tuple[Held, int]] = {}

    async def laid(self, request: Request, fields: Fields) -> Laid:
        """Raises HTTPException 404 for a topic that is not there, 422 where a field names what it
        has not (a print, a section), `NotInLanguageError` where that is a language, and
        `RefusedError` for a topic that cannot be read."""
        held = await run_in_threadpool(self._shelf.one, request.path_params["topic"])
        if held is None:
            raise HTTPException(404)
        spoken = spoken_to(request)
        code = held.edition(spoken.code).language
        there = await self._choices(held, code)
        try:
            form = form_of(mended(fields), there, held.languages[0])
        except UnknownError as error:
            raise HTTPException(422) from error
        for field, wanted in (("language", form.language), ("with", form.beside)):
            if wanted and wanted not in held.languages:
                raise NotInLanguageError(field, held, mended(fields))
        if form.beside == form.language:
            form = replace(form, beside="")
        if isinstance(wish := fields.get("move"), str):
            form = replace(form, order=moved(form.order, there, wish))
        lacking = await self._lacking(form)
        found = settled(form, there, self._base, spoken, date.today(), lacking=lacking)
        codes = {form.language, form.beside or form.language}
        lines = sum([await self._example(held, one) for one in codes])
        example = refused_example(lines, f"/write/{held.id}/{held.languages[0]}", spoken)
        return Laid(
            held=held,
            choices=there,
            form=form,
            settled=replace(found, refused=(*example, *found.refused)),
            spoken=spoken,
        )

    async def _lacking(self, form: Form) -> dict[str, str]:
        """Letters of name and note that cannot be printed. Those of ASCII always can."""
        words = {"name": form.name, "note": form.note}
        if all(text.isascii() for text in words.values()):
            return {}
        job = replace(self._base, languages=(form.language,), beside=form.beside or None)
        found = await self._workshop.call(unprintable, job, tuple(words.values()))
        return dict(zip(words, found, strict=True))

    async def _choices(self, held: Held, code: str) -> Choices:
        return await self._known(self._kept, choices, held, code)

    async def _example(self, held: Held, code: str) -> int:
        """Lines of the topic in a language that are still those of the example."""
        return await self._known(self._examples, example_lines, held, code)

    async def _known(
        self,
        kept: dict[tuple[str, str], tuple[Held, _Told]],
        ask: Callable[[Job], _Told],
        held: Held,
        code: str,
    ) -> _Told:
        """What the engine says of a topic in a language, asked once for each text of it."""
        known = kept.get((held.id, code))
        if known and known[0] is held:
            return known[1]
        job = replace(self._base, topics=(held.id,), languages=(code,))
        told = await self._workshop.call(ask, job)
        kept[held.id, code] = (held, told)
        return told

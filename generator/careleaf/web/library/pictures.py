"""A topic in a language in; a picture of page one of its handout, and how many pages it has, out.

They are made one at a time, so that a clinician who prints meanwhile never waits for a screenful of
them, and kept in memory. No word of a patient is in them: they are of topics as they are."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from msgspec import Struct

from careleaf.engine import Job, made
from careleaf.engine.starter_topics import starter_job
from careleaf.web.pages import pictures
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf
from careleaf.web.workshop import Workshop

WIDTH = 272
"""Pixels: twice that of a card's sheet."""
_STARTER_WIDTH = 424
"""The one on the screen of an empty library."""
_MOST = 1000
"""Pictures kept, of some 20 kB."""

_Key = tuple[str, str, str]
"""Topic, language, and the stamp of what it looks like."""


class FirstPage(Struct, frozen=True):
    """`png` is empty where the topic has a mistake and cannot be printed."""

    png: bytes
    pages: int


def first_page(job: Job, width: int) -> FirstPage:
    """Of a job with one topic. Runs in the workshop."""
    pieces = made(job).pieces
    if not pieces:
        return FirstPage(b"", 0)
    (page,) = pictures(pieces[0].data, width, (1,))
    return FirstPage(page.png, page.of)


class FirstPages:
    """Those made so far, and the way to more."""

    def __init__(self, shelf: Shelf, workshop: Workshop, settings: Settings) -> None:
        self._shelf = shelf
        self._workshop = workshop
        self._settings = settings
        self._kept: OrderedDict[_Key, FirstPage] = OrderedDict()
        self._turn = asyncio.Lock()

    def known(self, topic: str, language: str) -> FirstPage | None:
        """If it was made before and looks the same today."""
        return self._kept.get(self._key(topic, language))

    async def page(
        self, topic: str, language: str, left: Callable[[], Awaitable[bool]]
    ) -> FirstPage | None:
        """Made now unless it is known; None where whoever asked has `left` before its turn.

        Raises what `Workshop.call` does.
        """
        job = Job(
            topics=(topic,),
            languages=(language,),
            formats=("pdf",),
            content=self._settings.content,
            clinic=self._shelf.clinic_key or None,
        )
        return await self._made(self._key(topic, language), job, WIDTH, left)

    async def starter(self, language: str, left: Callable[[], Awaitable[bool]]) -> FirstPage | None:
        """The same of the first topic that ships with careleaf."""
        return await self._made(("", language, ""), starter_job(language), _STARTER_WIDTH, left)

    async def _made(
        self, key: _Key, job: Job, width: int, left: Callable[[], Awaitable[bool]]
    ) -> FirstPage | None:
        async with self._turn:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if await left():
                return None
            self._kept[key] = await self._workshop.call(first_page, job, width)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
            return self._kept[key]

    def _key(self, topic: str, language: str) -> _Key:
        return topic, language, self._shelf.print_stamp(topic)

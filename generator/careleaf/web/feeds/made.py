"""A topic, a language and a medium in; its page or sheet, made at the first asking, out.

These are for everybody: no tailoring and no word of a patient is ever among them, so that they may
be kept, here and in browsers."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict

from msgspec import Struct

from careleaf.engine import Job
from careleaf.engine.job import Format
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf
from careleaf.web.workshop import Workshop

MOST_KEPT = 64 * 1024 * 1024
"""Bytes of files: some hundred topics as page and sheet. The longest unasked goes first."""

_Key = tuple[str, str, Format]


class File(Struct, frozen=True):
    """One file, and the ETag of its bytes."""

    data: bytes
    etag: str


class Files:
    """Pages and sheets of topics as they are, kept until what they are made from changes."""

    def __init__(self, shelf: Shelf, workshop: Workshop, settings: Settings) -> None:
        self._shelf = shelf
        self._workshop = workshop
        self._settings = settings
        self._kept: OrderedDict[_Key, tuple[str, File]] = OrderedDict()
        self._making: dict[tuple[_Key, str, int], asyncio.Task[File | None]] = {}

    async def file(self, topic: str, language: str, medium: Format) -> File | None:
        """That of a topic on the shelf. None where the topic has a mistake that nothing is built
        with. Whoever asks meanwhile waits for the same making.

        Raises what `Workshop.made` does.
        """
        key: _Key = (topic, language, medium)
        stamp = self._shelf.print_stamp(topic)
        if key in self._kept and self._kept[key][0] == stamp:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        # A task is of its loop, of which tests have many.
        here = (key, stamp, id(asyncio.get_running_loop()))
        if here not in self._making:
            self._making[here] = asyncio.create_task(self._made(key, stamp))
            self._making[here].add_done_callback(lambda task: self._done(here, task))
        return await asyncio.shield(self._making[here])

    def _done(self, here: tuple[_Key, str, int], task: asyncio.Task[File | None]) -> None:
        """Looking at its exception tells asyncio that somebody did, where all who waited left."""
        del self._making[here]
        if not task.cancelled():
            task.exception()

    async def _made(self, key: _Key, stamp: str) -> File | None:
        topic, language, medium = key
        made = await self._workshop.made(
            Job(
                topics=(topic,),
                languages=(language,),
                formats=(medium,),
                content=self._settings.content,
                clinic=self._shelf.clinic_key or None,
            )
        )
        if not made.pieces:
            return None
        data = made.pieces[0].data
        file = File(data, f'"{hashlib.sha256(data).hexdigest()[:32]}"')
        self._kept[key] = (stamp, file)
        while sum(len(one.data) for _, one in self._kept.values()) > MOST_KEPT:
            self._kept.popitem(last=False)
        return file

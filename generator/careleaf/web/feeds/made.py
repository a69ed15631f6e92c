"""A topic, a language and a medium in; its page or sheet, made at the first asking, out.

These are for everybody: no tailoring and no word of a patient is ever among them, so that they may
be kept, here and in browsers."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from msgspec import Struct
from starlette.concurrency import run_in_threadpool

from careleaf.engine import Content, Job
from careleaf.engine.job import Format
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf
from careleaf.web.workshop import Workshop

MOST_KEPT = 64 * 1024 * 1024
"""Bytes of files: some hundred topics as page and sheet. The longest unasked goes first."""

Stamp = tuple[date, frozenset[tuple[str, int, int]]]
"""What a file is of: the day, since a review may run out over night, and name, time and size of
all that it is made from."""
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
        self._kept: OrderedDict[_Key, tuple[Stamp, File]] = OrderedDict()
        self._making: dict[tuple[_Key, Stamp, int], asyncio.Task[File | None]] = {}

    async def file(self, topic: str, language: str, medium: Format) -> File | None:
        """That of a topic on the shelf. None where the topic has a mistake that nothing is built
        with. Whoever asks meanwhile waits for the same making.

        Raises what `Workshop.made` does.
        """
        key: _Key = (topic, language, medium)
        stamp = await run_in_threadpool(_stamp, self._shelf.content, topic)
        if key in self._kept and self._kept[key][0] == stamp:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        # A task is of its loop, of which tests have many.
        here = (key, stamp, id(asyncio.get_running_loop()))
        if here not in self._making:
            self._making[here] = asyncio.create_task(self._made(key, stamp))
            self._making[here].add_done_callback(lambda task: self._done(here, task))
        return await asyncio.shield(self._making[here])

    def _done(self, here: tuple[_Key, Stamp, int], task: asyncio.Task[File | None]) -> None:
        """Looking at its exception tells asyncio that somebody did, where all who waited left."""
        del self._making[here]
        if not task.cancelled():
            task.exception()

    async def _made(self, key: _Key, stamp: Stamp) -> File | None:
        topic, language, medium = key
        made = await self._workshop.made(
            Job(
                topics=(topic,),
                languages=(language,),
                formats=(medium,),
                content=self._settings.content,
                clinic=self._shelf.clinic_key,
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


def _stamp(content: Content, topic: str) -> Stamp:
    """Of the topic's files, and of those of the library that any topic may use."""
    top = os.fspath(content.root)
    within = (f"topics/{topic}", "glossary", "sources", "clinics")
    files = [one for name in within for one in _files(f"{top}/{name}", deep=True)]
    return date.today(), frozenset([*files, *_files(top, deep=False)])


def _files(folder: str, *, deep: bool) -> Iterator[tuple[str, int, int]]:
    """Each page asks for it, so it is done without a Path for each file. Links are not followed:
    what they lead to is not read."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, deep=True) if deep else ()
        else:
            with suppress(FileNotFoundError):  # it went while we looked
                seen = entry.stat(follow_symlinks=False)
                yield entry.path, seen.st_mtime_ns, seen.st_size

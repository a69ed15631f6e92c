"""Jobs in; their topics as read and checked, from memory where no file has changed since, out.

Reading and checking is most of the time that a page in a browser waits for, and is the same at each
click. What is kept are words of the library, never of a patient: a tailoring comes later."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from pathlib import Path

from careleaf.engine.content import NoContentError, find_content
from careleaf.engine.job import Job
from careleaf.engine.shelves import Shelf, shelf_of

_MOST = 6
"""Shelves kept, the longest unused leaves first: one holds some megabytes."""

_Stamp = frozenset[tuple[str, int, int, int]]


class KeptShelves:
    """For one process."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[_Stamp, Shelf]] = {}

    def __call__(self, job: Job) -> Shelf:
        """As `shelf_of`. Reviews become overdue with the day, so the day counts."""
        key = (job.topics, job.languages, job.clinic, job.content, date.today())
        stamp = _stamp(job)
        found = self._kept.pop(key, None)
        shelf = found[1] if found and stamp and found[0] == stamp else shelf_of(job)
        self._kept[key] = (stamp, shelf)
        while len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]
        return shelf


def _stamp(job: Job) -> _Stamp:
    """Name, time, size and number of each file that the job may read; empty where that cannot be
    told, and so equal to none."""
    if not job.topics or job.programme:
        return frozenset()
    try:
        root = find_content(job.content).root
    except NoContentError:
        return frozenset()
    return frozenset(_files(root, job))


def _files(root: Path, job: Job) -> Iterator[tuple[str, int, int, int]]:
    folders = [root / "topics" / name for name in job.topics]
    folders += [root / name for name in ("clinics", "glossary", "sources")]
    for folder in folders:
        for path in folder.rglob("*"):
            seen = path.stat()
            yield str(path), seen.st_mtime_ns, seen.st_size, seen.st_ino

"""A content folder without topics in; the same with those that ship with careleaf out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from careleaf.engine.content import CLINICS, TOPICS, Content, bundled_library
from careleaf.engine.files import write_whole
from careleaf.engine.job import Job, RefusedError


def starter_count(content: Content) -> int:
    """How many topics `add_starters` would bring; none where there are topics already."""
    return 0 if content.topics() else len(_shipped().topics())


def add_starters(content: Content) -> tuple[Path, ...]:
    """Copy the topics that ship with careleaf, and what they refer to; the example clinic only
    where there is no clinic. No file that is there is touched. The files written.

    Raises `RefusedError` where there are topics already, `CareleafError` where the disk says no.
    """
    if content.topics():
        raise RefusedError("this library has topics already", "starters are for an empty one")
    copied: list[Path] = []
    for file in _files(content):
        target = content.root / file.relative_to(_shipped().root)
        if not target.exists():
            write_whole(target, file.read_bytes())
            copied.append(target)
    return tuple(copied)


def starter_job(language: str) -> Job:
    """The handout of the first of them, in a language, or in English where it is not in that."""
    shipped = _shipped()
    first = shipped.topics()[0]
    spoken = language if language in shipped.languages(first) else "en"
    return Job(topics=(first,), languages=(spoken,), formats=("pdf",), content=shipped.root)


def _files(content: Content) -> Iterator[Path]:
    """All that is copied; topics come last, so that none is there before what it refers to."""
    folders = ["glossary", "sources", *([] if content.clinics() else [CLINICS]), TOPICS]
    for folder in folders:
        files = (_shipped().root / folder).rglob("*")
        yield from sorted(path for path in files if path.is_file())


def _shipped() -> Content:
    return Content(bundled_library(), bundled=True)

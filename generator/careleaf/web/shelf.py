"""A content folder in; what the server holds of it out: topics by id, with all that screens, search
and feeds show of them without building anything.

It is read anew when its files change."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from careleaf.engine import Content, Job, RefusedError
from careleaf.engine.opened import Opened, open_content, read_one
from careleaf.model.topic import Topic
from careleaf.model.walk import written
from careleaf.web.settings import Settings

State = Literal["draft", "in-date", "overdue"]


class Review(Struct, frozen=True, kw_only=True):
    """Where a topic's review stands. `until`: the last day of a review that was given."""

    state: State
    until: date | None = None


class Edition(Struct, frozen=True, kw_only=True):
    """A topic in one language."""

    language: str
    title: str
    subtitle: str
    text: str
    """All that patients read in it, in reading order, a line each."""
    translated: bool


class Held(Struct, frozen=True, kw_only=True):
    """A topic in all its languages, the one that it was written in first."""

    id: str
    editions: tuple[Edition, ...]
    icd10: tuple[str, ...]
    snomed: tuple[str, ...]
    review: Review
    version: str
    written: date
    pose: str | None

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes, the one that it was written in first."""
        return tuple(edition.language for edition in self.editions)

    def edition(self, language: str) -> Edition:
        """The one in a language, of whatever country, else the first."""
        near = language.partition("-")[0]
        found = (one for one in self.editions if one.language.partition("-")[0] == near)
        exact = (one for one in self.editions if one.language == language)
        return next(exact, None) or next(found, None) or self.editions[0]


class Shelf:
    """The topics and the clinic of one content folder. Safe to ask from several threads."""

    def __init__(self, settings: Settings) -> None:
        """Reads nothing yet but what clinic it is for.

        Raises `RefusedError` where the folder is none or the clinic is not to be told.
        """
        self._job = Job(content=settings.content, clinic=settings.clinic)
        self.content: Content = open_content(self._job).content
        self.clinic_name, self.clinic_key = _clinic(self._job)
        self._lock = threading.Lock()
        self._stamp: frozenset[tuple[str, int, int]] = frozenset()
        self._topics: Mapping[str, Held] = {}

    def topics(self) -> Mapping[str, Held]:
        """Every topic that can be read, by its id, as the files are now."""
        with self._lock:
            stamp = frozenset(_stamps(self.content))
            if stamp != self._stamp:
                self._topics, self._stamp = _read(self._job, self.content), stamp
            return self._topics


def _stamps(content: Content) -> Iterator[tuple[str, int, int]]:
    """Name, time and size of each file that topics are read from."""
    for pattern in ("topics/*/*.md", "topics/*/*.po", "glossary/*", "sources/*", "clinics/*.md"):
        for path in content.root.glob(pattern):
            seen = path.stat()
            yield str(path), seen.st_mtime_ns, seen.st_size


def _clinic(job: Job) -> tuple[str, str]:
    """The name of the clinic asked for, else of the only one, and what its file is called."""
    opened = open_content(job)
    known = opened.content.clinics()
    key = job.clinic or (known[0] if len(known) == 1 else "")
    found = opened.library.clinics.get(key)
    if found is None:
        said = f"no clinic '{key}'" if key else "no clinic chosen"
        raise RefusedError(said, f"use --clinic with one of: {', '.join(known) or 'none yet'}")
    return found.name, key


def _read(job: Job, content: Content) -> dict[str, Held]:
    opened: dict[str, Opened] = {}
    held: dict[str, Held] = {}
    for topic_id in content.topics():
        codes = content.languages(topic_id)
        first = content.source_languages(topic_id)[0]
        topics: list[Topic] = []
        for code in sorted(codes, key=lambda one: (one != first, one)):
            if code not in opened:
                opened[code] = open_content(Job(content=job.content, languages=(code,)))
            topic, _ = read_one(opened[code], topic_id, code)
            if topic is not None:
                topics.append(topic)
        if topics:
            held[topic_id] = _held(topics)
    return held


def _held(topics: list[Topic]) -> Held:
    first = topics[0]
    return Held(
        id=first.id,
        editions=tuple(_edition(topic) for topic in topics),
        icd10=first.codes.icd10,
        snomed=first.codes.snomed,
        review=Review(state="draft"),
        version=first.version,
        written=first.written,
        pose=first.pose,
    )


def _edition(topic: Topic) -> Edition:
    return Edition(
        language=topic.language,
        title=topic.title,
        subtitle=topic.subtitle,
        text="\n".join(_lines(topic)),
        translated=topic.translated,
    )


def _lines(topic: Topic) -> Iterator[str]:
    for section in topic.sections():
        yield written(section.title)
        for block in section.blocks:
            for draft in block.drafts():
                if line := " ".join(written(draft).split()):
                    yield line

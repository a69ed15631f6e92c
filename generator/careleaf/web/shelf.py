"""A content folder in; what the server holds of it out: topics by id, with all that screens, search
and feeds show of them without building anything.

It is read in the background, a topic at a time, and anew where a topic's files have changed. What
is asked for meanwhile is what has been read so far."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine import Content, Job, RefusedError
from careleaf.engine.opened import Opened, open_content, read_one
from careleaf.engine.standing import reviewed
from careleaf.model.review import State as Standing
from careleaf.model.topic import Topic
from careleaf.model.walk import written
from careleaf.problem import CareleafError, has_errors
from careleaf.web.settings import Settings

State = Literal["draft", "in-date", "overdue"]

_STATES: Mapping[Standing, State] = {
    Standing.DRAFT: "draft",
    Standing.SIGNED: "in-date",
    Standing.OVERDUE: "overdue",
}

Topics = Mapping[str, "Held"]
Stamp = frozenset[tuple[str, int, int]]
"""Name, time and size of each file that a topic is read from."""

_PATIENCE = 0.3
"""Seconds that whoever asks waits for what has just changed to be read."""
_BETWEEN = 20
"""Looking for changes takes at most one part in so many of a processor."""
_PUBLISHED = 0.5
"""Seconds after which what has been read so far can be seen."""


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
    review: Review


class Held(Struct, frozen=True, kw_only=True):
    """A topic in all its languages, the one that it was written in first."""

    id: str
    editions: tuple[Edition, ...]
    icd10: tuple[str, ...]
    snomed: tuple[str, ...]
    version: str
    written: date
    pose: str | None

    @property
    def review(self) -> Review:
        """Of the language that it was written in; each translation has one of its own."""
        return self.editions[0].review

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes, the one that it was written in first."""
        return tuple(edition.language for edition in self.editions)

    def edition(self, language: str) -> Edition:
        """The one in a language, of whatever country, else the first."""
        near = language.partition("-")[0]
        exact = (one for one in self.editions if one.language == language)
        found = (one for one in self.editions if one.language.partition("-")[0] == near)
        return next(exact, None) or next(found, None) or self.editions[0]


class Reading(Struct, frozen=True, kw_only=True):
    """How far the server has come. `ready`: it has read all once. `unread`: topics, and languages
    that they cannot be read in; `careleaf check` says why. `trouble`: why the folder cannot be
    looked into, else nothing."""

    ready: bool = False
    done: int = 0
    of: int = 0
    unread: tuple[tuple[str, tuple[str, ...]], ...] = ()
    trouble: str = ""


class Shelf:
    """The topics and the clinic of one content folder. Safe to ask from several threads."""

    def __init__(self, settings: Settings) -> None:
        """Begins to read.

        Raises `RefusedError` where the folder is none or the clinic is not to be told.
        """
        self._job = Job(content=settings.content, clinic=settings.clinic)
        opened = open_content(self._job)
        self.content: Content = opened.content
        self.clinic_key, self.clinic_name = _clinic(opened, self._job)
        self._lock = threading.Lock()
        self._running: threading.Thread | None = None
        self._next = 0.0
        self._stamps: dict[str, Stamp] = {}
        self._topics: Topics = {}
        self._unread: dict[str, tuple[str, ...]] = {}
        self._reading = Reading()
        self._listeners: list[Callable[[Topics], None]] = []
        self._started()

    def topics(self) -> Topics:
        """Every topic that could be read so far, by its id, as its files were a moment ago."""
        started = self._started()
        if started:
            started.join(_PATIENCE)
        return self._topics

    def reading(self) -> Reading:
        """How far it has come."""
        return self._reading

    def refresh(self) -> Topics:
        """Every topic as its files are now, however long it takes to read them."""
        for _ in range(2):  # what runs now may have looked before the change
            with self._lock:
                running, self._next = self._running, 0.0
            thread = running or self._started()
            if thread:
                thread.join()
        return self._topics

    def tell(self, listener: Callable[[Topics], None]) -> None:
        """Call it, in the thread that reads, with all topics whenever some have changed."""
        self._listeners.append(listener)
        listener(self._topics)

    def _started(self) -> threading.Thread | None:
        """The thread that looks for changes, if it is time to and none runs yet."""
        with self._lock:
            if self._running or time.monotonic() < self._next:
                return None
            self._running = threading.Thread(target=self._look, name="shelf", daemon=True)
            self._running.start()
            return self._running

    def _look(self) -> None:
        began = time.monotonic()
        took = 0.0
        try:
            around = _around(self.content)
            stamps = {name: _stamp(self.content, name, around) for name in self.content.topics()}
            took = time.monotonic() - began
            self._read(stamps)
        except (OSError, CareleafError, RefusedError) as error:
            self._reading = replace(self._reading, trouble=str(error))
        finally:
            with self._lock:
                self._running = None
                self._next = time.monotonic() + took * _BETWEEN

    def _read(self, stamps: Mapping[str, Stamp]) -> None:
        stale = [name for name, stamp in stamps.items() if self._stamps.get(name) != stamp]
        gone = self._stamps.keys() - stamps.keys()
        if not stale and not gone:
            self._tell_progress(len(stamps), len(stamps))
            return
        self._tell_progress(len(stamps) - len(stale), len(stamps))
        library = open_content(self._job)
        self.clinic_key, self.clinic_name = _clinic(library, self._job)
        held = {name: one for name, one in self._topics.items() if name not in gone}
        published = time.monotonic()
        for done, name in enumerate(stale):
            found, self._unread[name] = _held(self.content, self._job, self.clinic_key, name)
            held.pop(name, None)
            if found:
                held[name] = found
            self._stamps[name] = stamps[name]
            if time.monotonic() - published > _PUBLISHED:
                self._publish(held)
                self._tell_progress(len(stamps) - len(stale) + done + 1, len(stamps))
                published = time.monotonic()
        for name in gone:
            del self._stamps[name]
            self._unread.pop(name, None)
        self._publish(held)
        self._tell_progress(len(stamps), len(stamps))

    def _publish(self, held: Topics) -> None:
        self._topics = dict(sorted(held.items()))
        for listener in self._listeners:
            listener(self._topics)

    def _tell_progress(self, done: int, of: int) -> None:
        unread = ((name, codes) for name, codes in self._unread.items() if codes)
        ready = self._reading.ready or done == of
        self._reading = Reading(ready=ready, done=done, of=of, unread=tuple(sorted(unread)))


def _stamp(content: Content, topic_id: str, around: Stamp) -> Stamp:
    """Of a topic's own files. What was signed holds words of glossary and clinic too, up to a day:
    where there are reviews, all that counts."""
    folder = content.topic_file(topic_id, "en").parent
    own = _files(folder, ".md", ".po")
    reviews = _files(folder / "reviews", ".md")
    return own | reviews | around if reviews else own


def _around(content: Content) -> Stamp:
    folders = (content.root / name for name in ("clinics", "glossary"))
    files = [one for folder in folders for one in _files(folder, ".md", ".po")]
    return frozenset([*files, ("today", date.today().toordinal(), 0)])


def _files(folder: Path, *endings: str) -> Stamp:
    if not folder.is_dir():
        return frozenset()
    files = [path for path in folder.iterdir() if path.suffix in endings]
    seen = [(path, path.stat()) for path in files]
    return frozenset((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in seen)


def _clinic(opened: Opened, job: Job) -> tuple[str, str]:
    """The key and the name of the clinic asked for, else of the only one; of none both are empty.
    Raises `RefusedError` where there are several, or not the one."""
    known = opened.content.clinics()
    if not known and job.clinic is None:
        return "", ""
    key = job.clinic or (known[0] if len(known) == 1 else "")
    found = opened.library.clinics.get(key)
    if found is None:
        said = f"no clinic '{key}' that can be read" if key else "no clinic chosen"
        raise RefusedError(said, f"use --clinic with one of: {', '.join(known) or 'none yet'}")
    return key, found.name


def _held(
    content: Content, job: Job, clinic: str, topic_id: str
) -> tuple[Held | None, tuple[str, ...]]:
    """A topic, and the languages in which it cannot be read."""
    first = content.source_languages(topic_id)[0]
    codes = sorted(content.languages(topic_id), key=lambda code: (code != first, code))
    topics: list[Topic] = []
    unread: list[str] = []
    for code in codes:
        opened = open_content(Job(content=job.content, languages=(code,)))
        topic, problems = read_one(opened, topic_id, code)
        if topic is None:
            unread.append(code)
            continue
        if not has_errors(problems):
            clinics = [opened.library.clinics[clinic]] if clinic else []
            topic, _ = reviewed(opened, topic, clinics, date.today())
        topics.append(topic)
    if not topics:
        return None, tuple(unread)
    held = Held(
        id=topic_id,
        editions=tuple(_edition(topic) for topic in topics),
        icd10=topics[0].codes.icd10,
        snomed=topics[0].codes.snomed,
        version=topics[0].version,
        written=topics[0].written,
        pose=topics[0].pose,
    )
    return held, tuple(unread)


def _edition(topic: Topic) -> Edition:
    return Edition(
        language=topic.language,
        title=topic.title,
        subtitle=topic.subtitle,
        text="\n".join(_lines(topic)),
        translated=topic.translated,
        review=Review(state=_STATES[topic.standing.state], until=topic.standing.until),
    )


def _lines(topic: Topic) -> Iterator[str]:
    for section in topic.sections():
        yield written(section.title)
        for block in section.blocks:
            for draft in block.drafts():
                if line := " ".join(written(draft).split()):
                    yield line

"""A content folder in; what the server holds of it out: topics by id, with all that screens, search
and feeds show of them without building anything.

It is read in the background, a topic at a time, and anew where a topic's files have changed. What
is asked for meanwhile is what has been read so far; of the topics that are about to be shown, the
files are looked at first (`changed`), however large the library."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Collection, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine import Content, Job, RefusedError
from careleaf.engine.opened import Opened, open_content
from careleaf.problem import CareleafError
from careleaf.web.held import Edition, Held, Reader, Review, State
from careleaf.web.settings import Settings
from careleaf.web.stamp import Stamp, stamps

__all__ = ("Edition", "Held", "Reading", "Review", "Shelf", "State", "Topics")

Topics = Mapping[str, Held]

_PATIENCE = 0.3
"""Seconds that whoever asks waits for what has just changed to be read ..."""
_QUICK = 0.05
"""... where it takes no longer than that to see whether anything has: in a small library."""
_BETWEEN = 20
"""Looking for changes takes at most one part in so many of a processor."""
_PUBLISHED = 0.5
"""Seconds after which what has been read so far can be seen."""


class _Known(Struct, frozen=True):
    """A topic as it was read. `held` is none where it cannot be, and `unread` are the languages in
    which it cannot; the text is at least as new as `stamp`."""

    stamp: str
    held: Held | None
    unread: tuple[str, ...]


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

    def __init__(self, settings: Settings, today: Callable[[], date] = date.today) -> None:
        """Begins to read. `today` is asked once for each look at the folder.

        Raises `RefusedError` where the folder is none or the clinic is not to be told.
        """
        self._today = today
        self._job = Job(content=settings.content, clinic=settings.clinic)
        opened = open_content(self._job)
        self.content: Content = opened.content
        self.clinic_key, self.clinic_name = _clinic(opened, self._job)
        self._lock = threading.Lock()
        self._whole = threading.Event()
        self._running: threading.Thread | None = None
        self._next = 0.0
        self._took = 1.0
        self._known: dict[str, _Known] = {}
        self._prints: dict[str, str] = {}
        self._topics: Topics = {}
        self._publishing = threading.Lock()
        self._begun, self._edition = secrets.token_hex(4), 0
        self._reading = Reading()
        self._listeners: list[Callable[[Topics], None]] = []
        self._started()

    def topics(self) -> Topics:
        """Every topic that could be read so far, by its id, as its files were a moment ago."""
        started = self._started()
        if started and self._took < _QUICK:
            started.join(_PATIENCE)
        return self._topics

    def one(self, topic_id: str) -> Held | None:
        """A topic by its id, as its files are now. One whose turn has not come yet is read now:
        nobody waits for all the others."""
        self._started()
        self.changed((topic_id,))
        return self._topics.get(topic_id)

    def changed(self, topic_ids: Collection[str]) -> bool:
        """Look at the files of these, and read anew those that have changed since. Whether any had:
        then `topics()` are others."""
        job = replace(self._job, today=self._today())
        try:
            there = [name for name in topic_ids if self.content.has(name)]
            now = stamps(self.content, job.today, there)
            self._take_prints({**self._prints, **{n: stamp.print for n, stamp in now.items()}})
            gone = [name for name in topic_ids if name not in now and name in self._known]
            stale = [name for name, stamp in now.items() if self._is_stale(name, stamp)]
            if stale:
                reader = self._reader(job)
                for name in stale:
                    self._known[name] = _Known(now[name].words, *reader.read(name))
        except (OSError, CareleafError, RefusedError) as error:
            self._tell_trouble(error)
            return False
        for name in gone:
            self._known.pop(name, None)
        changed = bool(stale or gone) or any(map(self._is_unpublished, topic_ids))
        if changed:
            self._publish()
        return changed

    def whole(self, patience: float) -> Topics | None:
        """Every topic, once all have been read; None where that takes more seconds yet."""
        return self.topics() if self._whole.wait(patience) else None

    def print_stamp(self, topic_id: str) -> str:
        """Another one whenever a topic would look different on paper; "" for what is not there."""
        return self._prints.get(topic_id, "")

    def reading(self) -> Reading:
        """How far it has come."""
        return replace(self._reading, unread=self._unread())

    def edition(self) -> str:
        """Another one whenever anything of `topics()` or of how they look on paper is, or the
        folder can no longer be looked into, or can again; and after each start of the server."""
        return f"{self._begun}-{self._edition}{'!' if self._reading.trouble else ''}"

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
        began, worked = time.monotonic(), time.thread_time()
        took = pause = 0.0
        try:
            self._job = replace(self._job, today=self._today())
            before = set(self._known)  # what somebody writes while we look is not gone
            now = stamps(self.content, self._job.today)
            took = time.monotonic() - began
            # What requests cost meanwhile is not of this thread; a slow disk is left alone, too.
            pause = max((time.thread_time() - worked) * _BETWEEN, took)
            self._take_prints({name: stamp.print for name, stamp in now.items()})
            self._bring_up(now, before - now.keys())
        except (OSError, CareleafError, RefusedError) as error:
            self._tell_trouble(error)
        finally:
            with self._lock:
                self._running = None
                self._took = took
                self._next = time.monotonic() + pause

    def _reader(self, job: Job) -> Reader:
        """For one look; the clinic may be another one, too."""
        self.clinic_key, self.clinic_name = _clinic(open_content(job), job)
        return Reader(self.content, job, self.clinic_key)

    def _is_stale(self, name: str, stamp: Stamp) -> bool:
        known = self._known.get(name)
        return known is None or known.stamp != stamp.words

    def _is_unpublished(self, name: str) -> bool:
        """Whether the thread that reads all topics has read it, and told nobody yet."""
        known = self._known.get(name)
        return known is not None and known.held is not self._topics.get(name)

    def _bring_up(self, now: Mapping[str, Stamp], gone: set[str]) -> None:
        stale = [name for name, stamp in now.items() if self._is_stale(name, stamp)]
        if not stale and not gone:
            self._tell_progress(len(now), len(now))
            return
        self._tell_progress(len(now) - len(stale), len(now))
        reader = self._reader(self._job)
        for name in gone:
            self._known.pop(name, None)
        published = time.monotonic()
        for done, name in enumerate(stale):
            if self._is_stale(name, now[name]):  # else somebody has asked for it meanwhile
                self._known[name] = _Known(now[name].words, *reader.read(name))
            if time.monotonic() - published > _PUBLISHED:
                self._publish()
                self._tell_progress(len(now) - len(stale) + done + 1, len(now))
                published = time.monotonic()
        self._publish()
        self._tell_progress(len(now), len(now))

    def _take_prints(self, prints: dict[str, str]) -> None:
        """What topics share (glossary, sources, clinic) changes their pages and none of them."""
        with self._publishing:
            changed, self._prints = prints != self._prints, prints
            self._edition += changed

    def _publish(self) -> None:
        """One at a time: those who are told take in what has changed since the last time."""
        with self._publishing:
            known = sorted(self._known.copy().items())
            self._topics = {name: one.held for name, one in known if one.held}
            for listener in self._listeners:
                listener(self._topics)
            self._edition += 1

    def _unread(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        known = sorted(self._known.copy().items())
        return tuple((name, one.unread) for name, one in known if one.unread)

    def _tell_progress(self, done: int, of: int) -> None:
        ready = self._reading.ready or done == of
        if ready:
            self._whole.set()
        self._reading = Reading(ready=ready, done=done, of=of)

    def _tell_trouble(self, error: Exception) -> None:
        self._reading = replace(self._reading, trouble=str(error))


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

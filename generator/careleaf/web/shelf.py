"""A content folder in; what the server holds of it out: topics by id, with all that screens, search
and feeds show of them without building anything.

It is read in the background, a topic at a time, and anew where a topic's files have changed. What
is asked for meanwhile is what has been read so far."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from careleaf.engine import Content, Job, RefusedError
from careleaf.engine.opened import Opened, open_content
from careleaf.problem import CareleafError
from careleaf.web.held import Edition, Held, Reader, Review, State
from careleaf.web.settings import Settings
from careleaf.web.stamp import stamps

__all__ = ("Edition", "Held", "Reading", "Review", "Shelf", "State", "Topics")

Topics = Mapping[str, Held]

_PATIENCE = 0.3
"""Seconds that whoever asks waits for what has just changed to be read ..."""
_QUICK = 0.01
"""... where it takes no longer than that to see whether anything has: in a small library."""
_BETWEEN = 20
"""Looking for changes takes at most one part in so many of a processor."""
_PUBLISHED = 0.5
"""Seconds after which what has been read so far can be seen."""


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
        self._stamps: dict[str, str] = {}
        self._prints: dict[str, str] = {}
        self._topics: Topics = {}
        self._unread: dict[str, tuple[str, ...]] = {}
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
        """A topic by its id. One whose turn has not come yet is read now: nobody waits for all the
        others."""
        found = self.topics().get(topic_id)
        if found is None and self.content.has(topic_id):
            try:
                found, _ = Reader(self.content, self._job, self.clinic_key).read(topic_id)
            except (OSError, CareleafError, RefusedError) as error:
                self._tell_trouble(error)
        return found

    def whole(self, patience: float) -> Topics | None:
        """Every topic, once all have been read; None where that takes more seconds yet."""
        return self.topics() if self._whole.wait(patience) else None

    def print_stamp(self, topic_id: str) -> str:
        """Another one whenever a topic would look different on paper; "" for what is not there."""
        return self._prints.get(topic_id, "")

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
        began, worked = time.monotonic(), time.thread_time()
        took = pause = 0.0
        try:
            self._job = replace(self._job, today=self._today())
            now = stamps(self.content, self._job.today)
            took = time.monotonic() - began
            # What requests cost meanwhile is not of this thread; a slow disk is left alone, too.
            pause = max((time.thread_time() - worked) * _BETWEEN, took)
            self._prints = {name: stamp.print for name, stamp in now.items()}
            self._bring_up({name: stamp.words for name, stamp in now.items()})
        except (OSError, CareleafError, RefusedError) as error:
            self._tell_trouble(error)
        finally:
            with self._lock:
                self._running = None
                self._took = took
                self._next = time.monotonic() + pause

    def _bring_up(self, now: Mapping[str, str]) -> None:
        stale = [name for name, stamp in now.items() if self._stamps.get(name) != stamp]
        gone = self._stamps.keys() - now.keys()
        if not stale and not gone:
            self._tell_progress(len(now), len(now))
            return
        self._tell_progress(len(now) - len(stale), len(now))
        library = open_content(self._job)
        self.clinic_key, self.clinic_name = _clinic(library, self._job)
        held = {name: one for name, one in self._topics.items() if name not in gone}
        reader = Reader(self.content, self._job, self.clinic_key)
        published = time.monotonic()
        for done, name in enumerate(stale):
            found, self._unread[name] = reader.read(name)
            held.pop(name, None)
            if found:
                held[name] = found
            self._stamps[name] = now[name]
            if time.monotonic() - published > _PUBLISHED:
                self._publish(held)
                self._tell_progress(len(now) - len(stale) + done + 1, len(now))
                published = time.monotonic()
        for name in gone:
            del self._stamps[name]
            self._unread.pop(name, None)
        self._publish(held)
        self._tell_progress(len(now), len(now))

    def _publish(self, held: Topics) -> None:
        self._topics = dict(sorted(held.items()))
        for listener in self._listeners:
            listener(self._topics)

    def _tell_progress(self, done: int, of: int) -> None:
        unread = ((name, codes) for name, codes in self._unread.items() if codes)
        ready = self._reading.ready or done == of
        if ready:
            self._whole.set()
        self._reading = Reading(ready=ready, done=done, of=of, unread=tuple(sorted(unread)))

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

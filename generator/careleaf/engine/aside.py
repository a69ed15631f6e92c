"""Calls in; their results from a second process, which works while this one does other things, out.

Composing and writing a deck and a leaflet take about as long as one another, and Python runs one of
them at a time. A process forked early has the deck's modules loaded by the time a topic is read.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NoReturn, ParamSpec, TypeVar

from careleaf.problem import CareleafError

_P = ParamSpec("_P")
_T = TypeVar("_T")

_SET_PIPE_SIZE = 1031
"""Linux's F_SETPIPE_SZ."""
_ROOM = 1 << 20
"""Bytes a pipe holds, so that nobody waits for the other side to read a topic or a file."""


class Aside:
    """One forked process. It does one call at a time, and ends when its pipe does."""

    def __init__(self, process: int, calls: BinaryIO, results: BinaryIO) -> None:
        self._process = process
        self._calls = calls
        self._results = results
        self._busy = False
        self.subject: object = None
        """What the call that it makes is about, if anything: see `begin_with`."""

    def begin_with(self, subject: object, function: Callable[[], object]) -> None:
        """The same, of a call that is about something: until it is fetched, `subject` is that."""
        self.begin(function)
        self.subject = subject

    def begin(self, function: Callable[_P, _T], /, *args: _P.args, **named: _P.kwargs) -> None:
        """Have a call made. `function` is a module's own, so that it can be named to the other."""
        if self._busy:
            # Whoever began the last call never fetched its result.
            with suppress(Exception):
                self.result()
        self._busy = True
        with suppress(BrokenPipeError):
            pickle.dump((function, args, named), self._calls, pickle.HIGHEST_PROTOCOL)
            self._calls.flush()

    def result(self) -> Any:
        """What the call that was begun returned. An exception of the call is raised here.

        Raises CareleafError where the process was ended from outside.
        """
        self._busy = False
        self.subject = None
        try:
            done, value = pickle.load(self._results)  # noqa: S301 - from our own fork
        except (EOFError, OSError) as error:
            message = "the process that made a file was stopped, perhaps for want of memory"
            raise CareleafError(message) from error
        if not done:
            raise value
        return value

    def close(self) -> None:
        """End the process, whatever it does, and wait for that."""
        self._results.close()
        with suppress(BrokenPipeError):
            self._calls.close()
        with suppress(ProcessLookupError):
            os.kill(self._process, 9)
        os.waitpid(self._process, 0)


@contextmanager
def aside(prepare: Callable[[], None]) -> Iterator[Aside | None]:
    """A second process for the time of a block; it runs `prepare` first. None where there is one
    core, or where a fork is not safe: not on Linux, or with threads about."""
    if not _possible():
        yield None
        return
    started = _start(prepare)
    try:
        yield started
    finally:
        started.close()


def _possible() -> bool:
    return (
        sys.platform == "linux"
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
    )


def _start(prepare: Callable[[], None]) -> Aside:
    their_calls, our_calls = os.pipe()
    our_results, their_results = os.pipe()
    _widen(our_calls)
    _widen(their_results)
    process = os.fork()
    if process == 0:
        os.close(our_calls)
        os.close(our_results)
        _serve(prepare, os.fdopen(their_calls, "rb"), os.fdopen(their_results, "wb"))
    os.close(their_calls)
    os.close(their_results)
    return Aside(process, os.fdopen(our_calls, "wb"), os.fdopen(our_results, "rb"))


def _widen(pipe: int) -> None:
    import fcntl

    with suppress(OSError):
        fcntl.fcntl(pipe, _SET_PIPE_SIZE, _ROOM)


def _serve(prepare: Callable[[], None], calls: BinaryIO, results: BinaryIO) -> NoReturn:
    """The life of the second process. It never returns to its copy of this one's stack, prints
    nothing, and leaves Ctrl-C to this one, which ends it."""
    import signal

    # A terminal sends it to both.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(BaseException):
        with suppress(Exception):
            # What is wrong shows again in the call, which can tell of it.
            prepare()
        while True:
            function, args, named = pickle.load(calls)  # noqa: S301 - from the process forked from
            results.write(answer(function, args, named))
            results.flush()
    os._exit(0)


def answer(function: Callable[..., object], args: Any, named: Any) -> bytes:
    """What a call returned, or the exception that it ended with, ready to be sent."""
    try:
        return pickle.dumps((True, function(*args, **named)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        import traceback

        told = traceback.format_exc()
        error.add_note(f"In the process aside:\n{told}")
        return _failure(error, told)


def _failure(error: Exception, told: str) -> bytes:
    """The exception itself, or its words where it cannot leave its process."""
    with suppress(Exception):
        packed = pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
        pickle.loads(packed)  # noqa: S301 - packed a line above
        return packed
    return pickle.dumps((False, RuntimeError(told)))

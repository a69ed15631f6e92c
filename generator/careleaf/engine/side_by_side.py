"""What there is to look at in; the same as it was looked at by several processes, in order, out."""

from __future__ import annotations

import pickle
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import cast

from careleaf.engine.aside import answer
from careleaf.engine.check_round import Part, Round, Seen, begin, look
from careleaf.engine.job import Job, Progress
from careleaf.engine.stopping import asked_to_stop
from careleaf.problem import CareleafError

_MOST_AT_ONCE = 8
"""Topics handed over together: fewer hand-overs, and still short to wait for on Ctrl-C."""
_TURNS = 8
"""Times that each process comes back for more, so that none has much left when others are done."""
_MOST_PROCESSES = 61
"""What Windows can wait for; more cores would have little to do."""


def side_by_side(
    rounds: Sequence[Round], parts: Sequence[Part], processes: int, progress: Progress | None
) -> list[Seen | None]:
    """In the order of the parts, whichever was done first. On Ctrl-C what is being looked at is
    finished, and None stands for the rest.

    Raises `CareleafError` where a process was ended from outside.
    """
    processes = min(processes, len(parts), _MOST_PROCESSES)
    size = max(1, min(_MOST_AT_ONCE, len(parts) // (processes * _TURNS)))
    starts = iter(range(0, len(parts), size))
    seen: list[Seen | None] = [None] * len(parts)
    with _helpers(rounds, processes) as idle, asked_to_stop() as asked:
        busy: dict[Connection, int] = {}
        while True:
            while idle and not asked.is_set() and (start := next(starts, None)) is not None:
                helper = idle.pop()
                _give(helper, [*parts[start : start + size]])
                busy[helper] = start
            if not busy:
                return seen
            for helper in cast(list[Connection], wait(list(busy))):
                start = busy.pop(helper)
                found = _found(helper)
                seen[start : start + len(found)] = found
                idle.append(helper)
                for part in parts[start : start + len(found)]:
                    if progress:
                        progress(part.task.id)


def _give(helper: Connection, parts: list[Part]) -> None:
    try:
        helper.send(parts)
    except OSError as error:
        raise CareleafError(_STOPPED) from error


_STOPPED = "a process that looked at topics was stopped, perhaps for want of memory"


def _found(helper: Connection) -> list[Seen]:
    """What a process found. An exception of its own is raised here."""
    try:
        done, value = pickle.loads(helper.recv_bytes())  # noqa: S301 - from a process of ours
    except (EOFError, OSError) as error:
        raise CareleafError(_STOPPED) from error
    if not done:
        raise value
    return cast(list[Seen], value)


@contextmanager
def _helpers(rounds: Sequence[Round], processes: int) -> Iterator[list[Connection]]:
    """Connections to so many processes; they end when these close."""
    forks = sys.platform == "linux" and threading.active_count() == 1
    context = get_context("fork") if forks else get_context("spawn")
    jobs = [one.job for one in rounds]
    # A fork has the rounds as they are; a new process begins them anew.
    begun = list(rounds) if forks else []
    started: list[tuple[Connection, BaseProcess]] = []
    try:
        with _deaf():
            for _ in range(processes):
                ours, theirs = context.Pipe()
                # A fork holds our ends of all pipes: while one is open, none behind it ends.
                others = [*(end for end, _ in started), ours] if forks else []
                process = context.Process(target=_serve, args=(theirs, jobs, begun, others))
                process.start()
                theirs.close()
                started.append((ours, process))
        yield [ours for ours, _ in started]
    finally:
        for ours, one in started:
            ours.close()
            one.terminate()
        for _, one in started:
            one.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started meanwhile never hear Ctrl-C, which is sent to all of a terminal's:
    this one hears it, and sees to them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    calls: Connection, jobs: list[Job], rounds: list[Round], others: list[Connection]
) -> None:
    """The life of a process that looks at topics: until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    begun = dict(enumerate(rounds))
    while True:
        try:
            parts: list[Part] = calls.recv()
            calls.send_bytes(answer(_look_at, (parts, jobs, begun), {}))
        except (EOFError, OSError):
            return


def _look_at(parts: list[Part], jobs: list[Job], begun: dict[int, Round]) -> list[Seen]:
    for part in parts:
        if part.round not in begun:
            begun[part.round] = begin(jobs[part.round])
    return [look(begun[part.round], part.task) for part in parts]

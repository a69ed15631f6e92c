"""Jobs in; what the engine makes of them in processes of its own, as bytes and problems, out.

A process is warm: it has the engine loaded and keeps what it measured, but nothing of a patient.
Each call has so much time and memory. Whatever goes over is ended with its process, and whoever
asked is told so; another process takes its place. What nobody waits for any more is dropped."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Hashable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from typing import Any, BinaryIO, TypeVar, cast

from msgspec import Struct

from careleaf.engine import Job, Made, made
from careleaf.problem import CareleafError
from careleaf.web.messages import Call, End, Stop, Value, put, take
from careleaf.web.pages import Picture, pictures

_T = TypeVar("_T")


class Bounds(Struct, frozen=True, kw_only=True):
    """What one call may use, and how many may wait."""

    seconds: float = 20.0
    megabytes: int = 1024
    """Of address space, for a process with all that it has loaded."""
    waiting: int = 64
    grace: float = 1.0
    """Seconds in which a call that nobody waits for any more may still end by itself: most do, and
    another process must load the engine first."""


class OverError(CareleafError):
    """A call took more time or memory than it may."""


class BusyError(CareleafError):
    """Too many calls wait: ask again."""


class BrokenError(CareleafError):
    """Our own code failed. The message names the kind of error and its places, nothing else."""


class SupersededError(Exception):
    """A newer call took the place of this one."""


class Workshop:
    """Processes that work for any event loop, each on one call at a time."""

    def __init__(self, bounds: Bounds | None = None, processes: int = 2) -> None:
        self.bounds = bounds or Bounds()
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="workshop")
        self._processes = processes
        self._idle: list[_Process] = []
        self._every: set[_Process] = set()
        self._newest: dict[Hashable, _Ticket] = {}
        self._waiting = 0
        self._lock = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Have all processes load the engine now, rather than at the first call."""
        with self._lock:
            missing = self._processes - len(self._every)
        for _ in range(missing):
            self._give_back(self._new())

    def close(self) -> None:
        """End all processes, whatever they do."""
        with self._lock:
            self._closed = True
            every = list(self._every)
        for process in every:
            process.end()
        self._threads.shutdown(cancel_futures=True)
        for process in every:
            process.let_go()

    async def made(self, job: Job, *, replaces: Hashable = None) -> Made:
        """As `engine.made`, and raises what that does."""
        return await self.call(made, job, replaces=replaces)

    async def pictures(
        self, pdf: bytes, width: int, pages: Iterable[int] = ()
    ) -> tuple[Picture, ...]:
        """The pages asked for, else all, as pictures so many pixels wide."""
        return tuple([one async for one in self.each(pictures, pdf, width, tuple(pages))])

    async def call(
        self, function: Callable[..., _T], *arguments: Any, replaces: Hashable = None
    ) -> _T:
        """What a function of a module returns. Raises what `each` does."""
        values: list[_T] = [one async for one in self._values(function, arguments, replaces)]
        return values[0]

    def each(
        self, function: Callable[..., Iterator[_T]], *arguments: Any, replaces: Hashable = None
    ) -> AsyncGenerator[_T, None]:
        """The values of a module's generator, as they come. A newer call that `replaces` the same
        thing ends this one: it is not waited for, and after `Bounds.grace` its process is killed.

        Raises `RefusedError` and `CareleafError` as the function does, `OverError`, `BusyError`,
        `BrokenError`, and `SupersededError`. Close it (`aclosing`) where it is left early.
        """
        return self._values(function, arguments, replaces)

    async def _values(
        self, function: Callable[..., Any], arguments: tuple[Any, ...], replaces: Hashable
    ) -> AsyncGenerator[Any, None]:
        ticket = _Ticket(asyncio.get_running_loop(), function, arguments)
        self._admit(ticket, replaces)
        self._threads.submit(self._serve, ticket)
        try:
            while True:
                told = await ticket.told.get()
                if isinstance(told, Exception):
                    raise told
                if told is None:
                    return
                yield told.value
        finally:
            ticket.drop()
            self._leave(ticket, replaces)

    def _admit(self, ticket: _Ticket, replaces: Hashable) -> None:
        with self._lock:
            older = self._newest.get(replaces) if replaces is not None else None
            if self._waiting >= self.bounds.waiting + self._processes:
                raise BusyError("too much is asked of this computer at once: try again")
            self._waiting += 1
            if replaces is not None:
                self._newest[replaces] = ticket
        if older:
            older.tell(SupersededError())
            older.drop()

    def _leave(self, ticket: _Ticket, replaces: Hashable) -> None:
        with self._lock:
            self._waiting -= 1
            if self._newest.get(replaces) is ticket:
                del self._newest[replaces]

    def _serve(self, ticket: _Ticket) -> None:
        """In a thread: one call from beginning to end, by a process that is free."""
        if ticket.dropped:
            return
        process: _Process | None = None
        try:
            process = self._taken()
            for value in process.values(ticket, self.bounds):
                ticket.tell(value)
            ticket.tell(None)
        except Exception as error:
            ticket.tell(error)
        finally:
            if process:
                self._give_back(process)

    def _taken(self) -> _Process:
        """The one that worked last: it has most of what is asked for now."""
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.alive:
                    return process
                self._discard(process)
        return self._new()

    def _new(self) -> _Process:
        process = _Process(self.bounds.megabytes)
        with self._lock:
            self._every.add(process)
            closed = self._closed
        if closed:
            process.end()
        return process

    def _give_back(self, process: _Process) -> None:
        with self._lock:
            if process.alive:
                self._idle.append(process)
            else:
                self._discard(process)

    def _discard(self, process: _Process) -> None:
        self._every.discard(process)
        process.let_go()


class _Ticket:
    """One call, and where its values are told."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> None:
        self.told: asyncio.Queue[Value | Exception | None] = asyncio.Queue()
        self.function = function
        self.arguments = arguments
        self.dropped = False
        self.on_drop: Callable[[], None] | None = None
        self._loop = loop

    def tell(self, what: Value | Exception | None) -> None:
        """From any thread. A loop that has ended has nobody who waits."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self.told.put_nowait, what)

    def drop(self) -> None:
        """Nobody waits any more."""
        self.dropped = True
        if self.on_drop:
            self.on_drop()


class _Process:
    """One worker. Its standard error goes nowhere: a crash may print what it was working on."""

    _numbers = count(1)

    def __init__(self, megabytes: int) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-P", "-m", "careleaf.web.worker", str(megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._calls = cast("BinaryIO", self._process.stdin)
        self._results = cast("BinaryIO", self._process.stdout)
        self._lock = threading.Lock()

    @property
    def alive(self) -> bool:
        """Whether it can take a call."""
        return self._process.poll() is None

    def end(self) -> None:
        """At once. Whoever waits for it is told that it has ended."""
        self._process.kill()
        self._process.wait()

    def let_go(self) -> None:
        """Of an ended one: close its pipes."""
        with suppress(BrokenPipeError):
            self._calls.close()
        self._results.close()

    def values(self, ticket: _Ticket, bounds: Bounds) -> Iterator[Value]:
        """What the call gives, until it ends or is dropped. Raises as `Workshop.each` says."""
        number = next(self._numbers)
        deadline = _Deadline(self._process.kill)
        deadline.within(bounds.seconds)

        def stop() -> None:
            deadline.within(bounds.grace)
            self._send(Stop(number))

        try:
            self._send(Call(number, ticket.function, ticket.arguments))
            ticket.on_drop = stop
            if ticket.dropped:
                stop()
            while not isinstance(told := self._read(), End):
                yield told
            if told.over:
                self.end()
            _raise(told)
        except EOFError as error:
            code = self._process.wait()
            if deadline.passed:
                raise OverError(f"this took more than {bounds.seconds:g} seconds") from error
            message = f"the process that worked on this ended ({code}), perhaps for want of memory"
            raise BrokenError(message) from error
        finally:
            ticket.on_drop = None
            deadline.met()
            if deadline.passed:  # as its call came to its end: it must not be given another
                self._process.wait()

    def _send(self, message: Call | Stop) -> None:
        with self._lock, suppress(BrokenPipeError):
            put(self._calls, message)

    def _read(self) -> Value | End:
        told: Value | End = take(self._results)
        return told


class _Deadline:
    """Does something at the earliest of its times, unless it is met before: never after that, when
    the process may be at another call."""

    def __init__(self, late: Callable[[], None]) -> None:
        self.passed = False
        self._met = False
        self._late = late
        self._timers: list[threading.Timer] = []
        self._lock = threading.Lock()

    def within(self, seconds: float) -> None:
        """One more time, from now."""
        timer = threading.Timer(seconds, self._pass)
        timer.daemon = True
        with self._lock:
            if not self._met:
                self._timers.append(timer)
                timer.start()

    def met(self) -> None:
        """No time counts any more."""
        with self._lock:
            self._met = True
            for timer in self._timers:
                timer.cancel()

    def _pass(self) -> None:
        with self._lock:
            if not self._met:
                self.passed = True
                self._late()


def _raise(end: End) -> None:
    if end.over:
        raise OverError("this took more memory than it may")
    if end.error:
        raise end.error
    if end.failure:
        raise BrokenError(end.failure)

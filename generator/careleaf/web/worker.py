"""Calls in at standard input; what they return, and in what they failed, out at standard output.

Run as a program by the workshop. A call is a function of a module and its arguments; a generator's
values are sent one by one, and between two of them it can be told to stop. Nothing of a call stays
but what the engine keeps of words that are no patient's. What went wrong is told by kind and
place in the code, never by message: a message may quote a patient's name."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from inspect import isgenerator
from queue import SimpleQueue
from typing import Any, BinaryIO, NoReturn

from careleaf.engine import RefusedError
from careleaf.problem import CareleafError
from careleaf.web.messages import Call, End, Stop, Value, put, take


class _Inbox:
    """Reads what comes in beside the work, so that a call can be stopped while it runs."""

    def __init__(self, pipe: BinaryIO) -> None:
        self.calls: SimpleQueue[Call | None] = SimpleQueue()
        self.stopped: set[int] = set()
        self._pipe = pipe
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while True:
            try:
                message = take(self._pipe)
            except EOFError:
                self.calls.put(None)
                return
            except Exception as error:
                message = Call(0, _fail, (error,))
            if isinstance(message, Stop):
                self.stopped.add(message.number)
            else:
                self.calls.put(message)


def _fail(error: Exception) -> NoReturn:
    raise error


def main(megabytes: int) -> NoReturn:
    """Serve until standard input ends; Ctrl-C is for whoever started this. What a library prints
    goes nowhere: standard output is for frames."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _bound(megabytes)
    inbox = _Inbox(sys.stdin.buffer)
    _prepare()
    while (call := inbox.calls.get()) is not None:
        end = End()
        try:
            for value in _values(call):
                put(results, Value(value))
                if call.number in inbox.stopped:
                    break
        except (RefusedError, CareleafError) as error:
            end = End(error=error)
        except MemoryError:
            end = End(over=True)
        except Exception as error:
            end = End(failure=_place(error))
        inbox.stopped.discard(call.number)
        put(results, end)
        if end.over:
            break
    os._exit(0)


def _values(call: Call) -> Iterator[Any]:
    result = call.function(*call.arguments)
    if isgenerator(result):
        yield from result
    else:
        yield result


def _place(error: Exception) -> str:
    """The kind of an error and the lines that it came through, without its message."""
    lines = (f"{one.filename}:{one.lineno}" for one in traceback.extract_tb(error.__traceback__))
    return f"{type(error).__name__} at {' < '.join(reversed(list(lines)))}"


def _bound(megabytes: int) -> None:
    """No more memory than that, where the system can say so; and no picture of it on disk after a
    crash."""
    if sys.platform == "win32":
        return
    import resource

    most = megabytes << 20
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _prepare() -> None:
    """Import what a handout needs, ahead of the first one."""
    import pypdfium2  # noqa: F401

    from careleaf.engine.produce import prepare

    prepare("pdf")


if __name__ == "__main__":
    main(int(sys.argv[1]))

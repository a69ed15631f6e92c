"""What the workshop and its processes say to one another in; frames of bytes in a pipe, and back,
out."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Callable
from typing import Any, BinaryIO, NamedTuple

_HEAD = struct.Struct(">Q")


class Call(NamedTuple):
    """Something to do. `number` names it to whoever wants it stopped."""

    number: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


class Stop(NamedTuple):
    """Nobody waits for that call any more."""

    number: int


class Value(NamedTuple):
    """What a call returned, or one of what a generator gives."""

    value: Any


class End(NamedTuple):
    """There is no more. `error` is what the engine raises for people to read; `failure` says where
    our own code broke; `over`: there was not enough memory, and this process ends."""

    error: Exception | None = None
    failure: str = ""
    over: bool = False


def put(pipe: BinaryIO, value: object) -> None:
    """Write one value. Raises BrokenPipeError where nobody reads any more."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(_HEAD.pack(len(data)) + data)
    pipe.flush()


def take(pipe: BinaryIO) -> Any:
    """Read one value. Raises EOFError where the other side has gone, in the middle or before."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError
    [size] = _HEAD.unpack(head)
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - from our own process

"""A method by which a body chooses how to fill its zone in; the same, asked once a zone, out.

A body is asked whether it fits, perhaps under several titles, asked again at the end and then
drawn, each time made anew of the same words: it makes the same choice, most of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from careleaf.model.deck import Box

_Body = TypeVar("_Body")
_Choice = TypeVar("_Choice")

_CHOSEN: dict[tuple[str, object, Box], Any] = {}
"""By method, body and zone, for the deck at hand: another may be measured in another font."""


def once(method: Callable[[_Body, Box], _Choice]) -> Callable[[_Body, Box], _Choice]:
    """For methods whose answer depends on the body and the zone alone."""

    @wraps(method)
    def chosen(body: _Body, zone: Box) -> _Choice:
        key = method.__qualname__, body, zone
        if key not in _CHOSEN:
            _CHOSEN[key] = method(body, zone)
        choice: _Choice = _CHOSEN[key]
        return choice

    return chosen


@contextmanager
def remembering() -> Iterator[None]:
    """For the time of one deck."""
    _CHOSEN.clear()
    try:
        yield
    finally:
        _CHOSEN.clear()

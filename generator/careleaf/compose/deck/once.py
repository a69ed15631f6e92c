"""A way by which a body chooses how to fill its zone in; the same, asked once a zone, out.

A body is asked whether it fits, perhaps under several titles, asked again at the end and then
drawn, each time made anew of the same words: it makes the same choice, most of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Choice = TypeVar("_Choice")

_CHOSEN: dict[tuple[object, ...], Any] = {}
"""By what is asked, of which body and zone, for the deck at hand: another may be measured in
another font."""


def once(choose: Callable[_Asked, _Choice]) -> Callable[_Asked, _Choice]:
    """For what depends on its arguments alone: a body and its zone, say. They are given in order,
    and can be looked things up by."""

    @wraps(choose)
    def chosen(*asked: _Asked.args, **_: _Asked.kwargs) -> _Choice:
        key = choose, *asked
        if key not in _CHOSEN:
            _CHOSEN[key] = choose(*asked)  # type: ignore[call-arg]
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

"""A list with lists inside it in; the slides that it takes out, with what each goes on from.

A slide may begin with any item, however deep. What it stands in is said again there, so that an
audience knows where it is; and a slide never ends with an item whose list only then begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck.nested import Nested
from careleaf.model.shape import Item

_MOST = 9
"""Items on one slide, of all levels, those said again counted."""

_DEEPER, _PARTED, _CRAMPED = 0.15, 10.0, 100.0
"""What it costs, in slides, to begin with an item one level deeper; to part an item from the first
in it; to show one that has no room."""


class Step(Struct, frozen=True):
    """An item, and its number in its list."""

    item: Item
    number: int


Path = tuple[Step, ...]
"""From the outermost list to an item."""


def slides(whole: Nested, room: Callable[[Nested], bool]) -> Iterator[Nested]:
    """The slides of a list: as few as hold it, about as full as one another, each beginning as far
    out as may be."""
    paths = tuple(_paths(whole.items, whole.start))

    def body(start: int, end: int) -> Nested:
        return _body(whole, paths[start:end])

    starts = _starts(paths, lambda start, end: room(body(start, end)))
    for start, end in zip(starts, [*starts[1:], len(paths)], strict=True):
        yield body(start, end)


def _paths(items: Sequence[Item], start: int, above: Path = ()) -> Iterator[Path]:
    """Every item in reading order."""
    for number, item in enumerate(items, start):
        path = (*above, Step(item, number))
        yield path
        if item.inner:
            yield from _paths(item.inner.items, item.inner.start, path)


def _body(whole: Nested, paths: Sequence[Path]) -> Nested:
    """These items, in what they stand in."""
    first = paths[0]
    return replace(
        whole,
        at=first[-1].item.at,
        items=_items(paths, 0),
        start=first[0].number,
        said=len(first) - 1,
    )


def _items(paths: Sequence[Path], depth: int) -> tuple[Item, ...]:
    found = []
    for _, group in groupby(paths, key=lambda path: path[depth].number):
        own = list(group)
        item = own[0][depth].item
        deeper = [path for path in own if len(path) > depth + 1]
        inner = None
        if item.inner and deeper:
            start = deeper[0][depth + 1].number
            inner = replace(item.inner, items=_items(deeper, depth + 1), start=start)
        found.append(replace(item, inner=inner))
    return tuple(found)


def _starts(paths: Sequence[Path], room: Callable[[int, int], bool]) -> list[int]:
    """Where slides begin, at least cost. Works from the end: the best for what follows is known."""
    count = len(paths)
    cost = [0.0] * (count + 1)
    following = [count] * (count + 1)
    for start in range(count - 1, -1, -1):
        cost[start] = float("inf")
        for end in range(start + 1, count + 1):
            fits = _shown(paths, start, end) <= _MOST and room(start, end)
            if not fits and end > start + 1:
                break
            tried = cost[end] + _cost(paths, start, end) + (0.0 if fits else _CRAMPED)
            if tried < cost[start]:
                cost[start], following[start] = tried, end
    starts = [0]
    while following[starts[-1]] < count:
        starts.append(following[starts[-1]])
    return starts


def _shown(paths: Sequence[Path], start: int, end: int) -> int:
    return end - start + len(paths[start]) - 1


def _cost(paths: Sequence[Path], start: int, end: int) -> float:
    free = max(0.0, 1 - _shown(paths, start, end) / _MOST)
    cost = 1 + free * free + _DEEPER * (len(paths[start]) - 1)
    if end < len(paths) and len(paths[end]) > len(paths[end - 1]):
        cost += _PARTED
    return cost

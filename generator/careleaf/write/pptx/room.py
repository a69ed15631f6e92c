"""A slide's bounds and the boxes that are taken in; the largest room between them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from careleaf.model.deck import Box

_NOTHING = Box(0.0, 0.0, 0.0, 0.0)


def largest_room(bounds: Box, taken: Sequence[Box]) -> Box:
    """The empty rectangle with the largest area. Its sides touch the bounds or taken boxes, so all
    pairs of their edges are tried: a layout has a dozen shapes."""
    edges = sorted(
        {
            x
            for x in (bounds.x, bounds.end, *(side for box in taken for side in (box.x, box.end)))
            if bounds.x <= x <= bounds.end
        }
    )
    rooms = (
        Box(left, top, right - left, bottom - top)
        for left in edges
        for right in edges
        if left < right
        for top, bottom in _gaps(left, right, bounds, taken)
    )
    return max(rooms, key=lambda room: room.width * room.height, default=_NOTHING)


def around(box: Box, gap: float) -> Box:
    """The box with a gap on every side."""
    return Box(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap)


def _gaps(
    left: float, right: float, bounds: Box, taken: Iterable[Box]
) -> Iterable[tuple[float, float]]:
    """Top and bottom of what is free in a column."""
    top = bounds.y
    for box in sorted((box for box in taken if box.x < right and box.end > left), key=_top):
        if box.y > top:
            yield top, min(box.y, bounds.bottom)
        top = max(top, box.bottom)
    if bounds.bottom > top:
        yield top, bounds.bottom


def _top(box: Box) -> float:
    return box.y

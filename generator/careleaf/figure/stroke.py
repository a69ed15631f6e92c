"""One subpath and a width in; the polygons that its stroke covers out."""

from __future__ import annotations

import math
from collections.abc import Iterator

from careleaf.figure.flatten import Subpath
from careleaf.figure.outline import Point

_MITER_LIMIT = 4.0
"""Of SVG (stroke-miterlimit): a corner sharper than this is cut off."""


def stroked(subpath: Subpath, width: float) -> Iterator[tuple[Point, ...]]:
    """A rectangle along each piece and a corner between two: butt ends, mitred corners."""
    points = subpath.points
    ends = (*points[1:], points[0]) if subpath.closed else points[1:]
    starts = points if subpath.closed else points[:-1]
    sides = [_side(a, b, width / 2) for a, b in zip(starts, ends, strict=True)]
    for (ax, ay), (bx, by), (nx, ny) in zip(starts, ends, sides, strict=True):
        yield (ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)
    if subpath.closed:
        sides.append(sides[0])
    for corner, before, after in zip(ends, sides[:-1], sides[1:], strict=False):
        yield _corner(corner, before, after)


def _side(a: Point, b: Point, half: float) -> Point:
    """From a point of the line to the edge of its stroke, at a right angle."""
    along, down = b[0] - a[0], b[1] - a[1]
    length = math.hypot(along, down)
    return -down / length * half, along / length * half


def _corner(at: Point, before: Point, after: Point) -> tuple[Point, ...]:
    """What is missing on the outer side of a turn."""
    if before[0] * after[1] - before[1] * after[0] > 0:
        before, after = (-before[0], -before[1]), (-after[0], -after[1])
    x, y = at
    first, last = (x + before[0], y + before[1]), (x + after[0], y + after[1])
    middle = before[0] + after[0], before[1] + after[1]
    half_squared = before[0] ** 2 + before[1] ** 2
    size = middle[0] ** 2 + middle[1] ** 2
    if size * _MITER_LIMIT**2 < 4 * half_squared:
        return at, first, last
    reach = 2 * half_squared / size
    return at, first, (x + middle[0] * reach, y + middle[1] * reach), last

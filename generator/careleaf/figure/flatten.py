"""The commands of an outline and a scale in; its subpaths as points in pixels out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from careleaf.figure.outline import Point
from careleaf.model.art import Command

_FINE, _COARSE = 32, 2
"""The most and fewest straight pieces that a curve becomes."""


class Subpath(Struct, frozen=True):
    """Points in a row, no two neighbours the same; `closed` joins the last to the first."""

    points: tuple[Point, ...]
    closed: bool

    @property
    def turns_right(self) -> bool:
        """Whether it runs clockwise, as seen with y downwards (the sign of its area)."""
        after = (*self.points[1:], self.points[0])
        pairs = zip(self.points, after, strict=True)
        return sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairs) > 0


def flatten(commands: Sequence[Command], scale: float) -> Iterator[Subpath]:
    """Curves become straight pieces that stay within a quarter of a pixel of them."""
    points: list[Point] = []
    for letter, *numbers in commands:
        at = [float(number) * scale for number in numbers]
        match letter:
            case "M":
                yield from _subpath(points, closed=False)
                points = [(at[0], at[1])]
            case "L":
                points.append((at[0], at[1]))
            case "C":
                points += _curve(points[-1], (at[0], at[1]), (at[2], at[3]), (at[4], at[5]))
            case _:
                yield from _subpath(points, closed=True)
                points = points[:1]
    yield from _subpath(points, closed=False)


def _subpath(points: Sequence[Point], *, closed: bool) -> Iterator[Subpath]:
    distinct = [
        point for place, point in enumerate(points) if place == 0 or point != points[place - 1]
    ]
    if closed and len(distinct) > 1 and distinct[0] == distinct[-1]:
        distinct.pop()
    if len(distinct) > 1:
        yield Subpath(tuple(distinct), closed)


def _curve(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    """Points of a cubic after its first. By Wang's bound n pieces are off by at most 0.75 of the
    largest second difference of its handles over n squared."""
    bend = max(
        math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]),
        math.hypot(b[0] - 2 * c[0] + d[0], b[1] - 2 * c[1] + d[1]),
    )
    pieces = min(_FINE, max(_COARSE, math.ceil(math.sqrt(3 * bend))))
    for step in range(1, pieces + 1):
        t = step / pieces
        s = 1 - t
        p, q, r, w = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        yield (
            p * a[0] + q * b[0] + r * c[0] + w * d[0],
            p * a[1] + q * b[1] + r * c[1] + w * d[1],
        )

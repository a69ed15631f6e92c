"""Closed outlines in; whether one crosses itself, and an image with the pixels filled that the
nonzero or the even-odd rule puts inside them, out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from careleaf.figure.outline import Point

if TYPE_CHECKING:
    from PIL import Image

_MIDDLE = 128
"""Stands for gone around no times, so that a level of grey can count both ways."""


def crosses_itself(points: Sequence[Point]) -> bool:
    """Whether two pieces of a closed outline cross. They are sorted by where they begin across, so
    that each is held against the few that lie above or below it."""
    ends = (*points[1:], points[0])
    last = len(points) - 1
    pieces = sorted(
        (min(a[0], b[0]), max(a[0], b[0]), n, a, b)
        for n, (a, b) in enumerate(zip(points, ends, strict=True))
    )
    for place, (_, right, number, a, b) in enumerate(pieces):
        for left, _, other, c, d in pieces[place + 1 :]:
            if left > right:
                break
            if abs(number - other) not in {1, last} and _cross(a, b, c, d):
                return True
    return False


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    """Above 0 where c lies to one side of the line from a to b, below 0 on the other."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def fill_by_winding(
    image: Image.Image, number: int, outlines: Sequence[Sequence[Point]], *, even_odd: bool
) -> None:
    """Give a number to all pixels inside.

    Each stretch that only falls or only rises adds or takes away one to its left: what is left over
    is how often the outlines go around a pixel.
    """
    from PIL import Image, ImageChops, ImageDraw

    x, y, size = _around(outlines)
    total = Image.new("L", size, _MIDDLE)
    for outline in outlines:
        for stretch in _stretches([(at_x - x, at_y - y) for at_x, at_y in outline]):
            once = Image.new("L", size)
            falls = stretch[0][1] < stretch[-1][1]
            beside = ((-1.0, stretch[-1][1]), (-1.0, stretch[0][1]))
            ImageDraw.Draw(once).polygon((*stretch, *beside), fill=1)
            total = (ImageChops.add if falls else ImageChops.subtract)(total, once)
    levels = (level - _MIDDLE for level in range(256))
    mask = total.point([255 * (times % 2 if even_odd else times != 0) for times in levels])
    image.paste(number, (x, y), mask)


def _around(outlines: Sequence[Sequence[Point]]) -> tuple[int, int, tuple[int, int]]:
    """Left and top of the pixels that the outlines lie in, and how many those are."""
    xs = [x for outline in outlines for x, _ in outline]
    ys = [y for outline in outlines for _, y in outline]
    left, top = math.floor(min(xs)), math.floor(min(ys))
    return left, top, (math.ceil(max(xs)) - left + 1, math.ceil(max(ys)) - top + 1)


def _stretches(points: Sequence[Point]) -> Iterator[list[Point]]:
    """A closed outline cut where it turns from falling to rising and back."""
    top = min(range(len(points)), key=lambda place: points[place][1])
    around = (*points[top:], *points[: top + 1])
    stretch, falls = [around[0]], True
    for before, after in pairwise(around):
        if before[1] != after[1] and (after[1] > before[1]) != falls:
            yield stretch
            stretch, falls = [before], not falls
        stretch.append(after)
    yield stretch

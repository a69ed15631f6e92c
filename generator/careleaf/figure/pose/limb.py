"""A chain of circles along a bone or a spine in; the one smooth outline around all of them out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from careleaf.figure.pose.geometry import Point, along, angle, away, crossing, heading, turned

Ring = tuple[Point, float]
"""Centre and radius."""

_ARC_STEP = 60.0
"""Degrees from point to point on a round end or an outer bend: a cubic holds that much well."""


class Outline(Struct, frozen=True, kw_only=True):
    """The outline of a limb: up its left side from the root, around the far end, and back."""

    left: tuple[Point, ...]
    end: tuple[Point, ...]
    right: tuple[Point, ...]
    root: tuple[Point, ...]
    """Around the near end, so that the outline closes."""

    def closed(self) -> tuple[Point, ...]:
        """The whole outline."""
        return (*self.left, *self.end, *self.right, *self.root)

    def open(self) -> tuple[Point, ...]:
        """Without the root: the limb grows out of what it is fixed to."""
        return (*self.left, *self.end, *self.right)


def outline(chain: Sequence[Ring], *, flat_end: bool = False) -> Outline:
    """Around two or more rings, none of which holds its neighbour whole.

    `flat_end` cuts the far end straight, as a hem does.
    """
    first, last = chain[0], chain[-1]
    left_side = _side(chain)
    right_side = _side([*reversed(chain)])
    before, after = chain[-2], chain[1]
    end_angle = angle(before[0], last[0])
    root_angle = angle(after[0], first[0])
    end = () if flat_end else tuple(_cap(last, end_angle, before))
    return Outline(
        left=tuple(left_side),
        end=end,
        right=tuple(right_side),
        root=tuple(_cap(first, root_angle, after)),
    )


def _lean(a: Ring, b: Ring) -> float:
    """How far the common tangent of two rings leans from square, in degrees."""
    ratio = (a[1] - b[1]) / max(away(a[0], b[0]), 1e-6)
    return math.degrees(math.acos(max(-1.0, min(1.0, ratio))))


def _on(ring: Ring, degrees: float) -> Point:
    return along(ring[0], heading(degrees), ring[1])


def _cap(ring: Ring, ahead: float, other: Ring) -> list[Point]:
    """The points strictly between the two tangents of a round end, left to right."""
    half = _lean(other, ring)
    steps = max(2, math.ceil(2 * half / _ARC_STEP))
    return [_on(ring, ahead + half - 2 * half * i / steps) for i in range(1, steps)]


def _side(chain: Sequence[Ring]) -> list[Point]:
    """The left side of a chain, with bends rounded outside and cut to one crease inside."""
    points: list[Point] = []
    folded = False
    normals = [angle(a[0], b[0]) + _lean(a, b) for a, b in pairwise(chain)]
    points.append(_on(chain[0], normals[0]))
    for ring, into, out in zip(chain[1:-1], normals[:-1], normals[1:], strict=True):
        gap = turned(into, out)
        if -14 < gap < 14:
            points.append(_on(ring, into + gap / 2))
        elif gap < 0:
            steps = max(1, math.ceil(-gap / _ARC_STEP))
            points += [_on(ring, into + gap * i / steps) for i in range(steps + 1)]
        else:
            points += [_on(ring, into), _on(ring, out)]
            folded = True
    points.append(_on(chain[-1], normals[-1]))
    return _without_loops(points) if folded else points


def _without_loops(points: list[Point]) -> list[Point]:
    """Where the side crosses itself, inside a bend, the loop goes and the crossing stays."""
    i = 0
    while i < len(points) - 3:
        for j in range(len(points) - 2, i + 1, -1):
            meeting = crossing(points[i], points[i + 1], points[j], points[j + 1])
            if meeting is not None:
                points[i + 1 : j + 1] = [meeting]
                break
        i += 1
    return points

"""Points (y up) in; the commands (y down) of the smooth line through them out."""

from __future__ import annotations

import math
from collections.abc import Sequence

from careleaf.figure.pose.geometry import Point
from careleaf.model.art import Command

_STRAIGHT = 0.06
"""A curve that leaves its chord by less than this sine is drawn as the chord."""

_Chord = tuple[float, float, float]
"""A direction of length 1, and the length of the way."""


def smooth(
    points: Sequence[Point], *, closed: bool, corners: frozenset[int] = frozenset()
) -> tuple[Command, ...]:
    """A smooth line through points, sharp at those numbered in `corners` and at open ends."""
    chords = _chords(points, closed=closed)
    ways = _ways(chords, len(points), closed=closed, corners=corners)
    x, y = points[0]
    commands: list[Command] = [("M", x, -y)]
    for i, (along_x, along_y, length) in enumerate(chords):
        end = i + 1 - len(points)
        x, y = points[end]
        out_x, out_y = ways[i] or (along_x, along_y)
        in_x, in_y = ways[end] or (along_x, along_y)
        if (
            abs(along_x * out_y - along_y * out_x) < _STRAIGHT
            and abs(along_x * in_y - along_y * in_x) < _STRAIGHT
            and along_x * out_x + along_y * out_y > 0 < along_x * in_x + along_y * in_y
        ):
            commands.append(("L", x, -y))
            continue
        from_x, from_y = points[i]
        third = length / 3
        first = (from_x + out_x * third, -from_y - out_y * third)
        commands.append(("C", *first, x - in_x * third, in_y * third - y, x, -y))
    return (*commands, ("Z",)) if closed else tuple(commands)


def _chords(points: Sequence[Point], *, closed: bool) -> list[_Chord]:
    """The way from each point to the next, and from the last to the first of a closed line."""
    chords: list[_Chord] = []
    for i in range(len(points) - (not closed)):
        (x, y), (to_x, to_y) = points[i], points[i + 1 - len(points)]
        across, up = to_x - x, to_y - y
        length = math.hypot(across, up) or 1e-9
        chords.append((across / length, up / length, length))
    return chords


def _ways(
    chords: Sequence[_Chord], count: int, *, closed: bool, corners: frozenset[int]
) -> list[Point | None]:
    """The direction of the line at each point; None where it is sharp. The shorter neighbour
    decides, so that nothing bulges beside a long straight side."""
    ways: list[Point | None] = []
    for i in range(count):
        if i in corners or (not closed and i in {0, count - 1}):
            ways.append(None)
            continue
        in_x, in_y, near = chords[i - 1]
        out_x, out_y, far = chords[i]
        x, y = in_x * far + out_x * near, in_y * far + out_y * near
        length = math.hypot(x, y)
        ways.append((x / length, y / length) if length > 1e-9 else None)
    return ways

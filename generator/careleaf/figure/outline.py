"""Plain geometry in; the commands of an outline (M, L, C, Z, absolute) out."""

from __future__ import annotations

import math
from collections.abc import Sequence

from careleaf.model.art import Command

Commands = tuple[Command, ...]
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): x' = ax + cy + e, y' = bx + dy + f, as in SVG's matrix()."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

LARGEST = 1e6
"""Coordinates beyond this are refused."""

KAPPA = 4 / 3 * math.tan(math.pi / 8)
"""How far the handles of a cubic stand off to draw a quarter circle of radius 1."""


def rectangle(x: float, y: float, width: float, height: float) -> Commands:
    """Clockwise from the top left."""
    return polygon(((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def polygon(points: Sequence[Point]) -> Commands:
    """The closed outline through these points."""
    return (*polyline(points), ("Z",))


def polyline(points: Sequence[Point]) -> Commands:
    """The open outline through these points."""
    (x, y), *rest = points
    return (("M", x, y), *(("L", to_x, to_y) for to_x, to_y in rest))


def ellipse(x: float, y: float, across: float, down: float) -> Commands:
    """Centre (x, y), radii `across` and `down`, as four cubics."""
    h, v = across * KAPPA, down * KAPPA
    return (
        ("M", x + across, y),
        ("C", x + across, y + v, x + h, y + down, x, y + down),
        ("C", x - h, y + down, x - across, y + v, x - across, y),
        ("C", x - across, y - v, x - h, y - down, x, y - down),
        ("C", x + h, y - down, x + across, y - v, x + across, y),
        ("Z",),
    )


def circle(x: float, y: float, radius: float) -> Commands:
    """Centre (x, y)."""
    return ellipse(x, y, radius, radius)


def rounded(
    x: float, y: float, width: float, height: float, *, across: float, down: float | None = None
) -> Commands:
    """A rectangle with corners of radii `across` and `down`, at most half a side each."""
    rx = min(across, width / 2)
    ry = min(across if down is None else down, height / 2)
    if rx <= 0 or ry <= 0:
        return rectangle(x, y, width, height)
    right, bottom, h, v = x + width, y + height, rx * (1 - KAPPA), ry * (1 - KAPPA)
    return (
        ("M", x + rx, y),
        ("L", right - rx, y),
        ("C", right - h, y, right, y + v, right, y + ry),
        ("L", right, bottom - ry),
        ("C", right, bottom - v, right - h, bottom, right - rx, bottom),
        ("L", x + rx, bottom),
        ("C", x + h, bottom, x, bottom - v, x, bottom - ry),
        ("L", x, y + ry),
        ("C", x, y + v, x + h, y, x + rx, y),
        ("Z",),
    )


def multiply(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that does `inner` first and `outer` after it."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def transformed(commands: Sequence[Command], matrix: Matrix) -> Commands:
    """The outline under a matrix, to four decimals, so that every machine writes the same."""
    return tuple(_transformed(command, matrix) for command in commands)


def _transformed(command: Command, matrix: Matrix) -> Command:
    a, b, c, d, e, f = matrix
    letter, *numbers = command
    moved: list[str | float] = [letter]
    for x, y in zip(map(float, numbers[::2]), map(float, numbers[1::2]), strict=True):
        moved.append(round(a * x + c * y + e, 4) + 0.0)
        moved.append(round(b * x + d * y + f, 4) + 0.0)
    return tuple(moved)


def placed(commands: Sequence[Command], x: float, y: float, scale: float = 1.0) -> Commands:
    """The outline scaled about its origin, then moved by (x, y)."""
    return transformed(commands, (scale, 0.0, 0.0, scale, x, y))


def bounds(commands: Sequence[Command]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all points and handles; the outline lies within."""
    xs = [x for command in commands for x in command[1::2]]
    ys = [y for command in commands for y in command[2::2]]
    return float(min(xs)), float(min(ys)), float(max(xs)), float(max(ys))

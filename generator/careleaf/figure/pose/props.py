"""Places in; the things around a figure (mat, chair, box, pillow, arrow) as paths out. y is up."""

from __future__ import annotations

from careleaf.figure.outline import polygon, rounded
from careleaf.figure.pose.geometry import Point, along, left, unit
from careleaf.model.art import Command, Paint, Path

Paths = tuple[Path, ...]


def block(
    x: float, y: float, size: Point, paint: Paint, radius: float = 2.0, *, edge: Paint | None = None
) -> Paths:
    """A rounded rectangle; (x, y) is its bottom left, `size` its width and height."""
    width, height = size
    commands = _tenths(rounded(x, -y - height, width, height, across=radius))
    return (Path(commands=commands, fill=paint, stroke=edge, stroke_width=1.2 if edge else 0.0),)


def mat(start: float, end: float) -> Paths:
    """A mat whose top is the floor of the figure."""
    return block(start, -5, (end - start, 5), "mat", 2.5)


def arrow(start: Point, bend: Point, end: Point) -> Paths:
    """A motion arrow that leaves `start` toward `bend` and comes from there to `end`."""
    into = unit(bend, end)
    neck = along(end, into, -7)
    shaft = (("M", *_seen(start)), ("C", *_seen(_two_thirds(start, bend)),
             *_seen(_two_thirds(neck, bend)), *_seen(neck)))  # fmt: skip
    wide = left(into)
    tail = along(end, into, -9)
    head = polygon([_seen(end), _seen(along(tail, wide, 5.8)), _seen(along(tail, wide, -5.8))])
    return (
        Path(commands=shaft, fill=None, stroke="ink", stroke_width=3.6),
        Path(commands=head, fill="ink"),
    )


def straight_arrow(start: Point, end: Point) -> Paths:
    """A motion arrow from one point to another."""
    return arrow(start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end)


def box(x: float, y: float, width: float = 32.0, height: float = 26.0) -> Paths:
    """A parcel with a strip of tape."""
    tape = block(x + width / 2 - 4, y + height - 9, (8, 9), "#c9ae8a", 0.5)
    return block(x, y, (width, height), "wood") + tape


def _two_thirds(end: Point, handle: Point) -> Point:
    """A cubic's handle for the curve that a quadratic draws."""
    return (end[0] + (handle[0] - end[0]) * 2 / 3, end[1] + (handle[1] - end[1]) * 2 / 3)


def _seen(point: Point) -> Point:
    return (round(point[0], 1) + 0.0, round(-point[1], 1) + 0.0)


def _tenths(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    return tuple((str(c[0]), *(round(float(n), 1) + 0.0 for n in c[1:])) for c in commands)

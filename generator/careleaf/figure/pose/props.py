"""Places in; the things around a figure (mat, chair, box, pillow, arrow) as paths out. y is up."""

from __future__ import annotations

from careleaf.figure.outline import polygon, rounded
from careleaf.figure.pose.curve import smooth
from careleaf.figure.pose.geometry import Point, along, heading, left, unit
from careleaf.model.art import Paint, Path

Paths = tuple[Path, ...]


def block(
    x: float, y: float, size: Point, paint: Paint, radius: float = 2.0, *, edge: Paint | None = None
) -> Paths:
    """A rounded rectangle; (x, y) is its bottom left, `size` its width and height."""
    width, height = size
    commands = rounded(x, -y - height, width, height, across=radius)
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
    return (point[0], -point[1])


def pillow(x: float, y: float, width: float, height: float) -> Paths:
    """(x, y) is its bottom left."""
    round_corner = min(width, height) / 2.2
    return block(x, y, (width, height), "pillow", round_corner, edge="pillow-edge")


def bed(start: float, end: float, top: float = 0.0, height: float = 22.0) -> Paths:
    """A mattress seen from its side, its top at `top`."""
    return block(start, top - height, (end - start, height), "bed", 6)


def chair(x: float, seat: float = 45.0) -> Paths:
    """A kitchen chair that faces right, `x` in the middle of its seat."""
    return (
        block(x - 22, 0, (4.5, seat + 44), "chair", 2)
        + block(x + 14, 0, (4.5, seat), "chair", 2)
        + block(x - 22, seat - 6, (44, 6), "chair", 2)
    )


def heat(x: float, y: float) -> Paths:
    """A warm pad on edge against a back; wavy lines say that it is warm."""
    pad = block(x, y, (10, 34), "#c4741f", 5)
    waves = [_wave(x - 8, y + 6 + 11 * i) for i in range(3)]
    return pad + tuple(_thin(points, "amber-deep", 1.8) for points in waves)


def _wave(x: float, y: float, width: float = 13.0) -> list[Point]:
    quarter = width / 4
    return [(x - quarter * i, y + (0, 2.2, 0, -2.2, 0)[i]) for i in range(5)]


def cold(x: float, y: float) -> Paths:
    """A cold pack, flat on a back; a snow star says that it is cold."""
    star = [
        _thin([along((x, y + 4.5), heading(a), -4.5), along((x, y + 4.5), heading(a), 4.5)],
              "white", 1.5)
        for a in (0, 60, 120)
    ]  # fmt: skip
    return block(x - 19, y - 2, (38, 13), "#4a88b0", 5) + tuple(star)


def water(start: float, end: float, top: float) -> Paths:
    """Water up to `top`, with a calm surface; it hides what is under it."""
    step = (end - start) / 16
    surface = [(start + step * i, top + (1.6 if i % 2 else -1.6)) for i in range(17)]
    outline = [*surface, (end, top - 37), (start, top - 37)]
    corners = frozenset({0, 16, 17, 18})
    ripples = [(start + 70, top - 12), (start + 150, top - 16), (end - 30, top - 11)]
    return (
        Path(commands=smooth(outline, closed=True, corners=corners), fill="bed"),
        *(_thin(_wave(x, y, 34), "white", 2) for x, y in ripples),
    )


def _thin(points: list[Point], paint: Paint, width: float) -> Path:
    return Path(commands=smooth(points, closed=False), fill=None, stroke=paint, stroke_width=width)

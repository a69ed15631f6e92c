"""A person, where the head is and which way it looks in; its paths, from back to front, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from careleaf.figure.outline import ellipse, transformed
from careleaf.figure.pose.curve import smooth
from careleaf.figure.pose.geometry import Point, along, between, heading
from careleaf.figure.pose.hair import FULL_HAIR, HAIR, through
from careleaf.figure.pose.people import Person
from careleaf.model.art import Paint, Path

EDGE = 0.9
"""Width of the outline of light skin."""

_FACE = through(
    "-4,12.4 3,12.9 8.2,9.8 10.2,6 10.3,2.6 11.4,-0.6 12.9,-3 11.2,-4.5 10.9,-6.2 10.7,-8 "
    "9.8,-10.8 6.6,-12.3 2,-11 -2.5,-8.6 -8,-6.4 -11.4,0 -10,7.6"
)
_FULL_FACE = through(
    "0,12.5 6.5,11 10,6 10.4,0 9,-6 5.2,-10.8 0,-12.6 -5.2,-10.8 -9,-6 -10.4,0 -10,6 -6.5,11"
)


class Placing(Struct, frozen=True, kw_only=True):
    """Where a head is: its centre, the way from chin to crown and the way it looks."""

    centre: Point
    up: float
    look: float
    full_face: bool = False
    asleep: bool = False

    def at(self, x: float, y: float) -> Point:
        """A point of the head's own plane: x forward from the centre, y toward the crown."""
        return along(along(self.centre, heading(self.look), x), heading(self.up), y)


def head(person: Person, placing: Placing) -> Iterator[Path]:
    """Hair behind, face, features, hair in front."""
    if placing.full_face:
        yield from _full_face(person, placing)
    else:
        yield from _profile(person, placing)


def _profile(person: Person, placing: Placing) -> Iterator[Path]:
    behind, before = HAIR[person.style]
    for shape in behind:
        yield _blob(placing, shape, person.hair)
    yield _blob(placing, _FACE, person.skin, person.edge)
    yield _oval(placing, (4.6, -5.2), (2.3, 2.3), person.blush)
    yield _eye(placing, 7.6, 0.9)
    yield _smile(placing, ((6.2, -7), (8.2, -8.3), (10.2, -7)), person.lips)
    for shape in before:
        yield _blob(placing, shape, person.hair)
    if person.style != "scarf":
        yield _oval(placing, (-1.9, -2), (1.8, 2.6), person.shade)


def _full_face(person: Person, placing: Placing) -> Iterator[Path]:
    behind, before = FULL_HAIR[person.style]
    for shape in behind:
        yield _blob(placing, shape, person.hair)
    yield _blob(placing, _FULL_FACE, person.skin, person.edge)
    for side in (-1, 1):
        yield _oval(placing, (6.2 * side, -4.8), (2.3, 2.3), person.blush)
        yield _eye(placing, 4.1 * side, 0.2)
    yield _smile(placing, ((-3.6, -6.2), (0, -8.7), (3.6, -6.2)), person.lips)
    for shape in before:
        yield _blob(placing, shape, person.hair)


def _eye(placing: Placing, x: float, y: float) -> Path:
    if placing.asleep:
        return _smile(placing, ((x - 1.9, y + 0.2), (x, y - 1.2), (x + 1.9, y + 0.2)), "ink", 1.1)
    return _oval(placing, (x, y), (1.15, 1.5), "ink")


def _smile(placing: Placing, through: Sequence[Point], paint: Paint, width: float = 1.2) -> Path:
    """One bow from the first point over the second to the third."""
    (ax, ay), (mx, my), (bx, by) = (placing.at(*point) for point in through)
    over = (2 * mx - (ax + bx) / 2, 2 * my - (ay + by) / 2)
    first, second = between((ax, ay), over, 2 / 3), between((bx, by), over, 2 / 3)
    bow = ("C", first[0], -first[1], second[0], -second[1], bx, -by)
    return Path(commands=(("M", ax, -ay), bow), fill=None, stroke=paint, stroke_width=width)


def _blob(
    placing: Placing, shape: Sequence[Point], paint: Paint, edge: Paint | None = None
) -> Path:
    outline = smooth([placing.at(*point) for point in shape], closed=True)
    return Path(
        commands=outline, fill=paint, stroke=edge, stroke_width=EDGE if edge is not None else 0.0
    )


def _oval(placing: Placing, centre: Point, radii: Point, paint: Paint) -> Path:
    """An ellipse in the head's own axes."""
    forward, up = heading(placing.look), heading(placing.up)
    x, y = placing.at(*centre)
    matrix = (forward[0], -forward[1], -up[0], up[1], x, -y)
    return Path(commands=transformed(ellipse(0, 0, *radii), matrix), fill=paint)

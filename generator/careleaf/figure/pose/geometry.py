"""Points and angles in; points out. Plane geometry of the figures: y is up, degrees turn left."""

from __future__ import annotations

import math

Point = tuple[float, float]
Space = tuple[float, float, float]
"""x to the right, y up, z toward the viewer."""


class UnreachableError(ValueError):
    """A pose asks for a joint that the limb cannot reach, or that a real one would not allow."""


def along(a: Point, direction: Point, distance: float = 1.0) -> Point:
    """The point at a distance from `a` in a direction."""
    return (a[0] + direction[0] * distance, a[1] + direction[1] * distance)


def between(a: Point, b: Point, share: float) -> Point:
    """The point at a share of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def away(a: Point, b: Point) -> float:
    """The distance of two points."""
    return math.hypot(b[0] - a[0], b[1] - a[1])


def unit(a: Point, b: Point) -> Point:
    """The direction from `a` to `b`, of length 1; to the right where they are the same point."""
    distance = away(a, b)
    return ((b[0] - a[0]) / distance, (b[1] - a[1]) / distance) if distance else (1.0, 0.0)


def heading(degrees: float) -> Point:
    """The direction of an angle: 0 to the right, 90 up."""
    return (math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))


def angle(a: Point, b: Point) -> float:
    """The angle of the way from `a` to `b`, in degrees."""
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def left(direction: Point) -> Point:
    """The direction turned a quarter to the left."""
    return (-direction[1], direction[0])


def turned(a: float, b: float) -> float:
    """From angle `a` to angle `b` in degrees, -180 to 180; positive is to the left."""
    return (b - a + 180.0) % 360.0 - 180.0


def quadratic(a: Point, handle: Point, b: Point, steps: int) -> list[Point]:
    """Points on the curve from `a` to `b` that bends toward a handle, both ends included."""
    shares = [step / steps for step in range(steps + 1)]
    return [between(between(a, handle, t), between(handle, b, t), t) for t in shares]


def crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where the stretch from `a` to `b` crosses the one from `c` to `d`."""
    across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if abs(across) < 1e-9:
        return None
    first = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
    second = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across
    return between(a, b, first) if 0 <= first <= 1 and 0 <= second <= 1 else None


def two_bones(root: Space, target: Space, first: float, second: float, bend: int) -> Space:
    """The middle joint of two bones from root to target, in the target's own depth plane.

    `bend` is +1 where the middle joint lies to the left of the way to the target. Raises
    UnreachableError where the target is too far or too near.
    """
    flat = away(root[:2], target[:2])
    deep = target[2] - root[2]
    distance = math.hypot(flat, deep)
    if not abs(first - second) < distance <= first + second:
        raise UnreachableError(
            f"{distance:.1f} from joint to joint; the bones span "
            f"{abs(first - second):.1f} to {first + second:.1f}"
        )
    share = (first**2 - second**2 + distance**2) / (2 * distance)
    height = math.sqrt(max(0.0, first**2 - share**2)) * bend
    sideways = left(unit(root[:2], target[:2]))
    on_way = share / distance
    x, y = along(between(root[:2], target[:2], on_way), sideways, height)
    return (x, y, root[2] + deep * on_way)


def foreshortened(a: Point, b: Point, length: float) -> float:
    """How far a bone comes toward the viewer that looks shorter than it is."""
    flat = away(a, b)
    if flat > length:
        raise UnreachableError(f"{flat:.1f} from joint to joint; the bone has {length:.1f}")
    return math.sqrt(length**2 - flat**2)


def reached(root: Space, length: float, degrees: float, toward: float = 0.0) -> Space:
    """The end of a bone at an angle in the picture, leaning `toward` degrees to the viewer."""
    flat = length * math.cos(math.radians(toward))
    x, y = along(root[:2], heading(degrees), flat)
    return (x, y, root[2] + length * math.sin(math.radians(toward)))

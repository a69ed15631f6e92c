"""A body and a person in; the paths that draw them, from back to front, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careleaf.figure.pose.body import Body, Bones, skeleton
from careleaf.figure.pose.curve import smooth
from careleaf.figure.pose.geometry import (
    Point,
    along,
    angle,
    between,
    heading,
    left,
    quadratic,
    turned,
    unit,
)
from careleaf.figure.pose.hair import through
from careleaf.figure.pose.head import EDGE, Placing, head
from careleaf.figure.pose.limb import Ring, outline
from careleaf.figure.pose.people import Person
from careleaf.model.art import Paint, Path

HALO = 2.2
"""Width of the line in the colour of the surface that parts a limb from what lies behind it; half
of it shows."""

_SIDE = (13.2, 12.9, 12.1, 11.5, 11.3, 11.6, 11.9, 11.2, 8.0)
_FRONT = (14.8, 14.2, 12.6, 12.0, 12.6, 14.0, 15.2, 14.8, 9.6)
"""Radii of the trunk at equal steps from hip to shoulders, seen from the side and from in front."""
_HEAD_ABOVE, _FACE_ABOVE = 19.5, 22.5
"""From the top of the trunk to the middle of a head, from the side and from in front: there the
chin hides the neck."""
_FAR = 0.94
"""How much thinner limbs behind are, so that no sliver of them shows along the near ones."""
_FOLDED = 40.0
"""Degrees between thigh and shank below which one outline cannot show both."""
_FOOT = through("-5.2,-0.5 -6.6,-3.6 -5.2,-6.7 0,-6.7 6,-6.5 11.5,-6.9 16.6,-5.9 16,-3.4 9.4,0.2")
_SHOE = through("-5.6,0.5 -7.2,-3.6 -6.6,-7 0,-7 12,-7 18.2,-6.4 17.6,-3.6 13,-1.4 9,0.8")
"""From the ankle joint forward to the toes, and up; from heel around the sole to the instep."""


def figure(
    person: Person, body: Body, amid: Sequence[Path] = (), held: Sequence[Path] = ()
) -> Iterator[Path]:
    """`amid` lies between the legs or under the near ones, `held` between the arms.

    Raises UnreachableError for a posture that no body can take.
    """
    bones = skeleton(body)
    spine = _spine(person, body)
    if bones.far_arm:
        yield from _arm(person, body, bones.far_arm, far=True)
    hip = (10.8 if body.front else 12.6) * person.girth
    far_hip = hip if body.front else hip * _FAR
    yield from _leg(person, body, bones.far_leg, [(bones.far_leg.root[:2], far_hip)], far=True)
    yield from amid
    placing = _head(body, bones.shoulders, bones.neck, bones.head)
    yield from _neck(person, body, bones.shoulders, placing)
    yield from _shirt(spine)
    if body.front:
        yield from _grown([spine[2], spine[1], spine[0]], "trousers", flat_root=True)
        waist = [(bones.near_leg.root[:2], hip)]
    else:
        waist = [spine[2], spine[1], (bones.near_leg.root[:2], spine[0][1])]
    yield from _leg(person, body, bones.near_leg, waist, far=False, flat_root=not body.front)
    yield from head(person, placing)
    yield from held
    if bones.near_arm:
        yield from _arm(person, body, bones.near_arm, far=False)


def _spine(person: Person, body: Body) -> list[Ring]:
    """Nine rings from hip to shoulders."""
    way = heading(body.trunk)
    back = left(way) if not body.left_facing else along((0.0, 0.0), left(way), -1)
    top = along(body.hip, way, 49)
    handle = along(between(body.hip, top, 0.48), back, body.curve * 2)
    radii = _FRONT if body.front else _SIDE
    bulge = (0.2, 0.7, 1.0, 0.9, 0.5, 0.2, 0.0, 0.0, 0.0)
    rings: list[Ring] = []
    for point, radius, out in zip(quadratic(body.hip, handle, top, 8), radii, bulge, strict=True):
        forward = 0.0 if body.front else person.belly * out * 0.6
        rings.append(
            (along(point, back, -forward), radius * person.girth + person.belly * out * 0.45)
        )
    return rings


def _head(body: Body, shoulders: Point, neck: float, up: float) -> Placing:
    look = up + (90 if body.left_facing else -90)
    if body.full_face:
        centre = along(shoulders, heading(neck), _FACE_ABOVE)
    else:
        centre = along(along(shoulders, heading(neck), _HEAD_ABOVE), heading(look), 2.0)
    return Placing(centre=centre, up=up, look=look, full_face=body.full_face, asleep=body.asleep)


def _neck(person: Person, body: Body, shoulders: Point, placing: Placing) -> Iterator[Path]:
    low = along(shoulders, heading(body.trunk), -5)
    high = placing.at(*((0, -8) if placing.full_face else (-2.6, -5)))
    shape = outline([(low, 6.6), (high, 5.4)])
    yield from _part(shape.closed(), person.shade, person.edge)


def _shirt(spine: Sequence[Ring]) -> Iterator[Path]:
    shape = outline(spine[1:])
    yield from _part(shape.closed(), "shirt", None, halo=True)


def _leg(
    person: Person,
    body: Body,
    leg: Bones,
    top: Sequence[Ring],
    *,
    far: bool,
    flat_root: bool = False,
) -> Iterator[Path]:
    """Foot, then trouser leg; `top` are the rings from the waist to the hip joint."""
    hip, knee, ankle = leg.root[:2], leg.middle[:2], leg.tip[:2]
    girth = person.girth * (_FAR if far else 1.0)
    yield from _foot(person, body, leg, far=far)
    chain = [
        *top,
        (between(hip, knee, 0.45), 10.7 * girth),
        (knee, 8.0 * girth),
        (between(knee, ankle, 0.3), 7.9 * girth),
        (between(knee, ankle, 0.87), 5.9),
    ]
    paint = "trousers-far" if far else "trousers"
    fold = 180 - abs(turned(angle(hip, knee), angle(knee, ankle)))
    if fold < _FOLDED:  # the thigh lies on the shank, with a line between
        yield from _grown(chain[-3:], paint)
        chain = chain[:-2]
    yield from _grown(chain, paint, flat_root=flat_root)


def _foot(person: Person, body: Body, leg: Bones, *, far: bool) -> Iterator[Path]:
    """Bare, one outline with the ankle, whose upper end the trouser leg hides; or in a shoe."""
    knee, ankle = leg.middle[:2], leg.tip[:2]
    toe = heading(leg.end)
    up = left(toe) if not body.left_facing else along((0.0, 0.0), left(toe), -1)
    ahead = left(unit(ankle, knee)) if body.left_facing else left(unit(knee, ankle))
    hidden = between(ankle, knee, 0.2)
    shank = (along(hidden, ahead, 4.6), along(hidden, ahead, -4.6))
    sole = [along(along(ankle, toe, x), up, y) for x, y in (_SHOE if person.shod else _FOOT)]
    skin = person.shade if far else person.skin
    if person.shod:
        ankles = [along(ankle, ahead, 4.2), *shank, along(ankle, ahead, -4.2)]
        yield from _part(ankles, skin, person.edge)
        yield from _part(sole, "shoe", None, halo=not far)
    else:
        yield from _part([*sole, *shank], skin, person.edge, halo=not far)


def _arm(person: Person, body: Body, arm: Bones, *, far: bool) -> Iterator[Path]:
    """Forearm with its hand, then the short sleeve."""
    shoulder, elbow, wrist = arm.root[:2], arm.middle[:2], arm.tip[:2]
    girth = person.girth * (_FAR if far else 1.0)
    hand = heading(arm.end)
    chain = [
        (between(shoulder, elbow, 0.5), 5.6 * girth),
        (elbow, 5.1 * girth),
        (between(elbow, wrist, 0.35), 5.1 * girth),
        (wrist, 3.7),
        (along(wrist, hand, 5), 4.3),
        (along(wrist, hand, 9.6), 3.6),
        (along(wrist, hand, 13.4), 2.3),
    ]
    skin = person.shade if far else person.skin
    inner = left(hand) if not body.left_facing else along((0.0, 0.0), left(hand), -1)
    thumb = outline(
        [(along(wrist, hand, 3), 2.4), (along(along(wrist, hand, 8.5), inner, 4.4), 1.7)]
    )
    if not far:
        yield _line(thumb.open(), "current", HALO + EDGE)
    yield from _part(outline(chain).closed(), skin, person.edge, halo=not far)
    yield Path(commands=smooth(thumb.closed(), closed=True), fill=skin)
    if person.edge:
        yield _line(thumb.open(), person.edge, EDGE)
    sleeve = [(shoulder, 8.2 * girth), (between(shoulder, elbow, 0.64), 7.1 * girth)]
    paint = "shirt-far" if far else "shirt"
    if arm.parted:
        yield _line(outline(sleeve).closed(), "current", HALO)
    yield from _grown(sleeve, paint, flat_end=True)


def _grown(
    chain: Sequence[Ring], paint: Paint, *, flat_root: bool = False, flat_end: bool = False
) -> Iterator[Path]:
    """A part that grows out of another of its colour: the halo leaves its root open."""
    shape = outline(chain, flat_end=flat_end)
    start = len(shape.left)
    corners = {start - 1, start} if flat_end else set[int]()
    points = shape.open()
    line, shift = points, 0
    if flat_root:  # its corners lie on the edge of what it grows out of
        line, shift = points[1:-1], -1
    else:  # a little way around the shoulder, where the line then fades out
        line, shift = (shape.root[-1], *points, shape.root[0]), 1
    yield Path(
        commands=smooth(line, closed=False, corners=frozenset(i + shift for i in corners)),
        fill=None,
        stroke="current",
        stroke_width=HALO,
    )
    if flat_root:
        corners |= {0, len(points) - 1}
    else:
        points = shape.closed()
    yield Path(commands=smooth(points, closed=True, corners=frozenset(corners)), fill=paint)


def _line(points: Sequence[Point], paint: Paint, width: float) -> Path:
    return Path(commands=smooth(points, closed=False), fill=None, stroke=paint, stroke_width=width)


def _part(
    points: Sequence[Point], paint: Paint, edge: Paint | None, *, halo: bool = False
) -> Iterator[Path]:
    """One surface, with the edge of light skin, and with a halo around it."""
    commands = smooth(points, closed=True)
    if halo:
        width = HALO + (EDGE if edge else 0.0)
        yield Path(commands=commands, fill=None, stroke="current", stroke_width=width)
    yield Path(commands=commands, fill=paint, stroke=edge, stroke_width=EDGE if edge else 0.0)

"""Where a body's parts are to be, in a few numbers, in; every joint of it out.

Units are about a centimetre of someone 173 tall. The floor of a pose is y = 0. Bone lengths never
change; where a bone leaves the picture plane, its joints have a depth.
"""

from __future__ import annotations

from msgspec import Struct

from careleaf.figure.pose.geometry import (
    Point,
    Space,
    UnreachableError,
    along,
    angle,
    foreshortened,
    heading,
    reached,
    turned,
    two_bones,
)

TRUNK, UPPER_ARM, FOREARM, THIGH, SHANK = 49.0, 28.0, 25.0, 43.0, 41.0
SOLE = 7.0
"""From the ankle down to the floor under a flat foot."""
_SHOULDER = 43.0
"""From the hip along the trunk to the shoulder joint."""
_MOST_HYPEREXTENSION = 6.0
"""Degrees a knee or an elbow may seem to bend the wrong way, as a straight one can."""

Turn = float | tuple[float, float]
"""An angle in the picture, or with how many degrees the bone leans toward the viewer."""


class Limb(Struct, frozen=True, kw_only=True):
    """An arm or a leg: either where its wrist or ankle is, or the angles of its two bones."""

    to: Point | None = None
    """Of the wrist or ankle; the middle joint bends the way that it can."""
    via: Point | None = None
    """With `to`, of the knee or elbow in the picture: the limb comes toward the viewer there and
    goes back, as far as its bones are longer than they look."""
    bones: tuple[Turn, Turn] | None = None
    end: float | None = None
    """The angle of the hand or foot; a hand goes on straight where none is given."""
    parted: bool = False
    """The sleeve lies over more than the trunk: a line parts its shoulder from it too."""
    free: bool = False
    """Seen from in front or turned out at hip or shoulder: any bend in the picture is possible."""


class Body(Struct, frozen=True, kw_only=True):
    """Someone in a posture. `near` limbs are those on the viewer's side."""

    hip: Point
    trunk: float
    """The angle from hip to shoulders."""
    near_leg: Limb
    far_leg: Limb
    near_arm: Limb | None = None
    far_arm: Limb | None = None
    curve: float = 0.0
    """How far the back bends out (flexed) or, below zero, in (arched), in units."""
    neck: float | None = None
    """The angle of the neck; the trunk's own where none is given."""
    head: float | None = None
    """The angle from chin to crown; the neck's own where none is given."""
    left_facing: bool = False
    """Upright, the body would look to the left."""
    front: bool = False
    """The viewer sees the front of the trunk: it is wide, and there are two hips and shoulders."""
    full_face: bool = False
    asleep: bool = False
    spread: tuple[Point, Point] = ((0.0, 0.0), (0.0, 0.0))
    """How far the near hip and the near shoulder lie from the spine; the far ones, opposite."""


class Bones(Struct, frozen=True, kw_only=True):
    """The three joints of a limb, and the angle of its hand or foot."""

    root: Space
    middle: Space
    tip: Space
    end: float
    parted: bool = False


class Skeleton(Struct, frozen=True, kw_only=True):
    """Every joint that a body is drawn from."""

    hip: Point
    shoulders: Point
    """The top of the trunk."""
    neck: float
    head: float
    near_leg: Bones
    far_leg: Bones
    near_arm: Bones | None
    far_arm: Bones | None


def skeleton(body: Body) -> Skeleton:
    """Place all joints. Raises UnreachableError for a posture that no body can take."""
    way = heading(body.trunk)
    top = along(body.hip, way, TRUNK)
    joint = along(body.hip, way, _SHOULDER)
    (hip_x, hip_y), (arm_x, arm_y) = body.spread
    neck = body.trunk if body.neck is None else body.neck
    side = -1 if body.left_facing else 1

    def leg(limb: Limb, hand: int) -> Bones:
        root = (body.hip[0] + hip_x * hand, body.hip[1] + hip_y * hand, 0.0)
        return _limb(limb, root, (THIGH, SHANK), side, "leg")

    def arm(limb: Limb | None, hand: int) -> Bones | None:
        root = (joint[0] + arm_x * hand, joint[1] + arm_y * hand, 0.0)
        return _limb(limb, root, (UPPER_ARM, FOREARM), -side, "arm") if limb else None

    return Skeleton(
        hip=body.hip,
        shoulders=top,
        neck=neck,
        head=neck if body.head is None else body.head,
        near_leg=leg(body.near_leg, 1),
        far_leg=leg(body.far_leg, -1),
        near_arm=arm(body.near_arm, 1),
        far_arm=arm(body.far_arm, -1),
    )


def _limb(limb: Limb, root: Space, lengths: tuple[float, float], bend: int, name: str) -> Bones:
    first, second = lengths
    if limb.to is not None:
        try:
            middle, tip = _placed(limb, root, lengths, bend)
        except UnreachableError as error:
            raise UnreachableError(f"{name} to {limb.to}: {error}") from error
    elif limb.bones is not None:
        middle = reached(root, first, *_turn(limb.bones[0]))
        tip = reached(middle, second, *_turn(limb.bones[1]))
    else:
        raise UnreachableError(f"the {name} has neither a place nor angles")
    upper, lower = angle(root[:2], middle[:2]), angle(middle[:2], tip[:2])
    # A knee folds the shank back and an elbow the forearm forward, whichever way the body lies.
    if not limb.free and limb.via is None and turned(upper, lower) * bend > _MOST_HYPEREXTENSION:
        raise UnreachableError(f"the {name} bends the wrong way by {turned(upper, lower):.0f}")
    end = lower if limb.end is None else limb.end
    return Bones(root=root, middle=middle, tip=tip, end=end, parted=limb.parted)


def _placed(
    limb: Limb, root: Space, lengths: tuple[float, float], bend: int
) -> tuple[Space, Space]:
    first, second = lengths
    x, y = limb.to or (0.0, 0.0)
    if limb.via is None:
        return two_bones(root, (x, y, root[2]), first, second, bend), (x, y, root[2])
    toward = root[2] + foreshortened(root[:2], limb.via, first)
    back = toward - foreshortened(limb.via, (x, y), second)
    return (*limb.via, toward), (x, y, back)


def _turn(turn: Turn) -> tuple[float, float]:
    return turn if isinstance(turn, tuple) else (turn, 0.0)

"""Nothing in; the poses in bed, on a couch and in water out."""

from __future__ import annotations

from careleaf.figure.pose.body import Body, Limb
from careleaf.figure.pose.people import JOHN, LEILA, MEI, ROSA, WALTER
from careleaf.figure.pose.props import arrow, bed, block, cold, pillow, water
from careleaf.figure.pose.side import on_side
from careleaf.figure.pose.sketch import Frame, Sketch

BED = bed(-108, 106)
BED_ON_LEGS = (
    block(-104, -44, (7, 26), "wood", 1.5)
    + block(63, -44, (7, 26), "wood", 1.5)
    + bed(-112, 78, 2, 24)
    + pillow(-98, 0, 44, 18)
)


def on_front(near_arm: Limb, far_arm: Limb, *, asleep: bool = False, curve: float = 0.0) -> Body:
    """Someone on their front, the head to the left and turned to the viewer."""
    return Body(
        hip=(0, 14.5),
        trunk=180,
        near_leg=Limb(bones=(-3, 0), end=-22),
        far_leg=Limb(bones=(-3, 0), end=-22),
        near_arm=near_arm,
        far_arm=far_arm,
        neck=178,
        head=180,
        curve=curve,
        left_facing=True,
        full_face=True,
        asleep=asleep,
    )


SKETCHES = {
    "sleep-back": Sketch(
        title="Sleeping on your back",
        person=WALTER,
        alt="Sleeping on the back, a pillow under the head and one under the knees.",
        frames=(
            Frame(
                body=Body(
                    hip=(0, 14),
                    trunk=178,
                    near_leg=Limb(bones=(18, -20), end=70),
                    far_leg=Limb(bones=(18, -20), end=70),
                    near_arm=Limb(bones=(2, 30), end=6),
                    neck=176,
                    head=174,
                    asleep=True,
                ),
                under=BED + pillow(-102, -1, 48, 12) + pillow(14, -1, 52, 18),
                alt="Sleeping on the back, a pillow under the head and one under the knees.",
            ),
        ),
    ),
    "sleep-front": Sketch(
        title="Sleeping on your front",
        person=MEI,
        alt="Sleeping on the front, the head turned to one side, a flat pillow under the belly.",
        frames=(
            Frame(
                body=on_front(
                    Limb(via=(-58, 2), to=(-80, 1), end=170),
                    Limb(bones=(182, 178), free=True),
                    asleep=True,
                    curve=1.5,
                ),
                under=BED + pillow(-98, -1, 42, 8) + pillow(-36, -2, 44, 10),
                alt="Sleeping on the front, the head turned to one side, a flat pillow under the "
                "belly.",
            ),
        ),
    ),
    "cold-pack": Sketch(
        title="Cold pack",
        person=JOHN,
        alt="Lying on the front with a wrapped cold pack on the low back.",
        frames=(
            Frame(
                body=on_front(
                    Limb(via=(-58, 2), to=(-80, 1), end=170), Limb(bones=(182, 178), free=True)
                ),
                under=BED + pillow(-98, -1, 42, 8) + pillow(-36, -2, 44, 10),
                over=cold(-26, 22),
                alt="Lying on the front with a wrapped cold pack on the low back.",
            ),
        ),
    ),
    "swim": Sketch(
        title="Swimming",
        person=LEILA,
        floor=-26,
        alt="Swimming on the back: face up, one arm reaching back over the head.",
        frames=(
            Frame(
                body=Body(
                    hip=(0, 12),
                    trunk=175,
                    near_leg=Limb(bones=(-8, -14), end=4),
                    far_leg=Limb(bones=(6, -8), end=14),
                    near_arm=Limb(bones=(-4, 2)),
                    far_arm=Limb(bones=(118, 122)),
                    neck=170,
                    head=168,
                ),
                over=water(-112, 112, 11),
                alt="Swimming on the back: face up, one arm reaching back over the head.",
            ),
        ),
    ),
    "out-of-bed": Sketch(
        title="Getting out of bed",
        person=ROSA,
        floor=-44,
        alt="Start: lying on your side near the edge of the bed, knees bent. "
        "Finish: feet lowered to the floor while both arms push the body up to sitting.",
        frames=(
            Frame(
                body=on_side(
                    Limb(via=(31, 16), to=(53, 24), end=-8), Limb(via=(33, 4), to=(57, 12), end=-8)
                ),
                under=BED_ON_LEGS,
                alt="Lying on your side near the edge of the bed, knees bent.",
            ),
            Frame(
                body=Body(
                    hip=(18, 15),
                    trunk=140,
                    near_leg=Limb(via=(36, 1), to=(38, -35), end=-35),
                    far_leg=Limb(via=(17, -2), to=(18, -35), end=-35),
                    near_arm=Limb(via=(3, 27), to=(-10, 8), end=215),
                    far_arm=Limb(via=(-46, 24), to=(-52, 5), end=190),
                    neck=128,
                    head=112,
                    front=True,
                    full_face=True,
                    spread=((8, 3), (8, 9)),
                ),
                under=BED_ON_LEGS,
                over=arrow((-84, 32), (-86, 58), (-66, 74)),
                alt="Feet lowered to the floor while both arms push the body up to sitting.",
            ),
        ),
    ),
}

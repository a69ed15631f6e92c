"""Nothing in; the poses on the side out. Seen from in front and a little from above."""

from __future__ import annotations

from careleaf.figure.pose.body import Body, Limb
from careleaf.figure.pose.people import AMARA, GRACE
from careleaf.figure.pose.props import arrow, bed, block, pillow
from careleaf.figure.pose.sketch import Frame, Sketch

MAT = block(-112, -16, (204, 36), "mat", 8) + pillow(-96, -2, 40, 18)
HAND_IN_FRONT = Limb(via=(-22, 12), to=(-38, -2), end=200)
UNDER_HEAD = Limb(bones=(200, 172), end=180, free=True)


def on_side(near_leg: Limb, far_leg: Limb, *, asleep: bool = False) -> Body:
    """Someone on their side who faces the viewer, the head to the left; the near limbs are the
    upper ones."""
    return Body(
        hip=(0, 20),
        trunk=179,
        near_leg=near_leg,
        far_leg=far_leg,
        near_arm=HAND_IN_FRONT,
        far_arm=UNDER_HEAD,
        neck=178,
        head=180,
        front=True,
        full_face=True,
        asleep=asleep,
        spread=((0, 6), (0, 8)),
    )


CLAM_BELOW = Limb(via=(31, 0), to=(55, 8), end=-8)
BENT_BELOW = Limb(via=(31, 0), to=(52, 12), end=-10)

SKETCHES = {
    "clamshell": Sketch(
        title="Clamshell",
        person=GRACE,
        floor=-16,
        alt="Start: lying on your side, knees bent, one leg on the other, feet together. "
        "Finish: the top knee lifted like a shell that opens; feet together, hips still.",
        frames=(
            Frame(
                body=on_side(Limb(via=(29, 12), to=(51, 20), end=-8), CLAM_BELOW),
                under=MAT,
                alt="Lying on your side, knees bent, one leg on the other, feet together.",
            ),
            Frame(
                body=on_side(Limb(via=(27, 49), to=(51, 20), end=-8), CLAM_BELOW),
                under=MAT,
                over=arrow((58, 40), (60, 58), (44, 68)),
                alt="The top knee lifted like a shell that opens; feet together, hips still.",
            ),
        ),
    ),
    "side-leg-lift": Sketch(
        title="Side leg lift",
        person=AMARA,
        floor=-16,
        alt="Start: lying on your side, the lower knee bent, the upper leg straight. "
        "Finish: the upper leg lifted, still straight, toes to the front.",
        frames=(
            Frame(
                body=on_side(Limb(bones=(-5, -5), end=-60), BENT_BELOW),
                under=MAT,
                alt="Lying on your side, the lower knee bent, the upper leg straight.",
            ),
            Frame(
                body=on_side(Limb(bones=(28, 28), end=-30), BENT_BELOW),
                under=MAT,
                over=arrow((88, 14), (96, 30), (92, 52)),
                alt="The upper leg lifted, still straight, toes to the front.",
            ),
        ),
    ),
    "sleep-side": Sketch(
        title="Sleeping on your side",
        person=AMARA,
        floor=-8,
        alt="Sleeping on the side, knees bent, a pillow under the head and one between the knees.",
        frames=(
            Frame(
                body=on_side(
                    Limb(via=(33, 33), to=(60, 30), end=-10),
                    Limb(via=(33, 2), to=(60, 6), end=-10),
                    asleep=True,
                ),
                under=bed(-118, 92, 3, 28) + pillow(-104, -4, 52, 24),
                amid=pillow(12, 8, 62, 21),
                alt="Sleeping on the side, knees bent, a pillow under the head and one between "
                "the knees.",
            ),
        ),
    ),
}

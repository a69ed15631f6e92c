"""Nothing in; the poses on one or both knees out."""

from __future__ import annotations

from careleaf.figure.pose.body import SOLE, Body, Limb
from careleaf.figure.pose.people import AMARA
from careleaf.figure.pose.props import mat, straight_arrow
from careleaf.figure.pose.sketch import Frame, Sketch

MAT = mat(-84, 72)

SKETCHES = {
    "hip-flexor-stretch": Sketch(
        title="Hip flexor stretch",
        person=AMARA,
        alt="Start: kneeling on one knee, the other foot flat in front, back upright. "
        "Finish: hips slid forward over the front foot, back still upright.",
        frames=(
            Frame(
                body=Body(
                    hip=(0, 52),
                    trunk=92,
                    near_leg=Limb(to=(42, SOLE), end=0),
                    far_leg=Limb(bones=(-96, 180), end=188),
                    near_arm=Limb(to=(30, 62), end=-20),
                    far_arm=Limb(to=(34, 62), end=-20),
                    neck=88,
                    head=90,
                ),
                under=MAT,
                alt="Kneeling on one knee, the other foot flat in front, back upright.",
            ),
            Frame(
                body=Body(
                    hip=(15, 44.5),
                    trunk=91,
                    near_leg=Limb(to=(42, SOLE), end=0),
                    far_leg=Limb(bones=(-127, 184), end=188),
                    near_arm=Limb(to=(42, 58), end=-20),
                    far_arm=Limb(to=(46, 58), end=-20),
                    neck=88,
                    head=90,
                ),
                under=MAT,
                over=straight_arrow((-34, 62), (-8, 58)),
                alt="Hips slid forward over the front foot, back still upright.",
            ),
        ),
    ),
}

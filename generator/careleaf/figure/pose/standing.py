"""Nothing in; the poses on the feet out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.figure.pose.body import SOLE, Body, Limb
from careleaf.figure.pose.people import AMARA, OMAR
from careleaf.figure.pose.props import box, straight_arrow
from careleaf.figure.pose.sketch import Frame, Sketch

WALKER = replace(AMARA, shod=True)
LIFTER = replace(OMAR, shod=True)

SKETCHES = {
    "walk": Sketch(
        title="Walking",
        person=WALKER,
        alt="Walking tall with an easy step, arms swinging.",
        frames=(
            Frame(
                body=Body(
                    hip=(0, 88.5),
                    trunk=88,
                    near_leg=Limb(to=(20, 8), end=12),
                    far_leg=Limb(bones=(-101, -132), end=-52),
                    near_arm=Limb(bones=(-112, -92)),
                    far_arm=Limb(bones=(-58, -28)),
                    neck=84,
                    head=90,
                ),
                alt="Walking tall with an easy step, arms swinging.",
            ),
        ),
    ),
    "lift-right": Sketch(
        title="Lifting with bent knees",
        person=LIFTER,
        alt="Lifting a box: knees and hips bent, back straight, the box close to the body.",
        frames=(
            Frame(
                body=Body(
                    hip=(-26, 42),
                    trunk=50,
                    near_leg=Limb(to=(0, SOLE), end=0),
                    far_leg=Limb(to=(7, SOLE), end=0),
                    near_arm=Limb(to=(32, 35), end=-30),
                    far_arm=Limb(to=(35, 36), end=-30),
                    neck=66,
                    head=84,
                ),
                held=box(24, 14),
                over=straight_arrow((68, 34), (68, 62)),
                alt="Lifting a box: knees and hips bent, back straight, the box close to the body.",
            ),
        ),
    ),
    "lift-wrong": Sketch(
        title="Lifting with a bent back",
        person=LIFTER,
        alt="Lifting a box the wrong way: legs straight, back rounded, the box far from the body.",
        frames=(
            Frame(
                body=Body(
                    hip=(-16, 87),
                    trunk=-16,
                    near_leg=Limb(to=(-14, SOLE), end=0),
                    far_leg=Limb(to=(-7, SOLE), end=0),
                    near_arm=Limb(bones=(-85, -82), end=-84),
                    far_arm=Limb(bones=(-79, -76), end=-80),
                    curve=9,
                    neck=-14,
                    head=14,
                ),
                held=box(20, 0),
                alt="Lifting a box the wrong way: legs straight, back rounded, "
                "the box far from the body.",
            ),
        ),
    ),
}

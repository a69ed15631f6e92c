"""Nothing in; the poses on the feet out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.figure.pose.body import SOLE, Body, Limb
from careleaf.figure.pose.people import AMARA, GRACE, OMAR, WALTER
from careleaf.figure.pose.props import block, box, chair, straight_arrow
from careleaf.figure.pose.sketch import Frame, Sketch

WALKER = replace(AMARA, shod=True)
LIFTER = replace(OMAR, shod=True)
SITTER = replace(WALTER, shod=True)
STANDER = replace(GRACE, shod=True)

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
    "sit-to-stand": Sketch(
        title="Sit to stand",
        person=SITTER,
        alt="Start: sitting near the front of a chair, feet flat, leaning forward. "
        "Finish: standing up straight in front of the chair.",
        frames=(
            Frame(
                body=Body(
                    hip=(-4, 58.5),
                    trunk=62,
                    near_leg=Limb(to=(24, SOLE), end=0),
                    far_leg=Limb(to=(29, SOLE), end=0),
                    near_arm=Limb(to=(33, 64), end=-30),
                    far_arm=Limb(to=(37, 65), end=-30),
                    neck=66,
                    head=84,
                ),
                under=chair(-14),
                alt="Sitting near the front of a chair, feet flat, leaning forward.",
            ),
            Frame(
                body=Body(
                    hip=(18, 89),
                    trunk=91,
                    near_leg=Limb(to=(24, SOLE), end=0),
                    far_leg=Limb(to=(29, SOLE), end=0),
                    near_arm=Limb(bones=(-94, -84)),
                    far_arm=Limb(bones=(-84, -76)),
                    neck=87,
                    head=90,
                ),
                under=chair(-14),
                over=straight_arrow((52, 70), (52, 104)),
                alt="Standing up straight in front of the chair.",
            ),
        ),
    ),
    "wall-sit": Sketch(
        title="Wall sit",
        person=LIFTER,
        alt="Start: standing with the back against a wall, feet a step in front of it. "
        "Finish: the back slid down the wall until the knees are bent, feet flat.",
        frames=(
            Frame(
                body=Body(
                    hip=(0, 81),
                    trunk=90,
                    near_leg=Limb(to=(34, SOLE), end=0),
                    far_leg=Limb(to=(39, SOLE), end=0),
                    near_arm=Limb(bones=(-88, -80)),
                    far_arm=Limb(bones=(-80, -72)),
                    neck=88,
                    head=90,
                ),
                under=block(-21, 0, (7, 168), "chair", 1),
                alt="Standing with the back against a wall, feet a step in front of it.",
            ),
            Frame(
                body=Body(
                    hip=(0, 58),
                    trunk=90,
                    near_leg=Limb(to=(34, SOLE), end=0),
                    far_leg=Limb(to=(39, SOLE), end=0),
                    near_arm=Limb(to=(26, 68), end=-12),
                    far_arm=Limb(to=(30, 68), end=-12),
                    neck=88,
                    head=90,
                ),
                under=block(-21, 0, (7, 168), "chair", 1),
                over=straight_arrow((38, 128), (38, 98)),
                alt="The back slid down the wall until the knees are bent, feet flat.",
            ),
        ),
    ),
    "stand-right": Sketch(
        title="Standing tall",
        person=STANDER,
        alt="Standing tall: ear, shoulder, hip and ankle in one line.",
        frames=(
            Frame(
                body=Body(
                    hip=(0, 89.5),
                    trunk=91,
                    near_leg=Limb(to=(-2, SOLE), end=0),
                    far_leg=Limb(to=(4, SOLE), end=0),
                    near_arm=Limb(bones=(-93, -83)),
                    far_arm=Limb(bones=(-84, -76)),
                    neck=89,
                    head=90,
                ),
                alt="Standing tall: ear, shoulder, hip and ankle in one line.",
            ),
        ),
    ),
    "stand-wrong": Sketch(
        title="Standing slumped",
        person=STANDER,
        alt="Standing slumped: the head pushed forward, the upper back round, "
        "the belly and hips pushed forward.",
        frames=(
            Frame(
                body=Body(
                    hip=(9, 88),
                    trunk=99,
                    near_leg=Limb(to=(-4, SOLE), end=0),
                    far_leg=Limb(to=(2, SOLE), end=0),
                    near_arm=Limb(bones=(-88, -76)),
                    far_arm=Limb(bones=(-84, -72)),
                    curve=4.5,
                    neck=52,
                    head=80,
                ),
                alt="Standing slumped: the head pushed forward, the upper back round, "
                "the belly and hips pushed forward.",
            ),
        ),
    ),
    "lift-right": Sketch(
        title="Lifting close to the body",
        person=LIFTER,
        alt="Lifting a box: knees and hips bent, the box held close to the body.",
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
                alt="Lifting a box: knees and hips bent, the box held close to the body.",
            ),
        ),
    ),
    "lift-wrong": Sketch(
        title="Lifting at arm’s length",
        person=LIFTER,
        alt="Lifting a box at arm’s length: legs straight, the back bent far forward, "
        "the box away from the body.",
        frames=(
            Frame(
                body=Body(
                    hip=(-18, 87),
                    trunk=-14,
                    near_leg=Limb(to=(-14, SOLE), end=0),
                    far_leg=Limb(to=(-7, SOLE), end=0),
                    near_arm=Limb(bones=(-72, -68), end=-70),
                    far_arm=Limb(bones=(-67, -63), end=-66),
                    curve=9,
                    neck=-10,
                    head=18,
                ),
                held=box(34, 0),
                alt="Lifting a box at arm’s length: legs straight, the back bent far forward, "
                "the box away from the body.",
            ),
        ),
    ),
}

"""Nothing in; the poses on a chair out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.figure.pose.body import SOLE, Body, Limb
from careleaf.figure.pose.people import JOHN, MEI, ROSA
from careleaf.figure.pose.props import block, chair, heat
from careleaf.figure.pose.sketch import Frame, Sketch

WORKER = replace(JOHN, shod=True)
READER = replace(MEI, shod=True)
WARM = replace(ROSA, shod=True)

OFFICE_CHAIR = (
    block(-42, 40, (56, 7), "chair", 3)
    + block(-45, 44, (7, 60), "chair", 3)
    + block(-17, 6, (6, 36), "chair", 0)
    + block(-36, 0, (44, 6), "chair", 3)
)
DESK = (
    block(6, 70, (88, 5), "wood", 2)
    + block(82, 0, (5, 71), "wood", 1)
    + block(66, 82, (4.5, 46), "ink", 2)
    + block(68, 75, (4, 20), "ink", 1)
    + block(59, 75, (20, 3), "ink", 1)
)


def upright(near_arm: Limb, far_arm: Limb) -> Body:
    """Someone who sits back on a chair, feet flat."""
    return Body(
        hip=(-22, 58),
        trunk=91,
        near_leg=Limb(to=(25, SOLE), end=0),
        far_leg=Limb(to=(31, SOLE), end=0),
        near_arm=near_arm,
        far_arm=far_arm,
        neck=86,
        head=90,
    )


SKETCHES = {
    "desk": Sketch(
        title="Sitting at a desk",
        person=WORKER,
        alt="Sitting at a desk: feet flat, back against the chair, elbows at the height of the "
        "desk, the top of the screen at eye level.",
        frames=(
            Frame(
                body=upright(Limb(to=(14, 79.5), end=0), Limb(to=(18, 79.5), end=0)),
                under=OFFICE_CHAIR,
                held=DESK,
                alt="Sitting at a desk: feet flat, back against the chair, elbows at the height of "
                "the desk, the top of the screen at eye level.",
            ),
        ),
    ),
    "sit-right": Sketch(
        title="Sitting upright",
        person=READER,
        alt="Sitting upright: back against the chair, feet flat, hands on the thighs.",
        frames=(
            Frame(
                body=upright(Limb(to=(6, 68), end=-8), Limb(to=(10, 69), end=-8)),
                under=chair(-17),
                alt="Sitting upright: back against the chair, feet flat, hands on the thighs.",
            ),
        ),
    ),
    "sit-wrong": Sketch(
        title="Sitting slumped",
        person=READER,
        alt="Sitting slumped: hips slid forward on the chair, the back round, "
        "the head pushed forward.",
        frames=(
            Frame(
                body=Body(
                    hip=(-11, 57),
                    trunk=107,
                    near_leg=Limb(to=(38, SOLE), end=0),
                    far_leg=Limb(to=(44, SOLE), end=0),
                    near_arm=Limb(to=(12, 66), end=-10),
                    far_arm=Limb(to=(16, 67), end=-10),
                    curve=8,
                    neck=52,
                    head=74,
                ),
                under=chair(-17),
                alt="Sitting slumped: hips slid forward on the chair, the back round, "
                "the head pushed forward.",
            ),
        ),
    ),
    "heat-pad": Sketch(
        title="Heat pad",
        person=WARM,
        alt="Sitting upright on a chair with a warm pad between the low back and the chair.",
        frames=(
            Frame(
                body=upright(Limb(to=(8, 70), end=-8), Limb(to=(12, 71), end=-8)),
                under=chair(-26) + heat(-44.5, 56),
                alt="Sitting upright on a chair with a warm pad between the low back and the "
                "chair.",
            ),
        ),
    ),
}

"""Nothing in; the poses on a chair out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.figure.pose.body import SOLE, Body, Limb
from careleaf.figure.pose.people import JOHN
from careleaf.figure.pose.props import block
from careleaf.figure.pose.sketch import Frame, Sketch

WORKER = replace(JOHN, shod=True)

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

SKETCHES = {
    "desk": Sketch(
        title="Sitting at a desk",
        person=WORKER,
        alt="Sitting at a desk: feet flat, back against the chair, elbows at the height of the "
        "desk, the top of the screen at eye level.",
        frames=(
            Frame(
                body=Body(
                    hip=(-22, 58),
                    trunk=91,
                    near_leg=Limb(to=(25, SOLE), end=0),
                    far_leg=Limb(to=(31, SOLE), end=0),
                    near_arm=Limb(to=(14, 80), end=0),
                    far_arm=Limb(to=(18, 80), end=0),
                    neck=86,
                    head=90,
                ),
                under=OFFICE_CHAIR,
                held=DESK,
                alt="Sitting at a desk: feet flat, back against the chair, elbows at the height of "
                "the desk, the top of the screen at eye level.",
            ),
        ),
    ),
}

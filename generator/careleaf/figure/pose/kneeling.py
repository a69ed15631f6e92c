"""Nothing in; the poses on one or both knees out."""

from __future__ import annotations

from careleaf.figure.pose.body import SOLE, Body, Limb
from careleaf.figure.pose.geometry import Point
from careleaf.figure.pose.people import AMARA, JOHN, LEILA, OMAR
from careleaf.figure.pose.props import arrow, mat, straight_arrow
from careleaf.figure.pose.sketch import Frame, Sketch

MAT = mat(-98, 72)
LONG_MAT = mat(-98, 98)


def on_all_fours(
    hip: Point = (-24, 51),
    *,
    curve: float = 0.0,
    neck: float = 4,
    head: float = 12,
    far_leg: Limb | None = None,
    far_arm: Limb | None = None,
) -> Body:
    """Someone on hands and knees, the head to the right."""
    return Body(
        hip=hip,
        trunk=7,
        near_leg=Limb(bones=(-90, 180), end=190),
        far_leg=far_leg or Limb(bones=(-85, 182), end=190),
        near_arm=Limb(to=(20, 5.5), end=0),
        far_arm=far_arm or Limb(to=(26, 6), end=0),
        curve=curve,
        neck=neck,
        head=head,
    )


SKETCHES = {
    "cat-cow": Sketch(
        title="Cat and cow",
        person=OMAR,
        alt="Start: on hands and knees, the back rounded up like a cat, the head low. "
        "Finish: the belly sinks toward the floor, the head lifted a little.",
        frames=(
            Frame(
                body=on_all_fours(curve=9, neck=-28, head=-14),
                under=MAT,
                over=straight_arrow((-4, 81), (-4, 103)),
                alt="On hands and knees, the back rounded up like a cat, the head low.",
            ),
            Frame(
                body=on_all_fours(curve=-6.5, neck=34, head=62),
                under=MAT,
                over=straight_arrow((-4, 103), (-4, 80)),
                alt="The belly sinks toward the floor, the head lifted a little.",
            ),
        ),
    ),
    "child-pose": Sketch(
        title="Child’s pose",
        person=LEILA,
        alt="Start: on hands and knees. "
        "Finish: sitting back on the heels, forehead near the floor, arms stretched ahead.",
        frames=(
            Frame(body=on_all_fours(), under=LONG_MAT, alt="On hands and knees."),
            Frame(
                body=Body(
                    hip=(-55, 28),
                    trunk=-13,
                    near_leg=Limb(bones=(-27, 178), end=186),
                    far_leg=Limb(bones=(-27, 178), end=186),
                    near_arm=Limb(to=(37.5, 6), end=-2, parted=True),
                    far_arm=Limb(to=(37.8, 7), end=-2),
                    curve=6,
                    neck=2,
                    head=-4,
                    asleep=True,
                ),
                under=LONG_MAT,
                over=arrow((2, 66), (-14, 76), (-34, 64)),
                alt="Sitting back on the heels, forehead near the floor, arms stretched ahead.",
            ),
        ),
    ),
    "bird-dog": Sketch(
        title="Bird dog",
        person=JOHN,
        alt="Start: on hands and knees, back flat. "
        "Finish: one arm stretched ahead and the opposite leg stretched behind, back flat.",
        frames=(
            Frame(
                body=on_all_fours(neck=6),
                under=MAT,
                alt="On hands and knees, back flat.",
            ),
            Frame(
                body=on_all_fours(
                    neck=6, far_leg=Limb(bones=(176, 178), end=262), far_arm=Limb(bones=(2, 4))
                ),
                under=MAT,
                alt="One arm stretched ahead and the opposite leg stretched behind, back flat.",
            ),
        ),
    ),
    "hip-flexor-stretch": Sketch(
        title="Hip flexor stretch",
        person=AMARA,
        alt="Start: kneeling on one knee, the other foot flat in front, back upright. "
        "Finish: hips moved forward over the front foot, back still upright.",
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
                under=mat(-84, 72),
                alt="Kneeling on one knee, the other foot flat in front, back upright.",
            ),
            Frame(
                body=Body(
                    hip=(13, 44.5),
                    trunk=91,
                    near_leg=Limb(to=(42, SOLE), end=0),
                    far_leg=Limb(bones=(-125, 182), end=188),
                    near_arm=Limb(to=(40, 58), end=-20),
                    far_arm=Limb(to=(44, 58), end=-20),
                    neck=88,
                    head=90,
                ),
                under=mat(-84, 72),
                over=straight_arrow((-38, 62), (-10, 62)),
                alt="Hips moved forward over the front foot, back still upright.",
            ),
        ),
    ),
}

"""Nothing in; the poses on the back out."""

from __future__ import annotations

from careleaf.figure.pose.body import SOLE, Body, Limb
from careleaf.figure.pose.geometry import Point
from careleaf.figure.pose.people import AMARA, JOHN
from careleaf.figure.pose.props import arrow, mat, straight_arrow
from careleaf.figure.pose.sketch import Frame, Sketch

MAT = mat(-104, 88)
FEET = (42.0, SOLE)
FAR_FEET = (48.0, SOLE)


def on_back(
    hip: Point = (0, 13.5),
    trunk: float = 181,
    *,
    near_leg: Limb | None = None,
    far_leg: Limb | None = None,
    near_arm: Limb | None = None,
    far_arm: Limb | None = None,
    curve: float = 0.0,
    head: float = 180,
    neck: float = 180,
) -> Body:
    """Someone on their back, the head to the left; knees bent and arms down where not said."""
    return Body(
        hip=hip,
        trunk=trunk,
        near_leg=near_leg or Limb(to=FEET, end=0),
        far_leg=far_leg or Limb(to=FAR_FEET, end=0),
        near_arm=near_arm or Limb(bones=(-8, 0), end=0),
        far_arm=far_arm or Limb(bones=(-6, 2), end=0),
        curve=curve,
        neck=neck,
        head=head,
    )


SKETCHES = {
    "bridge": Sketch(
        title="Bridge",
        person=AMARA,
        alt="Start: lying on your back, both knees bent, feet flat, arms by your sides. "
        "Finish: hips lifted until shoulders, hips and knees make a straight line.",
        frames=(
            Frame(
                body=on_back(),
                under=MAT,
                alt="Lying on your back, both knees bent, feet flat, arms by your sides.",
            ),
            Frame(
                body=on_back(
                    (-5, 31.5),
                    202,
                    near_arm=Limb(bones=(-16, -4), end=0),
                    far_arm=Limb(bones=(-14, -2), end=0),
                ),
                under=MAT,
                over=straight_arrow((-8, 54), (-8, 82)),
                alt="Hips lifted until shoulders, hips and knees make a straight line.",
            ),
        ),
    ),
    "knee-to-chest": Sketch(
        title="Knee to chest",
        person=JOHN,
        alt="Start: lying on your back, both knees bent, feet flat. "
        "Finish: one knee drawn toward the chest with both hands; the other foot stays flat.",
        frames=(
            Frame(
                body=on_back(),
                under=MAT,
                alt="Lying on your back, both knees bent, feet flat.",
            ),
            Frame(
                body=on_back(
                    near_leg=Limb(bones=(125, -5), end=70),
                    near_arm=Limb(to=(-16, 44), end=60),
                    far_arm=Limb(to=(-14, 43), end=60),
                ),
                under=MAT,
                over=arrow((34, 72), (18, 88), (-6, 78)),
                alt="One knee drawn toward the chest with both hands; the other foot stays flat.",
            ),
        ),
    ),
}

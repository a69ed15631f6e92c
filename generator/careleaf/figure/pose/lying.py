"""Nothing in; the poses on the back out."""

from __future__ import annotations

from careleaf.figure.pose.body import SOLE, Body, Limb
from careleaf.figure.pose.geometry import Point
from careleaf.figure.pose.people import AMARA, GRACE, JOHN, LEILA, OMAR, ROSA, WALTER
from careleaf.figure.pose.props import arrow, block, mat, straight_arrow
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
    """Someone on their back, the head to the left; knees bent and the near arm down where not
    said. The far arm lies hidden behind."""
    return Body(
        hip=hip,
        trunk=trunk,
        near_leg=near_leg or Limb(to=FEET, end=0),
        far_leg=far_leg or Limb(to=FAR_FEET, end=0),
        near_arm=near_arm or Limb(bones=(-8, 0), end=0),
        far_arm=far_arm,
        curve=curve,
        neck=neck,
        head=head,
    )


ON_HIP = Limb(bones=(6, 42), end=8)
MAT_FROM_ABOVE = block(-104, -34, (192, 68), "mat", 6)


def from_above(near_leg: Limb, far_leg: Limb) -> Body:
    """Someone on their back with open arms, seen from above, the head to the left."""
    return Body(
        hip=(0, 0),
        trunk=180,
        near_leg=near_leg,
        far_leg=far_leg,
        near_arm=Limb(bones=(54, 10), free=True),
        far_arm=Limb(bones=(-54, -10), free=True),
        front=True,
        full_face=True,
        spread=((0, 7), (0, 13)),
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
                ),
                under=MAT,
                over=arrow((34, 72), (18, 88), (-6, 78)),
                alt="One knee drawn toward the chest with both hands; the other foot stays flat.",
            ),
        ),
    ),
    "pelvic-tilt": Sketch(
        title="Pelvic tilt",
        person=GRACE,
        alt="Start: lying on your back, both knees bent, a small gap under the low back. "
        "Finish: the low back pressed flat, so that the gap is closed.",
        frames=(
            Frame(
                body=on_back((0, 15), 180.5, near_arm=ON_HIP, curve=-8.5),
                under=MAT,
                alt="Lying on your back, both knees bent, a small gap under the low back.",
            ),
            Frame(
                body=on_back((0, 16), 181.5, near_arm=ON_HIP, curve=2.2),
                under=MAT,
                over=straight_arrow((-22, 58), (-22, 34)),
                alt="The low back pressed flat, so that the gap is closed.",
            ),
        ),
    ),
    "knees-to-chest": Sketch(
        title="Both knees to chest",
        person=LEILA,
        alt="Start: lying on your back, both knees bent, feet flat. "
        "Finish: both knees drawn toward the chest with both hands.",
        frames=(
            Frame(
                body=on_back(),
                under=MAT,
                alt="Lying on your back, both knees bent, feet flat.",
            ),
            Frame(
                body=on_back(
                    (-2, 15),
                    near_leg=Limb(bones=(124, -6), end=70),
                    far_leg=Limb(bones=(119, -3), end=72),
                    near_arm=Limb(to=(-17, 45), end=60),
                ),
                under=MAT,
                over=arrow((36, 74), (20, 90), (-6, 80)),
                alt="Both knees drawn toward the chest with both hands.",
            ),
        ),
    ),
    "piriformis-stretch": Sketch(
        title="Buttock stretch",
        person=OMAR,
        alt="Start: lying on your back, one foot flat, the other ankle resting on that knee. "
        "Finish: the thigh below drawn toward the chest with both hands.",
        frames=(
            Frame(
                body=on_back(
                    near_leg=Limb(via=(2, 40), to=(25, 47), end=75),
                    far_leg=Limb(to=FEET, end=0),
                ),
                under=MAT,
                alt="Lying on your back, one foot flat, the other ankle resting on that knee.",
            ),
            Frame(
                body=on_back(
                    near_leg=Limb(via=(-16, 40), to=(3, 57), end=80),
                    far_leg=Limb(bones=(98, -4), end=75),
                    near_arm=Limb(to=(-10, 41), end=20),
                ),
                under=MAT,
                over=arrow((34, 80), (20, 92), (-2, 84)),
                alt="The thigh below drawn toward the chest with both hands.",
            ),
        ),
    ),
    "hamstring-stretch": Sketch(
        title="Hamstring stretch",
        person=WALTER,
        alt="Start: lying on your back, both hands behind one thigh, that knee bent. "
        "Finish: the knee straightened until the leg points up.",
        frames=(
            Frame(
                body=on_back(
                    near_leg=Limb(bones=(88, 4), end=80),
                    near_arm=Limb(to=(1, 36), end=20),
                ),
                under=MAT,
                alt="Lying on your back, both hands behind one thigh, that knee bent.",
            ),
            Frame(
                body=on_back(
                    near_leg=Limb(bones=(88, 78), end=170),
                    near_arm=Limb(to=(1, 36), end=20),
                ),
                under=MAT,
                over=arrow((52, 62), (48, 84), (26, 94)),
                alt="The knee straightened until the leg points up.",
            ),
        ),
    ),
    "knee-rolls": Sketch(
        title="Knee rolls",
        person=ROSA,
        floor=-34,
        alt="Start: seen from above, lying on your back, knees bent and together, arms out. "
        "Finish: both knees rolled to one side, the shoulders still flat.",
        frames=(
            Frame(
                body=from_above(
                    Limb(via=(27, 17), to=(50, 7), end=0), Limb(via=(27, 5), to=(50, -6), end=0)
                ),
                under=MAT_FROM_ABOVE,
                alt="Seen from above: lying on your back, knees bent and together, arms out.",
            ),
            Frame(
                body=from_above(
                    Limb(via=(31, -18), to=(55, 4), end=-30),
                    Limb(via=(29, -27), to=(57, -10), end=-30),
                ),
                under=MAT_FROM_ABOVE,
                over=arrow((58, 32), (82, 22), (81, -8)),
                alt="Both knees rolled to one side, the shoulders still flat.",
            ),
        ),
    ),
}

"""The name of a pose in; its Pose, drawn, out. The list of names costs nothing to read."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from careleaf.model.art import Pose

POSES: dict[str, str] = {
    "pelvic-tilt": "lying",
    "bridge": "lying",
    "knee-to-chest": "lying",
    "knees-to-chest": "lying",
    "knee-rolls": "lying",
    "piriformis-stretch": "lying",
    "hamstring-stretch": "lying",
    "clamshell": "side",
    "side-leg-lift": "side",
    "cat-cow": "kneeling",
    "child-pose": "kneeling",
    "bird-dog": "kneeling",
    "hip-flexor-stretch": "kneeling",
    "wall-sit": "standing",
    "sit-to-stand": "standing",
    "walk": "standing",
    "swim": "resting",
    "stand-right": "standing",
    "stand-wrong": "standing",
    "sit-right": "sitting",
    "sit-wrong": "sitting",
    "desk": "sitting",
    "lift-right": "standing",
    "lift-wrong": "standing",
    "sleep-side": "side",
    "sleep-back": "resting",
    "sleep-front": "resting",
    "out-of-bed": "resting",
    "cold-pack": "resting",
    "heat-pad": "sitting",
}
"""Each pose with the module of this package that holds it."""


class UnknownPoseError(LookupError):
    """Code asked for a pose that is not there."""


def names() -> tuple[str, ...]:
    """Every pose, in the order in which the guide lists them."""
    return tuple(POSES)


@lru_cache(maxsize=64)
def pose(name: str) -> Pose:
    """Draw a pose. Raises UnknownPoseError.

    Never mirror it in a right-to-left piece: left and right are those of the body.
    """
    if name not in POSES:
        raise UnknownPoseError(f"there is no pose '{name}'")
    from careleaf.figure.pose.sketch import draw

    family = import_module(f"careleaf.figure.pose.{POSES[name]}")
    return draw(name, family.SKETCHES[name])

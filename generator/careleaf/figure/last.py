"""A pose and an author's words for it in; its last drawing, where there is room for one, out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.model.art import Drawing, Pose


class Last(Struct, frozen=True):
    """How a movement ends, or the only drawing of a posture."""

    place: int
    """Which of the pose's drawings it is."""
    frame: Drawing
    ground: float
    alt: str
    """The author's words, or those of this drawing alone."""


def last(pose: Pose, alt: str) -> Last:
    """`alt` is the author's, or the whole pose's own."""
    said = pose.frame_alts[-1] if alt == pose.alt else alt
    return Last(len(pose.frames) - 1, pose.frames[-1], pose.ground[-1], said)

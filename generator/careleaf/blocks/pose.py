"""The name of a human figure as an author writes it in; the figure, described in the reader's
language, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.blocks.field import Field, FieldError
from careleaf.figure import pose as figures
from careleaf.model.art import Pose
from careleaf.model.topic import Pen
from careleaf.problem import did_you_mean, meant


def pose_name(example: str) -> Field[str]:
    """The name of a figure that `careleaf figures` lists."""

    def parse(value: str) -> str:
        known = figures.names()
        if value not in known:
            near = did_you_mean(value, known) or "'careleaf figures' lists them"
            wrong = f"needs the name of a figure ({near})"
            raise FieldError(wrong, meant(value, known))
        return value

    return Field(parse, example, choices=figures.names())


def drawn(name: str | None, pen: Pen) -> Pose | None:
    """The figure of a name that has been checked, with its words in the reader's language."""
    if name is None:
        return None
    pose = pen.pose(name)
    return replace(
        pose,
        title=pen.say(pose.title),
        alt=pen.say(pose.alt),
        frame_alts=tuple(pen.say(alt) for alt in pose.frame_alts),
    )

"""A pose and a place on a slide in; the people, feet on the ground, out.

All people of a slide have one scale. They are never mirrored.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from careleaf.model.art import Command, Drawing, Paint, Pose
from careleaf.model.deck import Box, Illustration

LARGEST = 2.42
"""Points for a unit of a pose: a standing person is then 420 points tall."""


def scale_of(poses: Sequence[Pose], width: float, height: float, most: float = LARGEST) -> float:
    """The largest scale at which each frame of these poses stays in a room of this size, the
    height counted from the ground up."""
    frames = [
        (frame, deep)
        for pose in poses
        for frame, deep in zip(pose.frames, pose.ground, strict=True)
    ]
    across = min(width / frame.width for frame, _ in frames)
    up = min(height / deep for _, deep in frames)
    return min(across, up, most)


def standing(
    pose: Pose, frame: int, *, centre: float, floor: float, scale: float, ground: Paint, alt: str
) -> Illustration:
    """One frame with its middle at `centre` and its ground at `floor`; `ground` is the colour of
    the surface behind it."""
    drawing = pose.frames[frame]
    box = Box(
        centre - drawing.width * scale / 2,
        floor - pose.ground[frame] * scale,
        drawing.width * scale,
        drawing.height * scale,
    )
    return Illustration(name="Figure", box=box, drawing=drawing, ground=ground, alt=alt)


FLOOR_LINE = 502.0
"""Where shoes, mats and beds end on a slide with a floor: people stand in it, not on its edge, and
above the footer."""


def within(pose: Pose, box: Box, *, ground: Paint, alt: str) -> Illustration:
    """The last frame at the foot of a box, as large as that allows."""
    frame, place = pose.frames[-1], last_frame(pose)
    scale = min(box.width / frame.width, box.height / frame.height, LARGEST)
    return standing(
        pose,
        place,
        centre=box.x + box.width / 2,
        floor=box.bottom - (frame.height - pose.ground[place]) * scale,
        scale=scale,
        ground=ground,
        alt=said_of_last(pose, alt),
    )


def last_frame(pose: Pose) -> int:
    """Which frame stands for a pose where there is room for one: how it ends."""
    return len(pose.frames) - 1


def said_of_last(pose: Pose, alt: str) -> str:
    """The words for a picture of the last frame alone: the author's, or those of that frame."""
    return pose.frame_alts[-1] if alt == pose.alt and pose.frame_alts else alt


def wide(pose: Pose) -> bool:
    """Whether people lie or kneel in it, so that it wants width and not height."""
    return max(frame.width / frame.height for frame in pose.frames) > 1.5


def clear(drawing: Drawing, corner: Box, scale: float, at: Box) -> bool:
    """Whether no outline of a drawing placed in `at` has a point in the box `corner`."""
    left, right = (corner.x - at.x) / scale, (corner.end - at.x) / scale
    top, bottom = (corner.y - at.y) / scale, (corner.bottom - at.y) / scale
    return not any(one.enters((left, top, right, bottom)) for one in _outlines(drawing))


class _Outline(Struct, frozen=True):
    """Every point that one path goes through or is drawn to, and how far they reach."""

    acrosses: tuple[float, ...]
    downs: tuple[float, ...]
    left: float
    right: float
    top: float
    bottom: float

    def enters(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a point is inside left, top, right and bottom."""
        left, top, right, bottom = box
        if self.right <= left or self.left >= right or self.bottom <= top or self.top >= bottom:
            return False
        points = zip(self.acrosses, self.downs, strict=True)
        return any(left < across < right and top < down < bottom for across, down in points)


_OUTLINES: dict[int, tuple[Drawing, tuple[_Outline, ...]]] = {}
"""By the drawing's identity: to hash its thousand points would take as long as to list them. The
figures are few, and live as long as the process."""


def _outlines(drawing: Drawing) -> tuple[_Outline, ...]:
    known = _OUTLINES.get(id(drawing))
    if known is None:
        found = tuple(_outline(path.commands) for path in drawing.paths)
        known = _OUTLINES[id(drawing)] = drawing, found
    return known[1]


def _outline(commands: Sequence[Command]) -> _Outline:
    acrosses = tuple([float(n) for command in commands for n in command[1::2]])
    downs = tuple([float(n) for command in commands for n in command[2::2]])
    return _Outline(acrosses, downs, min(acrosses), max(acrosses), min(downs), max(downs))

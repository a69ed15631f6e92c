"""A pose and a place on a slide in; the people, feet on the ground, out.

All people of a slide have one scale. They are never mirrored.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from careleaf.model.art import Drawing, Paint, Pose
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
    outline = _outline(drawing)
    first, last = bisect_right(outline.downs, top), bisect_left(outline.downs, bottom)
    return not any(left < across < right for across in outline.acrosses[first:last])


class _Outline(Struct, frozen=True):
    """Every point that the outlines of a drawing go through or are drawn to, from the top down."""

    drawing: Drawing
    downs: tuple[float, ...]
    acrosses: tuple[float, ...]


_OUTLINES: dict[int, _Outline] = {}
"""By the drawing's identity: to hash its thousand points would take as long as to list them. The
figures are few, and live as long as the process."""


def _outline(drawing: Drawing) -> _Outline:
    known = _OUTLINES.get(id(drawing))
    if known is None:
        points = sorted(_points(drawing))
        downs, acrosses = zip(*points, strict=True)
        known = _OUTLINES[id(drawing)] = _Outline(drawing, downs, acrosses)
    return known


def _points(drawing: Drawing) -> Iterator[tuple[float, float]]:
    """Down, then across."""
    for path in drawing.paths:
        for _, *numbers in path.commands:
            for place in range(0, len(numbers), 2):
                yield float(numbers[place + 1]), float(numbers[place])

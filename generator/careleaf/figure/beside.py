"""A pose in; one drawing of all its frames, start first and on one floor, out."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from careleaf.figure.outline import placed
from careleaf.model.art import Drawing, Path, Pose

BETWEEN = 24.0
"""Units between two frames."""


@lru_cache(maxsize=64)
def beside(pose: Pose) -> Drawing:
    """The start stands on the left: a piece that reads from right to left shows the frames in an
    order of its own, one by one."""
    if len(pose.frames) == 1:
        return pose.frames[0]
    floor = max(pose.ground)
    paths: list[Path] = []
    x = bottom = 0.0
    for frame, ground in zip(pose.frames, pose.ground, strict=True):
        paths += (
            replace(path, commands=placed(path.commands, x, floor - ground)) for path in frame.paths
        )
        bottom = max(bottom, floor - ground + frame.height)
        x += frame.width + BETWEEN
    return Drawing(width=x - BETWEEN, height=bottom, paths=tuple(paths))

"""A pose and a theme in; its drawings as inline SVG, all at one scale and on one floor, out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup
from msgspec import Struct

from careleaf.model.art import Drawing, Pose
from careleaf.theme import Theme
from careleaf.write.html.vector import paths, svg

SLOT = 204.0
"""Units across that most drawings have room in: side by side in boxes of one width, they are at one
scale whatever the width."""
_SYMBOL = Markup('<symbol id="_{}" viewBox="0 0 {:g} {:g}">{}</symbol>\n')
_USE = Markup('<use href="#_{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}"/>')


class Slot(Struct, frozen=True):
    """The box that drawings side by side share, in units of a pose: width, and height above and
    below the floor."""

    width: float
    above: float
    below: float


def slot(poses: Sequence[Pose]) -> Slot:
    """Room for every drawing of these."""
    frames = [one for pose in poses for one in zip(pose.frames, pose.ground, strict=True)]
    return Slot(
        max(SLOT, *(frame.width for frame, _ in frames)),
        max(ground for _, ground in frames),
        max(frame.height - ground for frame, ground in frames),
    )


def symbol(name: str, drawing: Drawing, theme: Theme) -> Markup:
    """The drawing under a name, for `placed` to show wherever it stands."""
    return _SYMBOL.format(name, drawing.width, drawing.height, _inner(drawing, theme))


def placed(name: str, pose: Pose, place: int, room: Slot, alt: str = "") -> Markup:
    """One drawing in the middle of its slot, its ground on the floor, with its own words unless
    others are given. It is never mirrored."""
    frame = pose.frames[place]
    x = round((room.width - frame.width) / 2, 1)
    y = round(room.above - pose.ground[place], 1)
    box = room.width, round(room.above + room.below, 1)
    shown = _USE.format(name, x, y, frame.width, frame.height)
    return svg("person", box, box, alt or pose.frame_alts[place], shown)


def alone(name: str, frame: Drawing) -> Markup:
    """One drawing in a box of its own, as decoration."""
    box = frame.width, frame.height
    return svg("person", box, box, "", _USE.format(name, 0, 0, *box))


@lru_cache(maxsize=128)
def _inner(drawing: Drawing, theme: Theme) -> Markup:
    """Kept, since a library shows the same people on many pages."""
    return paths(drawing, theme)

"""Pictures without a file format: vector drawings and raster pictures."""

from __future__ import annotations

from msgspec import Struct

Paint = str
"""A colour token of the theme ("navy"), "#rrggbb", or "current": the colour of the place of use."""

Command = tuple[str | float, ...]
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",): absolute, y downwards."""


class Path(Struct, frozen=True, kw_only=True):
    """One outline with its fill and stroke, in the units of its drawing."""

    commands: tuple[Command, ...]
    fill: Paint | None = "current"
    stroke: Paint | None = None
    stroke_width: float = 0.0
    even_odd: bool = False


MOST_PAINTS = 200
"""Different paints of a drawing: where no SVG is shown, a palette of 256 colours stands for it."""


class Drawing(Struct, frozen=True, kw_only=True):
    """A vector picture: view box from (0, 0) at the top left to (width, height). It has no more
    than MOST_PAINTS different paints."""

    width: float
    height: float
    paths: tuple[Path, ...]

    def __hash__(self) -> int:
        """Of its size, and of where its first and last outlines begin. A person has two thousand
        points, and a deck looks things up by drawings seven hundred times."""
        ends = (*self.paths[:1], *self.paths[-1:])
        begin = tuple([(len(path.commands), *path.commands[:2]) for path in ends])
        return hash((self.width, self.height, len(self.paths), begin))


class Picture(Struct, frozen=True, kw_only=True):
    """A raster picture as it came, PNG or JPEG; width and height in pixels."""

    data: bytes
    mime: str
    width: int
    height: int


Art = Drawing | Picture


class Pose(Struct, frozen=True, kw_only=True):
    """A human figure: one drawing, or start and finish of a movement in boxes of one size.

    All poses are at one scale: someone of average height stands about 173 units tall. Paint
    "current" is the line that parts the limbs: the colour of the surface the figure stands on.
    Never mirrored: left and right are those of the body.
    """

    name: str
    title: str
    """A product phrase, as are the descriptions below."""
    frames: tuple[Drawing, ...]
    alt: str
    """The whole movement in words; with two frames, its start and its finish."""
    frame_alts: tuple[str, ...]
    ground: tuple[float, ...]
    """Of each frame: from its top down to the floor, or to the top of the mat or bed."""

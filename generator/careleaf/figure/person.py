"""Nothing in; the person of an icon array out, filled or outlined."""

from __future__ import annotations

from careleaf.figure.outline import Commands, circle
from careleaf.model.art import Drawing, Paint, Path

WIDTH, HEIGHT = 78.0, 179.0
"""The person's own box. The figure keeps 6 units of air on each side, so boxes may touch."""
STROKE = 3.0
"""Width of the outline of a person who is not filled: the gaps between the limbs stay open."""

_HEAD = circle(39, 23.5, 18.5)
_BODY: Commands = (
    ("M", 24, 49),
    ("L", 54, 49),
    ("C", 62.8, 49, 70, 56.2, 70, 65),
    ("L", 70, 106.5),
    ("C", 70, 109.5, 67.5, 112, 64.5, 112),
    ("C", 61.5, 112, 59, 109.5, 59, 106.5),
    ("L", 59, 71),
    ("L", 54, 71),
    ("L", 54, 168.8),
    ("C", 54, 172.2, 51.2, 175, 47.75, 175),
    ("C", 44.3, 175, 41.5, 172.2, 41.5, 168.8),
    ("L", 41.5, 118),
    ("L", 36.5, 118),
    ("L", 36.5, 168.8),
    ("C", 36.5, 172.2, 33.7, 175, 30.25, 175),
    ("C", 26.8, 175, 24, 172.2, 24, 168.8),
    ("L", 24, 71),
    ("L", 19, 71),
    ("L", 19, 106.5),
    ("C", 19, 109.5, 16.5, 112, 13.5, 112),
    ("C", 10.5, 112, 8, 109.5, 8, 106.5),
    ("L", 8, 65),
    ("C", 8, 56.2, 15.2, 49, 24, 49),
    ("Z",),
)
OUTLINE: Commands = (*_HEAD, *_BODY)
"""Head and body, in the person's own box."""
SMALL: Commands = (
    ("M", 20.5, 23.5),
    ("C", 20.5, -1.17, 57.5, -1.17, 57.5, 23.5),
    ("C", 57.5, 48.17, 20.5, 48.17, 20.5, 23.5),
    ("Z",),
    ("M", 24, 49),
    ("L", 54, 49),
    ("C", 62.8, 49, 70, 56.2, 70, 65),
    ("L", 70, 106.5),
    ("C", 70, 113.8, 59, 113.8, 59, 106.5),
    ("L", 59, 71),
    ("L", 54, 71),
    ("L", 54, 168.8),
    ("C", 54, 177, 41.5, 177, 41.5, 168.8),
    ("L", 41.5, 118),
    ("L", 36.5, 118),
    ("L", 36.5, 168.8),
    ("C", 36.5, 177, 24, 177, 24, 168.8),
    ("L", 24, 71),
    ("L", 19, 71),
    ("L", 19, 106.5),
    ("C", 19, 113.8, 8, 113.8, 8, 106.5),
    ("L", 8, 65),
    ("C", 8, 56.2, 15.2, 49, 24, 49),
    ("Z",),
)
"""The same with one curve for each half of the head and each round end, which nobody can tell from
the whole outline at this size: two thirds of the points, for a hundred people or a thousand."""


def filled_person(paint: Paint = "current") -> Drawing:
    """Someone whom the number counts."""
    return Drawing(width=WIDTH, height=HEIGHT, paths=(Path(commands=OUTLINE, fill=paint),))


def outlined_person(paint: Paint = "current", inside: Paint | None = "white") -> Drawing:
    """Someone of the rest: told apart by shape, not by colour alone."""
    path = Path(commands=OUTLINE, fill=inside, stroke=paint, stroke_width=STROKE)
    return Drawing(width=WIDTH, height=HEIGHT, paths=(path,))

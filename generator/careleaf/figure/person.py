"""Nothing in; the person of an icon array out, filled or outlined."""

from __future__ import annotations

from careleaf.figure.outline import Commands, circle
from careleaf.model.art import Drawing, Paint, Path

WIDTH, HEIGHT = 78.0, 179.0
"""The person's own box. The figure keeps 6 units of air on each side, so boxes may touch."""
STROKE = 4.0
"""Width of the outline of a person who is not filled."""

_HEAD = circle(39, 23.5, 18.5)
_BODY: Commands = (
    ("M", 24, 49),
    ("L", 54, 49),
    ("C", 62.8, 49, 70, 56.2, 70, 65),
    ("L", 70, 106),
    ("C", 70, 109.3, 67.3, 112, 64, 112),
    ("C", 60.7, 112, 58, 109.3, 58, 106),
    ("L", 58, 71),
    ("L", 55, 71),
    ("L", 55, 168),
    ("C", 55, 171.9, 51.9, 175, 48, 175),
    ("C", 44.1, 175, 41, 171.9, 41, 168),
    ("L", 41, 118),
    ("L", 37, 118),
    ("L", 37, 168),
    ("C", 37, 171.9, 33.9, 175, 30, 175),
    ("C", 26.1, 175, 23, 171.9, 23, 168),
    ("L", 23, 71),
    ("L", 20, 71),
    ("L", 20, 106),
    ("C", 20, 109.3, 17.3, 112, 14, 112),
    ("C", 10.7, 112, 8, 109.3, 8, 106),
    ("L", 8, 65),
    ("C", 8, 56.2, 15.2, 49, 24, 49),
    ("Z",),
)
OUTLINE: Commands = (*_HEAD, *_BODY)
"""Head and body, in the person's own box."""


def filled_person(paint: Paint = "current") -> Drawing:
    """Someone whom the number counts."""
    return Drawing(width=WIDTH, height=HEIGHT, paths=(Path(commands=OUTLINE, fill=paint),))


def outlined_person(paint: Paint = "current", inside: Paint | None = "white") -> Drawing:
    """Someone of the rest: told apart by shape, not by colour alone."""
    path = Path(commands=OUTLINE, fill=inside, stroke=paint, stroke_width=STROKE)
    return Drawing(width=WIDTH, height=HEIGHT, paths=(path,))

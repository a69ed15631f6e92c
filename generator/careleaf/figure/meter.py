"""How sure we are, 1 to 3, in; three boxes with that many filled out."""

from __future__ import annotations

from careleaf.figure.outline import rounded
from careleaf.model.art import Drawing, Paint, Path

STEPS = 3
_WIDTH, _HEIGHT, _PITCH, _RADIUS, _EDGE = 20.0, 22.0, 26.0, 3.0, 1.5


def sureness_meter(level: int, paint: Paint = "navy") -> Drawing:
    """1 not sure, 2 fairly sure, 3 very sure; points at slide size. Words always stand beside it.

    Raises ValueError for another level.
    """
    if not 1 <= level <= STEPS:
        raise ValueError(f"a meter shows 1 to {STEPS}, not {level}")
    inset = _EDGE / 2
    paths = tuple(
        Path(
            commands=rounded(
                place * _PITCH + inset,
                inset,
                _WIDTH - _EDGE,
                _HEIGHT - _EDGE,
                across=_RADIUS - inset,
            ),
            fill=paint if place < level else "white",
            stroke=paint,
            stroke_width=_EDGE,
        )
        for place in range(STEPS)
    )
    return Drawing(width=_PITCH * (STEPS - 1) + _WIDTH, height=_HEIGHT, paths=paths)

"""A name of a hair style in; its shapes in the head's own plane out (x forward, y to the crown)."""

from __future__ import annotations

from careleaf.figure.pose.geometry import Point

Shape = tuple[Point, ...]
Style = tuple[tuple[Shape, ...], tuple[Shape, ...]]
"""What lies behind the face, and what lies before it."""


def through(text: str) -> Shape:
    """The points of "x,y x,y ..."."""
    pairs = (pair.split(",") for pair in text.split())
    return tuple((float(x), float(y)) for x, y in pairs)


def _round(x: float, y: float, across: float, down: float) -> Shape:
    """Eight points around an ellipse."""
    h, v = across * 0.707, down * 0.707
    above = ((x + across, y), (x + h, y + v), (x, y + down), (x - h, y + v))
    return (*above, (x - across, y), (x - h, y - v), (x, y - down), (x + h, y - v))


_CROP = through(
    "9.6,9.2 6.4,12.8 0,14.8 -7,13.4 -11.6,8.6 -12.6,2 -11.2,-4 -8.6,-7.2 -6.4,-6.4 "
    "-5.4,-2 -3.6,1.4 -0.4,0.2 0.6,3.4 3.2,6.4 7,7.4"
)
_CAP = through(
    "9.2,8.6 6,12.6 -0.4,14.6 -7.4,13 -11.8,8 -12.6,1.6 -10.6,-4.6 -7.4,-6.8 -4.6,-3.6 "
    "-3,1 0.6,4.4 5,7.2"
)
_BOB = through(
    "9,7 6.8,12 0,14.8 -7.4,13.4 -12,8.4 -13.6,0.6 -13.4,-8 -9,-11.4 -3.4,-10.6 "
    "-1.4,-5 -0.6,0.4 2,4.6 5.6,6.2"
)
_BEARD = through("-2.6,-1.4 0,-4.6 4.4,-6.2 6.2,-9 9.6,-9.2 10.6,-11 7.2,-14 1.6,-12.8 -3,-9")
_RING = through("-1,3.6 -4.6,5.4 -9.4,8.6 -12.4,4 -12.5,-2.4 -9.8,-7.4 -6.6,-6.8 -4.8,-3 -2.6,0.4")
_SCARF = through(
    "9.4,7.4 8.4,12 2,15.6 -6.4,14.6 -12.4,9 -14,0.6 -13.4,-8 -14.4,-16 -4,-19.6 "
    "6.4,-18 8.2,-12.4 3.6,-11.6 0.6,-7.4 0,-1 2.6,5 6,7.4"
)
_CURL_LINE = through(
    "9.4,8.4 8.6,13 2.4,16.4 -6,16 -12,11.4 -14,4 -12.8,-4 -8.4,-8.6 -5.4,-4.4 -3,0.6 "
    "0.4,2.4 1.6,6 5.4,7"
)
_FULL_CAP = through(
    "-11,1 -10.8,8 -6.6,13.4 0,15 6.6,13.4 10.8,8 11,1 9.2,3.6 7.4,7 1,8.8 -5,8 -8.6,4.4"
)

HAIR: dict[str, Style] = {
    "short": ((), (_CROP,)),
    "bun": ((_round(-9.6, 11.6, 5.8, 5.8),), (_CAP,)),
    "bob": ((), (_BOB,)),
    "beard": (
        (),
        (
            _CROP,
            _BEARD,
        ),
    ),
    "balding": ((), (_RING,)),
    "scarf": ((), (_SCARF,)),
    "curls": ((), (_CURL_LINE,)),
    "tail": ((through("-9,9 -15,8.6 -18.4,2 -17.4,-8 -14.6,-9.4 -13.6,-2 -11,3"),), (_CAP,)),
}
"""In profile."""

FULL_HAIR: dict[str, Style] = {
    "short": ((), (_FULL_CAP,)),
    "bun": ((_round(0, 17, 5.6, 5.6),), (_FULL_CAP,)),
    "bob": (
        (through("0,14.8 10,11 13,2 12.4,-9 6,-11 -6,-11 -12.4,-9 -13,2 -10,11"),),
        (_FULL_CAP,),
    ),
    "beard": ((through("-10,0 -9.6,-8 -5,-13.6 0,-14.6 5,-13.6 9.6,-8 10,0"),), (_FULL_CAP,)),
    "balding": ((_round(0, 1.6, 11.8, 9),), ()),
    "scarf": (
        (through("0,15.6 9,13 13.4,4 12.6,-8 14,-16 0,-19 -14,-16 -12.6,-8 -13.4,4 -9,13"),),
        (through("-10.6,2 -10.4,9 -6,14.4 0,15.6 6,14.4 10.4,9 10.6,2 7.4,7 0,9 -7.4,7"),),
    ),
    "curls": ((_round(0, 3.4, 14.4, 13.6),), (_FULL_CAP,)),
    "tail": ((through("8,11 15,8 17,0 15,-7 12.6,-5 12,3"),), (_FULL_CAP,)),
}
"""Seen from in front."""

"""An icon's name and a place in; the icon, alone or on a disc, as marks out.

Icons never stand alone: the words beside them say the same, so to readers they are artifacts."""

from __future__ import annotations

from careleaf.model.art import Paint
from careleaf.theme.icons import icon
from careleaf.write.pdf.marks import ArtMark, Disc, Group, Mark


def plain_icon(name: str, x: float, y: float, side: float, colour: Paint = "navy") -> Mark:
    """An icon with its top left at (x, y)."""
    return ArtMark(x=x, y=y, width=side, height=side, art=icon(name), colour=colour)


def onward_icon(name: str, x: float, y: float, side: float, colour: Paint) -> Mark:
    """One that shows the way on, as reading goes."""
    art = icon(name)
    return ArtMark(x=x, y=y, width=side, height=side, art=art, colour=colour, points=True)


def disc_icon(
    name: str,
    x: float,
    y: float,
    diameter: float,
    side: float,
    *,
    fill: Paint = "teal-tint",
    colour: Paint = "navy",
) -> Mark:
    """An icon in the middle of a disc whose box has its top left at (x, y)."""
    middle = diameter / 2
    inset = (diameter - side) / 2
    disc = Disc(x=middle, y=middle, radius=middle, fill=fill)
    return Group(x, y, (disc, plain_icon(name, inset, inset, side, colour)))

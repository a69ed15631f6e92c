"""A drawing whose paints are all "#rrggbb" in; the two files that a slide holds of it out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.figure.pixels import png
from careleaf.figure.svg_file import svg_file
from careleaf.model.art import Drawing


class Twins(Struct, frozen=True):
    """The same picture twice: sharp at every size, and for programs that show no SVG."""

    svg: bytes
    png: bytes


def twins(drawing: Drawing, ground: str) -> Twins:
    """Both, drawn now, for a surface of the colour `ground` ("#rrggbb")."""
    return Twins(svg_file(drawing), png(drawing, ground))

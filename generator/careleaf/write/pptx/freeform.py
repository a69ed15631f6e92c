"""A vector drawing in; the custom geometry of native shapes, one for each paint, out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from careleaf.figure.path_text import units_of
from careleaf.model.art import Command, Drawing, Paint, Path


class Layer(Struct, frozen=True, kw_only=True):
    """Paths of one paint that follow one another: one native shape."""

    fill: Paint | None
    stroke: Paint | None
    stroke_width: float
    geometry: str
    """`a:custGeom`."""


@lru_cache(maxsize=256)
def layers(drawing: Drawing) -> tuple[Layer, ...]:
    """The drawing from back to front. Neighbours of the same paint share a layer. Icons come again
    and again, so their shapes are kept."""
    units = units_of(drawing.width, drawing.height)
    size = f'w="{round(drawing.width * units)}" h="{round(drawing.height * units)}"'
    groups = groupby(drawing.paths, key=lambda path: (path.fill, path.stroke, path.stroke_width))
    return tuple(
        Layer(
            fill=fill,
            stroke=stroke,
            stroke_width=width,
            geometry=_geometry(tuple(paths), size, units),
        )
        for (fill, stroke, width), paths in groups
    )


def _geometry(paths: tuple[Path, ...], size: str, units: int) -> str:
    """`a:custGeom` in the drawing's view box, in whole numbers: `units` make one of its own. Each
    path paints on its own, so that two that overlap do not cut holes into one another."""
    paint = "" if paths[0].fill else ' fill="none"'
    shown = "".join(
        f"<a:path {size}{paint}>{_path(path.commands, units)}</a:path>" for path in paths
    )
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{shown}</a:pathLst></a:custGeom>"
    )


_POINT = '<a:pt x="%d" y="%d"/>'
_COMMANDS = {
    "M": f"<a:moveTo>{_POINT}</a:moveTo>",
    "L": f"<a:lnTo>{_POINT}</a:lnTo>",
    "C": f"<a:cubicBezTo>{_POINT * 3}</a:cubicBezTo>",
    "Z": "<a:close/>",
}


def _path(commands: Sequence[Command], units: int) -> str:
    """One pass over all numbers and one `%`: a picture of 100 people has thousands of points."""
    pattern = "".join([_COMMANDS[str(command[0])] for command in commands])
    numbers = [round(n * units) for command in commands for n in command[1:]]  # type: ignore[arg-type]
    return pattern % tuple(numbers)

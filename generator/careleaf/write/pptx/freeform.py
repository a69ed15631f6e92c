"""A vector drawing in; the custom geometry of native shapes, one for each paint, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careleaf.model.art import Command, Drawing, Paint, Path

_UNITS = 100
"""Path coordinates are whole numbers: hundredths of the drawing's own unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Paths of one paint that follow one another: one native shape."""

    fill: Paint | None
    stroke: Paint | None
    stroke_width: float
    paths: tuple[Path, ...]


def layers(drawing: Drawing) -> list[Layer]:
    """The drawing from back to front. Neighbours of the same paint share a layer."""
    found: list[Layer] = []
    for path in drawing.paths:
        last = found[-1] if found else None
        if last and _paint(last.paths[0]) == _paint(path):
            found[-1] = _layer((*last.paths, path))
        else:
            found.append(_layer((path,)))
    return found


def geometry(layer: Layer, drawing: Drawing) -> str:
    """`a:custGeom` in the drawing's view box. Each path paints on its own, so that two that
    overlap do not cut holes into one another."""
    size = f'w="{_whole(drawing.width)}" h="{_whole(drawing.height)}"'
    paint = "" if layer.fill else ' fill="none"'
    paths = "".join(
        f"<a:path {size}{paint}>{_path(path.commands)}</a:path>" for path in layer.paths
    )
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>"
    )


def _paint(path: Path) -> tuple[Paint | None, Paint | None, float]:
    return path.fill, path.stroke, path.stroke_width


def _layer(paths: tuple[Path, ...]) -> Layer:
    fill, stroke, width = _paint(paths[0])
    return Layer(fill=fill, stroke=stroke, stroke_width=width, paths=paths)


def _path(commands: Sequence[Command]) -> str:
    return "".join(_command(command) for command in commands)


def _command(command: Command) -> str:
    letter, *numbers = command
    points = "".join(
        f'<a:pt x="{_whole(x)}" y="{_whole(y)}"/>'
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    )
    match letter:
        case "M":
            return f"<a:moveTo>{points}</a:moveTo>"
        case "L":
            return f"<a:lnTo>{points}</a:lnTo>"
        case "C":
            return f"<a:cubicBezTo>{points}</a:cubicBezTo>"
        case _:
            return "<a:close/>"


def _whole(number: str | float) -> int:
    return round(float(number) * _UNITS)

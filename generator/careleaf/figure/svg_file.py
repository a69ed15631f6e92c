"""A drawing whose paints are all "#rrggbb" in; the bytes of an SVG file out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.figure.path_text import path_data, units_of
from careleaf.model.art import Drawing, Path


def svg_file(drawing: Drawing) -> bytes:
    """A whole document in SVG 1.1, as office programs read it: no style, no `currentColor`."""
    width, height = f"{drawing.width:g}", f"{drawing.height:g}"
    units = units_of(drawing.width, drawing.height)
    inner = "".join(_element(path, units) for path in drawing.paths)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{inner}</svg>\n'
    ).encode("ascii")


def _element(path: Path, units: int) -> str:
    return f"<path {' '.join(_attributes(path, units))}/>"


def _attributes(path: Path, units: int) -> Iterator[str]:
    yield f'd="{path_data(path.commands, units)}"'
    yield f'fill="{path.fill or "none"}"'
    if path.even_odd:
        yield 'fill-rule="evenodd"'
    if path.stroke:
        yield f'stroke="{path.stroke}"'
        yield f'stroke-width="{path.stroke_width:g}"'

"""A drawing and a theme in; its SVG out."""

from __future__ import annotations

from markupsafe import Markup

from careleaf.figure.path_text import path_data, units_of
from careleaf.model.art import Drawing, Path
from careleaf.theme import Theme

_SVG = Markup('<svg class="{}" viewBox="0 0 {:g} {:g}" width="{:g}" height="{:g}" {}>{}</svg>')
_HIDDEN = Markup('aria-hidden="true"')


def svg(
    kind: str, box: tuple[float, float], size: tuple[float, float], alt: str, inner: str
) -> Markup:
    """An `svg` element of class `kind`: view box, size in CSS pixels, words that stand in for it
    (none: a decoration) and what is inside, which must be markup already to stay so."""
    said = Markup('role="img" aria-label="{}"').format(alt) if alt else _HIDDEN
    return _SVG.format(kind, *box, *size, said, inner)


def paths(drawing: Drawing, theme: Theme) -> Markup:
    """All outlines of a drawing. "current" becomes the colour of the text around it."""
    units = units_of(drawing.width, drawing.height)
    return Markup("").join(_path(path, theme, units) for path in drawing.paths)


def _path(path: Path, theme: Theme, units: int) -> Markup:
    marks = [f'd="{path_data(path.commands, units)}"', f'fill="{_paint(path.fill, theme)}"']
    if path.even_odd:
        marks.append('fill-rule="evenodd"')
    if path.stroke is not None:
        marks.append(f'stroke="{_paint(path.stroke, theme)}"')
        marks.append(f'stroke-width="{path.stroke_width:g}"')
    return Markup(f"<path {' '.join(marks)}/>")  # noqa: S704 - numbers and theme colours only


def _paint(paint: str | None, theme: Theme) -> str:
    if paint is None:
        return "none"
    return "currentColor" if paint == "current" else theme.colour(paint)

"""SVG paint attributes and transforms as text in; a Style and a Matrix out."""

from __future__ import annotations

import math
import re

from msgspec import Struct
from msgspec.structs import replace

from careleaf.figure.outline import IDENTITY, LARGEST, Matrix, multiply
from careleaf.model.art import Paint

_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_TRANSFORM = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate)\s*\(([^()]*)\)\s*")
_SHORT, _LONG = re.compile(r"#[0-9a-fA-F]{3}"), re.compile(r"#[0-9a-fA-F]{6}")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)")
_WIDTH = re.compile(rf"({_NUMBER})(?:px)?")
_HARMLESS = {"id", "class", "role", "focusable", "version", "baseProfile", "clip-rule"}
_HARMLESS |= {"preserveAspectRatio", "stroke-miterlimit", "stroke-dashoffset", "enable-background"}
_HARMLESS |= {"overflow", "color-interpolation", "color-interpolation-filters", "color-rendering"}
_HARMLESS |= {"image-rendering", "shape-rendering", "shape-padding", "shape-margin", "inline-size"}
_HARMLESS |= {"direction", "writing-mode", "letter-spacing", "word-spacing", "line-height"}
_HARMLESS |= {"white-space", "baseline-shift", "dominant-baseline", "isolation", "solid-color"}
_HARMLESS |= {"solid-opacity", "stop-color", "stop-opacity", "marker-pattern"}
_HARMLESS_STARTS = ("data-", "aria-", "-inkscape-", "font-", "text-")
"""What Inkscape and Illustrator write beside every shape, and what only letters, gradient stops and
programs heed."""

_WHOLE = {"1", "1.0", "100%"}
_ONLY = {
    "opacity": _WHOLE,
    "fill-opacity": _WHOLE,
    "display": {"inline", "block"},
    "visibility": {"visible"},
    "mix-blend-mode": {"normal"},
    "vector-effect": {"none"},
    **{name: {"none"} for name in ("clip-path", "mask", "filter", "marker")},
    **{f"marker-{place}": {"none"} for place in ("start", "mid", "end")},
}
_STROKE_ONLY = {
    "stroke-opacity": _WHOLE,
    "stroke-linecap": {"butt"},
    "stroke-linejoin": {"miter"},
    "stroke-dasharray": {"none"},
    "paint-order": {"normal", "fill", "fill stroke", "fill stroke markers"},
}
"""What matters only where there is a stroke: most shapes name it and have none."""
_NAMED = {
    "black": "#000000",
    "silver": "#c0c0c0",
    "gray": "#808080",
    "grey": "#808080",
    "white": "#ffffff",
    "maroon": "#800000",
    "red": "#ff0000",
    "purple": "#800080",
    "fuchsia": "#ff00ff",
    "green": "#008000",
    "lime": "#00ff00",
    "olive": "#808000",
    "yellow": "#ffff00",
    "navy": "#000080",
    "blue": "#0000ff",
    "teal": "#008080",
    "aqua": "#00ffff",
    "orange": "#ffa500",
}
"""The sixteen colour names of CSS 1, `grey`, and `orange` of CSS 2."""


class StyleError(ValueError):
    """An attribute, colour or transform is outside the subset; the message names it."""


class Style(Struct, frozen=True, kw_only=True):
    """How an outline is painted; None is not at all."""

    fill: Paint | None
    stroke: Paint | None
    stroke_width: float
    even_odd: bool
    odd_strokes: tuple[tuple[str, str], ...] = ()
    """What is said of strokes and not understood: an error once one is drawn."""


INITIAL = Style(fill="#000000", stroke=None, stroke_width=1.0, even_odd=False)
"""What SVG 2 starts from."""


def is_harmless(name: str) -> bool:
    """Whether an attribute changes nothing that is drawn here."""
    foreign = " " in name
    return foreign or name in _HARMLESS or name.startswith(_HARMLESS_STARTS)


def styled(style: Style, attributes: dict[str, str], classes: str = "") -> Style:
    """The style of an element inside one of the given style: its attributes, then what its
    `classes` declare, then its style=. Raises StyleError."""
    for name, value in attributes.items():
        if name != "style":
            style = _with(style, name, value.strip())
    for declaration in (classes + ";" + attributes.get("style", "")).split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() and not is_harmless(name.strip()):
            style = _with(style, name.strip(), value.strip())
    return style


def _with(style: Style, name: str, value: str) -> Style:
    match name:
        case "fill":
            return replace(style, fill=_paint(value))
        case "stroke":
            return replace(style, stroke=_paint(value))
        case "stroke-width":
            return replace(style, stroke_width=_stroke_width(value))
        case "fill-rule" if value in {"evenodd", "nonzero"}:
            return replace(style, even_odd=value == "evenodd")
        case _ if name in _STROKE_ONLY:
            return _with_stroke(style, name, value)
        case "color" | "style":
            raise StyleError(f"'{name}' is not understood; give fill and stroke their colours")
        case _ if value in _ONLY.get(name, ()):
            return style
        case _:
            raise StyleError(f"'{name}: {value[:40]}' is not understood")


def _with_stroke(style: Style, name: str, value: str) -> Style:
    others = tuple(pair for pair in style.odd_strokes if pair[0] != name)
    odd = () if value in _STROKE_ONLY[name] else ((name, value),)
    return replace(style, odd_strokes=(*others, *odd))


def _paint(value: str) -> Paint | None:
    if value in {"none", "transparent"}:
        return None
    if value.lower() == "currentcolor":
        return "current"
    if _LONG.fullmatch(value):
        return value.lower()
    if _SHORT.fullmatch(value):
        return "#" + "".join(digit * 2 for digit in value[1:].lower())
    found = _RGB.fullmatch(value)
    if found and all(int(channel) <= 255 for channel in found.groups()):
        return "#" + "".join(f"{int(channel):02x}" for channel in found.groups())
    if value.lower() in _NAMED:
        return _NAMED[value.lower()]
    raise StyleError(f"'{value[:40]}' is not a plain colour; write it like #264a6e")


def _stroke_width(value: str) -> float:
    found = _WIDTH.fullmatch(value)
    if found is None or not 0 <= float(found.group(1)) <= LARGEST:
        raise StyleError(f"stroke-width '{value[:30]}' is not a plain number")
    return float(found.group(1))


def parse_transform(text: str) -> Matrix:
    """The matrix of `matrix`, `translate`, `scale` and `rotate` in a row. Raises StyleError."""
    matrix, at = IDENTITY, 0
    while at < len(text.rstrip()):
        found = _TRANSFORM.match(text, at)
        if found is None:
            raise StyleError(f"transform '{text[at : at + 30].strip()}' is not understood")
        numbers = _numbers(found.group(2))
        matrix = multiply(matrix, _one_transform(found.group(1), numbers))
        at = found.end()
    return matrix


def _numbers(text: str) -> list[float]:
    words = text.replace(",", " ").split()
    if not all(re.fullmatch(_NUMBER, word) and abs(float(word)) <= LARGEST for word in words):
        raise StyleError(f"transform has '{text[:30].strip()}' where numbers should be")
    return [float(word) for word in words]


def _one_transform(name: str, numbers: list[float]) -> Matrix:
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) <= 1:
            return (1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) <= 1:
            return (x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0)
        case "rotate", [turn, *rest] if len(rest) in {0, 2}:
            return _rotation(math.radians(turn), *rest)
        case _:
            raise StyleError(f"transform {name} has {len(numbers)} numbers")


def _rotation(turn: float, x: float = 0.0, y: float = 0.0) -> Matrix:
    cos, sin = math.cos(turn), math.sin(turn)
    return (cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)


def scale_of(matrix: Matrix) -> float:
    """How much a matrix widens a line: the square root of its area factor."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))

"""The bytes of a small, safe subset of SVG in; a Drawing out, or the line that is not understood.

Understood: svg, g, path, rect, circle, ellipse, line, polyline, polygon; transform; fill,
fill-rule, stroke and stroke-width as attributes, in style= or by classes of a style element, as
Inkscape and Illustrator save them. Everything else that would be seen is refused, not skipped: a
logo that lost a part is worse than one that was turned down. Nothing outside the file is ever read:
entities, images, links and scripts are refused.
"""

from __future__ import annotations

import re

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.figure.outline import (
    IDENTITY,
    LARGEST,
    Commands,
    Matrix,
    Point,
    circle,
    ellipse,
    multiply,
    polygon,
    polyline,
    rounded,
    transformed,
)
from careleaf.figure.path_data import PathDataError, parse_path
from careleaf.figure.svg_sheet import of_classes, parse_sheet
from careleaf.figure.svg_style import (
    INITIAL,
    Style,
    StyleError,
    is_harmless,
    parse_transform,
    scale_of,
    styled,
)
from careleaf.model.art import MOST_PAINTS, Drawing, Paint, Path
from careleaf.xml_reading import XmlError, read_xml

MAXIMUM_BYTES = 512 * 1024
MAXIMUM_DEPTH = 32
MAXIMUM_COMMANDS = 50_000
_LEAST = 0.5
"""Units of the longer side: places are kept to a ten-thousandth of one."""

_SVG = "http://www.w3.org/2000/svg"
_SILENT = {"title", "desc", "metadata", "defs"}
"""Draws nothing. What stands in `defs` would show where it is named, and naming is refused."""
_NUMBERS = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_LENGTH = re.compile(rf"({_NUMBERS.pattern})(?:px)?")
_GEOMETRY = {
    "path": {"d"},
    "rect": {"x", "y", "width", "height", "rx", "ry"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
    "g": set[str](),
    "svg": {"viewBox", "width", "height", "x", "y"},
}


class DrawingError(ValueError):
    """The picture cannot be used; `line` counts from 1 in the picture's own file."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


def parse_svg(data: bytes, fill: Paint = "#000000") -> Drawing:
    """The drawing in an SVG file; `fill` paints what the file itself leaves unpainted.

    `currentColor` becomes "current". Raises DrawingError for anything outside the subset, for
    broken XML and above MAXIMUM_BYTES, MAXIMUM_DEPTH, MAXIMUM_COMMANDS or MOST_PAINTS.
    """
    if len(data) > MAXIMUM_BYTES:
        raise DrawingError(1, f"the picture is over {MAXIMUM_BYTES // 1024} KB")
    reader = _Reader(base=replace(INITIAL, fill=fill))
    try:
        read_xml(
            data,
            start=reader.start,
            end=reader.end,
            text=reader.text,
            doctype=reader.doctype,
            mistakes=(StyleError, PathDataError),
        )
    except XmlError as error:
        raise DrawingError(error.line, error.message) from None
    if reader.size is None or not reader.paths:
        raise DrawingError(1, "the picture draws nothing")
    painted = {paint for path in reader.paths for paint in (path.fill, path.stroke)}
    if len(painted - {None}) > MOST_PAINTS:
        raise DrawingError(1, f"more than {MOST_PAINTS} different colours")
    width, height = reader.size
    return Drawing(width=width, height=height, paths=tuple(reader.paths))


class _Reader(Struct):
    """What the XML parser calls, and what it has found so far."""

    base: Style
    size: Point | None = None
    paths: list[Path] = field(default_factory=list)
    stack: list[tuple[Matrix, Style]] = field(default_factory=list)
    silent: int = 0
    """How deep inside an element that draws nothing, such as a title."""
    sheet: dict[str, str] = field(default_factory=dict)
    """Declarations of each class so far."""
    rules: list[str] | None = None
    """The text of the style element that is open."""
    commands: int = 0

    def doctype(self, _: str, __: str | None, public: str | None, subset: bool) -> None:
        """The public one of SVG 1.1 says nothing, and expat never fetches it."""
        if subset or not (public or "").startswith("-//W3C//DTD SVG 1."):
            raise StyleError("a document type or entity is not allowed")

    def text(self, words: str) -> None:
        if self.rules is not None:
            self.rules.append(words)
        elif not self.silent and words.strip():
            raise StyleError("text is not understood; turn words into outlines")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        if tag == "style" and namespace in {"", _SVG}:
            self.rules = []
        if self.rules is not None or self.silent or tag in _SILENT or namespace not in {"", _SVG}:
            self.silent += 1
            return
        if tag not in _GEOMETRY or (tag == "svg") != (not self.stack):
            raise StyleError(f"<{tag}> is not understood here")
        if len(self.stack) >= MAXIMUM_DEPTH:
            raise StyleError(f"more than {MAXIMUM_DEPTH} levels of nesting")
        matrix, style = self._entered(tag, attributes)
        self.stack.append((matrix, style))
        if tag not in {"g", "svg"}:
            self._draw(_outline(tag, attributes), matrix, style)

    def end(self, _: str) -> None:
        if self.rules is not None:
            self.sheet |= parse_sheet("".join(self.rules))
            self.rules = None
        if self.silent:
            self.silent -= 1
        else:
            self.stack.pop()

    def _entered(self, tag: str, attributes: dict[str, str]) -> tuple[Matrix, Style]:
        matrix, style = self.stack[-1] if self.stack else (IDENTITY, self.base)
        if tag == "svg":
            self.size, matrix = _view_box(attributes)
        own = {
            name: value
            for name, value in attributes.items()
            if name not in _GEOMETRY[tag] and not is_harmless(name)
        }
        if "transform" in own:
            matrix = multiply(matrix, parse_transform(own.pop("transform")))
        return matrix, styled(style, own, of_classes(attributes.get("class", ""), self.sheet))

    def _draw(self, commands: Commands, matrix: Matrix, style: Style) -> None:
        self.commands += len(commands)
        if self.commands > MAXIMUM_COMMANDS:
            raise StyleError(f"more than {MAXIMUM_COMMANDS} points")
        stroked = style.stroke is not None and style.stroke_width > 0
        if not commands or (style.fill is None and not stroked):
            return
        if stroked and style.odd_strokes:
            name, value = style.odd_strokes[0]
            raise StyleError(f"'{name}: {value[:40]}' is not understood")
        path = Path(
            commands=transformed(commands, matrix),
            fill=style.fill,
            stroke=style.stroke if stroked else None,
            stroke_width=round(style.stroke_width * scale_of(matrix), 4) if stroked else 0.0,
            even_odd=style.even_odd,
        )
        self.paths.append(path)


def _view_box(attributes: dict[str, str]) -> tuple[Point, Matrix]:
    """The size of the drawing, and the move that puts its top left at the origin."""
    if "viewBox" in attributes:
        numbers = _many(attributes["viewBox"])
        if len(numbers) != 4:
            raise StyleError("viewBox needs four numbers")
        x, y, width, height = numbers
    else:
        x, y = 0.0, 0.0
        width, height = _length(attributes, "width"), _length(attributes, "height")
    if width <= 0 or height <= 0:
        raise StyleError("the picture needs a viewBox, or width and height, above zero")
    if max(width, height) < _LEAST:
        raise StyleError("its view box is under half a unit: give everything larger numbers")
    return (width, height), (1.0, 0.0, 0.0, 1.0, -x, -y)


def _outline(tag: str, attributes: dict[str, str]) -> Commands:
    if tag == "path":
        return parse_path(attributes.get("d", ""))
    if tag in {"polyline", "polygon"}:
        return _through(attributes.get("points", ""), closed=tag == "polygon")
    value = {name: _length(attributes, name) for name in _GEOMETRY[tag]}
    match tag:
        case "rect":
            return _rectangle(value, attributes)
        case "circle":
            return circle(value["cx"], value["cy"], value["r"]) if value["r"] > 0 else ()
        case "ellipse":
            seen = value["rx"] > 0 and value["ry"] > 0
            return ellipse(value["cx"], value["cy"], value["rx"], value["ry"]) if seen else ()
        case _:
            return polyline(((value["x1"], value["y1"]), (value["x2"], value["y2"])))


def _rectangle(value: dict[str, float], attributes: dict[str, str]) -> Commands:
    if value["width"] <= 0 or value["height"] <= 0:
        return ()
    across = value["rx"] if "rx" in attributes else value["ry"]
    down = value["ry"] if "ry" in attributes else value["rx"]
    return rounded(
        value["x"], value["y"], value["width"], value["height"], across=across, down=down
    )


def _through(text: str, *, closed: bool) -> Commands:
    numbers = _many(text)
    if len(numbers) < 4 or len(numbers) % 2:
        raise StyleError("points needs pairs of numbers, at least two")
    points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return polygon(points) if closed else polyline(points)


def _many(text: str) -> list[float]:
    if _NUMBERS.sub("", text).strip(" \t\r\n,"):
        raise StyleError(f"'{text[:30]}' is not a list of numbers")
    return [_within(float(number)) for number in _NUMBERS.findall(text)]


def _length(attributes: dict[str, str], name: str) -> float:
    text = attributes.get(name, "0").strip()
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise StyleError(f"{name}='{text[:30]}' is not a plain number")
    return _within(float(found.group(1)))


def _within(value: float) -> float:
    if abs(value) > LARGEST:
        raise StyleError("a number is too large")
    return value

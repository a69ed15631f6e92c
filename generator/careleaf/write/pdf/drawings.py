"""A drawing and its colours in; a form object to paint it by, made once a process, out.

Icons and people are the same in every handout, and turning their ten thousand numbers into deflated
operators takes longer than all else in it. What is kept depends on the drawing and the colours in
it only, so a file is the same whatever was written before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct, field

from careleaf.figure.outline import bounds
from careleaf.model.art import Command, Drawing, Paint, Path
from careleaf.write.pdf.canvas import form

MOST_DRAWINGS, MOST_COLOURINGS = 256, 8
"""Kept at most; of a form object, about 1 kB: all together 2 MB. The oldest goes."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

Colour = Callable[[Paint], str]
"""A colour's three operands."""

Operands = tuple[tuple[Paint, str], ...]
"""The paints of a drawing, each with its colour's operands."""

Former = Callable[[Drawing, Operands | None], bytes]
"""A drawing and its colours in; its form object out: `form_of`, or what knows it from before."""


def form_of(drawing: Drawing, operands: Operands | None) -> bytes:
    """The form object, made now. Without colours it takes its one colour from its place."""
    code = _plain_code(drawing) if operands is None else _code(drawing, dict(operands))
    return form(code, (0.0, 0.0, drawing.width, drawing.height))


class _Known(Struct):
    """A drawing that was met: `paints` in it, and its form object by what they were.

    The drawing itself is held, so that no other can have its id."""

    drawing: Drawing
    plain: bool
    paints: tuple[Paint, ...]
    forms: dict[Operands | None, bytes] = field(default_factory=dict)
    boxes: tuple[tuple[float, float, float, float], ...] = ()


_known: dict[int, _Known] = {}


def is_plain(drawing: Drawing) -> bool:
    """Whether it takes its one colour from its place, as an icon does."""
    return _of(drawing).plain


def drawing_form(
    drawing: Drawing, colour: Colour, current: Paint, former: Former = form_of
) -> bytes:
    """Its form object. A plain one has no colours inside."""
    known = _of(drawing)
    if known.plain:
        operands = None
    else:
        operands = tuple(
            (one, colour(current if one == "current" else one)) for one in known.paints
        )
    found = known.forms.get(operands)
    if found is None:
        found = former(drawing, operands)
        _keep(known.forms, operands, found, MOST_COLOURINGS)
    return found


def path_boxes(drawing: Drawing) -> tuple[tuple[float, float, float, float], ...]:
    """Left, top, right and bottom of each path in it."""
    known = _of(drawing)
    if not known.boxes:
        known.boxes = tuple(bounds(path.commands) for path in drawing.paths)
    return known.boxes


def _of(drawing: Drawing) -> _Known:
    known = _known.get(id(drawing))
    if known is None:
        both = (paint for path in drawing.paths for paint in (path.fill, path.stroke))
        paints = tuple(dict.fromkeys(paint for paint in both if paint))
        plain = not any(path.fill != "current" or path.stroke for path in drawing.paths)
        known = _Known(drawing, plain, paints)
        _keep(_known, id(drawing), known, MOST_DRAWINGS)
    return known


def _keep(kept: dict[_Key, _Value], key: _Key, value: _Value, most: int) -> None:
    while len(kept) >= most:
        del kept[next(iter(kept))]
    kept[key] = value


def _plain_code(drawing: Drawing) -> str:
    return " ".join(
        f"{segments(path.commands)} {paint_operator('current', None, even_odd=path.even_odd)}"
        for path in drawing.paths
    )


def _code(drawing: Drawing, operands: dict[Paint, str]) -> str:
    return " ".join(_path(path, operands) for path in drawing.paths)


def _path(path: Path, operands: dict[Paint, str]) -> str:
    operators = []
    if path.fill:
        operators.append(f"{operands[path.fill]} rg")
    if path.stroke:
        operators.append(f"{operands[path.stroke]} RG {path.stroke_width:g} w")
    operators.append(segments(path.commands))
    operators.append(paint_operator(path.fill, path.stroke, even_odd=path.even_odd))
    return " ".join(operators)


def paint_operator(fill: Paint | None, edge: Paint | None, *, even_odd: bool) -> str:
    """What paints an outline (ISO 32000-1, 8.5.3)."""
    if fill and edge:
        return "B*" if even_odd else "B"
    if fill:
        return "f*" if even_odd else "f"
    return "S" if edge else "n"


_SEGMENTS = {
    "M": "%.6g %.6g m",
    "L": "%.6g %.6g l",
    "C": "%.6g %.6g %.6g %.6g %.6g %.6g c",
    "Z": "h",
}


def segments(commands: Sequence[Command]) -> str:
    """All numbers by one `%`: a page with people has ten thousand."""
    pattern = " ".join([_SEGMENTS[str(command[0])] for command in commands])
    return pattern % tuple([number for command in commands for number in command[1:]])

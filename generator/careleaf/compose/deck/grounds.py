"""The shapes of a slide in; words that stand out too little from what is behind them, or that
something hides, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from careleaf.model.art import Paint
from careleaf.model.deck import (
    Box,
    Illustration,
    Image,
    Layout,
    Panel,
    Paragraph,
    Piece,
    Placed,
    PlacedTable,
    Template,
    Text,
)
from careleaf.model.placed import flat, paragraphs_of, wording
from careleaf.theme import Theme
from careleaf.theme.contrast import TEXT, contrast


class _Surface(NamedTuple):
    box: Box
    paint: Paint | None
    """None where it has no one colour: a picture, a clinic's own art."""


class _Point(NamedTuple):
    """Where the first letters of some words stand."""

    x: float
    y: float


class Grounds:
    """What lies behind words on the slides of one template, and how well they stand out there."""

    def __init__(self, template: Template, theme: Theme) -> None:
        self._theme = theme
        self._behind = {layout.name: _surfaces(layout, template) for layout in template.layouts}
        self._ratios: dict[tuple[Paint, Paint], float] = {}

    def faults(self, layout: str, shapes: Iterable[Placed]) -> Iterator[str]:
        """One for each of a slide's shapes whose words are hard to read."""
        surfaces = list(self._behind[layout])
        said: list[tuple[_Point, Placed]] = []
        for shape in shapes:
            surface = _surface(shape)
            if surface:
                surfaces.append(surface)
                yield from _hidden(surface, shape, said)
            if paragraphs := paragraphs_of(shape):
                point = _point(shape)
                said.append((point, shape))
                ground = _ground(point, surfaces)
                if ground is not None:
                    yield from self._faint(shape, _paints(paragraphs), ground)

    def _faint(self, shape: Placed, paints: set[Paint], ground: Paint) -> Iterator[str]:
        for paint in sorted(paints):
            ratio = self._ratio(paint, ground)
            if ratio < TEXT:
                yield f"'{wording(shape)}' stands out {ratio:.1f} to 1, less than {TEXT} to 1"

    def _ratio(self, paint: Paint, ground: Paint) -> float:
        key = paint, ground
        if key not in self._ratios:
            self._ratios[key] = contrast(self._theme.colour(paint), self._theme.colour(ground))
        return self._ratios[key]


def _paints(paragraphs: Iterable[Paragraph]) -> set[Paint]:
    return {
        (isinstance(part, Piece) and part.colour) or paragraph.colour
        for paragraph in paragraphs
        for part in paragraph.parts
    }


def _surfaces(layout: Layout, template: Template) -> tuple[_Surface, ...]:
    """What every slide of a layout has behind its own shapes, the lowest first."""
    whole = Box(0.0, 0.0, template.width, template.height)
    art = (surface for shape in flat(layout.art) if (surface := _surface(shape)))
    taken = (_Surface(box, None) for box in layout.taken)
    return (_Surface(whole, layout.background), *art, *taken)


def _surface(shape: Placed) -> _Surface | None:
    match shape:
        case Panel() if shape.fill:
            return _Surface(shape.box, shape.fill)
        case Image() | Illustration():
            return _Surface(shape.box, None)
        case _:
            return None


def _ground(point: _Point, surfaces: list[_Surface]) -> Paint | None:
    return next(one.paint for one in reversed(surfaces) if _holds(one.box, point))


def _hidden(surface: _Surface, shape: Placed, said: list[tuple[_Point, Placed]]) -> Iterator[str]:
    name = getattr(shape, "name", "")
    for point, words in said:
        if _holds(surface.box, point):
            yield f"'{wording(words)}' is hidden by '{name}'"


def _holds(box: Box, point: _Point) -> bool:
    x, y = point.x - box.x, point.y - box.y
    return 0 <= x <= box.width and 0 <= y <= box.height


def _point(shape: Placed) -> _Point:
    """Half a line into the box, on the side and at the height where its words begin."""
    match shape:
        case Text():
            first = shape.paragraphs[0]
            half = first.lead / 2
            down = {"top": half, "middle": shape.box.height / 2, "bottom": shape.box.height - half}
            return _Point(_across(shape.box, first.align), shape.box.y + down[shape.anchor])
        case Panel() | PlacedTable():
            box = shape.box
            return _Point(box.x + box.width / 2, box.y + box.height / 2)
        case _:
            raise TypeError(f"no words in {shape}")


def _across(box: Box, align: str) -> float:
    return box.x + box.width * {"start": 0.01, "center": 0.5, "end": 0.99}[align]

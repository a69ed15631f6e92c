"""The shapes of a slide in; words that stand out too little from what is behind them, or that
something hides, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

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
    Template,
    Text,
)
from careleaf.model.placed import box_of, flat, wording
from careleaf.theme import Theme
from careleaf.theme.contrast import TEXT, contrast


class _Surface(Struct, frozen=True):
    box: Box
    paint: Paint | None
    """None where it has no one colour: a picture, a clinic's own art."""


class _Point(Struct, frozen=True):
    """Where the first letters of some words stand."""

    x: float
    y: float


class Grounds:
    """What lies behind words on the slides of one template, and how well they stand out there."""

    def __init__(self, template: Template, theme: Theme) -> None:
        self._theme = theme
        self._behind = {layout.name: _surfaces(layout, template) for layout in template.layouts}
        self._ratios: dict[tuple[Paint, Paint], float] = {}

    def faults(
        self, layout: str, shapes: Iterable[tuple[Placed, tuple[Paragraph, ...]]]
    ) -> Iterator[str]:
        """One for each of a slide's shapes, given with its words, that is hard to read."""
        surfaces = list(self._behind[layout])
        said: list[tuple[_Point, Placed]] = []
        for shape, paragraphs in shapes:
            surface = _surface(shape)
            if surface:
                surfaces.append(surface)
                yield from _hidden(surface, shape, said)
            if paragraphs:
                point = _point(shape)
                said.append((point, shape))
                ground = _ground(point, surfaces)
                if ground is not None:
                    yield from self._faint(shape, _paints(paragraphs), ground)

    def _faint(self, shape: Placed, paints: set[Paint], ground: Paint) -> Iterator[str]:
        for paint in sorted(paints) if len(paints) > 1 else paints:
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
        part.colour if isinstance(part, Piece) and part.colour else paragraph.colour
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
    if isinstance(shape, Panel):
        return _Surface(shape.box, shape.fill) if shape.fill else None
    return _Surface(shape.box, None) if isinstance(shape, Image | Illustration) else None


def _ground(point: _Point, surfaces: list[_Surface]) -> Paint | None:
    """Of the topmost surface there."""
    for surface in reversed(surfaces):
        if _holds(surface.box, point):
            return surface.paint
    return None


def _hidden(surface: _Surface, shape: Placed, said: list[tuple[_Point, Placed]]) -> Iterator[str]:
    for point, words in said:
        if _holds(surface.box, point):
            yield f"'{wording(words)}' is hidden by '{getattr(shape, 'name', '')}'"


def _holds(box: Box, point: _Point) -> bool:
    return 0 <= point.y - box.y <= box.height and 0 <= point.x - box.x <= box.width


def _point(shape: Placed) -> _Point:
    """Half a line into the box, on the side and at the height where its words begin."""
    box = box_of(shape)
    if not isinstance(shape, Text):
        return _Point(box.x + box.width / 2, box.y + box.height / 2)
    first = shape.paragraphs[0]
    y = box.y + box.height * _DOWN[shape.anchor] + first.lead * _LINE[shape.anchor]
    return _Point(box.x + box.width * _ACROSS[first.align], y)


_ACROSS = {"start": 0.01, "center": 0.5, "end": 0.99}
_DOWN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_LINE = {"top": 0.5, "middle": 0.0, "bottom": -0.5}
"""Shares of a box's width and height, and of a line."""

"""Marks in colours in; the same for a printer that has black alone, out.

A photocopier loses tints and floods solid areas: panels and discs get an edge in place of their
fill, and what was white on them is black. Words say what colour helped to say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from careleaf.figure.outline import bounds
from careleaf.model.art import Drawing, Path
from careleaf.theme.theme import is_hex
from careleaf.write.pdf.marks import ArtMark, Disc, Group, Mark, Panel

_EDGE, _DANGER_EDGE = 1.0, 2.5
_DANGER = 2.0
"""A red edge as wide as this, in points, frames danger signs; a thinner one is that of Don't."""
_DONT = (6.0, 3.0)
"""Its dashes tell it from Do, as its colour does elsewhere."""
_DOT = 6.0
"""Discs with a smaller radius, in points, are dots of a list: they stay solid."""
_LIMB_EDGE = 0.9
_SMALL = 14.0
"""In units of a figure: eyes, lips and thumbs are smaller, and have no edge of their own."""
_EDGED = frozenset({"skin", "wood", "chair", "pillow", "shoe"})
_DATA = "navy"
"""Panels of this fill are bars of a chart, told from the others by being solid."""


def in_black(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Every mark, in its place and order, with the same content."""
    return tuple(_one(mark) for mark in marks)


def _one(mark: Mark) -> Mark:
    match mark:
        case Group():
            return replace(mark, marks=in_black(mark.marks))
        case Panel():
            return _panel(mark)
        case Disc(fill=str(), radius=radius) if radius >= _DOT:
            return replace(mark, fill="white", edge="ink", edge_width=_EDGE)
        case ArtMark(art=Drawing() as art):
            return replace(mark, colour="ink", art=_outlined(art))
        case _:
            return mark


@lru_cache(maxsize=256)
def _outlined(drawing: Drawing) -> Drawing:
    """A person's limbs, and what is in their hands, with an edge: on a copy, pale grey is white.
    What grows out of another part of its colour has its line already."""
    paths = tuple(
        replace(path, stroke="ink", stroke_width=_LIMB_EDGE) if _lacks_edge(path) else path
        for path in drawing.paths
    )
    return drawing if paths == drawing.paths else replace(drawing, paths=paths)


def _lacks_edge(path: Path) -> bool:
    fill = path.fill or ""
    if path.stroke or not (fill in _EDGED or is_hex(fill)):
        return False
    left, top, right, bottom = bounds(path.commands)
    return max(right - left, bottom - top) > _SMALL


def _panel(mark: Panel) -> Panel:
    if mark.edge == "red":
        if mark.edge_width >= _DANGER:
            return replace(mark, edge_width=_DANGER_EDGE)
        return replace(mark, dash=_DONT)
    if mark.fill in {None, "white", _DATA}:
        return mark
    edge_width = max(mark.edge_width, _EDGE)
    return replace(mark, fill="white", edge=mark.edge or "ink", edge_width=edge_width)

"""A placed shape in; its box, its paragraphs, its words, whatever kind of shape it is, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careleaf.model.deck import (
    Box,
    Group,
    Panel,
    Paragraph,
    Piece,
    Placed,
    PlacedTable,
    Rule,
    Text,
)


def flat(shapes: Iterable[Placed]) -> Iterator[Placed]:
    """Every shape in reading order, those of a group in its place."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from flat(shape.shapes)
        else:
            yield shape


def box_of(shape: Placed) -> Box:
    """Where it is; for a group, all that is in it."""
    match shape:
        case Rule():
            return Box(
                min(shape.x, shape.to_x),
                min(shape.y, shape.to_y),
                abs(shape.to_x - shape.x),
                abs(shape.to_y - shape.y),
            )
        case Group():
            boxes = [box_of(one) for one in shape.shapes]
            left, top = min(box.x for box in boxes), min(box.y for box in boxes)
            right, bottom = max(box.end for box in boxes), max(box.bottom for box in boxes)
            return Box(left, top, right - left, bottom - top)
        case _:
            return shape.box


def paragraphs_of(shape: Placed) -> tuple[Paragraph, ...]:
    """All that it says, a table row by row."""
    match shape:
        case Text():
            return shape.paragraphs
        case Panel():
            return (shape.words,) if shape.words else ()
        case PlacedTable():
            cells = (cell for row in shape.rows for cell in row.cells)
            return tuple(paragraph for cell in cells for paragraph in cell.paragraphs)
        case _:
            return ()


def wording(shape: Placed) -> str:
    """Its words, one blank between."""
    said = (
        "".join(part.text if isinstance(part, Piece) else " " for part in paragraph.parts)
        for paragraph in paragraphs_of(shape)
    )
    return " ".join(" ".join(said).split())

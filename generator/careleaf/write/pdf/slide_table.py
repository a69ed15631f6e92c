"""A table of a slide in; its words in tagged cells, and its lines, out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.model.art import Paint
from careleaf.model.deck import Box, PlacedTable, TableCell, TableRow
from careleaf.write.pdf.marks import Mark, Panel, Rule
from careleaf.write.pdf.slide_words import Board, words
from careleaf.write.pdf.structure import Element

_GRID_WIDTH = 1.0
_APART = 6.0


def table(placed: PlacedTable, board: Board, parent: Element) -> Iterator[Mark]:
    """Row by row; the first row and the first column are heads."""
    element = parent.add("Table")
    yield from _fills(placed, board)
    y = placed.box.y
    yield from _edge(placed, y, placed.grid, _GRID_WIDTH, board)
    for number, row in enumerate(placed.rows):
        yield from _row(row, placed, y, board, element.add("TR"), first=number == 0)
        y += row.height
        if placed.grid:
            yield from _edge(placed, y, placed.grid, _GRID_WIDTH, board)
        else:
            yield from _edge(placed, y, row.rule, row.rule_width, board)
    if placed.grid:
        yield from _columns(placed, y, board)


def _row(
    row: TableRow, placed: PlacedTable, y: float, board: Board, element: Element, *, first: bool
) -> Iterator[Mark]:
    x = placed.box.x
    for number, (cell, width) in enumerate(zip(row.cells, placed.columns, strict=True)):
        scope = "Column" if first else "Row"
        heads = (first or not number) and bool(cell.paragraphs)
        tagged = element.add("TH" if heads else "TD")
        if heads:
            tagged.set("Table", "Scope", scope)
        box = Box(x + cell.inset, y, width - cell.inset - placed.gap, row.height)
        yield from _cell(cell, box, board, tagged)
        x += width


def _fills(placed: PlacedTable, board: Board) -> Iterator[Mark]:
    """Below all lines; what is white between two of them is left out."""
    y, scale = placed.box.y, board.scale
    for row in placed.rows:
        x = placed.box.x
        for cell, width in zip(row.cells, placed.columns, strict=True):
            if cell.fill:
                yield Panel(
                    x=board.left(Box(x, y, width, row.height)) + _APART / 2 * scale,
                    y=y * scale,
                    width=(width - _APART) * scale,
                    height=row.height * scale,
                    fill=cell.fill,
                )
            x += width
        y += row.height


def _cell(cell: TableCell, box: Box, board: Board, tagged: Element) -> Iterator[Mark]:
    yield from words(cell.paragraphs, box, board, tagged, anchor="middle", risen=False, whole=True)


def _edge(
    placed: PlacedTable, y: float, colour: Paint | None, width: float, board: Board
) -> Iterator[Mark]:
    if colour and width:
        whole = sum(placed.columns)
        line = Box(placed.box.x, y, whole, 0)
        x, scale = board.left(line), board.scale
        yield Rule(x, y * scale, x + whole * scale, y * scale, colour, width * scale)


def _columns(placed: PlacedTable, bottom: float, board: Board) -> Iterator[Mark]:
    """The upright lines of a table to write in."""
    x, scale = placed.box.x, board.scale
    for width in (0.0, *placed.columns):
        x += width
        at = board.left(Box(x, 0, 0, 0))
        top, low = placed.box.y * scale, bottom * scale
        yield Rule(at, top, at, low, placed.grid or "line", _GRID_WIDTH * scale)

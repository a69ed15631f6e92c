"""A placed table in; a native `a:tbl` with a header row and without style banding out."""

from __future__ import annotations

from careleaf.model.art import Paint
from careleaf.model.deck import PlacedTable, TableCell, TableRow
from careleaf.write.pptx.text_body import TextStyle, paragraphs
from careleaf.write.pptx.xml import emu

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's built-in "No Style, No Grid"."""

_GRID_WIDTH = 1.0
_APART = 6.0
"""Points: white between two filled cells."""


def grid(placed: PlacedTable, style: TextStyle) -> str:
    """`a:tbl`. Its rows are read from the side where reading starts."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in placed.columns)
    rows = "".join(_row(row, placed, style) for row in placed.rows)
    direction = ' rtl="1"' if style.right_to_left else ""
    return (
        f'<a:tbl><a:tblPr{direction} firstRow="1" firstCol="1"><a:tableStyleId>{_NO_STYLE}'
        f"</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
    )


def _row(row: TableRow, placed: PlacedTable, style: TextStyle) -> str:
    cells = "".join(_cell(cell, row, placed, style) for cell in row.cells)
    return f'<a:tr h="{emu(row.height)}">{cells}</a:tr>'


def _cell(cell: TableCell, row: TableRow, placed: PlacedTable, style: TextStyle) -> str:
    words = paragraphs(cell.paragraphs, style, exact=True)
    empty = f'<a:p><a:endParaRPr lang="{style.language}" sz="2000"/></a:p>'
    inset, gap = emu(cell.inset), emu(placed.gap)
    margins = f'marL="{inset}" marR="{gap}"'
    if style.right_to_left:
        margins = f'marL="{gap}" marR="{inset}"'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{words or empty}</a:txBody>"
        f'<a:tcPr {margins} marT="0" marB="0" anchor="ctr">{_apart(cell, style)}'
        f"{_edges(row, placed, style)}{style.palette.fill(cell.fill)}</a:tcPr></a:tc>"
    )


def _apart(cell: TableCell, style: TextStyle) -> str:
    """White on both sides of a filled cell."""
    if not cell.fill:
        return ""
    return "".join(_edge(side, "white", _APART, style) for side in ("lnL", "lnR"))


def _edges(row: TableRow, placed: PlacedTable, style: TextStyle) -> str:
    if placed.grid:
        return "".join(
            _edge(side, placed.grid, _GRID_WIDTH, style) for side in ("lnL", "lnR", "lnT", "lnB")
        )
    return _edge("lnB", row.rule, row.rule_width, style)


def _edge(side: str, colour: Paint | None, width: float, style: TextStyle) -> str:
    line = style.palette.line(colour, width)
    return line.replace("<a:ln", f"<a:{side}", 1).replace("</a:ln>", f"</a:{side}>")

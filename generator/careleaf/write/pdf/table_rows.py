"""A table too wide for one column in; its rows, one below the other, out.

Each row is a box that no page splits: every cell under the name of its column, the row's head in
bold. To a screen reader it is the table it was, its cells led by what they are."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.figure.meter import sureness_meter
from careleaf.model.inline import Line, plain
from careleaf.model.shape import Cell, Table
from careleaf.write.pdf.marks import ArtMark, Box, Rule, at, stacked
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import BOLD

_PAD = 8.0
_CELL_GAP = 5.0
_METER_WIDTH, _METER_HEIGHT, _METER_GAP = 36.0, 11.0, 8.0


_TITLE_GAP = 6.0


def again(caption: Line, setting: Setting, width: float) -> Box:
    """A table's title above what goes on overleaf; nothing where it has none. Readers have heard
    it: it is an artifact."""
    if not caption:
        return Box(height=0)
    said = setting.words(f"{plain(caption)} {setting.language.say('(continued)')}")
    box = setting.block(said, setting.styles.caption, width, None)
    return replace(box, height=box.height + _TITLE_GAP)


def rows_of(
    shape: Table, setting: Setting, element: Element, width: float, title: Box
) -> list[Box]:
    """A box a row; the first stands under a rule, as a table's head would. Where rows go on
    overleaf, the title stands above them `again`."""
    body = element.add("TBody")
    rule = Rule(0, title.height, width, title.height, "navy", 1.5)
    over = replace(title, marks=(*title.marks, rule))
    boxes: list[Box] = []
    for place, cells in enumerate(shape.rows):
        row = _row(shape, cells, setting, body.add("TR"), width)
        top = Rule(0, 0, width, 0, "navy", 1.5)
        foot = Rule(0, row.height, width, row.height, "hair", 0.75)
        rules = (foot,) if place else (top, foot)
        boxes.append(replace(row, marks=(*row.marks, *rules), head=over if place else None))
    return boxes


def _row(
    shape: Table, cells: tuple[Cell, ...], setting: Setting, row: Element, width: float
) -> Box:
    style = setting.styles.table_cell
    head = row.add("TH").set("Table", "Scope", "Row")
    boxes = _name(shape.head[0], setting, head, width)
    boxes.append(setting.block(cells[0].body, style.weighted(BOLD), width, head))
    for column, cell in zip(shape.head[1:], cells[1:], strict=True):
        element = row.add("TD")
        boxes += _name(column, setting, element, width)
        boxes.append(_cell(cell, setting, element, width))
    text = stacked(boxes)
    return Box(height=text.height + 2 * _PAD, marks=(at(text, 0, _PAD),))


def _name(column: Cell, setting: Setting, element: Element, width: float) -> list[Box]:
    """The name of a column; one may have none."""
    if not plain(column.body):
        return []
    named = setting.words(f"{plain(column.body)} ")
    name = setting.block(named, setting.styles.table_head, width, element)
    return [replace(name, gap=_CELL_GAP)]


def _cell(cell: Cell, setting: Setting, element: Element, width: float) -> Box:
    style = setting.styles.table_cell
    if cell.sureness is None:
        return setting.block(cell.body, style, width, element)
    grown = setting.styles.grown
    wide, high = grown(_METER_WIDTH), grown(_METER_HEIGHT)
    indent = wide + _METER_GAP
    text = setting.block(cell.body, style, width - indent, element)
    art = sureness_meter(cell.sureness.value)
    meter = ArtMark(
        x=0, y=(style.lead - high) / 2, width=wide, height=high + 1, art=art, points=True
    )
    return Box(height=text.height, marks=(meter, at(text, indent, 0)))

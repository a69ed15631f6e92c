"""Tables in; a box a row out, the head repeated on every page that the table reaches.

Structure: Table, Caption, THead and TBody, TR, TH with Scope, TD (ISO 32000-1, 14.8.4.3.4)."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.figure.meter import sureness_meter
from careleaf.model.inline import plain
from careleaf.model.shape import Cell, Table
from careleaf.write.pdf.marks import (
    ArtMark,
    Box,
    Entry,
    Group,
    Mark,
    Panel,
    Rule,
    TextLine,
    at,
    stacked,
)
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import BOLD
from careleaf.write.pdf.table_rows import again, rows_of

_PAD = 5.0
_METER_WIDTH, _METER_HEIGHT, _METER_GAP = 36.0, 11.0, 8.0
_DIARY_FIRST, _DIARY_HEAD, _DIARY_ROW, _DIARY_PAD = 158.0, 23.0, 27.0, 8.0
_DIARY_AIR = 5.0
"""Free in a head that is deeper than usual."""
_DIARY_MOST, _DIARY_LEAST = 0.38, 0.25
"""Share of the width for what a row is about: at most, and where days have long names at least."""
_DAY_PAD = 4.0
"""Free on either side of a day's name."""
_LEAST = 0.16
"""Least share of the width that a column gets."""


def table(shape: Table, setting: Setting, parent: Element, width: float) -> list[Box]:
    """Caption, head and rows."""
    element = parent.add("Table")
    boxes: list[Box] = []
    if shape.caption:
        caption = setting.block(
            shape.caption, setting.styles.caption, width, element.add("Caption")
        )
        boxes.append(replace(caption, keep=True))
    title = again(shape.caption, setting, width)
    if shape.role == "diary":
        rows = _diary(shape, setting, element, width)
    elif setting.styles.stacks and not _fits(shape, setting, width):
        rows = rows_of(shape, setting, element, width, title)
    else:
        rows = _plain(shape, setting, element, width, title)
    if boxes and rows:
        rows[0] = replace(rows[0], gap=6.0)
    return boxes + rows


_FEW = 2
"""Columns that can stand side by side where the page has one."""


def _fits(shape: Table, setting: Setting, width: float) -> bool:
    """Whether a narrow page can show it as a table: few columns, and no word that must be cut."""
    count = len(shape.head)
    room = width - setting.styles.gutter * (count - 1)
    words = sum(_least(shape, setting, column) for column in range(count))
    return count <= _FEW and words <= room


def _plain(shape: Table, setting: Setting, element: Element, width: float, title: Box) -> list[Box]:
    """No vertical rules, no zebra: a rule under the head, hair lines under rows. Where rows go on
    overleaf, title and head stand above them again."""
    widths = _widths(shape, setting, width)
    head_row = element.add("THead").add("TR")
    head = _row(shape.head, widths, setting, head_row, head=True, bottom=3.0, top=0.0)
    rule = Rule(0, head.height, width, head.height, "navy", 1.5)
    head = replace(head, marks=(*head.marks, rule), keep=True)
    body = element.add("TBody")
    over = stacked([title, head])
    rows = []
    for cells in shape.rows:
        row = _row(cells, widths, setting, body.add("TR"), head=False, top=_PAD, bottom=_PAD)
        line = Rule(0, row.height, width, row.height, "hair", 0.75)
        rows.append(replace(row, marks=(*row.marks, line), head=over))
    if len(rows) > 1:
        rows[0] = replace(rows[0], keep=True)
        rows[-2] = replace(rows[-2], keep=True)
    return [head, *rows]


def _row(
    cells: tuple[Cell, ...],
    widths: list[float],
    setting: Setting,
    row: Element,
    *,
    head: bool,
    top: float,
    bottom: float,
) -> Box:
    marks: list[Mark] = []
    x, height = 0.0, 0.0
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        box = _cell(cell, width, setting, _cell_element(row, place, head=head), place, head=head)
        marks.append(at(box, x, top))
        height = max(height, box.height)
        x += width + setting.styles.gutter
    return Box(height=top + height + bottom, marks=tuple(marks))


def _cell_element(row: Element, place: int, *, head: bool) -> Element:
    if head:
        return row.add("TH").set("Table", "Scope", "Column")
    return row.add("TH").set("Table", "Scope", "Row") if place == 0 else row.add("TD")


def _cell(
    cell: Cell, width: float, setting: Setting, element: Element, place: int, *, head: bool
) -> Box:
    style = (
        setting.styles.table_head
        if head
        else setting.styles.table_cell.weighted(BOLD)
        if place == 0
        else setting.styles.table_cell
    )
    if cell.sureness is None:
        return setting.block(cell.body, style, width, element)
    text = setting.block(cell.body, style, width - _METER_WIDTH - _METER_GAP, element)
    meter = ArtMark(
        x=0,
        y=(style.lead - _METER_HEIGHT) / 2,
        width=_METER_WIDTH,
        height=_METER_HEIGHT + 1,
        art=sureness_meter(cell.sureness.value),
        points=True,
    )
    return Box(height=text.height, marks=(meter, at(text, _METER_WIDTH + _METER_GAP, 0)))


def _widths(shape: Table, setting: Setting, width: float) -> list[float]:
    """Column widths: what each column would need on one line, tamed so that none starves. The rest
    is shared by need. Where not even single words fit side by side, words are cut."""
    count = len(shape.head)
    room = width - setting.styles.gutter * (count - 1)
    needs = [_need(shape, setting, column) for column in range(count)]
    if sum(needs) <= room:
        spare = (room - sum(needs)) / count
        return [need + spare for need in needs]
    least = room * _LEAST
    floors = [max(min(need, least), _least(shape, setting, n)) for n, need in enumerate(needs)]
    if sum(floors) >= room:
        return [floor * room / sum(floors) for floor in floors]
    spare = room - sum(floors)
    wants = [max(0.0, need - floor) ** 0.75 for need, floor in zip(needs, floors, strict=True)]
    total = sum(wants) or 1.0
    return [floor + spare * want / total for floor, want in zip(floors, wants, strict=True)]


def _need(shape: Table, setting: Setting, column: int) -> float:
    """The width of the column's widest cell on one line."""
    widest = setting.width(plain(shape.head[column].body), setting.styles.table_head)
    for row in shape.rows:
        cell = row[column]
        style = (
            setting.styles.table_cell.weighted(BOLD) if column == 0 else setting.styles.table_cell
        )
        meter = _METER_WIDTH + _METER_GAP if cell.sureness else 0.0
        widest = max(widest, setting.width(plain(cell.body), style) + meter)
    return widest + 1.0


def _least(shape: Table, setting: Setting, column: int) -> float:
    """The width of the column's widest word, with a meter beside it where there is one."""
    cells = [shape.head[column], *(row[column] for row in shape.rows)]
    style = setting.styles.table_cell.weighted(BOLD) if column == 0 else setting.styles.table_cell
    words = (
        setting.face.widest_word(plain(cell.body), size=style.size, weight=BOLD) for cell in cells
    )
    if any(cell.sureness for cell in cells):
        return _need(shape, setting, column)
    return max(words) + 1.0


def _diary(shape: Table, setting: Setting, element: Element, width: float) -> list[Box]:
    """A grid to write in. It is one box: a week must not be torn."""
    days = len(shape.head) - 1
    grown = setting.styles.grown
    widest = max(_head_width(cell, setting) for cell in shape.head[1:]) + 2 * _DAY_PAD
    most = min(grown(_DIARY_FIRST), width * _DIARY_MOST)
    named = min(most, max(width - days * widest, width * _DIARY_LEAST))
    day = (width - named) / days
    head = _diary_head(shape, setting, element.add("THead").add("TR"), day, named)
    high = head.height
    marks: list[Mark] = [Panel(x=0, y=0, width=width, height=high, fill="panel"), *head.marks]
    body = element.add("TBody")
    y = high
    for number, cells in enumerate(shape.rows, 1):
        row = body.add("TR")
        first = row.add("TH").set("Table", "Scope", "Row")
        box = setting.block(cells[0].body, setting.styles.list, named - 2 * _DIARY_PAD, first)
        height = max(grown(_DIARY_ROW), box.height + 10)
        marks.append(at(box, _DIARY_PAD, y + (height - box.height) / 2))
        for column, head_cell in enumerate(shape.head[1:]):
            says = setting.language.say(
                "{first}, {second}", first=plain(cells[0].body), second=plain(head_cell.body)
            )
            field = setting.field(row.add("TD"), "text", f"row-{number}-day-{column + 1}", says)
            if field:
                x = named + column * day + 1
                marks.append(Entry(x=x, y=y + 1, width=day - 2, height=height - 2, field=field))
        marks.append(Rule(0, y, width, y, "line" if y > high else "navy", 1))
        y += height
    xs = [0.0, *(named + place * day for place in range(days + 1))]
    marks += [Rule(x, 0, x, y, "line", 1) for x in xs]
    marks += [Rule(0, edge, width, edge, "line", 1) for edge in (0.0, y)]
    return [Box(height=y, marks=tuple(marks))]


def _head_width(cell: Cell, setting: Setting) -> float:
    """The width of a column's name in a diary, line by line."""
    lines = setting.lines(cell.body, setting.styles.table_head, setting.styles.width, None)
    return max((line.width for line in lines), default=0.0)


def _diary_head(shape: Table, setting: Setting, row: Element, day: float, named: float) -> Box:
    """What the columns are; days in the middle of theirs, smaller where one would touch a side."""
    style = setting.styles.table_head
    widest = max(_head_width(cell, setting) for cell in shape.head[1:])
    short = style.scaled(min(1.0, (day - _DAY_PAD) / widest)) if widest else style
    boxes = [
        setting.block(
            cell.body,
            short if place else style,
            _DIARY_FIRST,
            row.add("TH").set("Table", "Scope", "Column"),
        )
        for place, cell in enumerate(shape.head)
    ]
    deepest = max(box.height for box in boxes)
    high = max(setting.styles.grown(_DIARY_HEAD), deepest + _DIARY_AIR)
    marks: list[Mark] = []
    for place, box in enumerate(boxes):
        wide = max((m.line.width for m in box.marks if isinstance(m, TextLine)), default=0.0)
        x = _DIARY_PAD if place == 0 else named + (place - 1) * day + (day - wide) / 2
        marks.append(Group(x, (high - box.height) / 2, box.marks))
    return Box(height=high, marks=tuple(marks))

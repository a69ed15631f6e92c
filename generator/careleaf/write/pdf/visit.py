"""Rows about the visit in; the panel that says who the sheet is for out."""

from __future__ import annotations

from careleaf.write.pdf.marks import Box, Panel, at, stacked
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import BOLD, Style

_PAD_X, _PAD_Y = 14.0, 7.0
_LABEL_GAP = 8.0
_HAIR = 0.5
"""So that no rounding wraps a row that fits."""

Row = tuple[str, str]


def visit(rows: tuple[Row, ...], setting: Setting, parent: Element) -> Box:
    """Two rows side by side where both fit on a line: page one keeps its room. Never split."""
    lists = parent.add("L").set("List", "ListNumbering", "None")
    room = setting.styles.width - 2 * _PAD_X
    lines: list[Box] = []
    waiting = list(rows)
    while waiting:
        pair = waiting[: 2 if _side_by_side(waiting[:2], room, setting) else 1]
        lines.append(_line(pair, setting, lists, room))
        waiting = waiting[len(pair) :]
    inside = stacked(lines)
    above = setting.styles.air * _PAD_Y
    height = inside.height + 2 * above
    edge = Panel(
        x=0.5,
        y=0.5,
        width=setting.styles.width - 1,
        height=height - 1,
        radius=8,
        edge="line",
        edge_width=1,
    )
    return Box(height=height, marks=(edge, at(inside, _PAD_X, above)))


def _side_by_side(pair: list[Row], room: float, setting: Setting) -> bool:
    """Whether there are two, and each fits on one line beside the other."""
    wide = sum(_wide(row, setting) for row in pair)
    return len(pair) == 2 and wide + setting.styles.gutter <= room


def _line(rows: list[Row], setting: Setting, lists: Element, room: float) -> Box:
    """One row, or two: the second from the middle where both fit so, else right after the first."""
    if len(rows) == 1:
        return _row(rows[0], setting, lists, room)
    gutter = setting.styles.gutter
    first, second = (_wide(row, setting) for row in rows)
    begin = (room + gutter) / 2
    if first + gutter > begin or begin + second > room:
        begin = first + gutter
    widths = begin - gutter, room - begin
    cells = [_row(row, setting, lists, width) for row, width in zip(rows, widths, strict=True)]
    marks = (at(cells[0], 0, 0), at(cells[1], begin, 0))
    return Box(height=max(cell.height for cell in cells), marks=marks, gap=2.0)


def _wide(row: Row, setting: Setting) -> float:
    label, words = row
    return (
        setting.width(f"{label}:", _label(setting))
        + _LABEL_GAP
        + setting.width(words, setting.styles.body)
        + _HAIR
    )


def _row(row: Row, setting: Setting, lists: Element, width: float) -> Box:
    label, words = row
    entry = lists.add("LI")
    name = setting.block(setting.words(f"{label}: "), _label(setting), width, entry.add("Lbl"))
    begin = setting.width(f"{label}:", _label(setting)) + _LABEL_GAP
    text = setting.block(
        setting.words(words), setting.styles.body, width - begin, entry.add("LBody")
    )
    height = max(name.height, text.height)
    return Box(height=height, marks=(at(name, 0, 0), at(text, begin, 0)), gap=2.0)


def _label(setting: Setting) -> Style:
    return setting.styles.body.weighted(BOLD).coloured("navy")

"""Rows about the visit in; the panel that says who the sheet is for out."""

from __future__ import annotations

from careleaf.write.pdf.marks import Box, Panel, at, stacked
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import BOLD, Style

_PAD_X, _PAD_Y = 14.0, 7.0
_LABEL_GAP = 8.0

Row = tuple[str, str]


def visit(rows: tuple[Row, ...], setting: Setting, parent: Element) -> Box:
    """Two rows side by side where both are short, so that page one keeps its room. Never split."""
    lists = parent.add("L").set("List", "ListNumbering", "None")
    room = setting.styles.width - 2 * _PAD_X
    half = (room - setting.styles.gutter) / 2
    lines: list[Box] = []
    waiting = list(rows)
    while waiting:
        pair = waiting[:2]
        if len(pair) == 2 and all(_wide(row, setting) <= half for row in pair):
            cells = [_row(row, setting, lists, half) for row in pair]
            marks = tuple(
                at(cell, n * (half + setting.styles.gutter), 0) for n, cell in enumerate(cells)
            )
            lines.append(Box(height=max(cell.height for cell in cells), marks=marks, gap=2.0))
        else:
            pair = waiting[:1]
            lines.append(_row(pair[0], setting, lists, room))
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


def _wide(row: Row, setting: Setting) -> float:
    label, words = row
    return (
        setting.width(f"{label}:", _label(setting))
        + _LABEL_GAP
        + setting.width(words, setting.styles.body)
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

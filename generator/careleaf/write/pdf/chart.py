"""A series of numbers in; a bar for each, under what they count, out.

To a screen reader it is a table: a row for each bar, its name the head of the row. The bars only
repeat the numbers, and are artifacts."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.inline import plain
from careleaf.model.shape import Bar, Chart
from careleaf.write.pdf.marks import Box, Group, Mark, Panel, Rule, at, stacked
from careleaf.write.pdf.prose import titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.so_what import so_what
from careleaf.write.pdf.structure import Element

_NAMES_SHARE = 0.34
"""The most of the width that names take."""
_BAR, _GAP, _PAD = 17.0, 7.0, 9.0
_EDGE, _AXIS = 1.0, 1.25


def chart(shape: Chart, setting: Setting, parent: Element, level: int) -> list[Box]:
    """Title, bars, meaning and source; only the title may stand apart, and never alone."""
    boxes = titled(shape.title, setting.styles.small_heading, setting, parent, level, gap=15.0)
    table = parent.add("Table")
    caption = setting.block(
        shape.label,
        setting.styles.body.coloured("slate"),
        setting.styles.width,
        table.add("Caption"),
    )
    column = [caption, replace(_bars(shape, setting, table.add("TBody")), gap=6.0)]
    column += _meaning(shape, setting, parent)
    return [*boxes, replace(stacked(column), gap=4.0)]


def _bars(shape: Chart, setting: Setting, body: Element) -> Box:
    """Rows from one axis on; all bars on one scale."""
    widest = max(setting.width(plain(bar.name), setting.styles.body) for bar in shape.bars)
    names = min(widest + 1, setting.styles.width * _NAMES_SHARE)
    start = names + _PAD
    number = max(setting.width(str(bar.value), setting.styles.value) for bar in shape.bars)
    unit = (setting.styles.width - start - _PAD - number) / shape.top
    some = any(bar.highlighted for bar in shape.bars)
    marks: list[Mark] = []
    y = 0.0
    for bar in shape.bars:
        row = body.add("TR")
        name = setting.block(
            bar.name, setting.styles.body, names, row.add("TH").set("Table", "Scope", "Row")
        )
        value = setting.block(
            setting.words(str(bar.value)), setting.styles.value, number + 1, row.add("TD")
        )
        height = max(_BAR, name.height)
        drawn = _bar(bar, start, bar.value * unit, filled=bar.highlighted or not some)
        marks += [
            at(name, 0, y + (height - name.height) / 2),
            Group(0, y + (height - _BAR) / 2, drawn),
            at(value, start + bar.value * unit + _PAD, y + (height - value.height) / 2),
        ]
        y += height + _GAP
    foot = y - _GAP
    axis = Rule(start, -4, start, foot + 4, "ink", _AXIS)
    return Box(height=foot + 4, marks=(*marks, axis))


def _bar(bar: Bar, start: float, length: float, *, filled: bool) -> tuple[Mark, ...]:
    if not bar.value:
        return ()
    fill = "navy" if filled else "tint"
    panel = Panel(x=start, y=0, width=length, height=_BAR, fill=fill, edge="navy", edge_width=_EDGE)
    return (panel,)


def _meaning(shape: Chart, setting: Setting, parent: Element) -> list[Box]:
    """The highlighted number large, the words that go on from it, what to do, the source."""
    boxes: list[Box] = []
    if shape.number and shape.takeaway:
        para = parent.add("P")
        number = setting.block(
            setting.words(f"{shape.number} "), setting.styles.phone, setting.styles.width, para
        )
        words = setting.block(shape.takeaway, setting.styles.body, setting.styles.width, para)
        boxes += [replace(number, gap=10.0), replace(words, gap=1.0)]
    return boxes + so_what(shape, setting, parent, setting.styles.width, gap=8.0)

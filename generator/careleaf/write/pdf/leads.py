"""What to do today in; its leads alone, each with its icon, for a page one that has no room for
more, out."""

from __future__ import annotations

from careleaf.model.shape import Item
from careleaf.write.pdf.icons import plain_icon
from careleaf.write.pdf.marks import Box, Disc, Mark, at, stacked
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_ICON, _INDENT, _ROW_GAP = 22.0, 32.0, 5.0


def leads(entries: tuple[Item, ...], setting: Setting, lists: Element) -> Box:
    """Two a row. Not for a page of one column, which flows on."""
    gutter = setting.styles.gutter
    cell = (setting.styles.width - gutter) / 2
    rows: list[Box] = []
    for start in range(0, len(entries), 2):
        cells = [_cell(item, setting, lists, cell) for item in entries[start : start + 2]]
        marks = tuple(at(box, place * (cell + gutter), 0) for place, box in enumerate(cells))
        rows.append(Box(height=max(box.height for box in cells), marks=marks, gap=_ROW_GAP))
    return stacked(rows)


def _cell(item: Item, setting: Setting, lists: Element, width: float) -> Box:
    style = setting.styles.lead
    text = setting.block(item.lead, style, width - _INDENT, lists.add("LI").add("LBody"))
    height = max(text.height, _ICON)
    middle = height / 2
    mark: Mark = Disc(x=_ICON / 2, y=middle, radius=setting.styles.grown(2.5), fill="teal")
    if item.icon:
        mark = plain_icon(item.icon, 0, middle - _ICON / 2, _ICON)
    return Box(height=height, marks=(mark, at(text, _INDENT, middle - text.height / 2)))

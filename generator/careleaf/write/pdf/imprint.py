"""Sources and review in; the small print at the leaflet's end out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careleaf.model.inline import Line
from careleaf.model.leaflet import Imprint
from careleaf.write.pdf.marks import Box, Rule, at, spaced
from careleaf.write.pdf.prose import titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_INDENT = 20.0


def imprint(shape: Imprint, setting: Setting, parent: Element) -> list[Box]:
    """Who wrote it and when it is reviewed; then the sources, numbered."""
    boxes: list[Box] = []
    if shape.about:
        boxes += spaced(imprint_title(shape.about_title, setting, parent), 24.0)
        for about in shape.about:
            box = setting.block(
                setting.words(about), setting.styles.note, setting.styles.width, parent.add("P")
            )
            boxes.append(replace(box, keep=True))
        boxes[-1] = replace(boxes[-1], keep=False)
    if shape.sources:
        boxes += spaced(imprint_title(shape.sources_title, setting, parent), 15.0)
        boxes += source_rows(shape.sources, setting, parent)
    if boxes:
        first = boxes[0]
        boxes[0] = replace(
            first, marks=(Rule(0, -10, setting.styles.width, -10, "hair", 0.75), *first.marks)
        )
    return boxes


def imprint_title(title: str, setting: Setting, parent: Element) -> list[Box]:
    """A heading of the small print, bound to what it heads."""
    return titled(setting.words(title), setting.styles.note_title, setting, parent, 2, gap=0)


def source_rows(sources: Sequence[Line], setting: Setting, parent: Element) -> list[Box]:
    """A box for each source, with its number."""
    styles = setting.styles
    indent = 1.4 * styles.note.lead if styles.stacks else styles.grown(_INDENT)
    lists = parent.add("L").set("List", "ListNumbering", "Decimal")
    boxes: list[Box] = []
    for number, line in enumerate(sources, 1):
        entry = lists.add("LI")
        words = setting.words(f"{number}.")
        label = setting.block(words, styles.note, indent, entry.add("Lbl"))
        text = setting.block(line, styles.note, styles.width - indent, entry.add("LBody"))
        boxes.append(Box(height=text.height, marks=(at(label, 0, 0), at(text, indent, 0))))
    return boxes

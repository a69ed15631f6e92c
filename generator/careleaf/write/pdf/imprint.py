"""Sources and review in; the small print at the leaflet's end out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.leaflet import Imprint
from careleaf.write.pdf.marks import Box, Rule, at
from careleaf.write.pdf.prose import titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_INDENT = 20.0


def imprint(shape: Imprint, setting: Setting, parent: Element) -> list[Box]:
    """Who wrote it and when it is reviewed; then the sources, numbered."""
    boxes: list[Box] = []
    indent = (
        setting.styles.grown(_INDENT)
        if not setting.styles.stacks
        else 1.4 * setting.styles.note.lead
    )
    if shape.about:
        boxes += _titled(shape.about_title, setting, parent, gap=24.0)
        for about in shape.about:
            box = setting.block(
                setting.words(about), setting.styles.note, setting.styles.width, parent.add("P")
            )
            boxes.append(replace(box, keep=True))
        boxes[-1] = replace(boxes[-1], keep=False)
    if shape.sources:
        boxes += _titled(shape.sources_title, setting, parent, gap=15.0)
        lists = parent.add("L").set("List", "ListNumbering", "Decimal")
        for number, line in enumerate(shape.sources, 1):
            entry = lists.add("LI")
            words = setting.words(f"{number}.")
            label = setting.block(words, setting.styles.note, indent, entry.add("Lbl"))
            text = setting.block(
                line, setting.styles.note, setting.styles.width - indent, entry.add("LBody")
            )
            marks = (at(label, 0, 0), at(text, indent, 0))
            boxes.append(Box(height=text.height, marks=marks))
    if boxes:
        first = boxes[0]
        boxes[0] = replace(
            first, marks=(Rule(0, -10, setting.styles.width, -10, "hair", 0.75), *first.marks)
        )
    return boxes


def _titled(title: str, setting: Setting, parent: Element, *, gap: float) -> list[Box]:
    return titled(setting.words(title), setting.styles.note_title, setting, parent, 2, gap=gap)

"""Words to know in; a box for every two of them out."""

from __future__ import annotations

from careleaf.model.shape import Definition, Definitions
from careleaf.write.pdf.marks import Box, Mark, Rule, at, kept, stacked
from careleaf.write.pdf.prose import titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_TOGETHER = 2
"""The heading and this many rows begin a list on one page."""


def definitions(shape: Definitions, setting: Setting, parent: Element, level: int) -> list[Box]:
    """Words to know, two a row: the word, how to say it, what it means."""
    boxes = titled(
        setting.words(shape.title),
        setting.styles.section,
        setting,
        parent,
        level,
        gap=24.0,
        anchor="_words",
    )
    lists = parent.add("L").set("List", "ListNumbering", "None")
    across = 1 if setting.styles.stacks else 2
    gutter = setting.styles.gutter
    cell = (setting.styles.width - (across - 1) * gutter) / across
    entries = [_entry(one, setting, lists.add("LI"), cell) for one in shape.entries]
    for place in range(0, len(entries), across):
        row = entries[place : place + across]
        height = max(box.height for box in row) + 16
        marks: list[Mark] = [
            at(box, column * (cell + setting.styles.gutter), 8) for column, box in enumerate(row)
        ]
        if place + across < len(entries):
            marks.append(Rule(0, height, setting.styles.width, height, "hair", 0.75))
        boxes.append(Box(height=height, marks=tuple(marks)))
    together = min(_TOGETHER, len(boxes) - 1)
    return [*kept(boxes[:together]), *boxes[together:]]


def _entry(one: Definition, setting: Setting, element: Element, width: float) -> Box:
    term = setting.block(
        setting.words(one.term),
        setting.styles.lead.coloured("navy"),
        width,
        element.add("Lbl"),
    )
    body = element.add("LBody")
    boxes = [term]
    if one.say:
        said = (*setting.say("say: "), *one.say)
        boxes.append(
            setting.block(said, setting.styles.list.coloured("slate"), width, body.add("P"))
        )
    boxes.append(setting.block(one.meaning, setting.styles.list, width, body.add("P")))
    return stacked(boxes)

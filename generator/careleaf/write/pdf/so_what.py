"""A number drawn in people or bars in; what to make of it, and where it comes from, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.shape import Chart, IconArray
from careleaf.write.pdf.marks import Box
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import SEMIBOLD


def so_what(
    shape: Chart | IconArray, setting: Setting, parent: Element, width: float, *, gap: float
) -> list[Box]:
    """None, one or two boxes of `width` points; `gap` points stand above the first."""
    style = setting.styles.body.weighted(SEMIBOLD).coloured("teal-deep")
    boxes: list[Box] = []
    if shape.so_what:
        meaning = setting.block(shape.so_what, style, width, parent.add("P"))
        boxes.append(replace(meaning, gap=gap))
    if shape.source:
        source = setting.block(
            setting.words(shape.source), setting.styles.note, width, parent.add("P")
        )
        boxes.append(replace(source, gap=4.0))
    return boxes

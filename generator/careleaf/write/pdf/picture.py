"""A picture in; it and its caption, never parted, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.figure.beside import beside
from careleaf.model.art import Pose
from careleaf.model.shape import Figure
from careleaf.write.pdf.marks import ArtMark, Box, stacked
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_WIDEST, _DEEPEST = 331.2, 300.0
"""Points: four columns, and less than half a page. A person is drawn at a point a unit at most."""


def figure(shape: Figure, setting: Setting, parent: Element, width: float) -> list[Box]:
    """A figure element with its caption; the credit stands below it."""
    element = parent.add("Figure", alt=shape.alt)
    posed = isinstance(shape.art, Pose)
    art = beside(shape.art) if isinstance(shape.art, Pose) else shape.art
    ratio = art.height / art.width
    wide = min(width, _WIDEST, _DEEPEST / ratio, art.width if posed else width)
    picture = ArtMark(
        x=0,
        y=0,
        width=wide,
        height=wide * ratio,
        art=art,
        # What "current" is: a person's limbs are parted by the paper.
        colour="white" if posed else "navy",
        content=element.content(),
    )
    boxes = [Box(height=wide * ratio, marks=(picture,))]
    if shape.caption:
        caption = setting.block(shape.caption, setting.styles.body, width, element.add("Caption"))
        boxes.append(replace(caption, gap=6.0))
    if shape.credit:
        credit = setting.block(shape.credit, setting.styles.note, width, parent.add("P"))
        boxes.append(replace(credit, gap=2.0))
    return [stacked(boxes)]

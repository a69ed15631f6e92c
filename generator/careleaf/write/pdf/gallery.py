"""People who stand next to one another in the text in; rows of them with their captions out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careleaf.figure.last import Last, last
from careleaf.model.art import Pose
from careleaf.model.shape import Figure
from careleaf.write.pdf.marks import ArtMark, Box, Mark, at, stacked
from careleaf.write.pdf.poses import SCALE
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_IN_A_ROW = 3
_CAPTION_GAP = 6.0


def people_in_rows(figures: Sequence[Figure], setting: Setting, parent: Element) -> list[Box]:
    """Three in a row, or two; everybody at one scale. A row is never split."""
    across = 2 if len(figures) in {2, 4} else _IN_A_ROW
    width = (setting.styles.width - setting.styles.gutter * (across - 1)) / across
    shown = [(one, last(one.art, one.alt)) for one in figures if isinstance(one.art, Pose)]
    scale = min(SCALE, *(width / person.frame.width for _, person in shown))
    return [
        replace(_row(shown[start : start + across], setting, parent, width, scale), gap=15.0)
        for start in range(0, len(shown), across)
    ]


def _row(
    shown: Sequence[tuple[Figure, Last]],
    setting: Setting,
    parent: Element,
    width: float,
    scale: float,
) -> Box:
    floor = max(person.ground for _, person in shown) * scale
    below = max(person.frame.height - person.ground for _, person in shown) * scale
    marks: list[Mark] = []
    height = 0.0
    for place, (figure, person) in enumerate(shown):
        x = place * (width + setting.styles.gutter)
        element = parent.add("Figure", alt=person.alt)
        wide, high = person.frame.width * scale, person.frame.height * scale
        marks.append(
            ArtMark(
                x=x,
                y=floor - person.ground * scale,
                width=wide,
                height=high,
                art=person.frame,
                colour="white",
                content=element.content(),
            )
        )
        words = _words(figure, setting, element, parent, width)
        marks.append(at(words, x, floor + below + _CAPTION_GAP))
        height = max(height, floor + below + _CAPTION_GAP + words.height)
    return Box(height=height, marks=tuple(marks))


def _words(
    figure: Figure, setting: Setting, element: Element, parent: Element, width: float
) -> Box:
    """Caption and credit; either may be empty."""
    boxes: list[Box] = []
    if figure.caption:
        boxes.append(
            setting.block(figure.caption, setting.styles.body, width, element.add("Caption"))
        )
    if figure.credit:
        boxes.append(setting.block(figure.credit, setting.styles.note, width, parent.add("P")))
    return stacked(boxes)

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
_PICTURE_SHARE = 0.4
"""Of the width, for a picture beside its words."""


def people_in_rows(figures: Sequence[Figure], setting: Setting, parent: Element) -> list[Box]:
    """Three in a row, or two; everybody at one scale. Where the page has one column, a picture and
    its words stand side by side. A row is never split."""
    shown = [(one, last(one.art, one.alt)) for one in figures if isinstance(one.art, Pose)]
    if setting.styles.stacks:
        room = setting.styles.width * _PICTURE_SHARE
        scale = min(SCALE, *(room / person.frame.width for _, person in shown))
        gap = setting.styles.block_gap
        return [replace(_aside(one, setting, parent, room, scale), gap=gap) for one in shown]
    across = 2 if len(figures) in {2, 4} else _IN_A_ROW
    width = (setting.styles.width - setting.styles.gutter * (across - 1)) / across
    scale = min(SCALE, *(width / person.frame.width for _, person in shown))
    return [
        replace(_row(shown[start : start + across], setting, parent, width, scale), gap=15.0)
        for start in range(0, len(shown), across)
    ]


def _aside(
    shown: tuple[Figure, Last], setting: Setting, parent: Element, room: float, scale: float
) -> Box:
    """A picture on the start side, its words beside it."""
    figure, person = shown
    element = parent.add("Figure", alt=person.alt)
    wide, high = person.frame.width * scale, person.frame.height * scale
    left = room + setting.styles.gutter
    words = _words(figure, setting, element, parent, setting.styles.width - left)
    height = max(high, words.height)
    art = ArtMark(
        x=(room - wide) / 2,
        y=(height - high) / 2,
        width=wide,
        height=high,
        art=person.frame,
        colour="white",
        content=element.content(),
    )
    return Box(height=height, marks=(art, at(words, left, (height - words.height) / 2)))


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

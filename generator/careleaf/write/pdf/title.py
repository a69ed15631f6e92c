"""A leaflet's title in; the words at the head of page one, and who stands beside them, out."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from careleaf.model.leaflet import Leaflet
from careleaf.write.pdf.marks import Anchor, ArtMark, Box, at, stacked
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_TALLEST = 108.0
"""How high someone beside the title stands where there is room, in points."""
_RAISED, _TALLER = 12.0, 30.0
"""How far they may reach above the title: into the air below the running head, or more, where the
words then stand lower."""

Person = Literal["large", "small", "nobody"]
"""How tall someone beside the title stands: in two columns, or as high as the words."""


def title(
    leaflet: Leaflet,
    setting: Setting,
    tree: Element,
    person: Person = "nobody",
    *,
    large: bool = True,
    subtitle: bool = True,
) -> Box:
    """Title and subtitle; who stands beside them has their ground on the last line. One that is not
    `large` is set as a part's."""
    if leaflet.pose is None or person == "nobody":
        words = _words(leaflet, setting, tree, setting.styles.width, large=large, subtitle=subtitle)
        return replace(words, keep=True, heads=True)
    frame, ground = leaflet.pose.frames[-1], leaflet.pose.ground[-1]
    room = setting.styles.columns(2 if person == "large" else 1)
    left = setting.styles.width - room - setting.styles.gutter
    words = _words(leaflet, setting, tree, left, large=large, subtitle=subtitle)
    tall = min(_TALLEST, words.height + (_TALLER if person == "large" else _RAISED))
    scale = min(tall / ground, room / frame.width)
    height = max(words.height, ground * scale - _RAISED)
    wide, high = frame.width * scale, frame.height * scale
    x, y = setting.styles.width - wide, height - ground * scale
    art = ArtMark(x=x, y=y, width=wide, height=high, art=frame, colour="white")
    marks = (at(words, 0, height - words.height), art)
    return Box(height=height, marks=marks, keep=True, heads=True)


def _words(
    leaflet: Leaflet, setting: Setting, tree: Element, width: float, *, large: bool, subtitle: bool
) -> Box:
    title = setting.words(leaflet.title)
    style = setting.styles.title if large else setting.styles.part
    style = setting.fitting(title, style, width)
    box = setting.block(title, style, width, tree.add("H1"), even=True)
    anchors = tuple(Anchor(0, name, leaflet.title, None) for name in leaflet.first.anchors)
    top = Anchor(0, "_top", leaflet.title, 0)
    boxes = [replace(box, marks=(top, *anchors, *box.marks))]
    if leaflet.subtitle and subtitle:
        line = setting.words(leaflet.subtitle)
        boxes.append(
            replace(setting.block(line, setting.styles.subtitle, width, tree.add("P")), gap=3.0)
        )
    return stacked(boxes)

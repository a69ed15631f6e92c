"""A human figure in; its drawings on one floor, start beside finish, out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careleaf.model.art import Drawing, Pose
from careleaf.write.pdf.drawings import path_boxes
from careleaf.write.pdf.icons import onward_icon
from careleaf.write.pdf.marks import ArtMark, Box, Group, Mark, at, stacked
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

SCALE = 0.665
"""Points a unit of a figure: everybody on a page is drawn at one scale."""
_ARROW = 16.0
_BETWEEN = 10.0
"""Free on either side of the arrow."""
_LABEL_GAP = 4.0


def movement(
    pose: Pose, setting: Setting, element: Element, width: float, scale: float = SCALE
) -> Box:
    """Start, an arrow, finish; or the one drawing that there is, in the middle of the width.
    `scale` is points a unit, at most."""
    if len(pose.frames) == 1:
        return _alone(pose, element, width, scale)
    slot = (width - _ARROW) / 2 - _BETWEEN
    scale = min(scale, *(slot / frame.width for frame in pose.frames))
    names = [setting.language.say("Start"), setting.language.say("Finish")]
    label = setting.styles.key_label
    widths = [setting.width(name, label) / scale for name in names]
    from_right = setting.language.direction == "rtl"
    top = _above(pose, widths, label.lead, scale, from_right=from_right)
    floor = top + max(pose.ground) * scale
    marks: list[Mark] = []
    depth = 0.0
    for place, name in enumerate(names):
        x = place * (width - slot)
        words = setting.block(
            setting.words(f"{name} "), setting.styles.key_label, slot, element.add("P")
        )
        person = _person(pose, place, scale, element)
        y = floor - pose.ground[place] * scale
        marks += [at(words, x, 0), Group(x, y, (person,))]
        depth = max(depth, y + person.height)
    middle = floor - _ARROW * 1.5
    marks.append(onward_icon("arrow-right", slot + _BETWEEN, middle, _ARROW, "slate"))
    return Box(height=depth, marks=tuple(marks))


def movement_down(
    pose: Pose, setting: Setting, element: Element, width: float, scale: float = SCALE
) -> Box:
    """Start above finish, each under its name: a picture that words can stand beside."""
    if len(pose.frames) == 1:
        return _alone(pose, element, width, scale)
    scale = min(scale, *(width / frame.width for frame in pose.frames))
    boxes: list[Box] = []
    for place, name in enumerate((setting.language.say("Start"), setting.language.say("Finish"))):
        said = setting.words(f"{name} ")
        label = setting.block(said, setting.styles.key_label, width, element.add("P"))
        person = _person(pose, place, scale, element)
        drawn = Box(height=person.height, marks=(Group((width - person.width) / 2, 0, (person,)),))
        boxes += [replace(label, gap=6.0), drawn]
    return stacked(boxes)


def _alone(pose: Pose, element: Element, width: float, scale: float) -> Box:
    person = _person(pose, 0, min(scale, width / pose.frames[0].width), element)
    return Box(height=person.height, marks=(Group((width - person.width) / 2, 0, (person,)),))


def standing(pose: Pose, scale: float, element: Element, x: float, floor: float) -> Mark:
    """The first drawing of a pose, its middle at `x` and its ground at `floor`."""
    person = _person(pose, 0, scale, element)
    return Group(x - person.width / 2, floor - pose.ground[0] * scale, (person,))


def person_box(frame: Drawing, scale: float, width: float, figure: Element) -> Box:
    """One drawing in the middle of a width; `figure` is what it is to readers."""
    drawn = _drawn(frame, scale, figure)
    return Box(height=drawn.height, marks=(Group((width - drawn.width) / 2, 0, (drawn,)),))


def _person(pose: Pose, place: int, scale: float, element: Element) -> ArtMark:
    return _drawn(pose.frames[place], scale, element.add("Figure", alt=pose.frame_alts[place]))


def _drawn(frame: Drawing, scale: float, figure: Element) -> ArtMark:
    """What parts the limbs is the paper's white."""
    return ArtMark(
        x=0,
        y=0,
        width=frame.width * scale,
        height=frame.height * scale,
        art=frame,
        colour="white",
        content=figure.content(),
    )


def _above(
    pose: Pose, widths: Sequence[float], lead: float, scale: float, *, from_right: bool
) -> float:
    """Room above the drawings for their labels: none where all have a free corner for theirs."""
    for frame, width in zip(pose.frames, widths, strict=True):
        for left, top, right, _ in path_boxes(frame):
            free = frame.width - right if from_right else left
            if free < width + _LABEL_GAP and top < (lead + _LABEL_GAP) / scale:
                return lead + _LABEL_GAP
    return 0.0

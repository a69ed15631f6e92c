"""Exercise cards in; boxes with figure, steps, when to stop, dose and tick boxes out.

A card is never split. With a figure its left part shows the movement and its right part the steps;
without one its left part holds the steps, its right part what keeps a patient safe. Where the page
has one column, all of it stands in rows, but a movement of one drawing has the words beside it, and
in easy read every movement."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careleaf.model.art import Pose
from careleaf.model.inline import plain
from careleaf.model.shape import Card
from careleaf.write.pdf.card_parts import (
    NARROW_INDENT,
    STEP_INDENT,
    card_frame,
    card_safety,
    card_steps,
    card_title,
)
from careleaf.write.pdf.dose_strip import dose_strip
from careleaf.write.pdf.fitted import fitted
from careleaf.write.pdf.marks import Box, at, stacked
from careleaf.write.pdf.poses import SCALE, movement, movement_down
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_PAD_X, _PAD_TOP, _PAD_BOTTOM = 12.0, 10.0, 10.0
_STEPS, _SAFETY_X = 268.0, 284.0
_FIGURE, _BESIDE_X = 288.0, 304.0
"""Width of the movement, and where the steps beside it begin."""
_SAFETY_GAP = 9.0
_SMALLER = (1.33, 1.15, 1.0, 0.8, 0.65, 0.5, 0.36)
"""Figures of a card in one column: as large as leaves the card no deeper than a page, below the
heading of its section and part if that can be."""


def card(
    shape: Card, setting: Setting, parent: Element, level: int, above: Sequence[float] = (0.0,)
) -> Box:
    """One exercise. `level` is that of its heading; `above` are points that stand above it on its
    page, from all that should to what must."""
    element = parent.add("Sect")
    says = setting.language.say(
        "Exercise {number}, {title}", number=shape.number, title=plain(shape.title)
    )
    setting = setting.within(f"exercise-{shape.key}", says)
    if not setting.styles.stacks:
        body = (
            _shown(shape, shape.pose, setting, element, level)
            if shape.pose
            else _told(shape, setting, element, level)
        )
        return _framed(body, dose_strip(shape, setting, element), setting)
    gap = setting.styles.block_gap
    depths = [setting.depth - points - (gap if points else 0.0) for points in above]

    def draw(scale: float, tree: Element) -> Box:
        body = _arranged(shape, setting, tree, level, scale * SCALE)
        return _framed(body, dose_strip(shape, setting, tree), setting)

    return fitted(draw, _SMALLER, depths, element)


def _framed(body: Box, strip: Box, setting: Setting) -> Box:
    foot = _PAD_TOP + body.height + _PAD_BOTTOM
    frame = card_frame(setting.styles.width, foot, strip.height)
    marks = (*frame, at(body, _PAD_X, _PAD_TOP), at(strip, 0, foot))
    return Box(height=foot + strip.height, marks=marks)


def _inside(setting: Setting) -> float:
    """The width between the card's edges."""
    return setting.styles.width - 2 * _PAD_X


def _arranged(shape: Card, setting: Setting, element: Element, level: int, scale: float) -> Box:
    if shape.pose and (setting.styles.picture or len(shape.pose.frames) == 1):
        return _pictured(shape, shape.pose, setting, element, level, scale)
    return _piled(shape, setting, element, level, scale)


def _pictured(  # noqa: PLR0917 - a card, and what it is set with
    shape: Card, pose: Pose, setting: Setting, element: Element, level: int, scale: float
) -> Box:
    """The movement on the start side, the words beside it."""
    room = _inside(setting)
    left = setting.styles.columns(3)
    if not setting.styles.picture:
        left = min(left, scale * max(frame.width for frame in pose.frames))
    title = card_title(shape, setting, element, level, room)
    moved = movement_down(pose, setting, element, left, scale)
    beside = left + setting.styles.gutter
    words = room - beside
    steps = card_steps(shape, setting, element, words, indent=NARROW_INDENT)
    told = stacked([steps, *card_safety(shape, setting, element, (words, words))])
    top = title.height + 8
    marks = (at(title, 0, 0), at(moved, 0, top), at(told, beside, top + 6))
    return Box(height=top + max(moved.height, told.height + 6), marks=marks)


def _piled(shape: Card, setting: Setting, element: Element, level: int, scale: float) -> Box:
    """Title, movement, steps, when to stop: one below the other."""
    room = _inside(setting)
    boxes = [card_title(shape, setting, element, level, room)]
    if shape.pose:
        boxes.append(replace(movement(shape.pose, setting, element, room, scale), gap=8.0))
    steps = card_steps(shape, setting, element, room, indent=NARROW_INDENT)
    boxes.append(replace(steps, gap=_SAFETY_GAP))
    return stacked([*boxes, *card_safety(shape, setting, element, (room, room))])


def _told(shape: Card, setting: Setting, element: Element, level: int) -> Box:
    """Title; below it the steps, and beside them when to stop."""
    title = card_title(shape, setting, element, level, _inside(setting))
    steps = card_steps(shape, setting, element, _STEPS, indent=STEP_INDENT)
    room = _inside(setting) - _SAFETY_X
    safety = stacked(card_safety(shape, setting, element, (room, room)))
    top = title.height + 7
    marks = (at(title, 0, 0), at(steps, 0, top), at(safety, _SAFETY_X, top))
    return Box(height=top + max(steps.height, safety.height), marks=marks)


def _shown(shape: Card, pose: Pose, setting: Setting, element: Element, level: int) -> Box:
    """Title and movement, the steps beside them. When to stop stands below the movement, and is
    read before the steps; or below both, where that is less deep."""
    title = card_title(shape, setting, element, level, _FIGURE)
    moved = stacked([title, replace(movement(pose, setting, element, _FIGURE), gap=6.0)])
    told, under_movement, under_both = Element("Sect"), Element("Sect"), Element("Sect")
    steps = card_steps(shape, setting, told, _inside(setting) - _BESIDE_X, indent=NARROW_INDENT)
    narrow = stacked(card_safety(shape, setting, under_movement, (_FIGURE, _FIGURE)))
    shares = _FIGURE if shape.caution else _inside(setting), _inside(setting) - _BESIDE_X
    wide = _in_a_row(card_safety(shape, setting, under_both, shares))
    left = moved.height + _SAFETY_GAP + narrow.height
    upper = max(moved.height, steps.height + 2)
    first, beside = at(moved, 0, 0), at(steps, _BESIDE_X, 2)
    if max(left, steps.height + 2) <= upper + _SAFETY_GAP + wide.height:
        element.kids += [*under_movement.kids, *told.kids]
        marks = (first, at(narrow, 0, moved.height + _SAFETY_GAP), beside)
        return Box(height=max(left, steps.height + 2), marks=marks)
    element.kids += [*told.kids, *under_both.kids]
    marks = (first, beside, at(wide, 0, upper + _SAFETY_GAP))
    return Box(height=upper + _SAFETY_GAP + wide.height, marks=marks)


def _in_a_row(boxes: list[Box]) -> Box:
    """One box as wide as the card, or two as wide as what stands above them."""
    marks = tuple(at(box, place * _BESIDE_X, 0) for place, box in enumerate(boxes))
    return Box(height=max(box.height for box in boxes), marks=marks)

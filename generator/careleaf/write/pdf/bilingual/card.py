"""An exercise in two languages in; one card, its figures between the two, out.

Every step faces its own translation, and so does every dose. There are no days to tick: a plan or a
diary has them, and the card its room."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.art import Pose
from careleaf.model.inline import Line, Run
from careleaf.model.shape import Card, Dose, Items
from careleaf.write.pdf.bilingual.columns import Columns
from careleaf.write.pdf.bilingual.panels import Rows
from careleaf.write.pdf.bilingual.shared import FIGURES, SCALE
from careleaf.write.pdf.card_parts import card_frame, card_safety
from careleaf.write.pdf.marks import Box, Disc, Mark, Rule, at, stacked
from careleaf.write.pdf.poses import person_box
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_PAD, _PAD_Y = 12.0, 9.0
_GAP = 12.0
"""Free on either side of the figures."""
_DISC, _NAME_X = 22.0, 32.0
_STEP_GAP, _SAFETY_GAP = 4.0, 5.0
_APART = 18.0
"""Between the languages where no figure stands between them."""


def card(both: tuple[Card, Card], columns: Columns, parent: Element, level: int, rows: Rows) -> Box:
    """Never split. `level` is that of its heading."""
    element = parent.add("Sect")
    pose = both[0].pose
    inside = columns.within(_PAD, _PAD, FIGURES + 2 * _GAP if pose else None)
    settings = inside.first, inside.second
    trees = inside.under(element)
    named = inside.rows(
        *(
            _named(one, setting, tree, level)
            for one, setting, tree in zip(both, settings, trees, strict=True)
        )
    )
    lists = tuple(Items(at=one.at, mark="number", items=one.steps) for one in both)
    shown = _figures(pose, element, inside) if pose else Box(height=0)
    steps = rows(lists[:1], lists[1:], inside, element)
    told = stacked([*named, *(replace(step, gap=_STEP_GAP) for step in steps)])
    upper = max(told.height, shown.height)
    safety = _safety(both, columns, element)
    body = upper + _SAFETY_GAP + safety.height
    strip = _strip(both, columns, element)
    foot = body + 2 * _PAD_Y
    marks: list[Mark] = [
        *card_frame(columns.width, foot, strip.height),
        at(told, 0, _PAD_Y),
        at(safety, 0, _PAD_Y + upper + _SAFETY_GAP),
        at(strip, 0, foot),
    ]
    if pose:
        start = inside.left + inside.room + _GAP / 2
        marks.append(at(shown, start + _GAP / 2, _PAD_Y))
        marks += [
            Rule(x, _PAD_Y, x, _PAD_Y + upper, "hair", 0.75)
            for x in (start, start + FIGURES + _GAP)
        ]
    return Box(height=foot + strip.height, marks=tuple(marks), at=both[0].at)


def _named(one: Card, setting: Setting, element: Element, level: int) -> list[Box]:
    """Number and name; below them what it is for."""
    styles = setting.styles
    heading = element.add(f"H{level}")
    number = setting.block(setting.words(f"{one.number} "), styles.card_number, 60, heading)
    wide = setting.width(str(one.number), styles.card_number)
    room = styles.width - _NAME_X
    style = setting.fitting(one.title, styles.card_title, room)
    name = setting.block(one.title, style, room, heading)
    reason = setting.block(one.reason, styles.body.coloured("slate"), room, element.add("P"))
    middle = _DISC / 2
    marks: tuple[Mark, ...] = (
        Disc(x=middle, y=middle, radius=middle, fill="navy"),
        at(number, middle - wide / 2, middle - styles.card_number.lead / 2),
        at(name, _NAME_X, 1),
    )
    below = Box(height=reason.height, marks=(at(reason, _NAME_X, 0),))
    return [Box(height=max(_DISC, name.height + 1), marks=marks), below]


def _figures(pose: Pose, element: Element, inside: Columns) -> Box:
    """Start above finish, each under its name in both languages."""
    boxes: list[Box] = []
    scale = min(SCALE, *(FIGURES / frame.width for frame in pose.frames))
    for place, frame in enumerate(pose.frames):
        if len(pose.frames) > 1:
            name = _both_say("Start" if place == 0 else "Finish", inside)
            line = inside.first.block(
                name, inside.first.styles.key_label, FIGURES, element.add("P")
            )
            boxes.append(replace(line, gap=8.0 if place else 0.0))
        figure = element.add("Figure", alt=pose.frame_alts[place])
        boxes.append(replace(person_box(frame, scale, FIGURES, figure), gap=2.0))
    return stacked(boxes)


def _both_say(phrase: str, columns: Columns) -> Line:
    """A short phrase of the product, in both languages on one line."""
    first, second = columns.first, columns.second
    code = second.language.code
    said = second.language.say(phrase)
    other = Run(at=first.at, text=said, language=code)
    return (*first.words(f"{first.language.say(phrase)} / "), other)


def _safety(both: tuple[Card, Card], columns: Columns, element: Element) -> Box:
    """When to stop, and for whom it is not, below steps and figures."""
    wide = columns.within(_PAD, _PAD, _APART)
    told = [
        card_safety(one, setting, tree, (wide.room, wide.room))
        for one, setting, tree in zip(
            both, (wide.first, wide.second), wide.under(element), strict=True
        )
    ]
    return stacked([replace(row, gap=_SAFETY_GAP) for row in wide.rows(*told)])


def _strip(both: tuple[Card, Card], columns: Columns, element: Element) -> Box:
    """Dose by dose."""
    wide = columns.within(_PAD, _PAD, _APART)
    told = [
        [
            setting.block(_dose(dose, one), setting.styles.list, wide.room, tree.add("P"))
            for dose in one.doses
        ]
        for one, setting, tree in zip(
            both, (wide.first, wide.second), wide.under(element), strict=True
        )
    ]
    text = stacked(wide.rows(*told))
    return Box(height=text.height + 12, marks=(at(text, 0, 6),))


def _dose(dose: Dose, card: Card) -> Line:
    """The value bold, the unit behind it."""
    value = Run(at=card.at, text=dose.value, strong=True)
    return (value, Run(at=card.at, text=f" {dose.unit}")) if dose.unit else (value,)

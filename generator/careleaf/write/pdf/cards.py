"""Exercise cards in; boxes with steps, when to stop, dose and tick boxes out.

A card is never split. Its left part holds the steps, its right part what keeps a patient safe."""

from __future__ import annotations

from careleaf.model.inline import Line, plain
from careleaf.model.shape import Card
from careleaf.write.pdf.icons import disc_icon, plain_icon
from careleaf.write.pdf.marks import Box, Disc, Group, Mark, Panel, Rule, at, stacked
from careleaf.write.pdf.prose import joined, tick_box
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import (
    BODY,
    BOLD,
    CARD_TITLE,
    DAY,
    DOSE,
    DOSE_UNIT,
    LIST,
    WIDTH,
    Style,
)

_PAD_X, _PAD_TOP = 12.0, 10.0
_LEFT = 268.0
_RIGHT_X = _PAD_X + _LEFT + 16.0
_RIGHT = WIDTH - _RIGHT_X - _PAD_X
_DISC = 22.0
_STEP_INDENT = 34.0
_STRIP = 46.0
_DOSES, _DOSE_GAP = 278.0, 20.0
"""Room for the doses, up to the days; and between them."""
_DAY_STEP, _DAY_BOX = 20.6, 14.0
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_NUMBER = Style(13.5, 17, BOLD, "white")
_STEP_NUMBER = Style(LIST.size, LIST.lead, BOLD, "teal-deep")
_STOP = Style(LIST.size, LIST.lead, BOLD, "red")


def card(shape: Card, setting: Setting, parent: Element, level: int) -> Box:
    """One exercise. `level` is that of its heading."""
    element = parent.add("Sect")
    title = _title(shape, setting, element, level)
    steps = _steps(shape, setting, element)
    safety = _safety(shape, setting, element)
    top = _PAD_TOP + title.height + 7
    body = max(steps.height, safety.height)
    foot = top + body + 10
    strip = _strip(shape, setting, element)
    height = foot + strip.height
    marks: list[Mark] = [
        Panel(x=0, y=0, width=WIDTH, height=height, radius=8, fill="white"),
        Panel(x=0, y=foot, width=WIDTH, height=strip.height, radius=7, corners="b", fill="panel"),
        Rule(0, foot, WIDTH, foot, "hair", 0.75),
        Panel(
            x=0.5, y=0.5, width=WIDTH - 1, height=height - 1, radius=8, edge="line", edge_width=1
        ),
        at(title, _PAD_X, _PAD_TOP),
        at(steps, _PAD_X, top),
        at(safety, _RIGHT_X, top),
        at(strip, 0, foot),
    ]
    return Box(height=height, marks=tuple(marks))


def _title(shape: Card, setting: Setting, element: Element, level: int) -> Box:
    """Number, name, and what it is for: on one line where there is room."""
    heading = element.add(f"H{min(level, 6)}")
    number = setting.words(f"{shape.number} ")
    digits = setting.block(number, _NUMBER, 40, heading)
    wide = setting.width(str(shape.number), _NUMBER)
    name = setting.block(shape.title, CARD_TITLE, WIDTH - 70, heading)
    name_width = setting.width(plain(shape.title), CARD_TITLE)
    reason = setting.block(shape.reason, BODY.coloured("slate"), WIDTH - 70, element.add("P"))
    middle = _DISC / 2
    marks: list[Mark] = [
        Disc(x=middle, y=middle, radius=middle, fill="navy"),
        at(digits, middle - wide / 2, middle - _NUMBER.lead / 2),
        at(name, _STEP_INDENT, 1),
    ]
    beside = _STEP_INDENT + name_width + 10
    room = WIDTH - 2 * _PAD_X
    if beside + setting.width(plain(shape.reason), BODY) <= room:
        drop = 1 + setting.baseline(CARD_TITLE) - setting.baseline(BODY)
        return Box(height=_DISC, marks=(*marks, at(reason, beside, drop)))
    below = 1 + name.height
    marks.append(at(reason, _STEP_INDENT, below))
    return Box(height=below + reason.height, marks=tuple(marks))


def _steps(shape: Card, setting: Setting, element: Element) -> Box:
    lists = element.add("L").set("List", "ListNumbering", "Decimal")
    rows: list[Box] = []
    for place, item in enumerate(shape.steps, 1):
        entry = lists.add("LI")
        words = setting.words(f"{place}.")
        label = setting.block(words, _STEP_NUMBER, 20, entry.add("Lbl"))
        body = entry.add("LBody")
        text = setting.block(joined(item), LIST, _LEFT - _STEP_INDENT, body)
        marks = (at(label, 7, 0), at(text, _STEP_INDENT, 0))
        rows.append(Box(height=text.height, marks=marks, gap=5.0 if place > 1 else 0.0))
    return stacked(rows)


def _safety(shape: Card, setting: Setting, element: Element) -> Box:
    """When to stop, and for whom it is not: each with its sign."""
    rows = [_warned(shape.stop, plain_icon("stop", 0, -1, 18, "red"), _STOP, setting, element)]
    if shape.caution:
        mark = disc_icon("info", 1, 0, 16, 11, fill="navy", colour="white")
        rows.append(_warned(shape.caution, mark, LIST, setting, element))
    return stacked(rows)


def _warned(line: Line, mark: Mark, style: Style, setting: Setting, element: Element) -> Box:
    text = setting.block(line, style, _RIGHT - 24, element.add("P"))
    return Box(height=max(text.height, 18), marks=(mark, at(text, 24, 0)), gap=7.0)


def _strip(shape: Card, setting: Setting, element: Element) -> Box:
    """Dose: value over unit; then a box to tick for each day."""
    doses = [(f"{dose.value} ", dose.unit) for dose in shape.doses]
    wants = [
        max(setting.width(value, DOSE), setting.width(unit, DOSE_UNIT)) + 1 for value, unit in doses
    ]
    if sum(wants) + _DOSE_GAP * len(wants) > _DOSES:
        wants = [_DOSES / len(wants) - _DOSE_GAP] * len(wants)
    marks: list[Mark] = []
    x, height = _PAD_X, 0.0
    for place, ((value, unit), wide) in enumerate(zip(doses, wants, strict=True)):
        both = element.add("P")
        box = stacked(
            [
                setting.block(setting.words(value), DOSE, wide, both),
                setting.block(setting.words(unit), DOSE_UNIT, wide, both),
            ]
        )
        if place:
            marks.append(Rule(x - 10, 8, x - 10, _STRIP - 8, "hair", 0.75))
        marks.append(at(box, x, 7))
        height = max(height, box.height)
        x += max(wide + _DOSE_GAP, min(88.0, _DOSES / len(doses)))
    marks += _days(setting, element)
    return Box(height=max(_STRIP, height + 14), marks=tuple(marks))


def _days(setting: Setting, element: Element) -> list[Mark]:
    """The days of a week over their boxes, at the card's end."""
    start = WIDTH - _PAD_X - 7 * _DAY_STEP + (_DAY_STEP - _DAY_BOX)
    line = element.add("P")
    done = setting.language.say("Done")
    words = setting.block(setting.words(f"{done} "), DOSE_UNIT.coloured("ink"), 60, line)
    marks: list[Mark] = [at(words, start - 12 - setting.width(done, DOSE_UNIT), 24)]
    for place, day in enumerate(_DAYS):
        name = setting.language.say(day)
        box = setting.block(setting.words(f"{name} "), DAY, 40, line)
        x = start + place * _DAY_STEP
        wide = setting.width(name, DAY)
        marks.append(Group(x + (_DAY_BOX - wide) / 2, 7, box.marks))
        marks.append(tick_box(x, 23, _DAY_BOX))
    return marks

"""An exercise's doses in; value over unit, and a box to tick for each day of a week, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.inline import Blank, Line, Run
from careleaf.model.shape import Card
from careleaf.write.pdf.marks import Box, Group, Mark, Rule, at, stacked
from careleaf.write.pdf.prose import TICK_SIDE, tick_box
from careleaf.write.pdf.setting import WRITE_LEAD, Setting
from careleaf.write.pdf.structure import Element

_PAD_X, _PAD_Y = 12.0, 7.0
_STRIP = 46.0
_DOSES, _DOSE_GAP, _DOSE_LEAST = 278.0, 20.0, 88.0
"""Room for the doses, up to the days; and between them."""
_ROW_GAP = 5.0
"""Between doses one below the other."""
_DAY_STEP, _DAY_GAP = 20.6, 4.0
"""From box to box, and from a day's name down to its box."""
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def dose_strip(shape: Card, setting: Setting, element: Element) -> Box:
    """As wide as the card. The days stand beside the doses, or below where there is one column."""
    width = setting.styles.width
    if not setting.styles.stacks:
        doses = _doses(shape, setting, element, _DOSES)
        side = setting.styles.grown(TICK_SIDE)
        start = width - _PAD_X - 7 * _DAY_STEP + (_DAY_STEP - side)
        days = _days(setting, element, start, _DAY_STEP)
        return Box(height=doses.height, marks=(*doses.marks, at(days, 0, _PAD_Y)))
    doses = _doses(shape, setting, element, width - 2 * _PAD_X)
    done = setting.width(setting.language.say("Done"), setting.styles.dose_unit)
    start = _PAD_X + done + 12
    days = _days(setting, element, start, (width - _PAD_X - start) / 7)
    rule = Rule(0, doses.height, width, doses.height, "hair", 0.75)
    marks = (*doses.marks, rule, at(days, 0, doses.height + _PAD_Y))
    return Box(height=doses.height + days.height + 2 * _PAD_Y, marks=marks)


def _doses(shape: Card, setting: Setting, element: Element, room: float) -> Box:
    """Value over unit, side by side in the room; one below the other where a word would be cut."""
    styles = setting.styles
    doses = [(f"{dose.value} ", dose.unit) for dose in shape.doses]
    wants = [
        max(_value_width(value, setting), setting.width(unit, styles.dose_unit)) + 1
        for value, unit in doses
    ]
    if sum(wants) + _DOSE_GAP * len(wants) > room:
        wants = [room / len(wants) - _DOSE_GAP] * len(wants)
        if any(_cut(value, unit, wants[0], setting) for value, unit in doses):
            return _in_rows(doses, setting, element, room)
    least = min(styles.grown(_DOSE_LEAST), room / max(1, len(doses)))
    boxes: list[tuple[float, float, Box]] = []
    deep = 0.0
    x = _PAD_X
    for (value, unit), wide in zip(doses, wants, strict=True):
        box, raised = _dose(value, unit, setting, element, wide), _raised(value, setting)
        boxes.append((x, raised, box))
        deep = max(deep, box.height - raised)
        x += max(wide + _DOSE_GAP, least)
    strip = _STRIP if not styles.stacks else deep + 2 * _PAD_Y
    marks: list[Mark] = []
    for place, (left, raised, box) in enumerate(boxes):
        if place:
            marks.append(Rule(left - 10, 8, left - 10, strip - 8, "hair", 0.75))
        marks.append(at(box, left, _PAD_Y - raised))
    return Box(height=max(strip, deep + 2 * _PAD_Y), marks=tuple(marks))


def _dose(value: str, unit: str, setting: Setting, element: Element, wide: float) -> Box:
    both = element.add("P")
    named = setting.within(setting.where.name, setting.told(unit))
    lines = [
        named.block(_value(value, setting), setting.styles.dose, wide, both),
        setting.block(setting.words(unit), setting.styles.dose_unit, wide, both),
    ]
    return stacked(lines)


def _cut(value: str, unit: str, wide: float, setting: Setting) -> bool:
    """Whether a line this wide would part a word of a dose."""
    styles = setting.styles
    return any(
        setting.width(word, style) > wide
        for text, style in ((value, styles.dose), (unit, styles.dose_unit))
        for word in text.split()
    )


def _in_rows(doses: list[tuple[str, str]], setting: Setting, element: Element, room: float) -> Box:
    """As wide as the room, one below the other."""
    boxes = [
        replace(_dose(value, unit, setting, element, room), gap=_ROW_GAP) for value, unit in doses
    ]
    text = stacked(boxes)
    return Box(height=text.height + 2 * _PAD_Y, marks=(at(text, _PAD_X, _PAD_Y),))


def _value(value: str, setting: Setting) -> Line:
    """The value of a dose; one still to be written in ("____ times") has room for a pen."""
    _, underscores, words = value.partition("____")
    if not underscores:
        return setting.words(value)
    return (Blank(at=setting.at, width=len(underscores)), *setting.words(words))


def _raised(value: str, setting: Setting) -> float:
    """How much less is above a value with room for a pen, so that it stands beside the others."""
    return max(0.0, WRITE_LEAD - setting.styles.dose.lead) if "____" in value else 0.0


def _value_width(value: str, setting: Setting) -> float:
    line = _value(value, setting)
    gaps = sum(isinstance(bound, Blank) for bound in line)
    words = "".join(bound.text for bound in line if isinstance(bound, Run))
    return gaps * setting.blank_width(1) + setting.width(words, setting.styles.dose)


def _days(setting: Setting, element: Element, start: float, step: float) -> Box:
    """The days of a week over their boxes, the first at `start`, with "Done" before them."""
    styles = setting.styles
    side, below = styles.grown(TICK_SIDE), styles.day.lead + _DAY_GAP
    line = element.add("P")
    done = setting.language.say("Done")
    style = styles.dose_unit.coloured("ink")
    words = setting.block(setting.words(f"{done} "), style, 100, line)
    left = start - 12 - setting.width(done, style)
    marks: list[Mark] = [at(words, left, below + (side - style.lead) / 2 + 1)]
    for place, day in enumerate(DAYS):
        name = setting.language.say(day)
        box = setting.block(setting.words(f"{name} "), styles.day, 60, line)
        x = start + place * step
        wide = setting.width(name, styles.day)
        marks.append(Group(x + (side - wide) / 2, 0, box.marks))
        says = setting.language.say("{day}, done", day=setting.language.weekday(place))
        field = setting.field(line, "tick", f"day-{place + 1}", says)
        marks += tick_box(x, below, side, field=field)
    return Box(height=below + side, marks=tuple(marks))

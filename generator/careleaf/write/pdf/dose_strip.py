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
_DOSE_GAPS, _DOSE_LEAST = (20.0, 15.0), 88.0
"""Between doses, and how far it is from one's start to the next's where there is room."""
_DONE_GAP = 12.0
"""On either side of "Done"."""
_ROW_GAP = 5.0
"""Between doses one below the other."""
_DAY_STEP, _DAY_GAP = 20.6, 4.0
"""From box to box, and from a day's name down to its box."""
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def dose_strip(shape: Card, setting: Setting, element: Element) -> Box:
    """As wide as the card. The days stand beside the doses, or below where there is one column."""
    width = setting.styles.width
    done = setting.width(setting.language.say("Done"), setting.styles.dose_unit)
    if not setting.styles.stacks:
        side = setting.styles.grown(TICK_SIDE)
        start = width - _PAD_X - 7 * _DAY_STEP + (_DAY_STEP - side)
        doses = _doses(shape, setting, element, start - done - 2 * _DONE_GAP - _PAD_X)
        days = _days(setting, element, start, _DAY_STEP)
        return Box(height=doses.height, marks=(*doses.marks, at(days, 0, _PAD_Y)))
    doses = _doses(shape, setting, element, width - 2 * _PAD_X)
    start = _PAD_X + done + _DONE_GAP
    days = _days(setting, element, start, (width - _PAD_X - start) / 7)
    rule = Rule(0, doses.height, width, doses.height, "hair", 0.75)
    marks = (*doses.marks, rule, at(days, 0, doses.height + _PAD_Y))
    return Box(height=doses.height + days.height + 2 * _PAD_Y, marks=marks)


def _doses(shape: Card, setting: Setting, element: Element, room: float) -> Box:
    """Value over unit, side by side in the room; one below the other where a value would be parted,
    which is a number, or a gap for a pen, with what it counts."""
    styles = setting.styles
    doses = [(f"{dose.value} ", dose.unit) for dose in shape.doses]
    found = _widths(doses, setting, room)
    if found is None:
        return _in_rows(doses, setting, element, room)
    widths, gap = found
    boxes: list[tuple[float, float, Box]] = []
    deep = 0.0
    x = _PAD_X
    for (value, unit), wide in zip(doses, widths, strict=True):
        box, raised = _dose(value, unit, setting, element, wide), _raised(value, setting)
        boxes.append((x, raised, box))
        deep = max(deep, box.height - raised)
        x += wide + gap
    strip = _STRIP if not styles.stacks else deep + 2 * _PAD_Y
    marks: list[Mark] = []
    for place, (left, raised, box) in enumerate(boxes):
        if place:
            line = left - gap / 2
            marks.append(Rule(line, 8, line, strip - 8, "hair", 0.75))
        marks.append(at(box, left, _PAD_Y - raised))
    return Box(height=max(strip, deep + 2 * _PAD_Y), marks=tuple(marks))


def _widths(
    doses: list[tuple[str, str]], setting: Setting, room: float
) -> tuple[list[float], float] | None:
    """Points for each dose, and between them: from all in columns of the usual width, to each as
    wide as its value or its unit's longest word; None where even those have no room."""
    needs = [_needed(value, unit, setting) for value, unit in doses]
    wants = [
        max(need, setting.width(unit, setting.styles.dose_unit) + 1)
        for need, (_, unit) in zip(needs, doses, strict=True)
    ]
    for gap in _DOSE_GAPS:
        between = gap * (len(doses) - 1)
        step = min(setting.styles.grown(_DOSE_LEAST), (room + gap) / max(1, len(doses)))
        for widths in ([max(want, step - gap) for want in wants], wants):
            if sum(widths) + between <= room:
                return widths, gap
    free = room - between - sum(needs)
    if free < 0:
        return None
    missing = sum(wants) - sum(needs)
    return [
        need + free * (want - need) / missing for need, want in zip(needs, wants, strict=True)
    ], gap


def _needed(value: str, unit: str, setting: Setting) -> float:
    """Points without which a value would be parted, or a word of the unit cut."""
    style = setting.styles.dose_unit
    words = [setting.width(word, style) for word in unit.split()]
    return max(_value_width(value, setting), *words, 0.0) + 1


def _dose(value: str, unit: str, setting: Setting, element: Element, wide: float) -> Box:
    both = element.add("P")
    named = setting.within(setting.where.name, setting.told(unit))
    lines = [
        named.block(_value(value, setting), setting.styles.dose, wide, both),
        setting.block(setting.words(unit), setting.styles.dose_unit, wide, both),
    ]
    return stacked(lines)


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
    left = start - _DONE_GAP - setting.width(done, style)
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

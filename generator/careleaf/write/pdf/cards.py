"""Exercise cards in; boxes with figure, steps, when to stop, dose and tick boxes out.

A card is never split. With a figure its left part shows the movement and its right part the steps;
without one its left part holds the steps, its right part what keeps a patient safe."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.art import Pose
from careleaf.model.inline import Blank, Line, Run, plain
from careleaf.model.shape import Card
from careleaf.write.pdf.icons import disc_icon, plain_icon
from careleaf.write.pdf.marks import Box, Disc, Group, Mark, Panel, Rule, at, stacked
from careleaf.write.pdf.poses import movement
from careleaf.write.pdf.prose import joined, tick_box
from careleaf.write.pdf.setting import BLANK_LEAST, WRITE_LEAD, Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import BOLD, Style

_PAD_X, _PAD_TOP = 12.0, 10.0
_STEPS, _SAFETY_X = 268.0, 284.0
_FIGURE, _BESIDE_X = 288.0, 304.0
"""Width of the movement, and where the steps beside it begin."""
_DISC = 22.0
_STEP_INDENT, _NARROW_INDENT = 34.0, 20.0
_SAFETY_GAP = 9.0
_STRIP = 46.0
_DOSES, _DOSE_GAP = 278.0, 20.0
"""Room for the doses, up to the days; and between them."""
_DAY_STEP, _DAY_BOX = 20.6, 14.0
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def card(shape: Card, setting: Setting, parent: Element, level: int) -> Box:
    """One exercise. `level` is that of its heading."""
    element = parent.add("Sect")
    says = setting.language.say(
        "Exercise {number}, {title}", number=shape.number, title=plain(shape.title)
    )
    setting = setting.within(f"exercise-{shape.key}", says)
    if shape.pose:
        body = _shown(shape, shape.pose, setting, element, level)
    else:
        body = _told(shape, setting, element, level)
    foot = _PAD_TOP + body.height + 10
    strip = _strip(shape, setting, element)
    height = foot + strip.height
    marks: list[Mark] = [
        Panel(x=0, y=0, width=setting.styles.width, height=height, radius=8, fill="white"),
        Panel(
            x=0,
            y=foot,
            width=setting.styles.width,
            height=strip.height,
            radius=7,
            corners="b",
            fill="panel",
        ),
        Rule(0, foot, setting.styles.width, foot, "hair", 0.75),
        Panel(
            x=0.5,
            y=0.5,
            width=setting.styles.width - 1,
            height=height - 1,
            radius=8,
            edge="line",
            edge_width=1,
        ),
        at(body, _PAD_X, _PAD_TOP),
        at(strip, 0, foot),
    ]
    return Box(height=height, marks=tuple(marks))


def _inside(setting: Setting) -> float:
    """The width between the card's edges."""
    return setting.styles.width - 2 * _PAD_X


def _told(shape: Card, setting: Setting, element: Element, level: int) -> Box:
    """Title; below it the steps, and beside them when to stop."""
    title = _title(shape, setting, element, level, _inside(setting))
    steps = _steps(shape, setting, element, _STEPS, indent=_STEP_INDENT)
    room = _inside(setting) - _SAFETY_X
    safety = stacked(_safety(shape, setting, element, (room, room)))
    top = title.height + 7
    marks = (at(title, 0, 0), at(steps, 0, top), at(safety, _SAFETY_X, top))
    return Box(height=top + max(steps.height, safety.height), marks=marks)


def _shown(shape: Card, pose: Pose, setting: Setting, element: Element, level: int) -> Box:
    """Title and movement, the steps beside them. When to stop stands below the movement, and is
    read before the steps; or below both, where that is less deep."""
    title = _title(shape, setting, element, level, _FIGURE)
    moved = stacked([title, replace(movement(pose, setting, element, _FIGURE), gap=6.0)])
    told, under_movement, under_both = Element("Sect"), Element("Sect"), Element("Sect")
    steps = _steps(shape, setting, told, _inside(setting) - _BESIDE_X, indent=_NARROW_INDENT)
    narrow = stacked(_safety(shape, setting, under_movement, (_FIGURE, _FIGURE)))
    shares = _FIGURE if shape.caution else _inside(setting), _inside(setting) - _BESIDE_X
    wide = _in_a_row(_safety(shape, setting, under_both, shares))
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


def _title(shape: Card, setting: Setting, element: Element, level: int, room: float) -> Box:
    """Number, name, and what it is for: on one line where there is room."""
    heading = element.add(f"H{min(level, 6)}")
    number = setting.words(f"{shape.number} ")
    digits = setting.block(number, setting.styles.card_number, 40, heading)
    wide = setting.width(str(shape.number), setting.styles.card_number)
    name = setting.block(shape.title, setting.styles.card_title, room - _STEP_INDENT, heading)
    name_width = setting.width(plain(shape.title), setting.styles.card_title)
    below = setting.block(
        shape.reason, setting.styles.body.coloured("slate"), room - _STEP_INDENT, element.add("P")
    )
    middle = _DISC / 2
    marks: list[Mark] = [
        Disc(x=middle, y=middle, radius=middle, fill="navy"),
        at(digits, middle - wide / 2, middle - setting.styles.card_number.lead / 2),
        at(name, _STEP_INDENT, 1),
    ]
    beside = _STEP_INDENT + name_width + 10
    if beside + setting.width(plain(shape.reason), setting.styles.body) <= room:
        drop = (
            1 + setting.baseline(setting.styles.card_title) - setting.baseline(setting.styles.body)
        )
        return Box(height=_DISC, marks=(*marks, at(below, beside, drop)))
    marks.append(at(below, _STEP_INDENT, 1 + name.height))
    return Box(height=1 + name.height + below.height, marks=tuple(marks))


def _steps(shape: Card, setting: Setting, element: Element, width: float, *, indent: float) -> Box:
    lists = element.add("L").set("List", "ListNumbering", "Decimal")
    rows: list[Box] = []
    for place, item in enumerate(shape.steps, 1):
        entry = lists.add("LI")
        words = setting.words(f"{place}.")
        label = setting.block(
            words, setting.styles.list.weighted(BOLD).coloured("teal-deep"), 20, entry.add("Lbl")
        )
        body = entry.add("LBody")
        text = setting.block(joined(item), setting.styles.list, width - indent, body)
        marks = (at(label, 7 if indent == _STEP_INDENT else 0, 0), at(text, indent, 0))
        rows.append(Box(height=text.height, marks=marks, gap=5.0 if place > 1 else 0.0))
    return stacked(rows)


def _safety(
    shape: Card, setting: Setting, element: Element, widths: tuple[float, float]
) -> list[Box]:
    """When to stop, and for whom it is not: each with its sign, in its width."""

    def warned(line: Line, mark: Mark, style: Style, width: float) -> Box:
        text = setting.block(line, style, width - 24, element.add("P"))
        return Box(height=max(text.height, 18), marks=(mark, at(text, 24, 0)), gap=7.0)

    rows = [
        warned(
            shape.stop,
            plain_icon("stop", 0, -1, 18, "red"),
            setting.styles.list.weighted(BOLD).coloured("red"),
            widths[0],
        )
    ]
    if shape.caution:
        mark = disc_icon("info", 1, 0, 16, 11, fill="navy", colour="white")
        rows.append(warned(shape.caution, mark, setting.styles.list, widths[1]))
    return rows


def _strip(shape: Card, setting: Setting, element: Element) -> Box:
    """Dose: value over unit; then a box to tick for each day."""
    doses = [(f"{dose.value} ", dose.unit) for dose in shape.doses]
    wants = [
        max(_value_width(value, setting), setting.width(unit, setting.styles.dose_unit)) + 1
        for value, unit in doses
    ]
    if sum(wants) + _DOSE_GAP * len(wants) > _DOSES:
        wants = [_DOSES / len(wants) - _DOSE_GAP] * len(wants)
    marks: list[Mark] = []
    x, height = _PAD_X, 0.0
    for place, ((value, unit), wide) in enumerate(zip(doses, wants, strict=True)):
        both = element.add("P")
        named = setting.within(setting.where.name, setting.told(unit))
        box = stacked(
            [
                named.block(_value(value, setting), setting.styles.dose, wide, both),
                setting.block(setting.words(unit), setting.styles.dose_unit, wide, both),
            ]
        )
        if place:
            marks.append(Rule(x - 10, 8, x - 10, _STRIP - 8, "hair", 0.75))
        raised = _raised(value, setting)
        marks.append(at(box, x, 7 - raised))
        height = max(height, box.height - raised)
        x += max(wide + _DOSE_GAP, min(88.0, _DOSES / len(doses)))
    marks += _days(setting, element)
    return Box(height=max(_STRIP, height + 14), marks=tuple(marks))


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
    return gaps * BLANK_LEAST + setting.width(words, setting.styles.dose)


def _days(setting: Setting, element: Element) -> list[Mark]:
    """The days of a week over their boxes, at the card's end."""
    start = setting.styles.width - _PAD_X - 7 * _DAY_STEP + (_DAY_STEP - _DAY_BOX)
    line = element.add("P")
    done = setting.language.say("Done")
    words = setting.block(
        setting.words(f"{done} "), setting.styles.dose_unit.coloured("ink"), 60, line
    )
    marks: list[Mark] = [at(words, start - 12 - setting.width(done, setting.styles.dose_unit), 24)]
    for place, day in enumerate(_DAYS):
        name = setting.language.say(day)
        box = setting.block(setting.words(f"{name} "), setting.styles.day, 40, line)
        x = start + place * _DAY_STEP
        wide = setting.width(name, setting.styles.day)
        marks.append(Group(x + (_DAY_BOX - wide) / 2, 7, box.marks))
        says = setting.language.say("{day}, done", day=setting.language.weekday(place))
        field = setting.field(line, "tick", f"day-{place + 1}", says)
        marks += tick_box(x, 23, _DAY_BOX, field=field)
    return marks

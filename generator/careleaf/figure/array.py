"""A count out of 10, 100 or 1000 in; where its filled and outlined people stand out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.figure import person
from careleaf.figure.outline import placed
from careleaf.model.art import Command, Drawing, Paint, Path


class Standing(Struct, frozen=True, kw_only=True):
    """One person: top left of the person's box, and whether the number counts them."""

    x: float
    y: float
    filled: bool


class IconArray(Struct, frozen=True, kw_only=True):
    """People in reading order, in points at slide size; scale the whole for other places."""

    width: float
    height: float
    person_width: float
    person_height: float
    people: tuple[Standing, ...]


class _Plan(Struct, frozen=True, kw_only=True):
    """Columns, the steps from person to person, and a wider gap after every ten columns and rows,
    so that a thousand people stand in blocks of a hundred."""

    columns: int
    across: float
    down: float
    gap: float
    person_width: float


_PLANS = {
    10: _Plan(columns=5, across=98, down=204, gap=0, person_width=78),
    100: _Plan(columns=20, across=23.6, down=82, gap=14, person_width=22.4),
    1000: _Plan(columns=50, across=9.2, down=18.5, gap=8, person_width=7.4),
}


_LEAST_STROKE = 0.5
"""Points; a thinner outline fades away on paper and on a wall."""


_SMALL = 40.0
"""Points; a narrower person is drawn with fewer curves."""


class ArrayError(ValueError):
    """No such array: `of` is not 10, 100 or 1000, or the count is not between 0 and it."""


_TIGHT = 1.16
"""From row to row of a tight array, in heights of a person."""
_WIDER = 120.0
"""From person to person of ten that stand tight: wider, so that they fill as much as a hundred."""


def icon_array(count: int, of: int, *, tight: bool = False) -> IconArray:
    """`of` people in rows from the top start; the first `count` are filled. On a slide alone they
    fill it; `tight` rows are closer, for paper, a screen or half a slide. Raises ArrayError."""
    plan = _PLANS.get(of)
    if plan is None or not 0 <= count <= of:
        raise ArrayError(f"{count} of {of}: only 10, 100 or 1000 people can be drawn")
    person_height = round(plan.person_width * person.HEIGHT / person.WIDTH, 4)
    if tight:
        across = _WIDER if of == 10 else plan.across
        down = min(plan.down, round(person_height * _TIGHT, 4))
        plan = replace(plan, across=across, down=down)
    people = tuple(_standing(plan, place, filled=place < count) for place in range(of))
    return IconArray(
        width=round(max(one.x for one in people) + plan.person_width, 4),
        height=round(max(one.y for one in people) + person_height, 4),
        person_width=plan.person_width,
        person_height=person_height,
        people=people,
    )


def _standing(plan: _Plan, place: int, *, filled: bool) -> Standing:
    row, column = divmod(place, plan.columns)
    x = column * plan.across + column // 10 * plan.gap
    y = row * plan.down + row // 10 * plan.gap
    return Standing(x=round(x, 4), y=round(y, 4), filled=filled)


def draw_array(array: IconArray, filled: Paint = "navy", outlined: Paint = "line") -> Drawing:
    """All people as at most two paths, so that a thousand of them stay one small shape."""
    scale = array.person_width / person.WIDTH
    counted = Path(commands=_crowd(array, scale, filled=True), fill=filled)
    rest = Path(
        commands=_crowd(array, scale, filled=False),
        fill="white",
        stroke=outlined,
        stroke_width=round(max(person.STROKE * scale, _LEAST_STROKE), 4),
    )
    paths = tuple(path for path in (counted, rest) if path.commands)
    return Drawing(width=array.width, height=array.height, paths=paths)


def _crowd(array: IconArray, scale: float, *, filled: bool) -> tuple[Command, ...]:
    """The outline is scaled once and then only moved: a thousand people have many points."""
    small = array.person_width < _SMALL
    outline = placed(person.SMALL if small else person.OUTLINE, 0, 0, scale)
    shapes = [(letter, tuple(map(float, numbers))) for letter, *numbers in outline]
    commands: list[Command] = []
    for one in array.people:
        if one.filled is filled:
            x, y = one.x, one.y
            # Spelled out for each length: one picture moves ten thousand points.
            commands += [
                (letter, n[0] + x, n[1] + y)
                if len(n) == 2
                else (letter, n[0] + x, n[1] + y, n[2] + x, n[3] + y, n[4] + x, n[5] + y)
                if n
                else (letter,)
                for letter, n in shapes
            ]
    return tuple(commands)

"""One exercise without a pose in; its slide out: steps on cards, dose, caution, when to stop.

Without figures the steps carry the slide; with them, see `moves.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import (
    GAP,
    GUTTER,
    LEFT,
    RADIUS,
    RIGHT,
    bare_icon,
    card,
    number_disc,
    upright,
    words,
)
from careleaf.compose.deck.measure import even, fits, natural_width
from careleaf.compose.deck.rows import item_paragraph
from careleaf.compose.deck.sentences import apart
from careleaf.compose.deck.type import (
    BODY,
    TITLE,
    Style,
    largest,
    parts_of,
    say,
    spell,
    steps,
)
from careleaf.model.deck import (
    Box,
    Group,
    Panel,
    Paragraph,
    Part,
    Piece,
    Placed,
    Placeholder,
    SoftBreak,
)
from careleaf.model.shape import Card, Dose
from careleaf.source import Span

_STEP = steps(BODY.at(30, 38), (28, 36), (26, 33), (24, 31), (22, 28), (20, 26))
_VALUE = steps(Style(size=32, lead=40, colour="navy", bold=True), (28, 36), (26, 33), (24, 31))
_UNIT = steps(Style(size=22, lead=28), (20, 26))
_STOP = steps(Style(size=22, lead=28, colour="red", bold=True), (20, 25))
_CAUTION = steps(BODY.at(22, 28), (20, 26))
_REASON = 24.0

_FOOT = 96.0
"""The height of dose and stop, which stand side by side."""


class Exercise(Struct, frozen=True, kw_only=True):
    """The title is part of the body here: number, name and reason stand on one line."""

    at: Span
    card: Card
    layout: str = layouts.EXERCISE
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether steps, dose and stop rule have room."""
        return (
            (self.layout != layouts.EXERCISE or title_fits(self.card))
            and self._step_style(zone) is not None
            and foot_fits(self.card, foot(self.card, zone, _FOOT))
        )

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Number, cards, caution, dose, stop."""
        style = self._step_style(zone) or _STEP[-1]
        shown: list[Placed] = []
        if self.layout == layouts.EXERCISE:
            shown.append(number_disc(LEFT, 30, 44, self.card.number))
        for place, box in enumerate(self._boxes(zone)):
            shown.append(self._step(place, box, style))
        if self.card.caution:
            above = Box(zone.x, zone.y, zone.width, zone.height - _FOOT - 16)
            shown.append(caution(self.card, above))
        below, end = foot(self.card, zone, _FOOT)
        return (*shown, dose_strip(self.card.doses, below), stop_box(self.card, end))

    def _boxes(self, zone: Box) -> list[Box]:
        """Two and four steps stand two by two, three side by side, five as rows."""
        count = len(self.card.steps)
        end = zone.bottom - _FOOT - 16 - caution_height(self.card, zone.width)
        columns = {1: 1, 2: 2, 3: 3, 4: 2}.get(count, 1)
        rows = -(-count // columns)
        gap = GAP if rows < 4 else 6.0
        width = (zone.width - GUTTER * (columns - 1)) / columns
        height = (end - zone.y - gap * (rows - 1)) / rows
        return [
            Box(
                zone.x + (place % columns) * (width + GUTTER),
                zone.y + (place // columns) * (height + gap),
                width,
                height,
            )
            for place in range(count)
        ]

    @property
    def _tall(self) -> bool:
        """Whether the number stands above a step's words, not beside them."""
        return len(self.card.steps) in (2, 3)

    def _words_box(self, box: Box) -> Box:
        if self._tall:
            return Box(box.x + 20, box.y + 88, box.width - 32, box.height - 96)
        return Box(box.x + 76, box.y + 4, box.width - 92, box.height - 8)

    def _step_style(self, zone: Box) -> Style | None:
        pairs = list(zip(self.card.steps, self._boxes(zone), strict=True))

        def good(style: Style) -> bool:
            return all(
                fits((item_paragraph(item, style),), inner.width, inner.height)
                for item, box in pairs
                if (inner := self._words_box(box))
            )

        return largest(_STEP, good)

    def _step(self, place: int, box: Box, style: Style) -> Placed:
        inner = self._words_box(box)
        side = 52.0 if self._tall else min(44.0, box.height - 8)
        top = box.y + 20 if self._tall else box.y + (box.height - side) / 2
        shown = apart(item_paragraph(self.card.steps[place], style), inner)
        return Group(
            name="Step",
            shapes=(
                card("Card", box),
                number_disc(box.x + 20, top, side, place + 1),
                words("Step", inner, (shown,), anchor="top" if self._tall else "middle"),
            ),
        )


def title_fits(shown: Card) -> bool:
    """Whether name and reason have room in the title's slot."""
    return any(fits((title,), _TITLE_WIDTH, 80) for title in _titles(shown, ""))


def caution_height(shown: Card, width: float) -> float:
    """What the caution takes, with the space above it; nothing where there is none."""
    return _caution_words(shown, width) + 24 if shown.caution else 0.0


def _caution_words(shown: Card, width: float) -> float:
    style = _caution_style(shown, width)
    return style.lead * (1 if _one_line(shown, style, width) else 2)


def caution(shown: Card, above: Box) -> Placed:
    """The caution at the foot of a box, with a sign before it."""
    style = _caution_style(shown, above.width)
    deep = _caution_words(shown, above.width)
    y = above.bottom - deep
    box = Box(above.x + 44, y, above.width - 44, deep)
    text = words("Caution", box, (spell(shown.caution, style),), anchor="middle")
    icon = bare_icon(above.x + 2, y + (deep - 30) / 2, 30, "warning")
    return Group(name="Caution", shapes=(icon, text))


def exercise_title(shown: Card, suffix: str) -> Placed:
    """Name and reason in the title's slot; the reason below where the line is too short."""
    one_line, *smaller = _titles(shown, suffix)
    if fits((one_line,), _TITLE_WIDTH, 42):
        box, title = Box(108, 26, _TITLE_WIDTH, 52), one_line
    else:
        box = Box(108, 8, _TITLE_WIDTH, 80)
        good = largest(smaller, lambda title: fits((title,), box.width, box.height))
        title = good or smaller[-1]
    return words("Title", box, (title,), anchor="middle", placeholder=Placeholder.TITLE)


def _titles(shown: Card, suffix: str) -> list[Paragraph]:
    """On one line; on two; on two and smaller."""
    reason = tuple(
        replace(part, size=_REASON, bold=False, colour="slate") if isinstance(part, Piece) else part
        for part in parts_of(shown.reason, BODY)
    )
    name = (*parts_of(shown.title, TITLE), *_suffix(suffix))
    found = []
    for size, lead, gap in ((36, 42, Piece(text="   ", size=_REASON)), *_TWO_LINES):
        parts: tuple[Part, ...] = (*name, gap, *reason)
        found.append(Paragraph(parts=parts, size=size, lead=lead, colour="navy"))
    return found


_TITLE_WIDTH = RIGHT - 108
_TWO_LINES = ((32, 40, SoftBreak()), (28, 36, SoftBreak()), (24, 30, SoftBreak()))


def _suffix(suffix: str) -> tuple[Part, ...]:
    return (Piece(text=suffix, colour="slate"),) if suffix else ()


def _caution_style(shown: Card, width: float) -> Style:
    """The larger size if the caution then takes one line; else what two lines hold."""
    found = largest(_CAUTION, lambda style: _one_line(shown, style, width))
    return found or _CAUTION[-1]


def _one_line(shown: Card, style: Style, width: float) -> bool:
    return fits((spell(shown.caution, style),), width - 44, style.lead)


class _Strip(Struct, frozen=True, kw_only=True):
    """How the doses stand: the sizes of value and unit, and a cell for each dose."""

    value: Style
    unit: Style
    cells: tuple[Box, ...]

    def words(self, dose: Dose) -> tuple[Paragraph, ...]:
        """The value over its unit."""
        return say(dose.value, self.value), say(dose.unit, self.unit)


def _strip(doses: Sequence[Dose], zone: Box) -> _Strip | None:
    """Equal cells, value and unit on a line each; else cells as wide as their words need; else
    words that take two lines, such as "15 to 30 / seconds"."""
    sizes = [(value, unit) for value in _VALUE for unit in _UNIT]
    equal = [_Strip(value=v, unit=u, cells=_cells([1.0] * len(doses), zone)) for v, u in sizes]
    shared = [_Strip(value=v, unit=u, cells=_cells(_needs(doses, v, u), zone)) for v, u in sizes]
    return (
        largest(equal, lambda strip: _on_a_line_each(doses, strip))
        or largest(shared, lambda strip: _on_a_line_each(doses, strip))
        or largest((*equal, *shared), lambda strip: _in_its_cells(doses, strip))
    )


def _needs(doses: Sequence[Dose], value: Style, unit: Style) -> list[float]:
    return [
        max(natural_width(say(dose.value, value)), natural_width(say(dose.unit, unit))) + _INSET
        for dose in doses
    ]


def _cells(needs: Sequence[float], zone: Box) -> tuple[Box, ...]:
    """The strip, shared in the proportion of what the doses need."""
    found, x = [], zone.x
    for need in needs:
        width = zone.width * need / sum(needs)
        found.append(Box(x, zone.y, width, zone.height))
        x += width
    return tuple(found)


def _on_a_line_each(doses: Sequence[Dose], strip: _Strip) -> bool:
    return all(
        natural_width(line) <= box.width - _INSET
        for dose, box in zip(doses, strip.cells, strict=True)
        for line in strip.words(dose)
    )


def _in_its_cells(doses: Sequence[Dose], strip: _Strip) -> bool:
    return all(
        fits(strip.words(dose), box.width - _INSET, box.height - 4)
        for dose, box in zip(doses, strip.cells, strict=True)
    )


_INSET = 30.0
"""Left and right of a dose's words, in points, with a little to spare."""


def dose_strip(doses: Sequence[Dose], zone: Box) -> Placed:
    """How much, how long and how often, side by side."""
    strip = _strip(doses, zone) or _Strip(
        value=_VALUE[-1], unit=_UNIT[-1], cells=_cells([1.0] * len(doses), zone)
    )
    shown: list[Placed] = [
        Panel(
            name="Dose",
            box=zone,
            form="round",
            radius=RADIUS,
            fill="panel",
            edge="line",
            edge_width=1.0,
        )
    ]
    for place, (dose, box) in enumerate(zip(doses, strip.cells, strict=True)):
        if place:
            shown.append(upright(box.x, box.y + 14, box.bottom - 14))
        inner = Box(box.x + 20, box.y, box.width - 28, box.height)
        shown.append(words("Dose", inner, strip.words(dose), anchor="middle"))
    return Group(name="Dose", shapes=tuple(shown))


_SHARES = (568 / 864, 0.63, 0.6, 0.57, 0.54, 0.5)
"""Of the width, for the dose: less where the room is narrow and the stop rule needs it."""


def foot(shown: Card, zone: Box, height: float) -> tuple[Box, Box]:
    """The places of dose and stop rule, side by side at the foot of a zone."""
    places = [_foot(zone, height, share) for share in _SHARES]
    return largest(places, lambda both: foot_fits(shown, both)) or places[0]


def foot_fits(shown: Card, both: tuple[Box, Box]) -> bool:
    """Whether dose and stop rule have room in their places."""
    dose, stop = both
    return _strip(shown.doses, dose) is not None and _stop_style(shown, stop) is not None


def _foot(zone: Box, height: float, share: float) -> tuple[Box, Box]:
    top = zone.bottom - height
    dose = Box(zone.x, top, zone.width * share, height)
    start = dose.end + GUTTER
    return dose, Box(start, top, zone.end - start, height)


def _stop_words(box: Box) -> Box:
    return Box(box.x + 68, box.y + 4, box.width - 78, box.height - 8)


def _stop_style(shown: Card, box: Box) -> Style | None:
    inner = _stop_words(box)
    return largest(
        _STOP, lambda style: fits((spell(shown.stop, style),), inner.width, inner.height)
    )


def stop_box(shown: Card, box: Box) -> Placed:
    """When to stop, in red, with its sign."""
    style = _stop_style(shown, box) or _STOP[-1]
    inner = _stop_words(box)
    text = even(spell(shown.stop, style), inner.width)
    return Group(
        name="When to stop",
        shapes=(
            card("Stop", box, "white", edge="red", edge_width=2.0),
            bare_icon(box.x + 14, box.y + 26, 44, "stop", "red"),
            words("Stop", inner, (text,), anchor="middle"),
        ),
    )

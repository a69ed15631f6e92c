"""One exercise without a pose in; its slide out: steps on cards, dose, caution, when to stop.

Without figures the steps carry the slide; with them, see `moves.py`.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import (
    GAP,
    GUTTER,
    LEFT,
    RIGHT,
    bare_icon,
    card,
    number_disc,
    words,
)
from careleaf.compose.deck.foot import dose_strip, foot, foot_fits, stop_box
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.once import once
from careleaf.compose.deck.rows import item_paragraph
from careleaf.compose.deck.sentences import apart
from careleaf.compose.deck.type import (
    BODY,
    TITLE,
    Style,
    largest,
    parts_of,
    spell,
    steps,
)
from careleaf.model.deck import (
    Box,
    Group,
    Paragraph,
    Part,
    Piece,
    Placed,
    Placeholder,
    SoftBreak,
)
from careleaf.model.shape import Card
from careleaf.source import Span

_STEP = steps(BODY.at(30, 38), (28, 36), (26, 33), (24, 31), (22, 28), (20, 26))
_CAUTION = steps(BODY.at(22, 28), (20, 26))

_FOOT = 96.0
"""The height of dose and stop where they stand side by side."""


class _Way(Struct, frozen=True, kw_only=True):
    """How the steps stand."""

    columns: int
    style: Style


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
            and self._way(zone) is not None
            and foot_fits(self.card, foot(self.card, zone, _FOOT))
        )

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Number, cards, caution, dose, stop."""
        way = self._way(zone) or _Way(columns=self._usual, style=_STEP[-1])
        below, end = foot(self.card, zone, _FOOT)
        shown: list[Placed] = []
        if self.layout == layouts.EXERCISE:
            shown.append(number_disc(LEFT, 30, 44, self.card.number))
        for place, box in enumerate(self._boxes(zone, way.columns)):
            shown.append(self._step(place, box, way))
        if self.card.caution:
            above = Box(zone.x, zone.y, zone.width, below.y - 16 - zone.y)
            shown.append(caution(self.card, above))
        return (*shown, dose_strip(self.card.doses, below), stop_box(self.card, end))

    @property
    def _usual(self) -> int:
        """Two and four steps stand two by two, three side by side, five as rows."""
        return {2: 2, 3: 3, 4: 2}.get(len(self.card.steps), 1)

    @once
    def _way(self, zone: Box) -> _Way | None:
        """The usual columns at the largest size that fits; else, with a word that is too long for
        them, rows."""
        ways = (
            _Way(columns=columns, style=style)
            for columns in dict.fromkeys((self._usual, 1))
            for style in _STEP
        )
        return largest(ways, lambda way: self._good(zone, way))

    def _good(self, zone: Box, way: _Way) -> bool:
        return all(
            fits((item_paragraph(item, way.style),), inner.width, inner.height)
            for item, box in zip(self.card.steps, self._boxes(zone, way.columns), strict=True)
            if (inner := self._words_box(box, way.columns))
        )

    def _boxes(self, zone: Box, columns: int) -> list[Box]:
        count = len(self.card.steps)
        top = foot(self.card, zone, _FOOT)[0].y
        end = top - 16 - caution_height(self.card, zone.width)
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

    def _tall(self, columns: int) -> bool:
        """Whether the number stands above a step's words, not beside them."""
        return columns == len(self.card.steps)

    def _words_box(self, box: Box, columns: int) -> Box:
        if self._tall(columns):
            return Box(box.x + 20, box.y + 88, box.width - 32, box.height - 96)
        return Box(box.x + 76, box.y + 4, box.width - 92, box.height - 8)

    def _step(self, place: int, box: Box, way: _Way) -> Placed:
        tall, inner = self._tall(way.columns), self._words_box(box, way.columns)
        side = 52.0 if tall else min(44.0, box.height - 8)
        top = box.y + 20 if tall else box.y + (box.height - side) / 2
        shown = apart(item_paragraph(self.card.steps[place], way.style), inner)
        return Group(
            name="Step",
            shapes=(
                card("Card", box),
                number_disc(box.x + 20, top, side, place + 1),
                words("Step", inner, (shown,), anchor="top" if tall else "middle"),
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
    name = (*parts_of(shown.title, TITLE), *_suffix(suffix))
    found = []
    for size, lead, less, gap in _TITLE_STEPS:
        reason = (
            replace(part, size=less, bold=False, colour="slate")
            if isinstance(part, Piece)
            else part
            for part in parts_of(shown.reason, BODY)
        )
        parts: tuple[Part, ...] = (*name, gap, *reason)
        found.append(Paragraph(parts=parts, size=size, lead=lead, colour="navy"))
    return found


_TITLE_WIDTH = RIGHT - 108
_TITLE_STEPS = (
    (36, 42, 24.0, Piece(text="   ", size=24.0)),
    (32, 40, 24.0, SoftBreak()),
    (28, 36, 24.0, SoftBreak()),
    (24, 30, 24.0, SoftBreak()),
    (24, 30, 20.0, SoftBreak()),
)
"""Size and distance of lines, the reason's size, and what stands between name and reason."""


def _suffix(suffix: str) -> tuple[Part, ...]:
    return (Piece(text=suffix, colour="slate"),) if suffix else ()


def _caution_style(shown: Card, width: float) -> Style:
    """The larger size if the caution then takes one line; else what two lines hold."""
    found = largest(_CAUTION, lambda style: _one_line(shown, style, width))
    return found or _CAUTION[-1]


def _one_line(shown: Card, style: Style, width: float) -> bool:
    return fits((spell(shown.caution, style),), width - 44, style.lead)

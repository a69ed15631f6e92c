"""List items in; rows across the slide, each with its disc, out: plain lists, steps, callouts."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import (
    bare_icon,
    disc,
    dot,
    empty_box,
    icon_disc,
    number_disc,
    rule,
    words,
)
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.once import once
from careleaf.compose.deck.type import BODY, Style, largest, parts_of, steps
from careleaf.model.deck import Box, Paragraph, Part, Piece, Placed, Placeholder, SoftBreak
from careleaf.model.inline import Line, Run, plain
from careleaf.model.shape import Item
from careleaf.model.stops import gap_after, without_full_stop
from careleaf.source import Span

_STEPS = steps(BODY.at(32, 40), (30, 38), (28, 36), (26, 33), (24, 32), (22, 28), (20, 26))
_COMFORTABLE = 26.0
"""Down to here a smaller size is better than a second line."""

_PAD = 6.0
"""Least space between words and the rules above and below them."""

_DISC_PAD = 7.0
"""The same of a disc: nearer, and it seems to touch the rules."""

_WIDE_PAD = 14.0
"""The same where one or two rows have the slide, and large words."""

_DOT_SIDE = 20.0
"""A list of dots alone: its words start near the edge."""

_TALLEST = 128.0
"""A row is no higher, so that three short ones stay together at the top."""

_FEW_STEPS = steps(BODY.at(44, 54), (40, 49), (36, 44))
"""Before the others where there are one or two rows, which may be as high as they like: they would
leave the slide half empty."""


class Rows(Struct, frozen=True, kw_only=True):
    """`mark` is "number", "dot", "box", or the icon that items without one of their own get."""

    at: Span
    items: tuple[Item, ...]
    mark: str = "tick"
    start: int = 1
    least: float = 20.0
    """The size, in points, below which another layout is better."""
    layout: str = layouts.CONTENT
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether a size is left at which every row holds its words."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """One list, rules between its rows, a disc before each."""
        style, stacked = self._choice(zone) or (_STEPS[-1], False)
        column = self._column(zone)
        height, side = self._height(zone), self._side(zone)
        shown = [item_paragraph(item, style, stacked=stacked) for item in self.items]
        discs = [
            mark
            for place, item in enumerate(self.items)
            for mark in self._disc(item, place, Box(zone.x, zone.y + place * height, side, height))
        ]
        rules = [
            rule(zone.x, zone.y + place * height, zone.end) for place in range(1, len(self.items))
        ]
        if self.mark == "number":
            texts = self._separate(shown, column, zone.y, height)
            return (*rules, *(shape for pair in zip(discs, texts, strict=True) for shape in pair))
        return (self._one_list(shown, column, zone.y, height), *rules, *discs)

    @once
    def _choice(self, zone: Box) -> tuple[Style, bool] | None:
        """The largest size, with lead and words on lines of their own where there is room."""
        stackable = all(item.lead and item.body for item in self.items)
        choices = [
            (style, way)
            for style in ((*_FEW_STEPS, *_STEPS) if self._few else _STEPS)
            if style.size >= self.least
            for way in ((True, False) if stackable else (False,))
        ]
        room = self._height(zone) - 2 * (_WIDE_PAD if self._few else _PAD)
        column = self._column(zone)

        def good(choice: tuple[Style, bool]) -> bool:
            return self._all_fit(choice, column.width, room)

        def on_one_line(choice: tuple[Style, bool]) -> bool:
            style, stacked = choice
            lines = 2 if stacked else 1
            return style.size >= _COMFORTABLE and self._all_fit(
                choice, column.width, min(room, lines * style.lead)
            )

        return largest(choices, on_one_line) or largest(choices, good)

    def _all_fit(self, choice: tuple[Style, bool], width: float, height: float) -> bool:
        style, stacked = choice
        return all(
            fits((item_paragraph(item, style, stacked=stacked),), width, height)
            for item in self.items
        )

    def _height(self, zone: Box) -> float:
        most = zone.height if self._few else _TALLEST
        return min(most, zone.height / max(len(self.items), 2))

    @property
    def _few(self) -> bool:
        return len(self.items) < 3

    def _side(self, zone: Box) -> float:
        """Discs grow with their rows."""
        height = self._height(zone)
        pictured = self.mark == "number" or any(item.icon for item in self.items)
        if self.mark == "dot" and not pictured:
            return _DOT_SIDE
        return (
            72.0
            if height > 140
            else 56.0
            if height > 100
            else 48.0
            if pictured or height > 76
            else 38.0
        )

    def _column(self, zone: Box) -> Box:
        start = zone.x + self._side(zone) + 22.0
        return Box(start, zone.y, zone.end - start, zone.height)

    def _disc(self, item: Item, place: int, cell: Box) -> Iterator[Placed]:
        side = min(cell.width, cell.height - 2 * _DISC_PAD)
        x, top = cell.x, cell.y + (cell.height - side) / 2
        if self.mark == "number":
            yield number_disc(x, top, side, self.start + place)
        elif item.icon:
            yield from icon_disc(x, top, side, item.icon, ground="tint")
        elif self.mark == "tick":
            yield disc(x, top, side, "teal")
            yield bare_icon(x + side * 0.21, top + side * 0.21, side * 0.58, "tick", "white")
        elif self.mark == "dot":
            yield dot(x, top, side)
        elif self.mark == "box":
            yield empty_box(x, top, side)
        else:
            yield from icon_disc(x, top, side, self.mark, ground="tint")

    def _separate(
        self, shown: list[Paragraph], column: Box, y: float, height: float
    ) -> list[Placed]:
        """A text for each row: a number is read right before its words."""
        return [
            words(
                f"Step {self.start + place}",
                Box(column.x, y + place * height, column.width, height),
                (paragraph,),
                anchor="middle",
            )
            for place, paragraph in enumerate(shown)
        ]

    def _one_list(self, shown: list[Paragraph], column: Box, y: float, height: float) -> Placed:
        """All rows as one list for outline view and screen readers; the space before each puts it
        in the middle of its row."""
        free = [height - measure((paragraph,), column.width).height for paragraph in shown]
        spaced = [
            replace(paragraph, before=(free[place - 1] + free[place]) / 2 if place else 0.0)
            for place, paragraph in enumerate(shown)
        ]
        top = y + free[0] / 2
        deep = y + len(shown) * height - free[-1] / 2 - top
        box = Box(column.x, top, column.width, deep)
        return words("List", box, spaced, placeholder=Placeholder.BODY)


def item_paragraph(item: Item, style: Style, *, stacked: bool = False) -> Paragraph:
    """The words of an item as one paragraph, the lead in bold."""
    lead = without_stop(item.lead) if stacked else item.lead
    parts = list(_lead(lead, style))
    if item.lead and item.body:
        parts.append(SoftBreak() if stacked else Piece(text=gap_after(plain(lead))))
    parts.extend(parts_of(item.body, style))
    return Paragraph(parts=tuple(parts), size=style.size, lead=style.lead, colour=style.colour)


def without_stop(lead: Line) -> Line:
    """A lead on a line of its own is a heading: its full stop goes."""
    if lead and isinstance(last := lead[-1], Run):
        return (*lead[:-1], replace(last, text=without_full_stop(last.text)))
    return lead


def _lead(lead: Line, style: Style) -> tuple[Part, ...]:
    return tuple(
        replace(part, bold=True, colour="navy") if isinstance(part, Piece) else part
        for part in parts_of(lead, style)
    )

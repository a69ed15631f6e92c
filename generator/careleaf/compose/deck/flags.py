"""Danger signs in; the red slides out: call the emergency number, or call us today."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draw import GUTTER, bare_icon, card, words
from careleaf.compose.deck.measure import fits, natural_width
from careleaf.compose.deck.nested import inner_paragraphs
from careleaf.compose.deck.once import once
from careleaf.compose.deck.rows import item_paragraph
from careleaf.compose.deck.sentences import evenly
from careleaf.compose.deck.type import Style, largest, say, spell, steps
from careleaf.model.deck import Box, Group, Paragraph, Placed
from careleaf.model.inline import Line
from careleaf.model.shape import Item
from careleaf.source import Span

_SIGN = steps(Style(size=28, lead=34, bold=True), (26, 32), (24, 30), (22, 28))
_LARGE_SIGN = steps(Style(size=32, lead=40, bold=True), (30, 37))
_ONE_SIGN = steps(Style(size=44, lead=54, bold=True), (40, 48), (36, 44))
_SMALL_SIGN = steps(Style(size=24, lead=30, bold=True), (22, 28))
_NUMBER = steps(
    Style(size=44, lead=52, colour="red", bold=True), (36, 44), (32, 40), (28, 36), (24, 32)
)
_ADVICE = steps(Style(size=28, lead=34), (26, 32), (24, 31), (22, 28), (20, 26), (20, 25))
_BAR = 88.0


class Flags(Struct, frozen=True, kw_only=True):
    """`call` is what to do ("Call 911"), said on every slide that holds signs."""

    at: Span
    emergency: bool
    items: tuple[Item, ...]
    call: str
    advice: Line
    layout: str
    """A red band for an emergency, a red rule for today."""
    in_rows: bool = False
    """Three signs as two and one, for words that are too long for three side by side."""
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether every sign has room in its card, and the call in its bar."""
        return self._choice(zone) is not None and self._call(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Triangle, a card a sign, then the bar with the number."""
        style = self._choice(zone) or self._steps[-1]
        cards = [
            self._card(item, box, style)
            for item, box in zip(self.items, self._boxes(zone), strict=True)
        ]
        return (*self._triangle(), *cards, self._bar(_bar_box(zone)))

    def _triangle(self) -> tuple[Placed, ...]:
        """Beside the title, where the layout keeps a place for it."""
        match self.layout:
            case layouts.EMERGENCY:
                return (bare_icon(48, 20, 52, "warning", "white"),)
            case layouts.SAME_DAY:
                return (bare_icon(48, 24, 46, "warning", "red"),)
            case _:
                return ()

    @property
    def _steps(self) -> tuple[Style, ...]:
        if len(self.items) == 1:
            return (*_ONE_SIGN, *_LARGE_SIGN, *_SIGN)
        if self._tall:
            return (*_LARGE_SIGN, *_SIGN)
        return _SIGN if len(self.items) <= 4 else _SMALL_SIGN

    @property
    def _tall(self) -> bool:
        """Whether a card has its icon above its words: two or three side by side."""
        return len(self.items) in (2, 3) and not self.in_rows

    @once
    def _choice(self, zone: Box) -> Style | None:
        def good(style: Style) -> bool:
            return all(
                fits(_sign(item, style), self._inner(box).width, self._inner(box).height - 12)
                for item, box in zip(self.items, self._boxes(zone), strict=True)
            )

        return largest(self._steps, good)

    def _boxes(self, zone: Box) -> list[Box]:
        """Up to three side by side; else two by two, or three by two. A row that is not full has
        wider cards, since a gap would look as if a sign were missing."""
        count = len(self.items)
        columns = 2 if count == 4 or self.in_rows else min(count, 3)
        rows = -(-count // columns)
        pitch = (zone.height - _BAR - 16 + 12) / rows
        found: list[Box] = []
        for row in range(rows):
            own = min(columns, count - row * columns)
            width = (zone.width - GUTTER * (own - 1)) / own
            top = zone.y + row * pitch
            found += [
                Box(zone.x + place * (width + GUTTER), top, width, pitch - 12)
                for place in range(own)
            ]
        return found

    @property
    def _indent(self) -> tuple[float, float, float]:
        """Space before the icon, its side, and space before the words."""
        return (20.0, 76.0, 120.0) if len(self.items) <= 4 else (14.0, 48.0, 74.0)

    def _inner(self, box: Box) -> Box:
        if self._tall:
            top = _TALL_EDGE + _TALL_ICON + 12
            wide = box.width - 2 * _TALL_EDGE
            return Box(box.x + _TALL_EDGE, box.y + top, wide, box.height - top - 8)
        start = self._indent[2]
        return Box(box.x + start, box.y, box.width - start - 12, box.height)

    def _card(self, item: Item, box: Box, style: Style) -> Placed:
        before, side, _ = self._indent
        edge = 2.0 if len(self.items) <= 4 else 1.5
        inner = self._inner(box)
        top = box.y + (box.height - side) / 2
        if self._tall:
            before, top, side = _TALL_EDGE, box.y + _TALL_EDGE, _TALL_ICON
        first, *inside = _sign(item, style)
        shown = (even(first, inner.width), *inside)
        return Group(
            name="Sign",
            shapes=(
                card("Card", box, "white", edge="red", edge_width=edge),
                bare_icon(box.x + before, top, side, item.icon or "warning", "red"),
                words("Sign", inner, shown, anchor="top" if self._tall else "middle"),
            ),
        )

    def _bar(self, bar: Box) -> Placed:
        style, advised = self._call(bar) or (_NUMBER[-1], _ADVICE[-1])
        wide, room = self._widths(bar, style)
        start = bar.x + _CALL + wide + 18
        icon, side = ("ambulance", 64.0) if self.emergency else ("phone", 56.0)
        number = Box(bar.x + _CALL, bar.y, wide, bar.height)
        shapes: list[Placed] = [
            card("Call", bar, "red-tint"),
            bare_icon(bar.x + 20, bar.y + (bar.height - side) / 2, side, icon, "red"),
            words("Number", number, (say(self.call, style),), anchor="middle"),
        ]
        if self.advice:
            box = Box(start, bar.y, room, bar.height)
            shown = evenly(spell(self.advice, advised), box)
            shapes.append(words("Advice", box, (shown,), anchor="middle"))
        return Group(name="What to do", shapes=tuple(shapes))

    def _call(self, zone: Box) -> tuple[Style, Style] | None:
        """Sizes of the number and of the advice beside it: a long number makes room for it."""

        def good(styles: tuple[Style, Style]) -> bool:
            number, advised = styles
            room = self._widths(zone, number)[1]
            return room > 0 and fits((spell(self.advice, advised),), room, 76)

        return largest([(number, advised) for number in _NUMBER for advised in _ADVICE], good)

    def _widths(self, zone: Box, number: Style) -> tuple[float, float]:
        """Of the number, and what is left for the advice."""
        wide = max(190.0, natural_width(say(self.call, number)) + 8)
        return wide, zone.width - 24 - (_CALL + wide + 18)


_TALL_EDGE, _TALL_ICON = 22.0, 84.0
"""Space around the icon of a tall card, and its side."""

_CALL = 104.0
"""Space before the number to call: the icon's place."""


def _bar_box(zone: Box) -> Box:
    return Box(zone.x, zone.bottom - _BAR, zone.width, _BAR)


def _sign(item: Item, style: Style) -> tuple[Paragraph, ...]:
    """A sign is bold throughout; what its list says of it stands below."""
    return item_paragraph(item, style), *inner_paragraphs(item, replace(style, bold=False))

"""Items with lists inside them in; an outline of them on a slide out."""

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
from careleaf.compose.deck.measure import Column, measure, natural_width
from careleaf.compose.deck.once import once
from careleaf.compose.deck.rows import item_paragraph
from careleaf.compose.deck.type import BODY, Style, largest, say, steps
from careleaf.model.deck import BOX, DASH, DOT, Box, Bullet, Paragraph, Piece, Placed
from careleaf.model.inline import Line, Run
from careleaf.model.shape import Item, Items
from careleaf.source import Span

_HEADS = steps(BODY.at(32, 39), (30, 36), (28, 34), (26, 32), (24, 29), (22, 27), (20, 25))
_FEW_HEADS = steps(BODY.at(40, 49), (36, 44))
"""Before the others where there are no more than so many items of all levels: they would leave the
slide half empty."""
_FEW = 5

_COMFORTABLE = 26.0
"""Down to here a smaller size is better than a second line."""
_INNER = 4.0, 20.0
"""Points by which what is inside is smaller, and its least size."""

_PAD, _WIDE_PAD = 8.0, 28.0
"""Above and below each item of the outermost list: at least, and where there is room."""

_BEFORE = 3.0
"""Above each item inside another."""


class Nested(Struct, frozen=True, kw_only=True):
    """`mark` is "number", "dot", "box", "tick", or the icon of items without one of their own."""

    at: Span
    items: tuple[Item, ...]
    mark: str = "dot"
    start: int = 1
    said: int = 0
    """How many of the first item, the first item inside it, and so on, were on a slide before: they
    are said again, so that what is inside them is understood."""
    continued: str = ""
    """" (continued)", after each of these."""
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether a size is left at which all of it has room."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """A text for each item of the outermost list, its disc beside its first line: programs then
        count the numbers inside each item on their own."""
        style = self._choice(zone) or _HEADS[-1]
        column = self._column(zone)
        heights = [one.height for one in self._measured(column.width, style)]
        spare = (zone.height - sum(heights)) / (2 * len(heights))
        pad = max(0.0, min(_WIDE_PAD, spare))
        shown: list[Placed] = []
        y = zone.y - max(0.0, pad - _PAD)
        for place, (item, height) in enumerate(zip(self.items, heights, strict=True)):
            if place:
                shown.append(rule(zone.x, y, zone.end))
            box = Box(column.x, y + pad, column.width, height)
            shown += self._disc(item, place, zone.x, box.y + style.lead / 2)
            shown.append(words("Item", box, self._paragraphs(item, place, style)))
            y += height + 2 * pad
        return tuple(shown)

    @once
    def _choice(self, zone: Box) -> Style | None:
        width = self._column(zone).width
        few = sum(_count(item) for item in self.items) <= _FEW
        heads = (*_FEW_HEADS, *_HEADS) if few else _HEADS

        def good(style: Style) -> bool:
            found = self._measured(width, style)
            tall = sum(one.height for one in found) + 2 * _PAD * len(found)
            return tall <= zone.height and not any(one.cut for one in found)

        def on_one_line(style: Style) -> bool:
            lines = sum(one.lines for one in self._measured(width, style))
            shown = sum(_count(item) for item in self.items)
            return style.size >= _COMFORTABLE and lines == shown and good(style)

        return largest(heads, on_one_line) or largest(heads, good)

    def _measured(self, width: float, style: Style) -> list[Column]:
        return [
            measure(self._paragraphs(item, place, style), width)
            for place, item in enumerate(self.items)
        ]

    def _paragraphs(self, item: Item, place: int, style: Style) -> list[Paragraph]:
        said = self.said if place == 0 else 0
        head = item_paragraph(item, style)
        if said:
            head = _said_again(item, style, self.continued)
        smaller, least = _INNER
        size = max(least, style.size - smaller)
        inner = style.at(size, min(style.lead, round(size * 1.25)))
        return [head, *inner_paragraphs(item, inner, said=said - 1, continued=self.continued)]

    @property
    def _side(self) -> float:
        if self.mark == "number" or any(item.icon for item in self.items):
            return 44.0
        return 20.0 if self.mark == "dot" else 38.0

    def _column(self, zone: Box) -> Box:
        start = zone.x + self._side + 18.0
        return Box(start, zone.y, zone.end - start, zone.height)

    def _disc(self, item: Item, place: int, x: float, middle: float) -> tuple[Placed, ...]:
        side = self._side
        top = middle - side / 2
        if self.mark == "number":
            return (number_disc(x, top, side, self.start + place),)
        if item.icon:
            return icon_disc(x, top, side, item.icon, ground="tint")
        if self.mark == "dot":
            return (dot(x, top, side),)
        if self.mark == "box":
            return (empty_box(x, top, side),)
        if self.mark != "tick":
            return icon_disc(x, top, side, self.mark, ground="tint")
        tick = bare_icon(x + side * 0.21, top + side * 0.21, side * 0.58, "tick", "white")
        return disc(x, top, side, "teal"), tick


def _count(item: Item) -> int:
    """Of items in it, itself counted."""
    return 1 + (sum(_count(one) for one in item.inner.items) if item.inner else 0)


def inner_paragraphs(
    item: Item,
    style: Style,
    *,
    indent: float = 0.0,
    level: int = 1,
    said: int = 0,
    continued: str = "",
) -> Iterator[Paragraph]:
    """What stands in the lists inside an item, a paragraph an item, each level further in."""
    if not item.inner:
        return
    for place, one in enumerate(item.inner.items):
        again = said if place == 0 else 0
        words = _said_again(one, style, continued) if again > 0 else item_paragraph(one, style)
        bullet = _bullet(item.inner, place, style, level, indent)
        yield replace(words, before=_BEFORE, bullet=bullet)
        yield from inner_paragraphs(
            one,
            style,
            indent=bullet.side,
            level=level + 1,
            said=again - 1,
            continued=continued,
        )


def _bullet(inner: Items, place: int, style: Style, level: int, indent: float) -> Bullet:
    """Boxes to tick, dashes and dots by turns, or numbers with room for the longest."""
    numbered = inner.mark == "number"
    last = say(f"{inner.start + len(inner.items) - 1}.", style)
    return Bullet(
        colour="navy",
        width=max(natural_width(last), style.size * 0.7) + style.size * 0.3,
        sign=BOX if inner.mark == "tick" else DASH if level % 2 else DOT,
        indent=indent,
        level=level,
        number=inner.start + place if numbered else None,
        first=inner.start,
    )


def _said_again(item: Item, style: Style, continued: str) -> Paragraph:
    """An item that goes on from the slide before: its lead, or else its words, less loud."""
    shown = item_paragraph(
        replace(item, lead=_unstopped(item.lead), body=() if item.lead else _unstopped(item.body)),
        style,
    )
    parts = [
        replace(part, colour="slate") if isinstance(part, Piece) else part for part in shown.parts
    ]
    return replace(shown, parts=(*parts, Piece(text=continued, colour="slate")))


def _unstopped(line: Line) -> Line:
    """Without the colon or full stop at its end: "(continued)" follows."""
    if line and isinstance(last := line[-1], Run):
        return (*line[:-1], replace(last, text=last.text.rstrip(":. ")))
    return line

"""Two to four items in; a card for each out. Five or six long items: a dense grid."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draw import (
    GAP,
    GUTTER,
    bare_icon,
    card,
    dot,
    empty_box,
    icon_disc,
    number_disc,
    rule,
    words,
)
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.once import once
from careleaf.compose.deck.rows import item_paragraph, without_stop
from careleaf.compose.deck.type import BODY, LEAD, Style, largest, spell, steps
from careleaf.model.deck import Box, Group, Paragraph, Placed
from careleaf.model.shape import Item
from careleaf.source import Span

_STEPS: tuple[tuple[Style, Style], ...] = tuple(
    (LEAD.at(*lead), BODY.at(*line))
    for lead, line in (
        ((30, 36), (26, 33)),
        ((28, 34), (24, 31)),
        ((26, 32), (22, 28)),
        ((24, 30), (22, 28)),
        ((24, 28), (20, 26)),
    )
)
_PADDING = 20.0


class Cards(Struct, frozen=True, kw_only=True):
    """Two or three cards take the whole width, four stand two by two."""

    at: Span
    items: tuple[Item, ...]
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether a pair of sizes is left at which every card holds its words."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """One group a card, in reading order."""
        styles = self._choice(zone) or _STEPS[-1]
        return tuple(
            _card(item, box, styles)
            for item, box in zip(self.items, self._boxes(zone), strict=True)
        )

    @once
    def _choice(self, zone: Box) -> tuple[Style, Style] | None:
        pairs = list(zip(self.items, self._boxes(zone), strict=True))

        def good(styles: tuple[Style, Style]) -> bool:
            return all(_holds(item, box, styles) for item, box in pairs)

        return largest(_STEPS, good)

    def _boxes(self, zone: Box) -> list[Box]:
        columns = 2 if len(self.items) > 3 else 1
        rows = -(-len(self.items) // columns)
        width = (zone.width - GUTTER * (columns - 1)) / columns
        top = zone.y + 4
        height = min(184.0, (zone.bottom - top - GAP * (rows - 1)) / rows)
        return [
            Box(
                zone.x + (place % columns) * (width + GUTTER),
                top + (place // columns) * (height + GAP),
                width,
                height,
            )
            for place in range(len(self.items))
        ]


def _holds(item: Item, box: Box, styles: tuple[Style, Style]) -> bool:
    inner = _words_box(box)
    return fits(_paragraphs(item, styles), inner.width, inner.height - 16)


def _side(box: Box) -> float:
    return 72.0 if box.height >= 104 else 56.0


def _words_box(box: Box) -> Box:
    start = box.x + _PADDING + _side(box) + _PADDING
    return Box(start, box.y, box.end - 16 - start, box.height)


def _paragraphs(item: Item, styles: tuple[Style, Style]) -> Sequence[Paragraph]:
    lead, line = styles
    shown = []
    if item.lead:
        shown.append(spell(without_stop(item.lead) if item.body else item.lead, lead))
    if item.body:
        shown.append(item_paragraph(Item(at=item.at, body=item.body), line))
    return shown


def _card(item: Item, box: Box, styles: tuple[Style, Style]) -> Placed:
    side = _side(box)
    discs = icon_disc(
        box.x + _PADDING, box.y + (box.height - side) / 2, side, item.icon or "tick", ground="white"
    )
    text = words("Words", _words_box(box), _paragraphs(item, styles), anchor="middle")
    return Group(name="Card", shapes=(card("Card", box), *discs, text))


_TALL_STEPS = steps(BODY.at(32, 40), (30, 38), (28, 35), (26, 33), (24, 31))
_TALL_EDGE, _TALL_DISC = 24.0, 88.0
_TALL_BOX = 44.0
"""Space around a tall card's disc and words, and the disc's side."""


class Tall(Struct, frozen=True, kw_only=True):
    """Three items side by side, a large disc above the words: three rows would leave the slide
    half empty."""

    at: Span
    items: tuple[Item, ...]
    mark: str = "tick"
    """"number", "dot", or the icon that items without one of their own get."""
    start: int = 1
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether a size is left at which every card holds its words."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """One group a card, in reading order."""
        style = self._choice(zone) or _TALL_STEPS[-1]
        return tuple(
            self._card(item, place, box, style)
            for place, (item, box) in enumerate(zip(self.items, self._boxes(zone), strict=True))
        )

    @once
    def _choice(self, zone: Box) -> Style | None:
        def good(style: Style) -> bool:
            return all(
                fits(self._paragraphs(item, style, inner.width), inner.width, inner.height)
                for item, box in zip(self.items, self._boxes(zone), strict=True)
                if (inner := self._words_box(box))
            )

        return largest(_TALL_STEPS, good)

    def _boxes(self, zone: Box) -> list[Box]:
        count = len(self.items)
        width = (zone.width - GUTTER * (count - 1)) / count
        return [
            Box(zone.x + place * (width + GUTTER), zone.y + 4, width, zone.height - 4)
            for place in range(count)
        ]

    def _words_box(self, box: Box) -> Box:
        top = box.y + _TALL_EDGE
        if self._marked:
            top += _TALL_DISC + 20
        return Box(box.x + _TALL_EDGE, top, box.width - 2 * _TALL_EDGE + 8, box.bottom - 16 - top)

    @property
    def _marked(self) -> bool:
        """Whether discs stand above the words: all have one, or none."""
        return self.mark != "dot" or all(item.icon for item in self.items)

    def _paragraphs(self, item: Item, style: Style, width: float) -> list[Paragraph]:
        """A lead is a heading: it and the words below it each have even lines."""
        if not (item.lead and item.body):
            return [even(item_paragraph(item, style), width)]
        lead = Item(at=item.at, lead=without_stop(item.lead), body=())
        rest = Item(at=item.at, body=item.body)
        return [even(item_paragraph(one, style), width) for one in (lead, rest)]

    def _card(self, item: Item, place: int, box: Box, style: Style) -> Placed:
        inner = self._words_box(box)
        text = words(
            "Words",
            inner,
            self._paragraphs(item, style, inner.width),
            anchor="top" if self._marked else "middle",
        )
        disc = self._disc(item, place, box) if self._marked else ()
        return Group(name="Card", shapes=(card("Card", box), *disc, text))

    def _disc(self, item: Item, place: int, box: Box) -> tuple[Placed, ...]:
        x, y = box.x + _TALL_EDGE, box.y + _TALL_EDGE
        if self.mark == "number":
            return (number_disc(x, y, _TALL_DISC, self.start + place),)
        if self.mark == "box":
            return (empty_box(x, y, _TALL_BOX, _TALL_BOX),)
        if self.mark == "tick" and not item.icon:
            return icon_disc(x, y, _TALL_DISC, "tick", ground="teal", colour="white")
        return icon_disc(x, y, _TALL_DISC, item.icon or self.mark, ground="white")


_DENSE = tuple(BODY.at(*pair) for pair in ((24, 31), (22, 28), (20, 26)))


class Dense(Struct, frozen=True, kw_only=True):
    """Up to six long items in two columns, read down and then across."""

    at: Span
    items: tuple[Item, ...]
    mark: str = "tick"
    """"number", "dot", "box" or "tick": before the items without an icon of their own."""
    start: int = 1
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether every item has room in its cell."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Disc and words for each, a rule between those of one column."""
        style = self._choice(zone) or _DENSE[-1]
        shown: list[Placed] = []
        for place, (item, box) in enumerate(zip(self.items, self._boxes(zone), strict=True)):
            if place % self._deep:
                shown.append(rule(box.x, box.y - 10, box.end))
            shown.extend(self._cell(item, place, box, style))
        return tuple(shown)

    @property
    def _deep(self) -> int:
        return -(-len(self.items) // 2)

    @once
    def _choice(self, zone: Box) -> Style | None:
        boxes = self._boxes(zone)
        pairs = list(zip(self.items, boxes, strict=True))

        def good(style: Style) -> bool:
            return all(
                fits(
                    (item_paragraph(item, style, stacked=bool(item.lead)),),
                    box.width - 54,
                    box.height,
                )
                for item, box in pairs
            )

        return largest(_DENSE, good)

    def _boxes(self, zone: Box) -> list[Box]:
        pitch = zone.height / self._deep
        width = (zone.width - GUTTER) / 2
        return [
            Box(
                zone.x + (width + GUTTER) * (place // self._deep),
                zone.y + 4 + pitch * (place % self._deep),
                width,
                pitch - 18,
            )
            for place in range(len(self.items))
        ]

    def _cell(self, item: Item, place: int, box: Box, style: Style) -> list[Placed]:
        mark: tuple[Placed, ...]
        if self.mark == "number":
            mark = (number_disc(box.x, box.y, 36, self.start + place),)
        elif item.icon:
            mark = icon_disc(box.x, box.y, 40, item.icon, ground="tint")
        elif self.mark == "dot":
            mark = (dot(box.x, box.y + 2, 30),)
        elif self.mark == "box":
            mark = (empty_box(box.x, box.y + 2, 30),)
        else:
            mark = (bare_icon(box.x, box.y + 2, 30, "tick", "teal"),)
        text = words(
            "Words",
            Box(box.x + 54, box.y + 2, box.width - 54, box.height - 2),
            (item_paragraph(item, style, stacked=bool(item.lead)),),
        )
        return [*mark, text]

"""Counts out of as many people in; cards side by side, so that eyes can weigh them, out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GUTTER, above, card, source_line, words
from careleaf.compose.deck.measure import even, fits, measure, natural_width
from careleaf.compose.deck.people import NUMBER, SO_WHAT, crowd
from careleaf.compose.deck.type import BODY, Style, say, spell, steps
from careleaf.model.deck import Box, Placed, Text
from careleaf.model.shape import IconArray
from careleaf.source import Span

_PAD = 24.0
_GAP = 16.0
_CROWDS = (190.0, 168.0, 144.0, 120.0)
"""Heights to keep for the people, in points: as the type grows, they shrink. With less than the
last, a thousand could not be told apart."""
_LABEL = steps(BODY.at(26, 33), (24, 31), (22, 28))
_SIZES = tuple((number, label) for label in _LABEL for number in NUMBER[2:])
"""Larger words go before a larger number."""


class Compared(Struct, frozen=True, kw_only=True):
    """`numbers` say each count in the reader's words ("3 in 100"). One count alone has a card as
    wide as the slide, for words too long to stand beside its people."""

    at: Span
    array: IconArray
    numbers: tuple[str, ...]
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether numbers and words leave room for the people."""
        return self._sizes(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """One size of type and of people on both cards; the so-what sentence below them."""
        number, label = self._sizes(zone) or (NUMBER[-1], _LABEL[-1])
        deep = self._label_height(zone, label)
        shown: list[Placed] = []
        for place, count in enumerate(self.array.counts):
            half = self._card(zone, place)
            inner = _inside(half)
            below = inner.y + number.lead
            crowd_top = below + deep + _GAP
            people = Box(inner.x, crowd_top, inner.width, inner.bottom - crowd_top)
            said = even(spell(count.label, label), inner.width)
            big = say(self.numbers[place], number)
            shown += [
                card("Card", half),
                words("Number", Box(inner.x, inner.y, inner.width, number.lead), (big,)),
                words("Label", Box(inner.x, below, inner.width, deep), (said,)),
                crowd(count, self.array.sentences[place], people, tight=True),
            ]
        return (*shown, *self._foot(zone))

    def _foot(self, zone: Box) -> list[Text]:
        """The so-what sentence and the source: beside one another, the source under the second card
        or further on, where both are short enough for that; else one above the other."""
        source = source_line(self.array.source, zone)
        if not self.array.so_what:
            return [source] if source else []
        so_what = spell(self.array.so_what, SO_WHAT[0])
        width = natural_width(so_what)
        room = zone if source is None else above(zone, source)
        if source:
            start = max(self._columns(zone)[-1].x, zone.x + width + GUTTER)
            end = Box(start, zone.y, zone.end - start, zone.height)
            if natural_width(source.paragraphs[0]) <= end.width:
                source = source_line(self.array.source, end)
                room = Box(zone.x, zone.y, start - GUTTER - zone.x, zone.height)
        high = measure((so_what,), room.width).height
        box = Box(zone.x, room.bottom - high, room.width, high)
        said = words("So what", box, (so_what,), anchor="bottom")
        return [said, source] if source else [said]

    def _sizes(self, zone: Box) -> tuple[Style, Style] | None:
        inner = _inside(self._card(zone, 0))

        def good(styles: tuple[Style, Style], crowd_height: float) -> bool:
            number, label = styles
            wide = max(natural_width(say(one, number)) for one in self.numbers)
            left = inner.height - number.lead - _GAP - crowd_height
            return wide <= inner.width and all(
                fits((spell(count.label, label),), inner.width, left) for count in self.array.counts
            )

        choices = ((styles, height) for height in _CROWDS for styles in _SIZES)
        return next((styles for styles, height in choices if good(styles, height)), None)

    def _label_height(self, zone: Box, style: Style) -> float:
        width = _inside(self._card(zone, 0)).width
        labels = (spell(count.label, style) for count in self.array.counts)
        return max(measure((one,), width).height for one in labels)

    def _card(self, zone: Box, place: int) -> Box:
        column = self._columns(zone)[place]
        foot = min((text.box.y for text in self._foot(zone)), default=zone.bottom + _GAP)
        return Box(column.x, zone.y, column.width, foot - _GAP - zone.y)

    def _columns(self, zone: Box) -> list[Box]:
        cards = len(self.array.counts)
        width = (zone.width - GUTTER * (cards - 1)) / cards
        return [
            Box(zone.x + place * (width + GUTTER), zone.y, width, zone.height)
            for place in range(cards)
        ]


def _inside(half: Box) -> Box:
    return Box(half.x + _PAD, half.y + _PAD - 8, half.width - 2 * _PAD, half.height - 2 * _PAD + 8)

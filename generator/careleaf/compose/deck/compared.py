"""Counts out of as many people in; cards side by side, so that eyes can weigh them, out: or one
above the other, where a word is too long for half of the slide."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draw import GUTTER, above, card, source_line, words
from careleaf.compose.deck.measure import fits, measure, natural_width
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
_SHORT = NUMBER[-1].at(40, 46)
"""Where two cards share the height."""
_LABEL = steps(BODY.at(26, 33), (24, 31), (22, 28))
_SIZES = tuple((number, label) for label in _LABEL for number in NUMBER[2:])
"""Larger words go before a larger number."""

_STACKED_SIZES = tuple(
    (number, label) for label in (*_LABEL, BODY.at(20, 25)) for number in (*NUMBER[2:], _SHORT)
)
_BESIDE = 0.6
"""Of a stacked card's width, for its words."""


class Compared(Struct, frozen=True, kw_only=True):
    """`numbers` say each count in the reader's words ("3 in 100"). One count alone has a card as
    wide as the slide, for words too long to stand beside its people."""

    at: Span
    array: IconArray
    numbers: tuple[str, ...]
    stacked: bool = False
    """One card above the other, the people beside their words."""
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
            inner = self._words(half)
            below = inner.y + number.lead
            people = self._people(half, below + deep + _GAP)
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
        inner = self._words(self._card(zone, 0))

        def good(styles: tuple[Style, Style], crowd_height: float) -> bool:
            number, label = styles
            wide = max(natural_width(say(one, number)) for one in self.numbers)
            left = inner.height - number.lead
            if not self.stacked:
                left -= _GAP + crowd_height
            return wide <= inner.width and all(
                fits((spell(count.label, label),), inner.width, left) for count in self.array.counts
            )

        crowds = _CROWDS[-1:] if self.stacked else _CROWDS
        sizes = _STACKED_SIZES if self.stacked else _SIZES
        choices = ((styles, height) for height in crowds for styles in sizes)
        return next((styles for styles, height in choices if good(styles, height)), None)

    def _label_height(self, zone: Box, style: Style) -> float:
        width = self._words(self._card(zone, 0)).width
        labels = (spell(count.label, style) for count in self.array.counts)
        return max(measure((one,), width).height for one in labels)

    def _card(self, zone: Box, place: int) -> Box:
        column = self._columns(zone)[place]
        foot = min((text.box.y for text in self._foot(zone)), default=zone.bottom + _GAP)
        high = foot - _GAP - zone.y
        if not self.stacked:
            return Box(column.x, zone.y, column.width, high)
        high = (high - _GAP * (len(self.array.counts) - 1)) / len(self.array.counts)
        return Box(zone.x, zone.y + place * (high + _GAP), zone.width, high)

    def _words(self, half: Box) -> Box:
        """Of a card, the place of number and label, and of people below these."""
        inner = _inside(half)
        if not self.stacked:
            return inner
        return Box(inner.x, inner.y, inner.width * _BESIDE, inner.height)

    def _people(self, half: Box, top: float) -> Box:
        """The place of a card's people: below its words, which end above `top`, or beside them."""
        inner = _inside(half)
        if not self.stacked:
            return Box(inner.x, top, inner.width, inner.bottom - top)
        start = inner.x + inner.width * _BESIDE + GUTTER
        return Box(start, half.y + _PAD, inner.end - start, half.height - 2 * _PAD)

    def _columns(self, zone: Box) -> list[Box]:
        cards = len(self.array.counts)
        width = (zone.width - GUTTER * (cards - 1)) / cards
        return [
            Box(zone.x + place * (width + GUTTER), zone.y, width, zone.height)
            for place in range(cards)
        ]


def _inside(half: Box) -> Box:
    return Box(half.x + _PAD, half.y + _PAD - 8, half.width - 2 * _PAD, half.height - 2 * _PAD + 8)

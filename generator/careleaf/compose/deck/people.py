"""A count of people in; the number large beside the people drawn out. Two counts: two rows."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import rule, words
from careleaf.compose.deck.measure import even, fits, measure, natural_width
from careleaf.compose.deck.type import BODY, Style, largest, say, spell, steps
from careleaf.figure.array import draw_array, icon_array
from careleaf.model.art import Drawing
from careleaf.model.deck import Box, Mark, Paragraph, Placed
from careleaf.model.inline import Line, plain
from careleaf.model.shape import Count, IconArray
from careleaf.source import Span

_NUMBER = steps(
    Style(size=104, lead=116, colour="navy", bold=True), (88, 100), (72, 84), (64, 74), (54, 64)
)
_WORDS = steps(BODY.at(32, 40), (28, 36), (26, 33), (24, 31), (22, 28))
_SO_WHAT = steps(Style(size=24, lead=31, colour="teal-deep", bold=True), (22, 28), (20, 26))
_CROWD = 300.0
"""The most width that the people of one of two counts take."""
_LEAST_HEIGHT = 330.0
"""Of one count: lower, and its people would be too small to count."""

_COMPARED = steps(BODY.at(28, 36), (26, 33), (24, 31), (22, 28))


class People(Struct, frozen=True, kw_only=True):
    """`number` says a count in the reader's words ("3 in 100"), one for each count."""

    at: Span
    array: IconArray
    numbers: tuple[str, ...]
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether words and number have room beside the people."""
        if len(self.array.counts) == 1 and zone.height <= _LEAST_HEIGHT:
            return False
        return self._beside(zone) is not None or self._compared(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """The people are one picture; its words are the sentence that says the number."""
        sizes = self._beside(zone)
        return self._rows(zone) if sizes is None else self._large(zone, sizes)

    def _large(self, zone: Box, sizes: tuple[Style, Style, Style]) -> tuple[Placed, ...]:
        count = self.array.counts[0]
        crowd = _crowd(count, self.array.sentences[0], _people_box(zone, count.of))
        number, words_style, so_what = sizes
        side = _side(zone, count.of)
        top = zone.y + 4
        shown: list[Placed] = [crowd]
        tall = number.lead
        shown.append(
            words("Number", Box(side.x, top, side.width, tall), (say(self.numbers[0], number),))
        )
        label = spell(count.label, words_style)
        deep = _height(label, side.width)
        shown.append(words("Label", Box(side.x, top + tall + 8, side.width, deep), (label,)))
        if self.array.so_what:
            line = max(zone.y + zone.height * 0.68, top + tall + 8 + deep + 14)
            shown.append(rule(side.x, line, side.end))
            below = Box(side.x, line + 14, side.width, zone.bottom - line - 14)
            shown.append(words("So what", below, (spell(self.array.so_what, so_what),)))
        return tuple(shown)

    def _beside(self, zone: Box) -> tuple[Style, Style, Style] | None:
        """The sizes of number, label and what follows, for one count whose words have room beside
        the people. Where a word is too wide for that, it stands as one of two counts would."""
        if len(self.array.counts) > 1:
            return None
        count = self.array.counts[0]
        side = _side(zone, count.of)
        number = largest(
            _NUMBER, lambda style: natural_width(say(self.numbers[0], style)) <= side.width
        )
        if number is None:
            return None
        choices = [(one, two) for one in _WORDS for two in _SO_WHAT]

        def good(styles: tuple[Style, Style]) -> bool:
            label = measure((spell(count.label, styles[0]),), side.width)
            so_what = measure((spell(self.array.so_what, styles[1]),), side.width)
            after = 28 + so_what.height if self.array.so_what else 0.0
            cut = label.cut or so_what.cut
            return not cut and 4 + number.lead + 8 + label.height + after <= zone.height

        found = largest(choices, good)
        return (number, *found) if found else None

    def _compared(self, zone: Box) -> Style | None:
        half = _compared_row(zone, 0, self.array)

        def good(style: Style) -> bool:
            return all(
                fits((spell(count.label, style),), half.width, half.height - 74)
                for count in self.array.counts
            )

        return largest(_COMPARED, good)

    def _rows(self, zone: Box) -> tuple[Placed, ...]:
        style = self._compared(zone) or _COMPARED[-1]
        shown: list[Placed] = []
        for place, count in enumerate(self.array.counts):
            side = _compared_row(zone, place, self.array)
            crowd = Box(zone.x, side.y, _CROWD, side.height)
            if place:
                shown.append(rule(zone.x, side.y - 12, zone.end))
            shown.append(_crowd(count, self.array.sentences[place], crowd))
            number = say(self.numbers[place], _NUMBER[-2])
            label = even(spell(count.label, style), side.width)
            shown.append(words("Number", side, (number, label), anchor="middle"))
        if self.array.so_what:
            line = zone.bottom - _so_what_height(zone, self.array)
            box = Box(zone.x, line, zone.width, zone.bottom - line)
            so_what = (spell(self.array.so_what, _SO_WHAT[0]),)
            shown.append(words("So what", box, so_what, anchor="bottom"))
        return tuple(shown)


def _compared_row(zone: Box, place: int, array: IconArray) -> Box:
    free = zone.height - _so_what_height(zone, array)
    pitch = (free + 24) / len(array.counts)
    count = array.counts[place]
    drawing = _drawn(count.count, count.of)
    start = min(_CROWD, (pitch - 24) * drawing.width / drawing.height) + 48
    return Box(zone.x + start, zone.y + place * pitch, zone.width - start, pitch - 24)


def _so_what_height(zone: Box, array: IconArray) -> float:
    if not array.so_what:
        return 0.0
    return 16 + _height(spell(array.so_what, _SO_WHAT[0]), zone.width)


def _height(paragraph: Paragraph, width: float) -> float:
    return measure((paragraph,), width).height


def _people_box(zone: Box, of: int) -> Box:
    share = 470 if of == 10 else 486
    return Box(zone.x, zone.y + 4, zone.width * share / 864, zone.height - 4)


def _side(zone: Box, of: int) -> Box:
    start = zone.x + zone.width * 518 / 864
    return Box(start, zone.y, zone.end - start, zone.height)


def _crowd(count: Count, sentence: Line, box: Box) -> Mark:
    """The people in the box's top start corner, as large as it allows."""
    drawing = _drawn(count.count, count.of)
    scale = min(box.width / drawing.width, box.height / drawing.height)
    placed = Box(box.x, box.y, drawing.width * scale, drawing.height * scale)
    return Mark(name="People", box=placed, drawing=drawing, alt=plain(sentence))


@lru_cache(maxsize=64)
def _drawn(count: int, of: int) -> Drawing:
    """Kept: a hundred people have thousands of points, and one deck asks for them again."""
    return draw_array(icon_array(count, of))

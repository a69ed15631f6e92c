"""A count of people in; the number large beside the people drawn out. Two: see `compared`."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import above, rule, source_line, words
from careleaf.compose.deck.measure import measure, natural_width
from careleaf.compose.deck.type import BODY, Style, largest, say, spell, steps
from careleaf.figure.array import draw_array, icon_array
from careleaf.model.art import Drawing
from careleaf.model.deck import Box, Mark, Paragraph, Placed
from careleaf.model.inline import Line, plain
from careleaf.model.shape import Count, IconArray
from careleaf.source import Span

NUMBER = steps(
    Style(size=104, lead=116, colour="navy", bold=True), (88, 100), (72, 84), (64, 74), (54, 64)
)
_NARROW = NUMBER[-1].at(46, 56)
"""Where a clinic's own template leaves little room."""
SO_WHAT = steps(Style(size=24, lead=31, colour="teal-deep", bold=True), (22, 28), (20, 26))
_WORDS = steps(BODY.at(32, 40), (28, 36), (26, 33), (24, 31), (22, 28))
_REST = BODY.at(24, 31)
_LEAST_HEIGHT = 330.0
"""Lower, and the people would be too small to count."""


class People(Struct, frozen=True, kw_only=True):
    """`number` says the count in the reader's words ("3 in 100"), `rest` whom it does not count
    ("Not so for the other 97 in 100."); `rest` may be empty."""

    at: Span
    array: IconArray
    number: str
    rest: str = ""
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether words and number have room beside the people."""
        return zone.height > _LEAST_HEIGHT and self._sizes(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """The people are one picture; its words are the sentence that says the number."""
        count = self.array.counts[0]
        people = crowd(count, self.array.sentences[0], _people_box(zone, count.of))
        number, words_style, so_what = self._sizes(zone) or (NUMBER[-1], _WORDS[-1], SO_WHAT[-1])
        side = _side(zone)
        top = zone.y + 4
        shown: list[Placed] = [people]
        tall = number.lead
        shown.append(
            words("Number", Box(side.x, top, side.width, tall), (say(self.number, number),))
        )
        label = spell(count.label, words_style)
        deep = _height(label, side.width)
        shown.append(words("Label", Box(side.x, top + tall + 8, side.width, deep), (label,)))
        if below := self._below(so_what):
            high = measure((below,), side.width).height
            low = self._column(zone).bottom - high - 14
            line = max(min(zone.y + zone.height * 0.68, low), top + tall + 8 + deep + 14)
            shown.append(rule(side.x, line, side.end))
            box = Box(side.x, line + 14, side.width, self._column(zone).bottom - line - 14)
            shown.append(words("So what", box, (below,)))
        source = source_line(self.array.source, side)
        return (*shown, source) if source else tuple(shown)

    def _column(self, zone: Box) -> Box:
        """For number and words, above the source."""
        side = _side(zone)
        return above(side, source_line(self.array.source, side))

    def _below(self, so_what: Style) -> Paragraph | None:
        """What stands under the rule: the author's words, else whom the number does not count."""
        if self.array.so_what:
            return spell(self.array.so_what, so_what)
        return say(self.rest, _REST.at(so_what.size, so_what.lead)) if self.rest else None

    def _sizes(self, zone: Box) -> tuple[Style, Style, Style] | None:
        count = self.array.counts[0]
        side = self._column(zone)
        number = largest(
            (*NUMBER, _NARROW),
            lambda style: natural_width(say(self.number, style)) <= side.width,
        )
        if number is None:
            return None
        choices = [(one, two) for one in _WORDS for two in SO_WHAT]

        def good(styles: tuple[Style, Style]) -> bool:
            label = measure((spell(count.label, styles[0]),), side.width)
            below = self._below(styles[1])
            after = measure((below,) if below else (), side.width)
            high = 28 + after.height if below else 0.0
            cut = label.cut or after.cut
            return not cut and 4 + number.lead + 8 + label.height + high <= side.height

        found = largest(choices, good)
        return (number, *found) if found else None


def _height(paragraph: Paragraph, width: float) -> float:
    return measure((paragraph,), width).height


def _people_box(zone: Box, of: int) -> Box:
    share = (470 if of == 10 else 486) / 864
    return Box(zone.x, zone.y + 4, zone.width * share, zone.height - 4)


def _side(zone: Box) -> Box:
    start = zone.x + zone.width * 518 / 864
    return Box(start, zone.y, zone.end - start, zone.height)


def crowd(count: Count, sentence: Line, box: Box, *, tight: bool = False) -> Mark:
    """The people in the box's top start corner, as large as it allows."""
    drawing = drawn(count.count, count.of, tight=tight)
    scale = min(box.width / drawing.width, box.height / drawing.height)
    placed = Box(box.x, box.y, drawing.width * scale, drawing.height * scale)
    return Mark(name="People", box=placed, drawing=drawing, alt=plain(sentence), runs=True)


@lru_cache(maxsize=64)
def drawn(count: int, of: int, *, tight: bool = False) -> Drawing:
    """Kept: a hundred people have thousands of points, and one deck asks for them again."""
    return draw_array(icon_array(count, of, tight=tight))

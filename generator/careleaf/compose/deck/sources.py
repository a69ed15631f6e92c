"""Sources in; the slides at the end that list them out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import upright, words
from careleaf.compose.deck.measure import Column, fits, from_right, measure, natural_width
from careleaf.compose.deck.once import once
from careleaf.compose.deck.type import BODY, Style, largest, say, steps
from careleaf.language import foreign
from careleaf.model.deck import Box, Bullet, Paragraph, Piece, Placed, Placeholder
from careleaf.model.library import Reference
from careleaf.source import Span
from careleaf.text.turned import may_turn

STEPS = steps(BODY.at(24, 30), (22, 27), (20, 24))
"""For two columns, largest first. All slides that follow one another share one."""
_LARGE = steps(BODY.at(28, 36), (26, 33), (24, 31), (22, 28))
FEW = 4
"""Sources that need no second column, if there are no more."""

_BEFORE = 0.3
"""Space above a source, of its size."""
_BETWEEN = 32.0
"""Between the columns."""


class Sources(Struct, frozen=True, kw_only=True):
    """Two columns, read down and then across, numbered as everywhere in the piece; the numbers
    hang, so that they are found."""

    at: Span
    references: Numbered
    style: Style = STEPS[-1]
    """Of the two columns."""
    few: bool = False
    """Whether they stand in one column, larger: two would leave the slide half empty."""
    layout: str = layouts.TWO
    bar_below: bool = False
    language: str
    """Of the deck: publishers and titles may be in another one."""

    def fits(self, zone: Box) -> bool:
        """Whether they stay in the zone."""
        return self.depth(zone) is not None

    def depth(self, zone: Box) -> float | None:
        """How deep their columns are, made as even as they can be; None where they do not fit."""
        parted = self._parted(zone)
        return parted[1] if parted else None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Publisher and year are the link: short, so that no program breaks it inside a word. It
        is told by its line and weight; LibreOffice 7.4 loses the colour of most links in a list."""
        if style := self._large(zone):
            place = Placeholder.BODY if self.layout == layouts.CONTENT else None
            shown_large = self._paragraphs(self.references, style)
            return (words("List", zone, shown_large, placeholder=place),)
        first, _ = self._parted(zone) or (len(self.references), 0.0)
        parted = self.references[:first], self.references[first:]
        shown: list[Placed] = []
        if parted[1]:
            middle = zone.x + zone.width / 2
            width = _columns(zone)[0].width
            deep = max(measure(self._paragraphs(own), width).height for own in parted)
            end = min(zone.y + deep, zone.bottom)
            shown.append(upright(middle, zone.y + 4, end))
        for own, box, slot in zip(parted, _columns(zone), _SLOTS, strict=True):
            if own:
                place = slot if self.layout == layouts.TWO else None
                shown.append(words("List", box, self._paragraphs(own), placeholder=place))
        return tuple(shown)

    def _large(self, zone: Box) -> Style | None:
        if not self.few:
            return None
        return largest(
            _LARGE,
            lambda style: fits(self._paragraphs(self.references, style), zone.width, zone.height),
        )

    @once
    def _parted(self, zone: Box) -> tuple[int, float] | None:
        """How many stand in the first column, and how deep the deeper one is."""
        width = _columns(zone)[0].width
        hang = self._hang(self.style)
        columns = [
            _measured(one, self.language, self.style, _bullet(number, number, hang), width)
            for number, one in self.references
        ]
        if any(column.cut for column in columns):
            return None
        before = _BEFORE * self.style.size
        heights = [column.height + before for column in columns]
        whole = sum(heights)
        deepest = {
            place: max(sum(heights[:place]), whole - sum(heights[:place])) - before
            for place in range(1, len(heights) + 1)
        }
        best = min(deepest, key=lambda place: deepest[place])
        if deepest[best] > zone.height:
            return None
        return best, deepest[best]

    def _paragraphs(self, own: Numbered, style: Style | None = None) -> list[Paragraph]:
        style = style or self.style
        hang = self._hang(style)
        return [
            _paragraph(one, self.language, style, _bullet(number, own[0][0], hang))
            for number, one in own
        ]

    def _hang(self, style: Style) -> float:
        """What the widest number on the slide takes, and the space behind it."""
        last = say(f"{self.references[-1][0]}.", replace(style, bold=True))
        return natural_width(last) + _GAP * style.size


_GAP = 0.35
"""Of the size, between a number and its source."""


@once
def _measured(one: Reference, language: str, style: Style, bullet: Bullet, width: float) -> Column:
    """One source in a column. Many shares of them are tried."""
    return measure((_paragraph(one, language, style, bullet),), width)


def _paragraph(one: Reference, language: str, style: Style, bullet: Bullet) -> Paragraph:
    other = foreign(one.language, language)
    publisher = Piece(
        text=f"{one.publisher}, {one.year}",
        bold=True,
        link=one.url or None,
        language=other,
    )
    title = Piece(text=f". {one.title.rstrip('.')}.", language=other)
    turns = from_right() and bool(other) and not may_turn(publisher.text + title.text)
    return Paragraph(
        parts=(publisher, title),
        size=style.size,
        lead=style.lead,
        before=_BEFORE * style.size,
        bullet=bullet,
        runs="ltr" if turns else None,
    )


def _bullet(number: int, first: int, hang: float) -> Bullet:
    return Bullet(colour="navy", width=hang, number=number, first=first)


Numbered = tuple[tuple[int, Reference], ...]
_SLOTS = (Placeholder.BODY, Placeholder.SECOND)


def _columns(zone: Box) -> tuple[Box, Box]:
    width = (zone.width - _BETWEEN) / 2
    return (
        Box(zone.x, zone.y, width, zone.height),
        Box(zone.end - width, zone.y, width, zone.height),
    )


def short_form(one: Reference) -> str:
    """How notes name a source: "NICE 2020"."""
    return f"{one.publisher} {one.year}"

"""Sources in; the slides at the end that list them out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import upright, words
from careleaf.compose.deck.measure import Column, fits, measure
from careleaf.compose.deck.once import once
from careleaf.compose.deck.type import BODY, Style, largest, steps
from careleaf.language import foreign
from careleaf.model.deck import Box, Paragraph, Piece, Placed, Placeholder
from careleaf.model.library import Reference
from careleaf.source import Span

_STYLE = BODY.at(20, 25)
_LARGE = steps(BODY.at(28, 36), (26, 33), (24, 31), (22, 28))
FEW = 4
"""Sources that need no second column, if there are no more."""

_BEFORE = 8.0
_BETWEEN = 40.0
"""Between the columns."""


class Sources(Struct, frozen=True, kw_only=True):
    """Two columns, read down and then across, numbered as everywhere in the piece."""

    at: Span
    references: tuple[tuple[int, Reference], ...]
    few: bool = False
    """Whether they stand in one column, larger: two would leave the slide half empty."""
    layout: str = layouts.TWO
    bar_below: bool = False
    language: str
    """Of the deck: publishers and titles may be in another one."""

    def fits(self, zone: Box) -> bool:
        """Whether they stay in the zone."""
        return self._parted(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Publisher and year are the link: short, so that no program breaks it inside a word."""
        if style := self._large(zone):
            place = Placeholder.BODY if self.layout == layouts.CONTENT else None
            shown_large = self._paragraphs(self.references, style)
            return (words("List", zone, shown_large, placeholder=place, settle=False),)
        parted = self._parted(zone) or (self.references, ())
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
                shown.append(
                    words("List", box, self._paragraphs(own), placeholder=place, settle=False)
                )
        return tuple(shown)

    def _large(self, zone: Box) -> Style | None:
        if not self.few:
            return None
        return largest(
            _LARGE,
            lambda style: fits(self._paragraphs(self.references, style), zone.width, zone.height),
        )

    @once
    def _parted(self, zone: Box) -> _Parted | None:
        """The two columns, as even as they can be; None where they do not fit."""
        width = _columns(zone)[0].width
        columns = [_measured(number, one, self.language, width) for number, one in self.references]
        if any(column.cut for column in columns):
            return None
        heights = [column.height + _BEFORE for column in columns]
        whole = sum(heights)
        deepest = {
            place: max(sum(heights[:place]), whole - sum(heights[:place])) - _BEFORE
            for place in range(1, len(heights) + 1)
        }
        best = min(deepest, key=lambda place: deepest[place])
        if deepest[best] > zone.height:
            return None
        return self.references[:best], self.references[best:]

    def _paragraphs(self, own: _Numbered, style: Style = _STYLE) -> list[Paragraph]:
        return [_paragraph(number, one, self.language, style) for number, one in own]


@once
def _measured(number: int, one: Reference, language: str, width: float) -> Column:
    """One source in a column. Many shares of them are tried."""
    return measure((_paragraph(number, one, language, _STYLE),), width)


def _paragraph(number: int, one: Reference, language: str, style: Style) -> Paragraph:
    other = foreign(one.language, language)
    return Paragraph(
        parts=(
            Piece(text=f"{number}.  ", bold=True, colour="navy"),
            Piece(
                text=f"{one.publisher}, {one.year}",
                bold=True,
                link=one.url or None,
                colour="teal-deep" if one.url else "navy",
                language=other,
            ),
            Piece(text=f". {one.title.rstrip('.')}.", language=other),
        ),
        size=style.size,
        lead=style.lead,
        before=_BEFORE * style.size / _STYLE.size,
    )


_Numbered = tuple[tuple[int, Reference], ...]
_Parted = tuple[_Numbered, _Numbered]
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

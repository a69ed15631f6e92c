"""Sources in; the slides at the end that list them out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import words
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.type import BODY, Style
from careleaf.model.deck import Box, Paragraph, Piece, Placed, Placeholder
from careleaf.model.library import Reference
from careleaf.source import Span

_STYLE = BODY.at(20, 25)
_BEFORE = 10.0


class Sources(Struct, frozen=True, kw_only=True):
    """One list, numbered as everywhere in the piece."""

    at: Span
    references: tuple[tuple[int, Reference], ...]
    layout: str = layouts.CONTENT
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether they stay in the zone."""
        return fits(self._paragraphs(), zone.width, zone.height)

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Publisher and year are the link: short, so that no program breaks it inside a word."""
        shown = self._paragraphs()
        return (words("List", zone, shown, placeholder=Placeholder.BODY, settle=False),)

    def _paragraphs(self) -> list[Paragraph]:
        return [_paragraph(number, one, _STYLE) for number, one in self.references]


def _paragraph(number: int, one: Reference, style: Style) -> Paragraph:
    return Paragraph(
        parts=(
            Piece(text=f"{number}.  "),
            Piece(text=f"{one.publisher}, {one.year}", bold=True, link=one.url or None),
            Piece(text=f". {one.title.rstrip('.')}."),
        ),
        size=style.size,
        lead=style.lead,
        before=_BEFORE,
    )


def short_form(one: Reference) -> str:
    """How notes name a source: "NICE 2020"."""
    return f"{one.publisher} {one.year}"

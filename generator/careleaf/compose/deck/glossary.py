"""Glossary entries in; the slide of words to know out, two columns, read down and then across."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GUTTER, rule, words
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.type import BODY, LEAD, Style, largest, parts_of
from careleaf.model.deck import Box, Paragraph, Piece, Placed
from careleaf.model.shape import Definition
from careleaf.source import Span

_STEPS = tuple(
    (LEAD.at(*term), BODY.at(*meaning))
    for term, meaning in (((26, 32), (24, 30)), ((24, 30), (22, 28)), ((22, 28), (20, 25)))
)
TERM_SIZES = tuple(term.size for term, _ in _STEPS)
"""Points, largest first."""


class Glossary(Struct, frozen=True, kw_only=True):
    """Up to six terms. Slides that follow one another share a `size`, in points; without one it is
    the largest that has room."""

    at: Span
    entries: tuple[Definition, ...]
    size: float | None = None
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether each entry has room in its cell."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Term, how to say it, and below it what it means."""
        styles = self._choice(zone) or _STEPS[-1]
        shown: list[Placed] = []
        for place, (entry, box) in enumerate(zip(self.entries, self._boxes(zone), strict=True)):
            if place % self._deep:
                shown.append(rule(box.x, box.y - 9, box.end))
            shown.append(words("Term", box, _paragraphs(entry, styles)))
        return tuple(shown)

    @property
    def _deep(self) -> int:
        return max(2, -(-len(self.entries) // 2))

    def _choice(self, zone: Box) -> tuple[Style, Style] | None:
        boxes = self._boxes(zone)

        def good(styles: tuple[Style, Style]) -> bool:
            return all(
                fits(_paragraphs(entry, styles), box.width, box.height)
                for entry, box in zip(self.entries, boxes, strict=True)
            )

        steps = [styles for styles in _STEPS if self.size in (None, styles[0].size)]
        return largest(steps, good)

    def _boxes(self, zone: Box) -> list[Box]:
        pitch = (zone.height + 18) / self._deep
        width = (zone.width - GUTTER) / 2
        return [
            Box(
                zone.x + (width + GUTTER) * (place // self._deep),
                zone.y + pitch * (place % self._deep),
                width,
                pitch - 18,
            )
            for place in range(len(self.entries))
        ]


def _paragraphs(entry: Definition, styles: tuple[Style, Style]) -> list[Paragraph]:
    term, meaning = styles
    head: list[Piece] = [Piece(text=entry.term[:1].upper() + entry.term[1:], bold=True)]
    if entry.say:
        head.append(Piece(text="   (", size=meaning.size, colour="slate"))
        head.extend(
            replace(part, size=meaning.size, colour="slate")
            for part in parts_of(entry.say, meaning)
            if isinstance(part, Piece)
        )
        head.append(Piece(text=")", size=meaning.size, colour="slate"))
    return [
        Paragraph(parts=tuple(head), size=term.size, lead=term.lead, colour=term.colour),
        Paragraph(
            parts=parts_of(entry.meaning, meaning),
            size=meaning.size,
            lead=meaning.lead,
            colour=meaning.colour,
        ),
    ]

"""Glossary entries in; the slide of words to know out, a card each, two columns of them."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GAP, GUTTER, card, words
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.once import once
from careleaf.compose.deck.type import BODY, LEAD, Style, largest, paragraph, parts_of
from careleaf.model.deck import Box, Group, Paragraph, Piece, Placed, SoftBreak
from careleaf.model.shape import Definition
from careleaf.source import Span


def _steps(
    *pairs: tuple[tuple[float, float], tuple[float, float]],
) -> tuple[tuple[Style, Style], ...]:
    return tuple((LEAD.at(*term), BODY.at(*meaning)) for term, meaning in pairs)


_LARGE = _steps(
    ((54, 64), (40, 50)),
    ((44, 54), (34, 43)),
    ((38, 46), (31, 39)),
)
"""For one or two terms, which would leave a slide half empty."""
_FEW = 2
_STEPS = _steps(
    ((32, 40), (28, 36)),
    ((30, 36), (26, 33)),
    ((26, 32), (24, 30)),
    ((24, 30), (22, 28)),
    ((22, 28), (20, 25)),
)


def _of(count: int) -> tuple[tuple[Style, Style], ...]:
    return (*_LARGE, *_STEPS) if count <= _FEW else _STEPS


def term_sizes(count: int) -> tuple[float, ...]:
    """Points that so many terms may be set in, largest first."""
    return tuple(term.size for term, _ in _of(count))


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
        for entry, box in zip(self.entries, self._boxes(zone), strict=True):
            inner = _inner(box)
            shown_words = _paragraphs(entry, styles, inner.width)
            text = words("Term", inner, shown_words, anchor="middle")
            shown.append(Group(name="Term", shapes=(card("Card", box), text)))
        return tuple(shown)

    @once
    def _choice(self, zone: Box) -> tuple[Style, Style] | None:
        boxes = self._boxes(zone)

        def good(styles: tuple[Style, Style]) -> bool:
            return all(
                fits(
                    _paragraphs(entry, styles, _inner(box).width),
                    _inner(box).width,
                    _inner(box).height,
                )
                for entry, box in zip(self.entries, boxes, strict=True)
            )

        steps = [one for one in _of(len(self.entries)) if self.size in (None, one[0].size)]
        return largest(steps, good)

    def _boxes(self, zone: Box) -> list[Box]:
        """Two columns; the last card of an odd number is as wide as both, as are up to three."""
        count = len(self.entries)
        columns = 1 if count < 4 else 2
        deep = -(-count // columns)
        pitch = (zone.height + GAP) / deep
        width = (zone.width - GUTTER * (columns - 1)) / columns
        found = []
        for place in range(count):
            alone = place == count - 1 and count % columns > 0
            wide = zone.width if alone else width
            x = zone.x + (width + GUTTER) * (place % columns)
            found.append(Box(x, zone.y + pitch * (place // columns), wide, pitch - GAP))
        return found


def _inner(box: Box) -> Box:
    return Box(box.x + 20, box.y + 4, box.width - 36, box.height - 8)


def _paragraphs(
    entry: Definition, styles: tuple[Style, Style], width: float
) -> tuple[Paragraph, Paragraph]:
    return _head(entry, styles, width), paragraph(parts_of(entry.meaning, styles[1]), styles[1])


def _head(entry: Definition, styles: tuple[Style, Style], width: float) -> Paragraph:
    """The term and how it is said; where one line does not hold both, a line each."""
    term, meaning = styles
    name = Piece(text=entry.term[:1].upper() + entry.term[1:], bold=True)
    if not entry.say:
        return paragraph((name,), term)
    said = [
        replace(part, size=meaning.size, colour="slate")
        for part in (Piece(text="("), *parts_of(entry.say, meaning), Piece(text=")"))
        if isinstance(part, Piece)
    ]
    space = Piece(text="   ", size=meaning.size, colour="slate")
    beside = paragraph((name, space, *said), term)
    if fits((beside,), width, term.lead):
        return beside
    return paragraph((name, SoftBreak(), *said), term)

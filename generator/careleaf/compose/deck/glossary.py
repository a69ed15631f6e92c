"""Glossary entries in; the slide of words to know out: rows, or a card for each of a few."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GAP, GUTTER, card, rule, words
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.once import once
from careleaf.compose.deck.type import BODY, LEAD, Style, largest, paragraph, parts_of
from careleaf.model.deck import Box, Group, Paragraph, Piece, Placed, SoftBreak
from careleaf.model.shape import Definition
from careleaf.source import Span


class _Sizes(Struct, frozen=True):
    """What a term, what it means and how it is said are set in."""

    term: Style
    meaning: Style
    say: Style


def _steps(*triples: tuple[tuple[float, float], ...]) -> tuple[_Sizes, ...]:
    return tuple(
        _Sizes(LEAD.at(*term), BODY.at(*meaning), replace(BODY.at(*say), colour="slate"))
        for term, meaning, say in triples
    )


_CARDS = _steps(
    ((54, 64), (40, 50), (40, 50)),
    ((44, 54), (34, 43), (34, 43)),
    ((38, 46), (31, 39), (31, 39)),
    ((32, 40), (28, 36), (28, 36)),
    ((30, 36), (26, 33), (26, 33)),
    ((26, 32), (24, 30), (24, 30)),
    ((24, 30), (22, 28), (22, 28)),
    ((22, 28), (20, 25), (20, 25)),
)
_ROWS = _steps(
    ((30, 36), (28, 36), (24, 30)),
    ((28, 34), (26, 33), (22, 28)),
    ((26, 32), (24, 31), (20, 25)),
    ((24, 29), (22, 28), (20, 25)),
    ((22, 27), (20, 25), (20, 24)),
)
FEW = 3
"""Terms that have a card each, if there are no more: rows would leave the slide half empty."""

_TERM = 272.0
"""Width of the terms' column: four of the grid's twelve."""
_PAD = 4.0
"""Least space above and below a row's words."""
_TALLEST = 112.0
"""A row is no higher, unless its words are."""


def term_sizes(*, few: bool) -> tuple[float, ...]:
    """Points that terms may be set in, largest first."""
    return tuple(one.term.size for one in (_CARDS if few else _ROWS))


class Glossary(Struct, frozen=True, kw_only=True):
    """Up to six terms. Slides that follow one another share a `size`, in points; without one it is
    the largest that has room."""

    at: Span
    entries: tuple[Definition, ...]
    few: bool = False
    """Whether each has a card; else terms stand in one column, and what they mean in the next."""
    size: float | None = None
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether each entry has room."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Term, how to say it, and what it means."""
        sizes = self._choice(zone) or self._steps[-1]
        return self._cards(zone, sizes) if self.few else self._rows(zone, sizes)

    @property
    def _steps(self) -> tuple[_Sizes, ...]:
        return _CARDS if self.few else _ROWS

    @once
    def _choice(self, zone: Box) -> _Sizes | None:
        steps = [one for one in self._steps if self.size in (None, one.term.size)]
        return largest(steps, lambda sizes: self._holds(zone, sizes))

    def _holds(self, zone: Box, sizes: _Sizes) -> bool:
        if self.few:
            boxes = [_inner(box) for box in self._boxes(zone)]
            return all(
                fits(_card_words(entry, sizes, box.width), box.width, box.height)
                for entry, box in zip(self.entries, boxes, strict=True)
            )
        columns = [one for entry in self.entries for one in _columns(entry, sizes, zone.width)]
        return (
            not any(measure(shown, width).cut for shown, width in columns)
            and sum(self._needs(zone, sizes)) <= zone.height
        )

    def _needs(self, zone: Box, sizes: _Sizes) -> list[float]:
        """The least height of each row."""
        return [
            max(measure(shown, width).height for shown, width in _columns(entry, sizes, zone.width))
            + 2 * _PAD
            for entry in self.entries
        ]

    def _rows(self, zone: Box, sizes: _Sizes) -> tuple[Placed, ...]:
        shown: list[Placed] = []
        y = zone.y
        heights = _as_even(self._needs(zone, sizes), zone.height)
        for place, (entry, height) in enumerate(zip(self.entries, heights, strict=True)):
            if place:
                shown.append(rule(zone.x, y, zone.end))
            shown.append(_row(entry, Box(zone.x, y, zone.width, height), sizes))
            y += height
        return tuple(shown)

    def _cards(self, zone: Box, sizes: _Sizes) -> tuple[Placed, ...]:
        shown: list[Placed] = []
        for entry, box in zip(self.entries, self._boxes(zone), strict=True):
            inner = _inner(box)
            text = words("Term", inner, _card_words(entry, sizes, inner.width), anchor="middle")
            shown.append(Group(name="Term", shapes=(card("Card", box), text)))
        return tuple(shown)

    def _boxes(self, zone: Box) -> list[Box]:
        pitch = (zone.height + GAP) / len(self.entries)
        return [
            Box(zone.x, zone.y + pitch * place, zone.width, pitch - GAP)
            for place in range(len(self.entries))
        ]


def _as_even(needs: Sequence[float], room: float) -> list[float]:
    """Rows that share the room, each as high as the others or as it needs."""
    left, count = room, len(needs)
    for need in sorted(needs, reverse=True):
        if count < 2 or need <= left / count:
            break
        left, count = left - need, count - 1
    level = min(_TALLEST, left / count)
    return [max(need, level) for need in needs]


def _inner(box: Box) -> Box:
    return Box(box.x + 20, box.y + 4, box.width - 36, box.height - 8)


_Columns = tuple[tuple[Sequence[Paragraph], float], tuple[Sequence[Paragraph], float]]


def _columns(entry: Definition, sizes: _Sizes, width: float) -> _Columns:
    """What stands in each column of a row, and how wide that is."""
    name = [paragraph((_name(entry),), sizes.term)]
    if entry.say:
        name.append(paragraph(_said(entry, sizes), sizes.say))
    meaning = paragraph(parts_of(entry.meaning, sizes.meaning), sizes.meaning)
    return (name, _TERM), ((meaning,), width - _TERM - GUTTER)


def _row(entry: Definition, box: Box, sizes: _Sizes) -> Placed:
    (name, wide), (meaning, rest) = _columns(entry, sizes, box.width)
    term = Box(box.x, box.y, wide, box.height)
    said = Box(box.end - rest, box.y, rest, box.height)
    return Group(
        name="Term",
        shapes=(
            words("Term", term, name, anchor="middle"),
            words("Meaning", said, meaning, anchor="middle"),
        ),
    )


def _card_words(entry: Definition, sizes: _Sizes, width: float) -> tuple[Paragraph, Paragraph]:
    meaning = paragraph(parts_of(entry.meaning, sizes.meaning), sizes.meaning)
    return _head(entry, sizes, width), meaning


def _head(entry: Definition, sizes: _Sizes, width: float) -> Paragraph:
    """The term and how it is said; where one line does not hold both, a line each."""
    if not entry.say:
        return paragraph((_name(entry),), sizes.term)
    said = _said(entry, sizes)
    space = Piece(text="   ", size=sizes.say.size, colour="slate")
    beside = paragraph((_name(entry), space, *said), sizes.term)
    if fits((beside,), width, sizes.term.lead):
        return beside
    return paragraph((_name(entry), SoftBreak(), *said), sizes.term)


def _name(entry: Definition) -> Piece:
    return Piece(text=entry.term[:1].upper() + entry.term[1:], bold=True)


def _said(entry: Definition, sizes: _Sizes) -> tuple[Piece, ...]:
    parts = (Piece(text="("), *parts_of(entry.say, sizes.say), Piece(text=")"))
    return tuple(
        replace(part, size=sizes.say.size, colour="slate")
        for part in parts
        if isinstance(part, Piece)
    )

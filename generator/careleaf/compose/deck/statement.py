"""One thing to remember in; a slide that says nothing else out. A callout: the same, smaller."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draw import BODY_END, card, icon_disc, words
from careleaf.compose.deck.figures import FLOOR_LINE, wide, within
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.type import Style, largest, paragraph, parts_of, sentence_ends, steps
from careleaf.model.art import Pose
from careleaf.model.deck import Box, Paragraph, Piece, Placed, Placeholder
from careleaf.model.inline import Line
from careleaf.source import Span

_STATEMENT = steps(
    Style(size=64, lead=76, bold=True), (54, 64), (48, 57), (42, 50), (36, 44), (32, 40), (28, 36)
)
_NOTE = steps(Style(size=40, lead=50), (36, 46), (32, 42), (28, 36), (26, 33), (24, 32), (22, 28))


class Statement(Struct, frozen=True, kw_only=True):
    """A key message; the title is a label above it."""

    at: Span
    lines: tuple[Line, ...]
    pose: Pose | None = None
    layout: str = layouts.STATEMENT
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether it can be said large enough."""
        return self._choice(self._column(zone)) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """The sentences, each on lines of its own, and who shows them."""
        column = self._column(zone)
        style = self._choice(column) or _STATEMENT[-1]
        shown = [even(one, column.width) for one in self._paragraphs(style)]
        text = words("Key message", column, shown, anchor="middle", placeholder=Placeholder.BODY)
        own = self.layout == layouts.STATEMENT
        return (text, *(_sign() if own else ()), *self._person(zone))

    def _column(self, zone: Box) -> Box:
        """Someone who lies has the slide's lower half; anyone else stands beside the words."""
        if self.pose is None:
            return zone
        if wide(self.pose):
            return Box(zone.x, zone.y, zone.width, zone.height * 0.6)
        return Box(zone.x, zone.y, zone.width * 0.66, zone.height)

    def _person(self, zone: Box) -> Iterator[Placed]:
        """Feet on the layout's floor; elsewhere at the foot of the zone."""
        if self.pose is None:
            return
        own, column = self.layout == layouts.STATEMENT, self._column(zone)
        if wide(self.pose):
            start, top = zone.end - zone.width * 0.5, column.bottom + 8
        else:
            start, top = column.end + 8, 72.0 if own else zone.y
        bottom = FLOOR_LINE if own else zone.bottom
        box = Box(start, top, zone.end - start, bottom - top)
        yield within(self.pose, box, ground="tint" if own else "white", alt=self.pose.alt)

    def _choice(self, column: Box) -> Style | None:
        return largest(
            _STATEMENT, lambda style: fits(self._paragraphs(style), column.width, column.height)
        )

    def _paragraphs(self, style: Style) -> list[Paragraph]:
        return [
            replace(one, before=10.0) for line in self.lines for one in by_sentence(line, style)
        ]


def _sign() -> tuple[Placed, ...]:
    """Beside the label, where the layout keeps a place for it."""
    return icon_disc(48, 52, 48, "info", ground="teal-deep", colour="white")


def by_sentence(line: Line, style: Style) -> list[Paragraph]:
    """A line as one paragraph for each sentence. Marks inside a sentence stay."""
    shown: list[list[Piece]] = [[]]
    for part in parts_of(line, style):
        if not isinstance(part, Piece):
            continue
        for place, piece in enumerate(_cut(part)):
            if place:
                shown.append([])
            shown[-1].append(piece)
    return [paragraph(tuple(pieces), style) for pieces in shown if pieces]


def _cut(piece: Piece) -> list[Piece]:
    return [replace(piece, text=text) for text in sentence_ends(piece.text)]


class Note(Struct, frozen=True, kw_only=True):
    """A tip, warning or open question that has a slide to itself."""

    at: Span
    icon: str
    lines: tuple[Line, ...]
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether its card holds the words."""
        return largest(_NOTE, lambda style: self._good(style, zone)) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """A card with a large icon and the words."""
        style = largest(_NOTE, lambda style: self._good(style, zone)) or _NOTE[-1]
        box = _note_card(zone)
        side = 112.0
        icon = icon_disc(
            box.x + 40, box.y + (box.height - side) / 2, side, self.icon, ground="white"
        )
        text = words("Words", _note_words(zone), self._paragraphs(style), anchor="middle")
        return (card("Card", box), *icon, text)

    def _good(self, style: Style, zone: Box) -> bool:
        box = _note_words(zone)
        return fits(self._paragraphs(style), box.width, box.height)

    def _paragraphs(self, style: Style) -> Sequence[Paragraph]:
        return [paragraph(parts_of(line, style), style, before=14.0) for line in self.lines]


def _note_card(zone: Box) -> Box:
    return Box(zone.x, zone.y, zone.width, min(zone.height, BODY_END - zone.y))


def _note_words(zone: Box) -> Box:
    box = _note_card(zone)
    return Box(box.x + 192, box.y + 24, box.width - 192 - 40, box.height - 48)

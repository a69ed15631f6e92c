"""Do and don't in; two cards side by side out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GUTTER, bare_icon, card, disc, label, rule, words
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.rows import item_paragraph
from careleaf.compose.deck.type import BODY, Style, largest, steps
from careleaf.model.art import Paint
from careleaf.model.deck import Box, Paragraph, Placed
from careleaf.model.inline import plain
from careleaf.model.shape import Pair, Side
from careleaf.source import Span

_STEPS = steps(
    BODY.at(34, 42), (32, 40), (30, 37), (28, 34), (26, 32), (24, 30), (22, 28), (20, 26)
)
_HEAD = 84.0
"""What the heading of a card takes."""


class DoDont(Struct, frozen=True, kw_only=True):
    """Both halves at one size."""

    at: Span
    pair: Pair
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether both lists have room."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Edge, icon and word tell the halves apart; colour only helps."""
        style = self._choice(zone) or _STEPS[-1]
        first, second = _halves(zone)
        return (
            *_half(self.pair.do, first, style, _DO),
            *_half(self.pair.dont, second, style, _DONT),
        )

    def _choice(self, zone: Box) -> Style | None:
        def good(style: Style) -> bool:
            return all(
                fits(_list(side, style, "ink"), _inner(box).width, _inner(box).height)
                for side, box in zip((self.pair.do, self.pair.dont), _halves(zone), strict=True)
            )

        return largest(_STEPS, good)


def _halves(zone: Box) -> tuple[Box, Box]:
    width = (zone.width - GUTTER) / 2
    return (
        Box(zone.x, zone.y, width, zone.height),
        Box(zone.x + width + GUTTER, zone.y, width, zone.height),
    )


def _inner(box: Box) -> Box:
    return Box(box.x + 24, box.y + _HEAD + 14, box.width - 44, box.height - _HEAD - 24)


def _list(side: Side, style: Style, colour: Paint) -> list[Paragraph]:
    return [
        Paragraph(
            parts=item_paragraph(item, style).parts,
            size=style.size,
            lead=style.lead,
            before=14.0,
            bullet=colour,
        )
        for item in side.items
    ]


class _Look(Struct, frozen=True, kw_only=True):
    """How a half is told from the other."""

    edge: Paint
    words: Paint
    sign: str


_DO = _Look(edge="teal", words="teal-deep", sign="tick")
_DONT = _Look(edge="red", words="red", sign="cross")


def _half(side: Side, box: Box, style: Style, look: _Look) -> tuple[Placed, ...]:
    head = Style(size=34, lead=42, colour=look.words, bold=True)
    title = Box(box.x + 80, box.y + 18, box.width - 104, 48)
    return (
        card("Card", box, "white", edge=look.edge, edge_width=2.0),
        disc(box.x + 24, box.y + 20, 44, look.edge),
        bare_icon(box.x + 34, box.y + 30, 24, look.sign, "white"),
        label("Heading", title, plain(side.title), head),
        rule(box.x + 24, box.y + _HEAD, box.end - 24),
        words(f"List: {plain(side.title)}", _inner(box), _list(side, style, look.edge)),
    )

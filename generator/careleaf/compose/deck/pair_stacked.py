"""Do and don't with a word too long for half of a slide in; one card above the other, each as wide
as the slide, out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GAP, bare_icon, card, disc, label, upright, words
from careleaf.compose.deck.figures import last_frame, said_of_last, scale_of, standing
from careleaf.compose.deck.measure import measure
from careleaf.compose.deck.once import once
from careleaf.compose.deck.pair import HEAD_STYLE, LOOKS, Look, heading_end, listed
from careleaf.compose.deck.type import BODY, Style, largest, steps
from careleaf.model.art import Pose
from careleaf.model.deck import Box, Placed
from careleaf.model.inline import plain
from careleaf.model.shape import Pair, Side
from careleaf.source import Span

_STEPS = steps(BODY.at(28, 34), (26, 32), (24, 30), (22, 28), (20, 26))
_GAP = 6.0
"""Between items."""
_EDGE = 14.0
"""Least space above and below the words of a card."""
_PERSON = 150.0
_AROUND = 8.0
"""Width and least height of the place of a person, and the space above and below."""


class StackedPair(Struct, frozen=True, kw_only=True):
    """Both at one size: heading, list and person side by side in each card."""

    at: Span
    pair: Pair
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether both lists have room, and people can be seen."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Edge, icon and word tell the cards apart; colour only helps."""
        style = self._choice(zone) or _STEPS[-1]
        cards = self._cards(zone, style)
        scale = min(
            (
                scale_of([side.pose], _PERSON, box.height - 2 * _AROUND)
                for side, box in zip(self._sides, cards, strict=True)
                if side.pose
            ),
            default=0.0,
        )
        return tuple(
            placed
            for side, box, look in zip(self._sides, cards, LOOKS, strict=True)
            for placed in self._card(side, box, style, look, scale)
        )

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.pair.do, self.pair.dont

    @once
    def _choice(self, zone: Box) -> Style | None:
        def good(style: Style) -> bool:
            columns = [
                measure(listed(side, style, "ink", _GAP), self._words(zone, side)[1])
                for side in self._sides
            ]
            tall = sum(self._needed(zone, style)) + GAP
            return tall <= zone.height and not any(column.cut for column in columns)

        return largest(_STEPS, good)

    def _needed(self, zone: Box, style: Style) -> list[float]:
        """The least height of each card."""
        return [
            max(
                measure(listed(side, style, "ink", _GAP), self._words(zone, side)[1]).height
                + 2 * _EDGE,
                HEAD_STYLE.lead + 2 * _EDGE,
                _PERSON + 2 * _AROUND if side.pose else 0.0,
            )
            for side in self._sides
        ]

    def _cards(self, zone: Box, style: Style) -> list[Box]:
        """What is left is shared alike."""
        needed = self._needed(zone, style)
        spare = max(0.0, (zone.height - GAP - sum(needed)) / 2)
        first = Box(zone.x, zone.y, zone.width, needed[0] + spare)
        return [first, Box(zone.x, first.bottom + GAP, zone.width, needed[1] + spare)]

    def _words(self, zone: Box, side: Side) -> tuple[float, float]:
        """Where the words begin in both cards, and their width, which leaves room for a person."""
        start = max(heading_end(one, zone) for one in self._sides) + 16
        end = zone.end - 20 - (_PERSON + 16 if side.pose else 0.0)
        return start, end - start

    def _card(
        self, side: Side, box: Box, style: Style, look: Look, scale: float
    ) -> Iterator[Placed]:
        middle = box.y + box.height / 2
        start, width = self._words(box, side)
        head = replace(HEAD_STYLE, colour=look.words)
        yield card("Card", box, "white", edge=look.edge, edge_width=2.0)
        yield disc(box.x + 24, middle - 22, 44, look.edge)
        yield bare_icon(box.x + 34, middle - 12, 24, look.sign, "white")
        title = Box(box.x + 80, middle - 24, start - 16 - box.x - 80, 48)
        yield label("Heading", title, plain(side.title), head)
        if side.pose:
            yield _person(side.pose, box, scale)
        yield upright(start - 12, box.y + 20, box.bottom - 20)
        inner = Box(start, box.y, width, box.height)
        shown = listed(side, style, look.edge, _GAP)
        yield words(f"List: {plain(side.title)}", inner, shown, anchor="middle")


def _person(pose: Pose, box: Box, scale: float) -> Placed:
    return standing(
        pose,
        last_frame(pose),
        centre=box.end - 20 - _PERSON / 2,
        floor=box.bottom - _AROUND,
        scale=scale,
        ground="white",
        alt=said_of_last(pose, pose.alt),
    )

"""Up to three points and someone who lies or kneels in; the person across the slide, the points in
columns below, out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draw import GUTTER, card, dot, empty_box, icon_disc, number_disc, words
from careleaf.compose.deck.figures import within
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.rows import Rows, item_paragraph
from careleaf.compose.deck.type import BODY, Style, largest, spell, steps
from careleaf.model.art import Pose
from careleaf.model.deck import Box, Paragraph, Placed
from careleaf.model.inline import Line
from careleaf.model.shape import Item
from careleaf.source import Span

_STEPS = steps(BODY.at(28, 35), (26, 32), (24, 30), (22, 28), (20, 26))
_CAPTION = BODY.at(20, 26)
_DISC, _INDENT, _GAP = 44.0, 60.0, 20.0
_LEAST = 120.0
"""Points: a panel that is less high shows nothing."""


class Above(Struct, frozen=True, kw_only=True):
    """`rows` says what stands below and with which marks: running text has none."""

    at: Span
    rows: Rows
    pose: Pose
    alt: str
    caption: Line = ()
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether the words leave the person room."""
        style = self._style(zone)
        return style is not None and fits(
            self._caption(), self._caption_box(zone).width, self._panel(zone, style).height - 24
        )

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """The person on a panel, then what is said."""
        style = self._style(zone) or _STEPS[-1]
        panel = self._panel(zone, style)
        shown: list[Placed] = [card("Panel", panel), self._person(panel)]
        if self.caption:
            box = self._caption_box(zone)
            box = Box(box.x, panel.y + 12, box.width, panel.height - 24)
            shown.append(words("Caption", box, self._caption(), anchor="middle"))
        for place, box in enumerate(self._columns(zone, style)):
            shown += self._column(place, box, style)
        return tuple(shown)

    def _person(self, panel: Box) -> Placed:
        start = self._caption_box(panel).end if self.caption else panel.x
        box = Box(start + 24, panel.y + 16, panel.end - start - 48, panel.height - 32)
        return within(self.pose, box, ground="tint", alt=self.alt)

    def _caption(self) -> list[Paragraph]:
        return [spell(self.caption, _CAPTION)] if self.caption else []

    def _caption_box(self, zone: Box) -> Box:
        return Box(zone.x + 24, zone.y, zone.width * 0.28, zone.height)

    def _style(self, zone: Box) -> Style | None:
        return largest(_STEPS, lambda style: self._good(zone, style))

    def _good(self, zone: Box, style: Style) -> bool:
        columns = self._columns(zone, style)
        return self._panel(zone, style).height >= _LEAST and all(
            fits((item_paragraph(item, style),), box.width - self._indent, box.height)
            for item, box in zip(self.rows.items, columns, strict=True)
        )

    def _columns(self, zone: Box, style: Style) -> list[Box]:
        count = len(self.rows.items)
        width = (zone.width - GUTTER * (count - 1)) / count
        deep = max(
            _DISC,
            *(
                measure((item_paragraph(item, style),), width - self._indent).height
                for item in self.rows.items
            ),
        )
        return [
            Box(zone.x + place * (width + GUTTER), zone.bottom - deep, width, deep)
            for place in range(count)
        ]

    def _panel(self, zone: Box, style: Style) -> Box:
        top = self._columns(zone, style)[0].y
        return Box(zone.x, zone.y, zone.width, top - _GAP - zone.y)

    @property
    def _indent(self) -> float:
        return _INDENT if self.rows.mark else 0.0

    def _column(self, place: int, box: Box, style: Style) -> Iterator[Placed]:
        item = self.rows.items[place]
        yield from self._disc(item, place, box)
        inner = Box(box.x + self._indent, box.y, box.width - self._indent, box.height)
        yield words("Words", inner, (even(item_paragraph(item, style), inner.width),))

    def _disc(self, item: Item, place: int, box: Box) -> tuple[Placed, ...]:
        mark = self.rows.mark
        if not mark:
            return ()
        if mark == "number":
            return (number_disc(box.x, box.y, _DISC, self.rows.start + place),)
        if item.icon:
            return icon_disc(box.x, box.y, _DISC, item.icon, ground="tint")
        if mark in ("dot", "box"):
            return ((dot if mark == "dot" else empty_box)(box.x, box.y - 4, _DISC),)
        if mark == "tick":
            return icon_disc(box.x, box.y, _DISC, "tick", ground="teal", colour="white")
        return icon_disc(box.x, box.y, _DISC, mark, ground="tint")

"""Lines to write on and a question from 0 to 10 in; the plan slide out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import card, icon_disc, rule, words
from careleaf.compose.deck.measure import fits, natural_width
from careleaf.compose.deck.once import once
from careleaf.compose.deck.type import BODY, LABEL, Style, largest, say, spell, steps
from careleaf.model.deck import Box, Group, Panel, Paragraph, Placed
from careleaf.model.inline import Blank, Bound, Run, plain
from careleaf.model.shape import Item, Scale
from careleaf.source import Span

_STEPS = steps(BODY.at(26, 33), (24, 31), (22, 28), (20, 26))
_SCALE = 138.0
_ROW = 80.0
_AROUND = 16.0
"""Space between words and the line beside them."""

_SLACK = 6.0
"""What a box is wider than its words, so that no program breaks them."""

_SHORTEST = 48.0
"""The least length of a line to write on."""


class Plan(Struct, frozen=True, kw_only=True):
    """Up to six lines; the scale stays with the last of them."""

    at: Span
    items: tuple[Item, ...]
    scale: Scale | None
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = False

    def fits(self, zone: Box) -> bool:
        """Whether each line has room for its words and for something to write."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """One row an item, then the scale."""
        style = self._choice(zone) or _STEPS[-1]
        height = self._height(zone)
        shown: list[Placed] = []
        for place, item in enumerate(self.items):
            shown.extend(
                self._row(item, Box(zone.x, zone.y + place * height, zone.width, height), style)
            )
        if self.scale:
            shown.extend(_scale(self.scale, self._scale_box(zone)))
        return tuple(shown)

    def _scale_box(self, zone: Box) -> Box:
        top = zone.bottom - _SCALE if self.items else zone.y
        return Box(zone.x, top, zone.width, _SCALE)

    def _height(self, zone: Box) -> float:
        free = zone.height - (_SCALE + 12 if self.scale else 0.0)
        return min(_ROW, free / max(len(self.items), 1))

    def _side(self, zone: Box) -> float:
        return min(56.0, self._height(zone) - 8)

    @once
    def _choice(self, zone: Box) -> Style | None:
        height = self._height(zone)
        width = zone.width - self._side(zone) - 18

        def good(style: Style) -> bool:
            if style.lead + 12 > height:
                return False
            return all(_fits(item, width, style) for item in self.items)

        return largest(_STEPS, good)

    def _row(self, item: Item, row: Box, style: Style) -> Iterator[Placed]:
        side = min(56.0, row.height - 8)
        top = row.y + (row.height - side) / 2
        yield from icon_disc(row.x, top, side, item.icon or "pencil", ground="tint")
        x = row.x + side + 18
        box = Box(x, top, row.end - x, side)
        baseline = top + side / 2 + style.size * 0.5
        yield Group(name="Line", shapes=tuple(_line(item, box, baseline, style)))


def _segments(item: Item) -> list[tuple[Bound, ...] | Blank]:
    """The words of an item, cut at its blanks."""
    found: list[tuple[Bound, ...] | Blank] = []
    waiting: list[Bound] = []
    for bound in (*item.lead, *item.body):
        if isinstance(bound, Blank):
            found += _worded(waiting)
            waiting = []
            found.append(bound)
        else:
            waiting.append(bound)
    return [*found, *_worded(waiting)]


def _worded(waiting: list[Bound]) -> list[tuple[Bound, ...] | Blank]:
    """What stands between blanks, unless it is a comma or full stop alone: the gap says as much."""
    return [tuple(waiting)] if plain(tuple(waiting)).strip(" .,;") else []


def _spelt(segment: tuple[Bound, ...], style: Style) -> Paragraph:
    trimmed = [
        replace(bound, text=bound.text.strip(" "))
        if isinstance(bound, Run) and len(segment) == 1
        else bound
        for bound in segment
    ]
    return spell(tuple(trimmed), style)


def _shares(item: Item, width: float, style: Style) -> list[float]:
    """The width of each segment: words as wide as they are; lines share the rest by their blanks'
    lengths, the last a little longer."""
    segments = _segments(item)
    fixed = sum(natural_width(_spelt(one, style)) for one in segments if not isinstance(one, Blank))
    blanks = [one.width for one in segments if isinstance(one, Blank)]
    last = 0.0 if isinstance(segments[-1], Blank) else _SLACK
    free = width - last - fixed - _AROUND * max(0, len(segments) - 1)
    unit = free / (sum(blanks) or 1)
    return [
        one.width * unit if isinstance(one, Blank) else natural_width(_spelt(one, style))
        for one in segments
    ]


def _fits(item: Item, width: float, style: Style) -> bool:
    segments = _segments(item)
    shares = _shares(item, width, style)
    if not any(isinstance(one, Blank) for one in segments):
        return fits((spell((*item.lead, *item.body), style),), width, style.lead)
    return all(
        share >= _SHORTEST
        for one, share in zip(segments, shares, strict=True)
        if isinstance(one, Blank)
    )


def _line(item: Item, box: Box, baseline: float, style: Style) -> Iterator[Placed]:
    x = box.x
    for segment, share in zip(_segments(item), _shares(item, box.width, style), strict=True):
        if isinstance(segment, Blank):
            yield rule(x, baseline, x + share, colour="line", width=1.5)
        else:
            inner = Box(x, box.y, share + _SLACK, box.height)
            yield words("Words", inner, (_spelt(segment, style),), anchor="middle")
        x += share + _AROUND


def _scale(scale: Scale, box: Box) -> tuple[Placed, ...]:
    """Eleven discs to circle one of."""
    ends = Style(size=22, lead=28)
    low, high = (natural_width(say(text, ends)) for text in (scale.low, scale.high))
    start, end = box.x + 24 + low + 16, box.end - 24 - high - 16
    pitch = min(56.0, (end - start + 12) / 11)
    side = min(44.0, pitch - 8)
    row = Box(box.x + 24, box.y + 68, low + 4, 44)
    discs = tuple(
        Panel(
            name="Number",
            box=Box(start + place * pitch, row.y + (44 - side) / 2, side, side),
            form="ellipse",
            fill="white",
            edge="line",
            edge_width=1.5,
            words=say(str(place), Style(size=20, lead=26, bold=True), align="center"),
        )
        for place in range(11)
    )
    question = Box(box.x + 24, box.y + 16, box.width - 48, 36)
    far = Box(start + 11 * pitch + 4, row.y, high + 4, 44)
    return (
        card("Scale", box, "panel"),
        words("Question", question, (spell(scale.question, LABEL),), anchor="middle"),
        words("Low end", row, (say(scale.low, ends),), anchor="middle"),
        Group(name="Scale", shapes=discs),
        words("High end", far, (say(scale.high, ends),), anchor="middle"),
    )

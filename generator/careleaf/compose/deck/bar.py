"""A short callout in; a bar at the foot of a slide out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck.draw import card, icon_disc, words
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.type import BODY, Style, largest, parts_of, steps
from careleaf.model.deck import Box, Group, Paragraph, Part, Piece, Placed
from careleaf.model.inline import Line, plain
from careleaf.model.stops import ends_sentence, gap_after
from careleaf.source import Span

BAR_GAP = 16.0
_STEPS = steps(BODY.at(24, 30), (22, 28), (20, 26))
_INDENT, _END = 88.0, 24.0
_LEAST, _MOST = 68.0, 96.0
_NARROW, _NARROW_MOST = 600.0, 118.0
"""A bar of less width may be higher."""


class Bar(Struct, frozen=True, kw_only=True):
    """An icon, what the callout is in bold, and its words."""

    at: Span
    icon: str
    title: Line
    lines: tuple[Line, ...]
    stop: str
    """What the language sets between two sentences."""

    def fits(self, width: float) -> bool:
        """Whether it is short enough to be a bar of this width."""
        return self._choice(width) is not None

    def height(self, width: float) -> float:
        """What it takes from the slide, without the gap above it."""
        found = measure((self._paragraph(self._style(width)),), _inner(width))
        return max(_LEAST, found.height + 24)

    def draw(self, zone: Box) -> Placed:
        """The bar, at the foot of the zone that it shares with the body."""
        height = self.height(zone.width)
        box = Box(zone.x, zone.bottom - height, zone.width, height)
        icon = icon_disc(box.x + 20, box.y + (height - 48) / 2, 48, self.icon, ground="white")
        text = words(
            "Words",
            Box(box.x + _INDENT, box.y, _inner(zone.width), height),
            (self._paragraph(self._style(zone.width)),),
            anchor="middle",
        )
        return Group(name="Callout", shapes=(card("Callout", box), *icon, text))

    def _style(self, width: float) -> Style:
        return self._choice(width) or _STEPS[-1]

    def _choice(self, width: float) -> Style | None:
        most = _NARROW_MOST if width < _NARROW else _MOST
        return largest(
            _STEPS, lambda style: fits((self._paragraph(style),), _inner(width), most - 24)
        )

    def _paragraph(self, style: Style) -> Paragraph:
        parts: list[Part] = [
            replace(part, bold=True, colour="navy") if isinstance(part, Piece) else part
            for part in parts_of(self.title, style)
        ]
        parts.append(Piece(text=self.stop if _wants_stop(parts) else " ", bold=True, colour="navy"))
        for place, line in enumerate(self.lines):
            if place:
                parts.append(Piece(text=gap_after(plain(self.lines[place - 1]))))
            parts.extend(parts_of(line, style))
        return Paragraph(parts=tuple(parts), size=style.size, lead=style.lead, colour=style.colour)


def _inner(width: float) -> float:
    return width - _INDENT - _END


def _wants_stop(parts: list[Part]) -> bool:
    last = parts[-1] if parts else None
    return isinstance(last, Piece) and not ends_sentence(last.text)

"""A short callout in; a bar at the foot of a slide out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck.draw import BODY_END, LEFT, WIDE, card, icon_disc, words
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.type import BODY, Style, largest, parts_of, steps
from careleaf.model.deck import Box, Group, Paragraph, Part, Piece, Placed
from careleaf.model.inline import Line
from careleaf.source import Span

BAR_GAP = 16.0
_STEPS = steps(BODY.at(24, 30), (22, 28), (20, 26))
_INDENT, _END = 88.0, 24.0
_LEAST, _MOST = 68.0, 96.0


class Bar(Struct, frozen=True, kw_only=True):
    """An icon, what the callout is in bold, and its words."""

    at: Span
    icon: str
    title: Line
    lines: tuple[Line, ...]

    @property
    def fits(self) -> bool:
        """Whether it is short enough to be a bar."""
        return largest(_STEPS, self._good) is not None

    @property
    def height(self) -> float:
        """What it takes from the slide, without the gap above it."""
        found = measure((self._paragraph(self._style),), _WIDTH)
        return max(_LEAST, found.height + 24)

    def draw(self) -> Placed:
        """The bar, at the end of the body zone."""
        height = self.height
        box = Box(LEFT, BODY_END - height, WIDE, height)
        icon = icon_disc(box.x + 20, box.y + (height - 48) / 2, 48, self.icon, ground="white")
        text = words(
            "Words",
            Box(box.x + _INDENT, box.y, _WIDTH, height),
            (self._paragraph(self._style),),
            anchor="middle",
        )
        return Group(name="Callout", shapes=(card("Callout", box), *icon, text))

    @property
    def _style(self) -> Style:
        return largest(_STEPS, self._good) or _STEPS[-1]

    def _good(self, style: Style) -> bool:
        return fits((self._paragraph(style),), _WIDTH, _MOST - 24)

    def _paragraph(self, style: Style) -> Paragraph:
        parts: list[Part] = [
            replace(part, bold=True, colour="navy") if isinstance(part, Piece) else part
            for part in parts_of(self.title, style)
        ]
        parts.append(Piece(text=". " if _wants_stop(parts) else " ", bold=True, colour="navy"))
        for place, line in enumerate(self.lines):
            if place:
                parts.append(Piece(text=" "))
            parts.extend(parts_of(line, style))
        return Paragraph(parts=tuple(parts), size=style.size, lead=style.lead, colour=style.colour)


_WIDTH = WIDE - _INDENT - _END


def _wants_stop(parts: list[Part]) -> bool:
    last = parts[-1] if parts else None
    return isinstance(last, Piece) and not last.text.endswith((".", "?", "!", ":"))

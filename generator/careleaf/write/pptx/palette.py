"""A theme in; the colours of a PowerPoint theme, and how shapes name them, out."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from careleaf.figure.painted import painted
from careleaf.model.art import Drawing, Paint
from careleaf.theme import Theme

_SLOTS = {
    "dk1": "ink",
    "lt1": "white",
    "dk2": "navy",
    "lt2": "tint",
    "accent1": "teal",
    "accent2": "red",
    "accent3": "amber-deep",
    "accent4": "line",
    "accent5": "floor",
    "accent6": "mat",
    "hlink": "teal-deep",
    "folHlink": "slate",
}
"""The twelve colours of an Office theme, each with the token that fills it."""

_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""The names that shapes use for the first four (the master's `p:clrMap`)."""


class Palette(Struct, frozen=True):
    """Colours of one theme. A clinic that changes a theme colour recolours every shape that
    names it; all other tokens are offered as custom colours."""

    theme: Theme
    slots: tuple[tuple[str, str], ...] = tuple(_SLOTS.items())
    """Theme colours, each with the token that names it; all of them on our own template."""

    def scheme(self) -> str:
        """The children of `a:clrScheme`."""
        return "".join(
            f'<a:{slot}><a:srgbClr val="{self._hex(token)}"/></a:{slot}>'
            for slot, token in _SLOTS.items()
        )

    def custom(self) -> str:
        """`a:custClrLst`: the tokens that have no slot of their own."""
        rest = [token for token in self.theme.tokens if token not in _SLOTS.values()]
        colours = "".join(
            f'<a:custClr name="{token}"><a:srgbClr val="{self._hex(token)}"/></a:custClr>'
            for token in rest
        )
        return f"<a:custClrLst>{colours}</a:custClrLst>"

    def fill(self, paint: Paint | None, current: Paint = "ink") -> str:
        """A solid fill, or none."""
        if paint is None:
            return "<a:noFill/>"
        return _solid(self._colour(current if paint == "current" else paint))

    def line(self, paint: Paint | None, width: float, *, dashed: bool = False) -> str:
        """`a:ln`; width in points."""
        if paint is None or width <= 0:
            return "<a:ln><a:noFill/></a:ln>"
        dash = '<a:prstDash val="dash"/>' if dashed else ""
        return f'<a:ln w="{round(width * 12700)}">{self.fill(paint)}{dash}</a:ln>'

    def painted(self, drawing: Drawing, ground: Paint) -> Drawing:
        """The drawing as it is on that ground, every paint a "#rrggbb"."""
        return painted(drawing, self.theme.colour, current=ground)

    def _colour(self, paint: Paint) -> str:
        for slot, token in self.slots:
            if token == paint:
                return f'<a:schemeClr val="{_MAPPED.get(slot, slot)}"/>'
        return f'<a:srgbClr val="{self._hex(paint)}"/>'

    def _hex(self, token: str) -> str:
        return self.theme.colour(token).removeprefix("#").upper()


_ADOPTABLE = ("ink", "white", "navy", "tint", "floor", "mat", "onfield")
"""Tokens that may follow a clinic's theme. Signals never do: whoever changes a theme colour must
not change the red of danger."""


def adopted(theme: Theme, colours: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The colours of a clinic's theme that are just the colour of a token of ours: these tokens are
    written by the theme's name, all others as they are."""
    return tuple(
        (name, token)
        for token in _ADOPTABLE
        for name, value in colours
        if value == theme.colour(token)
    )


@lru_cache(maxsize=256)
def _solid(colour: str) -> str:
    return f"<a:solidFill>{colour}</a:solidFill>"

"""The name of a font that we do not have in; the bundled fonts that measure its words out.

Widths are shares of Carlito's or Noto Sans's, measured over English sentences with free fonts that
are as wide as the named ones: Liberation Sans for Arial, DejaVu Sans for Verdana. The wider of
regular and bold counts.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from careleaf.theme.fontfiles import (
    ATKINSON,
    CARLITO,
    DECK,
    NOTO_SANS,
    SOURCE_SANS,
    Choice,
    Family,
    FontStack,
)

_SURE = 0.97
"""Share of a width that is used: PowerPoint and LibreOffice differ from HarfBuzz by up to 3 %."""
_UNSURE = 0.82
"""The same for a font that nobody has measured. Wide Noto Sans stands in with so much room to spare
that DejaVu Sans Bold would fit, the widest that a program takes where a font is missing."""

_KNOWN: dict[str, tuple[Family, float]] = {
    "calibri": (CARLITO, 1.0),
    "calibri light": (CARLITO, 1.0),
    "carlito": (CARLITO, 1.0),
    "arial": (NOTO_SANS, 0.97),
    "helvetica": (NOTO_SANS, 0.97),
    "liberation sans": (NOTO_SANS, 0.97),
    "times new roman": (CARLITO, 1.03),
    "liberation serif": (CARLITO, 1.03),
    "verdana": (NOTO_SANS, 1.15),
    "dejavu sans": (NOTO_SANS, 1.15),
    "noto sans": (NOTO_SANS, 1.0),
    "open sans": (NOTO_SANS, 1.0),
    "source sans 3": (SOURCE_SANS, 1.0),
    "source sans pro": (SOURCE_SANS, 1.0),
    "atkinson hyperlegible next": (ATKINSON, 1.0),
}
_NARROWER = frozenset(
    {
        *("aptos", "segoe ui", "cambria", "candara", "constantia", "corbel", "garamond"),
        *("gill sans mt", "franklin gothic book", "trebuchet ms"),
    }
)
"""Fonts of Office that are narrower than Noto Sans, which stands in for them, but whose widths were
not measured here."""


class StandIn(Struct, frozen=True):
    """Fonts to measure with, and the share of a width that may be used."""

    stack: FontStack
    guard: float


@lru_cache(maxsize=64)
def stand_in(name: str) -> StandIn:
    """What measures the font of that name; ours where the name is empty."""
    if not name:
        return StandIn(DECK, _SURE)
    called = name.strip().lower()
    family, scale = _KNOWN.get(called, (NOTO_SANS, 1.0))
    choices = (Choice(family=family, scale=scale), Choice(family=NOTO_SANS))
    sure = called in _KNOWN or called in _NARROWER
    return StandIn(FontStack(choices=choices, named=name), _SURE if sure else _UNSURE)

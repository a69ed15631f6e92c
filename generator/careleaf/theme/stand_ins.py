"""The name of a font that we do not have in; the bundled fonts that measure its words out.

Widths are shares of Carlito's or Noto Sans's, measured over English sentences with free fonts that
are as wide as the named ones: Liberation Sans for Arial, DejaVu Sans for Verdana. The wider of
regular and bold counts.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from careleaf.theme.fontfiles import (
    ATKINSON,
    CARLITO,
    DECK,
    NOTO_NASKH,
    NOTO_SANS,
    NOTO_SANS_SC,
    SOURCE_SANS,
    Choice,
    Family,
    FontStack,
)
from careleaf.theme.office_fonts import office_fonts

_SURE = 0.97
"""Share of a width that is used: PowerPoint and LibreOffice differ from HarfBuzz by up to 3 %."""
_UNSURE = 0.82
"""The same for a font that nobody has measured. Wide Noto Sans stands in with so much room to spare
that DejaVu Sans Bold would fit, the widest that a program takes where a font is missing."""

_WIDE = "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"

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


_DIGITS = Choice(family=NOTO_SANS, characters="0123456789", scale=0.97)
"""Beside letters of another script programs set digits in that script's font: in Arial's width."""

_SCRIPTS: dict[str, tuple[tuple[Choice, ...], tuple[Choice, ...]]] = {
    "Arab": (
        (_DIGITS, Choice(family=NOTO_SANS, characters=" ", scale=1.2, bold=1.35)),
        (Choice(family=NOTO_NASKH, scale=1.2, bold=1.37),),
    ),
    "Deva": ((_DIGITS,), (Choice(family=NOTO_SANS, scale=1.06),)),
    "Hans": (
        (
            replace(_DIGITS, scale=1.25),
            Choice(family=NOTO_SANS, characters=" ", scale=1.6),
            Choice(family=NOTO_SANS_SC, characters=_WIDE),
        ),
        (Choice(family=NOTO_SANS_SC),),
    ),
}
"""What measures a script's words: fonts asked before a deck's own for some characters, and after it
for all.

Arabic: as wide as DejaVu Sans, which LibreOffice takes where Arial is missing; over eight sentences
it is 1.16 to 1.24 times as wide as Noto Naskh Arabic, bold 1.31 to 1.40. Hindi: Nirmala UI was not
measured, so Noto Sans has a little to spare. Chinese: every ideograph is as wide as it is high in
every font, and so are quotation marks among them; LibreOffice parts digits from ideographs by a
quarter of their height."""

_OTHERS = (Choice(family=NOTO_NASKH), Choice(family=NOTO_SANS_SC))


class StandIn(Struct, frozen=True):
    """Fonts to measure with, and the share of a width that may be used."""

    stack: FontStack
    guard: float


@lru_cache(maxsize=64)
def stand_in(name: str, language: str = "en") -> StandIn:
    """What measures the font of that name, and those that a deck names besides for the script of a
    language (BCP 47); ours where the name is empty."""
    script = office_fonts(language).script
    if not name and script not in _SCRIPTS:
        return StandIn(DECK, _SURE)
    called = name.strip().lower()
    family, scale = _KNOWN.get(called, (NOTO_SANS, 1.0)) if name else (CARLITO, 1.0)
    before, after = _SCRIPTS.get(script, ((), ()))
    own = Choice(family=family, scale=scale)
    choices = (*before, own, *after, Choice(family=NOTO_SANS), *_OTHERS)
    sure = not name or called in _KNOWN or called in _NARROWER
    stack = FontStack(choices=choices, named=name or DECK.named)
    return StandIn(stack, _SURE if sure else _UNSURE)

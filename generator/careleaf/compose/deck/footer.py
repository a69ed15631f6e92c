"""A manuscript and a layout in; the footer of a slide out: clinic, topic, draft mark, number."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draft_mark import draft_mark
from careleaf.compose.deck.draw import words
from careleaf.compose.deck.logo import logo
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.type import SMALL
from careleaf.language import Language
from careleaf.model.deck import Box, PageNumber, Panel, Paragraph, Part, Piece, Placed, Placeholder
from careleaf.model.manuscript import Manuscript

_TEXT = Box(72, 509, 500, 20)
_NUMBER = Box(848, 509, 64, 20)


def footer(
    manuscript: Manuscript, layout: str, total: int, language: Language
) -> tuple[Placed, ...]:
    """The same on every slide but the cover."""
    on_field = layout == layouts.OPENER
    shown: list[Placed] = []
    if manuscript.clinic.logo:
        if on_field:
            shown.append(
                Panel(
                    name="Logo plate",
                    box=Box(46, 508, 22, 22),
                    form="round",
                    radius=4,
                    fill="white",
                )
            )
        shown.append(logo(manuscript.clinic.logo, Box(48, 510, 18, 18)))
    shown.append(_words(manuscript, layout, language))
    if manuscript.standing:
        shown.append(draft_mark(manuscript.standing))
    shown.append(_number(total, language, on_field))
    return tuple(shown)


_COLOURS = {layouts.OPENER: "onfield", layouts.STATEMENT: "ink"}
"""Of the words: slate, but pale on the field, and dark on a floor in a clinic's own colour."""


def _words(manuscript: Manuscript, layout: str, language: Language) -> Placed:
    colour = _COLOURS.get(layout, "slate")
    wide = 488.0 if layout in (layouts.CONTACT, layouts.STAGE) else 540.0
    for parts in footer_lines(manuscript, language):
        line = Paragraph(parts=parts, size=SMALL.size, lead=SMALL.lead, colour=colour)
        if fits((line,), wide, SMALL.lead):
            break
    box = replace(_TEXT, width=wide)
    return words("Footer", box, (line,), anchor="middle", placeholder=Placeholder.FOOTER)


def footer_lines(manuscript: Manuscript, language: Language) -> Iterator[tuple[Part, ...]]:
    """Clinic, topic, version. For a line that is too short for it: the same without the topic, then
    without the end of the clinic's name."""
    version = language.say("version {number}", number=manuscript.version)
    name = manuscript.clinic.name
    tails = (language.listed((manuscript.title, version)), version)
    for shown, tail in (*((name, tail) for tail in tails), *((cut, version) for cut in _cut(name))):
        yield Piece(text=shown, bold=True), Piece(text=f"   {tail}")


def _cut(name: str) -> list[str]:
    """A long name with fewer and fewer of its words; the cover has it whole."""
    found = name.split()
    return [" ".join(found[:count]) + "\u2026" for count in range(len(found) - 1, 0, -1)]


def number_parts(total: int, language: Language) -> tuple[Part, ...]:
    """ "5 of 27": the program keeps the first number right when slides are moved."""
    before, _, after = language.say("{page} of {total}", page="\x00", total=total).partition("\x00")
    parts = [part for part in (before and Piece(text=before, bold=True), PageNumber()) if part]
    if after:
        parts.append(Piece(text=after, bold=True))
    return tuple(parts)


def _number(total: int, language: Language, on_field: bool) -> Placed:
    parts = number_parts(total, language)
    colour = "white" if on_field else "ink"
    line = Paragraph(parts=parts, size=SMALL.size, lead=SMALL.lead, colour=colour, align="end")
    return words("Slide number", _NUMBER, (line,), anchor="middle", placeholder=Placeholder.NUMBER)

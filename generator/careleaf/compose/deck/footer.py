"""A manuscript and a layout in; the footer of a slide out: clinic, topic, draft mark, number."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draft_mark import draft_mark
from careleaf.compose.deck.draw import GUTTER, words
from careleaf.compose.deck.logo import logo
from careleaf.compose.deck.measure import fits, natural_width
from careleaf.compose.deck.type import SMALL
from careleaf.language import Language
from careleaf.model.deck import (
    Box,
    Group,
    PageNumber,
    Panel,
    Paragraph,
    Part,
    Piece,
    Placed,
    Placeholder,
    Text,
)
from careleaf.model.manuscript import Manuscript
from careleaf.model.placed import box_of

_TEXT = Box(72, 509, 500, 20)
_NUMBER = Box(848, 509, 64, 20)
_APART = 8.0


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
    number = _number(total, language, on_field)
    end = number.box.x
    mark = _mark(manuscript.standing, layout, end - _APART) if manuscript.standing else None
    shown.append(_words(manuscript, layout, language, box_of(mark).x if mark else end))
    if mark:
        shown.append(mark)
    shown.append(number)
    return tuple(shown)


def _mark(standing: str, layout: str, end: float) -> Group:
    """Wholly on a stage or, where it is too long for that, wholly beside it."""
    mark = draft_mark(standing, end=end)
    stage = layouts.STAGE_BOX.x
    if layout not in _STAGED or box_of(mark).x >= stage + _APART:
        return mark
    return draft_mark(standing, end=stage - GUTTER)


_STAGED = (layouts.CONTACT, layouts.STAGE)

_COLOURS = {layouts.OPENER: "onfield", layouts.STATEMENT: "ink"}
"""Of the words: slate, but pale on the field, and dark on a floor in a clinic's own colour."""


def _words(manuscript: Manuscript, layout: str, language: Language, end: float) -> Placed:
    """Up to the draft mark, which is longer in some languages."""
    colour = _COLOURS.get(layout, "slate")
    wide = 488.0 if layout in _STAGED else 540.0
    free = min(wide, end - _APART - _TEXT.x)
    for parts in footer_lines(manuscript, language):
        line = Paragraph(parts=parts, size=SMALL.size, lead=SMALL.lead, colour=colour)
        if fits((line,), free, SMALL.lead):
            break
    box = replace(_TEXT, width=wide)
    return words("Footer", box, (line,), anchor="middle", placeholder=Placeholder.FOOTER)


def footer_lines(manuscript: Manuscript, language: Language) -> Iterator[tuple[Part, ...]]:
    """Clinic, topic, version. For a line that is too short for it: the same without the topic, the
    clinic alone, then without the end of its name."""
    version = language.say("version {number}", number=manuscript.version)
    name = manuscript.clinic.name
    for tail in (language.listed((manuscript.title, version)), version):
        yield Piece(text=name, bold=True), Piece(text=f"   {tail}")
    yield (Piece(text=name, bold=True),)
    for cut in _cut(name):
        yield Piece(text=cut, bold=True), Piece(text=f"   {version}")


def _cut(name: str) -> list[str]:
    """A long name with fewer and fewer of its words; the cover has it whole."""
    found = name.split()
    return [" ".join(found[:count]) + "\u2026" for count in range(len(found) - 1, 0, -1)]


def _number_box(number: Paragraph) -> Box:
    """As wide as its words need, which are longer in some languages."""
    wide = max(_NUMBER.width, natural_width(number) + 1)
    return Box(_NUMBER.end - wide, _NUMBER.y, wide, _NUMBER.height)


def number_parts(total: int, language: Language) -> tuple[Part, ...]:
    """ "5 of 27": the program keeps the first number right when slides are moved."""
    before, _, after = language.say("{page} of {total}", page="\x00", total=total).partition("\x00")
    parts = [part for part in (before and Piece(text=before, bold=True), PageNumber()) if part]
    if after:
        parts.append(Piece(text=after, bold=True))
    return tuple(parts)


def _number(total: int, language: Language, on_field: bool) -> Text:
    parts = number_parts(total, language)
    colour = "white" if on_field else "ink"
    line = Paragraph(parts=parts, size=SMALL.size, lead=SMALL.lead, colour=colour, align="end")
    box = _number_box(line)
    return words("Slide number", box, (line,), anchor="middle", placeholder=Placeholder.NUMBER)

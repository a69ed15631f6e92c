"""A leaflet or notes pages in; a tagged PDF (PDF/UA-1, or PDF/UA-2 if asked) out, as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careleaf.language import Language
from careleaf.model.leaflet import Leaflet
from careleaf.model.notes_pages import NotesPages
from careleaf.problem import Problem
from careleaf.theme import Theme
from careleaf.write.pdf.options import PLAIN, PdfOptions

if TYPE_CHECKING:
    from careleaf.write.pdf.drawings import Former


class Written(Struct, frozen=True):
    """The file, how many pages (sides of folded sheets) and fields it has, and what was wrong: a
    character without a glyph, an address too long to scan."""

    data: bytes
    pages: int
    problems: list[Problem]
    fields: int = 0


def write(
    leaflet: Leaflet,
    theme: Theme,
    language: Language,
    options: PdfOptions = PLAIN,
    former: Former | None = None,
) -> Written:
    """Lay out and draw a leaflet. Nothing is written to disk, but a `former` may know drawings from
    before."""
    from careleaf.write.pdf.document import lay_out
    from careleaf.write.pdf.drawings import form_of
    from careleaf.write.pdf.laid_out import sides, to_pdf

    laid_out = lay_out(leaflet, theme, language, fillable=options.fillable)
    data, fields = to_pdf(leaflet, laid_out, options, former or form_of)
    return Written(data, len(sides(leaflet, laid_out).sides), laid_out.problems, fields)


def write_bilingual(
    both: tuple[Leaflet, Leaflet],
    theme: Theme,
    languages: tuple[Language, Language],
    options: PdfOptions = PLAIN,
) -> Written:
    """One handout of two leaflets that say the same, item facing item. Both have the same shapes
    (`compose.mirror`)."""
    from careleaf.write.pdf.bilingual.document import lay_out, named
    from careleaf.write.pdf.laid_out import to_pdf

    laid_out = lay_out(both, theme, languages)
    data, _ = to_pdf(named(both), laid_out, options)
    return Written(data, len(laid_out.pages), laid_out.problems)


def write_notes_pages(
    pages: NotesPages, theme: Theme, language: Language, options: PdfOptions = PLAIN
) -> Written:
    """The same for slides with their notes."""
    from careleaf.write.pdf.notes_pages import lay_out, to_pdf

    laid_out = lay_out(pages, theme, language)
    return Written(to_pdf(pages, laid_out, options), len(laid_out.pages), laid_out.problems)

"""Pages with everything in its place in; the sides of paper that they stand on, and one tagged PDF
file, out: of a leaflet in one language or in two."""

from __future__ import annotations

from msgspec import Struct

from careleaf.model.leaflet import Leaflet
from careleaf.problem import Problem
from careleaf.write.pdf.black import in_black
from careleaf.write.pdf.canvas import TaggedCanvas
from careleaf.write.pdf.drawings import Former, form_of
from careleaf.write.pdf.geometry import Sheet
from careleaf.write.pdf.imposition import Imposition, fold_ticks, imposed
from careleaf.write.pdf.metadata import describe
from careleaf.write.pdf.options import PLAIN, PdfOptions
from careleaf.write.pdf.page import Page
from careleaf.write.pdf.paint import Painter, reading_side
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.tree import structure_tree


class LaidOut(Struct, frozen=True):
    """All pages, and the structure of what they say."""

    sheet: Sheet
    pages: tuple[Page, ...]
    root: Element
    setting: Setting

    @property
    def problems(self) -> list[Problem]:
        """What was met while laying out, each once: page one may be tried in several ways."""
        return list(dict.fromkeys(self.setting.problems))


def sides(leaflet: Leaflet, laid_out: LaidOut) -> Imposition:
    """The sides of paper that the pages stand on."""
    return imposed(len(laid_out.pages), laid_out.sheet, leaflet.fold, leaflet.paper)


def to_pdf(
    leaflet: Leaflet, laid_out: LaidOut, options: PdfOptions = PLAIN, former: Former = form_of
) -> tuple[bytes, int]:
    """The file of placed pages, on folded sheets where the leaflet is to be folded; and how many
    fields it has."""
    setting = laid_out.setting
    printed = sides(leaflet, laid_out)
    canvas = TaggedCanvas((printed.width, printed.height), options.ua)
    side = reading_side(setting.language.direction, printed.width)
    painter = Painter(canvas, setting.theme, printed.height, side, former)
    for number, places in enumerate(printed.sides):
        if printed.ticks:
            painter.draw(fold_ticks(printed.ticks[number], printed.height), 0, 0, artifact=True)
        for place in places:
            canvas.folio = place.page
            _draw(laid_out.pages[place.page], place.x, painter, black=setting.styles.black)
        canvas.showPage()
    document = canvas.document
    painter.form.finish(setting.face)
    tree = structure_tree(document, laid_out.root, canvas.tagging, options.ua)
    document.Catalog.StructTreeRoot = tree
    describe(canvas, leaflet)
    return canvas.finish(), painter.form.count


def _draw(page: Page, x: float, painter: Painter, *, black: bool) -> None:
    """One page, its live area `x` points in; what is said a second time is an artifact."""
    shown = in_black if black else tuple
    painter.draw(shown(page.head), x, 0, artifact=True)
    for standing in page.standings:
        if standing.repeated_head:
            marks = shown(standing.repeated_head.marks)
            painter.draw(marks, x, page.top + standing.head_y, artifact=True)
        painter.draw(shown(standing.box.marks), x, page.top + standing.y)
    painter.draw(shown(page.foot), x, 0, artifact=True)

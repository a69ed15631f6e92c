"""A leaflet in; placed pages, then a tagged PDF file, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from careleaf.language import Language
from careleaf.model.leaflet import Leaflet
from careleaf.problem import Problem
from careleaf.text import Typeface, typeface
from careleaf.theme import Theme
from careleaf.theme.fontfiles import body_fonts
from careleaf.theme.ink_saver import ink_saver
from careleaf.write.pdf.black import in_black
from careleaf.write.pdf.brochure import panel_pages
from careleaf.write.pdf.canvas import TaggedCanvas
from careleaf.write.pdf.contents import contents
from careleaf.write.pdf.flow import Flow
from careleaf.write.pdf.front import SIGNS, Front, front
from careleaf.write.pdf.furniture import footer, head_depth, header, name_problems
from careleaf.write.pdf.geometry import TOP, Sheet, sheet
from careleaf.write.pdf.imposition import Imposition, fold_ticks, imposed
from careleaf.write.pdf.imprint import imprint
from careleaf.write.pdf.marks import Anchor, Box, Group, Mark, kept, stacked
from careleaf.write.pdf.metadata import describe
from careleaf.write.pdf.options import PLAIN, PdfOptions
from careleaf.write.pdf.page import Page, note_pages, too_deep
from careleaf.write.pdf.pagination import paginated
from careleaf.write.pdf.paint import Painter, reading_side
from careleaf.write.pdf.profiles import styles_of
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.tree import structure_tree

_FIRST_GAP, _LATER_GAP = 18.0, 17.0
"""Free below the running head."""
_AIRY = 0.7
"""A first page less full than this takes in what follows; a fuller one stays a sheet of its own."""


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


def lay_out(
    leaflet: Leaflet, theme: Theme, language: Language, *, fillable: bool = False
) -> LaidOut:
    """Place everything. The same leaflet always gives the same pages. What names pages is as deep
    before they are known: they are looked up, and everything is placed once more."""
    laid_out = _laid_out(leaflet, theme, language, {}, fillable=fillable)
    named = leaflet.contents or leaflet.first.more_signs or laid_out.setting.styles.stacks
    if not named or leaflet.fold == "brochure":
        return laid_out
    return _laid_out(leaflet, theme, language, dict(_begins(laid_out.pages)), fillable=fillable)


def _begins(pages: Sequence[Page]) -> Iterator[tuple[str, int]]:
    """Ids with the pages that they are on, from 1."""
    for number, page in enumerate(pages, 1):
        for standing in page.standings:
            yield from ((name, number) for name in _named(standing.box.marks))


def _named(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, Anchor):
            yield mark.name
        elif isinstance(mark, Group):
            yield from _named(mark.marks)


def _laid_out(
    leaflet: Leaflet,
    theme: Theme,
    language: Language,
    numbers: Mapping[str, int],
    *,
    fillable: bool,
) -> LaidOut:
    """`numbers` are those of pages, for the list of contents."""
    fonts = body_fonts(language.code, leaflet.fonts)
    styles = styles_of(leaflet.profile, leaflet.fold).led(fonts.lead, fonts.least)
    page = sheet(leaflet.paper, styles, leaflet.fold)
    setting = Setting(
        typeface(fonts),
        ink_saver(theme) if styles.black else theme,
        language,
        leaflet.at,
        frozenset((SIGNS, *leaflet.anchors)),
        styles=styles,
        fillable=fillable,
    )
    root = Element.document(language.direction)
    if leaflet.fold == "brochure":
        return LaidOut(page, tuple(panel_pages(leaflet, page, setting, root)), root, setting)
    first_top = TOP + head_depth(leaflet.masthead, setting, first=True) + _FIRST_GAP
    later_top = TOP + head_depth(leaflet.masthead, setting, first=False) + _LATER_GAP
    setting.depth = page.bottom - later_top
    opening = front(leaflet, setting, root, page.bottom - first_top, numbers)
    later = _contents_boxes(leaflet, numbers, setting, root)
    later += _later_boxes(leaflet, opening, setting, root)
    front_boxes = list(opening.boxes)
    if (
        later
        and not opening.flows
        and stacked(front_boxes).height > _AIRY * (page.bottom - first_top)
    ):
        later[0] = replace(later[0], starts_page=True)
    if not opening.flows:
        front_boxes = [*kept(front_boxes[:-1]), *front_boxes[-1:]]
    placed = paginated(
        [*front_boxes, *later],
        setting.depth,
        first_depth=page.bottom - first_top,
    )
    pages = [
        Page(later_top if number else first_top, tuple(some)) for number, some in enumerate(placed)
    ]
    setting.problems += too_deep(pages, page, leaflet)
    setting.problems += name_problems(leaflet.masthead, setting)
    if leaflet.fold == "booklet":
        pages += note_pages(-len(pages) % 4, later_top, setting, root)
    return LaidOut(page, tuple(_furnished(pages, leaflet, page, setting)), root, setting)


def _furnished(
    pages: Sequence[Page], leaflet: Leaflet, page: Sheet, setting: Setting
) -> Iterator[Page]:
    """The pages with their running heads and feet, which count them."""
    for number, one in enumerate(pages, 1):
        head = tuple(header(leaflet.masthead, leaflet.title, setting, first=number == 1))
        foot = footer(leaflet.footer, number, len(pages), page, setting, title=leaflet.title)
        yield replace(one, head=(Group(0, TOP, head),), foot=tuple(foot))


def _contents_boxes(
    leaflet: Leaflet, numbers: Mapping[str, int], setting: Setting, root: Element
) -> list[Box]:
    if leaflet.contents is None:
        return []
    return contents(leaflet.contents, numbers, setting, root)


def _later_boxes(leaflet: Leaflet, opening: Front, setting: Setting, root: Element) -> list[Box]:
    flow = Flow(setting, placed=opening.contact)
    boxes: list[Box] = []
    for group in leaflet.groups:
        made = flow.boxes(group.shapes, root, keeps_next=group.keeps_next)
        if made and group.starts_page:
            made[0] = replace(made[0], opens=True)
        boxes += made
    boxes += imprint(leaflet.imprint, setting, root)
    return boxes


def sides(leaflet: Leaflet, laid_out: LaidOut) -> Imposition:
    """The sides of paper that the pages stand on."""
    return imposed(len(laid_out.pages), laid_out.sheet, leaflet.fold, leaflet.paper)


def to_pdf(
    leaflet: Leaflet, laid_out: LaidOut, face: Typeface, options: PdfOptions = PLAIN
) -> tuple[bytes, int]:
    """The file of placed pages, on folded sheets where the leaflet is to be folded; and how many
    fields it has."""
    setting = laid_out.setting
    printed = sides(leaflet, laid_out)
    canvas = TaggedCanvas((printed.width, printed.height), options.ua)
    side = reading_side(setting.language.direction, printed.width)
    painter = Painter(canvas, setting.theme, printed.height, side)
    shown = in_black if setting.styles.black else tuple
    for number, places in enumerate(printed.sides):
        if printed.ticks:
            painter.draw(fold_ticks(printed.ticks[number], printed.height), 0, 0, artifact=True)
        for place in places:
            canvas.folio = place.page
            page = laid_out.pages[place.page]
            painter.draw(shown(page.head), place.x, 0, artifact=True)
            for standing in page.standings:
                if standing.repeated_head:
                    y = page.top + standing.head_y
                    marks = shown(standing.repeated_head.marks)
                    painter.draw(marks, place.x, y, artifact=True)
                painter.draw(shown(standing.box.marks), place.x, page.top + standing.y)
            painter.draw(shown(page.foot), place.x, 0, artifact=True)
        canvas.showPage()
    document = canvas.document
    painter.form.finish(face)
    tree = structure_tree(document, laid_out.root, canvas.tagging, options.ua)
    document.Catalog.StructTreeRoot = tree
    describe(canvas, leaflet)
    return canvas.finish(), painter.form.count

"""A leaflet in; placed pages, then a tagged PDF file, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from careleaf.language import Language
from careleaf.model.leaflet import Leaflet
from careleaf.model.shape import Callout, Heading
from careleaf.problem import Problem
from careleaf.problem_codes import DOES_NOT_FIT
from careleaf.text import Typeface, typeface
from careleaf.theme import Theme
from careleaf.theme.fontfiles import body_fonts
from careleaf.write.pdf.canvas import TaggedCanvas
from careleaf.write.pdf.contents import contents
from careleaf.write.pdf.flow import Flow
from careleaf.write.pdf.front import Front, front
from careleaf.write.pdf.furniture import FIRST_HEADER, LATER_HEADER, footer, header, name_problems
from careleaf.write.pdf.geometry import SHEETS, TOP, Sheet
from careleaf.write.pdf.imprint import imprint
from careleaf.write.pdf.marks import Anchor, Box, Group, Mark, kept, stacked
from careleaf.write.pdf.metadata import describe
from careleaf.write.pdf.options import PLAIN, PdfOptions
from careleaf.write.pdf.pagination import Standing, paginated
from careleaf.write.pdf.paint import Painter, reading_side
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import STANDARD
from careleaf.write.pdf.tree import structure_tree

_FIRST_GAP, _LATER_GAP = 18.0, 17.0
"""Free below the running head."""
_LITTLE = 0.25
"""A later page less full than this takes in what would begin a page of its own."""
_AIRY = 0.7
"""A first page less full than this takes in what follows; a fuller one stays a sheet of its own."""


class Page(Struct, frozen=True):
    """What stands on one page, at depths below `top`."""

    top: float
    standings: tuple[Standing, ...]


class LaidOut(Struct, frozen=True):
    """All pages, and the structure of what they say."""

    sheet: Sheet
    pages: tuple[Page, ...]
    root: Element
    setting: Setting

    @property
    def problems(self) -> list[Problem]:
        """What was met while laying out."""
        return self.setting.problems


def lay_out(
    leaflet: Leaflet, theme: Theme, language: Language, *, fillable: bool = False
) -> LaidOut:
    """Place everything. The same leaflet always gives the same pages. What names pages is as deep
    before they are known: they are looked up, and everything is placed once more."""
    laid_out = _laid_out(leaflet, theme, language, {}, fillable=fillable)
    if leaflet.contents is None and not leaflet.first.more_signs:
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
    sheet = SHEETS[leaflet.paper]
    fonts = body_fonts(language.code, leaflet.fonts)
    setting = Setting(
        typeface(fonts),
        theme,
        language,
        leaflet.at,
        frozenset(_anchors(leaflet)),
        styles=STANDARD.led(fonts.lead),
        fillable=fillable,
    )
    root = Element.document(language.direction)
    first_top = TOP + FIRST_HEADER + _FIRST_GAP
    later_top = TOP + LATER_HEADER + _LATER_GAP
    opening = front(leaflet, setting, root, sheet.bottom - first_top, numbers)
    later = _contents_boxes(leaflet, numbers, setting, root)
    later += _later_boxes(leaflet, opening, setting, root)
    front_boxes = list(opening.boxes)
    if later and stacked(front_boxes).height > _AIRY * (sheet.bottom - first_top):
        later[0] = replace(later[0], starts_page=True)
    placed = paginated(
        [*kept(front_boxes[:-1]), *front_boxes[-1:], *later],
        sheet.bottom - later_top,
        first_depth=sheet.bottom - first_top,
    )
    pages = [
        Page(later_top if number else first_top, tuple(page)) for number, page in enumerate(placed)
    ]
    setting.problems += _too_deep(pages, sheet, leaflet)
    setting.problems += name_problems(leaflet.masthead, setting)
    return LaidOut(sheet, tuple(pages), root, setting)


def _too_deep(pages: list[Page], sheet: Sheet, leaflet: Leaflet) -> Iterator[Problem]:
    """What runs over a page's foot: a box that is deeper than a page and must not be split."""
    for number, page in enumerate(pages, 1):
        for standing in page.standings:
            if page.top + standing.y + standing.box.height > sheet.bottom + 1:
                message = f"this is deeper than a page and must not be split (page {number})"
                place = standing.box.at or leaflet.at
                yield Problem(DOES_NOT_FIT, place, message, "say it in fewer words")


def _anchors(leaflet: Leaflet) -> Iterator[str]:
    yield from leaflet.first.anchors
    for group in leaflet.groups:
        for shape in group.shapes:
            if isinstance(shape, Heading | Callout) and shape.anchor:
                yield shape.anchor


def _contents_boxes(
    leaflet: Leaflet, numbers: Mapping[str, int], setting: Setting, root: Element
) -> list[Box]:
    if leaflet.contents is None:
        return []
    return contents(leaflet.contents, numbers, setting, root)


def _later_boxes(leaflet: Leaflet, opening: Front, setting: Setting, root: Element) -> list[Box]:
    sheet = SHEETS[leaflet.paper]
    flow = Flow(setting, placed=opening.contact)
    boxes: list[Box] = []
    for group in leaflet.groups:
        made = flow.boxes(group.shapes, root)
        if made and group.starts_page and _enough(boxes, sheet):
            made[0] = replace(made[0], starts_page=True)
        boxes += kept(made) if group.keeps_next else made
    boxes += imprint(leaflet.imprint, setting, root)
    return boxes


def _enough(boxes: Sequence[Box], sheet: Sheet) -> bool:
    """Whether what is left for the page before makes a page: a heading and a line do not."""
    deep = 0.0
    for box in reversed(boxes):
        deep += box.height + box.gap
        if box.starts_page:
            break
    return not boxes or deep > _LITTLE * (sheet.bottom - TOP)


def to_pdf(
    leaflet: Leaflet, laid_out: LaidOut, face: Typeface, options: PdfOptions = PLAIN
) -> tuple[bytes, int]:
    """The file of placed pages, and how many fields it has."""
    sheet, setting = laid_out.sheet, laid_out.setting
    canvas = TaggedCanvas((sheet.width, sheet.height), options.ua)
    side = reading_side(setting.language.direction, sheet.width)
    painter = Painter(canvas, face, setting.theme, sheet.height, side)
    total = len(laid_out.pages)
    for number, page in enumerate(laid_out.pages, 1):
        head = header(leaflet.masthead, leaflet.title, setting, first=number == 1)
        painter.draw(head, sheet.margin, TOP, artifact=True)
        for standing in page.standings:
            if standing.repeated_head:
                y = page.top + standing.head_y
                painter.draw(standing.repeated_head.marks, sheet.margin, y, artifact=True)
            painter.draw(standing.box.marks, sheet.margin, page.top + standing.y)
        foot = footer(leaflet.footer, number, total, sheet, setting)
        painter.draw(foot, sheet.margin, 0, artifact=True)
        canvas.showPage()
    document = canvas.document
    painter.form.finish(face)
    tree = structure_tree(document, laid_out.root, canvas.tagging, options.ua)
    document.Catalog.StructTreeRoot = tree
    describe(canvas, leaflet)
    return canvas.finish(), painter.form.count

"""A leaflet in; pages with everything in its place out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from careleaf.language import Language
from careleaf.model.leaflet import Leaflet
from careleaf.text import typeface
from careleaf.theme import Theme
from careleaf.theme.fontfiles import body_fonts
from careleaf.theme.ink_saver import ink_saver
from careleaf.write.pdf.brochure import panel_pages
from careleaf.write.pdf.contents import contents
from careleaf.write.pdf.flow import Flow
from careleaf.write.pdf.front import Front, front
from careleaf.write.pdf.furniture import footer, head_depth, header, name_problems
from careleaf.write.pdf.geometry import TOP, Sheet, sheet
from careleaf.write.pdf.imprint import imprint
from careleaf.write.pdf.laid_out import LaidOut
from careleaf.write.pdf.marks import Anchor, Box, Group, Mark, kept, stacked_height
from careleaf.write.pdf.page import Around, Page, filled, furnished, note_pages, too_deep
from careleaf.write.pdf.profiles import styles_of
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.signs_told import SIGNS
from careleaf.write.pdf.structure import Element

_FIRST_GAP, _LATER_GAP = 18.0, 17.0
"""Free below the running head."""
_AIRY = 0.7
"""A first page less full than this takes in what follows; a fuller one stays a sheet of its own."""


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
    setting = _setting(leaflet, theme, language, fillable=fillable)
    page = sheet(leaflet.paper, setting.styles, leaflet.fold)
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
        and stacked_height(front_boxes) > _AIRY * (page.bottom - first_top)
    ):
        later[0] = replace(later[0], starts_page=True)
    if not opening.flows:
        front_boxes = [*kept(front_boxes[:-1]), *front_boxes[-1:]]
    pages = filled([*front_boxes, *later], page, (first_top, later_top))
    setting.problems += too_deep(pages, page, leaflet)
    setting.problems += name_problems(leaflet.masthead, setting)
    if leaflet.fold == "booklet":
        pages += note_pages(-len(pages) % 4, later_top, setting, root)
    return LaidOut(page, furnished(pages, _around(leaflet, page, setting)), root, setting)


def _setting(leaflet: Leaflet, theme: Theme, language: Language, *, fillable: bool) -> Setting:
    fonts = body_fonts(language.code, leaflet.fonts)
    styles = styles_of(leaflet.profile, leaflet.fold).led(fonts.lead, fonts.least)
    return Setting(
        typeface(fonts, drawn=True),
        ink_saver(theme) if styles.black else theme,
        language,
        leaflet.at,
        frozenset((SIGNS, *leaflet.anchors)),
        styles=styles,
        fillable=fillable,
    )


def _around(leaflet: Leaflet, page: Sheet, setting: Setting) -> Around:
    """Running heads and feet, which count the pages."""

    def around(number: int, total: int, _: float) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
        head = tuple(header(leaflet.masthead, leaflet.title, setting, first=number == 1))
        foot = footer(leaflet.footer, number, total, page, setting, title=leaflet.title)
        return (Group(0, TOP, head),), tuple(foot)

    return around


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

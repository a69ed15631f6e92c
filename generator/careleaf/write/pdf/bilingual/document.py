"""Two leaflets that say the same in two languages in; pages with everything in its place out.

The leading language is the document's; all of the other one is marked as what it is."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from careleaf.language import Language
from careleaf.model.leaflet import Imprint, Leaflet
from careleaf.model.shape import Heading, Shape
from careleaf.problem import Problem
from careleaf.text import typeface
from careleaf.theme import Theme
from careleaf.theme.fontfiles import body_fonts
from careleaf.write.pdf.bilingual.columns import Columns, columns
from careleaf.write.pdf.bilingual.front import front
from careleaf.write.pdf.bilingual.furniture import HEAD_GAP, footer_words, language_heads
from careleaf.write.pdf.bilingual.shapes import Facing
from careleaf.write.pdf.bilingual.sizes import BILINGUAL
from careleaf.write.pdf.furniture import footer, head_depth, header, name_problems
from careleaf.write.pdf.geometry import TOP, Sheet, sheet
from careleaf.write.pdf.imprint import imprint, imprint_title, source_rows
from careleaf.write.pdf.laid_out import LaidOut
from careleaf.write.pdf.marks import Anchor, Box, Group, Mark, at, stacked
from careleaf.write.pdf.page import Around, filled, furnished, too_deep
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.signs_told import SIGNS
from careleaf.write.pdf.structure import Element

_APART = 18.0
_FIRST_GAP, _LATER_GAP = 10.0, 9.0
"""Free below the running head."""


def lay_out(
    both: tuple[Leaflet, Leaflet], theme: Theme, languages: tuple[Language, Language]
) -> LaidOut:
    """Place everything. Both leaflets must have the same shapes (`compose.mirror`)."""
    first, second = both
    paper = sheet(first.paper, BILINGUAL)
    problems: list[Problem] = []
    settings = [
        Setting(
            typeface(body_fonts(language.code, leaflet.fonts), drawn=True),
            theme,
            language,
            leaflet.at,
            frozenset((SIGNS, *first.anchors)),
            problems,
            styles=BILINGUAL,
        )
        for leaflet, language in zip((first, second), languages, strict=True)
    ]
    page = settings[0]
    two = columns(settings[0], settings[1], BILINGUAL.width, _APART)
    heads = language_heads((first.masthead.draft, second.masthead.draft), two)
    bare = replace(first.masthead, draft="")
    tops = [
        TOP + head_depth(bare, page, first=opening) + gap + heads.height + HEAD_GAP
        for opening, gap in ((True, _FIRST_GAP), (False, _LATER_GAP))
    ]
    page.depth = paper.bottom - tops[1]
    root = Element.document(page.language.direction)
    boxes = list(_boxes((first, second), two, page, root, depth=paper.bottom - tops[0]))
    pages = filled(boxes, paper, (tops[0], tops[1]))
    problems += too_deep(pages, paper, first)
    problems += name_problems(bare, page)
    around = _furniture(first, heads, two, page, paper)
    return LaidOut(paper, furnished(pages, around), root, page)


def _boxes(
    both: tuple[Leaflet, Leaflet], two: Columns, page: Setting, root: Element, *, depth: float
) -> Iterator[Box]:
    first, second = both
    facing = Facing(page)
    yield from front(both, facing, two, root, depth=depth)
    waiting: tuple[Anchor, ...] = ()
    for group, other in zip(first.groups, second.groups, strict=True):
        shapes = _left(group.shapes, first), _left(other.shapes, second)
        waiting += () if shapes[0] else _signposts(group.shapes)
        made = facing.rows(*shapes, two, root, keeps_next=group.keeps_next)
        if made:
            made[0] = replace(made[0], marks=(*waiting, *made[0].marks))
            waiting = ()
        yield from made
    yield from _small_print((first.imprint, second.imprint), two, page, root, waiting)


def _left(shapes: tuple[Shape, ...], leaflet: Leaflet) -> tuple[Shape, ...]:
    """What page one does not have already; nothing where that is a heading alone."""
    left = tuple(shape for shape in shapes if shape is not leaflet.first.contact)
    return left if any(not isinstance(shape, Heading) for shape in left) else ()


def _signposts(shapes: tuple[Shape, ...]) -> tuple[Anchor, ...]:
    """Where a section would begin of which page one has all: links still lead somewhere."""
    names = (shape.anchor for shape in shapes if isinstance(shape, Heading) and shape.anchor)
    return tuple(Anchor(0, name, name, None) for name in names)


def _small_print(
    both: tuple[Imprint, Imprint],
    two: Columns,
    page: Setting,
    root: Element,
    anchors: tuple[Anchor, ...],
) -> Iterator[Box]:
    """Who prints it and when it is reviewed in both languages; the sources are there once."""
    settings = two.first, two.second
    trees = two.under(root)
    about = [
        imprint(replace(one, sources=()), setting, tree)
        for one, setting, tree in zip(both, settings, trees, strict=True)
    ]
    row = two.row(stacked(about[0]), stacked(about[1]))
    yield replace(row, marks=(*anchors, *row.marks), gap=24.0)
    if both[0].sources:
        named = [
            imprint_title(one.sources_title, setting, tree)
            for one, setting, tree in zip(both, settings, two.under(root), strict=True)
        ]
        yield replace(two.row(stacked(named[0]), stacked(named[1])), keep=True, gap=15.0)
        yield from source_rows(both[0].sources, page, root)


def _furniture(first: Leaflet, heads: Box, two: Columns, page: Setting, paper: Sheet) -> Around:
    """What heads and foots a page, by its number, how many there are, and where words begin."""
    bare = replace(first.masthead, draft="")
    words = footer_words(first, two)

    def around(number: int, total: int, top: float) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
        head = header(bare, first.title, page, first=number == 1)
        named = at(heads, 0, top - HEAD_GAP - heads.height)
        foot = footer(words, number, total, paper, page, title=first.title)
        return (Group(0, TOP, tuple(head)), named), tuple(foot)

    return around


def named(both: tuple[Leaflet, Leaflet]) -> Leaflet:
    """What the file of both is called, and by whom it is."""
    first, second = both
    return replace(first, title=f"{first.title} / {second.title}")

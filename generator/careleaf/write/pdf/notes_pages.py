"""Notes pages in; a tagged PDF with a slide and its notes on every page out.

The slide keeps its real words, in reading order; what its speaker says stands below it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from careleaf.language import Language
from careleaf.model.art import Paint
from careleaf.model.deck import Deck, Layout, Slide
from careleaf.model.notes_pages import NotesPages
from careleaf.problem import Problem
from careleaf.text import typeface
from careleaf.theme import Theme
from careleaf.theme.contrast import contrast
from careleaf.theme.fontfiles import DECK as DECK_FONTS
from careleaf.theme.fontfiles import body_fonts, with_own
from careleaf.write.pdf.canvas import TaggedCanvas
from careleaf.write.pdf.furniture import LATER_HEADER, footer, header, name_problems
from careleaf.write.pdf.geometry import TOP, Sheet, sheet
from careleaf.write.pdf.marks import Anchor, Box, Group, Mark, Panel, stacked_height
from careleaf.write.pdf.metadata import describe
from careleaf.write.pdf.options import PLAIN, PdfOptions
from careleaf.write.pdf.pagination import Standing, paginated
from careleaf.write.pdf.paint import Painter, Side, reading_side
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.slide import SlideDrawing
from careleaf.write.pdf.slide_words import Board
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import STANDARD, Style
from careleaf.write.pdf.tree import structure_tree

_SAID = (Style(13.5, 19), Style(13, 18), Style(12.5, 17), Style(12, 16))
"""The largest in which the notes stay below their slide; the first where none will do."""
_MEASURE = 460.0
"""Lines of about 75 letters."""
_HEAD_GAP, _NOTES_GAP, _LABEL_GAP, _PARAGRAPH_GAP = 16.0, 20.0, 6.0, 9.0
_FRAME = 0.75
_TOP = TOP + LATER_HEADER + _HEAD_GAP


class NotesPage(Struct, frozen=True, kw_only=True):
    """One page: the slide on the first of its pages, and notes at depths below `top`."""

    number: int
    """The slide's."""
    slide: tuple[Mark, ...]
    heads: tuple[Mark, ...]
    """On later pages: which slide goes on here; an artifact."""
    top: float
    notes: tuple[Standing, ...]


class LaidOut(Struct, frozen=True, kw_only=True):
    """All pages, the structure of what they say, and the problems met."""

    sheet: Sheet
    pages: tuple[NotesPage, ...]
    root: Element
    setting: Setting

    @property
    def problems(self) -> list[Problem]:
        """Characters of the notes that no font has."""
        return self.setting.problems


def lay_out(pages: NotesPages, theme: Theme, language: Language) -> LaidOut:
    """Place every slide and its notes. The same pages always come out the same."""
    deck, page = pages.deck, sheet(pages.paper)
    fonts = body_fonts(language.code, pages.fonts)
    styles = STANDARD.led(fonts.lead, fonts.least)
    setting = Setting(typeface(fonts, drawn=True), theme, language, pages.at, styles=styles)
    root = Element.document(language.direction)
    layouts = {layout.name: layout for layout in deck.template.layouts}
    anchors = frozenset(anchor for slide in deck.slides for anchor in slide.anchors)
    board = Board(
        face=typeface(with_own(DECK_FONTS, pages.fonts)),
        scale=STANDARD.width / deck.template.width,
        width=deck.template.width,
        right_to_left=deck.direction == "rtl",
        number=0,
        anchors=anchors,
    )
    made: list[NotesPage] = []
    for number, slide in enumerate(deck.slides, 1):
        one = _Slide(replace(board, number=number), slide, layouts[slide.layout], setting, page)
        made += one.pages(pages, root.add("Sect"))
    setting.problems += name_problems(pages.masthead, setting, first=False)
    return LaidOut(sheet=page, pages=tuple(made), root=root, setting=setting)


class _Slide(Struct, frozen=True):
    """One slide, with what it is drawn on and with."""

    board: Board
    slide: Slide
    layout: Layout
    setting: Setting
    sheet: Sheet

    def pages(self, pages: NotesPages, root: Element) -> Iterator[NotesPage]:
        """Its page, and further ones where its notes need them."""
        height = pages.deck.template.height * self.board.scale
        drawn = tuple(self._drawn(pages, root))
        low = _TOP + height + _NOTES_GAP
        head = self._head()
        later = _TOP + head.height + _LABEL_GAP
        bottom = self.sheet.bottom
        notes = self._notes(root, bottom - low)
        placed = paginated(notes, bottom - later, first_depth=bottom - low)
        for place, page in enumerate(placed or [[]]):
            yield NotesPage(
                number=self.board.number,
                slide=() if place else drawn,
                heads=head.marks if place else (),
                top=later if place else low,
                notes=tuple(page),
            )

    def _drawn(self, pages: NotesPages, root: Element) -> Iterator[Mark]:
        board, slide, deck = self.board, self.slide, pages.deck
        first = board.number == 1
        # A picture in the ground of a clinic's own layout is not known: paper takes its place.
        ground = self.layout.background or "white"
        drawing = SlideDrawing(
            board,
            self.layout,
            ground,
            self._ink(ground),
            root,
            "H1" if first else "H2",
            "" if first else pages.masthead.draft,
        )
        yield from _signposts(slide, deck, board.number)
        yield from drawing.draw(slide, deck.template.height)
        yield Panel(
            x=0,
            y=0,
            width=STANDARD.width,
            height=deck.template.height * board.scale,
            edge="hair",
            edge_width=_FRAME,
        )

    def _ink(self, ground: Paint) -> Paint:
        colour = self.setting.theme.colour
        dark = contrast(colour("ink"), colour(ground)) < contrast(colour("white"), colour(ground))
        return "white" if dark else "ink"

    def _notes(self, root: Element, depth: float) -> list[Box]:
        """A box a line, under a small heading that stays with them."""
        if not self.slide.notes:
            return []
        share = self.setting.styles.body.lead / STANDARD.body.lead
        sizes = [replace(style, lead=style.lead * share) for style in _SAID]
        for style in sizes:
            tried = list(self._set(Element("Sect"), style))
            if stacked_height(tried) <= depth:
                return list(self._set(root, style))
        return list(self._set(root, sizes[0]))

    def _set(self, root: Element, style: Style) -> Iterator[Box]:
        setting = self.setting
        label = setting.say("What to say")
        level = "H2" if self.board.number == 1 else "H3"
        heading = setting.block(
            label, setting.styles.small_heading, STANDARD.width, root.add(level)
        )
        yield replace(heading, keep=True, title=True)
        for place, said in enumerate(self.slide.notes):
            boxes = setting.paragraph(setting.words(said), style, _MEASURE, root.add("P"))
            boxes[0] = replace(boxes[0], gap=_PARAGRAPH_GAP if place else _LABEL_GAP)
            yield from boxes

    def _head(self) -> Box:
        """What stands above notes that go on."""
        setting = self.setting
        text = setting.language.say(
            "Slide {number}, continued: {title}",
            number=self.board.number,
            title=self.slide.title,
        )
        return setting.block(
            setting.words(text), setting.styles.small_heading, STANDARD.width, None
        )


def _signposts(slide: Slide, deck: Deck, number: int) -> Iterator[Mark]:
    """Bookmarks: one where a section begins, and one for each slide in it."""
    before = [one.heading for one in deck.slides[: number - 1] if one.heading]
    if slide.heading and slide.heading != (before[-1] if before else ""):
        yield Anchor(0, f"_section{number}", slide.heading, 0)
    yield Anchor(0, f"_slide{number}", slide.title, 1)
    for name in slide.anchors:
        yield Anchor(0, name, slide.title, None)


def to_pdf(pages: NotesPages, laid_out: LaidOut, options: PdfOptions = PLAIN) -> bytes:
    """The file of placed pages."""
    sheet, setting = laid_out.sheet, laid_out.setting
    canvas = TaggedCanvas((sheet.width, sheet.height), options.ua)
    side = reading_side(setting.language.direction, sheet.width)
    painter = Painter(canvas, setting.theme, sheet.height, side)
    for number, page in enumerate(laid_out.pages, 1):
        head = header(pages.masthead, pages.deck.title, setting, first=False)
        painter.draw(head, sheet.margin, TOP, artifact=True)
        painter.draw((_as_placed(page.slide, side),), sheet.margin, _TOP)
        painter.draw(page.heads, sheet.margin, _TOP, artifact=True)
        for standing in page.notes:
            painter.draw(standing.box.marks, sheet.margin, page.top + standing.y)
        says, total = _foot(pages, page, setting), len(laid_out.pages)
        foot = footer(says, number, total, sheet, setting, title=pages.deck.title)
        painter.draw(foot, sheet.margin, 0, artifact=True)
        canvas.showPage()
    document = canvas.document
    tree = structure_tree(document, laid_out.root, canvas.tagging, options.ua)
    document.Catalog.StructTreeRoot = tree
    describe(canvas, pages.deck)
    return canvas.finish()


def _as_placed(slide: tuple[Mark, ...], side: Side) -> Group:
    """A slide knows by itself which side it begins at: its marks count from the left."""
    return Group(0, 0, slide, turned=STANDARD.width if side.way < 0 else None)


def _foot(pages: NotesPages, page: NotesPage, setting: Setting) -> str:
    slide = setting.language.say(
        "Slide {number} of {total}.", number=page.number, total=len(pages.deck.slides)
    )
    return f"{slide} {pages.footer}"

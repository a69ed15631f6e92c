"""Paragraphs of a slide in; lines of text at the slide's scale, tagged, out.

Lines stand where PowerPoint and LibreOffice put them, in a font of the same widths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from careleaf.model.art import Paint
from careleaf.model.deck import BOX, DOT, Anchor, Box, Bullet, Paragraph, Part, Piece, SoftBreak
from careleaf.text import BrokenLine, NewLine, TextRun, Typeface
from careleaf.text import Part as TextPart
from careleaf.text import Placed as Word
from careleaf.text.bidi import Base
from careleaf.theme.fontfiles import BOLD, REGULAR
from careleaf.write.pdf.marks import Disc, Ink, Mark, Panel, Rule, TextLine
from careleaf.write.pdf.structure import Content, Element

_ABOVE_FOOT = 0.2
"""Of the size: where slide programs put the baseline in lines that are an exact distance apart."""
_CENTRED = 0.46
"""Of the size: from the foot of a line to the middle of its letters, which the deck's writer puts
in the middle of the line."""
_DASH, _DASH_HEIGHT = 0.5, 0.3
_BOX = 0.6
"""Of the size: how long a dash is, and how far above the baseline."""
_DOT_RADIUS, _DOT_MIDDLE, _DOT_HEIGHT = 0.117, 0.175, 0.364
"""Of the size: Arial's bullet."""
_UNDER, _UNDER_WIDTH = 0.12, 0.055
"""Of the size: where the rule under a link lies, and how thick it is."""
_TOLERANCE = 0.05
_SPACES = re.compile(" {2,}")


class Board(Struct, frozen=True, kw_only=True):
    """What a slide is drawn on: `scale` is points on paper for a point of the slide."""

    face: Typeface
    scale: float
    width: float
    """Of the slide, in its own points: from right to left, boxes are mirrored in it."""
    right_to_left: bool
    number: int
    """The slide's own."""
    anchors: frozenset[str]
    """Ids that links can lead to."""

    def left(self, box: Box) -> float:
        """Where the box begins, on paper."""
        return (box.mirrored(self.width) if self.right_to_left else box).x * self.scale


def words(
    shown: Sequence[Paragraph],
    box: Box,
    board: Board,
    into: Element | Content | None,
    *,
    anchor: Anchor = "top",
    risen: bool = True,
    whole: bool = False,
) -> Iterator[Mark]:
    """The paragraphs in their box. `into` takes each as an element of its own, or all of them if
    `whole` or if it is a content; None makes them artifacts. `risen`: letters in the middle of
    their lines, which is not so in tables."""
    lines = [_lines(paragraph, box, board) for paragraph in shown]
    targets = [_Target()] * len(shown) if into is None else [*_targets(shown, into, whole=whole)]
    deep = sum(_depth(one, len(found), place) for place, (one, found) in _numbered(shown, lines))
    y = box.y + {"top": 0.0, "middle": (box.height - deep) / 2, "bottom": box.height - deep}[anchor]
    if risen and anchor != "bottom" and shown:
        y -= max(0.0, shown[0].lead / 2 - _CENTRED * shown[0].size)
    for place, (paragraph, found) in _numbered(shown, lines):
        y += paragraph.before if place else 0.0
        target = targets[place]
        if paragraph.bullet:
            yield _sign(paragraph.bullet, paragraph, Box(box.x, y, box.width, 0), board, target)
        yield from _placed(paragraph, _broken(paragraph, box, board, target.words), box, y, board)
        y += len(found) * paragraph.lead


def _numbered(
    shown: Sequence[Paragraph], lines: Sequence[Sequence[BrokenLine]]
) -> Iterator[tuple[int, tuple[Paragraph, Sequence[BrokenLine]]]]:
    yield from enumerate(zip(shown, lines, strict=True))


def _depth(paragraph: Paragraph, lines: int, place: int) -> float:
    return lines * paragraph.lead + (paragraph.before if place else 0.0)


class _Target(Struct, frozen=True):
    """Where the words of a paragraph go, and its number if it has one."""

    words: Element | Content | None = None
    number: Content | None = None


def _targets(
    shown: Sequence[Paragraph], into: Element | Content, *, whole: bool
) -> Iterator[_Target]:
    """Bulleted paragraphs that follow one another are the items of one list; those of a deeper
    level are those of a list in the item before them."""
    bodies: dict[int, Element] = {}
    lists: dict[int, Element] = {}
    for paragraph in shown:
        if isinstance(into, Content) or whole:
            yield _Target(into, into if isinstance(into, Content) else into.content())
        elif bullet := paragraph.bullet:
            for level in [level for level in lists if level > bullet.level]:
                del lists[level], bodies[level]
            if bullet.level not in lists:
                around = bodies.get(max(bodies, default=-1), into)
                numbering = "Disc" if bullet.number is None else "Decimal"
                lists[bullet.level] = around.add("L").set("List", "ListNumbering", numbering)
            item = lists[bullet.level].add("LI")
            number = None if bullet.number is None else item.add("Lbl").content()
            bodies[bullet.level] = item.add("LBody")
            yield _Target(bodies[bullet.level], number)
        else:
            bodies, lists = {}, {}
            yield _Target(into.add("P"))


def _placed(
    paragraph: Paragraph, lines: Sequence[BrokenLine], box: Box, top: float, board: Board
) -> Iterator[Mark]:
    scale, size = board.scale, paragraph.size
    indent = paragraph.bullet.side if paragraph.bullet else 0.0
    for place, line in enumerate(lines):
        baseline = (top + place * paragraph.lead + paragraph.lead - _ABOVE_FOOT * size) * scale
        spare = (box.width - indent) * scale - line.width
        side = {"start": 0.0, "center": 0.5, "end": 1.0}[paragraph.align]
        if _from_right(paragraph, board):
            side, indent_here = 1.0 - side, 0.0
        else:
            indent_here = indent * scale
        x = board.left(box) + indent_here + spare * side
        yield TextLine(x, baseline, line)
        yield from _underlined(line, x, baseline, size * scale)


def _sign(bullet: Bullet, paragraph: Paragraph, line: Box, board: Board, target: _Target) -> Mark:
    """A dot, dash or box, or the item's number, which is read; `line` is its first line's place."""
    scale, size, box = board.scale, paragraph.size, line
    from_right = _from_right(paragraph, board)
    baseline = (line.y + paragraph.lead - _ABOVE_FOOT * size) * scale
    if bullet.sign == DOT and bullet.number is None:
        middle = bullet.indent + size * _DOT_MIDDLE
        across = box.width - middle if from_right else middle
        return Disc(
            x=board.left(box) + across * scale,
            y=baseline - _DOT_HEIGHT * size * scale,
            radius=_DOT_RADIUS * size * scale,
            fill=bullet.colour,
        )
    if bullet.number is None and bullet.sign == BOX:
        side = _BOX * size
        across = box.width - bullet.indent - side if from_right else bullet.indent
        return Panel(
            x=board.left(box) + across * scale,
            y=baseline - side * scale,
            width=side * scale,
            height=side * scale,
            fill="white",
            edge=bullet.colour,
            edge_width=size * scale / 16,
        )
    if bullet.number is None:
        across = box.width - bullet.indent if from_right else bullet.indent
        end = across + size * (-_DASH if from_right else _DASH)
        y = baseline - _DASH_HEIGHT * size * scale
        left, thick = board.left(box), size * scale / 16
        return Rule(left + across * scale, y, left + end * scale, y, bullet.colour, thick)
    run = TextRun(text=bullet.shown, size=size * scale, mark=Ink(bullet.colour, target.number))
    [number] = board.face.measured((run,)).wrap(bullet.side * scale + size)
    across = bullet.indent * scale
    if from_right:
        across = (box.width - bullet.indent) * scale - number.width
    return TextLine(board.left(box) + across, baseline, number)


def _underlined(line: BrokenLine, x: float, baseline: float, size: float) -> Iterator[Mark]:
    """A rule under each stretch of a link, as slide programs draw them."""
    for link, found in groupby(line.pieces, key=_link):
        if link is not None:
            pieces = list(found)
            start = x + min(piece.x for piece in pieces)
            end = x + max(piece.x + piece.width for piece in pieces)
            y = baseline + _UNDER * size
            yield Rule(start, y, end, y, _paint(pieces[0]), _UNDER_WIDTH * size)


def _paint(piece: Word) -> Paint:
    """The colour of a word."""
    ink = piece.part.mark if isinstance(piece.part, TextRun) else None
    return ink.colour if isinstance(ink, Ink) else "ink"


def _link(piece: Word) -> Content | None:
    """The content of the link that a word belongs to."""
    ink = piece.part.mark if isinstance(piece.part, TextRun) else None
    content = ink.content if isinstance(ink, Ink) else None
    return content if content and content.element.link else None


def _lines(paragraph: Paragraph, box: Box, board: Board) -> tuple[BrokenLine, ...]:
    return _broken(paragraph, box, board, None)


def _broken(
    paragraph: Paragraph, box: Box, board: Board, target: Element | Content | None
) -> tuple[BrokenLine, ...]:
    """Filled greedily, as slide programs do."""
    width = (box.width - (paragraph.bullet.side if paragraph.bullet else 0.0)) * board.scale
    parts = tuple(_parts(paragraph, board, target))
    base: Base = "rtl" if _from_right(paragraph, board) else "ltr"
    return board.face.measured(parts, base=base).wrap(width + _TOLERANCE)


def _from_right(paragraph: Paragraph, board: Board) -> bool:
    return paragraph.runs == "rtl" if paragraph.runs else board.right_to_left


def _parts(
    paragraph: Paragraph, board: Board, target: Element | Content | None
) -> Iterator[TextPart]:
    """Runs with their ink. Plain runs in a row share one content."""
    plain = target if isinstance(target, Content) else None
    element = target if isinstance(target, Element) else None
    for part in paragraph.parts:
        inner = _inner(part, board, element)
        if inner is None and element is not None:
            plain = plain or element.content()
        ink = Ink(_colour(part, paragraph, board), inner or plain)
        yield from _runs(part, paragraph, board, ink)
        if inner is not None:
            plain = None


def _runs(part: Part, paragraph: Paragraph, board: Board, ink: Ink) -> Iterator[TextPart]:
    size = paragraph.size * board.scale
    match part:
        case Piece():
            own = part.size * board.scale if part.size else size
            weight = BOLD if part.bold else REGULAR
            yield TextRun(text=_spaced(part.text), size=own, weight=weight, mark=ink)
        case SoftBreak():
            # Without a space the words on either side would be read as one.
            yield TextRun(text=" ", size=size, mark=ink)
            yield NewLine()
        case _:
            yield TextRun(text=str(board.number), size=size, weight=BOLD, mark=ink)


def _spaced(text: str) -> str:
    """With spaces in a row kept apart, as slide programs do."""
    return _SPACES.sub(lambda found: "\u00a0" * (len(found[0]) - 1) + " ", text)


def _colour(part: Part, paragraph: Paragraph, board: Board) -> str:
    if not isinstance(part, Piece):
        return paragraph.colour
    return "teal-deep" if _reached(part, board) else part.colour or paragraph.colour


def _inner(part: Part, board: Board, element: Element | None) -> Content | None:
    """The content of an element of its own, for a link or words in another language."""
    if element is None or not isinstance(part, Piece) or not part.text:
        return None
    if _reached(part, board):
        return element.add("Link", link=part.link, language=part.language).content()
    return element.add("Span", language=part.language).content() if part.language else None


def _reached(part: Piece, board: Board) -> bool:
    link = part.link or ""
    return bool(link) and (not link.startswith("#") or link[1:] in board.anchors)

"""A deck and LibreOffice's PDF of it in; every word that is lost or leaves its box, out.

The letters of each slide's boxes, in drawing order, are matched with the letters on the page of
the PDF; each matched letter must lie in its box (for a table: in its cell), give or take 1.5 pt.
Matching letters rather than words finds a word even where it was broken over two lines, which is
itself a fault: such a word would not fit its line. The size is that drawn, wherever the deck says
it (run, layout or master), and must be large enough to read across a room.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
from pptx import Presentation
from pptx.oxml.ns import qn

from careleaf.text.words import words as pieces
from tests.tools.deck_lint import BODY_SIZE, CREDITS, FOOTER_FROM, SMALL_PRINT

TOLERANCE = 1.5
"""Points that a letter may stand outside: half-leading and side bearings differ by that much."""

HINTING = 0.25
"""Points that LibreOffice's rounding may take off a size."""

EMU_PER_POINT = 12700


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in points, from the top left of the slide."""

    left: float
    top: float
    right: float
    bottom: float

    def excess(self, other: Box) -> float:
        """How far `other` sticks out of this box at most; negative where it is well inside."""
        return max(
            self.left - other.left,
            self.top - other.top,
            other.right - self.right,
            other.bottom - self.bottom,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the deck: its letters as matched, and the box that must hold it."""

    text: str
    letters: str
    shape: str
    box: Box

    @property
    def clustered(self) -> bool:
        """Whether it is Hindi: LibreOffice's PDF does not tell the letters of some clusters, and
        only those that it tells are looked for."""
        return any("\u0900" <= letter <= "\u097f" for letter in self.letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter on the page of the PDF, scaled to the slide."""

    letter: str
    box: Box
    size: float
    """Points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How many words were looked for and found, and one line for each fault."""

    words: int
    matched: int
    faults: tuple[str, ...]


def check(deck: Path, pdf: Path, *, scale: float = 1.0) -> Report:
    """Compare slide by slide; a deck with another number of slides than pages is one fault. `scale`
    is that of the least sizes: a clinic's template may have a smaller slide."""
    presentation: Any = Presentation(str(deck))
    width = presentation.slide_width / EMU_PER_POINT
    slide_box = Box(left=0, top=0, right=width, bottom=presentation.slide_height / EMU_PER_POINT)
    with pdfplumber.open(pdf) as document:
        if len(document.pages) != len(presentation.slides):
            fault = f"{len(presentation.slides)} slides, but {len(document.pages)} pages"
            return Report(words=0, matched=0, faults=(fault,))
        reports = [
            _check_slide(number, slide, _letters(page, width), slide_box, scale)
            for number, (slide, page) in enumerate(
                zip(presentation.slides, document.pages, strict=True), 1
            )
        ]
    return Report(
        words=sum(report.words for report in reports),
        matched=sum(report.matched for report in reports),
        faults=tuple(fault for report in reports for fault in report.faults),
    )


def _check_slide(
    number: int, slide: Any, letters: Sequence[Letter], slide_box: Box, scale: float
) -> Report:
    words = list(_slide_words(slide))
    found = _match(words, letters)
    faults = [
        f"slide {number}: {fault}"
        for word, places in zip(words, found, strict=True)
        for fault in _word_faults(word, places, slide_box, scale)
    ]
    matched = sum(
        None not in places or word.clustered for word, places in zip(words, found, strict=True)
    )
    return Report(words=len(words), matched=matched, faults=tuple(dict.fromkeys(faults)))


def _word_faults(
    word: Word, places: Sequence[Letter | None], slide: Box, scale: float
) -> Iterator[str]:
    where = f"{word.shape!r}: {word.text!r}"
    seen = [place.box for place in places if place]
    if len(seen) < len(places) and not word.clustered:
        yield f"{where} is not drawn"
    if slide.excess(word.box) > TOLERANCE:
        yield f"{word.shape!r} lies {slide.excess(word.box):.1f} pt off the slide"
    excess = max((word.box.excess(box) for box in seen), default=0.0)
    if excess > TOLERANCE:
        yield f"{where} leaves its box by {excess:.1f} pt"
    small = word.box.top > slide.bottom * FOOTER_FROM or word.shape in CREDITS
    least = scale * (SMALL_PRINT if small else BODY_SIZE)
    size = min((place.size for place in places if place), default=least)
    if size < least - HINTING:
        yield f"{where} is drawn at {size:.1f} pt, less than {least:g} pt"
    if "-" not in word.text and len(pieces(word.text)) == 1 and _broken(word, seen):
        yield f"{where} is broken over two lines"


def _broken(word: Word, seen: Sequence[Box]) -> bool:
    """Whether a letter stands before the one that it follows."""
    turned = unicodedata.bidirectional(word.letters[0]) in ("R", "AL")
    pairs = ((after, before) if turned else (before, after) for before, after in pairwise(seen))
    return any(after.left < before.left - 1 for before, after in pairs)


def _match(words: Sequence[Word], letters: Sequence[Letter]) -> list[list[Letter | None]]:
    """For each word, the letter on the page for each of its letters."""
    expected = "".join(word.letters for word in words)
    drawn = "".join(letter.letter for letter in letters)
    places: list[Letter | None] = [None] * len(expected)
    for start, at, length in SequenceMatcher(
        None, expected, drawn, autojunk=False
    ).get_matching_blocks():
        places[start : start + length] = letters[at : at + length]
    found, at = [], 0
    for word in words:
        found.append(places[at : at + len(word.letters)])
        at += len(word.letters)
    return found


def _significant(text: str) -> str:
    """Letters and digits, ligatures taken apart, small, since a template may show capitals only:
    bullets and punctuation match by chance. Not the Hindi ra: it is drawn behind the letter that it
    comes before."""
    letters = unicodedata.normalize("NFKC", text).lower()
    return "".join(c for c in letters if c.isalnum() and c != "\u0930")


def _letters(page: Any, slide_width: float) -> list[Letter]:
    scale = slide_width / float(page.width)
    return [
        Letter(letter=letter, box=_letter_box(char, scale), size=char["size"] * scale)
        for char in _as_read(page.chars)
        for letter in _significant(char["text"])
    ]


def _as_read(chars: Sequence[Any]) -> Iterator[Any]:
    """The characters of a page in the order of reading: LibreOffice draws each stretch of Arabic
    from left to right."""
    stretch: list[Any] = []
    between = [char for char in chars if not _significant(char["text"])]
    for char in chars:
        if not _significant(char["text"]):
            continue
        if stretch and not (_from_right(char) and _goes_on(stretch[-1], char, between)):
            yield from reversed(stretch)
            stretch = []
        if _from_right(char):
            stretch.append(char)
        else:
            yield char
    yield from reversed(stretch)


def _goes_on(before: Any, char: Any, between: Sequence[Any]) -> bool:
    """On the same line, and next to it but for the stops and spaces between them."""
    if before["top"] != char["top"]:
        return False
    low, high = before["x1"] - 1, char["x0"] + 1
    filled = sum(
        one["x1"] - one["x0"]
        for one in between
        if low <= one["x0"] and one["x1"] <= high and abs(one["top"] - char["top"]) < char["size"]
    )
    return bool(abs(high - low - filled) < _APART * char["size"])


_APART = 0.85
"""Of the size: between two cells of a table it is more."""


def _from_right(char: Any) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in char["text"])


def _letter_box(char: dict[str, float], scale: float) -> Box:
    return Box(
        left=char["x0"] * scale,
        top=char["top"] * scale,
        right=char["x1"] * scale,
        bottom=char["bottom"] * scale,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a group's own units map to the slide's points: `at = offset + units * scale`."""

    x: float = 0.0
    y: float = 0.0
    x_scale: float = 1 / EMU_PER_POINT
    y_scale: float = 1 / EMU_PER_POINT

    def box(self, left: int, top: int, width: int, height: int) -> Box:
        """A rectangle in the group's units, on the slide."""
        return Box(
            left=self.x + left * self.x_scale,
            top=self.y + top * self.y_scale,
            right=self.x + (left + width) * self.x_scale,
            bottom=self.y + (top + height) * self.y_scale,
        )

    def inside(self, group: Any) -> Frame:
        """The frame of what is in `group`, from its child offset and extent."""
        offset, extent = (
            group._element.grpSpPr.find(f".//{qn(tag)}") for tag in ("a:chOff", "a:chExt")
        )
        outer = self.box(group.left, group.top, group.width, group.height)
        x_scale = (outer.right - outer.left) / int(extent.get("cx"))
        y_scale = (outer.bottom - outer.top) / int(extent.get("cy"))
        return replace(
            self,
            x=outer.left - int(offset.get("x")) * x_scale,
            y=outer.top - int(offset.get("y")) * y_scale,
            x_scale=x_scale,
            y_scale=y_scale,
        )


def _slide_words(slide: Any) -> Iterator[Word]:
    yield from _words(slide.shapes, Frame())


def _words(shapes: Any, frame: Frame) -> Iterator[Word]:
    """The words of these shapes, in drawing order, groups and tables included."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _words(shape.shapes, frame.inside(shape))
        elif getattr(shape, "has_table", False):
            yield from _table_words(shape, frame)
        elif getattr(shape, "has_chart", False):
            yield from _chart_words(shape, frame)
        elif shape.has_text_frame and shape._element.txBody is not None:
            box = frame.box(shape.left, shape.top, shape.width, shape.height)
            yield from _text_words(shape._element.txBody, shape.name, box)


def _table_words(shape: Any, frame: Frame) -> Iterator[Word]:
    table = shape.table
    widths = [column.width for column in table.columns]
    heights = [row.height for row in table.rows]
    for i, row in enumerate(table.rows):
        for j, cell in enumerate(row.cells):
            if cell.is_spanned:
                continue
            box = frame.box(
                shape.left + sum(widths[:j]),
                shape.top + sum(heights[:i]),
                sum(widths[j : j + cell.span_width]),
                sum(heights[i : i + cell.span_height]),
            )
            yield from _text_words(cell._tc.txBody, f"{shape.name}, row {i + 1}", box)


def _chart_words(shape: Any, frame: Frame) -> Iterator[Word]:
    """Names below the bars, then numbers above them, all within the chart's frame."""
    [plot] = shape.chart.plots
    [series] = plot.series
    box = frame.box(shape.left, shape.top, shape.width, shape.height)
    shown = [*plot.categories, *(f"{value:g}" for value in series.values)]
    for word in " ".join(shown).split():
        if letters := _significant(word):
            yield Word(text=word, letters=letters, shape=shape.name, box=box)


def _text_words(body: Any, shape: str, box: Box) -> Iterator[Word]:
    """The words of a text body, and the numbers of its numbered paragraphs. Fields (the slide's
    number) are left out: the file holds a placeholder for them."""
    last: dict[int, tuple[int, int]] = {}
    for paragraph in body.iter(qn("a:p")):
        number = _number(paragraph, last)
        if number:
            yield Word(text=f"{number}.", letters=number, shape=shape, box=box)
        text = "".join(
            " " if child.tag == qn("a:br") else child.findtext(qn("a:t")) or ""
            for child in paragraph
            if child.tag in (qn("a:r"), qn("a:br"))
        )
        for word in text.split():
            if letters := _significant(word):
                yield Word(text=word, letters=letters, shape=shape, box=box)


def _number(paragraph: Any, last: dict[int, tuple[int, int]]) -> str:
    """The number that a program counts for a paragraph; empty where it has none. `last` holds the
    first and the latest number of each level's list."""
    properties = paragraph.find(qn("a:pPr"))
    counted = None if properties is None else properties.find(qn("a:buAutoNum"))
    level = 0 if properties is None else int(properties.get("lvl", 0))
    for done in [one for one in last if one > level or (one == level and counted is None)]:
        del last[done]
    if counted is None:
        return ""
    start = int(counted.get("startAt", 1))
    first, latest = last.get(level, (start, start - 1))
    last[level] = (start, latest + 1 if first == start else start)
    return str(last[level][1])

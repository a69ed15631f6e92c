"""Final lines, a style and a width in; boxes of shaped and tagged text out.

A `Setting` is what every part of the page is laid out with: typeface, theme, language, and the
problems met on the way."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.language import Language
from careleaf.model.inline import Blank, Bound, Break, Line, Run, plain
from careleaf.problem import Problem
from careleaf.source import Span
from careleaf.text import BrokenLine, Gap, NewLine, Part, TextRun, Typeface, missing_glyphs
from careleaf.theme import Theme
from careleaf.write.pdf.field import PAGE, Field, Kind, Where
from careleaf.write.pdf.marks import Box, Entry, Ink, Mark, Rule, TextLine
from careleaf.write.pdf.structure import Content, Element
from careleaf.write.pdf.styles import BOLD, STANDARD, Style, Styles

_BLANK_LEAST, _BLANK_PER_UNDERSCORE = 44.0, 9.0
"""Points: a gap narrower than this cannot be written in."""
WRITE_LEAD = 28.0
"""Points from line to line where somebody writes."""
_DEPTH = 3.0
"""How far a write-in line lies below the words' baseline."""
_ABOUT_TYPED = 5.0
"""Points above and below what is typed."""
_APART = re.compile(r"[^\w-]+")
_UNDERSCORES = re.compile(r"_{2,}")


class Setting(Struct):
    """What text is set with, and where the topic's file is, for words that the product says."""

    face: Typeface
    theme: Theme
    language: Language
    at: Span
    anchors: frozenset[str] = frozenset()
    """Ids that links in the leaflet can lead to."""
    problems: list[Problem] = field(default_factory=list)
    styles: Styles = STANDARD
    """Those of the print profile."""
    depth: float = math.inf
    """Of the live area of a page, in points: what is deeper cannot be kept whole."""
    fillable: bool = False
    where: Where = PAGE
    """The part of the page at hand, as its fields name it."""

    def within(self, name: str, says: str) -> Setting:
        """The same for a part of a page: a section or an exercise, by its id and in words. In a
        programme an id has its topic before it, and in names of fields only hyphens part words."""
        return replace(self, where=Where(_APART.sub("-", name), says))

    def field(self, parent: Element, kind: Kind, name: str, says: str) -> Field | None:
        """A field in this part of the page, as the last in `parent`; None where nothing is filled
        in on a screen."""
        if not self.fillable:
            return None
        return Field(
            kind=kind,
            element=parent.add("Form"),
            name=f"{self.where.name}-{name}",
            says=self.told(says),
            size=math.floor(self.styles.list.size),
        )

    def blank_width(self, underscores: int) -> float:
        """Points of a gap that the author gave so many underscores."""
        return self.styles.grown(max(_BLANK_LEAST, underscores * _BLANK_PER_UNDERSCORE))

    def told(self, says: str) -> str:
        """The words of a field, with the part of the page that it is in."""
        where = self.where.says
        return self.language.say("{where}: {what}", where=where, what=says) if where else says

    def say(self, phrase: str, /, **values: object) -> Line:
        """A product phrase as a line."""
        return self.words(self.language.say(phrase, **values))

    def words(self, text: str) -> Line:
        """A plain text as a line."""
        return (Run(at=self.at, text=text),) if text else ()

    def fitting(self, line: Line, style: Style, width: float) -> Style:
        """The style of a title, smaller where a word of it would be cut at this width, but no
        smaller than running words."""
        widest = self.face.widest_word(plain(line), size=style.size, weight=style.weight)
        least = min(1.0, self.styles.body.size / style.size)
        share = max(least, min(1.0, width / widest)) if widest else 1.0
        return style if share == 1.0 else style.scaled(share)

    def width(self, text: str, style: Style) -> float:
        """Points on one line."""
        return self.face.width(text, size=style.size, weight=style.weight)

    def lines(
        self, line: Line, style: Style, width: float, element: Element | None, *, even: bool = False
    ) -> tuple[BrokenLine, ...]:
        """The line broken to a width, and its contents put in the element; without one it is an
        artifact. `even` evens out the lines, for titles."""
        known = tuple(map(self._reachable, line))
        parts = tuple(self._parts(known, style, element))
        found = self.face.set_paragraph(parts, width, even=even, base=self.language.direction)
        if found.lacks:
            self._report(line)
        return found.lines

    def _parts(self, line: Line, style: Style, element: Element | None) -> Iterator[Part]:
        """Runs with their ink. Plain runs in a row share one content of the element."""
        shared: Content | None = None
        for place, bound in enumerate(line):
            match bound:
                case Break():
                    if element is not None:
                        # Without a space the words on either side would be read as one.
                        shared = shared or element.content()
                        yield TextRun(text=" ", size=style.size, mark=Ink(style.colour, shared))
                    yield NewLine()
                case Blank(width=count):
                    wide = self.blank_width(count)
                    gap = self._gap(line, place, element) if element else None
                    shared = None
                    yield Gap(width=wide, fills=place == len(line) - 1, mark=gap)
                case Run():
                    inner = _inner(bound, element)
                    if inner is None and element is not None:
                        shared = shared or element.content()
                    else:
                        shared = None
                    content = inner or shared
                    weight = max(style.weight, BOLD) if bound.strong else style.weight
                    colour = "navy" if bound.link and style.colour == "ink" else style.colour
                    ink = Ink(colour, content)
                    yield TextRun(text=bound.text, size=style.size, weight=weight, mark=ink)

    def _gap(self, line: Line, place: int, element: Element) -> Field | Content:
        """What a gap to write in means: a field, or on paper words that say so."""
        field = self.field(element, "text", "blank", self._gap_says(line, place))
        if field:
            return field
        blank = self.language.say("blank to fill in")
        return element.add("Span", actual_text=blank).content()

    def _gap_says(self, line: Line, place: int) -> str:
        """The line with dots for its gaps, and which of them it is."""
        sentence = open_words(line)
        gaps = [other for other, bound in enumerate(line) if isinstance(bound, Blank)]
        if len(gaps) == 1:
            return sentence
        number = gaps.index(place) + 1
        return self.language.say(
            "{sentence} (blank {number} of {total})",
            sentence=sentence,
            number=number,
            total=len(gaps),
        )

    def _reachable(self, bound: Bound) -> Bound:
        """A link to a section that this reader does not get is printed as plain words."""
        if not isinstance(bound, Run) or not bound.link or not bound.link.startswith("#"):
            return bound
        return bound if bound.link[1:] in self.anchors else replace(bound, link=None)

    def _report(self, line: Line) -> None:
        found = (missing.problem() for missing in missing_glyphs(line, self.face))
        self.problems += [one for one in found if one not in self.problems]

    def paragraph(
        self,
        line: Line,
        style: Style,
        width: float,
        element: Element | None,
        *,
        x: float = 0.0,
        even: bool = False,
    ) -> list[Box]:
        """A box a line. At least two lines stay together at either end of a page."""
        broken = self.lines(line, style, width, element, even=even)
        lead = _lead(line, style)
        y = lead - style.lead + self.baseline(style)
        last = len(broken) - 1
        return [
            Box(
                height=lead,
                marks=tuple(self._line_marks(one, x, y)),
                keep=place < last and (place == 0 or place == last - 1),
            )
            for place, one in enumerate(broken)
        ]

    def _line_marks(self, line: BrokenLine, x: float, y: float) -> Iterator[Mark]:
        """Its words on a baseline at `y`, and what is there to write on."""
        yield TextLine(x, y, line)
        for piece in line.pieces if line.gapped else ():
            if isinstance(piece.part, Gap):
                begin, mark = piece.x, piece.part.mark
                if self.language.direction == "rtl":
                    begin = line.extent - piece.x - piece.width
                start, end = x + begin, x + begin + piece.width
                content = mark if isinstance(mark, Content) else None
                yield Rule(start, y + _DEPTH, end, y + _DEPTH, "line", 1, content)
                if isinstance(mark, Field):
                    high = mark.size + _ABOUT_TYPED
                    top = y + _DEPTH - high
                    yield Entry(x=start, y=top, width=end - start, height=high, field=mark)

    def baseline(self, style: Style) -> float:
        """How far the baseline lies below the top of a line of this style."""
        extents = self.face.extents(style.weight)
        high, low = extents.ascent * style.size / 1000, extents.descent * style.size / 1000
        return (style.lead - high + low) / 2 + high

    def block(
        self, line: Line, style: Style, width: float, element: Element | None, *, even: bool = False
    ) -> Box:
        """The same as one box that no page splits."""
        lead = _lead(line, style)
        y = lead - style.lead + self.baseline(style)
        broken = self.lines(line, style, width, element, even=even)
        marks: list[Mark] = []
        for place, one in enumerate(broken):
            marks += self._line_marks(one, 0.0, y + place * lead)
        return Box(height=lead * len(broken), marks=tuple(marks))


def _lead(line: Line, style: Style) -> float:
    """From line to line: further where somebody writes."""
    writes = any(isinstance(part, Blank) for part in line)
    return max(style.lead, WRITE_LEAD) if writes else style.lead


def open_words(line: Line) -> str:
    """The words of a line, with dots where it is to be filled in."""
    return " ".join(_UNDERSCORES.sub("\u2026", plain(line)).split())


def _inner(run: Run, element: Element | None) -> Content | None:
    """The content of an element of its own, for a link or words in another language."""
    if element is None or not (run.link or run.language):
        return None
    if run.link:
        return element.add("Link", link=run.link, language=run.language).content()
    return element.add("Span", language=run.language).content()

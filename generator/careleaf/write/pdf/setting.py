"""Final lines, a style and a width in; boxes of shaped and tagged text out.

A `Setting` is what every part of the page is laid out with: typeface, theme, language, and the
problems met on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from careleaf.language import Language
from careleaf.model.inline import Blank, Bound, Break, Line, Run
from careleaf.problem import Problem
from careleaf.source import Span
from careleaf.text import BrokenLine, Gap, NewLine, Part, TextRun, Typeface, missing_glyphs
from careleaf.theme import Theme
from careleaf.write.pdf.marks import Box, Ink, Mark, Rule, TextLine
from careleaf.write.pdf.structure import Content, Element
from careleaf.write.pdf.styles import BOLD, STANDARD, Style, Styles

BLANK_LEAST, BLANK_PER_UNDERSCORE = 44.0, 9.0
"""Points: a gap narrower than this cannot be written in."""
WRITE_LEAD = 28.0
"""Points from line to line where somebody writes."""
_DEPTH = 3.0
"""How far a write-in line lies below the words' baseline."""


@dataclass(slots=True)
class Setting:
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

    def say(self, phrase: str, /, **values: object) -> Line:
        """A product phrase as a line."""
        return self.words(self.language.say(phrase, **values))

    def words(self, text: str) -> Line:
        """A plain text as a line."""
        return (Run(at=self.at, text=text),) if text else ()

    def width(self, text: str, style: Style) -> float:
        """Points on one line."""
        return self.face.width(text, size=style.size, weight=style.weight)

    def lines(
        self, line: Line, style: Style, width: float, element: Element | None, *, even: bool = False
    ) -> tuple[BrokenLine, ...]:
        """The line broken to a width, and its contents put in the element; without one it is an
        artifact. `even` evens out the lines, for titles."""
        known = tuple(self._reachable(bound) for bound in line)
        blank = self.language.say("blank to fill in")
        parts = tuple(_parts(known, style, element, blank))
        measured = self.face.measured(parts, base=self.language.direction)
        if measured.lacks:
            self._report(line)
        return measured.balanced(width) if even else measured.settled(width)

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
        writes = any(isinstance(part, Blank) for part in line)
        lead = max(style.lead, WRITE_LEAD) if writes else style.lead
        last = len(broken) - 1
        return [
            Box(
                height=lead,
                marks=tuple(self._line_marks(one, style, x, lead)),
                keep=place < last and (place == 0 or place == last - 1),
            )
            for place, one in enumerate(broken)
        ]

    def _line_marks(self, line: BrokenLine, style: Style, x: float, lead: float) -> Iterator[Mark]:
        y = lead - style.lead + self.baseline(style)
        yield TextLine(x, y, line)
        for piece in line.pieces:
            if isinstance(piece.part, Gap):
                begin = piece.x
                if self.language.direction == "rtl":
                    begin = line.extent - piece.x - piece.width
                start, end = x + begin, x + begin + piece.width
                content = piece.part.mark if isinstance(piece.part.mark, Content) else None
                yield Rule(start, y + _DEPTH, end, y + _DEPTH, "line", 1, content)

    def baseline(self, style: Style) -> float:
        """How far the baseline lies below the top of a line of this style."""
        extents = self.face.extents(style.weight)
        high, low = extents.ascent * style.size / 1000, extents.descent * style.size / 1000
        return (style.lead - high + low) / 2 + high

    def block(
        self, line: Line, style: Style, width: float, element: Element | None, *, even: bool = False
    ) -> Box:
        """The same as one box that no page splits."""
        boxes = self.paragraph(line, style, width, element, even=even)
        marks: list[Mark] = []
        y = 0.0
        for box in boxes:
            marks += [_moved(mark, y) for mark in box.marks]
            y += box.height
        return Box(height=y, marks=tuple(marks))


def _moved(mark: Mark, y: float) -> Mark:
    match mark:
        case TextLine():
            return replace(mark, y=mark.y + y)
        case Rule():
            return replace(mark, y=mark.y + y, to_y=mark.to_y + y)
        case _:
            raise AssertionError("a line holds words and write-in rules only")


def _parts(line: Line, style: Style, element: Element | None, blank: str) -> Iterator[Part]:
    """Runs with their ink. Plain runs in a row share one content of the element. `blank` is what a
    gap to write in is called."""
    plain: Content | None = None
    for place, bound in enumerate(line):
        match bound:
            case Break():
                if element is not None:
                    # Without a space the words on either side would be read as one.
                    plain = plain or element.content()
                    yield TextRun(text=" ", size=style.size, mark=Ink(style.colour, plain))
                yield NewLine()
            case Blank(width=count):
                wide = max(BLANK_LEAST, count * BLANK_PER_UNDERSCORE)
                gap = element.add("Span", actual_text=blank).content() if element else None
                plain = None
                yield Gap(width=wide, fills=place == len(line) - 1, mark=gap)
            case Run():
                inner = _inner(bound, element)
                if inner is None and element is not None:
                    plain = plain or element.content()
                else:
                    plain = None
                content = inner or plain
                weight = max(style.weight, BOLD) if bound.strong else style.weight
                colour = "navy" if bound.link and style.colour == "ink" else style.colour
                ink = Ink(colour, content)
                yield TextRun(text=bound.text, size=style.size, weight=weight, mark=ink)


def _inner(run: Run, element: Element | None) -> Content | None:
    """The content of an element of its own, for a link or words in another language."""
    if element is None or not (run.link or run.language):
        return None
    if run.link:
        return element.add("Link", link=run.link, language=run.language).content()
    return element.add("Span", language=run.language).content()

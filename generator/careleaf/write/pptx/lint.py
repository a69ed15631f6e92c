"""A slide's XML as written, and the presentation around it, in; what PowerPoint's accessibility
checker would find in them out.

It counts in the text of the file, which costs a hundredth of what reading it as a tree would.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from pptx.oxml.ns import qn

from careleaf.model.deck import Slide
from careleaf.problem import Problem
from careleaf.problem_codes import (
    NO_ALTERNATIVE,
    NO_LANGUAGE,
    NO_NOTES,
    NO_TABLE_HEAD,
    REPEATED_SHAPE,
    WRONG_WAY,
)
from careleaf.text.turned import may_turn
from careleaf.write.pptx.direction import turned_round

_HINT = "this is a fault of Careleaf, not of your text: please report it"
_MARK = "<p:cNvPr "
_PROPERTIES = re.compile(
    r'<p:cNvPr id="(\d+)" name="([^"]*)"(?: descr="([^"]*)")?'
    r"(?:/>|>(<a:extLst><a:ext [^>]*><adec:decorative )?)"
)
"""What each shape says of itself, as `xml.properties` writes it."""

_WORD = re.compile(r"<a:t>\s*[^<\s]")
_FROM_RIGHT = re.compile(r'<a:pPr [^>]*rtl="1"')
_FROM_LEFT = re.compile(r'<a:pPr [^>]*rtl="0"')
_SAID = re.compile("<a:t>([^<]*)</a:t>")
_NAME = re.compile("<c:v>([^<]*)</c:v>")
_GROUP = "<p:nvGrpSpPr>"
_TAIL = 120
"""Characters at the end of a shape that tell whether words are in it. Before them may come the
thousands of points of a drawing, which are not worth a look."""


def lint_slide(slide: Slide, xml: str, notes: str, *, right_to_left: bool = False) -> list[Problem]:
    """All findings in the XML of a slide and of its notes. `right_to_left`: of a deck that runs so,
    every paragraph and table must say it."""
    found = [*_findings(xml, notes)]
    if right_to_left:
        found += [*_wrong_way(xml, "on it"), *_wrong_way(notes, "in its notes")]
    return _problems(slide, found)


def lint_charts(slide: Slide, charts: Iterable[str]) -> list[Problem]:
    """All findings in the XML of the charts on a slide of a deck that runs from right to left: a
    chart's names have no runs, so that only marks in them keep a dose from being turned round."""
    return _problems(slide, (one for chart in charts for one in _chart_turned(chart)))


def _problems(slide: Slide, found: Iterable[tuple[str, str]]) -> list[Problem]:
    return [
        Problem(code, slide.at, f"slide '{slide.title}': {message}", _HINT)
        for code, message in found
    ]


def lint_presentation(presentation: Any, slide: Slide) -> list[Problem]:
    """Whether programs find the notes: Keynote loses them where the list of masters is not there.
    The problem is put where `slide`, the first one, begins."""
    if presentation.part._element.find(qn("p:notesMasterIdLst")) is not None:
        return []
    return [Problem(NO_NOTES, slide.at, "the deck does not list the master of its notes", _HINT)]


def _findings(xml: str, notes: str) -> Iterator[tuple[str, str]]:
    ids: set[str] = set()
    start = xml.find(_MARK)
    while start >= 0:
        after = xml.find(_MARK, start + 1)
        end = after if after >= 0 else len(xml)
        found = _PROPERTIES.match(xml, start)
        identity, name, description, decorative = found.groups() if found else ("", "", "", "")
        if identity in ids:
            yield REPEATED_SHAPE, f"'{name}' has the number of another shape"
        ids.add(identity)
        if not decorative:
            yield from _speech(xml, start, end, name, description or "")
        start = after
    yield from _words(notes, "in its notes")


def _speech(xml: str, start: int, end: int, name: str, described: str) -> Iterator[tuple[str, str]]:
    """What is wrong in what a shape has to say."""
    tail = xml[end - _TAIL : end]
    words = xml[start:end] if "</p:txBody>" in tail or "</a:tbl>" in tail else ""
    if words:
        yield from _words(words, f"in '{name}'")
    # A group says what the shapes in it say.
    silent = not (described.strip() or xml.endswith(_GROUP, 0, start))
    if silent and not _WORD.search(words):
        yield NO_ALTERNATIVE, f"'{name}' has neither words nor a description"


def _wrong_way(xml: str, where: str) -> Iterator[tuple[str, str]]:
    for paragraph in xml.split("<a:p>")[1:]:
        said = _WORD.search(paragraph)
        if said and not _FROM_RIGHT.match(paragraph) and not _all_from_left(paragraph):
            words = paragraph[said.start() + len("<a:t>") :].partition("<")[0]
            yield WRONG_WAY, f"'{words}' {where} does not run from right to left"
    if "<a:tbl>" in xml and not re.search('<a:tblPr [^>]*rtl="1"', xml):
        yield WRONG_WAY, f"the table {where} does not run from right to left"


def _all_from_left(paragraph: str) -> bool:
    """Whether it says that it runs from the left, and has nothing from the right in it."""
    says = _FROM_LEFT.match(paragraph)
    return bool(says) and not may_turn("".join(map(unescape, _SAID.findall(paragraph))))


def _chart_turned(xml: str) -> Iterator[tuple[str, str]]:
    for name in map(unescape, _NAME.findall(xml)):
        for number in turned_round(name):
            yield WRONG_WAY, f"'{number}' in its chart would be drawn in another order"
    if any(not _FROM_RIGHT.match(one) for one in xml.split("<a:p>")[1:]):
        yield WRONG_WAY, "the words of its chart do not run from right to left"


def _words(xml: str, where: str) -> Iterator[tuple[str, str]]:
    spoken = xml.count('<a:rPr lang="') - xml.count('<a:rPr lang=""')
    if spoken < xml.count("<a:rPr") or "<a:r><a:t>" in xml:
        yield NO_LANGUAGE, f"words {where} do not say their language"
    if "<a:tbl>" in xml and not re.search('<a:tblPr [^>]*firstRow="1"', xml):
        yield NO_TABLE_HEAD, f"the table {where} has no head row"

"""A slide's XML as written, and the presentation around it, in; what PowerPoint's accessibility
checker would find in them out.

It counts in the text of the file, which costs a hundredth of what reading it as a tree would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
)

_HINT = "this is a fault of Careleaf, not of your text: please report it"
_ID = re.compile(r'<p:cNvPr id="(\d+)"')
_NAME = re.compile(r'name="([^"]*)"')
_SAID = re.compile(r'<a:t>[^<]*[^<\s]|descr="[^"]*[^"\s]|<adec:decorative [^>]*val="1"')
_RUN = re.compile(r"<a:(?:r|br|fld)\b")
_IN_A_LANGUAGE = re.compile(r'<a:(?:r|br|fld)\b[^>]*><a:rPr lang="[^"]')
_TABLE = re.compile(r"<a:tblPr\b([^>]*)>")


def lint_slide(slide: Slide, xml: str, notes: str) -> list[Problem]:
    """All findings in the XML of a slide and of its notes."""
    return [
        Problem(code, slide.at, f"slide '{slide.title}': {message}", _HINT)
        for code, message in _findings(xml, notes)
    ]


def lint_presentation(presentation: Any, slide: Slide) -> list[Problem]:
    """Whether programs find the notes: Keynote loses them where the list of masters is not there.
    The problem is put where `slide`, the first one, begins."""
    if presentation.part._element.find(qn("p:notesMasterIdLst")) is not None:
        return []
    return [Problem(NO_NOTES, slide.at, "the deck does not list the master of its notes", _HINT)]


def _findings(xml: str, notes: str) -> Iterator[tuple[str, str]]:
    ids = _ID.findall(xml)
    if len(set(ids)) < len(ids):
        yield REPEATED_SHAPE, "two shapes have the same number"
    for name in _wordless(xml):
        yield NO_ALTERNATIVE, f"'{name}' has neither words nor a description"
    for part, where in ((xml, "on it"), (notes, "in its notes")):
        if len(_RUN.findall(part)) > len(_IN_A_LANGUAGE.findall(part)):
            yield NO_LANGUAGE, f"words {where} do not say their language"
    if any('firstRow="1"' not in found for found in _TABLE.findall(xml)):
        yield NO_TABLE_HEAD, "a table has no head row"


def _wordless(xml: str) -> Iterator[str]:
    """The names of shapes with nothing to say that are not decoration. A group says what the shapes
    in it say."""
    before, *shapes = xml.split("<p:cNvPr ")
    for shape in shapes:
        grouped = before.endswith("<p:nvGrpSpPr>")
        before = shape
        if not grouped and not _SAID.search(shape):
            yield found[1] if (found := _NAME.search(shape)) else ""

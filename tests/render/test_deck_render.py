"""The real topic's deck, as LibreOffice draws it and as validators and screen readers see it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from tests.conftest import Built
from tests.tools import deck_lint, ooxml, overflow, poi, seen
from tests.tools.decks import real_deck, shown_title

LEAST_WORDS = 4
"""On a slide that is not nearly empty, its footer left out."""

LEAST_AREA = 0.3
"""Share of a slide that the box around what it says and shows covers."""


@pytest.mark.needs("libreoffice")
def test_every_word_lies_in_its_box(built: Built, drawn_deck: Path) -> None:
    report = overflow.check(built.deck, drawn_deck)
    assert report.faults == ()
    assert report.matched == report.words > 0


@pytest.mark.needs("libreoffice", "poppler")
def test_every_word_stands_out(drawn_deck: Path) -> None:
    assert seen.faint(drawn_deck) == []


@pytest.mark.needs("ooxml-validator")
def test_the_open_xml_sdk_finds_no_error(built: Built) -> None:
    assert ooxml.validate(built.deck) == []


@pytest.mark.needs("poi")
def test_another_program_reads_every_title_and_note(built: Built) -> None:
    [read] = poi.read(built.deck)
    composed = real_deck().slides
    assert [" ".join(slide.title.split()) for slide in read] == [
        shown_title(one) for one in composed
    ]
    assert [slide.notes.split("\n") for slide in read] == [list(one.notes) for one in composed]


def test_the_deck_is_clean(built: Built) -> None:
    assert deck_lint.lint(built.deck) == []


def test_no_slide_is_nearly_empty(built: Built) -> None:
    presentation: Any = Presentation(str(built.deck))
    slide_area = presentation.slide_width * presentation.slide_height
    for number, slide in enumerate(presentation.slides, 1):
        said = [shape for shape in slide.shapes if speaks(shape, presentation.slide_height)]
        words = sum(len(shape.text_frame.text.split()) for shape in said if shape.has_text_frame)
        drawn = any(not shape.has_text_frame for shape in said)
        assert drawn or words >= LEAST_WORDS, f"slide {number} says too little"
        assert area_around(said) / slide_area >= LEAST_AREA, f"slide {number} shows too little"


def speaks(shape: Any, slide_height: int) -> bool:
    """Whether a shape is part of what the slide tells: not decoration, not its footer."""
    if shape.top is None or shape.top > slide_height * 0.9:
        return False
    properties = shape._element.xpath("./*/p:cNvPr")[0]
    if properties.xpath(".//*[local-name()='decorative' and @val='1']"):
        return False
    return not shape.has_text_frame or bool(shape.text_frame.text.strip())


def area_around(shapes: list[Any]) -> int:
    """EMU squared of the least box around all of these."""
    if not shapes:
        return 0
    width = max(s.left + s.width for s in shapes) - min(s.left for s in shapes)
    height = max(s.top + s.height for s in shapes) - min(s.top for s in shapes)
    return int(width * height)

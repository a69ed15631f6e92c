"""Every finding of the lints that run with each build, in a deck or its XML broken on purpose."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pptx import Presentation

from careleaf.compose.deck.lint import lint
from careleaf.model.deck import Box, Deck, Panel, Piece, Placeholder, Rule, Slide, Text
from careleaf.theme import default_theme
from careleaf.theme.brand import brand
from careleaf.write.pptx.lint import lint_presentation, lint_slide
from tests.tools.decks import composed, real_deck, written
from tests.tools.topics import FRONT, HEADINGS, NEEDED

LIST = "- Walk a little.\n- Rest a little.\n"
TABLE = ":::table Tests\n| Test | Shows |\n|---|---|\n| X-ray | Bones |\n:::\n"


@cache
def plain() -> Deck:
    return composed(FRONT + HEADINGS + LIST + TABLE + NEEDED)


@cache
def real() -> Deck:
    return real_deck()


def found(change: Callable[[Slide], Slide]) -> list[str]:
    """What the lint says once the first slide after the cover is changed."""
    cover, first, *rest = plain().slides
    changed = replace(plain(), slides=(cover, change(first), *rest))
    return [f"{problem.code} {problem.message}" for problem in lint(changed, default_theme())]


def with_text(change: Callable[[Text], Text], placeholder: Placeholder) -> Callable[[Slide], Slide]:
    """A slide whose text in a slot is changed."""

    def changed(slide: Slide) -> Slide:
        shapes = (
            change(shape) if isinstance(shape, Text) and shape.placeholder is placeholder else shape
            for shape in slide.shapes
        )
        return replace(slide, shapes=tuple(shapes))

    return changed


def set_in(**fields: Any) -> Callable[[Text], Text]:
    """Its paragraphs with these fields."""
    return lambda text: replace(
        text, paragraphs=tuple(replace(one, **fields) for one in text.paragraphs)
    )


def said(words: str) -> Callable[[Text], Text]:
    return set_in(parts=(Piece(text=words),))


def moved(text: Text) -> Text:
    return replace(text, box=Box(100, text.box.y, 864, text.box.height))


def title_last(slide: Slide) -> Slide:
    return replace(slide, shapes=(*slide.shapes[1:], slide.shapes[0]))


def covered(slide: Slide) -> Slide:
    plate = Panel(name="Plate", box=Box(0, 90, 960, 300), fill="tint")
    return replace(slide, shapes=(*slide.shapes, plate))


def ruled(slide: Slide) -> Slide:
    line = Rule(x=48, y=300, to_x=1000, to_y=300, colour="hair", width=1)
    return replace(slide, shapes=(*slide.shapes, line))


@pytest.mark.parametrize("deck", [plain, real], ids=["a small deck", "the real topic"])
def test_a_deck_as_composed_is_clean(deck: Callable[[], Deck]) -> None:
    assert lint(deck(), default_theme()) == []


WHERE = "slide 2, 'A section': "
BODY, TITLE = Placeholder.BODY, Placeholder.TITLE


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (with_text(said(" "), TITLE), f"E531 {WHERE}it has no title"),
        (with_text(said("A topic"), TITLE), f"E531 {WHERE}another slide has the same title"),
        (title_last, f"E532 {WHERE}'List' is read before the title"),
        (lambda slide: replace(slide, notes=(" ",)), f"E533 {WHERE}it has no speaker notes"),
        (with_text(moved, BODY), f"E534 {WHERE}'List' reaches 4 pt over the edge"),
        (ruled, f"E534 {WHERE}'Rule' reaches 40 pt over the edge"),
        (
            with_text(set_in(size=19), BODY),
            f"E535 {WHERE}'Walk a little. Rest a little.' is 19 pt, less than 20 pt",
        ),
        (
            with_text(set_in(parts=(Piece(text="Walk.", size=18),)), BODY),
            f"E535 {WHERE}'Walk. Walk.' is 18 pt, less than 20 pt",
        ),
        (
            with_text(set_in(colour="dim"), BODY),
            f"E536 {WHERE}'Walk a little. Rest a little.' stands out 2.8 to 1, less than 4.5 to 1",
        ),
        (
            with_text(set_in(parts=(Piece(text="Walk.", colour="white"),)), BODY),
            f"E536 {WHERE}'Walk. Walk.' stands out 1.0 to 1, less than 4.5 to 1",
        ),
        (covered, f"E536 {WHERE}'Walk a little. Rest a little.' is hidden by 'Plate'"),
    ],
)
def test_each_fault_of_a_deck_is_found(change: Callable[[Slide], Slide], fault: str) -> None:
    assert fault in found(change)


def test_small_print_may_be_small_and_no_smaller() -> None:
    footer = with_text(set_in(size=11), Placeholder.FOOTER)
    [only] = found(footer)
    assert only.startswith("E535 slide 2") and only.endswith("is 11 pt, less than 12 pt")


def test_a_finding_points_at_the_source_of_its_slide() -> None:
    text = FRONT + HEADINGS + LIST + NEEDED
    deck = composed(text)
    silent = replace(deck, slides=tuple(replace(one, notes=()) for one in deck.slides))
    spans = [problem.span for problem in lint(silent, default_theme())]
    assert text.index(LIST) in [span.start for span in spans]


COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@settings(max_examples=60, deadline=None)
@given(COLOURS)
def test_no_clinic_colour_makes_words_hard_to_read(colour: str) -> None:
    assert lint(real(), brand(default_theme(), colour).theme) == []


def slide_xml(number: int) -> tuple[Slide, str, str]:
    """A slide of the small deck, its XML and that of its notes."""
    presentation: Any = Presentation(io.BytesIO(written(plain())))
    slide = presentation.slides[number - 1]
    notes = slide.notes_slide.part.blob.decode()
    return plain().slides[number - 1], slide.part.blob.decode(), notes


def test_the_xml_as_written_is_clean() -> None:
    for number in range(1, len(plain().slides) + 1):
        assert lint_slide(*slide_xml(number)) == []


@pytest.mark.parametrize(
    ("number", "pattern", "into", "fault"),
    [
        (2, r'id="3" name', 'id="2" name', "E540 'List' has the number of another shape"),
        (2, r"adec:decorative ", "adec:none ", "E537 'Rule' has neither words nor a description"),
        (2, r"<a:t>Walk.*?</a:t>|<a:t>Rest.*?</a:t>", "<a:t> </a:t>", "E537 'List' has neither"),
        (2, r'lang="en-US"', "", "E538 words in 'List' do not say their language"),
        (3, r' firstRow="1"', "", "E539 the table in 'Table' has no head row"),
    ],
)
def test_each_fault_of_the_xml_is_found(number: int, pattern: str, into: str, fault: str) -> None:
    slide, xml, notes = slide_xml(number)
    broken = re.sub(pattern, into, xml)
    assert broken != xml
    found = [f"{one.code} {one.message}" for one in lint_slide(slide, broken, notes)]
    code, message = fault.split(" ", 1)
    assert any(one.startswith(f"{code} ") and message in one for one in found), found


def test_notes_without_a_language_are_found() -> None:
    slide, xml, notes = slide_xml(2)
    [only] = lint_slide(slide, xml, notes.replace(' lang="en-US"', ""))
    assert (only.code, only.span) == ("E538", slide.at)


def test_a_deck_that_loses_its_notes_is_found() -> None:
    presentation: Any = Presentation(io.BytesIO(written(plain())))
    assert lint_presentation(presentation, plain().slides[0]) == []
    root = presentation.part._element
    root.remove(root.find("{*}notesMasterIdLst"))
    [only] = lint_presentation(presentation, plain().slides[0])
    assert only.code == "E533"

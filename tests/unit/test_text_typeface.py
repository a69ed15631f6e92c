"""Which font draws which character, and what is said where none can."""

from __future__ import annotations

from careleaf.model.inline import Run
from careleaf.source import Span
from careleaf.text import Shaped, missing_glyphs, typeface
from careleaf.theme.fontfiles import BODY, DECK

FACE = typeface(BODY)


def fonts(shaped: Shaped) -> list[tuple[str, str, float]]:
    return [(one.text, one.face.name, one.scale) for one in shaped.stretches]


def test_digits_have_no_slashed_zero() -> None:
    assert fonts(FACE.shape("10-day")) == [
        ("10", "SourceSans3-Regular", 1.04),
        ("-day", "AtkinsonHyperlegibleNext-Regular", 1.0),
    ]


def test_what_the_first_font_lacks_comes_from_the_next() -> None:
    assert [name for _, name, _ in fonts(FACE.shape("µg", 700))] == [
        "SourceSans3-Bold",
        "AtkinsonHyperlegibleNext-Bold",
    ]


def test_ligatures_are_off() -> None:
    [stretch] = typeface(DECK).shape("office").stretches
    assert [glyph.text for glyph in stretch.glyphs] == list("office")


def test_words_are_kerned() -> None:
    apart = FACE.shape("A").width + FACE.shape("V").width
    assert FACE.shape("AV").width < apart


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    assert FACE.shape("a\u00a0b").width == FACE.shape("a b").width


def test_direction_marks_need_no_glyph() -> None:
    assert FACE.missing("a\u200eb\u2060c\u00ad") == ""


def test_a_character_without_a_glyph_is_a_problem_at_its_place() -> None:
    run = Run(at=Span("en.md", 10, 15), text="a ก b")
    [found] = missing_glyphs((run,), FACE)
    assert found.at == Span("en.md", 12, 13)
    assert found.problem().message == "no font can draw 'ก' (U+0E01, THAI CHARACTER KO KAI)"


def test_where_words_are_not_those_of_the_source_the_problem_points_at_all_of_them() -> None:
    run = Run(at=Span("en.md", 10, 30), text="ก")
    [found] = missing_glyphs((run,), FACE)
    assert found.at == run.at


def test_each_lacking_character_is_reported_once_a_run() -> None:
    run = Run(at=Span("en.md", 0, 3), text="กกก")
    assert len(missing_glyphs((run,), FACE)) == 1


def test_a_letter_and_its_accent_are_one_glyph() -> None:
    [stretch] = FACE.shape("x\u0301a").stretches
    assert [glyph.text for glyph in stretch.glyphs] == ["x\u0301", "a"]
    assert [len(glyph.parts) for glyph in stretch.glyphs] == [2, 0]

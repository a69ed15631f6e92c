"""Words of many scripts: how they are cut for HarfBuzz, and which glyphs come back."""

from __future__ import annotations

import pytest

from careleaf.text import typeface
from careleaf.text.face import Glyph, Segment, face
from careleaf.text.scripts import ScriptRun, script_runs
from careleaf.theme.fontfiles import BODY, FONT_FOLDER
from tests.tools.outside import path_of

FACE = typeface(BODY)
ARABIC = Segment("rtl", "Arab", "ar")


def stretches(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.face.name.partition("-")[0]) for one in FACE.shape(text).stretches]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", []),
        ("10-12", [ScriptRun(0, 5, "")]),
        ("don’t", [ScriptRun(0, 5, "Latn")]),
        ("(दवा)", [ScriptRun(0, 5, "Deva")]),
        ("5 दवा abc।", [ScriptRun(0, 6, "Deva"), ScriptRun(6, 10, "Latn")]),
        ("\u0628\u064e5", [ScriptRun(0, 3, "Arab")]),
        ("请あ", [ScriptRun(0, 1, "Hani"), ScriptRun(1, 2, "Hira")]),
    ],
)
def test_stretches_of_one_script(text: str, runs: list[ScriptRun]) -> None:
    assert script_runs(text) == runs


def test_each_script_is_shaped_apart() -> None:
    assert stretches("दवाabc") == [("दवा", "NotoSans"), ("abc", "AtkinsonHyperlegibleNext")]


def test_a_vietnamese_word_is_not_set_in_two_designs() -> None:
    assert stretches("uống") == [("uống", "SourceSans3")]


def test_stops_are_of_the_design_of_their_word() -> None:
    """And digits of their own, which no dose is set without."""
    assert stretches("(दवा।)") == [("(दवा।)", "NotoSans")]
    assert stretches("uống.") == [("uống.", "SourceSans3")]
    shaped = FACE.shape("ألم.", direction="rtl")
    assert [one.face.name for one in shaped.stretches] == ["NotoNaskhArabic-Regular"]
    assert stretches("दवा5") == [("दवा", "NotoSans"), ("5", "SourceSans3")]


def test_an_apostrophe_does_not_change_the_font() -> None:
    assert stretches("don’t") == [("don’t", "AtkinsonHyperlegibleNext")]


def test_joiners_stay_with_their_letters_and_shape_them() -> None:
    def numbers(text: str) -> list[int]:
        [stretch] = FACE.shape(text).stretches
        return [glyph.number for glyph in stretch.glyphs]

    assert len(numbers("क्ष")) == 1
    assert len({tuple(numbers(text)) for text in ("क्ष", "क्\u200dष", "क्\u200cष")}) == 3


def test_a_syllable_drawn_in_another_order_is_one_glyph_that_reads_as_written() -> None:
    [stretch] = FACE.shape("हिन्दी").stretches
    assert [glyph.text for glyph in stretch.glyphs] == ["हि", "न्", "दी"]
    first = stretch.glyphs[0]
    vowel, letter = first.parts
    assert vowel.x < letter.x
    assert first.advance == pytest.approx(sum(map(stretch.face.advance, (vowel[0], letter[0]))))


def test_direction_controls_need_no_glyph() -> None:
    assert FACE.missing("\u2066+1 555 0142\u2069 \u202bx\u202c \u061c") == ""


def test_words_from_right_to_left_are_in_drawing_order() -> None:
    shaped = FACE.shape("ab5", direction="rtl")
    assert [(one.text, [glyph.text for glyph in one.glyphs]) for one in shaped.stretches] == [
        ("5", ["5"]),
        ("ab", ["b", "a"]),
    ]


def test_glyphs_are_those_of_the_language() -> None:
    carlito = face(FONT_FOLDER / "Carlito-Regular.ttf")
    assert carlito.shape("ş", Segment(language="ro")) != carlito.shape("ş")


def test_a_vowel_sign_in_arabic_is_a_glyph_of_its_own_where_it_belongs() -> None:
    """Composed with its letter, it would read before it wherever glyphs are turned round."""
    shaped = FACE.shape("\u064a\u064b\u0627", direction="rtl")
    [stretch] = shaped.stretches
    assert [glyph.text for glyph in stretch.glyphs] == ["\u0627", "\u064b", "\u064a"]
    sign = stretch.glyphs[1]
    assert sign.advance == 0
    [part] = sign.parts
    assert part.x > 0


@pytest.mark.needs("dejavu")
@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        pytest.param("\u0628\u064a\u062a", ["\u062a", "\u064a", "\u0628"], id="letters"),
        pytest.param("\u0628\u064e\u064a", ["\u064a", "\u064e", "\u0628"], id="a vowel sign"),
        pytest.param("\u0644\u0627", ["\u0644\u0627"], id="lam and alef are one"),
        pytest.param("(\u0628)", [")", "\u0628", "("], id="brackets"),
    ],
)
def test_arabic_from_the_left(text: str, drawn: list[str]) -> None:
    assert [glyph.text for glyph in _dejavu(text, ARABIC)] == drawn


@pytest.mark.needs("dejavu")
def test_arabic_letters_join_and_brackets_are_mirrored() -> None:
    joined = {glyph.number for glyph in _dejavu("\u0628\u0628\u0628", ARABIC)}
    assert len(joined) == 3
    assert len({glyph.number for glyph in _dejavu("\u0628\u200c\u0628", ARABIC)}) == 2
    [left] = _dejavu("(", Segment())
    assert _dejavu("\u0628)", ARABIC)[0].number == left.number


def _dejavu(text: str, segment: Segment) -> tuple[Glyph, ...]:
    return face(path_of("dejavu")).shape(text, segment)

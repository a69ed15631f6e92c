"""Paragraphs as patients read them: what is drawn where, from the left. `tests/test_unicode.py`
has the standard's own cases."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest

from careleaf.text import Gap, Part, Shaped, TextRun, typeface
from careleaf.text.atoms import atoms
from careleaf.text.bidi import Base, VisualRun, embedding, visual_runs
from careleaf.text.face import Glyph
from careleaf.theme.fontfiles import BODY

ALEF, BEH, TEH = "\u0627", "\u0628", "\u062a"
ISOLATE, CLOSE = "\u2066", "\u2069"


def _drawn(text: str, base: Base, start: int = 0, end: int | None = None) -> str:
    runs = visual_runs(embedding(text, base), start, len(text) if end is None else end)
    return "".join(
        text[run.start : run.end][:: 1 if run.direction == "ltr" else -1] for run in runs
    )


def test_left_to_right_text_is_one_run_and_costs_nothing() -> None:
    paragraph = embedding("Uống thuốc hai lần – mỗi ngày 1,5 ml.", "auto")
    assert paragraph.letters == ""
    assert visual_runs(paragraph, 4, 9) == [VisualRun(4, 9, 0)]
    assert visual_runs(paragraph, 4, 4) == []


def test_left_to_right_text_loads_no_tables() -> None:
    code = """
import sys
from careleaf.text.bidi import embedding
embedding("Take one tablet – twice a day.")
print([name for name in sys.modules if name.startswith("careleaf.text.bidi_")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "base", "drawn"),
    [
        pytest.param("", "rtl", "", id="nothing"),
        pytest.param("a\u0627", "ltr", "a\u0627", id="one letter each"),
        pytest.param(f"{ALEF}{BEH} 25 mg.", "rtl", f".mg 25 {BEH}{ALEF}", id="a dose turns"),
        pytest.param(
            f"{ALEF}{BEH} {ISOLATE}25 mg{CLOSE}.",
            "rtl",
            f".{CLOSE}25 mg{ISOLATE} {BEH}{ALEF}",
            id="a dose in an isolate",
        ),
        pytest.param(f"{ALEF}{BEH} 10-12", "rtl", f"12-10 {BEH}{ALEF}", id="a range turns"),
        pytest.param(f"{BEH} ({ALEF})", "auto", f"){ALEF}( {BEH}", id="brackets"),
        pytest.param(f"see {ALEF}{BEH}.", "auto", f"see {BEH}{ALEF}.", id="in an English line"),
        pytest.param("5.", "auto", "5.", id="no letter at all"),
        pytest.param("5.", "rtl", ".5", id="no letter, right to left"),
    ],
)
def test_what_is_drawn_from_the_left(text: str, base: Base, drawn: str) -> None:
    assert _drawn(text, base) == drawn


def test_a_telephone_number_in_an_isolate_keeps_its_order() -> None:
    number = "+1 555 0142"
    loose = _drawn(f"{ALEF}{BEH} {number}", "rtl")
    isolated = _drawn(f"{ALEF}{BEH} {ISOLATE}{number}{CLOSE}", "rtl")
    assert number not in loose
    assert number in isolated


def test_lines_are_turned_one_by_one() -> None:
    text = f"{ALEF}{BEH} {TEH}{ALEF} ab cd"
    assert _drawn(text, "rtl", 0, 6) == f" {ALEF}{TEH} {BEH}{ALEF}"
    assert _drawn(text, "rtl", 6) == "ab cd"
    # "ab " ends a line: its space is the paragraph's, so at the left.
    assert _drawn(text, "rtl", 6, 9) == " ab"


def test_a_tab_parts_what_is_turned() -> None:
    assert _drawn(f"{ALEF} \t{BEH}", "ltr") == f"{ALEF} \t{BEH}"


BODY_FACE = typeface(BODY)
WORDS = f"{ALEF}{BEH} see {TEH}{ALEF}"


def _line(parts: Sequence[Part], base: Base, width: float = 400) -> list[list[str]]:
    """The words of each line as they are drawn, with a _ where there is a space."""
    lines = BODY_FACE.measured(parts, base=base).wrap(width)
    return [
        [
            (piece.shaped.text if piece.shaped else "gap") + "_" * (piece.space > 0)
            for piece in line.drawn
        ]
        for line in lines
    ]


def _run(text: str, weight: int = 400) -> TextRun:
    return TextRun(text=text, size=12, weight=weight)


def test_words_of_a_line_are_drawn_in_visual_order() -> None:
    assert _line([_run(WORDS)], "ltr") == [[f"{ALEF}{BEH}_", "see_", f"{TEH}{ALEF}"]]
    assert _line([_run(WORDS)], "rtl") == [[f"{TEH}{ALEF}_", "see_", f"{ALEF}{BEH}"]]


def test_latin_words_in_a_right_to_left_line_keep_their_order() -> None:
    assert _line([_run(f"{BEH} one two")], "rtl") == [["one_", "two_", BEH]]


def test_a_word_of_two_directions_is_one_word_of_two_pieces() -> None:
    text = f"{BEH}+ab."
    [atom] = atoms([_run(text)], BODY_FACE, embedding(text, "rtl"))
    assert atom
    shaped = [piece.shaped for piece in atom.pieces if piece.shaped]
    assert [one.text for one in shaped] == [f"{BEH}+", "ab", "."]
    assert [one.direction for one in shaped] == ["rtl", "ltr", "rtl"]
    assert _line([_run(text)], "rtl") == [[".", "ab", f"{BEH}+"]]


def test_bold_words_turn_with_their_sentence() -> None:
    parts = [_run(f"{ALEF} "), _run(f"{BEH}{TEH}", 700), _run(f" {TEH}")]
    assert _line(parts, "rtl") == [[f"{TEH}_", f"{BEH}{TEH}_", ALEF]]


def test_places_are_from_the_left_edge_and_fill_the_line() -> None:
    [line] = BODY_FACE.measured([_run(f"{ALEF} two"), Gap(width=30)], base="rtl").wrap(400)
    assert [type(piece.part).__name__ for piece in line.drawn] == ["Gap", "TextRun", "TextRun"]
    x = 0.0
    for piece in line.drawn:
        assert piece.x == pytest.approx(x)
        x += piece.width + piece.space
    assert x == pytest.approx(line.width)


def test_each_line_of_a_paragraph_is_turned_for_itself() -> None:
    lines = _line([_run(f"{BEH} one two")], "rtl", 40)
    assert lines == [["one_", BEH], ["two"]]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("\u0627\u062a\u0635\u0644 555-0142.", "555-0142", id="a telephone number"),
        pytest.param("\u0627\u062a\u0635\u0644 (555) 555-0142.", "(555) 555-0142", id="its area"),
        pytest.param("\u0627\u062a\u0635\u0644 +1 555 0142.", "+1 555 0142", id="abroad"),
        pytest.param("\u062e\u0630 400 mg.", "400 mg", id="a dose"),
        pytest.param("\u062e\u0630 10%.", "10%", id="a share"),
        pytest.param("\u062e\u0630 38 \u00b0C.", "38 \u00b0C", id="a temperature"),
        pytest.param("\u062e\u0630 2026-11-25.", "2026-11-25", id="a date"),
        pytest.param("\u062e\u0630 1/2 \u062d\u0628\u0629.", "1/2", id="a fraction"),
        pytest.param("\u0632\u0631 https://x.org/?a=1.", "https://x.org/?a=1", id="an address"),
        pytest.param("\u062e\u0630 Ibuprofen 400 mg.", "Ibuprofen 400 mg", id="a drug and dose"),
    ],
)
def test_numbers_in_a_right_to_left_paragraph_read_from_left_to_right(
    text: str, whole: str
) -> None:
    """Nobody isolated them: this is what a translator writes."""
    [line] = BODY_FACE.measured([_run(text)], base="rtl").wrap(400)
    drawn = "".join(
        piece.shaped.text + " " * (piece.space > 0) for piece in line.drawn if piece.shaped
    )
    assert whole in drawn.replace("\u00a0", " ")


def test_a_paragraph_wholly_in_latin_letters_ends_at_its_right() -> None:
    assert _line([_run("Walk 5 minutes.")], "rtl") == [["Walk_", "5_", "minutes."]]
    assert _line([_run("5.")], "rtl") == [[".", "5"]]


def test_the_ends_of_a_range_in_words_stand_in_reading_order() -> None:
    """The smaller number is read first, so it is at the right."""
    assert _line([_run(f"{ALEF} 5 {BEH} 10")], "rtl") == [["10_", f"{BEH}_", "5_", ALEF]]


def test_words_in_reading_order_are_placed_where_they_are_drawn() -> None:
    [line] = BODY_FACE.measured([_run(WORDS + " ")], base="rtl").wrap(400)
    assert [piece.shaped.text for piece in line.pieces if piece.shaped] == WORDS.split()
    first, middle, last = line.pieces
    assert last.x == pytest.approx(0)
    assert first.x + first.width == pytest.approx(line.width)
    # The space behind a word is at its left; the last one lies beyond the line.
    assert first.space_x == pytest.approx(first.x - first.space)
    assert last.space_x == pytest.approx(-last.space)
    assert last.x < middle.x < first.x


def test_what_is_too_wide_is_cut_in_its_own_direction() -> None:
    broken = BODY_FACE.measured([_run(f"{BEH} " + "m" * 30)], base="rtl").wrap(100)
    assert broken[0].text == BEH
    assert "".join(line.text for line in broken[1:]) == "m" * 30
    assert len(broken) > 2
    assert all(line.width <= 100 for line in broken)


@pytest.mark.parametrize("width", range(60, 110, 4))
def test_a_number_stays_with_what_it_counts(width: float) -> None:
    lines = BODY_FACE.measured([_run(f"{BEH * 6} 10 {TEH * 6} {BEH}")], base="rtl").wrap(width)
    [counted] = [line.text for line in lines if "10" in line.text]
    assert f"10 {TEH * 6}" in counted


def test_letters_join_with_those_of_another_weight() -> None:
    """A bold syllable must not tear its word: each letter keeps its form from the whole word."""
    word = "\u0628\u0628\u0628\u0628"
    whole = BODY_FACE.shape(word, direction="rtl").stretches[0].glyphs
    parts = [_run(word[:2]), _run(word[2:3], 700), _run(word[3:])]
    [line] = BODY_FACE.measured(parts, base="rtl").wrap(400)
    shown = [glyph for piece in line.drawn if piece.shaped for glyph in _glyphs(piece.shaped)]
    assert [glyph.number for glyph in shown] == [glyph.number for glyph in whole]
    assert "".join(glyph.text for glyph in shown) == word
    [apart] = BODY_FACE.measured([_run(f"{BEH} "), _run(BEH, 700)], base="rtl").wrap(400)
    alone = BODY_FACE.shape(BEH, direction="rtl").stretches[0].glyphs[0].number
    assert {one.number for p in apart.drawn if p.shaped for one in _glyphs(p.shaped)} == {alone}


def _glyphs(shaped: Shaped) -> list[Glyph]:
    return [glyph for stretch in shaped.stretches for glyph in stretch.glyphs]

"""Characters in a file; which of them hide in a number or a word, or pose as others."""

from __future__ import annotations

import pytest

from careleaf.read.forged import forged
from careleaf.read.intake import take_in


def found(text: str) -> list[str]:
    return [f"{text[one.start : one.end]!a} {one.said}" for one in forged(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Take 5\u00ad0 mg.", "a sign that nobody sees"),
        ("Take 5\u200b0 mg.", "a sign that nobody sees"),
        ("Take 5\u200d mg.", "a sign that nobody sees"),
        ("Take \u200f50 mg.", "a sign that nobody sees"),
        ("Take 5\ufe0f\u20e3 mg.", "a sign that nobody sees"),
        ("acet\u00adaminophen", "a sign that nobody sees"),
        ("не\u200bльзя", "a sign that nobody sees"),
        ("خذوا 5\u200f مغ", "a sign that nobody sees"),
        ("Take 5\u0336 mg.", "a mark on a digit"),
        ("Take 5\u0301 mg.", "a mark on a digit"),
        ("Do n\u0336ot run.", "a mark on a digit, or through a sign"),
        ("Take 5² mg.", "'5²' is read as 52"),
        ("10⁵ units", "'10⁵' is read as 105"),
        ("H2O is 5₂", "'5₂' is read as 52"),
        ("Take 5 \u043cg.", "'\u043cg' mixes letters"),
        ("\u0430cetaminophen", "'\u0430cetaminophen' mixes letters that only look alike: U+0430"),
        ("Ca\u03bcl", "'Ca\u03bcl' mixes letters"),
        ("Take 5 m\u0261.", "'m\u0261' mixes letters"),
        ("T\uff59lenol", "'T\uff59lenol' mixes letters"),
        ("\U0001d404mergency", "mixes letters"),
    ],
)
def test_what_hides_or_poses_is_told(text: str, said: str) -> None:
    assert said in found(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Café, Đau lưng, naïve, cafe\u0301, 20 m², 50 µg, 50 \u03bcg, 5 \u03bcmol, 5 Ω, ½ and 1½.",
        "می\u200cخواهم، क्\u200dष, क्\u200cष, \u0e1b\u0e27\u0e14\u200b\u0e2b\u0e25\u0e31\u0e07",
        "Боль в спине. Πόνος στη μέση. MRI检查, X光, الـMRI, MRIको, COVID-19, 5′ and 5″.",
        "5 °C, 5 ℃, 5 ℉, №5, ™, 腰痛 ＡＢＣ, １０",
    ],
)
def test_what_a_language_needs_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "sign", ["\u2066", "\u2069", "\u2062", "\u034f", "\u115f", "\u3164", "\u2800", "\U000e0041"]
)
def test_a_sign_that_is_never_text_is_refused_anywhere(sign: str) -> None:
    reading, within = take_in("en.md", f"Feel {sign} well.".encode())
    assert within
    assert [problem.code for problem in reading.found()] == ["E002"]


def test_what_is_forged_stops_a_file() -> None:
    reading, _ = take_in("en.md", "Take 5\u200b0 mg.".encode())
    assert [problem.code for problem in reading.found()] == ["E010"]

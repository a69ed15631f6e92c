"""Words of two directions in one paragraph: what must be read as written is, on every output."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careleaf.model.deck import Piece
from careleaf.model.inline import Line, Run
from careleaf.source import Span
from careleaf.text.bidi import Base, Embedding, embedding, visual_runs
from careleaf.text.isolates import isolated, left_to_right
from careleaf.text.stretches import right_to_left
from careleaf.write.html.order import ordered
from careleaf.write.pptx.direction import parts_in_order
from careleaf.write.text.direction import in_order

NOWHERE = Span("x.md", 0, 0)
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def drawn(text: str, levels: Embedding) -> str:
    """The letters from the left."""
    runs = visual_runs(levels, 0, len(text))
    return "".join(text[one.start : one.end][:: -1 if one.level % 2 else 1] for one in runs)


def on_paper(text: str, base: Base) -> str:
    return drawn(text, isolated(text, base))


def cut(text: str) -> list[str]:
    """Three pieces, as bold words make."""
    third = len(text) // 3
    return [one for one in (text[:third], text[third : 2 * third], text[2 * third :]) if one]


def on_a_slide(text: str, base: Base) -> str:
    parts = parts_in_order([Piece(text=one) for one in cut(text)], base)
    shown = "".join(one.text for one in parts if isinstance(one, Piece))
    return CONTROLS.sub("", drawn(shown, embedding(shown, base)))


def on_a_page(text: str, base: Base) -> str:
    """An element with a direction of its own is an isolate."""
    shown = ""
    line: Line = tuple(Run(at=NOWHERE, text=one) for one in cut(text))
    for turned, parts in ordered(line, base):
        inner = "".join(part.text for part in parts if isinstance(part, Run))
        shown += f"\u2067{inner}\u2069" if turned else inner
    return CONTROLS.sub("", drawn(shown, embedding(shown, base)))


OUTPUTS = (on_paper, on_a_slide, on_a_page)

NUMBERS = ["555-0123", "(555) 555-0142", "+1 555 0199", "400 mg", "2026-11-25", "8", "38 °C", "10%"]
LATIN = ["Call", "free of charge", "Ibuprofen", "at", "Interpreter:", "(and", "so)"]
ARABIC = ["مترجم", "اتصلوا", "مجاني،", "من", "إلى", "(كل", "يوم)", "שלום", "«خذوا»"]


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(NUMBERS + LATIN + ARABIC), min_size=1, max_size=9),
    st.sampled_from(["ltr", "rtl"]),
)
def test_no_number_is_turned_round(words: list[str], base: Base) -> None:
    text = " ".join(words)
    for output in OUTPUTS:
        shown = output(text, base)
        for number in set(words) & set(NUMBERS):
            where = f"{output.__name__} {base}: {text}"
            assert shown.count(number) >= words.count(number), where


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(ARABIC[:5]), min_size=1, max_size=5),
    st.lists(st.sampled_from(NUMBERS), min_size=5, max_size=5),
    st.sampled_from(["", "Interpreter: ", "Free at night "]),
    st.sampled_from(["", ". Then rest", ", and walk"]),
)
def test_words_from_the_right_read_on_from_the_right_with_their_numbers(
    words: list[str], numbers: list[str], before: str, after: str
) -> None:
    """In a left-to-right paragraph; each word stands to the left of the one before it."""
    parts = [one for pair in zip(words, numbers, strict=False) for one in pair]
    text = f"{before}{' '.join(parts)}{after}"
    for output in OUTPUTS:
        shown = output(text, "ltr")
        turned = " ".join(one if one in NUMBERS else one[::-1] for one in reversed(parts))
        assert turned in shown, f"{output.__name__}: {text}"
        assert shown.startswith(before)
        assert shown.endswith(after)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Interpreter: مترجم: من 8 إلى 10", ["مترجم: من 8 إلى 10"]),
        ("8 أكواب من الماء، ثم 10.", ["8 أكواب من الماء، ثم 10."]),
        ("خذوا Ibuprofen 400 mg كل 8 ساعات.", ["خذوا Ibuprofen 400 mg كل 8 ساعات."]),
        ("Call مريم 24 hours a day", ["مريم"]),
        ("Ward عمر (3) now", ["عمر (3)"]),
        ("The (big عربي 5) thing", ["عربي 5"]),
        ("One «عربي 5» thing", ["عربي 5"]),
        ("Say عربي (not English) now", ["عربي"]),
        ("مريم will call عمر.", ["مريم", "عمر"]),
        ("Walk 5 minutes.", []),
    ],
)
def test_where_words_from_the_right_begin_and_end(text: str, found: list[str]) -> None:
    numbers = list(left_to_right(text))
    assert [text[start:end] for start, end in right_to_left(text, numbers)] == found


def pasted(text: str, field: Base) -> str:
    """A line of an Arabic plain text as a field draws it that runs this way."""
    shown = in_order(text, "rtl")
    return CONTROLS.sub("", drawn(shown, embedding(shown, field)))


FIELDS: list[Base] = ["rtl", "ltr"]
"""With `dir="auto"` a field runs as the first of these here; with no `dir` as the second."""


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("يمكنكم أيضًا الاتصال بالرقم 555-0199.", ["555-0199"]),
        ("ملاحظة: اتصلوا 555-0142، أو 1-800-222-1222.", ["555-0142", "1-800-222-1222"]),
        ("اتصلوا (555) 555-0142، وليلًا +1 555 0199.", ["(555) 555-0142", "+1 555 0199"]),
        ("خذوا 400 mg كل 8 ساعات", ["400 mg", "8"]),
        ("+1 555 0199", ["+1 555 0199"]),
    ],
)
def test_a_pasted_number_is_drawn_as_it_is_dialled(
    text: str, numbers: list[str], field: Base
) -> None:
    shown = pasted(text, field)
    assert [one for one in numbers if one in shown] == numbers
    # And what is said before a number is read before it, from the right.
    parts = re.split(f"({'|'.join(map(re.escape, numbers))})", text)
    words = [one if one in numbers else one.strip(" .،()")[::-1] for one in parts]
    places = [shown.index(one) for one in words if one]
    assert places == sorted(places, reverse=True)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(NUMBERS + LATIN + ARABIC), min_size=1, max_size=9),
    st.sampled_from(FIELDS),
)
def test_no_pasted_number_is_turned_round(words: list[str], field: Base) -> None:
    shown = pasted(" ".join(words), field)
    for number in set(words) & set(NUMBERS):
        assert shown.count(number) >= words.count(number), words


@pytest.mark.parametrize(
    ("text", "base", "written"),
    [
        ("Call 555-0142, or (555) 555-0199. Take 400 mg.", "ltr", None),
        ("ارفعوا الوركين 8 مرات.", "rtl", None),
        ("ثقة قليلة  0  1  2  3  ثقة كبيرة", "rtl", None),
        ("بالرقم 555-0199.", "rtl", "بالرقم \u200f555-0199."),
        ("Note for you: اتصلوا 555-0142", "ltr", "Note for you: اتصلوا \u200f555-0142"),
        ("خذوا 400 mg", "rtl", "خذوا \u200f\u202a400 mg\u202c\u200f"),
    ],
)
def test_plain_text_has_no_more_signs_than_it_needs(
    text: str, base: Base, written: str | None
) -> None:
    assert in_order(text, base) == (written or text)


def test_a_line_of_many_numbers_takes_a_moment() -> None:
    line = "اتصلوا 555-0142 " * 1_000
    started = time.thread_time()
    assert in_order(line, "rtl") == "اتصلوا \u200f555-0142 " * 1_000
    assert time.thread_time() - started < 6

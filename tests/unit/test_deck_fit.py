"""Whatever a topic says, every line of every slide stays in its box, and every box on its slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from careleaf.compose.deck.measure import measure
from careleaf.model.deck import HEIGHT, WIDTH, Box, Deck, Group, Mark, Placed, Rule, Slide, Text
from careleaf.model.deck import PlacedTable as Table
from tests.tools.decks import attempted, of_section, real_deck, texts
from tests.tools.topics import CLINIC, FRONT, HEADINGS, NEEDED

SMALL_PRINT = {"Footer", "Draft mark", "Slide number", "Address", "Credit", "Source"}
LEAST, LEAST_SIGN = 20, 22


@cache
def real() -> Deck:
    return real_deck()


def test_the_real_topic_stays_in_its_boxes() -> None:
    assert [fault for slide in real().slides for fault in faults(slide)] == []


def test_titles_of_the_real_topic_are_one_of_a_kind() -> None:
    count = Counter(slide.title for slide in real().slides)
    assert [title for title, times in count.items() if times > 1] == []


def test_every_slide_of_the_real_topic_is_spoken_to() -> None:
    assert [slide.title for slide in real().slides if not "".join(slide.notes).strip()] == []


def test_no_slide_of_the_real_topic_is_nearly_empty() -> None:
    """The body reaches at least half way down, on every slide."""
    shallow = [slide.title for slide in real().slides if _deepest(slide) < 300]
    assert shallow == []


LONG = "Wirbelsäulenbandscheibenvorfallsnachsorge" * 2

WORDS = st.text("abcdefghij klmnop qrstuvwxyz ", min_size=1, max_size=90).map(
    lambda text: " ".join(text.split()) or "word"
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.sampled_from(["- {}.", "1. {}.", "- :walk: **Lead.** {}."]))
def test_any_list_fits_or_is_reported(sentences: list[str], form: str) -> None:
    _holds("\n".join(form.format(sentence) for sentence in sentences))


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8), st.sampled_from(["emergency", "same-day"]))
def test_any_signs_fit_or_are_reported(signs: list[str], kind: str) -> None:
    lines = "\n".join(f"- {sign}." for sign in signs)
    _holds(f":::red-flag {kind}\n{lines}\n:::")


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=5), WORDS, WORDS)
def test_any_exercise_fits_or_is_reported(steps: list[str], why: str, stop: str) -> None:
    lines = "\n".join(f"1. {step}." for step in steps)
    options = f"name: Move\nwhy: {why}\nreps: 5\nfrequency: 2 times a day\nstop: {stop}."
    _holds(f":::exercise move\n{options}\n{lines}\n:::")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=8))
def test_any_table_fits_or_is_reported(rows: list[tuple[str, str, str]]) -> None:
    lines = "\n".join(f"| {a} | {b} | {c} |" for a, b, c in rows)
    _holds(f":::table Caption\n| A | B | C |\n|---|---|---|\n{lines}\n:::")


@pytest.mark.parametrize(
    "block",
    [
        f":::do-dont\n:::do\n- {LONG}\n:::\n:::dont\n- No.\n:::\n:::",
        f":::steps\n1. {'many words ' * 80}.\n2. Two.\n:::",
        f":::teach-back\nanswer: Yes.\n{'many words ' * 120}?\n:::",
    ],
    ids=["a word wider than the slide", "an endless step", "an endless question"],
)
def test_what_cannot_fit_is_reported_at_its_place(block: str) -> None:
    text = FRONT + HEADINGS + block + "\n" + NEEDED
    _, problems = attempted(text)
    assert [problem.code for problem in problems] == ["E521"]
    assert text.index(block) <= problems[0].span.start <= text.index(block) + len(block)


def test_a_word_too_long_for_the_slide_is_named_and_may_be_broken_at_a_hyphen() -> None:
    block = ":::do-dont\n:::do\n- {}.\n:::\n:::dont\n- No.\n:::\n:::"
    _, [problem] = attempted(FRONT + HEADINGS + block.format(LONG) + "\n" + NEEDED)
    assert f"'{LONG}.'" in problem.hint
    hyphened = block.format("Wirbelsäulen-bandscheibenvorfalls-nachsorge-" * 2 + "gruppe")
    assert attempted(FRONT + HEADINGS + hyphened + "\n" + NEEDED)[1] == []
    _holds(hyphened)


def _holds(block: str) -> None:
    deck, problems = attempted(FRONT + HEADINGS + block + "\n" + NEEDED)
    if problems:
        assert {problem.code for problem in problems} == {"E521"}
        return
    assert [fault for slide in of_section(deck) for fault in faults(slide)] == []


def faults(slide: Slide) -> list[str]:
    """What is off its slide, too long for its box, or too small to read."""
    found = [f"{box} off the slide" for box in _boxes(slide.shapes) if not _on_slide(box)]
    for text in texts(slide.shapes):
        need = measure(text.paragraphs, text.box.width)
        if need.height > text.box.height + 0.5 or need.cut:
            found.append(f"{text.name}: {need} in {text.box}")
        sizes = [paragraph.size for paragraph in text.paragraphs]
        least = LEAST_SIGN if text.name == "Sign" else LEAST
        if text.name not in SMALL_PRINT and min(sizes) < least:
            found.append(f"{text.name}: {min(sizes)} pt")
    return [f"{slide.title}: {fault}" for fault in found]


def _boxes(shapes: tuple[Placed, ...]) -> Iterator[Box]:
    for shape in shapes:
        match shape:
            case Group():
                yield from _boxes(shape.shapes)
            case Rule():
                yield Box(shape.x, shape.y, shape.to_x - shape.x, shape.to_y - shape.y)
            case _:
                yield shape.box


def _on_slide(box: Box) -> bool:
    return box.x >= 0 and box.y >= 0 and box.end <= WIDTH + 0.1 and box.bottom <= HEIGHT + 0.1


def _deepest(slide: Slide) -> float:
    """How far down words, a table or a picture with words of its own reach, the footer aside."""
    ends = [text.box.y + _deep(text) for text in texts(slide.shapes) if text.box.y < 495]
    tables = [shape.box.bottom for shape in slide.shapes if isinstance(shape, Table)]
    pictures = [one.box.bottom for one in slide.shapes if isinstance(one, Mark) and one.alt]
    return max([*ends, *tables, *pictures])


def _deep(text: Text) -> float:
    height = measure(text.paragraphs, text.box.width).height
    free = text.box.height - height
    return height + {"top": 0.0, "middle": free / 2, "bottom": free}[text.anchor]


LONG_WINDED = replace(
    CLINIC,
    name="The Sister Mary Margaret Health and Rehabilitation Center of Greater Harborview County",
    phone="+1 (800) 555-0142 ext. 2718",
    hours="Monday to Thursday, 7.30 am to 6.30 pm, Friday 8 am to 1 pm, Saturday as agreed",
)


@pytest.mark.parametrize(
    "block",
    ["Text.", ":::contact\n:::", ":::red-flag same-day\n- You have a fever.\n- You fell.\n:::"],
    ids=["the footer", "contact", "the call under the signs"],
)
def test_a_clinic_with_much_to_say_stays_in_its_boxes(block: str) -> None:
    text = FRONT + HEADINGS + block + "\n" + NEEDED
    deck, problems = attempted(text, clinic=LONG_WINDED)
    assert problems == []
    assert [fault for slide in deck.slides for fault in faults(slide)] == []


@pytest.mark.parametrize(
    ("reps", "hold", "frequency"),
    [
        ("10", "15 to 30 seconds", "3 times a week"),
        ("10 to 15", "15 to 30 seconds", "3 to 5 times a week"),
        ("10 to 15\nside: each side\nsets: 2", "15 to 30 seconds", "3 to 5 times a week"),
    ],
)
def test_ranges_of_a_dose_fit(reps: str, hold: str, frequency: str) -> None:
    options = f"reps: {reps}\nhold: {hold}\nfrequency: {frequency}\nstop: Stop if it hurts."
    steps = "1. Lie down flat.\n2. Lift one leg.\n3. Lower it slowly."
    block = f":::exercise raise\nname: Leg raise\nwhy: Builds your thigh\n{options}\n{steps}\n:::"
    deck, problems = attempted(FRONT + HEADINGS + block + "\n" + NEEDED)
    assert problems == []
    assert [fault for slide in of_section(deck) for fault in faults(slide)] == []

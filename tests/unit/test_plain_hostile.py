"""Any text at all in; counts, and problems in good time, out."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.check.hard_words import check_hard_words
from careleaf.check.plain_writing import check_plain_writing
from careleaf.check.readability import measure
from careleaf.readability import sentences, syllables_in, tally, words
from careleaf.readability.density import lexical_density
from careleaf.readability.plain_english import hard_words
from tests.tools.topics import FRONT, HEADINGS, LIBRARY, NEEDED, read

TEXT = st.text(alphabet="aeiouyhqgüíñ Az'’-.,!?1٣²½\u00a0()[]*", max_size=60) | st.text(max_size=40)
SECONDS = 15.0
"""Far more than the longest takes, and far less than what grows with the square of the length."""

BODIES = {
    "underscored": "_a " * 3_300,
    "bold": "**a** " * 1_600,
    "bold-and-defined": "**a** is " * 1_100,
    "brackets": "a (" * 3_300,
    "closed-brackets": "a (b) " * 1_600,
    "shortened": "e.g. " * 1_900,
    "linked": "[[disk]] utilize " * 580,
    "hard": "prior to " * 1_100,
    "called": "called " * 1_400,
    "letters": "AB " * 3_300,
    "one-word": "a" * 9_900,
    "one-number": "9" * 9_900,
    "points": "1.1." * 2_400,
    "hyphens": "a-" * 4_900,
    "tasks": "should be " * 990,
}


@given(TEXT)
def test_any_text_can_be_counted(text: str) -> None:
    for language in ("en", "es"):
        counts = tally([text], syllables_in(language))
        assert counts.words == sum(1 for _ in words(text))
        assert counts.syllables >= counts.words >= counts.polysyllables
        assert counts.letters >= counts.words
        assert (counts.sentences > 0) == (counts.words > 0)
        assert lexical_density([text], language) is None or counts.words


@given(TEXT)
def test_sentences_share_nothing_and_leave_no_word_out(text: str) -> None:
    spans = list(sentences(text))
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    inside = sum(sum(1 for _ in words(text[start:end])) for start, end in spans)
    assert inside == sum(1 for _ in words(text))


PARTS = st.sampled_from(("prior", "to", "in", "order", "utilize", "and", "or", "/", ".", "\n", "x"))


@given(st.lists(PARTS))
def test_hard_words_stand_where_they_are_said_to(parts: list[str]) -> None:
    text = " ".join(parts)
    for found in hard_words(text, {}):
        there = text[found.start : found.end].lower().replace("\n", " ")
        assert there == found.hard.phrase


@pytest.mark.parametrize("name", BODIES)
def test_a_file_made_to_hurt_takes_a_few_seconds(name: str) -> None:
    body = "\n\n".join([BODIES[name]] * 24)
    topic, _, _ = read(FRONT + HEADINGS + body + NEEDED)
    started = time.thread_time()
    measure(topic)
    sum(1 for _ in check_hard_words(topic, LIBRARY))
    sum(1 for _ in check_plain_writing(topic))
    assert time.thread_time() - started < SECONDS

"""A range in the words of each language that the product speaks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from careleaf.check.text import check_text
from careleaf.language.catalogue import catalogue_languages
from careleaf.language.ranges import range_in_words
from tests.tools.topics import CLINIC, FRONT, HEADINGS, LIBRARY, NEEDED, read


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en-US", "5 to 10"),
        ("es", "5 a 10"),
        ("ar", "5 إلى 10"),
        ("zh-Hans", "5到10"),
        ("hi", "5 से 10"),
        ("vi", "5 đến 10"),
        ("fr", None),
    ],
)
def test_the_hint_is_in_the_language_of_the_words(code: str, words: str | None) -> None:
    assert range_in_words("5", "10", code) == words
    topic, _, _ = read(FRONT + HEADINGS + "Walk 5-10 minutes.\n" + NEEDED)
    (problem,) = check_text(replace(topic, language=code), LIBRARY, CLINIC)
    assert problem.hint == f"write '{words}'" if words else "in English" in problem.hint


def test_every_language_of_ours_has_its_words() -> None:
    assert all(range_in_words("5", "10", code) for code in catalogue_languages())

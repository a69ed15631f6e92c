"""Digits that readers of a language do not read: each of a run counts."""

from __future__ import annotations

import pytest

from careleaf.check.passage import passage
from careleaf.check.strange_digits import strange_digits
from careleaf.model.inline import Words
from careleaf.source import Span

CASES = {
    "its own": ("ar", "كل \u0663\u0665 دقيقة", []),
    "one of them another's": ("ar", "كل \u0663\u096b دقيقة", ["write '35'"]),
    "all of them another's": ("hi", "\u0663\u0665 मिनट", ["write '35'"]),
}


@pytest.mark.parametrize(("language", "text", "hints"), CASES.values(), ids=CASES)
def test_a_number_is_in_digits_of_its_language(language: str, text: str, hints: list[str]) -> None:
    words = passage((Words(at=Span("ar.md", 0, len(text)), text=text),))
    assert [problem.hint for problem in strange_digits(words, language)] == hints

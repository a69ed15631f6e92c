"""Named cases in `tests/suite/deck` and `deck-arabic`: a source, and what its slides show.

What must come out is every slide: title and layout, then each shape in its place in points, then
what is said. The footer is left out except where the case is a whole topic file.
In Arabic x counts from the right.
"""

from __future__ import annotations

import re

import pytest

from careleaf.language import language
from tests.tools.cases import Case, cases, compare
from tests.tools.decks import composed, of_section, placed, real_deck


def test_every_layout_of_the_real_topic_has_a_case() -> None:
    shown = {name for case in cases("deck") for name in _LAYOUT.findall(case.expected)}
    assert {slide.layout for slide in real_deck().slides} <= shown


_LAYOUT = re.compile(r"^# .* <(.+)>$", re.MULTILINE)


@pytest.mark.parametrize("case", [*cases("deck")], ids=str)
def test_a_deck_shows(case: Case) -> None:
    deck = composed(case.text, folder=case.folder)
    compare(case, placed(deck.slides, footer=True) if case.whole else placed(of_section(deck)))


@pytest.mark.parametrize("case", [*cases("deck-arabic")], ids=str)
def test_an_arabic_deck_shows(case: Case) -> None:
    compare(case, placed(of_section(composed(case.text, tongue=language("ar")))))

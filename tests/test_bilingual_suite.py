"""Named cases in `tests/suite/bilingual`: the same source in Spanish and, below `~~~~`, in English,
and the lines of type that paper shows, both languages of a row with a bar between them."""

from __future__ import annotations

import pytest

from tests.tools.both_languages import composed, laid_out, rows
from tests.tools.cases import Case, cases, compare
from tests.tools.topics import FRONT, HEADINGS, NEEDED

SPANISH = (
    (FRONT, "A topic", "Un tema"),
    (HEADINGS, "A section", "Una sección"),
    (NEEDED, "Keep moving.", "Siga moviéndose."),
)


@pytest.mark.parametrize("case", [*cases("bilingual")], ids=str)
def test_both_languages_show(case: Case) -> None:
    spanish, _, english = case.source.partition("~~~~\n")
    front, headings, needed = (text.replace(old, new) for text, old, new in SPANISH)
    both = composed(f"{front}{headings}{spanish}{needed}", f"{FRONT}{HEADINGS}{english}{NEEDED}")
    compare(case, rows(laid_out(both)))

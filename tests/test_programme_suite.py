"""Named cases in `tests/suite/programme`: a programme of the two small topics of
`tests/tools/programmes`, and what is wrong with it, or else its slides: titles and layouts, and all
that stands on the cover, the agenda and the openers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.cases import Case, cases, compare
from tests.tools.decks import placed
from tests.tools.programmes import deck_of, read, said

WHOLE = {"Title Slide", "Section Header"}
AGENDA = "What we will talk about"


@pytest.mark.parametrize("case", [*cases("programme")], ids=str)
def test_a_programme(case: Case) -> None:
    _, problems, source = read(case.source)
    compare(case, "\n".join(said(problems, source) if problems else _slides(case.source)))


def _slides(text: str) -> Iterator[str]:
    for slide in deck_of(text).slides:
        if slide.layout in WHOLE or slide.title == AGENDA:
            yield placed([slide])
        else:
            yield f"# {slide.title} <{slide.layout}>"

"""Titles and running heads that have little room."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from careleaf.model.leaflet import Fold, Paper, Profile
from careleaf.write.pdf.laid_out import LaidOut
from careleaf.write.pdf.marks import Group, Mark, Rule, TextLine
from tests.tools.handouts import folded, handouts
from tests.tools.leaflets import composed, laid_out
from tests.tools.printed import runs, text_lines, words
from tests.tools.topics import FRONT, HEADINGS, NEEDED

LONG = "Pneumonoultramicroscopically speaking"
_ABOVE, _BELOW = 8.0, 4.0
"""What letters of a small line take above and below its baseline, in points."""
LONGER = "Otorhinolaryngopharyngologically and physiotherapeutically"


def printed(profile: Profile, fold: Fold | None) -> LaidOut:
    source = FRONT.replace("A topic", LONG) + HEADINGS.replace("A section", LONGER) + NEEDED
    return laid_out(replace(composed(source, profile=profile), fold=fold))


@pytest.mark.parametrize(
    ("profile", "fold"),
    [*((profile, None) for profile in get_args(Profile)), ("standard", "booklet")],
)
def test_a_long_word_of_a_title_is_set_smaller_and_not_cut(
    profile: Profile, fold: Fold | None
) -> None:
    """No smaller than running words: below that it is cut, as words are."""
    ready = printed(profile, fold)
    marks = [standing.box.marks for page in ready.pages for standing in page.standings]
    lines = [line for some in marks for line in text_lines(some)]
    titles = [line for line in lines if words(line).strip() in f"{LONG} {LONGER}"]
    assert titles
    assert [words(line) for line in lines if line.line.forced] == []
    least = ready.setting.styles.body.size
    assert all(run.size >= least for line in titles for run in runs(line))


def test_no_rule_runs_through_the_words_of_a_panels_head() -> None:
    """Arabic stands in lines further apart."""
    for one in folded("brochure", "letter"):
        placed = _placed(one.pages[0].head)
        [rule] = [y for y, mark in placed if isinstance(mark, Rule)]
        lines = [y for y, mark in placed if isinstance(mark, TextLine)]
        assert [y for y in lines if y - _ABOVE < rule < y + _BELOW] == [], one.name


def _placed(marks: tuple[Mark, ...], y: float = 0.0) -> list[tuple[float, Mark]]:
    found: list[tuple[float, Mark]] = []
    for mark in marks:
        if isinstance(mark, Group):
            found += _placed(mark.marks, y + mark.y)
        elif isinstance(mark, TextLine | Rule):
            found.append((y + mark.y, mark))
    return found


@pytest.mark.parametrize("paper", get_args(Paper))
def test_page_one_of_every_real_handout_has_its_subtitle_and_whom_to_call(paper: Paper) -> None:
    """Words of some languages take more room: what is between them gives way first."""
    for one in handouts("standard", paper):
        said = " ".join(
            words(line)
            for standing in one.pages[0].standings
            for line in text_lines(standing.box.marks)
        )
        assert one.subtitle in said, one.name
        assert "555-0142" in said, one.name

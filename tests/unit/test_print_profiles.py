"""What holds of every handout, whatever its print profile and paper: rules, on the real topic."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import get_args

import pytest

from careleaf.model.leaflet import Paper, Profile
from careleaf.write.pdf.furniture import footer, header
from careleaf.write.pdf.laid_out import LaidOut
from careleaf.write.pdf.marks import TextLine
from careleaf.write.pdf.pagination import used
from careleaf.write.pdf.structure import Content, Element
from tests.tools.printed import (
    element_of,
    pages_of,
    real_leaflet,
    real_pages,
    runs,
    text_lines,
    words,
)

LEAST_SIZE: dict[Profile, float] = {
    "standard": 10.5,
    "large": 18.0,
    "easy-read": 14.0,
    "ink-saver": 10.5,
}
LEAST_BODY: dict[Profile, float] = {
    "standard": 12.0,
    "large": 18.0,
    "easy-read": 14.0,
    "ink-saver": 12.0,
}
LETTERS: dict[Profile, tuple[int, int]] = {
    "standard": (60, 70),
    "ink-saver": (60, 70),
    "large": (48, 62),
}
"""Letters in a full line of prose. Large print has fewer: the paper is no wider."""
LEAST_LAST = 0.2
"""Share of the last page's depth that is filled: never just a few lines."""

SHEETS = [(profile, paper) for profile in get_args(Profile) for paper in get_args(Paper)]


@pytest.fixture(params=SHEETS, ids="-".join)
def sheet(request: pytest.FixtureRequest) -> tuple[Profile, Paper]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def printed(sheet: tuple[Profile, Paper]) -> LaidOut:
    return real_pages(*sheet)


def test_nothing_runs_over_a_page_and_every_letter_is_there(printed: LaidOut) -> None:
    assert printed.problems == []


def test_no_heading_is_left_at_a_page_s_foot(printed: LaidOut) -> None:
    ends = [page.standings[-1].box for page in printed.pages[:-1]]
    assert [number for number, box in enumerate(ends, 1) if box.title] == []


def test_what_must_be_read_together_is_on_one_page(printed: LaidOut) -> None:
    """Table rows, items, figures with their captions, exercises, and the signs of one danger."""
    torn = [
        f"{element.tag}: pages {sorted(pages)}"
        for element, pages in pages_of(printed).items()
        if len(pages) > 1 and (element.tag in {"TR", "LI", "Figure"} or _innermost(element))
    ]
    assert torn == []


def _innermost(element: Element) -> bool:
    """An exercise, or the signs of one danger: a section without another in it."""
    kids = [kid for kid in element.kids if not isinstance(kid, Content)]
    return element.tag == "Sect" and not any(kid.tag == "Sect" for kid in kids)


def test_the_last_page_holds_more_than_a_few_lines(printed: LaidOut) -> None:
    last = printed.pages[-1]
    assert used(last.standings) > LEAST_LAST * (printed.sheet.bottom - last.top)


def test_no_words_are_smaller_than_the_profile_allows(
    printed: LaidOut, sheet: tuple[Profile, Paper]
) -> None:
    """Running heads and feet count too."""
    leaflet, setting = real_leaflet(*sheet), printed.setting
    marks = [mark for page in printed.pages for one in page.standings for mark in one.box.marks]
    for first in (True, False):
        marks += header(leaflet.masthead, leaflet.title, setting, first=first)
    total, title = len(printed.pages), leaflet.title
    marks += footer(leaflet.footer, 1, total, printed.sheet, setting, title=title)
    sizes = {run.size for line in text_lines(marks) for run in runs(line)}
    assert min(sizes) >= LEAST_SIZE[sheet[0]]
    assert setting.styles.body.size >= LEAST_BODY[sheet[0]]


@pytest.mark.parametrize("paper", get_args(Paper))
@pytest.mark.parametrize("profile", LETTERS)
def test_full_lines_of_prose_have_as_many_letters_as_read_well(
    profile: Profile, paper: Paper
) -> None:
    """In easy read there is no running text: one idea a line."""
    printed = real_pages(profile, paper)
    least, most = LETTERS[profile]
    lengths = [
        len(words(line).strip()) for line, after in pairwise(_prose(printed)) if _same(line, after)
    ]
    assert least <= median(lengths) <= most
    assert max(lengths) <= most + 8


def _same(line: TextLine, after: TextLine) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    return element_of(line) is not None and element_of(line) is element_of(after)


def _prose(printed: LaidOut) -> list[TextLine]:
    """Lines of paragraphs that run over the width that prose is set in."""
    body = printed.setting.styles.body
    found: list[TextLine] = []
    for page in printed.pages:
        for standing in page.standings:
            if standing.box.height != body.lead:
                continue
            for line in standing.box.marks:
                if not isinstance(line, TextLine):
                    continue
                element = element_of(line)
                if element is not None and element.tag == "P":
                    found.append(line)
    return found


def test_no_word_is_divided_at_a_line_s_end(printed: LaidOut) -> None:
    marks = [mark for page in printed.pages for one in page.standings for mark in one.box.marks]
    for line, after in pairwise(list(text_lines(marks))):
        if _same(line, after) and not words(line).endswith(" "):
            assert words(line).endswith(("-", "/", "\u2014")), words(line) + words(after)


def test_large_print_and_ink_saver_say_the_same_words() -> None:
    """Nothing is dropped by another way of printing."""
    standard = _vocabulary(real_pages("standard", "letter"))
    for profile in ("large", "ink-saver"):
        assert standard - _vocabulary(real_pages(profile, "letter")) == set()


def _vocabulary(printed: LaidOut) -> set[str]:
    """Words without their hyphens: where there is one, a line may end."""
    marks = [mark for page in printed.pages for one in page.standings for mark in one.box.marks]
    return {word for line in text_lines(marks) for word in re.findall(r"\w+", words(line))}


@pytest.mark.parametrize(("profile", "paper"), SHEETS)
def test_a_table_that_goes_on_overleaf_has_its_title_again(profile: Profile, paper: Paper) -> None:
    """It is no part of what readers hear: they have heard it."""
    heads = [
        page.standings[0].repeated_head
        for page in real_pages(profile, paper).pages
        if page.standings and page.standings[0].repeated_head
    ]
    assert heads or profile != "large"
    for head in heads:
        lines = list(text_lines(head.marks)) if head else []
        assert words(lines[0]).endswith("(continued)")
        assert element_of(lines[0]) is None

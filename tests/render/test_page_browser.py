"""The real topic's page in a person's browser: whole, on any screen, on paper, with no barrier."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Built, languages
from tests.tools import browser, ink, vnu, words

LEAST_USE = 0.25
"""Share of a printed page's height that must bear print."""

READ_OTHERWISE = 0.06
"""Share of the words that are put together otherwise when they are read back from a PDF: those with
marks in Arabic and Hindi. A sign on another page is a greater share of its list."""

FOOT_READ_OTHERWISE = 0.15
"""The same of the one line at a page's foot: three of 25 in Hindi, whose words are parted at their
marks. Without the draft mark at least half are lost."""

LEFT_OFF_PAPER = 0.005
"""Share of the words: what is only there to be clicked."""


in_every_language = pytest.mark.parametrize("code", languages())
in_any_print = pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])


@pytest.mark.needs("vnu")
@in_every_language
def test_the_html_checker_finds_nothing(pages: Mapping[str, Path], code: str) -> None:
    assert vnu.validate(pages[code]) == []


@pytest.mark.needs("axe")
@in_every_language
@in_any_print
@pytest.mark.parametrize("width", [browser.DESKTOP, browser.PHONE])
def test_axe_finds_no_barrier(
    pages: Mapping[str, Path], code: str, width: int, *, large: bool
) -> None:
    assert browser.violations(pages[code], width=width, large=large) == []


@pytest.mark.needs("playwright")
@in_every_language
@in_any_print
@pytest.mark.parametrize("width", [browser.DESKTOP, 768, 640, browser.PHONE])
def test_nothing_sticks_out_and_nothing_is_fetched(
    pages: Mapping[str, Path], code: str, width: int, *, large: bool
) -> None:
    """640 is what is left of a window of 1280 at a zoom of 200 %."""
    seen = browser.view(pages[code], width=width, large=large)
    assert seen.sideways == 0
    assert seen.sticks_out == ()
    assert seen.requests == ()
    assert seen.console == ()


@pytest.mark.needs("playwright")
def test_large_print_needs_no_script_and_loses_no_word(built: Built) -> None:
    large = browser.view(built.page, javascript=False, large=True)
    assert large.main == browser.view(built.page).main


@pytest.mark.needs("playwright")
@in_every_language
@in_any_print
def test_no_list_of_danger_signs_is_torn_on_paper(
    pages: Mapping[str, Path], code: str, tmp_path: Path, *, large: bool
) -> None:
    """Each is on one page with the words that say whom to call."""
    html = pages[code].read_text(encoding="utf-8")
    on_paper = browser.printed(pages[code], tmp_path / "page.pdf", large=large)
    printed = [Counter(_letters(text)) for text in words.pages_by_pdfium(on_paper)]
    lists = [
        _letters(re.sub(r"<[^>]*>", " ", unescape(found)))
        for tone in ("emergency", "same-day")
        for found in re.findall(rf'<div class="callout {tone}">(.*?)<p class="advice">', html, re.S)
    ]
    assert len(lists) == 2
    for wanted in lists:
        lost = min((Counter(wanted) - page).total() for page in printed)
        assert lost <= len(wanted) * READ_OTHERWISE, wanted


def _letters(text: str) -> list[str]:
    """The letters of each word, in any order and without vowel marks: browsers draw Arabic from
    its end, and a mark before or behind its letter."""
    bare = "".join(one for one in text if unicodedata.category(one) != "Mn")
    return ["".join(sorted(word)) for word in words.tokens(bare)]


@pytest.mark.needs("playwright", "poppler")
def test_large_print_is_large_on_paper(built: Built, tmp_path: Path) -> None:
    """18 points for the text, 16 for the least."""
    on_paper = browser.printed(built.page, tmp_path / "large.pdf", large=True)
    shown = Counter(words.tokens(browser.view(built.page).main))
    lost = shown - Counter(words.tokens(words.by_poppler(on_paper)))
    assert lost.total() <= shown.total() * LEFT_OFF_PAPER, lost
    smallest = browser.view(built.page, large=True, media="print").smallest
    assert round(smallest * 0.75, 2) >= 16


@pytest.mark.needs("playwright")
def test_a_page_without_scripts_says_the_same(built: Built) -> None:
    without = browser.view(built.page, javascript=False)
    assert without.main == browser.view(built.page).main
    assert len(words.tokens(without.main)) > 1000


@pytest.mark.needs("playwright", "poppler")
def test_the_printed_page_is_whole(built: Built, tmp_path: Path) -> None:
    """Columns print in an order of their own, so words are counted, not followed."""
    on_paper = browser.printed(built.page, tmp_path / "page.pdf")
    shown = Counter(words.tokens(browser.view(built.page).main))
    lost = shown - Counter(words.tokens(words.by_poppler(on_paper)))
    assert lost.total() <= shown.total() * LEFT_OFF_PAPER, lost
    assert all(used >= LEAST_USE for used in ink.used_heights(on_paper)[:-1])


@pytest.mark.needs("playwright")
@in_every_language
@in_any_print
def test_the_draft_mark_and_the_title_stand_on_every_printed_page(
    pages: Mapping[str, Path], code: str, tmp_path: Path, *, large: bool
) -> None:
    on_paper = browser.printed(pages[code], tmp_path / "page.pdf", large=large)
    html = pages[code].read_text(encoding="utf-8")
    found = re.search(r'<p class="running".*?>(.*?)</p>', html)
    assert found
    wanted = Counter(_letters(re.sub(r"<[^>]*>", " ", unescape(found[1]))))
    for number, text in enumerate(words.pages_by_pdfium(on_paper), 1):
        lost = wanted - Counter(_letters(text))
        assert lost.total() <= wanted.total() * FOOT_READ_OTHERWISE, (number, lost)


@pytest.mark.needs("playwright")
@pytest.mark.parametrize("code", ["en", "ar"])
def test_no_short_table_and_no_address_is_parted_on_paper(
    pages: Mapping[str, Path], code: str, tmp_path: Path
) -> None:
    """Each table of up to six rows is on one page, its head with it."""
    on_paper = words.pages_by_pdfium(browser.printed(pages[code], tmp_path / "page.pdf"))
    printed = [Counter(_letters(text)) for text in on_paper]
    html = pages[code].read_text(encoding="utf-8")
    short = [
        _letters(re.sub(r"<[^>]*>", " ", unescape(table)))
        for table in re.findall(r'<table class="[a-z]+">.*?</table>', html, re.S)
        if table.count("<tr") <= 7
    ]
    assert len(short) > 2
    for wanted in short:
        lost = min((Counter(wanted) - page).total() for page in printed)
        assert lost <= len(wanted) * READ_OTHERWISE, wanted
    assert any("hello@example-harbor.example" in text for text in on_paper)


@pytest.mark.needs("playwright")
def test_page_one_on_paper_tells_of_danger_and_whom_to_call(built: Built, tmp_path: Path) -> None:
    on_paper = browser.printed(built.page, tmp_path / "page.pdf")
    first = " ".join(words.pages_by_pdfium(on_paper)[0].split())
    assert "Danger signs: when to get help right away An emergency? Call 911." in first

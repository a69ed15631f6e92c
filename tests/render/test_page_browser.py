"""The real topic's page in a person's browser: whole, on any screen, on paper, with no barrier."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import Built
from tests.tools import browser, ink, vnu, words

LEAST_USE = 0.25
"""Share of a printed page's height that must bear print."""

LEFT_OFF_PAPER = 0.005
"""Share of the words: what is only there to be clicked."""


@pytest.mark.needs("vnu")
def test_the_html_checker_finds_nothing(built: Built) -> None:
    assert vnu.validate(built.page) == []


@pytest.mark.needs("axe")
@pytest.mark.parametrize("width", [browser.DESKTOP, browser.PHONE])
def test_axe_finds_no_barrier(built: Built, width: int) -> None:
    assert browser.violations(built.page, width=width) == []


@pytest.mark.needs("playwright")
@pytest.mark.parametrize("width", [browser.DESKTOP, 768, browser.PHONE])
def test_nothing_sticks_out_and_nothing_is_fetched(built: Built, width: int) -> None:
    seen = browser.view(built.page, width=width)
    assert seen.sideways == 0
    assert seen.sticks_out == ()
    assert seen.requests == ()
    assert seen.console == ()


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

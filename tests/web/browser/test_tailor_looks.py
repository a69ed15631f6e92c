"""How Tailor looks where it did not: pages marked from the start, numbers in the middle of their
columns, tools in one row; and the ways out where something is gone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.web.browser import test_tailor
from tests.web.browser.conftest import PATIENCE, Server, shot, violations
from tests.web.browser.test_tailor import SHORT, Opened, drawn, seen
from tests.web.conftest import LIBRARY

pytestmark = pytest.mark.needs("chromium", "axe")

opened, server = test_tailor.opened, test_tailor.server
KNEE = "[name='dose.knee-rolls.reps']"


def test_the_page_looked_at_is_marked_from_the_start(opened: Opened) -> None:
    page = opened(SHORT)
    marked = page.locator("#thumbs [aria-current]")
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("data-page", "1")
    page.locator("#thumbs [data-page='3']").click()
    expect(marked).to_have_attribute("data-page", "3")


@pytest.mark.parametrize("code", ["en", "es", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (640, 400), (390, 844)])
def test_a_number_with_a_unit_stands_in_the_middle(
    opened: Opened, code: str, width: int, height: int
) -> None:
    page = opened(SHORT, locale=code, viewport={"width": width, "height": height})
    page.locator("[name='dose.knee-rolls.hold']").scroll_into_view_if_needed()
    shot(page, f"tailor-unit-{code}-{width}")
    off = page.evaluate(
        """() => {
          const input = document.querySelector("[name='dose.knee-rolls.hold']");
          const cell = input.closest(".cell").getBoundingClientRect();
          const box = input.getBoundingClientRect();
          const unit = input.nextElementSibling.getBoundingClientRect();
          const middle = (cell.left + cell.right) / 2;
          const away = getComputedStyle(input).textAlign === "center" ? 0 : 99;
          const over = Math.min(Math.abs(unit.left - middle), Math.abs(unit.right - middle));
          const out = unit.left < cell.left || unit.right > cell.right || over < 6;
          return away + (out ? 99 : 0) + Math.abs((box.left + box.right) / 2 - middle);
        }"""
    )
    assert off < 1.5


@pytest.mark.parametrize("code", ["en", "es", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1024, 768), (390, 844), (360, 740)])
def test_the_tools_of_the_pages_are_one_row(
    opened: Opened, code: str, width: int, height: int
) -> None:
    page = opened(SHORT, locale=code, viewport={"width": width, "height": height})
    page.locator(KNEE).fill("8")
    drawn(page)
    if width < 896:
        page.locator(".view[href='#pages']").click()
    shot(page, f"tailor-tools-{code}-{width}")
    assert page.locator(".tools").evaluate("one => one.offsetHeight") <= 52
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for one in (".page-count strong", ".tools .segments", "#larger", ".legend"):
        expect(page.locator(one)).to_be_in_viewport(ratio=1)


def test_a_browsers_own_print_says_how_to_print_the_pages(opened: Opened) -> None:
    page = opened(SHORT)
    said = page.get_by_text("To print the handout, press Print on the screen")
    expect(said).to_be_hidden()
    page.emulate_media(media="print")
    expect(said).to_be_visible()
    expect(page.locator("#tailor")).to_be_hidden()
    shot(page, "tailor-own-print")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Your changes (not printed)"),
        ("es", "Sus cambios (no se imprimen)"),
        ("ar", "تغييراتك (لا تُطبع)"),
    ],
)
def test_the_mark_on_a_page_is_explained(opened: Opened, code: str, said: str) -> None:
    page = opened(SHORT, locale=code)
    legend = page.get_by_text(said)
    expect(legend).to_be_hidden()
    page.locator(KNEE).fill("8")
    drawn(page)
    expect(page.locator(".mark").first).to_be_attached()
    expect(legend).to_be_visible()
    shot(page, f"tailor-legend-{code}")
    assert violations(page) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "The topic is not in that language, or not any more."),
        ("es", "El tema no está en ese idioma, o ya no está."),
        ("ar", "ليس الموضوع بهذه اللغة، أو لم يعد بها."),
    ],
)
def test_a_language_that_is_taken_away_offers_the_others(
    chromium: Browser, serving: Callable[[Path], Server], tmp_path: Path, code: str, said: str
) -> None:
    content = Path(shutil.copytree(LIBRARY, tmp_path / "content"))
    address = serving(content).address + SHORT
    page = chromium.new_context(locale=code).new_page()
    page.goto(f"{address}?language=vi", timeout=PATIENCE)
    drawn(page)
    page.locator("#name").fill("Zyxwvut Quxley")
    drawn(page)
    (content / "topics" / SHORT[8:] / "vi.po").unlink()
    seen(page, f"{address}?language=vi", 422)
    page.locator("[name=keep][value=medicine]").uncheck()
    expect(page.locator("[data-wrong]")).to_contain_text(said)
    expect(page.locator("#broken a[href='/library']")).to_be_visible()
    shot(page, f"tailor-language-gone-{code}")
    assert violations(page) == []
    page.locator("#broken").get_by_role("button", name="Español").click()
    drawn(page)
    expect(page.locator("#broken")).to_be_hidden()
    expect(page.locator("#name")).to_have_value("Zyxwvut Quxley")
    expect(page.locator("[name=keep][value=medicine]")).not_to_be_checked()
    page.goto(f"{address}?language=vi&print=large")
    expect(page.get_by_text(said)).to_be_visible()
    shot(page, f"tailor-language-gone-page-{code}")
    assert violations(page) == []
    page.get_by_role("button", name="English").click()
    drawn(page)
    assert page.url == f"{address}?print=large"
    page.context.close()

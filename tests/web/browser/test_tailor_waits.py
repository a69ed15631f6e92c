"""Tailor in Chromium, where somebody types on while pages are drawn: what counts as drawn."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.web.browser import test_tailor
from tests.web.browser.conftest import held_first
from tests.web.browser.test_tailor import SHORT, Opened, drawn, tick

pytestmark = pytest.mark.needs("chromium", "axe")

opened, server = test_tailor.opened, test_tailor.server
PAGES = re.compile("/pages$")


def test_pages_are_not_called_drawn_while_what_was_typed_waits_for_its_turn(opened: Opened) -> None:
    """A drawing that was on its way ends before typing has come to rest."""
    page = opened(SHORT)
    held = held_first(page, "**/pages", "POST")
    with page.expect_request(PAGES):
        tick(page, "Medicine").uncheck()
    page.evaluate(
        """() => {
          const paper = document.getElementById("paper");
          window.calledDrawn = 0;
          new MutationObserver(() => {
            if (paper.dataset.state === "drawn") window.calledDrawn += 1;
          }).observe(paper, { attributeFilter: ["data-state"] });
        }"""
    )
    with page.expect_request(PAGES):
        page.locator("#name").fill("Ada Sample")
        held[0].continue_()
    drawn(page)
    expect(page.locator("#count")).to_have_text("4 of 5 sections")
    assert page.evaluate("window.calledDrawn") == 1

"""An author who is quicker than the server, in Chromium: nothing that was pressed or typed
meanwhile is lost, and no author is told of a conflict with themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser import test_write
from tests.web.browser.conftest import held_first
from tests.web.browser.test_write import ready, text

pytestmark = pytest.mark.needs("chromium", "axe")

folder, server, file, page = test_write.folder, test_write.server, test_write.file, test_write.page


def at_the_end(page: Page, words: str) -> None:
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def test_what_is_saved_while_a_save_is_on_its_way_is_saved_after_it(page: Page, file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    held = held_first(page, "**/write/*/en", "PUT")
    at_the_end(page, "\nOne.\n")
    with page.expect_request(lambda asked: asked.method == "PUT"):
        page.keyboard.press("Control+s")
    [first] = held
    answer = first.fetch()
    assert file.read_text(encoding="utf-8") == before + "\nOne.\n"
    page.keyboard.type("Two.\n")
    page.keyboard.press("Control+s")
    first.fulfill(response=answer)
    expect(page.locator("#state")).to_have_text("Saved")
    assert file.read_text(encoding="utf-8") == before + "\nOne.\nTwo.\n"
    expect(page.locator("#conflict")).to_be_hidden()


def test_names_that_are_still_on_their_way_are_offered_when_they_come(page: Page) -> None:
    held = held_first(page, "**/en/names")
    page.reload()
    ready(page)
    at_the_end(page, "\n/ti")
    expect(page.locator(".cm-activeLine")).to_have_text("/ti")
    [names] = held
    names.continue_()
    expect(page.get_by_role("option").first).to_contain_text("/tip")


def test_a_block_whose_button_is_pressed_before_all_is_there_comes_all_the_same(page: Page) -> None:
    held = held_first(page, "**/en/names")
    page.reload()
    ready(page)
    at_the_end(page, "\n")
    page.get_by_role("button", name="Steps").click()
    [names] = held
    names.continue_()
    expect(page.locator(".cm-activeLine")).to_contain_text("Write here: the first step.")
    assert ":::steps\n1. Write here: the first step." in text(page)


def test_names_that_did_not_come_are_asked_for_once_more(page: Page) -> None:
    page.route("**/en/names", lambda route: route.abort(), times=1)
    page.reload()
    ready(page)
    at_the_end(page, "\n/ti")
    expect(page.get_by_role("option").first).to_contain_text("/tip")

"""A clinic's network in Chromium: the token is typed once, and every screen says where it runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.tools.served import served
from tests.web.browser.conftest import shot, violations

pytestmark = pytest.mark.needs("chromium", "axe")

TOKEN = "a-token-of-the-clinic"


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_a_token_is_typed_once(chromium: Browser, tmp_path: Path, javascript: bool) -> None:
    (tmp_path / "token.txt").write_text(TOKEN)
    options = ("--host-name", "localhost", "--token-file", str(tmp_path / "token.txt"), "--quiet")
    with served(*options) as (_, address):
        context = chromium.new_context(java_script_enabled=javascript, locale="en")
        page = context.new_page()
        page.goto(f"{address}library")
        expect(page).to_have_url(re.compile("/entrance"))
        expect(page.locator("#token")).to_be_focused()
        if javascript:
            assert violations(page) == []
        page.fill("#token", "not it")
        page.keyboard.press("Enter")
        expect(page.locator("[role=alert]")).to_have_text("This is not the token. Capitals count.")
        shot(page, "entrance-wrong")
        if javascript:
            assert violations(page) == []
        page.fill("#token", TOKEN)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/library$"))
        expect(page.locator(".bar")).to_contain_text("Runs on the clinic's network")
        expect(page.locator(".bar")).not_to_contain_text("this computer only")
        page.goto(address)
        expect(page).to_have_url(re.compile("/library$"))
        context.close()

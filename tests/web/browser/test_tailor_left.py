"""What is for one patient and nowhere stored, in Chromium: a question before it is lost, a word
after it was; hints that cover nothing; tabs in two languages; a topic that is not yet written."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from careleaf.engine.starter import new_topic
from tests.web.browser import test_tailor
from tests.web.browser.conftest import PATIENCE, Server, shot, violations
from tests.web.browser.test_tailor import SHORT, Opened, drawn, tick
from tests.web.conftest import LIBRARY

pytestmark = pytest.mark.needs("chromium", "axe")

opened, server = test_tailor.opened, test_tailor.server
NAME = "Zyxwvut Quxley"
KNEE = "[name='dose.knee-rolls.reps']"
LOST = {
    "en": "It lost the name, the note, and a dose decided for one patient.",
    "es": "Se perdió: el nombre, la nota y una dosis decidida para un paciente.",
    "ar": "فُقد: الاسم والملاحظة وجرعة مقررة لمريض واحد.",
}


def decide(page: Page) -> None:
    page.locator(KNEE).fill("12")
    page.locator("[name=mend][value^='decided.']").click()
    drawn(page)


def questions(page: Page, answer: str) -> list[str]:
    """The kinds of the questions that the browser asks from now on, each answered so."""
    asked: list[str] = []

    def hear(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept() if answer == "leave" else dialog.dismiss()

    page.on("dialog", hear)
    return asked


@pytest.mark.parametrize("code", ["en", "es", "ar"])
def test_what_is_for_one_patient_is_not_lost_without_a_word(opened: Opened, code: str) -> None:
    page = opened(SHORT, locale=code)
    decide(page)
    page.locator("#name").fill(NAME)
    page.locator("#note").fill("Walk.")
    drawn(page)
    asked = questions(page, "leave")
    page.reload()
    drawn(page)
    assert asked == ["beforeunload"]
    expect(page.locator(KNEE)).to_have_value("5")
    expect(page.locator("#name")).to_have_value("")
    expect(page.locator("#left")).to_contain_text(LOST[code])
    shot(page, f"tailor-left-{code}")
    assert violations(page) == []
    kept = page.evaluate("JSON.stringify([history.state, {...localStorage, ...sessionStorage}])")
    assert "Zyx" not in kept and "Walk" not in kept and "12" not in kept
    page.locator("#left [data-close]").click()
    expect(page.locator("#left")).to_be_hidden()
    page.reload()
    drawn(page)
    assert asked == ["beforeunload"], "nothing is there to be lost any more"
    expect(page.locator("#left")).to_be_hidden()


@pytest.mark.parametrize("kind", ["name", "note", "dose", "words"])
def test_who_stays_loses_nothing(opened: Opened, kind: str) -> None:
    page = opened(SHORT)
    field = page.locator(KNEE if kind in ("dose", "words") else f"#{kind}")
    if kind == "dose":
        decide(page)
    else:
        field.fill(NAME)
        drawn(page)
    asked = questions(page, "stay")
    with page.expect_event("dialog"):
        page.get_by_role("link", name="Back to the library").click(no_wait_after=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"] and SHORT in page.url
    expect(field).to_have_value("12" if kind == "dose" else NAME)


def test_nothing_is_asked_where_the_address_has_it_all(opened: Opened) -> None:
    page = opened(SHORT)
    page.locator(KNEE).fill("8")
    page.locator("[name=keep][value=medicine]").uncheck()
    drawn(page)
    asked = questions(page, "leave")
    page.reload()
    drawn(page)
    expect(page.locator(KNEE)).to_have_value("8")
    page.locator("#name").fill(NAME)
    drawn(page)
    page.locator("details.menu.wide summary").click()
    page.locator("details.menu.wide").get_by_role("button", name="Español").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    drawn(page)
    expect(page.locator("#name")).to_have_value(NAME)
    assert asked == [], "whoever sends the form takes it along"
    expect(page.locator("#left")).to_be_hidden()


def test_going_back_to_the_screen_tells_too(opened: Opened) -> None:
    page = opened(SHORT)
    page.locator("#note").fill("Walk.")
    drawn(page)
    questions(page, "leave")
    page.get_by_role("link", name="Back to the library").click()
    expect(page).to_have_url(re.compile("/library$"))
    page.go_back()
    drawn(page)
    expect(page.locator("#note")).to_have_value("")
    expect(page.locator("#left")).to_contain_text("It lost the note.")


@pytest.mark.parametrize("code", ["en", "es", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 768), (390, 844)])
def test_a_hint_covers_no_refusal_and_no_dose(
    opened: Opened, code: str, width: int, height: int
) -> None:
    """99 typed, and Tab: the next cell's hint stands below what is refused."""
    page = opened(SHORT, locale=code, viewport={"width": width, "height": height})
    page.locator(KNEE).fill("99")
    page.locator("#told-dose\\.knee-rolls\\.reps .message").wait_for()
    page.keyboard.press("Tab")
    expect(page.locator(".hint")).to_be_visible()
    drawn(page)
    shot(page, f"tailor-hint-{code}-{width}")
    lying_over = page.evaluate(
        """() => {
          const hint = document.querySelector(".hint").getBoundingClientRect();
          const under = document.querySelectorAll(".told .message, .cell, .pen, .exercise .title");
          return [...under].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.height && box.top < hint.bottom && box.bottom > hint.top &&
              box.left < hint.right && box.right > hint.left;
          }).map((one) => one.textContent.trim());
        }"""
    )
    assert lying_over == []


SET_LACKS = {
    "en": "Left out, as it is for one patient: Knee rolls 12 and the name.",
    "es": "Sin lo que es para un solo paciente: Giros de rodillas 12 y el nombre.",
    "ar": "دون ما يخص مريضًا واحدًا: تدوير الركبتين 12 والاسم.",
}


@pytest.mark.parametrize("code", ["en", "es", "ar"])
def test_a_saved_set_says_what_it_left_out(opened: Opened, code: str) -> None:
    page = opened(SHORT, locale=code)
    decide(page)
    page.locator("#name").fill(NAME)
    drawn(page)
    page.locator("#save-set").click()
    page.locator("#set-name").fill("Two exercises")
    page.keyboard.press("Enter")
    expect(page.locator("#set-lacks")).to_have_text(SET_LACKS[code])
    shot(page, f"tailor-set-{code}")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "Two exercises" in kept and "Zyx" not in kept and "12" not in kept


def test_the_name_of_a_locked_row_says_why_it_is_locked(opened: Opened) -> None:
    page = opened(SHORT)
    reason = page.locator("#why-get-help")
    expect(reason).to_be_hidden()
    page.get_by_text("Always printed", exact=True).click()
    expect(reason).to_be_visible()
    tick(page, "Medicine").uncheck()
    reason.evaluate("one => { one.hidden = true; }")
    page.locator("#title-get-help").click()
    expect(reason.get_by_role("link")).to_have_attribute("href", f"/write{SHORT[7:]}/en")


def test_each_tab_keeps_its_own_language(opened: Opened) -> None:
    page = opened(SHORT)
    other = page.context.new_page()
    other.goto(page.url)
    drawn(other)
    other.locator("details.menu.wide summary").click()
    other.locator("details.menu.wide").get_by_role("button", name="Español").click()
    expect(other.locator("html")).to_have_attribute("lang", "es")
    page.locator("[name=keep][value=medicine]").uncheck()
    drawn(page)
    expect(page.locator("#count")).to_have_text("4 of 5 sections")
    expect(page.locator("#page-count")).to_contain_text("both sides")


@pytest.fixture(scope="module")
def unwritten(serving: Callable[[Path], Server], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a library with a topic that is as `careleaf new topic` makes it."""
    content = Path(shutil.copytree(LIBRARY, tmp_path_factory.mktemp("new") / "content"))
    new_topic("knee-pain", title="Knee pain", language="en", content=content)
    return serving(content).address + "/tailor/knee-pain"


@pytest.mark.parametrize("code", ["en", "es", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_words_of_the_example_are_told_and_not_printed(
    chromium: Browser, unwritten: str, code: str, width: int, height: int
) -> None:
    page = chromium.new_context(locale=code, viewport={"width": width, "height": height}).new_page()
    page.goto(unwritten, timeout=PATIENCE)
    drawn(page)
    told = page.locator("#told-unwritten")
    expect(told.get_by_role("link")).to_have_attribute("href", "/write/knee-pain/en")
    expect(page.locator("#waits")).not_to_be_empty()
    expect(page.locator("#old")).to_be_hidden()
    shot(page, f"tailor-unwritten-{code}-{width}")
    assert violations(page) == []
    if width < 896:
        page.locator(".view[href='#pages']").click()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.locator("#print").click()
    expect(told).to_be_focused()
    expect(told).to_be_in_viewport()
    assert not [one for one in asked if "/file/" in one]
    page.context.close()

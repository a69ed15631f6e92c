"""The check of a topic and its signature in Chromium, with keys and clicks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.browser.conftest import PATIENCE, SHOTS, Server, shot, violations
from tests.web.conftest import LIBRARY

pytestmark = pytest.mark.needs("chromium", "axe")

TOPIC = "first-days-of-back-pain"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(LIBRARY, tmp_path_factory.mktemp("check") / "content"))


@pytest.fixture(scope="module")
def server(folder: Path, serving: Callable[[Path], Server]) -> Server:
    return serving(folder)


@pytest.fixture(autouse=True)
def file(folder: Path) -> Path:
    """The topic's file, as it is at first, and no review."""
    shutil.rmtree(folder / "topics" / TOPIC)
    shutil.copytree(LIBRARY / "topics" / TOPIC, folder / "topics" / TOPIC)
    return folder / "topics" / TOPIC / "en.md"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_navigation_timeout(PATIENCE)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    assert wrong == []
    context.close()


def test_a_mistake_found_on_the_check_is_mended_in_the_editor(
    page: Page, server: Server, file: Path
) -> None:
    broken = file.read_text(encoding="utf-8").replace("frequency:", "frequensy:", 1)
    file.write_text(broken, encoding="utf-8")
    page.goto(f"{server.address}/check/{TOPIC}/en")
    shot(page, "check")
    assert violations(page) == []
    page.locator(".finding").get_by_role("link", name="Line").click()
    expect(page.locator(".cm-activeLine")).to_contain_text("frequensy")
    page.go_back()
    page.get_by_role("button", name="Change to “frequency”").click()
    expect(page.locator("#problems").get_by_role("heading")).to_have_text("No problems")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#state")).to_have_text("Saved")
    assert file.read_text(encoding="utf-8") == broken.replace("frequensy", "frequency")


def test_a_clinician_signs(page: Page, server: Server, file: Path) -> None:
    page.goto(f"{server.address}/check/{TOPIC}/en")
    shot(page, "check-draft")
    page.get_by_role("link", name="Sign as reviewed").click()
    expect(page).to_have_url(f"{server.address}/check/{TOPIC}/en/sign")
    expect(page.get_by_role("button", name="Sign")).to_be_visible()
    shot(page, "check-sign")
    assert violations(page) == []
    page.get_by_label("Your name").fill("A. Example")
    page.get_by_label("Your role").fill("Physical therapist")
    page.get_by_label("Register and number").fill("Example Board 00000")
    page.get_by_role("button", name="Sign").click()  # not without saying that it was read
    expect(page.locator("[name=read]:invalid")).to_be_focused()
    assert not (file.parent / "reviews").exists()
    page.get_by_role("checkbox").press("Space")
    page.get_by_role("button", name="Sign").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Signed.")
    shot(page, "check-signed")
    assert violations(page) == []
    assert len(list((file.parent / "reviews").iterdir())) == 1


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("width", [1280, 320])
def test_it_can_be_read_in_every_language_on_every_screen(
    page: Page, server: Server, language: str, width: int
) -> None:
    page.context.set_extra_http_headers({"Accept-Language": language})
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server.address}/check/{TOPIC}/{language}")
    shot(page, f"check-{language}-{width}")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert violations(page) == []


def test_a_phone_shows_what_is_to_do_first_and_evidence_in_whole_lines(
    page: Page, server: Server
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for language in ("en", "es", "ar"):
        page.context.set_extra_http_headers({"Accept-Language": language})
        page.goto(f"{server.address}/check/{TOPIC}/{language}")
        side, main = page.locator(".check-side"), page.locator(".check-main")
        first, then = side.bounding_box(), main.bounding_box()
        assert first and then
        assert first["y"] + first["height"] <= then["y"]
        widths = page.locator(".evidence").evaluate_all("all => all.map(one => one.clientWidth)")
        assert min(widths, default=358) > 300
        over = page.locator(".table-room").evaluate_all(
            "all => all.map(one => one.scrollWidth - one.clientWidth)"
        )
        assert max(over, default=0) <= 0
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/check-phone-{language}.png", full_page=True)
        assert violations(page) == []


def test_the_numbers_of_the_cards_stand_on_one_height(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/check/{TOPIC}/en")
    shot(page, "check-cards")
    tops = page.locator(".figures .big").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
    )
    assert len(tops) > 3
    assert len(set(tops)) == 1


def test_another_language_of_the_screen_keeps_what_a_clinician_typed(
    page: Page, server: Server, file: Path
) -> None:
    page.goto(f"{server.address}/check/{TOPIC}/en/sign")
    page.get_by_label("Your name").fill("A. Example")
    page.locator("summary", has_text="English").click()
    page.get_by_role("button", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#name")).to_have_value("A. Example")
    page.wait_for_load_state()
    shot(page, "check-sign-ar")
    assert violations(page) == []
    assert not (file.parent / "reviews").exists()


def test_the_list_of_topics(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/check")
    assert violations(page) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_state_shuts_anybody_out(page: Page, server: Server, file: Path, language: str) -> None:
    """axe-core on what a clinician meets of an English text: refused, with problems, at 200 %, in
    forced colours."""
    page.context.set_extra_http_headers({"Accept-Language": language})
    page.goto(f"{server.address}/check/{TOPIC}/en/sign")
    for name, words in (("name", "A. Example"), ("role", "Nurse"), ("registration", "x 1")):
        page.locator(f"#{name}").fill(words)
    page.locator("#until").fill("2001-01-01")
    page.get_by_role("checkbox").check()
    page.locator(".sign-form .button.primary").click()
    page.get_by_role("alert").wait_for()
    shot(page, f"check-refused-{language}")
    assert violations(page) == [], "refused"
    broken = file.read_text(encoding="utf-8").replace("frequency:", "frequensy:", 1)
    file.write_text(broken, encoding="utf-8")
    page.goto(f"{server.address}/check/{TOPIC}/en/sign")
    assert violations(page) == [], "not to be signed"
    page.goto(f"{server.address}/check/{TOPIC}/en")
    for colours in ("active", "none"):
        page.emulate_media(forced_colors=colours)
        for size in ((1280, 800), (640, 400)):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            shot(page, f"check-problem-{language}-{colours}-{size[0]}")
            assert violations(page) == [], (colours, size)

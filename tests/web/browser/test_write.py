"""An author at work in Chromium, with real clicks and keys: a planted mistake is mended, a file
that changed is not written over, keys alone are enough, and so is a browser without a script."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.web.browser.conftest import PATIENCE, Server, shot, violations
from tests.web.conftest import LIBRARY

pytestmark = pytest.mark.needs("chromium", "axe")

TOPIC = "first-days-of-back-pain"
TITLE = "The first days of back pain"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(LIBRARY, tmp_path_factory.mktemp("write") / "content"))


@pytest.fixture(scope="module")
def server(folder: Path, serving: Callable[[Path], Server]) -> Server:
    return serving(folder)


@pytest.fixture(autouse=True)
def file(folder: Path) -> Path:
    """The topic's file, as it is at first."""
    shutil.copytree(LIBRARY / "topics" / TOPIC, folder / "topics" / TOPIC, dirs_exist_ok=True)
    return folder / "topics" / TOPIC / "en.md"


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    """The editor, with all that a page must never do noted: breaches of the policy, errors in
    scripts, requests to anybody else."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=False)
    context.set_default_navigation_timeout(PATIENCE)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "console",
        lambda said: wrong.append(said.text) if "Content Security" in said.text else None,
    )
    opened.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((server.address, "blob:")) else wrong.append(asked.url)
        ),
    )
    opened.goto(f"{server.address}/write/{TOPIC}/en")
    ready(opened)
    yield opened
    assert wrong == []
    context.close()


def ready(page: Page) -> None:
    """The editor is there and has been told what is wrong."""
    page.locator(".cm-content").wait_for()
    page.locator("#pages .sheet").first.wait_for()


def text(page: Page) -> str:
    """What stands in the editor: all of it, also what is out of sight."""
    found: str = page.evaluate(
        "document.querySelector('.cm-content').cmTile.view.state.doc.toString()"
    )
    return found


def plant(page: Page, old: str, new: str) -> None:
    """Find words with the editor's own search, and type others."""
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+f")
    page.keyboard.type(old)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.type(new)


def test_a_planted_mistake_is_shown_where_it_is_and_mended_by_its_button(
    page: Page, file: Path
) -> None:
    before = file.read_text(encoding="utf-8")
    plant(page, "frequency", "frequensy")
    problems = page.locator("#problems")
    expect(problems.get_by_role("heading")).to_have_text("1 problem")
    expect(page.locator(".cm-lintRange-error").first).to_have_text("frequensy")
    shot(page, "write-problem")
    assert violations(page) == []
    problems.get_by_role("button", name="Change to “frequency”").click()
    expect(problems.get_by_role("heading")).to_have_text("No problems")
    assert text(page) == before
    assert file.read_text(encoding="utf-8") == before


def test_keys_alone_find_mend_and_save(page: Page, file: Path) -> None:
    """F8 to the problem, Ctrl+. mends it, Ctrl+S saves."""
    before = file.read_text(encoding="utf-8")
    plant(page, "frequency", "frequensy")
    expect(page.locator("#problems").get_by_role("heading")).to_have_text("1 problem")
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    card = page.locator(".problem-card")
    expect(card).to_contain_text("Unknown option “frequensy”")
    expect(page.locator("#spoken")).to_contain_text("Unknown option")
    shot(page, "write-card")
    assert violations(page) == []
    page.keyboard.press("Control+.")
    expect(page.locator("#problems").get_by_role("heading")).to_have_text("No problems")
    page.keyboard.press("Control+End")
    page.keyboard.type("\nWords of mine.\n")
    expect(page.locator("#state")).to_have_text("Unsaved changes")
    page.keyboard.press("Control+s")
    expect(page.locator("#state")).to_have_text("Saved")
    assert file.read_text(encoding="utf-8") == before + "\nWords of mine.\n"


def test_escape_and_tab_lead_out_of_the_editor(page: Page) -> None:
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n- an item")
    before = text(page)
    page.keyboard.press("Tab")
    assert text(page) == before.replace("- an item", "  - an item")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.cm-editor') !== null")


def test_a_save_conflict_shows_both_sides_and_saves_what_is_picked(page: Page, file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nMine.\n")
    theirs = before.replace(TITLE, f"{TITLE}, theirs", 1)
    file.write_text(theirs, encoding="utf-8")
    page.get_by_role("button", name="Save", exact=True).click()
    conflict = page.locator("#conflict")
    expect(conflict).to_contain_text("This file changed at")
    expect(conflict.get_by_role("radio", name="In the file").first).to_be_checked()
    expect(conflict.get_by_role("radio", name="Yours").last).to_be_checked()
    shot(page, "write-conflict")
    assert violations(page) == []
    assert file.read_text(encoding="utf-8") == theirs
    conflict.get_by_role("button", name="Back to the editor").click()
    assert text(page) == before + "\nMine.\n"
    page.keyboard.press("Control+s")
    conflict.get_by_role("button", name="Save with my picks").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{TITLE}, theirs")
    expect(page.locator("#state")).to_have_text("Saved")
    assert file.read_text(encoding="utf-8") == theirs + "\nMine.\n"


def test_a_new_block_comes_from_its_button_and_from_a_slash(page: Page) -> None:
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n")
    page.get_by_role("button", name="Steps").click()
    assert ":::steps\n1. Write here: the first step." in text(page)
    page.keyboard.type("Sit down.")  # over the first place that waits for words
    assert "1. Sit down.\n2. Write here" in text(page)
    page.keyboard.press("Control+End")
    page.keyboard.type("\n/ti")
    expect(page.get_by_role("option", selected=True)).to_contain_text("/tip")
    shot(page, "write-slash")
    expect(page.locator(".cm-tooltip-autocomplete-disabled")).to_have_count(0)
    page.wait_for_timeout(200)  # the list takes no Enter that was meant for the text
    page.keyboard.press("Enter")
    assert ":::tip\nWrite here: what makes it easier.\n:::" in text(page)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("[[sci", "sciatica"),
        ("[@nice-ng5", "nice-ng59"),
        ("{{ clinic.ph", "clinic.phone"),
        (":::exerc", ":::exercise"),
        ("- :wal", "walk"),
        (":::exercise x\npose: bri", "bridge"),
        (":::exercise x\nfreq", "frequency"),
        (":::red-flag em", "emergency"),
    ],
)
def test_names_are_offered_where_they_may_stand(page: Page, typed: str, offered: str) -> None:
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(f"\n{typed}", delay=10)
    expect(page.get_by_role("option").first).to_contain_text(offered)


def test_a_figure_is_picked_by_its_picture(page: Page) -> None:
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n")
    page.get_by_role("button", name="Picture", exact=True).click()
    box = page.get_by_role("dialog", name="Pictures")
    expect(box.get_by_role("button", name="bridge")).to_be_visible()
    page.wait_for_load_state("networkidle")
    shot(page, "write-pictures")
    assert violations(page) == []
    box.get_by_role("button", name="bridge").click()
    assert text(page).endswith("\npose: bridge")


def test_three_previews_follow_the_text(page: Page) -> None:
    page.get_by_role("button", name="Slides", exact=True).click()
    expect(page.locator("#pages .sheet").first).to_be_visible()
    expect(page.locator("#drawing")).to_contain_text("pages")
    shot(page, "write-slides")
    page.get_by_role("button", name="Web page", exact=True).click()
    frame = page.frame_locator(".page-frame")
    expect(frame.get_by_role("heading", level=1)).to_have_text(TITLE)
    plant(page, TITLE, "Another title")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Another title")
    plant(page, "frequency", "frequensy")
    expect(page.locator("#drawing")).to_have_text("Not up to date")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Another title")
    assert violations(page) == []


def test_the_outline_leads_to_its_sections(page: Page) -> None:
    links = page.locator("#outline a")
    links.last.click()
    name = links.last.inner_text()
    expect(page.locator(".cm-activeLine")).to_contain_text(name)
    expect(page.locator("#outline tr[aria-current=true]")).to_contain_text(name)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1000, 700), (390, 844), (320, 600)])
def test_nothing_scrolls_sideways_on_any_screen(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    shot(page, f"write-{width}")
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    assert violations(page) == []


def test_what_is_shown_without_a_script_is_sound_too(page: Page, file: Path) -> None:
    """The plain form sent as it is: axe-core cannot look where no script runs."""
    send = (
        "(path) => { const f = document.getElementById('writing'); f.action = path; f.submit(); }"
    )
    page.on("dialog", lambda asked: asked.accept())
    for path in ("check", "preview"):
        with page.expect_navigation():
            page.evaluate(send, f"/write/{TOPIC}/en/{path}")
        assert violations(page) == []
        page.go_back()
        ready(page)
    file.write_text(file.read_text(encoding="utf-8") + "\nTheirs.\n", encoding="utf-8")
    with page.expect_navigation():
        page.evaluate(send, f"/write/{TOPIC}/en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not saved: the file changed")
    assert violations(page) == []


@pytest.mark.parametrize("colours", ["active", "none"])
def test_the_card_can_be_seen_in_forced_colours(page: Page, colours: str) -> None:
    page.emulate_media(forced_colors="active" if colours == "active" else "none")
    plant(page, "frequency", "frequensy")
    expect(page.locator("#problems").get_by_role("heading")).to_have_text("1 problem")
    page.keyboard.press("F8")
    card = page.locator(".problem-card")
    expect(card).to_be_visible()
    expect(card).to_have_css("border-top-width", "1px")
    shot(page, f"write-colours-{colours}")


def test_save_stays_in_sight_however_many_translations_are_behind(page: Page, file: Path) -> None:
    text = file.read_text(encoding="utf-8") + "\nTwo sentences more. Nobody knows them.\n"
    file.write_text(text, encoding="utf-8")
    page.reload()
    ready(page)
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_in_viewport(ratio=1)
    box = page.locator(".write-head").bounding_box()
    body = page.locator(".write-body").bounding_box()
    assert box and body
    assert box["y"] + box["height"] <= body["y"] + 1
    shot(page, "write-behind")
    assert violations(page) == []


@pytest.mark.parametrize("language", ["es", "ar"])
def test_the_screen_speaks_the_authors_language(page: Page, server: Server, language: str) -> None:
    page.context.set_extra_http_headers({"Accept-Language": language})
    page.reload()
    ready(page)
    shot(page, f"write-{language}")
    assert page.evaluate("document.dir") == ("rtl" if language == "ar" else "ltr")
    assert page.evaluate("getComputedStyle(document.querySelector('.cm-content')).direction") == (
        "ltr"
    )
    assert violations(page) == []


def test_blocks_and_pictures_to_copy(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/write/{TOPIC}/en/parts")
    expect(page.get_by_text(":::exercise knee-to-chest")).to_be_visible()
    expect(page.get_by_text("pose: bridge")).to_be_attached()
    shot(page, "write-parts")
    assert violations(page) == []


def test_topics_and_a_new_one(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/write")
    shot(page, "write-topics")
    assert violations(page) == []
    page.get_by_label("Title, as patients read it").fill("Knee pain")
    page.get_by_label("Short name").fill("knee-pain")
    page.get_by_role("button", name="Start it").click()
    ready(page)
    expect(page.locator("#problems").get_by_role("heading")).to_contain_text("problems")
    shot(page, "write-new")
    assert violations(page) == []


def test_without_a_script_check_mend_preview_and_save(
    chromium: Browser, server: Server, file: Path
) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.goto(f"{server.address}/write/{TOPIC}/en")
    before = file.read_text(encoding="utf-8")
    area = page.get_by_label("Text of the topic")
    assert area.input_value() == before
    area.fill(before.replace("frequency", "frequensy", 1))
    page.get_by_role("button", name="Check").click()
    shot(page, "write-nojs")
    page.get_by_role("link", name="Line", exact=False).first.click()
    expect(page.locator("li:target")).to_contain_text("frequensy")
    page.get_by_role("button", name="Change to “frequency”").click()
    expect(page.get_by_text("No problems")).to_be_visible()
    area.fill(before + "\nMine.\n")
    page.get_by_role("button", name="Handout").click()
    expect(page.locator(".sheet").first).to_be_visible()
    shot(page, "write-nojs-preview")
    page.get_by_role("button", name="Back to the editor").click()
    expect(area).to_have_value(before + "\nMine.\n")
    file.write_text(before.replace(TITLE, "Theirs", 1), encoding="utf-8")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Not saved: the file changed")
    shot(page, "write-nojs-conflict")
    page.get_by_role("radio", name="In the file").first.check()
    page.get_by_role("radio", name="Yours").last.check()
    page.get_by_role("button", name="Save with my picks").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Theirs")
    assert file.read_text(encoding="utf-8") == before.replace(TITLE, "Theirs", 1) + "\nMine.\n"
    context.close()


def test_the_cause_comes_alone_and_keys_go_to_what_can_be_mended(page: Page) -> None:
    """A block whose name is wrong hides all that it would say; F8 goes to what has a fix first."""
    plant(page, "0.1", "one")
    plant(page, ":::key-message", ":::key-messagx")
    problems = page.locator("#problems")
    expect(problems.get_by_role("heading")).to_have_text("2 problems")
    expect(problems.get_by_role("listitem").last).to_contain_text("Unknown block “key-messagx”")
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    expect(page.locator(".problem-card")).to_contain_text("Unknown block “key-messagx”")
    line = text(page).split("\n").index(":::key-messagx") + 1
    expect(page.locator("#spoken")).to_contain_text(f"Line {line}: Unknown block")
    shot(page, "write-cause")
    page.keyboard.press("F8")
    expect(page.locator(".problem-card")).to_contain_text("version number")
    before = text(page)
    page.keyboard.press("Control+.")
    expect(page.locator("#spoken")).to_have_text("No fix here")
    assert text(page) == before
    page.keyboard.press("Shift+F8")
    page.keyboard.press("Control+.")
    expect(problems.get_by_role("heading")).to_have_text("1 problem")
    assert ":::key-message\n" in text(page)


def test_a_file_that_is_gone_takes_nothing_along(page: Page, file: Path) -> None:
    mine = text(page) + "\nMine.\n"
    file.unlink()
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nMine.\n")
    gone = f"The file of “{TITLE}” is gone: somebody moved or deleted it after you opened it."
    expect(page.locator("#state")).to_have_text(gone)
    expect(page.locator("#drawing")).to_have_text("Not up to date")
    shot(page, "write-gone-bar")
    assert violations(page) == []
    page.get_by_role("button", name="Slides", exact=True).click()
    expect(page.locator("#pages")).to_contain_text(gone)
    page.keyboard.press("Control+s")
    conflict = page.locator("#conflict")
    expect(page.locator("#state")).to_have_text("Not saved: the file is gone")
    expect(conflict.get_by_role("heading", name="The file is gone")).to_be_visible()
    expect(conflict).not_to_contain_text("00:00")
    shot(page, "write-gone")
    assert violations(page) == []
    conflict.get_by_role("button", name="Put the file back").click()
    expect(page.locator("#state")).to_have_text("Saved")
    assert file.read_text(encoding="utf-8") == mine


@pytest.mark.parametrize("scripts", [True, False])
def test_another_language_of_the_screen_keeps_the_text(
    chromium: Browser, server: Server, file: Path, scripts: bool
) -> None:
    before = file.read_text(encoding="utf-8")
    context = chromium.new_context(
        java_script_enabled=scripts, viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    asked: list[str] = []

    def stay(one: Dialog) -> None:
        asked.append(one.type)
        one.dismiss()

    page.on("dialog", stay)
    page.goto(f"{server.address}/write/{TOPIC}/en")
    if scripts:
        ready(page)
        page.locator(".cm-content").focus()
        page.keyboard.press("Control+End")
        page.keyboard.type("\nMine.\n")
    else:
        page.get_by_label("Text of the topic").fill(before + "\nMine.\n")
    page.locator("summary", has_text="English").click()
    with page.expect_navigation():
        page.get_by_role("button", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    if scripts:
        ready(page)
        assert text(page) == before + "\nMine.\n"
        expect(page.locator("#state")).to_have_text("تغييرات غير محفوظة")
    else:
        expect(page.locator("#text")).to_have_value(before + "\nMine.\n")
    assert asked == []
    shot(page, f"write-spoken-{scripts}")
    page.locator("#save").click()
    expect(page.locator("#state")).to_have_text("تم الحفظ")
    assert file.read_text(encoding="utf-8") == before + "\nMine.\n"
    context.close()


def test_another_language_over_a_preview_leads_back_to_the_same_text(
    chromium: Browser, server: Server, file: Path
) -> None:
    """Without a script a preview is a screen of its own."""
    mine = file.read_text(encoding="utf-8") + "\nMine.\n"
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.address}/write/{TOPIC}/en")
    page.get_by_label("Text of the topic").fill(mine)
    page.get_by_role("button", name="Handout").click()
    expect(page.locator(".sheet").first).to_be_visible()
    page.locator("summary", has_text="English").click()
    page.get_by_role("button", name="Español").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator("#text")).to_have_value(mine)
    expect(page.locator("#state")).to_have_text("Cambios sin guardar")
    context.close()


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_no_reading_level_is_cut(page: Page, server: Server, language: str) -> None:
    """ "Menos de 1" is wide, and half of a number is a wrong number."""
    page.context.set_extra_http_headers({"Accept-Language": language})
    page.goto(f"{server.address}/write/low-back-and-hip-pain/en")
    ready(page)
    outline = page.locator("#outline")
    for width in (800, 1280, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        over = outline.evaluate("one => one.scrollWidth - one.clientWidth")
        assert over <= 0, width
        if width >= 1280:  # the outline scrolls apart, also what of it is for screen readers alone
            assert page.evaluate("document.documentElement.scrollHeight") <= 800, width
        shot(page, f"write-levels-{language}-{width}")


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ("Next", "Previous", "All", "Replace all", "Close")),
        ("es", ("Siguiente", "Anterior", "Todos", "Reemplazar todo", "Cerrar")),
        ("ar", ("التالي", "السابق", "الكل", "استبدال الكل", "إغلاق")),
    ],
)
def test_the_search_speaks_as_the_screen_does(
    page: Page, server: Server, language: str, names: tuple[str, ...]
) -> None:
    page.context.set_extra_http_headers({"Accept-Language": language})
    page.reload()
    ready(page)
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+f")
    panel = page.locator(".cm-search")
    for name in names:
        expect(panel.get_by_role("button", name=name, exact=True)).to_be_visible()
    sizes = panel.locator("input, button, label").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert len(sizes) == 14
    assert min(sizes) >= 14
    ticks = panel.locator("label").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
    )
    assert len(set(ticks)) == 1, "one row"
    shot(page, f"write-find-{language}")
    assert violations(page) == []


def test_the_menu_of_blocks_is_whole(page: Page) -> None:
    page.locator(".more > summary").click()
    menu = page.locator(".more > .popover")
    expect(menu.get_by_role("button").last).to_be_in_viewport(ratio=1)
    assert menu.evaluate("one => one.scrollHeight - one.clientHeight") <= 0
    shot(page, "write-more")


def test_translations_are_parted_from_what_is_written_here(page: Page, server: Server) -> None:
    here = page.get_by_role("navigation", name="Languages that are written here")
    assert here.get_by_role("link").all_inner_texts() == ["English"]
    shot(page, "write-tabs")
    page.get_by_role("navigation", name="Check a translation").get_by_role(
        "link", name="Español"
    ).click()
    expect(page).to_have_url(f"{server.address}/check/{TOPIC}/es")
    page.goto(f"{server.address}/write/{TOPIC}/es")
    expect(page.get_by_role("heading", level=1)).to_have_text("Español is a translation")
    shot(page, "write-translation")
    assert violations(page) == []


def test_the_bar_on_a_phone_is_that_of_every_screen(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    places = []
    for path in (f"/write/{TOPIC}/en", "/library"):
        page.goto(server.address + path)
        places.append(page.locator(".bar > .menu:visible > summary").bounding_box())
        shot(page, f"bar-{path.partition('/')[2].partition('/')[0]}")
    assert places[0] == places[1]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_narrow_screen_is_to_read_until_somebody_says_otherwise(
    chromium: Browser, server: Server, scripts: bool
) -> None:
    """Or has begun to write: at 400 % zoom a wide window is as narrow."""
    context = chromium.new_context(
        java_script_enabled=scripts, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{server.address}/write/{TOPIC}/en")
    expect(page.get_by_text("Write needs a wider screen.")).to_be_visible()
    editor = page.locator(".cm-content" if scripts else "#text")
    editor.wait_for(state="attached")
    expect(editor).not_to_be_visible()
    expect(page.locator("#save")).not_to_be_visible()
    expect(page.get_by_role("heading", name="No problems")).to_be_visible()
    expect(page.get_by_role("link", name="What helps now")).to_be_visible()
    shot(page, f"write-narrow-{scripts}")
    page.get_by_role("checkbox", name="Write here all the same").check()
    expect(editor).to_be_visible()
    expect(page.locator("#save")).to_be_visible()
    shot(page, f"write-narrow-anyway-{scripts}")
    if scripts:
        assert violations(page) == []
        page.get_by_role("checkbox", name="Write here all the same").uncheck()
        assert violations(page) == []
        page.set_viewport_size({"width": 1280, "height": 800})
        ready(page)
        page.locator(".cm-content").focus()
        page.keyboard.type("a")
        page.set_viewport_size({"width": 320, "height": 600})
        expect(editor).to_be_visible()
        page.on("dialog", lambda asked: asked.accept())
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_state_of_the_screens_shuts_anybody_out(
    page: Page, server: Server, file: Path, language: str
) -> None:
    """axe-core on every state that an author meets, at 200 % and in forced colours too."""
    page.context.set_extra_http_headers({"Accept-Language": language})
    page.reload()
    ready(page)
    page.locator(".preview-tab[value=slides]").click()
    page.locator("#pages .sheet").first.wait_for()
    assert violations(page) == [], "slides"
    page.locator(".more > summary").click()
    assert violations(page) == [], "more blocks"
    page.keyboard.press("Escape")
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n/ti")
    page.get_by_role("option").first.wait_for()
    shot(page, f"write-completion-{language}")
    assert violations(page) == [], "completion"
    page.keyboard.press("Escape")
    page.keyboard.press("Control+f")
    page.locator(".cm-search").wait_for()
    assert violations(page) == [], "search"
    page.keyboard.press("Escape")
    plant(page, "frequency", "frequensy")
    page.locator(".problem-card").wait_for()
    for colours in ("active", "none"):
        page.emulate_media(forced_colors=colours)
        for size in ((1280, 800), (640, 400)):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            shot(page, f"write-card-{language}-{colours}-{size[0]}")
            assert violations(page) == [], (colours, size)
    page.set_viewport_size({"width": 1280, "height": 800})
    file.write_text(file.read_text(encoding="utf-8") + "\nTheirs.\n", encoding="utf-8")
    page.locator("#save").click()
    page.locator("#conflict .side").first.wait_for()
    page.emulate_media(forced_colors="active")
    shot(page, f"write-conflict-{language}")
    assert violations(page) == [], "conflict"
    page.emulate_media(forced_colors="none")
    page.on("dialog", lambda asked: asked.accept())
    page.goto(f"{server.address}/write")
    page.locator("#title").fill("Other")
    page.locator("#name").fill(TOPIC)
    page.locator("#new-topic .button.primary").click()
    page.get_by_role("alert").wait_for()
    shot(page, f"write-taken-{language}")
    assert violations(page) == [], "taken"
    page.locator("#name").fill("Not A Name")
    page.locator("#new-topic .button.primary").click()
    page.get_by_role("alert").get_by_text("cannot name a topic").wait_for()
    assert violations(page) == [], "new topic refused"

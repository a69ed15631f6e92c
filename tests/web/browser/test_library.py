"""The library in Chromium, by real keys and clicks: found, filtered, starred; in three languages,
on a phone, zoomed, without a mouse, without JavaScript, in forced colours."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize, expect

from tests.benchmarks.many_topics import make
from tests.tools.reviews import signed
from tests.tools.served import once_read
from tests.web.browser.conftest import PATIENCE, Server, shot, violations
from tests.web.conftest import LIBRARY

pytestmark = pytest.mark.needs("chromium", "axe")

LONG, SHORT = "low-back-and-hip-pain", "first-days-of-back-pain"
OPENED = re.compile(rf"/tailor/{LONG}$")
DESKTOP, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)
NARROWEST = ViewportSize(width=320, height=256)
"""1280 by 1024 at 400 % (WCAG 2.2, 1.4.10)."""

_NOT_HERE = (f"/tailor/{LONG}", "/nowhere", "/library/favourites")
"""What the library leads to, an address that leads nowhere, and a form that is refused."""

_LEFT = ("htmx:afterRequest", "htmx:sendError", "htmx:sendAbort")
"""How htmx calls it that no answer came at all; of one that is not as it should be it says more."""

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def server(serving: Callable[[Path], Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A library with one topic reviewed and one a draft."""
    content = Path(shutil.copytree(LIBRARY, tmp_path_factory.mktemp("library") / "content"))
    today = date.today()
    signed(content, SHORT, on=today, until=today + timedelta(days=300))
    found = serving(content)
    once_read(f"{found.address}/")
    return found


@pytest.fixture
def opened(chromium: Browser, server: Server) -> Iterator[Opened]:
    """Opens a path in a browser of its own. Whatever it does, nothing may be asked of others and no
    rule of the policy be broken."""
    contexts: list[BrowserContext] = []
    heard: list[str] = []

    def open_it(path: str = "/library", **options: object) -> Page:
        context = chromium.new_context(**{"viewport": DESKTOP, **options})  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_navigation_timeout(PATIENCE)
        page = context.new_page()
        page.on("console", lambda said: heard.extend(complaint(said)))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda asked: heard.extend(elsewhere(asked.url, server.address)))
        page.goto(server.address + path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert [one for one in heard if not any(known in one for known in _NOT_HERE)] == []


def elsewhere(url: str, address: str) -> list[str]:
    """An address that is not ours. Pictures that a tailor screen has made are: it may have come to
    drawing them by the time that a test of what leads to it ends."""
    return [] if url.removeprefix("blob:").startswith(address) else [url]


def complaint(said: ConsoleMessage) -> list[str]:
    """What a browser says in its console that something is wrong, with the address. That htmx still
    waited for an answer when somebody left the screen is nothing wrong."""
    wrong = said.type in ("error", "warning") and not said.text.startswith(_LEFT)
    return [f"{said.text} {said.location['url']}"] if wrong else []


def sideways(page: Page) -> int:
    """CSS pixels that one has to scroll sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def titles(page: Page) -> list[str]:
    return page.locator(".topic .open").all_inner_texts()


def test_typing_finds_and_enter_opens(opened: Opened) -> None:
    page = opened()
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("hip")
    expect(page.locator("#result-count")).to_have_text("2 topics for “hip”")
    expect(page.locator("#said")).to_have_text("2 topics for “hip”")
    expect(page.locator(".topic.first .open")).to_have_text("Low back and hip pain")
    expect(page).to_have_url(re.compile(r"/library\?q=hip$"))
    shot(page, "library-search")
    page.keyboard.press("Enter")
    expect(page).to_have_url(OPENED)


def test_enter_right_after_typing_opens_what_was_typed(opened: Opened) -> None:
    page = opened()
    page.keyboard.type("low back and hip")
    page.keyboard.press("Enter")
    expect(page).to_have_url(OPENED)


def test_arrows_walk_the_topics_and_escape_clears(opened: Opened) -> None:
    page = opened()
    page.keyboard.type("back")
    expect(page.locator("#result-count")).to_contain_text("back")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".topic .open").nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".topic .open").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("#result-count")).to_have_text("2 topics")
    expect(page.locator("#q")).to_be_focused()


def test_control_enter_prints_what_is_reviewed_as_it_is(opened: Opened) -> None:
    page = opened("/library?review=in-date")
    page.locator(".topic .open").focus()
    with page.context.expect_page() as printed:
        page.keyboard.press("Control+Enter")
    expect(printed.value).to_have_url(re.compile(f"/topics/{SHORT}/en.pdf$"))


def test_a_slash_or_control_k_goes_to_the_search(opened: Opened) -> None:
    page = opened()
    for key in ("/", "Control+k"):
        page.locator(".topic .open").first.focus()
        page.keyboard.press(key)
        expect(page.locator("#q")).to_be_focused()
        expect(page.locator("#q")).to_have_value("")


def test_the_key_that_works_alone_can_be_turned_off(opened: Opened) -> None:
    page = opened()
    page.click(".menu.wide summary")
    switch = page.locator(".menu.wide .slash")
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert violations(page) == []
    shot(page, "library-menu")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.reload()
    page.locator(".topic .open").first.focus()
    page.keyboard.press("/")
    expect(page.locator(".topic .open").first).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.locator("#q")).to_be_focused()


def test_filters_apply_at_once_and_back_leaves_the_library(opened: Opened) -> None:
    page = opened("/nowhere")
    page.click("text=Open the library")
    page.check("input[name=area][value=hip]")
    expect(page.locator("#result-count")).to_have_text("1 topic")
    page.check("input[name=language][value=hi]")
    expect(page.locator("#result-count")).to_have_text("No topics")
    expect(page).to_have_url(re.compile("area=hip&language=hi"))
    shot(page, "library-noresult")
    assert violations(page) == []
    page.click("text=Show 2 topics without filters")
    expect(page.locator(".topic")).to_have_count(2)
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile("/nowhere$"))


def test_a_star_stays_and_keeps_the_focus(opened: Opened) -> None:
    page = opened()
    star = page.locator(f"#star-{LONG}")
    star.focus()
    page.keyboard.press("Space")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(star).to_be_focused()
    page.reload()
    expect(star).to_have_attribute("aria-pressed", "true")
    page.check("input[name=favourites]")
    expect(page.locator(".topic")).to_have_count(1)


def test_sets_saved_in_this_browser_lead_back(opened: Opened) -> None:
    page = opened()
    expect(page.locator("#sets")).to_be_hidden()
    page.evaluate(
        """topic => localStorage.setItem("careleaf-sets", JSON.stringify([
            {name: "First visit, <b>low back</b>", address: `/tailor/${topic}?without=plan`},
            {name: "Elsewhere", address: "https://evil.example/tailor/x"},
            {name: "Script", address: "javascript:alert(1)"},
        ]))""",
        LONG,
    )
    page.reload()
    expect(page.locator(".set")).to_have_count(1)
    expect(page.locator(".set")).to_have_text("First visit, <b>low back</b>")
    assert violations(page) == []
    shot(page, "library-sets")
    page.set_viewport_size(PHONE)
    page.click("text=Saved sets, 1")
    expect(page.locator(".set")).to_be_focused()
    shot(page, "phone-sets")
    page.click(".set")
    expect(page).to_have_url(re.compile(r"\?without=plan$"))


def test_words_of_somebody_else_in_the_browser_do_no_harm(opened: Opened) -> None:
    page = opened()
    page.evaluate("localStorage.setItem('careleaf-sets', '{{')")
    page.reload()
    expect(page.locator("#sets")).to_be_hidden()
    expect(page.locator(".topic")).to_have_count(2)


def test_a_click_on_a_card_opens_it(opened: Opened) -> None:
    page = opened()
    box = page.locator(f"#topic-{LONG} .sheet").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page).to_have_url(OPENED)


def test_without_javascript_it_still_finds_filters_and_stars(opened: Opened) -> None:
    page = opened(java_script_enabled=False)
    page.fill("#q", "hip")
    page.click(".search button")
    expect(page.locator("#result-count")).to_have_text("2 topics for “hip”")
    page.check("input[name=review][value=draft]")
    page.check("input[name=language][value=en]")
    page.click("text=Apply filters")
    expect(page.locator("#result-count")).to_have_text("1 topic for “hip”")
    page.click(f"#star-{LONG}")
    expect(page).to_have_url(re.compile(rf"q=hip&language=en&review=draft#topic-{LONG}$"))
    expect(page.locator(f"#star-{LONG}")).to_have_attribute("aria-pressed", "true")
    shot(page, "library-nojs")
    page.click("#clear")
    expect(page.locator("#q")).to_have_value("")
    page.click(".menu.wide summary")
    page.click(".menu.wide >> text=العربية")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_without_javascript_filters_open_on_a_phone(opened: Opened) -> None:
    page = opened(java_script_enabled=False, viewport=PHONE)
    expect(page.locator("#filters")).to_be_hidden()
    page.click("#open-filters")
    page.check("input[name=area][value=hip]")
    page.click("text=Apply filters")
    expect(page.locator(".topic")).to_have_count(1)


def test_the_menu_on_a_phone_leads_everywhere_and_escape_closes_it(opened: Opened) -> None:
    page = opened(viewport=PHONE, has_touch=True)
    expect(page.locator(".tabs")).to_be_hidden()
    page.locator(".menu.narrow summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu.narrow")).to_contain_text("Runs on this computer only")
    shot(page, "phone-menu")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".menu.narrow a").first).to_be_hidden()
    expect(page.locator(".menu.narrow summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.click(".menu.narrow >> text=Español")
    expect(page.locator("html")).to_have_attribute("lang", "es")


def test_a_phone_shows_the_codes_that_were_typed_alone(opened: Opened) -> None:
    codes = "#results .code:visible"
    page = opened("/library?q=pain", viewport=PHONE)
    expect(page.locator("#results .topic")).to_have_count(2)
    assert page.locator(codes).all_inner_texts() == []
    shot(page, "library-phone-codes")
    page = opened("/library?q=M25.551", viewport=PHONE)
    assert page.locator(codes).all_inner_texts() == ["M25.551"]
    page = opened("/library?q=pain")
    assert "M54.50" in page.locator(codes).all_inner_texts()


def test_a_phone_is_not_told_of_keys(opened: Opened) -> None:
    path = "/library?q=back"
    hint = "#results .hint.keys"
    expect(opened(path).locator(hint)).to_be_visible()
    expect(
        opened(path, viewport=PHONE, has_touch=True, is_mobile=True).locator(hint)
    ).to_be_hidden()


def test_filters_open_on_a_phone_and_lead_back(opened: Opened) -> None:
    page = opened(viewport=PHONE, has_touch=True)
    page.locator("#open-filters").focus()
    page.keyboard.press("Space")
    expect(page.locator("#open-filters")).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#filters input").first).to_be_focused()
    shot(page, "phone-filters")
    assert violations(page) == []
    page.check("input[name=area][value=hip]")
    page.click("text=Show the topics")
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator(".topic")).to_have_count(1)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROWEST], ids=["desktop", "phone", "320px"])
def test_no_barrier_in_any_language_on_any_screen(
    opened: Opened, language: str, size: ViewportSize
) -> None:
    page = opened("/library", viewport=size, locale=language)
    assert violations(page) == []
    assert sideways(page) <= 0
    shot(page, f"library-{language}-{size['width']}")
    page.fill("#q", "zzz")
    expect(page.locator(".none")).to_be_visible()
    assert violations(page) == []
    assert sideways(page) <= 0


STATES = (
    "?q=hip",
    "?q=M54.5",
    "?q=pillow&review=draft&language=en",
    "?order=title",
    "?favourites=1",
    "?review=in-date&language=es",
    "?q=tennis+hip&area=hip&language=vi",
)


@pytest.mark.parametrize(
    "options",
    [{}, {"forced_colors": "active"}, {"viewport": {"width": 640, "height": 400}}],
    ids=["plain", "forced-colours", "200%"],
)
def test_no_barrier_in_any_state(opened: Opened, options: dict[str, object]) -> None:
    page = opened("/library", **options)
    page.click(f"#star-{SHORT}")
    expect(page.locator(f"#star-{SHORT}")).to_have_attribute("aria-pressed", "true")
    for number, state in enumerate(STATES):
        page.goto(f"{page.url.partition('/library')[0]}/library{state}")
        assert violations(page) == [], state
        assert sideways(page) <= 0, state
        shot(page, f"library-state-{number}-{len(options)}-{options.get('forced_colors', '')}")


@pytest.mark.parametrize(
    ("status", "change"),
    [
        (403, "form.querySelector('[name=careleaf-form]').value = 'x'"),
        (413, "form.querySelector('[name=back]').value = 'x'.repeat(2_000_000)"),
        (422, ""),
        (404, "form.querySelector('[name=topic]').value = 'x'"),
    ],
)
def test_a_refusal_has_no_barrier_and_a_way_on(opened: Opened, status: int, change: str) -> None:
    page = opened("/library", locale="es")
    if status == 422:  # the browser has no room for one more favourite
        full = ".".join(f"topic-{number:0100}" for number in range(33))
        page.context.add_cookies([{"name": "careleaf-favourites", "value": full, "url": page.url}])
    with page.expect_navigation() as answered:
        page.evaluate(
            f"() => {{ const form = document.querySelector('form.star'); {change}; form.submit() }}"
        )
    assert answered.value.status == status
    assert violations(page) == []
    shot(page, f"refusal-{status}")
    page.click("main a.button.primary")
    expect(page).to_have_url(re.compile("/library$"))


def test_at_200_percent_all_is_there(opened: Opened) -> None:
    page = opened(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    assert sideways(page) <= 0
    expect(page.locator(f"#topic-{LONG} .button")).to_be_visible()
    shot(page, "library-zoom-200")


def test_english_words_end_on_the_right_on_an_arabic_screen(opened: Opened) -> None:
    page = opened("/library?q=pillow", locale="ar")
    expect(page.locator(".topic q")).to_contain_text("pillow between your knees.")
    shot(page, "library-ar-passage")
    where = """one => {
        const last = [...one.childNodes].at(-1);
        const at = (from) => {
            const range = document.createRange();
            range.setStart(last, from);
            range.setEnd(last, from + 1);
            return range.getBoundingClientRect().x;
        };
        const end = last.data.length;
        return [at(end - 2), at(end - 1)];
    }"""
    letter, stop = page.locator(".topic q").evaluate(where)
    assert letter < stop
    page.fill("#q", "hip (-5)")
    expect(page.locator("#result-count")).to_have_text("موضوعان عن «hip (-5)»")
    five, bracket = page.locator("#result-count bdi").evaluate(where)
    assert five < bracket


@pytest.mark.parametrize("path", ["/nowhere", "/library?q=zzz&area=hip"])
def test_screens_that_only_say_something_have_no_barrier(opened: Opened, path: str) -> None:
    page = opened(path)
    assert violations(page) == []


def test_an_empty_library_is_filled_by_one_press(
    chromium: Browser, serving: Callable[[Path], Server], tmp_path: Path
) -> None:
    (tmp_path / "topics").mkdir()
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(f"{serving(tmp_path).address}/library")
    expect(page.locator("h2")).to_have_text("Your library is empty")
    shot(page, "library-empty")
    assert violations(page) == []
    page.click("text=Add 2 starter topics")
    expect(page.locator(".topic")).to_have_count(2)
    page.close()


def test_while_topics_are_read_the_screen_says_so_and_keeps_its_focus(
    chromium: Browser,
    serving: Callable[[Path], Server],
    tmp_path: Path,
    slow_disk: threading.Event,
) -> None:
    make(tmp_path, 200)
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(f"{serving(tmp_path).address}/library")
    reading = page.locator("#results[data-reading]")
    expect(reading).to_contain_text("Reading the topics")
    assert page.locator(".none, .empty").count() == 0
    assert violations(page) == []
    shot(page, "library-reading")
    expect(page.locator(".topic").nth(2)).to_be_attached()
    page.fill("#q", "back")
    said, count = page.locator("#said"), page.locator("#result-count")
    expect(said).to_have_text(re.compile(r"^\d+ topics for “back”$"))
    first = said.inner_text()
    expect(count).not_to_have_text(first)
    expect(count).to_have_text(re.compile(r"^\d+ topics for “back”$"))
    assert said.inner_text() == first, "not every other second"
    # Whoever is on a topic stays there, and the topics round it as well.
    link = page.locator(".topic .open").first
    link.focus()
    name, held = link.get_attribute("id"), titles(page)
    for _ in range(2):  # when the second answer comes, the first has been taken in
        with page.expect_response(re.compile("/library")):
            pass
    assert page.evaluate("document.activeElement.id") == name and titles(page) == held
    # Until all are read: then what is said of it holds, and the focus is on it or on them all.
    slow_disk.set()
    expect(reading).to_have_count(0, timeout=PATIENCE)
    assert page.evaluate("document.activeElement.closest('#results') !== null")
    expect(said).to_have_text("200 topics for “back”")
    # The filters came with the topics.
    expect(page.locator("#filters input[name=language]")).to_have_count(1)
    page.close()


def test_a_tick_shows_in_forced_colours(opened: Opened) -> None:
    page = opened(forced_colors="active")
    tick = page.locator("input[name=area][value=hip]")
    empty = tick.screenshot()
    border = tick.evaluate("one => getComputedStyle(one).borderTopColor")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert border != ground
    tick.check()
    page.locator("#q").focus()
    assert tick.screenshot() != empty
    shot(page, "library-forced-colours")


def test_every_target_is_large_enough(opened: Opened) -> None:
    """WCAG 2.2, 2.5.8: 24 CSS pixels; 44 where fingers press."""
    small = """least => [
        ...document.querySelectorAll("a, button, input:not([type=hidden]), summary")
    ]
        .filter((one) => one.checkVisibility() && !one.closest(".skips, .unseen"))
        .filter((one) => !one.matches(".open, .hint a"))
        .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
        .filter(([one, box]) => Math.min(box.width, box.height) < least)
        .map(([one]) => one.outerHTML.slice(0, 80))"""
    assert opened().evaluate(small, 24) == []
    assert opened(viewport=PHONE, has_touch=True, is_mobile=True).evaluate(small, 40) == []


def test_the_first_stops_of_the_keyboard_skip_ahead(opened: Opened) -> None:
    page = opened()
    page.locator(".brand").focus()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".skip", has_text="Skip to the topics")).to_be_focused()
    expect(page.locator(".skip", has_text="Skip to the topics")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#results') !== null")


def test_an_open_library_notices_what_changes_elsewhere(
    chromium: Browser, serving: Callable[[Path], Server], tmp_path: Path
) -> None:
    content = Path(shutil.copytree(LIBRARY, tmp_path / "content"))
    today = date.today()
    review = signed(content, SHORT, on=today, until=today + timedelta(days=300))
    server = serving(content)
    context = chromium.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{server.address}/library?review=in-date&review=draft")
    expect(page.locator("[data-reading]")).to_have_count(0)
    card, badges = page.locator(f"#topic-{SHORT}"), page.locator(f"#topic-{SHORT} .about")
    expect(badges).to_contain_text("English: reviewed until")
    # On a card, and on a filter: the focus stays where it is.
    link, tick = page.locator(f"#open-{SHORT}"), page.locator("#filter-review-in-date")
    link.focus()
    file = content / "topics" / SHORT / "en.md"
    before = file.read_text("utf-8")
    file.write_text(before.replace("title: The", "title: Zebra"), "utf-8")
    expect(link).to_contain_text("Zebra")
    expect(badges).not_to_contain_text("reviewed until")
    expect(link).to_be_focused()
    tick.focus()
    file.write_text(before, "utf-8")
    expect(badges).to_contain_text("English: reviewed until")
    expect(tick).to_be_focused()
    expect(tick).to_be_checked()
    card.get_by_role("button", name="Favourite").click()
    expect(card.get_by_role("button", name="Favourite")).to_have_attribute("aria-pressed", "true")
    link.focus()
    review.unlink()
    expect(badges).not_to_contain_text("reviewed until")
    shutil.rmtree(content / "topics" / SHORT)
    expect(card).to_have_count(0)
    expect(page.locator("#results")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    with page.expect_response(lambda answer: answer.status == 204):
        pass  # a look at what has not changed
    context.close()

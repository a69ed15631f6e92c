"""A clinician makes a handout right for one patient in Chromium, by real clicks and keys: in a
minute, in Arabic, on a phone, by keyboard alone, without JavaScript; and what stops on the way."""

from __future__ import annotations

import io
import re
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Download,
    Locator,
    Page,
    Response,
    Route,
    expect,
)

from tests.web.browser.conftest import PATIENCE, Server, shot, violations
from tests.web.conftest import LIBRARY
from tests.web.watched_server import watched_server

pytestmark = pytest.mark.needs("chromium", "axe")

LONG, SHORT = "/tailor/low-back-and-hip-pain", "/tailor/first-days-of-back-pain"
NAME = "Zyxwvut Quxley"
UNPRINTABLE = "\u1000\u1001"
"""Burmese letters, which no bundled font has."""

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def server(serving: Callable[[Path], Server]) -> Server:
    return serving(LIBRARY)


@pytest.fixture
def opened(chromium: Browser, server: Server) -> Iterator[Opened]:
    """Opens a path in a browser of its own. Nothing may be asked of others, no script may fail and
    no rule of the policy be broken."""
    contexts: list[BrowserContext] = []
    heard: list[str] = []

    def open_it(path: str, **options: object) -> Page:
        chosen = {"viewport": {"width": 1280, "height": 800}, **options}
        context = chromium.new_context(**chosen)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_navigation_timeout(PATIENCE)
        page = context.new_page()
        page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda asked: _own(asked.url, server.address, heard))
        page.goto(server.address + path)
        if options.get("java_script_enabled", True) and path.startswith("/tailor"):
            drawn(page)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert [one for one in heard if "422" not in one] == []


def _own(url: str, address: str, heard: list[str]) -> None:
    if not url.startswith((address, "blob:", "chrome")):
        heard.append(url)


def drawn(page: Page) -> None:
    """Wait until the pages are as the form says."""
    expect(page.locator("#paper")).to_have_attribute("data-state", "drawn", timeout=PATIENCE)


def seen(page: Page, address: str, status: int) -> None:
    """Wait until the server has seen that files have changed, and answers with this status."""
    late = time.monotonic() + PATIENCE / 1000
    while (found := page.request.get(address, timeout=PATIENCE).status) != status:
        assert time.monotonic() < late, f"it still answers {found}"
        page.wait_for_timeout(100)


def pdf_of(download: Download) -> tuple[pikepdf.Pdf, str]:
    data = Path(download.path()).read_bytes()
    return pikepdf.open(io.BytesIO(data)), text_of(data)


def asked_again(page: Page, answer: Response) -> bytes:
    """The bytes of an answer that went into a print window, where nobody can read them: those of
    the very same request."""
    asked = answer.request
    headers = {"content-type": asked.headers["content-type"]}
    again = page.request.post(asked.url, data=asked.post_data or "", headers=headers)
    assert again.status == answer.status == 200
    return again.body()


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def tick(page: Page, words: str) -> Locator:
    return page.get_by_role("checkbox", name=words, exact=True)


def language(page: Page, name: str) -> Locator:
    return page.locator(".languages label", has_text=name)


def saved(page: Page, name: str) -> Download:
    with page.expect_download() as waited:
        page.get_by_role("button", name=name, exact=True).click()
    return waited.value


class Hands:
    """A clinician's keys and clicks, counted: a word typed in one go is one."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def type(self, words: str) -> None:
        self.actions += 1
        self.page.keyboard.type(words)

    def press(self, key: str) -> None:
        self.actions += 1
        self.page.keyboard.press(key)

    def click(self, what: Locator) -> None:
        self.actions += 1
        what.click()


def test_a_topic_that_is_taken_away_under_the_screen_is_told_as_that(
    chromium: Browser, serving: Callable[[Path], Server], tmp_path: Path
) -> None:
    content = Path(shutil.copytree(LIBRARY, tmp_path / "content"))
    page = chromium.new_context().new_page()
    address = serving(content).address + SHORT
    page.goto(address, timeout=PATIENCE)
    drawn(page)
    folder = content / SHORT.replace("/tailor", "topics")
    folder.rename(tmp_path / "elsewhere")
    seen(page, address, 404)
    tick(page, "Medicine").uncheck()
    expect(page.locator("[data-wrong]")).to_contain_text("This topic is not there any more")
    expect(tick(page, "Medicine")).not_to_be_checked()
    shot(page, "tailor-gone")
    page.context.close()


@pytest.mark.parametrize(
    ("width", "height"), [(1440, 900), (1280, 800), (1024, 800), (640, 400), (390, 800), (320, 640)]
)
def test_what_is_said_of_the_pages_moves_none(opened: Opened, width: int, height: int) -> None:
    page = opened(SHORT, viewport={"width": width, "height": height})
    if width < 896:
        page.locator(".view[href='#pages']").click()
    tools, paper = page.locator(".tools"), page.locator("#paper")
    before = tools.bounding_box(), paper.bounding_box()
    for words in ("Drawing page 2 of 12", "Se envió a la ventana de impresión."):
        page.evaluate("words => { document.getElementById('busy').textContent = words; }", words)
        shot(page, f"tailor-said-{width}")
        assert (tools.bounding_box(), paper.bounding_box()) == before
        assert page.locator("#busy").evaluate("one => one.scrollHeight <= one.clientHeight")


def test_why_nothing_was_made_stands_at_the_buttons_and_moves_nothing(opened: Opened) -> None:
    page = opened(SHORT)
    before = page.locator("#paper").bounding_box()
    page.route("**/file/pdf", lambda route: route.fulfill(status=422, body="changed"))
    page.get_by_role("button", name="PDF", exact=True).click()
    alarm = page.get_by_role("alert").filter(has_text="This topic has changed")
    expect(alarm).to_be_visible()
    shot(page, "tailor-not-given")
    assert page.locator("#paper").bounding_box() == before
    alarm.get_by_role("button", name="Close").click()
    expect(alarm).to_be_hidden()
    expect(page.locator("#print")).to_be_focused()


def looked_at(page: Page) -> tuple[str, float]:
    """The page at the top of the pane, and how much of it is above."""
    sheet, share = page.locator("#paper").evaluate(
        """paper => {
          const top = paper.getBoundingClientRect().top;
          const boxes = [...paper.querySelectorAll(".sheet")].map(
            (one) => ({ id: one.id, box: one.getBoundingClientRect() }));
          const { id, box } = boxes.filter((one) => one.box.top < top).at(-1);
          return [id, (top - box.top) / box.height];
        }"""
    )
    return sheet, round(share, 1)


def test_the_pages_stay_where_they_are_when_they_change(opened: Opened) -> None:
    page = opened(LONG)
    for _ in range(3):
        page.get_by_role("button", name="Larger").click()
    expect(page.locator("#scale")).to_have_text("102 %")
    page.locator("#paper").evaluate(
        "one => { const page = document.getElementById('page-3');"
        " one.scrollTop = page.offsetTop - one.offsetTop + page.offsetHeight * 0.4; }"
    )
    page.wait_for_timeout(3200)
    assert looked_at(page) == ("page-3", 0.4)
    changes: list[Callable[[], object]] = [
        tick(page, "What to do today").uncheck,
        language(page, "Español").click,
        page.locator("label", has_text="Large print").click,
        page.locator("label", has_text="A4").click,
        partial(page.locator("#name").fill, "Ada Sample"),
        page.get_by_role("button", name="Everything", exact=True).click,
    ]
    for change in changes:
        change()
        drawn(page)
        assert looked_at(page) == ("page-3", 0.4)
        expect(page.locator("#scale")).to_have_text("102 %")
    page.get_by_role("button", name="Smaller").click()
    assert looked_at(page) == ("page-3", 0.4)


@pytest.mark.parametrize("script", [True, False])
def test_the_language_of_the_screen_changes_and_every_choice_stays(
    opened: Opened, script: bool
) -> None:
    page = opened(SHORT, java_script_enabled=script)
    tick(page, "Before you go").uncheck()
    page.get_by_label("Knee rolls: times in a row").fill("Maria Lopez" if script else "8")
    page.locator("#name").fill(NAME)
    if script:
        drawn(page)
        page.locator("#told-dose\\.knee-rolls\\.reps .message").wait_for()
        assert "Maria" not in page.url and "keep=" in page.url
    page.locator("details.menu.wide summary").click()
    page.locator("details.menu.wide").get_by_role("button", name="Español").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    if script:
        drawn(page)
        assert "Maria" not in page.url and "keep=" in page.url and "Zyx" not in page.url
    expect(page.locator("#name")).to_have_value(NAME)
    expect(page.locator("[name='dose.knee-rolls.reps']")).to_have_value(
        "Maria Lopez" if script else "8"
    )
    expect(page.locator("[name=keep][value=before-you-go]")).not_to_be_checked()
    expect(page.locator("#paper img").first).to_be_visible()
    expect(page.locator("#thumbs .thumb")).to_have_count(
        page.locator("#paper .sheet").count() if script else 0
    )


def test_the_one_minute_flow_takes_at_most_eight_actions(opened: Opened) -> None:
    page = opened("/library")
    hands = Hands(page)
    hands.type("hip")
    expect(page.locator(".topic.first .open")).to_have_text("Low back and hip pain")
    hands.press("Enter")
    expect(page).to_have_url(re.compile(rf"{LONG}$"), timeout=20_000)
    drawn(page)
    hands.click(page.get_by_text("Before you start", exact=True))
    hands.click(page.get_by_text("What to do today", exact=True))
    hands.click(page.get_by_label("Leave every dose blank: Knee rolls"))
    hands.click(language(page, "Español"))
    drawn(page)
    expect(page.locator("#count")).to_have_text("3 of 30 sections, 3 blanks to write in")
    shot(page, "tailor-es")
    with page.expect_response(re.compile("/file/print$")) as printed:
        hands.click(page.get_by_role("button", name="Print", exact=True))
    assert hands.actions <= 8
    data = asked_again(page, printed.value)
    text = text_of(data)
    assert "Dolor de espalda baja y cadera" in text
    assert "Antes de empezar" not in text and "Giros de rodillas" in text
    card = text[text.index("Giros de rodillas") :]
    assert "5 veces" not in card[: card.index("Inclinación")], "a line to write on instead"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked and pdf.Root.StructTreeRoot
        assert str(pdf.Root.Lang).startswith("es")
    expect(page.locator("#printing")).to_have_attribute("src", re.compile("^blob:"))
    expect(page.locator("#busy")).to_have_text("Sent to the print window.")


def test_a_change_redraws_only_the_pages_that_change_and_marks_the_spot(opened: Opened) -> None:
    page = opened(SHORT)
    before = page.locator(".sheet img").evaluate_all("all => all.map((one) => one.src)")
    cell = page.get_by_label("Knee rolls: times in a row")
    cell.click()
    expect(page.locator(".hint")).to_contain_text("Author's range: 5 to 10. Usual: 5.")
    page.keyboard.press("Delete")
    drawn(page)
    after = page.locator(".sheet img").evaluate_all("all => all.map((one) => one.src)")
    assert before[0] == after[0] and before[1] != after[1]
    expect(page.locator("#page-2 .mark")).to_have_count(1)
    expect(page.locator("#page-2")).to_be_in_viewport()
    assert page.url.endswith("?dose.knee-rolls.reps=")
    shot(page, "tailor-blank")
    page.keyboard.press("Escape")
    drawn(page)
    expect(cell).to_have_value("5")


def test_an_unsafe_dose_waits_until_somebody_decides(opened: Opened) -> None:
    page = opened(SHORT)
    cell = page.get_by_label("Knee rolls: times in a row")
    cell.fill("12")
    sentence = page.get_by_text("12 times is above the author's range, 5 to 10 times.")
    expect(sentence).to_be_visible()
    expect(page.get_by_text("The pages still show 5.")).to_be_visible()
    expect(page.locator("#waits")).to_have_text("1 choice to settle before you print")
    page.locator("#name").focus()
    shot(page, "tailor-unsafe")
    assert violations(page) == []
    page.get_by_role("button", name="Print", exact=True).click()
    expect(cell).to_be_focused()
    page.get_by_role("button", name="Go back to 5").click()
    expect(sentence).to_be_hidden()
    cell.fill("12")
    page.get_by_role("button", name="Use 12 for this patient").click()
    drawn(page)
    expect(page.locator("#waits")).to_be_empty()
    assert "?" not in page.url, "what was decided for one patient is in no address"
    _, text = pdf_of(saved(page, "PDF"))
    assert "12 times" in text and "Your clinician chose 12 times for you." in text
    cell.fill("100")
    expect(page.get_by_text("is ten times the author's most")).to_be_visible()
    expect(page.get_by_role("button", name="Use 100 for this patient")).to_have_count(0)


def whole_in_sight(what: Locator) -> bool:
    """Whether nothing lies over it, at any corner, and all of it is in the window."""
    return bool(
        what.evaluate(
            """one => {
              const box = one.getBoundingClientRect();
              const [left, right] = [box.left + 6, box.right - 6];
              const [top, bottom] = [box.top + 6, box.bottom - 6];
              return [[left, top], [right, top], [left, bottom], [right, bottom]].every(
                ([x, y]) => one.contains(document.elementFromPoint(x, y)));
            }"""
        )
    )


WINDOWS = [(1280, 860), (1280, 620), (1024, 560), (640, 400), (390, 844), (320, 640), (320, 256)]


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_what_a_dose_is_refused_for_comes_whole_into_sight(
    opened: Opened, width: int, height: int
) -> None:
    page = opened(SHORT, viewport={"width": width, "height": height})
    cell = page.get_by_label("Pelvic tilt: times in a row")
    cell.click()
    hint = page.locator(".hint")
    expect(hint).to_contain_text("Author's range: 5 to 10. Usual: 5.")
    if width < 896:
        covered = page.locator("[data-id=pelvic-tilt] > .row").bounding_box()
        place = hint.bounding_box()
        assert covered and place and place["y"] >= covered["y"] + covered["height"] - 1
    cell.fill("12")
    back = page.get_by_role("button", name="Go back to 5")
    back.wait_for()
    expect(hint).to_have_count(0)
    shot(page, f"tailor-refused-{width}x{height}")
    assert whole_in_sight(page.get_by_role("button", name="Use 12 for this patient"))
    assert whole_in_sight(back)
    if height > 300:
        assert whole_in_sight(page.locator("#told-dose\\.pelvic-tilt\\.reps .message"))


def test_what_is_pressed_beside_a_hint_does_not_move_away(opened: Opened) -> None:
    page = opened(SHORT, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.get_by_label("Knee rolls: times in a row").tap()
    expect(page.locator(".hint")).to_be_visible()
    tick(page, "Medicine").tap()
    expect(tick(page, "Medicine")).not_to_be_checked()
    expect(page.locator(".hint")).to_have_count(0)
    page.get_by_label("Knee rolls: times in a row").tap()
    page.locator(".hint").get_by_role("button", name="Leave blank").tap()
    expect(page.get_by_label("Knee rolls: times in a row")).to_have_value("")


@pytest.mark.parametrize(("width", "height"), [(1280, 620), (640, 400), (390, 640)])
def test_the_focus_is_never_hidden(opened: Opened, width: int, height: int) -> None:
    page = opened(f"{SHORT}?dose.knee-rolls.reps=12", viewport={"width": width, "height": height})
    hidden: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const one = document.activeElement;
              const box = (one.closest("label") ?? one).getBoundingClientRect();
              const seen = [0.2, 0.5, 0.8].some((share) => {
                const [x, y] = [box.left + box.width / 2, box.top + box.height * share];
                const at = document.elementFromPoint(x, y);
                const label = one.closest("label");
                return at && (one.contains(at) || at.contains(one) || label?.contains(at));
              });
              return [seen, one.outerHTML.slice(0, 120)];
            }"""
        )
        if not found[0]:
            hidden.append(found[1])
    assert hidden == []


def test_emergency_signs_are_locked_and_say_why(opened: Opened) -> None:
    page = opened(SHORT)
    locked = page.get_by_role("checkbox", name="When to get help")
    expect(locked).to_have_attribute("aria-disabled", "true")
    locked.focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("“When to get help” always prints.").first).to_be_visible()
    expect(page.locator("#spoken")).to_contain_text("always prints")
    shot(page, "tailor-locked")
    assert violations(page) == []


def rows(page: Page) -> list[str]:
    return page.locator(".exercise .title").all_inner_texts()


def test_rows_are_moved_by_mouse_by_menu_and_by_keys(opened: Opened) -> None:
    page = opened(SHORT)
    assert rows(page) == ["Knee rolls", "Pelvic tilt"]
    grip = page.get_by_role("button", name="Move Knee rolls", exact=True)
    box, below = grip.bounding_box(), page.locator("[data-id=pelvic-tilt]").bounding_box()
    assert box and below
    page.mouse.move(box["x"] + 5, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, below["y"] + below["height"] - 4, steps=8)
    page.mouse.up()
    drawn(page)
    assert rows(page) == ["Pelvic tilt", "Knee rolls"]
    expect(page.locator("#spoken")).to_have_text("Knee rolls, 2 of 2")
    grip.click()
    expect(page.get_by_role("menuitem", name="Move up", exact=True)).to_be_focused()
    shot(page, "tailor-menu")
    assert violations(page) == []
    page.keyboard.press("Enter")
    drawn(page)
    assert rows(page) == ["Knee rolls", "Pelvic tilt"]
    grip.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".lift-note")).to_contain_text("Moving Knee rolls, now 2 of 2")
    shot(page, "tailor-reorder")
    page.keyboard.press("Escape")
    assert rows(page) == ["Knee rolls", "Pelvic tilt"]
    tick(page, "Knee rolls").focus()
    page.keyboard.press("Alt+ArrowDown")
    drawn(page)
    assert rows(page) == ["Pelvic tilt", "Knee rolls"]
    expect(tick(page, "Knee rolls")).to_be_focused()
    _, text = pdf_of(saved(page, "PDF"))
    assert text.index("Pelvic tilt") < text.index("Knee rolls")


def test_by_keyboard_alone(opened: Opened) -> None:
    page = opened(SHORT)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to Print")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#name")).to_be_focused()
    page.keyboard.type("Ada Sample")
    tick(page, "What helps now").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("checkbox", name="When to get help")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(tick(page, "Knee rolls")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("8")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Pelvic tilt: times in a row")).to_be_focused()
    drawn(page)
    with page.expect_response(re.compile("/file/print$")) as printed:
        page.keyboard.press("Control+p")
    text = text_of(asked_again(page, printed.value))
    assert "8 times" in text and "Ada Sample" in text and "Walk 5 to 10 minutes" not in text


def test_words_in_arabic_run_from_the_right_where_they_are_typed_and_read(opened: Opened) -> None:
    """On a screen in English: the language of the handout is what counts."""
    page = opened(SHORT)
    note, text = page.locator("#note"), page.locator("#as-text")
    runs = "one => [one.lang, getComputedStyle(one).direction]"
    assert note.evaluate(runs) == ["en", "ltr"]
    language(page, "العربية").click()
    note.fill("اتصلوا 555-0142، أو 1-800-222-1222.")
    drawn(page)
    assert note.evaluate(runs) == ["ar", "rtl"]
    page.get_by_text("Text", exact=True).click()
    expect(text).to_contain_text("\u200f555-0199")
    assert text.evaluate(runs) == page.locator("#portal").evaluate(runs) == ["ar", "rtl"]
    shot(page, "tailor-text-ar")
    page.locator("#with").select_option("en")
    expect(text).to_have_attribute("dir", "auto")
    language(page, "English").click()
    expect(text).to_have_attribute("dir", "ltr")
    assert note.evaluate(runs) == ["en", "rtl"], "what is typed goes by its own letters"


def test_in_arabic_with_a_second_language(opened: Opened) -> None:
    page = opened(SHORT, locale="ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    language(page, "العربية").click()
    page.locator("#with").select_option("en")
    drawn(page)
    shot(page, "tailor-ar")
    assert violations(page) == []
    panel, sheet = page.locator("#choose").bounding_box(), page.locator("#page-1").bounding_box()
    assert panel and sheet and panel["x"] > sheet["x"]
    download = saved(page, "PDF")
    assert download.suggested_filename == "first-days-of-back-pain-ar-en.pdf"
    pdf, text = pdf_of(download)
    assert str(pdf.Root.Lang).startswith("ar") and "Call 911 now if" in text
    page.locator("[name=print][value=large]").check()
    expect(page.locator("#told-with .message")).to_be_visible()
    expect(page.locator("#waits")).not_to_be_empty()


def test_in_spanish(opened: Opened) -> None:
    page = opened(LONG, locale="es")
    expect(page.get_by_role("button", name="Imprimir")).to_be_visible()
    assert violations(page) == []
    cell = page.get_by_label("Giros de rodillas: veces seguidas")
    cell.fill("12")
    expect(page.get_by_text("12 veces está por encima del rango del autor")).to_be_visible()


def test_on_a_phone(opened: Opened) -> None:
    phone = {"width": 390, "height": 844}
    page = opened(SHORT, viewport=phone, has_touch=True, is_mobile=True, device_scale_factor=2)
    assert violations(page) == []
    tick(page, "Medicine").tap()
    expect(page.locator("#print-said")).to_have_text("Standard, Letter")
    page.get_by_role("button", name="Change").tap()
    page.locator("label", has_text="Black and white").tap()
    expect(page.locator("#print-said")).to_have_text("Black and white, Letter")
    assert violations(page) == []
    page.get_by_text("Pages, ").tap()
    drawn(page)
    expect(page.locator("#page-1 img")).to_be_visible()
    expect(page.get_by_role("heading", name="What to print")).to_be_hidden()
    shot(page, "phone-preview")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("button", name="Save as").tap()
    _, text = pdf_of(saved(page, "PDF"))
    assert "Check with us before you take an NSAID" not in text
    for target in page.locator("button:not(.text-button):visible, .pick:visible").all():
        box = target.bounding_box()
        assert box and box["height"] >= 40, target.evaluate("one => one.outerHTML")


def test_nothing_scrolls_sideways_at_400_percent(opened: Opened) -> None:
    page = opened(LONG, viewport={"width": 320, "height": 256}, device_scale_factor=4)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []


def test_without_javascript_everything_picks_tailors_and_downloads(opened: Opened) -> None:
    page = opened(SHORT, java_script_enabled=False)
    expect(page.locator(".sheet img").first).to_be_visible()
    shot(page, "tailor-nojs")
    page.get_by_text("What helps now", exact=True).click()
    page.get_by_label("Knee rolls: times in a row").fill("8")
    page.locator("#name").fill(NAME)
    page.locator(".refresh button").click()
    expect(page.locator("#count")).to_have_text("4 of 5 sections")
    expect(page.locator(".sheet img").nth(3)).to_be_attached()
    expect(page.locator(".sheet img").first).to_have_js_property("naturalWidth", 1144)
    page.get_by_role("button", name="Move Pelvic tilt up").click()
    expect(page.locator(".exercise .title")).to_have_text(["Pelvic tilt", "Knee rolls"])
    expect(page.locator("#name")).to_have_value(NAME)
    expect(page.get_by_label("Knee rolls: times in a row")).to_have_value("8")
    assert "Zyx" not in page.url and "Zyx" not in page.title()
    _, text = pdf_of(saved(page, "PDF"))
    assert "8 times" in text and NAME in text and "Walk 5 to 10 minutes" not in text
    page.get_by_label("Knee rolls: times in a row").fill("12")
    page.locator(".refresh button").click()
    told = page.locator("#told-dose\\.knee-rolls\\.reps")
    expect(told.get_by_text("12 times is above the author's range")).to_be_visible()
    expect(page.locator("#old")).to_have_text("Not up to date")
    page.get_by_role("button", name="Use 12 for this patient").click()
    expect(page.locator("#waits")).to_be_empty()
    expect(page.locator("#old")).to_be_hidden()
    _, text = pdf_of(saved(page, "PDF"))
    assert "Your clinician chose 12 times for you." in text


def test_without_javascript_a_refused_file_needs_no_way_back(opened: Opened) -> None:
    page = opened(SHORT, java_script_enabled=False)
    page.locator("#name").fill(NAME)
    page.get_by_label("Knee rolls: times in a row").fill("12")
    page.locator("#with").select_option("es")
    page.locator("label", has_text="Large print").click()
    page.get_by_role("button", name="PDF", exact=True).click()
    summary = page.locator("#summary")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    expect(summary).to_contain_text("Nothing was made yet")
    shot(page, "tailor-nojs-refused")
    summary.get_by_role("link", name="12 times is above").click()
    expect(page.get_by_role("button", name="Go back to 5")).to_be_in_viewport(ratio=1)
    assert NAME not in page.url
    page.get_by_role("button", name="Back to your choices").click()
    expect(page).to_have_url(re.compile(f"{SHORT}$"))
    expect(page.locator("#name")).to_have_value(NAME)
    expect(page.get_by_label("Knee rolls: times in a row")).to_have_value("12")
    page.get_by_role("button", name="Go back to 5").click()
    expect(page.locator("#waits")).to_have_text("1 choice to settle before you print")
    page.get_by_role("button", name="Standard print").click()
    expect(page.locator("#waits")).to_be_empty()
    _, text = pdf_of(saved(page, "PDF"))
    assert NAME in text and "Los primeros días" in text


def test_without_javascript_going_back_works_while_no_patient_is_named(opened: Opened) -> None:
    page = opened(SHORT, java_script_enabled=False)
    tick(page, "Medicine").uncheck()
    page.locator(".refresh button").click()
    expect(page).to_have_url(re.compile("keep="))
    page.get_by_label("Knee rolls: times in a row").fill("12")
    page.get_by_role("button", name="PDF", exact=True).click()
    expect(page.locator("#summary")).to_be_visible()
    page.go_back()
    expect(page.locator("#count")).to_have_text("4 of 5 sections")
    expect(tick(page, "Medicine")).not_to_be_checked()


@pytest.mark.parametrize("width", [1280, 390])
def test_two_languages_in_large_print_are_mended_by_a_button(opened: Opened, width: int) -> None:
    page = opened(SHORT + "?with=es&print=large", viewport={"width": width, "height": 800})
    told = page.locator("#told-with")
    expect(told).to_contain_text("Two languages side by side are there in the standard print only.")
    expect(page.locator("#with")).to_have_attribute("aria-invalid", "true")
    if width > 500:
        expect(page.locator("#old")).to_have_text("Not up to date")
    page.get_by_role("button", name="Print", exact=True).click()
    expect(page.locator("#with" if width > 500 else "#told-with")).to_be_focused()
    shot(page, f"tailor-beside-{width}")
    assert violations(page) == []
    page.get_by_role("button", name="Standard print").click()
    drawn(page)
    expect(told).to_be_empty()
    expect(page.locator("#old")).to_be_hidden()
    expect(page.locator("[name=print][value=standard]")).to_be_checked()
    expect(page.locator("#print-said")).to_have_text("Standard, Letter, Español")
    expect(page.locator("[name=print]:checked" if width > 500 else "#print-more")).to_be_focused()
    assert page.url.endswith("?with=es")
    if width > 500:
        page.locator("label", has_text="Easy read").click()
        page.get_by_role("button", name="One language only").click()
        drawn(page)
        assert page.url.endswith("?print=easy-read")
        expect(page.locator("#with")).to_be_focused()


def test_a_name_that_no_font_has_is_told_at_its_field(opened: Opened) -> None:
    page = opened(SHORT)
    page.locator("#name").fill(UNPRINTABLE)
    told = page.locator("#told-name")
    expect(told).to_contain_text("no font here has the letters")
    expect(told).to_contain_text("(U+1000), ")
    expect(told).to_contain_text("Write it in Latin letters.")
    expect(page.locator("#old")).to_have_text("Not up to date")
    expect(page.locator("#page-1 img")).to_be_visible()
    page.locator("#name").scroll_into_view_if_needed()
    shot(page, "tailor-error")
    assert violations(page) == []
    page.get_by_role("button", name="Print", exact=True).click()
    expect(page.locator("#name")).to_be_focused()
    expect(page.locator("#name")).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="Leave the name out").click()
    expect(page.locator("#name")).to_have_value("")
    expect(page.locator("#name")).to_be_focused()
    drawn(page)
    expect(page.locator("#old")).to_be_hidden()
    page.locator("#note").fill(UNPRINTABLE)
    expect(page.locator("#told-note")).to_contain_text("Note on page one: no font here has")
    page.locator("#note").fill("Walk.")
    expect(page.locator("#told-note")).to_be_empty()
    expect(page.locator("#note")).to_have_attribute("aria-describedby", "note-help")


def test_a_set_keeps_choices_and_nothing_of_a_patient(opened: Opened) -> None:
    page = opened(SHORT)
    page.locator("#name").fill(NAME)
    tick(page, "Medicine").uncheck()
    page.get_by_label("Knee rolls: times in a row").fill("12")
    page.get_by_role("button", name="Use 12 for this patient").click()
    drawn(page)
    page.get_by_role("button", name="Save as a set").click()
    page.get_by_label("What is it for?").fill("Two exercises")
    page.keyboard.press("Enter")
    expect(page.locator("#set-told")).to_have_text("Saved in this browser.")
    shot(page, "tailor-set")
    assert violations(page) == []
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "Two exercises" in kept and "Zyx" not in kept and "12" not in kept
    page.get_by_role("link", name="Two exercises").click()
    expect(page.locator("#set-panel")).to_be_hidden()
    drawn(page)
    expect(tick(page, "Medicine")).not_to_be_checked()
    expect(page.locator("#name")).to_have_value("")
    expect(page.get_by_label("Knee rolls: times in a row")).to_have_value("5")


def test_a_set_has_no_words_that_were_typed_where_a_number_belongs(opened: Opened) -> None:
    page = opened(SHORT)
    addresses: list[str] = []
    page.on("framenavigated", lambda frame: addresses.append(frame.url))
    page.on("request", lambda asked: addresses.append(asked.url))
    page.get_by_role("button", name="Save as a set").click()
    page.get_by_label("What is it for?").fill("With words")
    page.get_by_label("Knee rolls: times in a row").fill("Maria Lopez")
    page.get_by_label("Pelvic tilt: times in a row").fill("8")
    # At once, before the screen has heard what the server says of it.
    page.locator("#set-form").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#set-told")).to_have_text(
        "Saved in this browser, without what stands in a dose and is no number."
    )
    shot(page, "tailor-set-words")
    assert violations(page) == []
    kept = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert "With words" in kept and "pelvic-tilt.reps=8" in kept
    assert "Maria" not in kept + str(addresses) + page.url + page.title()
    assert "Maria" not in str(page.context.cookies())
    page.get_by_role("link", name="With words").click()
    expect(page).to_have_url(re.compile("pelvic-tilt"))
    drawn(page)
    expect(page.get_by_label("Pelvic tilt: times in a row")).to_have_value("8")
    expect(page.get_by_label("Knee rolls: times in a row")).to_have_value("5")
    assert "Maria" not in page.url + page.content()


def test_portal_text_and_the_text_view(opened: Opened) -> None:
    page = opened(SHORT)
    page.locator("#name").fill(NAME)
    page.locator("#note").fill("Rest.")
    expect(page.locator("#note-count")).to_have_text("5 of 200 letters.")
    drawn(page)
    shot(page, "tailor-patient")
    assert violations(page) == []
    page.get_by_role("button", name="Portal text").click()
    expect(page.locator("#portal")).to_have_value(re.compile("Call 911 now if:"))
    assert "Zyx" not in page.locator("#portal").input_value()
    assert violations(page) == []
    page.locator("#text-panel").get_by_role("button", name="Close").click()
    page.get_by_text("Text", exact=True).click()
    expect(page.locator("#as-text")).to_contain_text("Knee rolls: Loosens a stiff low back")
    assert violations(page) == []
    page.get_by_role("button", name="Clear both").click()
    expect(page.locator("#name")).to_have_value("")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("PowerPoint", "first-days-of-back-pain-en.pptx"),
        ("Web page", "first-days-of-back-pain-en.html"),
    ],
)
def test_other_formats_are_saved(opened: Opened, name: str, file: str) -> None:
    download = saved(opened(SHORT), name)
    assert download.suggested_filename == file
    assert Path(download.path()).stat().st_size > 10_000


def test_the_last_of_many_quick_changes_counts(opened: Opened) -> None:
    page = opened(SHORT)
    for _ in range(5):
        tick(page, "Medicine").click()
    page.locator("input[name=language][value=es]").check()
    drawn(page)
    expect(page.locator("#count")).to_have_text("4 of 5 sections")
    _, text = pdf_of(saved(page, "PDF"))
    assert "Los primeros días" in text and "ibuprofeno" not in text.lower()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_axe_finds_nothing_in_any_state(opened: Opened, code: str) -> None:
    page = opened(SHORT, locale=code)
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        shot(page, f"axe-{code}-{state}")
        found[state] = violations(page)

    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/pages", hold)
    page.locator("[name=keep][value=medicine]").uncheck()
    expect(page.locator("#busy")).not_to_be_empty()
    look("loading")
    for one in held:
        one.continue_()
    page.unroute("**/pages")
    drawn(page)
    page.locator("[data-id=knee-rolls] .grip").focus()
    page.keyboard.press("Space")
    expect(page.locator(".lift-note")).to_be_visible()
    look("lifted")
    page.keyboard.press("Escape")
    page.locator("[name='dose.knee-rolls.reps']").focus()
    expect(page.locator(".hint")).to_be_visible()
    look("hint")
    page.locator("[name='dose.knee-rolls.reps']").fill("12")
    page.locator("#told-dose\\.knee-rolls\\.reps .message").wait_for()
    page.locator("#name").fill(UNPRINTABLE)
    page.locator("#told-name .message").wait_for()
    look("refused")
    for state, width, height in (("1440", 1440, 900), ("zoom-200", 640, 400), ("phone", 390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        look(state)
    page.locator("[name='dose.knee-rolls.hold']").focus()
    expect(page.locator(".hint")).to_be_visible()
    look("phone-hint")
    page.locator(".view[href='#pages']").click()
    look("phone-pages")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(forced_colors="active")
    look("forced-colours")
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def run_no_scripts(page: Page) -> None:
    """Our scripts are empty from now on, and styles take it for a browser without any: axe-core
    itself needs one that has them."""

    def other_way_round(route: Route) -> None:
        answer = route.fetch()
        on, off = "(scripting: enabled)", "(scripting: none)"
        styles = answer.text().replace(on, "(on)").replace(off, on).replace("(on)", off)
        route.fulfill(response=answer, body=styles)

    page.route(re.compile(r"\.js\b"), lambda route: route.fulfill(content_type="text/javascript"))
    page.route(re.compile(r"\.css\b"), other_way_round)


def test_axe_finds_nothing_without_javascript(opened: Opened) -> None:
    page = opened("/library")
    run_no_scripts(page)
    page.goto(page.url.replace("/library", SHORT))
    expect(page.locator(".refresh")).to_be_visible()
    expect(page.locator("#tick-all")).to_be_hidden()
    assert violations(page) == []
    page.locator("#name").fill(UNPRINTABLE)
    page.get_by_label("Knee rolls: times in a row").fill("12")
    page.get_by_role("button", name="PDF", exact=True).click()
    expect(page.locator("#summary")).to_be_visible()
    shot(page, "axe-nojs-refused")
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate("scrollTo(0, 0)")
    assert whole_in_sight(page.locator("header.bar")), "nothing lies over what comes first"
    shot(page, "axe-nojs-phone")
    assert violations(page) == []


def test_the_screen_at_larger_windows(opened: Opened) -> None:
    page = opened(LONG)
    shot(page, "tailor")
    assert violations(page) == []
    picture = page.locator("#page-1 img")
    expect(picture).to_have_attribute("width", "560")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(picture).to_have_attribute("width", re.compile("^6[0-9]0$"))
    drawn(page)
    shot(page, "tailor-1440")
    for button in ("Start here", "Your exercises"):
        expect(page.get_by_role("button", name=button, exact=True)).to_have_attribute(
            "aria-expanded", "true"
        )
    page.get_by_role("button", name="Why it hurts", exact=True).click()
    tick(page, "Sprains and strains").check()
    drawn(page)
    expect(page.locator("#count")).to_have_text("6 of 30 sections")
    page.get_by_role("button", name="Everything", exact=True).click()
    drawn(page)
    expect(page.locator("#count")).to_have_text("All 30 sections")
    page.get_by_role("button", name="What most patients get").click()
    drawn(page)
    expect(page.locator("#count")).to_have_text("5 of 30 sections")


def test_a_patient_is_in_no_log_file_address_or_title(chromium: Browser, tmp_path: Path) -> None:
    """All that the server's processes open is looked through, and all that the browser asks for."""
    with watched_server(LIBRARY, tmp_path) as watched:
        page = chromium.new_page()
        asked: list[str] = []
        page.on("request", lambda one: asked.append(f"{one.url} {one.headers}"))
        address = f"{watched.address.rstrip('/')}{SHORT}"
        seen(page, address, 200)  # its processes have loaded the engine
        page.goto(address)
        drawn(page)
        page.locator("#name").fill(NAME)
        page.locator("#note").fill(f"Walk with {NAME}.")
        drawn(page)
        names = [saved(page, one).suggested_filename for one in ("PDF", "PowerPoint", "Web page")]
        page.get_by_role("button", name="Print", exact=True).click()
        expect(page.locator("#printing")).to_have_attribute("src", re.compile("^blob:"))
        told = [*asked, *names, page.url, page.title(), *map(str, watched.events())]
        page.goto("about:blank")
        page.go_back()
        drawn(page)
        expect(page.locator("#name")).to_have_value("")
        page.close()
    assert len(asked) > 10 and len(watched.log) > 5
    told += [*asked, *watched.log, *map(str, watched.events())]
    assert [one for one in told if "Zyx" in one or "Quxley" in one] == []
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"Zyxwvut" not in path.read_bytes(), path

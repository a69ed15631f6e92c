"""The real topic in; the pictures in `output/samples/` and the README out.

Run `python -m tests.tools.samples` after a change that a reader can see, and look at them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps
from playwright.sync_api import ViewportSize, sync_playwright

from tests.conftest import TOPIC, Built, build, notes_of
from tests.tools import browser, figure_sheet, office
from tests.tools.outside import CHECKOUT, path_of, run
from tests.tools.served import once_read, served

SAMPLES = CHECKOUT / "output" / "samples"
GROUND = "#dfe6e9"
"""Behind the pictures, so that white paper has an edge."""
GAP = 16
_OVERVIEW_WIDTH = 1600
_CHOSEN = (0, 5, 42)
"""The slides in the overview: the cover, the emergency signs, an exercise."""
_SLIDE_WIDTH, _PAPER_WIDTH = 320, 320
_PROFILES = {"large": (1, 2), "easy-read": (2, 11), "ink-saver": (1, 15)}
"""Pages of the handout as each profile prints it."""
_SHORT = "first-days-of-back-pain"
"""Of the topics the one that is there in every language."""
_LANGUAGES = ("ar", "zh-Hans", "hi", "vi")
_FACING = ("es", "en", 4)
"""Two languages side by side, and the page to show: exercises."""
_ARABIC_SLIDES = (0, 5)
_READ_WIDTH = 620
"""Of a page whose words are to be read."""
_NOTES = 12
"""The first pages of the notes, which are all alike."""


def main() -> None:
    """Build the topic, draw all three outputs and the figures, and write the eleven pictures."""
    SAMPLES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="careleaf-samples-") as folder:
        built = build(Path(folder) / "built")
        slides = _drawn(office.to_pdf(built.deck, Path(folder)), Path(folder) / "slide")
        papers = _drawn(built.leaflet, Path(folder) / "paper")
        screen = _screen(built, Path(folder))
        _save(_sheet(slides, columns=6, width=_SLIDE_WIDTH), "deck.png")
        _save(_sheet(papers, columns=6, width=_PAPER_WIDTH), "handout.png")
        notes = _drawn(notes_of(Path(folder) / "notes"), Path(folder) / "note")
        _save(_sheet(notes[:_NOTES], columns=6, width=_PAPER_WIDTH), "notes.png")
        _save(screen.crop((0, 0, screen.width, min(screen.height, 2400))), "page.png")
        _save(_overview(papers, slides, screen), "overview.png")
        _save(figure_sheet.drawn(Path(folder)), "figures.png")
        _save(_ways_of_printing(Path(folder)), "print.png")
        _save(_in_languages(Path(folder)), "languages.png")
        _save(_library(Path(folder)), "library.png")
        _save(_tailor(Path(folder)), "tailor.png")
        _save(_write(Path(folder)), "write.png")


def _library(folder: Path) -> Image.Image:
    """The library in a browser, with a word typed and page one of each topic drawn."""
    picture = folder / "library.png"
    with served("--quiet", "--clinic", "example") as (_, address), sync_playwright() as play:
        once_read(address)
        chromium = play.chromium.launch(executable_path=str(path_of("chromium")))
        page = chromium.new_page(viewport=ViewportSize(width=1280, height=520))  # no empty half
        for _ in range(2):  # the second time it knows how many pages there are
            page.goto(f"{address}library", wait_until="networkidle")
        page.keyboard.type("hip")
        page.locator("#result-count", has_text="hip").wait_for()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)  # colours have come to rest
        page.screenshot(path=picture)
        chromium.close()
    return Image.open(picture).convert("RGB")


def _tailor(folder: Path) -> Image.Image:
    """The tailor screen in a browser, with one dose left blank and the page that it is on."""
    picture = folder / "tailor.png"
    with served("--quiet", "--clinic", "example") as (_, address), sync_playwright() as play:
        once_read(address)
        chromium = play.chromium.launch(executable_path=str(path_of("chromium")))
        page = chromium.new_page(viewport=ViewportSize(width=1280, height=800))
        page.goto(f"{address}tailor/{TOPIC}")
        drawn = page.locator("#paper[data-state=drawn]")
        drawn.wait_for()
        page.get_by_label("Knee rolls: times in a row").fill("")
        page.wait_for_timeout(100)
        drawn.wait_for()
        page.get_by_label("Knee rolls: times in a row").blur()
        page.locator("#choose").evaluate("one => { one.scrollTop = 330; }")
        page.wait_for_timeout(800)  # the page with the exercise scrolls into sight
        page.screenshot(path=picture)
        chromium.close()
    return Image.open(picture).convert("RGB")


def _write(folder: Path) -> Image.Image:
    """The editor in a browser, with a slip in the name of an option and what mends it. Nothing is
    saved."""
    picture = folder / "write.png"
    with served("--quiet", "--clinic", "example") as (_, address), sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=str(path_of("chromium")))
        page = chromium.new_page(viewport=ViewportSize(width=1280, height=800))
        page.goto(f"{address}write/{_SHORT}/en")
        page.locator("#pages .sheet").first.wait_for()
        page.locator(".cm-content").focus()
        page.keyboard.press("Control+f")
        page.keyboard.type("frequency")
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        page.keyboard.type("frequensy")
        page.locator(".problem-card").wait_for()
        page.wait_for_timeout(1500)  # the pages are asked for once more, and stay
        page.screenshot(path=picture)
        chromium.close()
    return Image.open(picture).convert("RGB")


def _in_languages(folder: Path) -> Image.Image:
    """Page one in four languages, a page in two at once, slides in Arabic: two rows of three."""
    pages = [_printed(folder, _SHORT, "--lang", tag)[0] for tag in _LANGUAGES]
    first, second, number = _FACING
    pages.append(_printed(folder, _SHORT, "--lang", first, "--with", second)[number - 1])
    run(
        *(sys.executable, "-m", "careleaf", "build", TOPIC, "--to", "pptx", "--lang", "ar"),
        *("--quiet", "--output", folder / "arabic"),
    )
    deck = office.to_pdf(folder / "arabic" / f"{TOPIC}-ar.pptx", folder)
    drawn = _drawn(deck, folder / "arabic" / "slide")
    slides = _sheet([drawn[n] for n in _ARABIC_SLIDES], columns=1, width=_READ_WIDTH)
    # Without the ground around them, which the sheet has.
    pages.append(slides.crop((GAP, GAP, slides.width - GAP, slides.height - GAP)))
    return _sheet(pages, columns=3, width=_READ_WIDTH)


def _below(upper: Image.Image, lower: Image.Image) -> Image.Image:
    sheet = Image.new("RGB", (upper.width, upper.height + lower.height - GAP), GROUND)
    sheet.paste(upper, (0, 0))
    sheet.paste(lower, (0, upper.height - GAP))
    return sheet


def _ways_of_printing(folder: Path) -> Image.Image:
    """Pages in large print, in easy words and in black and white; below them both sides of a sheet
    folded into six panels."""
    pages: list[Image.Image] = []
    for profile, numbers in _PROFILES.items():
        drawn = _printed(folder, TOPIC, "--print", profile)
        pages += [drawn[number - 1] for number in numbers]
    upright = _sheet(pages, columns=len(pages), width=_PAPER_WIDTH)
    sides = _printed(folder, TOPIC, "--fold", "brochure")
    across = _sheet(sides, columns=2, width=(upright.width - 3 * GAP) // 2)
    return _below(upright, across)


def _printed(folder: Path, topic: str, *way: str) -> list[Image.Image]:
    """Every page of a topic's handout printed in one way."""
    output = folder / "-".join((topic, *way))
    run(
        *(sys.executable, "-m", "careleaf", "build", topic, "--to", "pdf", *way),
        *("--quiet", "--output", output),
    )
    (made,) = output.glob("*.pdf")
    return _drawn(made, output / "page")


def _drawn(pdf: Path, stem: Path) -> list[Image.Image]:
    """Each page of a PDF, at 72 points to 96 pixels."""
    pdftoppm = path_of("poppler").with_name("pdftoppm")
    run(pdftoppm, "-r", "96", "-png", pdf, stem)
    return [Image.open(path).convert("RGB") for path in sorted(stem.parent.glob(f"{stem.name}-*"))]


def _screen(built: Built, folder: Path) -> Image.Image:
    picture = folder / "screen.png"
    browser.view(built.page, screenshot=picture)
    return Image.open(picture).convert("RGB")


def _sheet(pictures: list[Image.Image], *, columns: int, width: int) -> Image.Image:
    """All pictures in rows, each `width` pixels wide."""
    small = [_scaled(picture, width) for picture in pictures]
    height = max(picture.height for picture in small)
    rows = -(-len(small) // columns)
    size = (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, GROUND)
    for index, picture in enumerate(small):
        row, column = divmod(index, columns)
        sheet.paste(picture, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return sheet


def _overview(
    papers: list[Image.Image], slides: list[Image.Image], screen: Image.Image
) -> Image.Image:
    """Page one of the handout, three slides and the top of the page, side by side."""
    paper = _scaled(papers[0], 560)
    wide = (_OVERVIEW_WIDTH - 560 - 4 * GAP) // 2
    page = ImageOps.fit(_scaled(screen, wide), (wide, paper.height), centering=(0.5, 0.0))
    tall = (paper.height - 2 * GAP) // 3
    column = [ImageOps.contain(slides[index], (wide, tall)) for index in _CHOSEN]
    sheet = Image.new("RGB", (_OVERVIEW_WIDTH, paper.height + 2 * GAP), GROUND)
    sheet.paste(paper, (GAP, GAP))
    for row, slide in enumerate(column):
        left = paper.width + 2 * GAP + (wide - slide.width) // 2
        sheet.paste(slide, (left, GAP + row * (tall + GAP)))
    sheet.paste(page, (paper.width + wide + 3 * GAP, GAP))
    return sheet


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    return picture.resize(
        (width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS
    )


def _save(picture: Image.Image, name: str) -> None:
    """With 256 colours a picture is a third of the size and looks the same."""
    picture.quantize(256, dither=Image.Dither.NONE).save(SAMPLES / name, optimize=True)
    print(f"{SAMPLES / name}: {picture.width} x {picture.height}")


if __name__ == "__main__":
    try:
        main()
    except subprocess.TimeoutExpired as late:
        raise SystemExit(f"a tool did not end: {late}") from late

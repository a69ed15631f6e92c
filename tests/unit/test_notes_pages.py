"""Notes pages: every slide with what is said of it, none lost, whatever the length."""

from __future__ import annotations

import json
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from msgspec.structs import replace

from careleaf.cli import main
from careleaf.model.deck import Box, Group, Panel, Rule
from careleaf.theme import default_theme
from careleaf.write.pdf import marks
from careleaf.write.pdf.geometry import sheet
from careleaf.write.pdf.notes_pages import LaidOut, lay_out
from tests.tools import tags
from tests.tools.decks import ENGLISH
from tests.tools.notes import drawn, notes_pages
from tests.tools.topics import FRONT, HEADINGS, NEEDED

SECTION = """\
:::notes
Ask where it hurts. Call [us](#needed).
:::

- **Walk.** A little, and often. See [what you need](#needed).
- **Rest.** Not for long.

:::table What each thing does
| thing | what it does |
|---|---|
| heat | it warms |
| cold | it cools |
:::

:::chart Minutes walked in a day
label: Minutes
source: nice-ng59
- Before: 10
- After a month: 25
- After a year: 40
:::
"""
LONG = "Say this slowly and let them think about it. " * 100


def topic(section: str = "Words to see.\n") -> str:
    return FRONT + HEADINGS + section + NEEDED


def with_notes(*said: str) -> str:
    words = "\n\n".join(said)
    return topic(f"Words to see.\n\n:::notes\n{words}\n:::\n")


def page_texts(path: Path) -> list[str]:
    with pdfplumber.open(path) as pdf:
        return [" ".join((page.extract_text() or "").split()) for page in pdf.pages]


def test_a_page_shows_its_slide_then_what_to_say(tmp_path: Path) -> None:
    path = drawn(notes_pages(with_notes("Ask where it hurts.")), tmp_path / "a.pdf")
    tree = tags.tree(path)
    assert "  Sect\n    H2 'A section'\n    P 'Words to see.'\n    H3 'What to say'\n" in tree
    assert tree.index("P 'Words to see.'") < tree.index("P 'Ask where it hurts.'")
    assert tags.faults(path) == []


def test_each_slide_of_the_deck_has_a_page_with_its_number(tmp_path: Path) -> None:
    pages = notes_pages(topic())
    total = len(pages.deck.slides)
    for number, text in enumerate(page_texts(drawn(pages, tmp_path / "a.pdf")), 1):
        assert f"Slide {number} of {total}." in text
        assert "Draft: not yet reviewed by a clinician" in text


def test_long_notes_go_on_and_lose_no_word(tmp_path: Path) -> None:
    pages = notes_pages(with_notes(LONG, LONG, "The very end."))
    path = drawn(pages, tmp_path / "a.pdf")
    texts = page_texts(path)
    assert len(texts) > len(pages.deck.slides)
    assert sum("continued: A section" in text for text in texts) >= 1
    assert sum(text.count("slowly") for text in texts) == 200
    assert "The very end." in "".join(texts)
    assert tags.said(path).count("Say this slowly") == 200
    assert "continued" not in tags.said(path), "a running head is no content"


def test_notes_never_reach_the_foot(tmp_path: Path) -> None:
    for lines in range(1, 40):
        pages = notes_pages(with_notes(*["One more thing to say."] * lines))
        for page in lay_out(pages, default_theme(), ENGLISH).pages:
            for one in page.notes:
                assert page.top + one.y + one.box.height <= sheet("letter").bottom + 0.01


def test_no_note_is_smaller_than_12_points(tmp_path: Path) -> None:
    path = drawn(notes_pages(with_notes(*["Something to say. " * 12] * 4)), tmp_path / "a.pdf")
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            below = [char for char in page.chars if 370 < char["top"] < 738]
            assert all(char["size"] >= 12 for char in below)


def test_lists_tables_charts_and_links_are_tagged(tmp_path: Path) -> None:
    path = drawn(notes_pages(topic(SECTION)), tmp_path / "a.pdf")
    tree = tags.tree(path)
    assert "TH Scope=Column 'thing'" in tree
    assert "TH Scope=Row 'heat'" in tree
    assert (
        "Figure Alt='Bar chart: Minutes. Before: 10, After a month: 25, After a year: 40.'" in tree
    )
    assert "Link (annotation) 'what you need'" in tree
    assert tags.faults(path) == []


def test_bookmarks_are_sections_with_their_slides(tmp_path: Path) -> None:
    path = drawn(notes_pages(topic()), tmp_path / "a.pdf")
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        found = {item.title: [one.title for one in item.children] for item in outline.root}
        assert str(pdf.Root.Lang) == "en-US"
    assert found["A section"] == ["A section"]
    assert found["What every topic has"] == ["The main thing to know", "Call 911 now if:"]


def test_a_slide_of_another_size_fills_the_same_width(tmp_path: Path) -> None:
    pages = notes_pages(topic())
    square = replace(pages.deck.template, width=720.0)
    narrow = replace(pages, deck=replace(pages.deck, template=square))
    [first, *_] = lay_out(narrow, default_theme(), ENGLISH).pages
    assert first.top == pytest.approx(73 + 540 * 504 / 720 + 20)


def test_shapes_that_make_one_picture_are_one_figure(tmp_path: Path) -> None:
    pages = notes_pages(topic())
    ellipse = Panel(name="a", box=Box(10, 10, 80, 40), form="ellipse", fill="navy")
    square = Panel(name="b", box=Box(200, 100, 40, 40), fill="red")
    line = Rule(x=10, y=300, to_x=50, to_y=300, colour="ink", width=1)
    group = Group(name="c", shapes=(ellipse, square, line), alt="Two shapes and a line")
    first, *rest = pages.deck.slides
    slides = (replace(first, shapes=(*first.shapes, group)), *rest)
    path = drawn(replace(pages, deck=replace(pages.deck, slides=slides)), tmp_path / "a.pdf")
    assert tags.tree(path).count("Figure Alt='Two shapes and a line'") == 1
    assert tags.faults(path) == []


def test_from_right_to_left_boxes_are_mirrored() -> None:
    pages = notes_pages(topic())
    turned = replace(pages, deck=replace(pages.deck, direction="rtl"))
    there, here = (_panels(lay_out(one, default_theme(), ENGLISH)) for one in (pages, turned))
    assert [one.width for one in there] == [one.width for one in here]
    for one, other in zip(there, here, strict=True):
        assert other.x == pytest.approx(504 - one.x - one.width)


def _panels(laid_out: LaidOut) -> list[marks.Panel]:
    shown = [mark for page in laid_out.pages for mark in page.slide]
    return [mark for mark in shown if isinstance(mark, marks.Panel)]


def test_the_command_writes_them_beside_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["build", "low-back-and-hip-pain", "--to", "pptx", "--notes-pages", "--json"]
    assert main([*words, "--output", str(tmp_path)]) == 0
    deck, notes = json.loads(capsys.readouterr().out)["written"]
    assert (deck["format"], notes["format"]) == ("pptx", "notes-pages")
    assert Path(notes["path"]).name == "low-back-and-hip-pain-en-notes.pdf"
    assert notes["pages"] >= deck["slides"]

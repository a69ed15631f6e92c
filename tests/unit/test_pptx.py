"""The PowerPoint file as other programs open it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.util import Pt

from careleaf.figure.outline import circle
from careleaf.model.art import Drawing, Path, Picture
from careleaf.model.deck import Box, Deck, Mark, Piece, Text
from careleaf.write.pptx.freeform import layers
from careleaf.write.pptx.xml import text
from tests.tools.decks import composed, real_deck, written
from tests.tools.topics import CLINIC, FRONT, HEADINGS, NEEDED

PANDOC = [
    "Title Slide",
    "Title and Content",
    "Section Header",
    "Two Content",
    "Comparison",
    "Content with Caption",
    "Blank",
]


@cache
def real() -> Deck:
    return real_deck()


@cache
def data() -> bytes:
    return written(real())


@cache
def opened() -> Any:
    return Presentation(io.BytesIO(data()))


def parts(pattern: str, file: bytes | None = None) -> list[str]:
    """The text of every part whose name the pattern finds."""
    archive = zipfile.ZipFile(io.BytesIO(file or data()))
    names = [name for name in archive.namelist() if re.search(pattern, name)]
    return [archive.read(name).decode() for name in names]


def deck_of(blocks: str) -> Deck:
    return composed(FRONT + HEADINGS + blocks + NEEDED)


def test_it_opens_with_every_slide_titled() -> None:
    titles = [slide.shapes.title.text_frame.text for slide in opened().slides]
    assert len(titles) == len(real().slides)
    assert len(set(titles)) == len(titles)
    assert all(titles)


def test_it_is_sixteen_by_nine() -> None:
    assert (opened().slide_width, opened().slide_height) == (Pt(960), Pt(540))


def test_every_slide_has_notes_and_keynote_finds_them() -> None:
    assert all(slide.notes_slide.notes_text_frame.text.strip() for slide in opened().slides)
    assert "notesMasterIdLst" in parts("ppt/presentation.xml")[0]


def test_the_list_of_slides_has_the_sections_of_the_topic() -> None:
    text = FRONT + (
        "# One {#one}\n## First {#first}\n- A.\n- B.\n- C.\n- D.\n- E.\n- F.\n- G.\n"
        "# Two & more {#two}\n## Same {#same}\nSay [[sciatica]].\n## Same {#other}\nText.\n"
        + NEEDED
    )
    [xml] = parts("ppt/presentation.xml", written(composed(text)))
    sections = re.findall(r'<p14:section name="(.*?)" id="(.*?)">(.*?)</p14:section>', xml)
    assert [(name, len(re.findall("sldId ", slides))) for name, _, slides in sections] == [
        ("A topic", 2),
        ("One", 1),
        ("First", 2),
        ("Two &amp; more", 1),
        ("Same", 1),
        ("Same", 1),
        ("What every topic has", 2),
        ("Words to know", 1),
        ("Where this comes from", 1),
    ]
    assert len({guid for _, guid, _ in sections}) == len(sections)


def test_the_answer_is_in_the_notes_only() -> None:
    block = ":::teach-back\nanswer: Call the emergency line.\nWhat do you do?\n:::"
    presentation = Presentation(io.BytesIO(written(deck_of(block))))
    slide = presentation.slides[1]
    shown = "".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "emergency line" not in shown
    assert "emergency line" in slide.notes_slide.notes_text_frame.text


def test_every_run_says_its_language() -> None:
    found = parts(r"ppt/(slides|notesSlides)/[^/]+\.xml")
    assert len(found) == 2 * len(real().slides)
    for xml in found:
        runs = re.findall(r"<a:rPr([^>]*)>", xml)
        assert runs
        assert all('lang="en-US"' in run for run in runs)
        assert xml.count("<a:r>") + xml.count("<a:fld") + xml.count("<a:br>") == len(runs)


def test_nothing_is_styled_by_the_office_theme() -> None:
    found = parts(r"ppt/slides/[^/]+\.xml")
    assert len(found) == len(real().slides)
    assert not any("<p:style>" in xml for xml in found)


def test_pictures_have_words_and_decoration_says_so() -> None:
    found = parts(r"ppt/slides/[^/]+\.xml")
    assert len(found) == len(real().slides)
    for xml in found:
        shapes = re.findall(r"<p:sp>.*?</p:sp>", xml)
        assert shapes
        for shape in shapes:
            said = "<a:t>" in shape or 'descr="' in shape or "adec:decorative" in shape
            assert said, shape[:300]


def test_tables_are_native_with_a_head() -> None:
    tables = [
        shape.table
        for slide in opened().slides
        for shape in slide.shapes
        if getattr(shape, "has_table", False) and shape.has_table
    ]
    assert tables
    assert all(table.first_row for table in tables)
    assert not any(table.horz_banding for table in tables)


def test_lists_in_lists_are_levels_that_powerpoint_numbers() -> None:
    lists = "- One:\n  1. First:\n     - Deep:\n       4. Deepest.\n  2. Second.\n"
    lists = lists.replace("       4.", "\n       4.")
    file = written(deck_of(lists))
    [slide] = [xml for xml in parts(r"slides/slide\d+\.xml", file) if "Deepest" in xml]
    found = re.findall(r'<a:pPr marL="(\d+)"(?: lvl="(\d)")? indent="(-?\d+)".*?</a:pPr>', slide)
    levels = [level for _, level, _ in found if level]
    assert levels == ["1", "2", "3", "1"]
    words = [int(left) for left, level, _ in found if level]
    assert words[0] < words[1] < words[2]
    assert words[3] == words[0]
    assert re.findall(r'<a:buAutoNum type="arabicPeriod" startAt="(\d)"/>', slide) == [
        "1",
        "4",
        "1",
    ]


@pytest.mark.parametrize("count", [2, 3, 6])
def test_a_box_to_tick_is_empty(count: int) -> None:
    """In rows, cards and columns: a tick in it would say "done"."""
    items = "".join(f"- [ ] Bring your page {place}.\n" for place in range(count))
    [slide] = [
        xml for xml in parts(r"slides/slide\d+\.xml", written(deck_of(items))) if "page 1" in xml
    ]
    assert slide.count('name="Box to tick"') == count
    assert "Icon: tick" not in slide


def test_boxes_to_tick_inside_an_item_and_around_a_list_are_boxes() -> None:
    lists = "- [ ] Bring:\n  - [ ] This page.\n  - [ ] Your stick.\n- [ ] Call.\n"
    [slide] = [
        xml for xml in parts(r"slides/slide\d+\.xml", written(deck_of(lists))) if "stick" in xml
    ]
    assert slide.count('name="Box to tick"') == 2
    assert re.findall('<a:buChar char="(.)"/>', slide) == ["\u25a1", "\u25a1"]


def test_the_template_serves_pandoc() -> None:
    names = [layout.name for layout in opened().slide_layouts]
    assert set(PANDOC) <= set(names)


def test_the_theme_holds_every_colour() -> None:
    theme = parts(r"theme/theme1\.xml")[0]
    assert '<a:dk2><a:srgbClr val="264A6E"/>' in theme
    assert '<a:custClr name="amber-tint">' in theme


def test_it_names_the_topic_and_no_machine() -> None:
    core = opened().core_properties
    assert core.title == "Low back and hip pain"
    assert core.language == "en-US"
    assert (core.author, core.last_modified_by) == ("Careleaf", "Example Harbor Clinic")
    assert core.created == core.modified
    assert core.created == datetime.combine(real().written, datetime.min.time())


def test_a_property_holds_what_office_lets_it_and_the_slides_hold_all() -> None:
    deck = replace(real(), title="Hips " * 70, subtitle="s" * 256, publisher="a" * 255)
    core = Presentation(io.BytesIO(written(deck))).core_properties
    assert core.title == "Hips " * 50 + "Hips\u2026"
    assert (core.subject, core.last_modified_by) == ("s" * 254 + "\u2026", "a" * 255)


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert written(real()) == data()
    dates = {info.date_time for info in zipfile.ZipFile(io.BytesIO(data())).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_link_leads_to_the_slide_of_its_section() -> None:
    file = written(
        deck_of("- See [the signs](#needed) or [us](https://example.example).\n- Two.\n")
    )
    slide = Presentation(io.BytesIO(file)).slides[1]
    relations = [relation for relation in slide.part.rels.values() if not relation.is_external]
    assert "/ppt/slides/slide3.xml" in [str(one.target_part.partname) for one in relations]
    assert any(relation.is_external for relation in slide.part.rels.values())
    assert 'action="ppaction://hlinksldjump"' in parts(r"slides/slide2\.xml", file)[0]


def test_a_clinics_raster_logo_is_stored_once() -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    from msgspec.structs import replace

    logo = Picture(data=png, mime="image/png", width=1, height=1)
    deck = composed(
        FRONT + HEADINGS + "- One.\n- Two.\n" + NEEDED, clinic=replace(CLINIC, logo=logo)
    )
    names = zipfile.ZipFile(io.BytesIO(written(deck))).namelist()
    assert [name for name in names if "media" in name] == ["ppt/media/image1.png"]


def test_right_to_left_mirrors_every_place() -> None:
    from msgspec.structs import replace

    plain, mirrored = deck_of("- One.\n- Two.\n"), deck_of("- One.\n- Two.\n")
    mirrored = replace(mirrored, direction="rtl")
    left = re.findall(r'<a:off x="(\d+)"[^>]*/><a:ext cx="(\d+)"', _slide_two(plain))
    right = re.findall(r'<a:off x="(\d+)"[^>]*/><a:ext cx="(\d+)"', _slide_two(mirrored))
    assert [(12192000 - int(x) - int(w), int(w)) for x, w in left[1:]] == [
        (int(x), int(w)) for x, w in right[1:]
    ]
    assert 'rtl="1"' in _slide_two(mirrored)
    assert 'algn="r"' in _slide_two(mirrored)


def _slide_two(deck: Deck) -> str:
    return parts(r"slides/slide2\.xml", written(deck))[0]


@pytest.mark.parametrize(
    ("words", "xml"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ('say "ah"', "say &quot;ah&quot;"),
        ("a\x0bb\x00c", "a\ufffdb\ufffdc"),
    ],
)
def test_words_cannot_break_the_xml(words: str, xml: str) -> None:
    assert text(words) == xml


def test_markup_in_a_title_is_only_words() -> None:
    deck = composed(
        FRONT.replace("A topic", "<b>A</b> & B") + HEADINGS + "- One.\n- Two.\n" + NEEDED
    )
    slide = Presentation(io.BytesIO(written(deck))).slides[0]
    assert slide.shapes.title.text_frame.text == "<b>A</b> & B"


def test_a_drawing_is_one_shape_for_each_paint() -> None:
    square = (("M", 0.0, 0.0), ("L", 1.0, 0.0), ("L", 1.0, 1.0), ("Z",))
    drawing = Drawing(
        width=1,
        height=1,
        paths=(Path(commands=square), Path(commands=square), Path(commands=square, fill="white")),
    )
    found = layers(drawing)
    assert [layer.fill for layer in found] == ["current", "white"]
    assert found[0].geometry.count("<a:path ") == 2


def test_model_boxes_know_their_ends() -> None:
    mark = Mark(name="m", box=Box(1, 2, 3, 4), drawing=Drawing(width=1, height=1, paths=()))
    assert (mark.box.end, mark.box.bottom) == (4, 6)
    assert Text(name="t", box=mark.box, paragraphs=(), lines=0).placeholder is None
    assert Piece(text="x").bold is False


def test_a_native_shape_of_a_small_drawing_keeps_its_small_parts() -> None:
    dot = Path(commands=circle(0.5, 0.5, 0.004), fill="#aa0000")
    (layer,) = layers(Drawing(width=1, height=0.5, paths=(dot,)))
    assert 'w="10000" h="5000"' in layer.geometry
    assert '<a:moveTo><a:pt x="5040" y="5000"/>' in layer.geometry

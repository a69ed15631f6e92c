"""A deck that runs from right to left: mirrored as a whole, its figures never."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from careleaf.compose.deck import compose_deck
from careleaf.compose.deck.layouts import CONTACT, LAYOUTS, STAGE_BOX
from careleaf.compose.deck.measure import measure, written_in
from careleaf.compose.deck.sentences import apart
from careleaf.compose.deck.type import BODY, say, sentence_ends
from careleaf.figure.turned import turned_over
from careleaf.language import language
from careleaf.language.catalogue import Catalogue
from careleaf.model.deck import Box, Deck, Mark, Piece, PlacedTable, SoftBreak, Template, Text
from careleaf.model.placed import box_of, flat, wording
from careleaf.text import typeface
from careleaf.text.words import counted
from careleaf.theme import default_theme
from careleaf.theme.fontfiles import BOLD, REGULAR
from careleaf.theme.icons import icon
from careleaf.theme.office_fonts import office_fonts, office_language
from careleaf.theme.stand_ins import stand_in
from careleaf.write.pptx import write_template
from careleaf.write.pptx.direction import kept_in_order, parts_in_order
from careleaf.write.pptx.lint import lint_charts, lint_slide
from tests.tools.decks import composed, real_deck, real_manuscript, written
from tests.tools.topics import CLINIC, FRONT, HEADINGS, NEEDED

ARABIC = language("ar")
WIDTH = 12192000

DIARY = """\
:::diary My week
- دقائق المشي
- فعلت شيئا أحبه
:::
"""

SECTION = """\
اتصل على 555-0142 كل يوم، وخذ 400 mg مرتين.

- :walk: **امش قليلا.** خمس دقائق كل مرة.
- :clock: **استرح قليلا.** ثم امش مرة أخرى.

:::table ما يساعد
| ماذا | كيف |
|---|---|
| المشي | كل يوم |
| النوم | على الجنب |
:::

:::exercise bridge
pose: bridge
name: تمرين الجسر
why: يقوي الوركين
reps: 10
frequency: 2 times a day
stop: توقف إذا زاد الألم.

1. استلق على ظهرك.
2. ارفع وركيك.
3. انزل ببطء.
:::
"""


@cache
def there() -> Deck:
    return real_deck()


@cache
def back() -> Deck:
    """The same slides, said to run from the right: each place of one must be one of the other."""
    return replace(there(), direction="rtl")


@cache
def arabic() -> Deck:
    return composed(FRONT + HEADINGS + SECTION + NEEDED, tongue=ARABIC)


@cache
def files(deck: Deck) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(written(deck)))
    return {name: archive.read(name) for name in archive.namelist()}


def texts(deck: Deck, pattern: str) -> Iterator[str]:
    return (data.decode() for name, data in files(deck).items() if re.search(pattern, name))


PLACE = re.compile(r'<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"')
PARTS = r"slide(Layout|Master)?s/slide\w*\d+\.xml$"


@given(st.floats(0, 900), st.floats(0, 500), st.floats(0, 400), st.floats(500, 1300))
def test_mirrored_twice_a_box_is_where_it_was(x: float, y: float, wide: float, all_: float) -> None:
    box = Box(x, y, wide, 20)
    again = box.mirrored(all_).mirrored(all_)
    assert again == replace(box, x=pytest.approx(x, abs=1e-9))
    assert box.mirrored(all_).x == pytest.approx(all_ - box.end)


def test_every_place_of_slides_layouts_and_master_is_mirrored() -> None:
    looked = 0
    for one, other in zip(texts(there(), PARTS), texts(back(), PARTS), strict=True):
        for (x, y, wide, high), turned in zip(
            PLACE.findall(one), PLACE.findall(other), strict=True
        ):
            if int(wide):
                assert abs(WIDTH - int(x) - int(wide) - int(turned[0])) <= 2
                assert turned[1:] == (y, wide, high)
                looked += 1
    assert looked > 1000


def test_nothing_leaves_the_slide() -> None:
    deck, problems = compose_deck(real_manuscript(), default_theme(), ARABIC)
    assert not problems
    for slide in deck.slides:
        for shape in slide.shapes:
            box = box_of(shape).mirrored(deck.template.width)
            assert box.x >= -0.5
            assert box.end <= deck.template.width + 0.5


def test_drawings_and_pictures_are_the_same_to_the_byte() -> None:
    assert _media(there()) == _media(back())
    assert "".join(map(_outlines, texts(there(), PARTS))) == "".join(
        map(_outlines, texts(back(), PARTS))
    )


def _media(deck: Deck) -> dict[str, bytes]:
    return {name: data for name, data in files(deck).items() if "/media/" in name}


def _outlines(xml: str) -> str:
    return "".join(re.findall(r"<a:custGeom>.*?</a:custGeom>", xml))


def test_only_what_runs_the_way_reading_does_is_turned_over() -> None:
    turned = {
        re.findall(r'<p:cNvPr id="\d+" name="([^"]*)"', xml[: found.start()])[-1]
        for xml in texts(back(), r"slides/slide\d+\.xml$")
        for found in re.finditer('flipH="1"', xml)
    }
    assert turned == {"Icon: arrow-right", "People", "Bubble"}
    assert not any('flipH="1"' in xml for xml in texts(there(), "slide"))
    runs = {
        shape.name
        for slide in there().slides
        for shape in flat(slide.shapes)
        if isinstance(shape, Mark) and shape.runs
    }
    assert runs == turned


def test_turned_over_twice_a_drawing_is_itself() -> None:
    arrow = icon("arrow-right")
    assert turned_over(arrow) != arrow
    assert turned_over(turned_over(arrow)) == turned_over(
        turned_over(turned_over(turned_over(arrow)))
    )


def test_every_paragraph_and_table_says_that_it_runs_from_the_right() -> None:
    """But for sources wholly in English: they and their numbers start at the left."""
    for xml in texts(arabic(), r"(slides|notesSlides)/\w+\d+\.xml$"):
        for paragraph in re.findall(r"<a:p>.*?</a:p>", xml):
            assert "<a:t>" not in paragraph or "<a:pPr " in paragraph
            left = re.search(r'<a:pPr [^>]*algn="l" rtl="0"', paragraph)
            assert "<a:t>" not in paragraph or 'rtl="1"' in paragraph or left
            assert not (left and re.search("[\u0590-\u08ff]", paragraph))
        assert xml.count("<a:tbl>") == xml.count('<a:tblPr rtl="1"')
    [presentation] = texts(arabic(), r"ppt/presentation\.xml")
    assert 'rtl="1"' in presentation


def test_a_source_in_english_runs_from_the_left_with_its_number() -> None:
    [*_, sources] = texts(arabic(), r"slides/slide\d+\.xml$")
    found = [one for one in re.findall(r"<a:p>.*?</a:p>", sources) if 'rtl="0"' in one]
    assert [len(re.findall("hlinkClick r:id", one)) for one in found]
    assert all('algn="l"' in one and "<a:buAutoNum " in one for one in found)
    assert not any("\u200e" in one or "\u200f" in one for one in found)
    slide = arabic().slides[-1]
    assert lint_slide(slide, sources, "", right_to_left=True) == []
    turned = sources.replace("<a:t>. nice-ng59", "<a:t>\u0623 nice-ng59")
    assert turned != sources
    assert {one.code for one in lint_slide(slide, turned, "", right_to_left=True)} == {"E541"}


def test_words_begin_at_the_right() -> None:
    for xml in texts(arabic(), r"(slides|notesSlides)/\w+\d+\.xml$"):
        assert {"r"} <= set(re.findall(r'algn="(\w+)" rtl="1"', xml)) <= {"r", "ctr", "l"}
    slides = list(texts(arabic(), r"slides/slide\d+\.xml$"))
    # Only what ends at the far side: the slide's number; and sources in English.
    assert all(len(re.findall('algn="l"(?! rtl="0")', xml)) <= 1 for xml in slides)


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        (r'<a:pPr marL="0"([^>]*) rtl="1">', "does not run from right to left"),
        (r'<a:tblPr() rtl="1"', "the table on it does not run from right to left"),
    ],
    ids=["a paragraph", "a table"],
)
def test_what_runs_the_wrong_way_is_found(pattern: str, fault: str) -> None:
    found = []
    for slide, xml in zip(arabic().slides, texts(arabic(), r"slides/slide\d+\.xml$"), strict=True):
        assert lint_slide(slide, xml, "", right_to_left=True) == []
        broken = re.sub(pattern, lambda m: m[0].replace(' rtl="1"', ""), xml)
        found += lint_slide(slide, broken, "", right_to_left=True)
    assert {one.code for one in found} == {"E541"}
    assert any(fault in one.message for one in found)


def test_notes_that_run_the_wrong_way_are_found() -> None:
    [slide, *_] = arabic().slides
    notes = next(texts(arabic(), r"notesSlides/notesSlide1\.xml$"))
    assert lint_slide(slide, "", notes, right_to_left=True) == []
    [first, *_] = lint_slide(slide, "", notes.replace(' rtl="1"', ""), right_to_left=True)
    assert first.code == "E541"
    assert "in its notes" in first.message


def tables(code: str) -> list[PlacedTable]:
    evidence = (
        ":::evidence What helps\nsources: nice-ng59\n"
        "| What | What to expect | How sure |\n|---|---|---|\n"
        "| Walking | It helps | very sure |\n| Tablets | It may help | not sure |\n"
    )
    plain = ":::table Tests\n| Test | Shows |\n|---|---|\n| X-ray | Bones |\n:::\n"
    deck = composed(FRONT + HEADINGS + plain + evidence + ":::\n" + NEEDED, tongue=language(code))
    shapes = [shape for slide in deck.slides for shape in flat(slide.shapes)]
    assert any(getattr(one, "name", "") in ("Meter", "Column") for one in shapes) is (code == "en")
    return [shape for shape in shapes if isinstance(shape, PlacedTable)]


def test_nothing_lies_over_or_under_a_table_from_the_right() -> None:
    """LibreOffice would draw it under the words of another column."""
    plain, evidence = tables("fa")
    assert [[cell.fill for cell in row.cells] for row in plain.rows] == [[None, "tint"]] * 2
    said = [wording(replace(evidence, rows=(row,))) for row in evidence.rows[1:]]
    assert [one.partition("\u25cf")[2] for one in said] == [
        "\u25cf\u25cf Very sure",
        "\u25cb\u25cb Not sure",
    ]
    assert not any(cell.fill for one in tables("en") for row in one.rows for cell in row.cells)


def test_a_diary_gives_the_days_room_for_their_names() -> None:
    deck = composed(FRONT + HEADINGS + DIARY + NEEDED, tongue=ARABIC)
    [diary] = [one for slide in deck.slides for one in slide.shapes if isinstance(one, PlacedTable)]
    assert len(diary.columns) == 8
    assert all(
        not measure(cell.paragraphs, width - diary.gap - cell.inset).cut
        for row in diary.rows
        for cell, width in zip(row.cells, diary.columns, strict=True)
    )


def test_a_page_number_has_the_room_that_its_words_need() -> None:
    wide = replace(
        language("ar"),
        catalogue=Catalogue(
            phrases={"{page} of {total}": ("page {page} of a deck of {total} pages",)},
            plural=lambda n: 0,
        ),
    )
    deck = composed(FRONT + HEADINGS + "- One.\n- Two.\n" + NEEDED, tongue=wide)
    for slide in deck.slides[1:]:
        shapes = {getattr(one, "name", ""): one for one in slide.shapes}
        number, mark = shapes["Slide number"], shapes["Draft mark"]
        assert isinstance(number, Text)
        assert number.lines == 1
        assert box_of(mark).end <= number.box.x
        assert number.box.end == 912


@pytest.mark.parametrize("code", ["en", "ar", "vi"])
def test_a_draft_mark_does_not_cross_the_edge_of_a_stage(code: str) -> None:
    """A long one stands beside it, and the clinic keeps its whole name."""
    deck = composed(FRONT + HEADINGS + ":::contact\n:::\n" + NEEDED, tongue=language(code))
    [contact] = [slide for slide in deck.slides if slide.layout == CONTACT]
    shapes = {getattr(one, "name", ""): one for one in contact.shapes}
    mark, name = box_of(shapes["Draft mark"]), shapes["Footer"]
    assert mark.x > STAGE_BOX.x or mark.end < STAGE_BOX.x
    assert (mark.x > STAGE_BOX.x) == (code == "en")
    assert isinstance(name, Text)
    assert wording(name).startswith(CLINIC.name)


@pytest.mark.parametrize(
    ("code", "sentences"),
    [("zh-Hans", "走路。休息。再走。"), ("hi", "चलें। रुकें। चलें।"), ("en", "Walk. Rest. Walk.")],
)
def test_sentences_that_share_a_line_are_joined_as_written(code: str, sentences: str) -> None:
    with written_in(code, "ltr"):
        shown = apart(say(sentences, BODY), Box(0, 0, 500, 40))
    assert "".join(part.text for part in shown.parts if isinstance(part, Piece)) == sentences


def test_a_template_made_for_a_language_from_the_right_is_mirrored() -> None:
    def layout(code: str) -> str:
        data = write_template(
            Template(layouts=LAYOUTS), default_theme(), language(code), potx=False
        )
        archive = zipfile.ZipFile(io.BytesIO(data))
        return archive.read("ppt/slideLayouts/slideLayout1.xml").decode()

    [title, *_] = PLACE.findall(layout("en")), PLACE.findall(layout("ar"))
    for (x, _, wide, _), (turned, *_) in zip(title, PLACE.findall(layout("ar")), strict=True):
        assert int(turned) == WIDTH - int(x) - int(wide) or not int(wide)


L, R = "\u200e", "\u200f"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("اتصل على 555-0142 الآن", f"اتصل على {L}555-0142{L}{R} الآن"),
        ("خذ 400 mg مرتين", f"خذ {L}400 mg{L}{R} مرتين"),
        ("كرر 10 مرات", "كرر 10 مرات"),
        ("من 5 إلى 10", "من 5 إلى 10"),
        ("555-0142", "555-0142"),
        ("1 in 100", f"{L}1 in 100{L}{R}"),
        ("2 times, 5 seconds.", f"{L}2 times{L}{R}, {L}5 seconds{L}{R}.{L}"),
        ("Ibuprofen 400 mg", "Ibuprofen 400 mg"),
        ("Back pain (2023).", f"Back pain (2023).{L}"),
        ("12 Example Street", f"{L}12 Example Street{L}{R}"),
        ("مرحبا.", "مرحبا."),
        ("", ""),
    ],
)
def test_numbers_get_marks_only_where_they_would_be_turned_round(text: str, kept: str) -> None:
    assert kept_in_order(text, "rtl") == kept


def test_a_number_that_runs_over_two_pieces_is_kept_whole() -> None:
    parts = (Piece(text="اتصل 555-"), SoftBreak(), Piece(text="هنا 555-", bold=True))
    assert parts_in_order(parts, "rtl") == parts
    number = (Piece(text="اتصل "), Piece(text="555-", bold=True), Piece(text="0142 الآن"))
    assert [one.text for one in parts_in_order(number, "rtl") if isinstance(one, Piece)] == [
        "اتصل ",
        f"{L}555-",
        f"0142{L}{R} الآن",
    ]


CHART = """\
:::chart أكثر الناس يتحسنون
label: من أخذ 400 mg
of: 100
source: nice-ng59
- جرعة 400 mg: 15
- هاتف 555 0142: 55
- كل يوم: 75
:::
"""


def test_the_names_of_a_chart_keep_their_numbers_in_order() -> None:
    """Its caches and the workbook that opens when someone edits its data."""
    file = written(composed(FRONT + HEADINGS + CHART + NEEDED, tongue=ARABIC))
    archive = zipfile.ZipFile(io.BytesIO(file))
    xml = archive.read("ppt/charts/chart1.xml").decode()
    book = zipfile.ZipFile(io.BytesIO(archive.read("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")))
    names = [f"جرعة {L}400 mg{L}{R}", f"هاتف {L}555 0142{L}{R}", "كل يوم"]
    [series, *cached] = re.findall(r"<c:v>([^<]*)</c:v>", xml.partition("<c:val>")[0])
    assert f"{L}400\u00a0mg{L}{R}" in series
    assert cached == names
    shared = re.findall("<t[^>]*>([^<]*)</t>", book.read("xl/sharedStrings.xml").decode())
    assert shared == [series, *names]


def test_a_chart_whose_numbers_would_be_turned_round_is_found() -> None:
    deck = composed(FRONT + HEADINGS + CHART + NEEDED, tongue=ARABIC)
    with zipfile.ZipFile(io.BytesIO(written(deck))) as archive:
        xml = archive.read("ppt/charts/chart1.xml").decode()
    [slide, *_] = deck.slides
    assert lint_charts(slide, [xml]) == []
    turned = lint_charts(slide, [xml.replace(L, "").replace(R, "")])
    assert {one.code for one in turned} == {"E541"}
    assert [one.message.split("'")[3] for one in turned] == ["400\u00a0mg", "400 mg", "555 0142"]
    [wrong] = lint_charts(slide, [xml.replace(' rtl="1"', "")])
    assert "the words of its chart do not run" in wrong.message


def test_the_file_names_fonts_for_the_language_and_says_it_as_office_does() -> None:
    [theme] = texts(arabic(), r"theme/theme1\.xml")
    assert '<a:cs typeface="Arial"/>' in theme
    xml = "".join(texts(arabic(), r"slides/slide\d+\.xml$"))
    spoken = set(re.findall(r' lang="([^"]*)"', xml))
    assert spoken == {"ar-SA", "en-US"}
    for run in re.findall(r"<a:rPr[^>]*>.*?</a:rPr><a:t>[^<]*</a:t>", xml):
        words = re.sub(".*<a:t>", "", run)
        if re.search("[\u0600-\u06ff]", words):
            assert 'lang="ar-SA" altLang="en-US"' in run
            assert '<a:cs typeface="+mn-cs"/>' in run
        else:
            assert '<a:cs typeface="+mn-lt"/>' in run


@pytest.mark.parametrize(
    ("code", "spoken", "complex_font", "east"),
    [
        ("ar", "ar-SA", "Arial", ""),
        ("ar-EG", "ar-EG", "Arial", ""),
        ("ar-US", "ar-SA", "Arial", ""),
        ("hi", "hi-IN", "Nirmala UI", ""),
        ("hi-US", "hi-IN", "Nirmala UI", ""),
        ("fa-US", "fa-IR", "Arial", ""),
        ("he-US", "he-IL", "Arial", ""),
        ("zh", "zh-CN", "Arial", "Microsoft YaHei"),
        ("zh-Hans", "zh-CN", "Arial", "Microsoft YaHei"),
        ("zh-Hans-US", "zh-CN", "Arial", "Microsoft YaHei"),
        ("zh-Hant-US", "zh-TW", "Arial", "Microsoft JhengHei"),
        ("zh-HK", "zh-HK", "Arial", "Microsoft JhengHei"),
        ("zh-Hant", "zh-TW", "Arial", "Microsoft JhengHei"),
        ("vi", "vi-VN", "Arial", ""),
        ("vi-US", "vi-VN", "Arial", ""),
        ("es", "es", "Arial", ""),
        ("es-US", "es-US", "Arial", ""),
        ("en-US", "en-US", "Arial", ""),
        ("en-GB", "en-GB", "Arial", ""),
        ("en-FR", "en-US", "Arial", ""),
    ],
)
def test_each_language_has_its_name_and_fonts(
    code: str, spoken: str, complex_font: str, east: str
) -> None:
    fonts = office_fonts(code)
    assert office_language(code) == spoken
    assert (fonts.complex, fonts.east) == (complex_font, east)


def test_arabic_is_measured_as_wide_as_the_widest_font_that_stands_in_for_arial() -> None:
    """DejaVu Sans: LibreOffice on Linux takes it. Its advances, in thousandths of the size."""
    used = stand_in("", "ar")
    face = typeface(used.stack)
    for weight, width in ((REGULAR, 11_280), (BOLD, 13_520)):
        measured = face.width("تمرين الجسر يقوّي الوركين", size=1000, weight=weight)
        assert measured / used.guard >= width


@pytest.mark.parametrize(
    ("text", "words"),
    [("Walk a little", 3), ("امش قليلا", 2), ("每天走一走", 3), ("每天走 10 分钟", 4), ("", 0)],
)
def test_words_are_counted_where_nothing_parts_them(text: str, words: int) -> None:
    assert counted(text) == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("هل تمشي؟ نعم.", ["هل تمشي؟", "نعم."]),
        ("चलें। आराम करें।", ["चलें।", "आराम करें।"]),
        ("走一走。休息。", ["走一走。", "休息。"]),
        ("他说“走吧。”然后休息。", ["他说“走吧。”然后休息。"]),
    ],
)
def test_sentences_end_as_their_language_ends_them(text: str, sentences: list[str]) -> None:
    assert sentence_ends(text) == sentences

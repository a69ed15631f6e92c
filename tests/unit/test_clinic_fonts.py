"""Fonts that a clinic adds: looked over when its file is read, and used for what ours lack."""

from __future__ import annotations

import io
import random
import struct
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from careleaf.compose.deck.measure import deck_face, written_in
from careleaf.model.clinic import Clinic, FontFile
from careleaf.problem import Problem
from careleaf.read.clinic import read_clinic
from careleaf.read.intake import take_in
from careleaf.source import Source
from careleaf.text import typeface
from careleaf.text.face import Face, Segment
from careleaf.text.font_file import FontFileError, Named, font_named
from careleaf.theme.fontfiles import FONT_FOLDER, FontStack, body_fonts, with_own
from careleaf.write.pdf.fonts import DocumentFont
from careleaf.write.pdf.shown import together
from tests.tools import both_languages
from tests.tools.leaflets import composed, written
from tests.tools.outside import path_of
from tests.tools.topics import CLINIC, FRONT, HEADINGS, NEEDED

GOOD = (FONT_FOLDER / "NotoNaskhArabic-Bold.ttf").read_bytes()
FILE = """\
---
name: Example Clinic
country: US
phone: 555-0142
hours: all day
web: https://example.example
emergency-number: 911
fonts: {fonts}
---
"""


def _read(folder: Path, fonts: str) -> tuple[Clinic | None, list[Problem], Source]:
    text = FILE.format(fonts=fonts)
    reading, _ = take_in("clinics/example.md", text.encode())
    clinic = read_clinic(reading, "example", folder)
    return clinic, reading.found(), reading.source


def _patched(data: bytes, tag: bytes, offset: int, value: int) -> bytes:
    """The font with a 16-bit number of one of its tables changed."""
    found = bytearray(data)
    (count,) = struct.unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * count, 16):
        own, _, start, _ = struct.unpack_from(">4sIII", data, at)
        if own == tag:
            struct.pack_into(">H", found, start + offset, value)
    return bytes(found)


def test_a_font_says_what_it_is() -> None:
    assert font_named(GOOD) == Named("Noto Naskh Arabic", 700)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "no font file", id="empty"),
        pytest.param(b"<svg></svg>  ", "no font file", id="something else"),
        pytest.param(b"OTTO" + GOOD[4:], "PostScript outlines", id="an .otf with CFF"),
        pytest.param(b"ttcf" + GOOD[4:], "collection", id="a collection"),
        pytest.param(b"wOF2" + GOOD[4:], "packed for the web", id="a web font"),
        pytest.param(GOOD[:100], "list of tables", id="cut off in its list of tables"),
        pytest.param(GOOD[:90_000], "ends inside its table", id="cut off in a table"),
        pytest.param(GOOD.replace(b"glyf", b"GLYF", 1), "no table 'glyf'", id="without outlines"),
        pytest.param(_patched(GOOD, b"OS/2", 8, 0x0002), "does not allow", id="restricted"),
        pytest.param(
            _patched(GOOD, b"OS/2", 8, 0x0104), "does not allow", id="whole or not at all"
        ),
        pytest.param(_patched(GOOD, b"maxp", 4, 65535), "glyphs", id="too many glyphs"),
        pytest.param(_patched(GOOD, b"cmap", 2, 0), "no characters", id="without characters"),
    ],
)
def test_a_font_that_cannot_be_used_says_why(data: bytes, why: str) -> None:
    with pytest.raises(FontFileError, match=why) as caught:
        font_named(data)
    assert caught.value.hint


@pytest.mark.parametrize("allowed", [0x0000, 0x0004, 0x0008])
def test_a_font_that_may_be_printed_or_edited_may_be_used(allowed: int) -> None:
    assert font_named(_patched(GOOD, b"OS/2", 8, allowed)).weight == 700


def test_fonts_are_named_in_the_clinic_file(tmp_path: Path) -> None:
    (tmp_path / "Mine Bold.ttf").write_bytes(GOOD)
    (tmp_path / "Mine.ttf").write_bytes(_patched(GOOD, b"OS/2", 4, 400))
    clinic, problems, source = _read(tmp_path, "Mine Bold.ttf, Mine.ttf")
    assert problems == []
    assert clinic
    assert [(font.path.name, font.weight) for font in clinic.fonts] == [
        ("Mine Bold.ttf", 700),
        ("Mine.ttf", 400),
    ]
    assert [source.text[font.at.start : font.at.end] for font in clinic.fonts] == [
        "Mine Bold.ttf",
        "Mine.ttf",
    ]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Mine[wdth,wght].ttf", ["Mine[wdth,wght].ttf"]),
        (
            "Mine[wdth,wght].ttf, Other-[wght,wdth].TTF",
            ["Mine[wdth,wght].ttf", "Other-[wght,wdth].TTF"],
        ),
        ("Mine.ttf,Other.ttf", ["Mine.ttf", "Other.ttf"]),
        ("Mine.ttf ,  Other.ttf,", ["Mine.ttf", "Other.ttf"]),
        ("Mine, Other.ttf", ["Mine", "Other.ttf"]),
        (",, Mine.ttf", ["Mine.ttf"]),
        ("a", ["a"]),
    ],
)
def test_a_comma_inside_a_name_parts_nothing(listed: str, names: list[str], tmp_path: Path) -> None:
    """Each name is told of, since no file is there."""
    _, problems, source = _read(tmp_path, listed)
    assert [source.text[one.span.start : one.span.end] for one in problems] == names


def _absent(_: Path) -> None:
    """Nothing is there."""


def _damaged(folder: Path) -> None:
    (folder / "Mine.ttf").write_bytes(GOOD[:90_000])


def _linked(folder: Path) -> None:
    (folder / "Mine.ttf").symlink_to(FONT_FOLDER / "Carlito-Bold.ttf")


@pytest.mark.parametrize(
    ("fonts", "made", "says"),
    [
        ("Mine.ttf", _absent, "there is no font 'Mine.ttf' beside this file"),
        ("../Mine.ttf", _absent, "'../Mine.ttf' is not the name of a font file"),
        ("Mine.pdf", _absent, "'Mine.pdf' is not the name of a font file"),
        ("Mine.ttf", _linked, "there is no font 'Mine.ttf' beside this file"),
        ("Mine.ttf", _damaged, "the font 'Mine.ttf' cannot be used: the font is damaged"),
    ],
)
def test_a_font_that_is_not_there_or_damaged_is_an_error_at_its_name(
    fonts: str, made: Callable[[Path], None], says: str, tmp_path: Path
) -> None:
    made(tmp_path)
    clinic, [problem], source = _read(tmp_path, fonts)
    assert (problem.code, clinic and clinic.fonts) == ("E322", ())
    assert says in problem.message
    assert problem.hint
    assert source.text[problem.span.start : problem.span.end] == fonts


def own_font(path: Path) -> FontFile:
    """Of a clinic, its regular one."""
    data = path.read_bytes()
    return FontFile(at=CLINIC.at, path=path, data=data, family="DejaVu Sans", weight=400)


@pytest.mark.needs("dejavu")
def test_a_clinics_font_draws_what_ours_cannot(tmp_path: Path) -> None:
    text = FRONT + HEADINGS + "გამარჯობა.\n" + NEEDED
    [problem, *_] = written(composed(text)).problems
    assert problem.code == "E520"
    assert "Noto Sans Georgian" in problem.hint
    dejavu = path_of("dejavu")
    own = own_font(dejavu)
    result = written(composed(text, clinic=replace(CLINIC, fonts=(own,))))
    assert result.problems == []
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert [font for font in fonts if font.endswith("+DejaVuSans")]


@pytest.mark.needs("dejavu")
def test_a_clinics_font_draws_it_beside_another_language_too() -> None:
    text = FRONT + HEADINGS + "გამარჯობა.\n" + NEEDED
    first, second = both_languages.composed(text, text)
    found = both_languages.written((first, second)).problems
    assert {problem.code for problem in found} == {"E520"}
    own = own_font(path_of("dejavu"))
    both = replace(first, fonts=(own,)), replace(second, fonts=(own,))
    assert both_languages.written(both).problems == []


@pytest.mark.needs("dejavu")
def test_slides_are_measured_with_them_too() -> None:
    own = own_font(path_of("dejavu"))
    assert deck_face().missing("გ") == "გ"
    with written_in("en", "ltr", (own,)):
        assert deck_face().missing("გ") == ""


@pytest.mark.needs("dejavu")
def test_ours_are_asked_first() -> None:
    own = own_font(path_of("dejavu"))
    face = typeface(body_fonts("en", (own,)))
    assert [one.face.name for one in face.shape("Walk").stretches] == [
        "AtkinsonHyperlegibleNext-Regular"
    ]
    assert [one.face.name for one in face.shape("გ", 700).stretches] == ["DejaVuSans"]


@pytest.mark.parametrize("seed", range(20))
def test_a_font_damaged_anywhere_is_refused_or_can_be_drawn(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD)
    for _ in range(chance.choice((1, 5, 40))):
        data[chance.choice((chance.randrange(len(data)), chance.randrange(400)))] ^= 0x55
    path = tmp_path / "mine.ttf"
    path.write_bytes(data)
    try:
        font_named(bytes(data))
    except FontFileError:
        return
    font = DocumentFont(Face(path), "F1")
    font.array(together(font.face, 12, [font.face.shape("يوميًا لا", Segment("rtl", "Arab"))]))
    assert font.embedded().file


def test_a_font_that_another_takes_the_place_of_is_read_anew(tmp_path: Path) -> None:
    """In one process, by the same name, and smaller: what was mapped before is gone."""
    texts = ("يوميًا", "Ĳ ǆ")
    path = tmp_path / "Mine.ttf"
    drawn = []
    for name in ("NotoNaskhArabic-Bold", "Carlito-Regular"):
        path.write_bytes((FONT_FOLDER / f"{name}.ttf").read_bytes())
        clinic, problems, _ = _read(tmp_path, "Mine.ttf")
        assert clinic
        assert problems == []
        path.write_bytes(b"gone")
        stack = with_own(FontStack(named="Mine", choices=()), clinic.fonts)
        face = typeface(stack)
        drawn.append([not face.shape(text).missing for text in texts])
        font = DocumentFont(face.shape(" ").stretches[0].face, "F1")
        assert font.embedded().file
    assert drawn == [[True, False], [False, True]]

"""The bundled fonts: every file is there, under its licence, and the stacks say who sets what."""

from __future__ import annotations

import pytest

from careleaf.text import typeface
from careleaf.text.face import Face
from careleaf.text.shaping import Direction
from careleaf.theme.fontfiles import (
    _BODIES,
    ATKINSON,
    BODY,
    BOLD,
    CARLITO,
    DECK,
    FONT_FOLDER,
    NOTO_NASKH,
    NOTO_SANS,
    NOTO_SANS_SC,
    REGULAR,
    SEMIBOLD,
    SOURCE_SANS,
    Family,
    FontStack,
    body_fonts,
)


@pytest.mark.parametrize(
    "family", [ATKINSON, SOURCE_SANS, NOTO_SANS, CARLITO, NOTO_NASKH, NOTO_SANS_SC]
)
def test_every_face_is_bundled_with_its_licence(family: Family) -> None:
    for face in family.faces:
        assert face.path.read_bytes()[:4] == b"\x00\x01\x00\x00"
    stem = family.faces[0].name.split("-")[0]
    licence = (FONT_FOLDER / f"{stem}-OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert licence.startswith("Copyright")


def test_no_font_is_bundled_that_no_stack_names() -> None:
    named = {face.name for stack in (BODY, DECK) for c in stack.choices for face in c.family.faces}
    assert {file.stem for file in FONT_FOLDER.glob("*.ttf")} == named


def test_digits_never_come_from_the_face_with_the_slashed_zero() -> None:
    first = BODY.choices[0]
    assert (first.family, first.characters, first.scale) == (SOURCE_SANS, "0123456789", 1.04)


def test_a_missing_weight_falls_to_the_bolder_neighbour() -> None:
    assert CARLITO.face(SEMIBOLD).weight == BOLD
    assert ATKINSON.face(SEMIBOLD).weight == SEMIBOLD


VIETNAMESE = "Uống thuốc hai lần mỗi ngày, đi bộ mười phút; đừng để nặng hơn"
HINDI = "रोज़ दस मिनट चलें ।"
CHINESE = "每天走十分钟，髋部疼痛会减轻。"
ARABIC = "امشِ عشر دقائق، كل يوم؟"


@pytest.mark.parametrize(
    ("language", "text", "family"),
    [
        ("vi", VIETNAMESE, "SourceSans3"),
        ("hi", HINDI, "NotoSans"),
        ("zh-Hans", CHINESE, "NotoSansSC"),
        ("ar", ARABIC, "NotoNaskhArabic"),
    ],
)
def test_the_letters_of_a_language_are_all_of_one_design(
    language: str, text: str, family: str
) -> None:
    face = typeface(body_fonts(language))
    direction: Direction = "rtl" if language == "ar" else "ltr"
    used = {
        stretch.face.name.split("-")[0]
        for word in text.split(" ")
        for stretch in face.shape(word.strip(",;"), direction=direction).stretches
    }
    assert face.missing(text) == ""
    assert used == {family}


def test_words_of_other_scripts_fall_back_in_every_stack() -> None:
    for language in ("en", "ar", "hi", "vi", "zh"):
        face = typeface(body_fonts(language))
        assert face.missing(VIETNAMESE + HINDI + CHINESE + ARABIC + "Harbor 0142") == ""


@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD, BOLD])
def test_handouts_in_every_language_have_the_same_characters(weight: int) -> None:
    """So it is asked once whether a patient's name can be printed (`engine/letters.py`), and two
    languages in one handout print it as one does."""
    every = [chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000]

    def printed(stack: FontStack) -> set[str]:
        return {
            character
            for choice in stack.choices
            for own in [Face(choice.family.face(weight).path)]
            for character in choice.characters or every
            if own.covers(character)
        }

    usual = printed(BODY)
    assert len(usual) > 10_000
    for stack in {*_BODIES.values()}:
        assert printed(stack) == usual

"""The bundled fonts: every file is there, under its licence, and the stacks say who sets what."""

from __future__ import annotations

import pytest

from careleaf.theme.fontfiles import (
    ATKINSON,
    BODY,
    BOLD,
    CARLITO,
    DECK,
    FONT_FOLDER,
    NOTO_SANS,
    SEMIBOLD,
    SOURCE_SANS,
    Family,
)


@pytest.mark.parametrize("family", [ATKINSON, SOURCE_SANS, NOTO_SANS, CARLITO])
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

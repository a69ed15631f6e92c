"""The colours: their names, their contrast, and what a clinic's brand does to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.theme.brand import BrandUse, brand
from careleaf.theme.contrast import contrast
from careleaf.theme.oklch import to_hex, to_oklch
from careleaf.theme.theme import UnknownColourError, default_theme, parse_theme
from tests.tools.colours import too_close

THEME = default_theme()
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("front", "back", "printed"),
    [
        ("ink", "white", 13.7),
        ("ink", "floor", 10.3),
        ("navy", "tint", 8.2),
        ("slate", "floor", 4.9),
        ("line", "white", 4.7),
        ("teal-deep", "amber-tint", 6.4),
        ("red", "red-tint", 5.4),
        ("onfield", "navy", 7.4),
        ("dim", "navy", 3.3),
        ("shirt", "tint", 3.8),
    ],
)
def test_contrast_is_what_the_design_measured(front: str, back: str, printed: float) -> None:
    assert round(contrast(THEME.colour(front), THEME.colour(back)), 1) == printed


def test_contrast_at_its_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#8a5a00", "#8A5A00") == 1


def test_every_pair_in_use_can_be_read() -> None:
    assert too_close(THEME) == ()


def test_a_pair_that_cannot_be_read_is_named() -> None:
    (pair,) = too_close(THEME.replace(dim="#365a7e"))
    assert (pair.front, pair.back) == ("dim", "navy")


def test_colours_come_by_token_or_as_they_are() -> None:
    assert THEME.colour("teal-deep") == "#17655d"
    assert THEME.colour("#8E44AD") == "#8e44ad"
    assert THEME.colour("teal-tint") == THEME.colour("tint")
    assert THEME.colour("trousers") == THEME.colour("navy")


@pytest.mark.parametrize("token", ["tael", "current", "#fff", ""])
def test_an_unknown_token_is_refused(token: str) -> None:
    with pytest.raises(UnknownColourError):
        THEME.colour(token)


def test_a_theme_file_must_lead_to_colours() -> None:
    with pytest.raises(ValueError, match="'navy' is neither"):
        parse_theme('[words]\nnavy = "blue"\n')


@pytest.mark.parametrize(
    ("clinic", "use", "navy", "tint", "floor"),
    [
        ("#8E44AD", BrandUse.FIELD, "#7f349d", "#f5eef8", "#e8daef"),
        ("#264A6E", BrandUse.FIELD, "#264a6e", "#e8f4f1", "#cfe4df"),
        ("#FFC20E", BrandUse.SURFACES, "#264a6e", "#fff6dd", "#ffc20e"),
        ("#D0202E", BrandUse.LOGO_ONLY, "#264a6e", "#e8f4f1", "#cfe4df"),
        ("#ffffff", BrandUse.LOGO_ONLY, "#264a6e", "#e8f4f1", "#cfe4df"),
        ("purple", BrandUse.LOGO_ONLY, "#264a6e", "#e8f4f1", "#cfe4df"),
    ],
)
def test_a_brand_takes_what_it_may(
    clinic: str, use: BrandUse, navy: str, tint: str, floor: str
) -> None:
    branded = brand(THEME, clinic)
    assert branded.use is use
    found = [branded.theme.colour(token) for token in ("navy", "tint", "floor")]
    assert found == [navy, tint, floor]
    assert bool(branded.mistake) == (use is BrandUse.LOGO_ONLY)


@given(COLOURS)
def test_every_brand_can_be_read(clinic: str) -> None:
    assert too_close(brand(THEME, clinic).theme) == ()


@given(COLOURS)
def test_no_brand_touches_a_signal(clinic: str) -> None:
    branded = brand(THEME, clinic).theme
    for token in ("ink", "slate", "red", "teal", "teal-deep", "amber-tint", "amber-deep", "skin"):
        assert branded.colour(token) == THEME.colour(token)


@given(COLOURS)
def test_a_colour_survives_the_way_to_oklch_and_back(colour: str) -> None:
    there_and_back = to_hex(to_oklch(colour))
    for i in (1, 3, 5):
        assert abs(int(colour[i : i + 2], 16) - int(there_and_back[i : i + 2], 16)) <= 1


@given(COLOURS)
def test_the_footer_on_the_floor_can_be_read_where_a_brand_leads(clinic: str) -> None:
    branded = brand(THEME, clinic)
    least = 4.5 if branded.use is BrandUse.FIELD else 1
    colour = branded.theme.colour
    assert contrast(colour("slate"), colour("floor")) >= least

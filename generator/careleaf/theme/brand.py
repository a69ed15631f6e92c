"""A theme and a clinic's colour in; the theme under that brand out, with what could not be done.

Red, teal and amber signals, ink, slate and skin never change. The clinic's colour takes the place
of navy and tints the surfaces if words stay readable; otherwise less of it is used, and said so.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from careleaf.theme.contrast import SHAPE, TEXT, contrast
from careleaf.theme.oklch import Oklch, hue_distance, mix, to_hex, to_oklch
from careleaf.theme.theme import Theme, is_hex

_FIELD_CONTRAST = 7.0
_PALE_DROP = 0.30
_DANGER_HUE = 25.0
_GREY_CHROMA = 0.04
_LEAST_SEEN = 1.1
_ON_TINT = ("slate", "red", "teal-deep")
_ON_FLOOR = ("slate",)
_WHITE, _BLACK = "#ffffff", "#000000"


class BrandUse(Enum):
    """How much of the clinic's colour the theme took."""

    FIELD = "field"
    """It leads, darkened as far as white words on it need."""
    SURFACES = "surfaces"
    """Too pale to lead: it colours floor and tints; navy leads."""
    LOGO_ONLY = "logo only"
    """It would be mistaken for the red of danger, or cannot be seen or read."""


class Branded(Struct, frozen=True, kw_only=True):
    """The theme to draw with; `mistake` says why the colour is not used, if it is not."""

    theme: Theme
    use: BrandUse
    mistake: str = ""


def brand(theme: Theme, colour: str) -> Branded:
    """Recolour a theme for a clinic. Never raises: a colour that cannot be used is a `mistake`."""
    if not is_hex(colour):
        return _logo_only(theme, f"'{colour}' is not a colour; write it like #8e44ad")
    colour = colour.lower()
    if colour == theme.colour("navy"):
        # A clinic of the house's own colour gets the house's own tints as well.
        return Branded(theme=theme, use=BrandUse.FIELD)
    if contrast(colour, _WHITE) < _LEAST_SEEN:
        return _logo_only(theme, f"{colour} is too near white to be seen on paper")
    own = to_oklch(colour)
    danger = to_oklch(theme.colour("red"))
    if own.chroma > _GREY_CHROMA and hue_distance(own.hue, danger.hue) < _DANGER_HUE:
        return _logo_only(theme, f"{colour} is too near the red that means danger")
    field = _darkened(own, colour)
    if own.lightness - to_oklch(field).lightness > _PALE_DROP:
        return Branded(theme=_with_surfaces(theme, colour), use=BrandUse.SURFACES)
    return Branded(theme=_with_field(theme, colour, field), use=BrandUse.FIELD)


def _logo_only(theme: Theme, mistake: str) -> Branded:
    return Branded(theme=theme, use=BrandUse.LOGO_ONLY, mistake=mistake)


def _darkened(own: Oklch, colour: str) -> str:
    """The lightest colour of the same hue that white words read well on."""
    lightness = own.lightness
    while contrast(colour, _WHITE) < _FIELD_CONTRAST:
        lightness -= 0.01
        colour = to_hex(Oklch(lightness=lightness, chroma=own.chroma, hue=own.hue))
    return colour


def _with_field(theme: Theme, colour: str, field: str) -> Theme:
    tint = _tint(theme, colour, 0.09, _ON_TINT)
    return theme.replace(
        navy=field,
        trousers=field,
        trousers_far=mix(field, _BLACK, 0.72),
        tint=tint,
        teal_tint=tint,
        floor=_tint(theme, colour, 0.20, _ON_FLOOR),
        mat=mix(colour, _WHITE, 0.42),
        onfield=mix(colour, _WHITE, 0.12),
        dim=_dim(field),
    )


def _with_surfaces(theme: Theme, colour: str) -> Theme:
    tint = _tint(theme, colour, 0.14, _ON_TINT)
    return theme.replace(
        tint=tint, teal_tint=tint, floor=colour, mat=mix(colour, theme.colour("line"), 0.5)
    )


def _dim(field: str) -> str:
    """Quiet on the field, and still seen there."""
    share = 0.45
    while contrast(mix(field, _WHITE, share), field) < SHAPE:
        share -= 0.01
    return mix(field, _WHITE, share)


def _tint(theme: Theme, colour: str, share: float, on_it: tuple[str, ...]) -> str:
    """The colour in white, at most this share, and no more than the words on it bear."""
    words = [theme.colour(token) for token in on_it]
    tint = mix(colour, _WHITE, share)
    while min(contrast(word, tint) for word in words) < TEXT:
        share -= 0.01
        tint = mix(colour, _WHITE, share)
    return tint

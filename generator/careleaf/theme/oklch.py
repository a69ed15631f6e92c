"""A colour as "#rrggbb" in; the same colour as lightness, chroma and hue out, and back.

The matrices are those of Björn Ottosson, "A perceptual color space for image processing" (2020),
in the form that CSS Color Module Level 4 uses: equal steps look about equally large.
"""

from __future__ import annotations

import math

from msgspec import Struct

from careleaf.theme.contrast import linear

_CHROMA_STEP = 0.004


class Oklch(Struct, frozen=True, kw_only=True):
    """Lightness from 0.0 to 1.0, chroma from 0.0 to about 0.4, hue in degrees from 0 to 360."""

    lightness: float
    chroma: float
    hue: float


def to_oklch(colour: str) -> Oklch:
    """The OKLCH of "#rrggbb"."""
    red, green, blue = linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    hue = math.degrees(math.atan2(b, a)) % 360
    return Oklch(lightness=lightness, chroma=math.hypot(a, b), hue=hue)


def to_hex(colour: Oklch) -> str:
    """The nearest "#rrggbb" of this lightness and hue: chroma gives way until it can be shown."""
    chroma = colour.chroma
    while True:
        channels = _linear_channels(colour.lightness, chroma, colour.hue)
        if chroma <= 0 or all(-0.0005 <= value <= 1.0005 for value in channels):
            return "#" + "".join(f"{_byte(value):02x}" for value in channels)
        chroma = max(0.0, chroma - _CHROMA_STEP)


def _linear_channels(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _byte(value: float) -> int:
    value = min(1.0, max(0.0, value))
    shown = 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(shown * 255)


def hue_distance(one: float, other: float) -> float:
    """Degrees between two hues the short way round, from 0 to 180."""
    apart = abs(one - other) % 360
    return min(apart, 360 - apart)


def mix(colour: str, other: str, share: float) -> str:
    """`share` of the first "#rrggbb" and the rest of the other, as paint programs mix: in sRGB."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)

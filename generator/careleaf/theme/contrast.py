"""Two colours in; how well one reads on the other, and the least that will do, out."""

from __future__ import annotations

TEXT = 4.5
"""Least contrast of words: WCAG 2.2, success criterion 1.4.3 (AA)."""
SHAPE = 3.0
"""Least contrast of large words and of shapes that carry meaning: 1.4.3 and 1.4.11 (AA)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two "#rrggbb", from 1.0 to 21.0, in either order.

    (L1 + 0.05) / (L2 + 0.05), L the relative luminance: WCAG 2.2, "contrast ratio".
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", from 0.0 to 1.0: WCAG 2.2, "relative luminance".

    The threshold is that of IEC 61966-2-1 (0.04045); for 8-bit colours the printed 0.03928 of
    WCAG gives the same numbers.
    """
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: str) -> tuple[float, float, float]:
    """Linear-light red, green and blue of "#rrggbb", each from 0.0 to 1.0 (IEC 61966-2-1)."""
    red, green, blue = (_expand(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return red, green, blue


def _expand(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
